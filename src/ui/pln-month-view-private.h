/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-month-view.h"

#include "pln-chip.h"
#include "pln-day-list.h"
#include "pln-month-day.h"
#include "pln-month.h"
#include "pln-span.h"

G_BEGIN_DECLS

/* Something that is to be seen in the month, on the days of it that are shown. */
typedef struct
{
  PlnOccurrence *occurrence;
  int            first;   /* the number of a day of the month */
  int            last;
  int            rank;
  gboolean       before;  /* it began before the first day that is shown */
  gboolean       after;   /* it goes on after the last one */
} PlnMonthEntry;

/* Where a widget stands: a chip in one week, or the button of a day. */
typedef struct
{
  GtkWidget *widget;
  int        first;
  int        last;
  int        lane;
} PlnMonthPlace;

struct _PlnMonthView
{
  GtkWidget      parent_instance;

  PlnMonth       month;
  GDate          date;        /* the day that has the focus, or had it last */
  GDate          anchor;      /* where a choice of several days began; else as date */
  PlnSpan       *span;        /* NULL until it can be asked for */
  GtkFilter     *filter;
  PlnGathering  *gathering;
  PlnOccurrence *selected;
  PlnOccurrence *cut;         /* what Ctrl+X or Ctrl+C took */
  gboolean       is_copy;     /* by Ctrl+C */

  GArray        *entries;     /* PlnMonthEntry, in the order of rank and time */
  GArray        *places;      /* PlnMonthPlace, of what is seen, day by day */
  gboolean       is_old;      /* the entries are not those of the span */
  guint          update_id;
  int            placed_for;  /* so many lines a week; 0: dots; -1: not placed */
  gboolean       narrow;
  int            target;      /* the day over which something is dragged, or -1 */
  int            grabbed;     /* the day at which it was taken */

  GtkWidget     *heads[7];
  GtkWidget     *days[PLN_MONTH_MOST_DAYS];
  GPtrArray     *chips;       /* all that were ever needed */
  GPtrArray     *mores;
  guint          n_mores;
  GtkWidget     *nothing;     /* the line of an empty month */
  GtkLabel      *nothing_label;
  GtkLabel      *hint;        /* what is going on, for eye and ear */
  guint          hint_id;
  PlnDayList    *list;        /* (nullable): the day's things, where it is narrow */
  GtkWidget     *popover;     /* (nullable): while it is open */
};

/* pln-month-view-layout.c */
void           pln_month_view_init_layout  (PlnMonthView    *self);
void           pln_month_view_queue_update (PlnMonthView    *self);
void           pln_month_view_lay_out      (PlnMonthView    *self,
                                            int              width,
                                            int              height);
void           pln_month_view_draw_weeks   (PlnMonthView    *self,
                                            GtkSnapshot     *snapshot);
int            pln_month_view_least_height (PlnMonthView    *self);
int            pln_month_view_day_at       (PlnMonthView    *self,
                                            double           x,
                                            double           y);
int            pln_month_view_week_at      (PlnMonthView    *self,
                                            double           x,
                                            double           y);
PlnChip       *pln_month_view_find_chip    (PlnMonthView    *self,
                                            PlnOccurrence   *occurrence);
GPtrArray     *pln_month_view_list_day     (PlnMonthView    *self,
                                            int              day);

/* pln-month-view-edit.c */
gboolean       pln_month_view_may_change   (PlnMonthView    *self,
                                            PlnOccurrence   *occurrence);
void           pln_month_view_move         (PlnMonthView    *self,
                                            PlnOccurrence   *occurrence,
                                            int              days,
                                            gboolean         copy);
void           pln_month_view_rename       (PlnMonthView    *self,
                                            PlnOccurrence   *occurrence,
                                            const char      *title);
void           pln_month_view_tick         (PlnMonthView    *self,
                                            PlnOccurrence   *occurrence);
void           pln_month_view_open         (PlnMonthView    *self,
                                            PlnOccurrence   *occurrence);
void           pln_month_view_ask_new      (PlnMonthView    *self);
void           pln_month_view_open_popover (PlnMonthView    *self,
                                            GtkWidget       *popover,
                                            int              day);
void           pln_month_view_add_actions  (GtkWidgetClass  *widget_class);

/* pln-month-view-input.c */
void           pln_month_view_init_input   (PlnMonthView    *self);
void           pln_month_view_add_keys     (GtkWidgetClass  *widget_class);
gboolean       pln_month_view_focus_next   (PlnMonthView    *self,
                                            GtkDirectionType direction);
void           pln_month_view_add_chip     (PlnMonthView    *self,
                                            PlnChip         *chip);
void           pln_month_view_add_list     (PlnMonthView    *self,
                                            PlnDayList      *list,
                                            int              day);
void           pln_month_view_show_day     (PlnMonthView    *self,
                                            int              day);

/* pln-month-view.c */
void           pln_month_view_select       (PlnMonthView    *self,
                                            PlnOccurrence   *occurrence);
void           pln_month_view_choose_days  (PlnMonthView    *self,
                                            int              anchor,
                                            int              day);
void           pln_month_view_go_to        (PlnMonthView    *self,
                                            const GDate     *date);
void           pln_month_view_say          (PlnMonthView    *self,
                                            const char      *words);

G_END_DECLS
