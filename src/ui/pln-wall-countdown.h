/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-countdown.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_WALL_COUNTDOWN (pln_wall_countdown_get_type ())
G_DECLARE_FINAL_TYPE (PlnWallCountdown, pln_wall_countdown, PLN, WALL_COUNTDOWN, AdwBin)

GtkWidget *pln_wall_countdown_new       (void);
void       pln_wall_countdown_set_scale (PlnWallCountdown   *self,
                                         double              scale);
void       pln_wall_countdown_show      (PlnWallCountdown   *self,
                                         const PlnCountdown *countdown,
                                         const char         *name,
                                         gboolean            is_paused);

G_END_DECLS
