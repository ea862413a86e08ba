/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-month.h"

#include "pln-when.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

static GDateWeekday chosen_first = G_DATE_BAD_WEEKDAY;

/**
 * pln_month_first_weekday:
 *
 * Finds the day with which a week begins in the locale, Monday where the locale
 * is of no country.
 *
 * Returns: a day of the week
 */
GDateWeekday
pln_month_first_weekday (void)
{
  /* glibc returns these two not as texts: a number in a byte, and a day, by
   * which the numbers are counted, in the place of a pointer. */
  const char *number = nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  guint origin = (guint) (gsize) nl_langinfo (_NL_TIME_WEEK_1STDAY);
  const char *locale = setlocale (LC_TIME, NULL);
  int first;

  if (chosen_first != G_DATE_BAD_WEEKDAY)
    return chosen_first;
  if (locale == NULL || g_str_equal (locale, "C") || g_str_has_prefix (locale, "C.") || g_str_equal (locale, "POSIX"))
    return G_DATE_MONDAY;

  first = (origin == 19971201 ? 1 : 0) + number[0] - 1; /* Sunday is 0 */

  return first % 7 == 0 ? G_DATE_SUNDAY : (GDateWeekday) (first % 7);
}

/**
 * pln_month_set_first_weekday:
 * @first: a day of the week; %G_DATE_BAD_WEEKDAY for that of the locale
 *
 * Lets weeks begin with another day.
 */
void
pln_month_set_first_weekday (GDateWeekday first)
{
  chosen_first = first;
}

/**
 * pln_month_of:
 * @day: a day
 *
 * Returns: the month of that day, in the weeks of the locale
 */
PlnMonth
pln_month_of (const GDate *day)
{
  PlnMonth self = { .year = g_date_get_year (day), .month = g_date_get_month (day) };
  int before;

  g_date_clear (&self.first, 1);
  g_date_set_dmy (&self.first, 1, self.month, self.year);
  before = ((int) g_date_get_weekday (&self.first) - (int) pln_month_first_weekday () + 7) % 7;
  g_date_subtract_days (&self.first, (guint) before);
  self.n_weeks = before + g_date_get_days_in_month (self.month, self.year) > 35 ? 6 : 5;

  return self;
}

/**
 * pln_month_index_of:
 * @self: a month
 * @day: a day
 *
 * Returns: its number, counted from the first day that is shown; may be
 *   negative, or beyond the last
 */
int
pln_month_index_of (const PlnMonth *self,
                    const GDate    *day)
{
  return g_date_days_between (&self->first, day);
}

/**
 * pln_month_day:
 * @self: a month
 * @index: the number of a day
 *
 * Returns: the day
 */
GDate
pln_month_day (const PlnMonth *self,
               int             index)
{
  GDate day = self->first;

  if (index >= 0)
    g_date_add_days (&day, (guint) index);
  else
    g_date_subtract_days (&day, (guint) -index);

  return day;
}

/**
 * pln_month_is_inside:
 * @self: a month
 * @day: a day
 *
 * Returns: whether it is a day of this month and not of a week around it
 */
gboolean
pln_month_is_inside (const PlnMonth *self,
                     const GDate    *day)
{
  return g_date_get_year (day) == self->year && g_date_get_month (day) == self->month;
}

/**
 * pln_month_week_number:
 * @self: a month
 * @week: which of its weeks, from 0
 *
 * Returns: the number of the week (ISO 8601), which is that of its Thursday
 */
guint
pln_month_week_number (const PlnMonth *self,
                       int             week)
{
  int to_thursday = (G_DATE_THURSDAY - (int) g_date_get_weekday (&self->first) + 7) % 7;
  GDate thursday = pln_month_day (self, 7 * week + to_thursday);

  return g_date_get_iso8601_week_of_year (&thursday);
}

/**
 * pln_month_days_of:
 * @occurrence: something in the calendar
 * @first: (out caller-allocates): the day on which it begins here
 * @last: (out caller-allocates): the last day that it is shown on
 *
 * What goes on over midnight and is shorter than a day stands where it begins.
 */
void
pln_month_days_of (PlnOccurrence *occurrence,
                   GDate         *first,
                   GDate         *last)
{
  GDateTime *start = pln_occurrence_get_start (occurrence);
  GDateTime *end = pln_occurrence_get_end (occurrence);
  gboolean all_day = pln_occurrence_get_all_day (occurrence);
  g_autoptr(GDateTime) begin = all_day ? g_date_time_ref (start) : g_date_time_to_local (start);
  GTimeSpan length = end != NULL ? g_date_time_difference (end, start) : 0;
  g_autoptr(GDateTime) over = NULL;

  pln_when_split (begin, first, NULL);
  *last = *first;
  if (length < G_TIME_SPAN_DAY)
    return;

  over = all_day ? g_date_time_add_days (end, -1) : g_date_time_add_seconds (end, -1);
  if (!all_day)
    {
      g_autoptr(GDateTime) there = g_steal_pointer (&over);

      over = g_date_time_to_local (there);
    }
  pln_when_split (over, last, NULL);
  if (g_date_compare (last, first) < 0)
    *last = *first;
}

/**
 * pln_month_rank:
 * @occurrence: something in the calendar
 *
 * Tells in which order the things of a day stand: what lasts several days,
 * gatherings, what lasts a day, what has a time, actions, and breaks.
 *
 * Returns: a number, lower for what comes first
 */
int
pln_month_rank (PlnOccurrence *occurrence)
{
  GDate first;
  GDate last;

  pln_month_days_of (occurrence, &first, &last);
  if (g_date_compare (&first, &last) != 0)
    return 0;

  switch (pln_occurrence_get_kind (occurrence))
    {
    case PLN_OCCURRENCE_KIND_GATHERING:
      return 1;
    case PLN_OCCURRENCE_KIND_ACTION:
      return 4;
    case PLN_OCCURRENCE_KIND_SESSION:
    case PLN_OCCURRENCE_KIND_ROUND:
    case PLN_OCCURRENCE_KIND_EVENT:
    default:
      return pln_occurrence_get_is_break (occurrence) ? 5 : pln_occurrence_get_all_day (occurrence) ? 2 : 3;
    }
}

/* Gives each bar the uppermost lane that is free on all its days. */
static void
place (PlnMonthBar *bars,
       guint        n_bars,
       const int    room[7],
       guint        n_hidden[7])
{
  int n_lanes = 0;
  g_autofree guint8 *taken = NULL; /* a bit for each day */

  for (int day = 0; day < 7; day++)
    n_lanes = MAX (n_lanes, room[day]);
  taken = g_new0 (guint8, MAX (n_lanes, 1));
  memset (n_hidden, 0, 7 * sizeof *n_hidden);

  for (guint i = 0; i < n_bars; i++)
    {
      PlnMonthBar *bar = &bars[i];
      guint8 days = 0;
      int lanes = n_lanes;

      for (int day = bar->first; day <= bar->last; day++)
        {
          days |= (guint8) (1 << day);
          lanes = MIN (lanes, room[day]);
        }
      for (bar->lane = 0; bar->lane < lanes && (taken[bar->lane] & days) != 0; bar->lane++)
        ;
      if (bar->lane < lanes)
        {
          taken[bar->lane] |= days;
          continue;
        }

      bar->lane = -1;
      for (int day = bar->first; day <= bar->last; day++)
        n_hidden[day]++;
    }
}

/**
 * pln_month_pack:
 * @bars: (inout) (array length=n_bars): the things of a week, those that come
 *   first first
 * @n_bars: how many they are
 * @n_lanes: for how many lines there is room
 * @n_hidden: (out caller-allocates) (array fixed-size=7): how many of each day
 *   have no room
 *
 * Gives the things of a week their lines. No two overlap. On a day on which not
 * all have room, the last line is left free for saying so.
 */
void
pln_month_pack (PlnMonthBar *bars,
                guint        n_bars,
                int          n_lanes,
                guint        n_hidden[7])
{
  int room[7];
  gboolean again;

  for (int day = 0; day < 7; day++)
    room[day] = MAX (n_lanes, 0);

  do
    {
      again = FALSE;
      place (bars, n_bars, room, n_hidden);
      for (int day = 0; day < 7; day++)
        if (n_hidden[day] > 0 && n_lanes > 0 && room[day] == n_lanes)
          {
            room[day] = n_lanes - 1;
            again = TRUE;
          }
    }
  while (again);
}
