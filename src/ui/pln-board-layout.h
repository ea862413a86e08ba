/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_BOARD_LAYOUT (pln_board_layout_get_type ())
G_DECLARE_FINAL_TYPE (PlnBoardLayout, pln_board_layout, PLN, BOARD_LAYOUT, GtkLayoutManager)

guint pln_board_layout_get_n_columns (PlnBoardLayout *self);

G_END_DECLS
