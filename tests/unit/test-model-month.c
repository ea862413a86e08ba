/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-month.h"
#include "pln-when.h"

#include <string.h>

static GDate
day (GDateDay   number,
     GDateMonth month,
     GDateYear  year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, number, month, year);

  return date;
}

static void
test_weeks (void)
{
  static const struct
  {
    GDateWeekday first_weekday;
    GDateMonth   month;
    GDateYear    year;
    int          n_weeks;
    GDateDay     first;
    guint        week; /* of the first row */
  } rows[] = {
    { G_DATE_MONDAY, G_DATE_JULY, 2011, 5, 27, 26 },
    { G_DATE_SUNDAY, G_DATE_JULY, 2011, 6, 26, 26 },
    { G_DATE_SATURDAY, G_DATE_JULY, 2011, 6, 25, 26 },
    { G_DATE_MONDAY, G_DATE_MAY, 2011, 6, 25, 17 },
    { G_DATE_MONDAY, G_DATE_FEBRUARY, 2010, 5, 1, 5 },
    { G_DATE_MONDAY, G_DATE_JANUARY, 2011, 6, 27, 52 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GDate any = day (19, rows[i].month, rows[i].year);
      PlnMonth month;

      pln_month_set_first_weekday (rows[i].first_weekday);
      month = pln_month_of (&any);
      g_assert_cmpint (month.n_weeks, ==, rows[i].n_weeks);
      g_assert_cmpuint (g_date_get_day (&month.first), ==, rows[i].first);
      g_assert_cmpint (g_date_get_weekday (&month.first), ==, rows[i].first_weekday);
      g_assert_cmpuint (pln_month_week_number (&month, 0), ==, rows[i].week);
    }
  pln_month_set_first_weekday (G_DATE_BAD_WEEKDAY);
}

/* A locale without a country has the week of ISO 8601. */
static void
test_locale (void)
{
  g_assert_cmpint (pln_month_first_weekday (), ==, G_DATE_MONDAY);
}

static PlnOccurrence *
occurrence (PlnOccurrenceKind  kind,
            const char        *start,
            const char        *end,
            gboolean           all_day)
{
  g_autoptr(GTimeZone) zone = pln_when_zone ("UTC");
  g_autoptr(GDateTime) from = g_date_time_new_from_iso8601 (start, zone);
  g_autoptr(GDateTime) to = end != NULL ? g_date_time_new_from_iso8601 (end, zone) : NULL;
  PlnOccurrenceData data = { .kind = kind, .uid = "u", .zone = "UTC", .start = from, .end = to, .all_day = all_day };

  return pln_occurrence_new (&data);
}

static void
test_days_of (void)
{
  static const struct
  {
    PlnOccurrenceKind  kind;
    const char        *start;
    const char        *end;
    gboolean           all_day;
    GDateDay           first;
    GDateDay           last;
    int                rank;
  } rows[] = {
    { PLN_OCCURRENCE_KIND_EVENT, "2011-07-18T00:00:00", "2011-07-23T00:00:00", TRUE, 18, 22, 0 },
    { PLN_OCCURRENCE_KIND_EVENT, "2011-07-18T00:00:00", "2011-07-19T00:00:00", TRUE, 18, 18, 2 },
    { PLN_OCCURRENCE_KIND_EVENT, "2011-07-18T00:00:00", NULL, TRUE, 18, 18, 2 },
    { PLN_OCCURRENCE_KIND_SESSION, "2011-07-18T22:00:00", "2011-07-19T02:00:00", FALSE, 18, 18, 3 }, /* over midnight */
    { PLN_OCCURRENCE_KIND_EVENT, "2011-07-18T22:00:00", "2011-07-20T00:00:00", FALSE, 18, 19, 0 },
    { PLN_OCCURRENCE_KIND_GATHERING, "2011-07-18T09:00:00", "2011-07-19T17:00:00", FALSE, 18, 19, 0 },
    { PLN_OCCURRENCE_KIND_GATHERING, "2011-07-18T09:00:00", "2011-07-18T17:00:00", FALSE, 18, 18, 1 },
    { PLN_OCCURRENCE_KIND_ACTION, "2011-07-18T09:00:00", NULL, FALSE, 18, 18, 4 },
    { PLN_OCCURRENCE_KIND_EVENT, "2011-07-18T09:00:00", "2011-07-17T09:00:00", FALSE, 18, 18, 3 }, /* nonsense */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PlnOccurrence) one = occurrence (rows[i].kind, rows[i].start, rows[i].end, rows[i].all_day);
      GDate first, last;

      pln_month_days_of (one, &first, &last);
      g_assert_cmpuint (g_date_get_day (&first), ==, rows[i].first);
      g_assert_cmpuint (g_date_get_day (&last), ==, rows[i].last);
      g_assert_cmpint (pln_month_rank (one), ==, rows[i].rank);
    }
}

/* Whatever a week holds: no two things overlap, nothing is lost, there is a
 * line left where something is hidden, and none is wasted where nothing is. */
static void
test_pack (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      guint n = (guint) g_test_rand_int_range (0, 40);
      int n_lanes = g_test_rand_int_range (0, 8);
      PlnMonthBar bars[40];
      guint n_hidden[7];

      for (guint i = 0; i < n; i++)
        {
          bars[i].first = g_test_rand_int_range (0, 7);
          bars[i].last = g_test_rand_int_range (0, 3) == 0 ? g_test_rand_int_range (bars[i].first, 7) : bars[i].first;
        }
      pln_month_pack (bars, n, n_lanes, n_hidden);

      for (int d = 0; d < 7; d++)
        {
          guint of_day = 0, shown = 0;
          guint taken = 0;

          for (guint i = 0; i < n; i++)
            {
              if (bars[i].first > d || bars[i].last < d)
                continue;
              of_day++;
              if (bars[i].lane < 0)
                continue;
              shown++;
              g_assert_cmpint (bars[i].lane, <, n_hidden[d] > 0 ? n_lanes - 1 : n_lanes);
              g_assert_cmpuint (taken & (1u << bars[i].lane), ==, 0);
              taken |= 1u << bars[i].lane;
            }
          g_assert_cmpuint (of_day, ==, shown + n_hidden[d]);
        }
    }
}

/* As in the picture: a bar over five days stands above what each day has. */
static void
test_order (void)
{
  PlnMonthBar bars[] = { { 0, 4, 0 }, { 1, 1, 0 }, { 1, 1, 0 }, { 1, 1, 0 }, { 2, 2, 0 } };
  guint n_hidden[7];

  pln_month_pack (bars, G_N_ELEMENTS (bars), 3, n_hidden);
  g_assert_cmpint (bars[0].lane, ==, 0);
  g_assert_cmpint (bars[1].lane, ==, 1);
  g_assert_cmpint (bars[2].lane, ==, -1);
  g_assert_cmpint (bars[3].lane, ==, -1);
  g_assert_cmpint (bars[4].lane, ==, 1);
  g_assert_cmpuint (n_hidden[1], ==, 2);
  g_assert_cmpuint (n_hidden[2], ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/month/weeks", test_weeks);
  g_test_add_func ("/month/locale", test_locale);
  g_test_add_func ("/month/days-of", test_days_of);
  g_test_add_func ("/month/pack", test_pack);
  g_test_add_func ("/month/order", test_order);

  return g_test_run ();
}
