/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-calendar-view.h"

#include "pln-clock.h"

G_DEFINE_INTERFACE (PlnCalendarView, pln_calendar_view, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
pln_calendar_view_default_init (PlnCalendarViewInterface *iface)
{
  /**
   * PlnCalendarView:selected:
   *
   * What is selected, as the view's own kind of object, or %NULL. The side
   * pane shows it.
   */
  g_object_interface_install_property (iface,
    g_param_spec_object ("selected", NULL, NULL, G_TYPE_OBJECT,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  /**
   * PlnCalendarView:loading:
   *
   * Whether something that belongs into the period is still being read.
   */
  g_object_interface_install_property (iface,
    g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  /**
   * PlnCalendarView::changed:
   * @self: the view
   *
   * The view shows another period, or its title is another.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", PLN_TYPE_CALENDAR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * pln_calendar_view_set_date:
 * @self: a view
 * @date: a day
 *
 * Shows the period that holds a day. What was selected elsewhere is not
 * selected any more.
 */
void
pln_calendar_view_set_date (PlnCalendarView *self,
                            const GDate     *date)
{
  g_return_if_fail (PLN_IS_CALENDAR_VIEW (self));
  g_return_if_fail (g_date_valid (date));

  PLN_CALENDAR_VIEW_GET_IFACE (self)->set_date (self, date);
}

/**
 * pln_calendar_view_get_date:
 * @self: a view
 * @date: (out caller-allocates): the day that the user looks at
 */
void
pln_calendar_view_get_date (PlnCalendarView *self,
                            GDate           *date)
{
  g_return_if_fail (PLN_IS_CALENDAR_VIEW (self));

  PLN_CALENDAR_VIEW_GET_IFACE (self)->get_date (self, date);
}

/**
 * pln_calendar_view_step:
 * @self: a view
 * @periods: how many months, weeks, days to go on, or back
 */
void
pln_calendar_view_step (PlnCalendarView *self,
                        int              periods)
{
  g_return_if_fail (PLN_IS_CALENDAR_VIEW (self));

  PLN_CALENDAR_VIEW_GET_IFACE (self)->step (self, periods);
}

/**
 * pln_calendar_view_go_today:
 * @self: a view
 *
 * Shows the period of today.
 */
void
pln_calendar_view_go_today (PlnCalendarView *self)
{
  PlnCalendarViewInterface *iface;
  GDate today;

  g_return_if_fail (PLN_IS_CALENDAR_VIEW (self));

  iface = PLN_CALENDAR_VIEW_GET_IFACE (self);
  today = pln_calendar_view_today ();
  if (iface->go_today != NULL)
    iface->go_today (self);
  else
    iface->set_date (self, &today);
}

/**
 * pln_calendar_view_get_title:
 * @self: a view
 * @note: (out) (optional) (nullable) (transfer full): a word that stands
 *   smaller behind the title (“week 29”), or %NULL
 *
 * Returns: (transfer full): the period in words: “July 2011”, “18–24 July 2011”
 */
char *
pln_calendar_view_get_title (PlnCalendarView  *self,
                             char            **note)
{
  g_autofree char *unused = NULL;

  g_return_val_if_fail (PLN_IS_CALENDAR_VIEW (self), NULL);

  if (note == NULL)
    note = &unused;
  *note = NULL;

  return PLN_CALENDAR_VIEW_GET_IFACE (self)->get_title (self, note);
}

/**
 * pln_calendar_view_set_gathering:
 * @self: a view
 * @gathering: (nullable): the gathering that was chosen
 */
void
pln_calendar_view_set_gathering (PlnCalendarView *self,
                                 PlnGathering    *gathering)
{
  g_return_if_fail (PLN_IS_CALENDAR_VIEW (self));
  g_return_if_fail (gathering == NULL || PLN_IS_GATHERING (gathering));

  PLN_CALENDAR_VIEW_GET_IFACE (self)->set_gathering (self, gathering);
}

/**
 * pln_calendar_view_set_filter:
 * @self: a view
 * @filter: (nullable): for the occurrences to show; the view follows it
 */
void
pln_calendar_view_set_filter (PlnCalendarView *self,
                              GtkFilter       *filter)
{
  PlnCalendarViewInterface *iface;

  g_return_if_fail (PLN_IS_CALENDAR_VIEW (self));
  g_return_if_fail (filter == NULL || GTK_IS_FILTER (filter));

  iface = PLN_CALENDAR_VIEW_GET_IFACE (self);
  if (iface->set_filter != NULL)
    iface->set_filter (self, filter);
}

/**
 * pln_calendar_view_get_occurrences:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): a list of [class@Occurrence]: all that
 *   the period holds, with what the filter hides
 */
GListModel *
pln_calendar_view_get_occurrences (PlnCalendarView *self)
{
  PlnCalendarViewInterface *iface;

  g_return_val_if_fail (PLN_IS_CALENDAR_VIEW (self), NULL);

  iface = PLN_CALENDAR_VIEW_GET_IFACE (self);

  return iface->get_occurrences != NULL ? iface->get_occurrences (self) : NULL;
}

/**
 * pln_calendar_view_get_tool:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): a control of its own that stands beside
 *   the title while the view is seen; the view owns it
 */
GtkWidget *
pln_calendar_view_get_tool (PlnCalendarView *self)
{
  PlnCalendarViewInterface *iface;

  g_return_val_if_fail (PLN_IS_CALENDAR_VIEW (self), NULL);

  iface = PLN_CALENDAR_VIEW_GET_IFACE (self);

  return iface->get_tool != NULL ? iface->get_tool (self) : NULL;
}

/**
 * pln_calendar_view_changed:
 * @self: a view
 *
 * For views: says that the period or its title is another.
 */
void
pln_calendar_view_changed (PlnCalendarView *self)
{
  g_return_if_fail (PLN_IS_CALENDAR_VIEW (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * pln_calendar_view_follow_filter:
 * @self: a view
 * @kept: (inout) (nullable): where the view keeps its filter
 * @filter: (nullable): another one
 * @changed: called with @self whenever the filter changes
 *
 * For views: follows another filter, and no longer the one before.
 */
void
pln_calendar_view_follow_filter (PlnCalendarView  *self,
                                 GtkFilter       **kept,
                                 GtkFilter        *filter,
                                 GCallback         changed)
{
  g_return_if_fail (PLN_IS_CALENDAR_VIEW (self));

  if (*kept != NULL)
    g_signal_handlers_disconnect_by_data (*kept, self);
  g_set_object (kept, filter);
  if (filter != NULL)
    g_signal_connect_object (filter, "changed", changed, self, G_CONNECT_SWAPPED);
}

/**
 * pln_calendar_view_today:
 *
 * Returns: the day that it is here now
 */
GDate
pln_calendar_view_today (void)
{
  g_autoptr(GDateTime) now = pln_clock_now_here ();
  int year;
  int month;
  int day;
  GDate today;

  g_date_time_get_ymd (now, &year, &month, &day);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return today;
}
