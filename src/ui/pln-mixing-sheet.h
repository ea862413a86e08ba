/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-sheet.h"
#include "pln-wishes.h"

G_BEGIN_DECLS

#define PLN_TYPE_MIXING_SHEET (pln_mixing_sheet_get_type ())
G_DECLARE_FINAL_TYPE (PlnMixingSheet, pln_mixing_sheet, PLN, MIXING_SHEET, PlnSheet)

PlnSheet *pln_mixing_sheet_new (PlnWishes    *wishes,
                             PlnGathering *gathering);

G_END_DECLS
