/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-time-grid.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_TIME_SCROLLER (pln_time_scroller_get_type ())
G_DECLARE_FINAL_TYPE (PlnTimeScroller, pln_time_scroller, PLN, TIME_SCROLLER, GtkWidget)

GtkWidget     *pln_time_scroller_new             (PlnTimeGrid     *grid);
GtkAdjustment *pln_time_scroller_get_hadjustment (PlnTimeScroller *self);
GtkAdjustment *pln_time_scroller_get_vadjustment (PlnTimeScroller *self);
int            pln_time_scroller_get_hours_width (PlnTimeScroller *self);
void           pln_time_scroller_set_label_now   (PlnTimeScroller *self,
                                                  gboolean         label_now);
void           pln_time_scroller_set_setting     (PlnTimeScroller *self,
                                                  const char      *key);
void           pln_time_scroller_scroll_to       (PlnTimeScroller *self,
                                                  guint            column,
                                                  gint64           at);
void           pln_time_scroller_update_now      (PlnTimeScroller *self);

G_END_DECLS
