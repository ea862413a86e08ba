/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-sheet.h"
#include "pln-wishes.h"

G_BEGIN_DECLS

#define PLN_TYPE_IMPORT_SHEET (pln_import_sheet_get_type ())
G_DECLARE_FINAL_TYPE (PlnImportSheet, pln_import_sheet, PLN, IMPORT_SHEET, PlnSheet)

PlnSheet *pln_import_sheet_new  (PlnWishes      *wishes,
                                 GFile          *file,
                                 PlnImportAs     as,
                                 const char     *zone,
                                 PlnImportAsks   asks,
                                 GListModel     *items);
void      pln_import_sheet_show (PlnImportSheet *self,
                                 GFile          *file,
                                 PlnImportAs     as,
                                 const char     *zone,
                                 PlnImportAsks   asks,
                                 GListModel     *items);

G_END_DECLS
