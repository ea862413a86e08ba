/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-sheet.h"
#include "pln-wishes.h"

G_BEGIN_DECLS

#define PLN_TYPE_ACCOUNT_SHEET (pln_account_sheet_get_type ())
G_DECLARE_FINAL_TYPE (PlnAccountSheet, pln_account_sheet, PLN, ACCOUNT_SHEET, PlnSheet)

PlnSheet *pln_account_sheet_new (PlnWishes  *wishes,
                                 PlnAccount *account,
                                 const char *name);

G_END_DECLS
