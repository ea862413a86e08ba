/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_NOTE_FIELD (pln_note_field_get_type ())
G_DECLARE_FINAL_TYPE (PlnNoteField, pln_note_field, PLN, NOTE_FIELD, GtkTextView)

G_END_DECLS
