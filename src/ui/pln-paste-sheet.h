/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-sheet.h"
#include "pln-wishes.h"

G_BEGIN_DECLS

#define PLN_TYPE_PASTE_SHEET (pln_paste_sheet_get_type ())
G_DECLARE_FINAL_TYPE (PlnPasteSheet, pln_paste_sheet, PLN, PASTE_SHEET, PlnSheet)

PlnSheet *pln_paste_sheet_new      (PlnWishes     *wishes,
                                    PlnGathering  *gathering,
                                    GListStore    *lines);
void      pln_paste_sheet_read     (PlnPasteSheet *self,
                                    const char    *text);
guint     pln_paste_sheet_n_unread (GListModel    *lines);

G_END_DECLS
