/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-wall-board.h"
#include "pln-wall-countdown.h"
#include "pln-wall-window.h"

G_BEGIN_DECLS

struct _PlnWallWindow
{
  GtkWindow         parent_instance;

  PlnGathering     *gathering;
  PlnRound         *round;      /* (nullable): the one that is shown */
  GSettings        *settings;   /* (nullable) */
  GtkCssProvider   *sizes;
  double            scale;
  double            wanted;     /* the scale that the size of the window lets be */
  gint64            shift;      /* seconds that the round is late */
  gint64            paused_at;  /* 0: the countdown runs */
  gint64            blackened_at; /* monotonic; when B made it black */
  guint             inhibitor;
  guint             tick_source;
  guint             page_source;
  guint             clear_source;
  guint             rebuild_source;
  guint             controls_source;

  GtkStack         *stack; /* “wall” or “black” */
  GtkLabel         *subtitle;
  GtkLabel         *title;
  GtkEntry         *entry;
  GtkLabel         *n_found;
  PlnWallCountdown *countdown;
  PlnWallBoard     *board;
  GtkLabel         *nothing;
  GtkLabel         *next;
  GtkLabel         *page;
  GtkLabel         *clock;
  GtkRevealer      *controls;
  GtkToggleButton  *in_full;
  GtkToggleButton  *pause;
};

void     pln_wall_window_build    (PlnWallWindow  *self);
void     pln_wall_window_rescale  (PlnWallWindow  *self,
                                   double          scale);
gboolean pln_wall_window_key      (PlnWallWindow  *self,
                                   guint           key,
                                   guint           code,
                                   GdkModifierType state);
void     pln_wall_window_add_actions (GtkWidgetClass *widget_class);
void     pln_wall_window_tick     (PlnWallWindow  *self);
void     pln_wall_window_rebuild  (PlnWallWindow  *self);
void     pln_wall_window_step     (PlnWallWindow  *self,
                                   int             by);
void     pln_wall_window_find     (PlnWallWindow  *self);

G_END_DECLS
