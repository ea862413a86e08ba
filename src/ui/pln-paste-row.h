/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_PASTE_ROW (pln_paste_row_get_type ())
G_DECLARE_FINAL_TYPE (PlnPasteRow, pln_paste_row, PLN, PASTE_ROW, AdwBin)

GtkWidget *pln_paste_row_new  (void);
void       pln_paste_row_show (PlnPasteRow *self,
                               GObject     *item);

G_END_DECLS
