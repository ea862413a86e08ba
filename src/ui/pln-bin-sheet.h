/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-sheet.h"
#include "pln-wishes.h"

G_BEGIN_DECLS

#define PLN_TYPE_BIN_SHEET (pln_bin_sheet_get_type ())
G_DECLARE_FINAL_TYPE (PlnBinSheet, pln_bin_sheet, PLN, BIN_SHEET, PlnSheet)

PlnSheet *pln_bin_sheet_new (PlnWishes *wishes,
                             GPtrArray *hits);

G_END_DECLS
