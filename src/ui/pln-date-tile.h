/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_DATE_TILE (pln_date_tile_get_type ())
G_DECLARE_FINAL_TYPE (PlnDateTile, pln_date_tile, PLN, DATE_TILE, GtkWidget)

GtkWidget *pln_date_tile_new  (void);
void       pln_date_tile_show (PlnDateTile *self,
                               GDateTime   *date,
                               const char  *colour);

G_END_DECLS
