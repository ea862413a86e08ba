/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_BOARD_GRID (pln_board_grid_get_type ())
G_DECLARE_FINAL_TYPE (PlnBoardGrid, pln_board_grid, PLN, BOARD_GRID, GtkWidget)

GtkWidget *pln_board_grid_new (GtkScrolledWindow *scroller);

G_END_DECLS
