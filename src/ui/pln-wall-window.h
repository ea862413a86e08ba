/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_WALL_WINDOW (pln_wall_window_get_type ())
G_DECLARE_FINAL_TYPE (PlnWallWindow, pln_wall_window, PLN, WALL_WINDOW, GtkWindow)

PlnWallWindow *pln_wall_window_new        (PlnGathering  *gathering);
void           pln_wall_window_show_round (PlnWallWindow *self,
                                           PlnRound      *round);
void           pln_wall_window_fill       (PlnWallWindow *self,
                                           GtkWindow     *beside);

G_END_DECLS
