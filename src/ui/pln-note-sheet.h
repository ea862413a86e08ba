/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_NOTE_SHEET (pln_note_sheet_get_type ())
G_DECLARE_FINAL_TYPE (PlnNoteSheet, pln_note_sheet, PLN, NOTE_SHEET, AdwBin)

void pln_note_sheet_open (PlnNoteSheet *self,
                          PlnGathering *gathering,
                          const char   *parent);
void pln_note_sheet_add_text (PlnNoteSheet *self,
                              const char   *text);

G_END_DECLS
