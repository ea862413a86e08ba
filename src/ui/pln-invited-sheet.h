/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-sheet.h"

G_BEGIN_DECLS

#define PLN_TYPE_INVITED_SHEET (pln_invited_sheet_get_type ())
G_DECLARE_FINAL_TYPE (PlnInvitedSheet, pln_invited_sheet, PLN, INVITED_SHEET, PlnSheet)

PlnSheet *pln_invited_sheet_new (GFile      *folder,
                                 guint       n_files,
                                 const char *words);

G_END_DECLS
