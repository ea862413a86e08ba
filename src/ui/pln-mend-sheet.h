/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-sheet.h"
#include "pln-wishes.h"

G_BEGIN_DECLS

#define PLN_TYPE_MEND_SHEET (pln_mend_sheet_get_type ())
G_DECLARE_FINAL_TYPE (PlnMendSheet, pln_mend_sheet, PLN, MEND_SHEET, PlnSheet)

PlnSheet *pln_mend_sheet_new (PlnWishes    *wishes,
                              PlnGathering *gathering);

G_END_DECLS
