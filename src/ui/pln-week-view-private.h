/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-week-view.h"

#include "pln-span.h"
#include "pln-time-scroller.h"
#include "pln-week-head.h"

G_BEGIN_DECLS

#define PLN_WEEK_VIEW_MOST_DAYS 7

struct _PlnWeekView
{
  AdwBin           parent_instance;

  GDate            date;      /* the day that was asked for */
  GDate            first;     /* the first that is shown */
  GDate            today;
  guint            n_days;    /* 7, 3 or 1, as there is room */
  GTimeZone       *zone;
  PlnSpan         *span;      /* NULL until it can be asked for */
  GtkFilter       *filter;
  PlnGathering    *gathering;
  PlnOccurrence   *selected;
  gboolean         has_scrolled; /* to where the day begins */
  guint            update_id;
  guint            minute_id;

  PlnTimeGrid     *grid;
  PlnTimeScroller *scroller;
  PlnWeekHead     *head;
  GtkWidget       *nothing;   /* the line of an empty week */
  GtkLabel        *nothing_label;
  GtkWidget       *hint;
  GtkWidget       *popover;   /* (nullable): while it is open */
  GSettings       *settings;
  gint64           new_start; /* of what the popover asks about */
  gint64           new_end;
};

/* pln-week-view.c */
GDate          pln_week_view_day         (PlnWeekView   *self,
                                          guint          column);
void           pln_week_view_select      (PlnWeekView   *self,
                                          PlnOccurrence *occurrence);

/* pln-week-view-edit.c */
void           pln_week_view_init_edit   (PlnWeekView   *self);
void           pln_week_view_close       (PlnWeekView   *self);

/* pln-week-face.c */
void           pln_week_face_show        (PlnChip       *chip,
                                          GPtrArray     *items,
                                          gpointer       user_data);

G_END_DECLS
