/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlnCalendarView:
 *
 * A way to look at the calendar: a month, a week, a programme, an agenda. The
 * page of the calendar has one toolbar for all of them and talks to each by
 * this.
 *
 * A view asks for more by the actions of its page: `calendar.show ('week',
 * '2011-07-19')` goes to another view and day, `calendar.pane` opens the side
 * pane with what is selected.
 */
#define PLN_TYPE_CALENDAR_VIEW (pln_calendar_view_get_type ())
G_DECLARE_INTERFACE (PlnCalendarView, pln_calendar_view, PLN, CALENDAR_VIEW, GtkWidget)

struct _PlnCalendarViewInterface
{
  GTypeInterface parent_interface;

  void         (* set_date)        (PlnCalendarView *self, const GDate *date);
  void         (* get_date)        (PlnCalendarView *self, GDate *date);
  void         (* step)            (PlnCalendarView *self, int periods);
  void         (* go_today)        (PlnCalendarView *self); /* if NULL: set_date () with today */
  char       * (* get_title)       (PlnCalendarView *self, char **note);
  void         (* set_gathering)   (PlnCalendarView *self, PlnGathering *gathering);
  void         (* set_filter)      (PlnCalendarView *self, GtkFilter *filter); /* if NULL: it shows all */
  GListModel * (* get_occurrences) (PlnCalendarView *self); /* if NULL: it offers nothing to filter by */
  GtkWidget  * (* get_tool)        (PlnCalendarView *self); /* if NULL: it has none beside the title */
};

void        pln_calendar_view_set_date        (PlnCalendarView *self,
                                               const GDate     *date);
void        pln_calendar_view_get_date        (PlnCalendarView *self,
                                               GDate           *date);
void        pln_calendar_view_step            (PlnCalendarView *self,
                                               int              periods);
void        pln_calendar_view_go_today        (PlnCalendarView *self);
char       *pln_calendar_view_get_title       (PlnCalendarView *self,
                                               char           **note) G_GNUC_WARN_UNUSED_RESULT;
void        pln_calendar_view_set_gathering   (PlnCalendarView *self,
                                               PlnGathering    *gathering);
void        pln_calendar_view_set_filter      (PlnCalendarView *self,
                                               GtkFilter       *filter);
GListModel *pln_calendar_view_get_occurrences (PlnCalendarView *self);
GtkWidget  *pln_calendar_view_get_tool        (PlnCalendarView *self);
void        pln_calendar_view_follow_filter   (PlnCalendarView *self,
                                               GtkFilter      **kept,
                                               GtkFilter       *filter,
                                               GCallback        changed);
void        pln_calendar_view_changed         (PlnCalendarView *self);
GDate       pln_calendar_view_today           (void);

G_END_DECLS
