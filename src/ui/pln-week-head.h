/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-occurrence.h"
#include "pln-time-scroller.h"

G_BEGIN_DECLS

#define PLN_TYPE_WEEK_HEAD (pln_week_head_get_type ())
G_DECLARE_FINAL_TYPE (PlnWeekHead, pln_week_head, PLN, WEEK_HEAD, GtkWidget)

GtkWidget *pln_week_head_new          (PlnTimeScroller *scroller);
void       pln_week_head_set_days     (PlnWeekHead     *self,
                                       const GDate     *first,
                                       guint            n_days,
                                       const GDate     *today);
void       pln_week_head_set_all_day  (PlnWeekHead     *self,
                                       GPtrArray       *occurrences);
void       pln_week_head_select       (PlnWeekHead     *self,
                                       PlnOccurrence   *occurrence);

G_END_DECLS
