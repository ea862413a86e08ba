/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-programme-view-private.h"

#include "pln-clock.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

/* Which days of a programme are looked at, and what they are called. */

/* The day that is looked at: the one chosen, else the next, else the last. */
int
pln_programme_view_nearest_day (PlnProgrammeView *self)
{
  GArray *days = self->timetable->days;

  for (guint i = 0; i < days->len; i++)
    if (g_date_compare (&g_array_index (days, GDate, i), &self->date) >= 0)
      return (int) i;

  return (int) days->len - 1;
}

/* Opens where something is going on: now, or at the first session. */
static void
scroll_to_start (PlnProgrammeView *self,
                 gboolean          to_now)
{
  guint day = (guint) pln_programme_view_nearest_day (self);
  gint64 at = 0;
  guint column = 0;

  while (column + 1 < self->columns->len && g_array_index (self->columns, PlnProgrammeColumn, column).day != day)
    column++;
  for (guint i = 0; i < self->timetable->items->len; i++)
    {
      const PlnTimetableItem *item = &g_array_index (self->timetable->items, PlnTimetableItem, i);

      if (item->day == day && (at == 0 || item->start < at))
        at = item->start;
    }
  if (to_now)
    at = pln_clock_now ();
  if (at != 0)
    pln_time_scroller_scroll_to (self->scroller, column, at);
  if (self->all_days && gtk_widget_get_width (GTK_WIDGET (self->grid)) > 0)
    {
      int x, width;

      pln_time_grid_get_column_area (self->grid, column, &x, &width);
      gtk_adjustment_set_value (pln_time_scroller_get_hadjustment (self->scroller), x);
    }
}

static void
show_day (PlnProgrammeView *self,
          const GDate      *date,
          gboolean          to_now)
{
  GDate before = self->date;

  self->date = *date;
  pln_programme_view_update_now (self);
  if (self->timetable == NULL)
    return;

  if (to_now || !self->has_scrolled || g_date_compare (&before, &self->date) != 0)
    scroll_to_start (self, to_now);
  self->has_scrolled = TRUE;
}

void
pln_programme_view_choose_day (PlnProgrammeView *self,
                               int               day)
{
  self->all_days = day < 0;
  if (day >= 0 && self->timetable != NULL && (guint) day < self->timetable->days->len)
    self->date = g_array_index (self->timetable->days, GDate, day);
  pln_programme_view_update_now (self);
  scroll_to_start (self, FALSE);
  pln_calendar_view_changed (PLN_CALENDAR_VIEW (self));
}

void
pln_programme_view_set_date (PlnCalendarView *view,
                             const GDate     *date)
{
  show_day (PLN_PROGRAMME_VIEW (view), date, FALSE);
}

void
pln_programme_view_get_date (PlnCalendarView *view,
                             GDate           *date)
{
  *date = PLN_PROGRAMME_VIEW (view)->date;
}

void
pln_programme_view_step (PlnCalendarView *view,
                         int              periods)
{
  PlnProgrammeView *self = PLN_PROGRAMME_VIEW (view);
  int day;

  if (self->timetable == NULL)
    return;

  day = CLAMP (pln_programme_view_nearest_day (self) + periods, 0, (int) self->timetable->days->len - 1);
  show_day (self, &g_array_index (self->timetable->days, GDate, day), FALSE);
}

static gboolean
is_today_shown (PlnProgrammeView *self,
                GDate            *today)
{
  g_autoptr(GDateTime) now = pln_clock_now_utc ();

  if (self->timetable == NULL)
    return FALSE;
  pln_timetable_get_day (now, self->timetable->zone, today);

  return pln_timetable_find_day (self->timetable, today) >= 0;
}

void
pln_programme_view_show_now (PlnProgrammeView *self)
{
  GDate today;

  if (!is_today_shown (self, &today))
    return;

  show_day (self, &today, TRUE);
  pln_calendar_view_changed (PLN_CALENDAR_VIEW (self));
}

void
pln_programme_view_go_today (PlnCalendarView *view)
{
  PlnProgrammeView *self = PLN_PROGRAMME_VIEW (view);
  GDate today = pln_calendar_view_today ();

  if (is_today_shown (self, &today))
    show_day (self, &today, TRUE);
  else
    show_day (self, &today, FALSE);
}

/* “19–20 July 2011”, “31 Jan – 1 Feb 2026” */
static char *
days_words (GDateTime *first,
            GDateTime *last)
{
  gboolean one_month = g_date_time_get_month (first) == g_date_time_get_month (last)
                       && g_date_time_get_year (first) == g_date_time_get_year (last);
  /* Translators: the first of several days of one month, before “–20 July 2011”; see g_date_time_format (). */
  g_autofree char *from = one_month ? g_date_time_format (first, _("%-e"))
                                    /* Translators: the first of several days, before “ – 1 Feb 2026”. */
                                    : g_date_time_format (first, _("%-e %b"));
  g_autofree char *to = one_month ? g_date_time_format (last, _("%-e %B %Y"))
                                  /* Translators: the last of several days: 1 Feb 2026. */
                                  : g_date_time_format (last, _("%-e %b %Y"));

  return g_strconcat (from, one_month ? "–" : " – ", to, NULL);
}

char *
pln_programme_view_get_title (PlnCalendarView  *view,
                              char            **note)
{
  PlnProgrammeView *self = PLN_PROGRAMME_VIEW (view);
  g_autoptr(GDateTime) first = NULL;
  g_autoptr(GDateTime) last = NULL;
  GArray *days = self->timetable != NULL ? self->timetable->days : NULL;
  const GDate *date = &self->date;

  if (self->gathering == NULL || days == NULL)
    return g_strdup (_("Programme"));
  if (self->all_days)
    date = &g_array_index (days, GDate, 0);

  first = g_date_time_new_utc (g_date_get_year (date), (int) g_date_get_month (date), g_date_get_day (date), 0, 0, 0);
  if (!self->all_days)
    return pln_when_words_heading (first);

  date = &g_array_index (days, GDate, days->len - 1);
  last = g_date_time_new_utc (g_date_get_year (date), (int) g_date_get_month (date), g_date_get_day (date), 0, 0, 0);

  return days_words (first, last);
}
