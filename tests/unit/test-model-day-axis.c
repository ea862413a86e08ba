/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-day-axis.h"
#include "pln-when.h"

static gint64
moment (const char *text)
{
  g_autoptr(GDateTime) at = g_date_time_new_from_iso8601 (text, NULL);

  return g_date_time_to_unix (at);
}

static PlnDayAxis *
axis_of (const char *zone,
         int         day,
         int         month,
         int         year,
         guint       n_days)
{
  g_autoptr(GTimeZone) rules = pln_when_zone (zone);
  g_autofree GDate *days = g_new (GDate, n_days);

  for (guint i = 0; i < n_days; i++)
    {
      g_date_clear (&days[i], 1);
      g_date_set_dmy (&days[i], (GDateDay) day, (GDateMonth) month, (GDateYear) year);
      g_date_add_days (&days[i], i);
    }

  return pln_day_axis_new (days, n_days, rules, 0, 1440);
}

static void
test_ordinary_day (void)
{
  g_autoptr(PlnDayAxis) axis = axis_of ("Europe/London", 19, 7, 2011, 1);
  double from, to;

  g_assert_cmpfloat (pln_day_axis_get_end (axis), ==, 1440);
  g_assert_cmpfloat (pln_day_axis_to_place (axis, 0, moment ("2011-07-19T14:12:00+01:00")), ==, 14 * 60 + 12);
  g_assert_cmpint (pln_day_axis_from_place (axis, 0, 570), ==, moment ("2011-07-19T09:30:00+01:00"));
  g_assert_cmpint (pln_day_axis_from_place (axis, 0, -60), ==, moment ("2011-07-18T23:00:00+01:00"));
  g_assert_cmpint (pln_day_axis_from_place (axis, 0, 1500), ==, moment ("2011-07-20T01:00:00+01:00"));
  g_assert_false (pln_day_axis_get_hole (axis, 0, 0, &from, &to));
}

/* 27 March 2011: after 0:59 comes 2:00. */
static void
test_day_of_23_hours (void)
{
  g_autoptr(PlnDayAxis) axis = axis_of ("Europe/London", 27, 3, 2011, 1);
  double from, to;

  g_assert_cmpfloat (pln_day_axis_get_end (axis), ==, 23 * 60);
  g_assert_cmpfloat (pln_day_axis_to_place (axis, 0, moment ("2011-03-27T00:30:00Z")), ==, 30);
  g_assert_cmpfloat (pln_day_axis_to_place (axis, 0, moment ("2011-03-27T02:30:00+01:00")), ==, 90);
  g_assert_cmpint (pln_day_axis_clock (axis, 59, NULL), ==, 59);
  g_assert_cmpint (pln_day_axis_clock (axis, 60, NULL), ==, 120);
  g_assert_false (pln_day_axis_get_hole (axis, 0, 0, &from, &to));
}

/* 30 October 2011: after 1:59 comes 1:00. */
static void
test_day_of_25_hours (void)
{
  g_autoptr(PlnDayAxis) axis = axis_of ("Europe/London", 30, 10, 2011, 1);
  gboolean again;

  g_assert_cmpfloat (pln_day_axis_get_end (axis), ==, 25 * 60);
  g_assert_cmpfloat (pln_day_axis_to_place (axis, 0, moment ("2011-10-30T01:30:00+01:00")), ==, 90);
  g_assert_cmpfloat (pln_day_axis_to_place (axis, 0, moment ("2011-10-30T01:30:00Z")), ==, 150);
  g_assert_cmpfloat (pln_day_axis_to_place (axis, 0, moment ("2011-10-30T02:00:00Z")), ==, 180);
  g_assert_cmpint (pln_day_axis_clock (axis, 90, &again), ==, 90);
  g_assert_false (again);
  g_assert_cmpint (pln_day_axis_clock (axis, 150, &again), ==, 90);
  g_assert_true (again);
}

/* A week: its Sunday has no 1:00, the other days have; Monday's line is its own. */
static void
test_week_of_spring (void)
{
  g_autoptr(PlnDayAxis) axis = axis_of ("Europe/London", 21, 3, 2011, 7);
  double from, to;

  g_assert_cmpfloat (pln_day_axis_get_end (axis), ==, 1440);
  g_assert_cmpfloat (pln_day_axis_to_place (axis, 6, moment ("2011-03-27T10:00:00+01:00")), ==, 600);
  g_assert_true (pln_day_axis_get_hole (axis, 6, 0, &from, &to));
  g_assert_cmpfloat (from, ==, 60);
  g_assert_cmpfloat (to, ==, 120);
  g_assert_false (pln_day_axis_get_hole (axis, 6, 1, &from, &to));
  g_assert_false (pln_day_axis_get_hole (axis, 5, 0, &from, &to));
  g_assert_cmpint (pln_day_axis_from_place (axis, 6, 90), ==, moment ("2011-03-27T02:00:00+01:00"));
}

static void
test_week_of_autumn (void)
{
  g_autoptr(PlnDayAxis) axis = axis_of ("Europe/London", 24, 10, 2011, 7);
  double from, to;

  g_assert_cmpfloat (pln_day_axis_get_end (axis), ==, 1500);
  g_assert_cmpfloat (pln_day_axis_to_place (axis, 0, moment ("2011-10-24T10:00:00+01:00")), ==, 660);
  g_assert_cmpfloat (pln_day_axis_to_place (axis, 6, moment ("2011-10-30T10:00:00Z")), ==, 660);
  g_assert_true (pln_day_axis_get_hole (axis, 0, 0, &from, &to));
  g_assert_cmpfloat (from, ==, 120);
  g_assert_cmpfloat (to, ==, 180);
  g_assert_false (pln_day_axis_get_hole (axis, 6, 0, &from, &to));
  g_assert_cmpint (pln_day_axis_from_place (axis, 0, 150), ==, moment ("2011-10-24T02:00:00+01:00"));
}

/* Every minute of every day that there is has a place of its own, later ones
 * a later one, and the place tells the minute. */
static void
test_there_and_back (void)
{
  static const struct { const char *zone; int day, month, year; } weeks[] = {
    { "Europe/London", 21, 3, 2011 }, { "Europe/London", 24, 10, 2011 }, { "Europe/London", 18, 7, 2011 },
    { "Australia/Lord_Howe", 28, 3, 2011 }, { "Australia/Lord_Howe", 26, 9, 2011 }, { "America/New_York", 1, 11, 2011 },
    { "America/Sao_Paulo", 10, 10, 2011 }, { "Asia/Kathmandu", 1, 1, 2011 }, { "America/St_Johns", 1, 11, 2010 },
    { "UTC", 1, 1, 2011 }, { "Atlantic/Azores", 24, 10, 2011 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (weeks); i++)
    for (guint n_days = 1; n_days <= 7; n_days += 6)
      {
        g_autoptr(PlnDayAxis) axis = axis_of (weeks[i].zone, weeks[i].day, weeks[i].month, weeks[i].year, n_days);

        for (guint day = 0; day < n_days; day++)
          {
            gint64 first = pln_day_axis_from_place (axis, day, pln_day_axis_get_start (axis));
            gint64 last = pln_day_axis_from_place (axis, day, pln_day_axis_get_end (axis));
            double before = -1;

            g_assert_cmpint (last - first, >=, 23 * 3600);
            g_assert_cmpint (last - first, <=, 25 * 3600);
            for (gint64 at = first; at < last; at += 60)
              {
                double place = pln_day_axis_to_place (axis, day, at);

                g_assert_cmpfloat (place, >, before);
                g_assert_cmpint (pln_day_axis_from_place (axis, day, place), ==, at);
                before = place;
              }
            if (day + 1 < n_days)
              g_assert_cmpint (pln_day_axis_from_place (axis, day + 1, 0), ==, last);
          }
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/day-axis/ordinary-day", test_ordinary_day);
  g_test_add_func ("/day-axis/day-of-23-hours", test_day_of_23_hours);
  g_test_add_func ("/day-axis/day-of-25-hours", test_day_of_25_hours);
  g_test_add_func ("/day-axis/week-of-spring", test_week_of_spring);
  g_test_add_func ("/day-axis/week-of-autumn", test_week_of_autumn);
  g_test_add_func ("/day-axis/there-and-back", test_there_and_back);

  return g_test_run ();
}
