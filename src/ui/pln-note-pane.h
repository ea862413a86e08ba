/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_NOTE_PANE (pln_note_pane_get_type ())
G_DECLARE_FINAL_TYPE (PlnNotePane, pln_note_pane, PLN, NOTE_PANE, AdwBin)

void pln_note_pane_show_people (PlnNotePane  *self,
                                PlnGathering *gathering,
                                PlnGroup     *group);
void pln_note_pane_show_checks (PlnNotePane  *self,
                                PlnNote      *note);

G_END_DECLS
