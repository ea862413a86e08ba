/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-programme-columns.h"
#include "pln-programme-days.h"
#include "pln-programme-face.h"
#include "pln-programme-list.h"
#include "pln-programme-tray.h"
#include "pln-programme-view.h"
#include "pln-room-header.h"
#include "pln-time-scroller.h"

G_BEGIN_DECLS

/**
 * PlnProgrammeView:
 *
 * A programme as a table: rooms beside each other, time downwards. What
 * clashes is told in a bar above, what has no time lies in a tray below. In a
 * narrow window it is a list by time.
 */
struct _PlnProgrammeView
{
  AdwBin               parent_instance;

  PlnGathering        *gathering;
  GPtrArray           *followed;  /* of PlnSession: those with a handler */
  PlnSession          *selected;
  GDate                date;      /* the day that is looked at */
  gboolean             all_days;  /* all of them, one after the other */
  PlnTimetable        *timetable; /* as it was when it was last shown */
  PlnProgrammeClashes *clashes;
  GArray              *columns;   /* of PlnProgrammeColumn */
  GtkFilter           *filter;    /* (nullable): for occurrences */
  GListStore          *occurrences; /* what the sessions are to the filter */
  char                *mark;      /* what the columns of the grid are made of */
  guint                clash;     /* which of them the bar tells */
  char                *pending;   /* UID of what is to be seen as soon as it has a place */
  guint                pending_id;
  guint                update_id;
  guint                tick_id;
  int                  width;
  gboolean             two_rooms;
  gboolean             has_scrolled;
  gboolean             has_walked; /* from one clash to the next */

  GtkStack            *stack;
  GtkWidget           *nothing;
  GtkWidget           *programme;
  GtkWidget           *clash_bar;
  GtkLabel            *clash_count;
  GtkLabel            *clash_label;
  GtkWidget           *quiet_bar;
  GtkLabel            *quiet_label;
  GtkWidget           *add_button;
  GtkStack            *layouts;
  GtkWidget           *table;
  GtkWidget           *corner;
  PlnRoomHeader       *header;
  PlnTimeGrid         *grid;
  PlnTimeScroller     *scroller;
  PlnProgrammeList    *list;
  PlnProgrammeTray    *tray;
  PlnProgrammeDays    *days;
};

gboolean pln_programme_view_may_edit      (PlnProgrammeView *self);
void     pln_programme_view_select        (PlnProgrammeView *self,
                                           PlnSession       *session);
void     pln_programme_view_reveal        (PlnProgrammeView *self,
                                           PlnSession       *session);
void     pln_programme_view_update_widths (PlnProgrammeView *self);
void     pln_programme_view_update_now    (PlnProgrammeView *self);

/* pln-programme-view-heads.c */
void     pln_programme_view_show_columns  (PlnProgrammeView *self,
                                           int               day);

/* pln-programme-view-period.c: the most of PlnCalendarView */
void     pln_programme_view_show_now      (PlnProgrammeView *self);
int      pln_programme_view_nearest_day   (PlnProgrammeView *self);
void     pln_programme_view_choose_day    (PlnProgrammeView *self,
                                           int               day);
void     pln_programme_view_set_date      (PlnCalendarView  *view,
                                           const GDate      *date);
void     pln_programme_view_get_date      (PlnCalendarView  *view,
                                           GDate            *date);
void     pln_programme_view_step          (PlnCalendarView  *view,
                                           int               periods);
void     pln_programme_view_go_today      (PlnCalendarView  *view);
char    *pln_programme_view_get_title     (PlnCalendarView  *view,
                                           char            **note);

/* pln-programme-view-edit.c: what the user does in it */
void     pln_programme_view_class_init_edit (GtkWidgetClass   *widget_class);
void     pln_programme_view_init_edit       (PlnProgrammeView *self);

G_END_DECLS
