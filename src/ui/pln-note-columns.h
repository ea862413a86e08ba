/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_NOTE_COLUMNS (pln_note_columns_get_type ())
G_DECLARE_FINAL_TYPE (PlnNoteColumns, pln_note_columns, PLN, NOTE_COLUMNS, AdwBin)

void pln_note_columns_show (PlnNoteColumns *self,
                            PlnGathering   *gathering,
                            GPtrArray      *parents);

G_END_DECLS
