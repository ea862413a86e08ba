/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-occurrence.h"
#include "pln-when.h"

static PlnOccurrence *
new_occurrence (const char *zone,
                const char *start,
                const char *end,
                gboolean    all_day)
{
  g_autoptr(GTimeZone) rules = pln_when_zone (zone);
  g_autoptr(GDateTime) first = g_date_time_new_from_iso8601 (start, rules);
  g_autoptr(GDateTime) last = g_date_time_new_from_iso8601 (end, rules);
  PlnOccurrenceData data = {
    .kind = PLN_OCCURRENCE_KIND_EVENT, .uid = "a@example.org", .title = "Reading", .zone = zone,
    .start = first, .end = last, .all_day = all_day,
  };

  return pln_occurrence_new (&data);
}

static char *
times_of (PlnOccurrence *self)
{
  g_autofree char *start = g_date_time_format (pln_occurrence_get_start (self), "%F %H:%M%z");
  g_autofree char *end = g_date_time_format (pln_occurrence_get_end (self), "%F %H:%M%z");

  return g_strdup_printf ("%s %s", start, end);
}

static void
test_texts_are_never_null (void)
{
  g_autoptr(PlnOccurrence) self = new_occurrence ("UTC", "2011-07-19T18:00:00", "2011-07-19T17:00:00", FALSE);

  g_assert_cmpstr (pln_occurrence_get_place (self), ==, "");
  g_assert_cmpstr (pln_occurrence_get_data (self)->track, ==, "");
  g_assert_null (pln_occurrence_get_people (self)[0]);
  /* An end before the start is none. */
  g_assert_true (g_date_time_equal (pln_occurrence_get_start (self), pln_occurrence_get_end (self)));
}

static void
test_changed_copies (void)
{
  static const char *const people[] = { "Jo Alcock", NULL };
  g_autoptr(PlnOccurrence) self = new_occurrence ("UTC", "2011-07-19T18:00:00", "2011-07-19T19:00:00", FALSE);
  g_autoptr(PlnOccurrence) placed = pln_occurrence_new_placed (self, "Room 1");
  g_autoptr(PlnOccurrence) back = pln_occurrence_new_placed (placed, "");
  PlnOccurrenceData data = *pln_occurrence_get_data (self);
  g_autoptr(PlnOccurrence) with_people = NULL;

  data.people = people;
  with_people = pln_occurrence_new (&data);

  g_assert_cmpstr (pln_occurrence_get_place (placed), ==, "Room 1");
  g_assert_true (pln_occurrence_is_same (self, placed));
  g_assert_false (pln_occurrence_equal (self, placed));
  g_assert_true (pln_occurrence_equal (self, back));
  g_assert_cmpstr (pln_occurrence_get_people (with_people)[0], ==, "Jo Alcock");
  g_assert_false (pln_occurrence_equal (self, with_people));
}

typedef struct
{
  const char *zone;
  const char *start;
  const char *end;
  gboolean    all_day;
  int         days;
  int         minutes;
  const char *times;
} ShiftRow;

static const ShiftRow shifts[] = {
  { "Europe/London", "2011-07-19T18:00:00", "2011-07-19T20:00:00", FALSE, 1, -30, "2011-07-20 17:30+0100 2011-07-20 19:30+0100" },
  { "Europe/London", "2011-07-19T23:30:00", "2011-07-20T00:30:00", FALSE, 0, 45, "2011-07-20 00:15+0100 2011-07-20 01:15+0100" },
  { "Europe/London", "2011-07-19T00:30:00", "2011-07-19T01:30:00", FALSE, 0, -60, "2011-07-18 23:30+0100 2011-07-19 00:30+0100" },
  { "Europe/London", "2011-07-19T18:00:00", "2011-07-19T20:00:00", FALSE, 0, -3000, "2011-07-17 16:00+0100 2011-07-17 18:00+0100" },
  /* Over the change of the clocks the time of day stays, and so does the length. */
  { "Europe/London", "2011-10-29T01:30:00", "2011-10-29T02:30:00", FALSE, 1, 0, "2011-10-30 01:30+0100 2011-10-30 01:30+0000" },
  { "Europe/London", "2011-03-26T01:30:00", "2011-03-26T02:30:00", FALSE, 1, 0, "2011-03-27 02:30+0100 2011-03-27 03:30+0100" },
  { "Europe/London", "2011-10-28T09:00:00", "2011-10-29T17:00:00", FALSE, 1, 0, "2011-10-29 09:00+0100 2011-10-30 17:00+0000" },
  { "Europe/London", "2011-10-29T00:00:00", "2011-10-30T00:00:00", TRUE, 1, 0, "2011-10-30 00:00+0100 2011-10-31 00:00+0000" },
};

static void
test_shifts (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      g_autoptr(PlnOccurrence) self = new_occurrence (shifts[i].zone, shifts[i].start, shifts[i].end, shifts[i].all_day);
      g_autoptr(PlnOccurrence) shifted = pln_occurrence_new_shifted (self, shifts[i].days, shifts[i].minutes);
      g_autofree char *times = times_of (shifted);

      g_assert_cmpstr (times, ==, shifts[i].times);
    }
}

static void
test_shift_at_the_end_of_time (void)
{
  g_autoptr(PlnOccurrence) self = new_occurrence ("UTC", "9999-12-31T18:00:00", "9999-12-31T20:00:00", FALSE);
  g_autoptr(PlnOccurrence) shifted = pln_occurrence_new_shifted (self, 1, 0);

  g_assert_true (pln_occurrence_equal (self, shifted));
}

static void
test_within (void)
{
  g_autoptr(PlnOccurrence) hour = new_occurrence ("UTC", "1970-01-01T01:00:00", "1970-01-01T02:00:00", FALSE);
  g_autoptr(PlnOccurrence) moment = new_occurrence ("UTC", "1970-01-01T01:00:00", "1970-01-01T01:00:00", FALSE);

  g_assert_true (pln_occurrence_is_within (hour, 7199, 8000));
  g_assert_false (pln_occurrence_is_within (hour, 7200, 8000));
  g_assert_false (pln_occurrence_is_within (hour, 0, 3600));
  g_assert_true (pln_occurrence_is_within (hour, 0, 3601));
  g_assert_true (pln_occurrence_is_within (moment, 3600, 7200));
  g_assert_false (pln_occurrence_is_within (moment, 0, 3600));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/occurrence/texts", test_texts_are_never_null);
  g_test_add_func ("/model/occurrence/changed-copies", test_changed_copies);
  g_test_add_func ("/model/occurrence/shifts", test_shifts);
  g_test_add_func ("/model/occurrence/end-of-time", test_shift_at_the_end_of_time);
  g_test_add_func ("/model/occurrence/within", test_within);

  return g_test_run ();
}
