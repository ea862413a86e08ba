/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_WALL_BOARD (pln_wall_board_get_type ())
G_DECLARE_FINAL_TYPE (PlnWallBoard, pln_wall_board, PLN, WALL_BOARD, GtkWidget)

GtkWidget *pln_wall_board_new         (void);
void       pln_wall_board_show        (PlnWallBoard *self,
                                       PlnRound     *round,
                                       GHashTable   *names,
                                       double        scale);
guint      pln_wall_board_get_n_pages (PlnWallBoard *self);
guint      pln_wall_board_get_page    (PlnWallBoard *self);
void       pln_wall_board_set_page    (PlnWallBoard *self,
                                       guint         page);
guint      pln_wall_board_find        (PlnWallBoard *self,
                                       GPtrArray    *people);

G_END_DECLS
