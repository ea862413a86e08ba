/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-clock.h"
#include "pln-when-words.h"
#include "pln-when.h"

#include <string.h>

typedef struct
{
  const char *start;
  const char *end; /* NULL for none */
  const char *zone;
  gboolean    all_day;
  const char *words;
} Row;

static const Row rows[] = {
  { "2011-07-20T18:30", "2011-07-20T20:30", "Europe/London", FALSE, "Wed 20 July 2011, 18:30–20:30, London time" },
  { "2011-07-20T09:05", NULL, "America/Argentina/Buenos_Aires", FALSE, "Wed 20 July 2011, 9:05, Buenos Aires time" },
  { "2011-07-20T18:30", "2011-07-20T18:30", "UTC", FALSE, "Wed 20 July 2011, 18:30, UTC" },
  { "2011-07-20T18:30", "2011-07-21T00:00", "", FALSE, "Wed 20 July 2011, 18:30–0:00" },
  { "2011-07-20T22:00", "2011-07-21T02:00", "UTC", FALSE, "Wed 20 July 2011, 22:00 to 2:00 on Thu 21 July 2011, UTC" },
  { "2011-07-20T00:00", "2011-07-21T00:00", "", TRUE, "Wed 20 July 2011" },
  { "2011-07-20T00:00", NULL, "", TRUE, "Wed 20 July 2011" },
  { "2011-07-20T00:00", "2011-07-23T00:00", "", TRUE, "Wed 20 to Fri 22 July 2011" },
  { "2011-07-30T00:00", "2011-08-02T00:00", "", TRUE, "Sat 30 July to Mon 1 August 2011" },
  { "2011-12-31T00:00", "2012-01-02T00:00", "", TRUE, "Sat 31 December 2011 to Sun 1 January 2012" },
};

static GDateTime *
moment (const char *text,
        const char *zone)
{
  g_autoptr(GTimeZone) rules = pln_when_zone (zone);
  g_autofree char *whole = g_strconcat (text, ":00", NULL);

  return g_date_time_new_from_iso8601 (whole, rules);
}

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GDateTime) start = moment (rows[i].start, rows[i].zone);
      g_autoptr(GDateTime) end = rows[i].end != NULL ? moment (rows[i].end, rows[i].zone) : NULL;
      g_autofree char *words = pln_when_words (start, end, rows[i].zone, rows[i].all_day);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_no_date (void)
{
  g_autofree char *words = pln_when_words (NULL, NULL, "", FALSE);

  g_assert_cmpstr (words, ==, "No date yet");
}

static void
test_parts (void)
{
  g_autoptr(GDateTime) start = moment ("2011-07-20T09:30", "UTC");
  g_autoptr(GDateTime) end = moment ("2011-07-20T10:00", "UTC");
  g_autofree char *times = pln_when_words_times (start, end);
  g_autofree char *spoken = pln_when_words_times_spoken (start, end);
  g_autofree char *date = pln_when_words_date (start);
  g_autofree char *heading = NULL;
  g_autofree char *heading_later = NULL;

  g_assert_cmpstr (times, ==, "9:30–10:00");
  g_assert_cmpstr (spoken, ==, "9:30 to 10:00");
  g_assert_cmpstr (date, ==, "20 July 2011");

  pln_clock_set (g_date_time_to_unix (start));
  heading = pln_when_words_heading (start);
  g_assert_cmpstr (heading, ==, "Wednesday 20 July");
  pln_clock_set (g_date_time_to_unix (start) + 400 * 24 * 3600);
  heading_later = pln_when_words_heading (start);
  g_assert_cmpstr (heading_later, ==, "Wednesday 20 July 2011");
}

/* What is shown can be typed again. */
static void
test_words_are_read_back (void)
{
  for (guint minutes = 1; minutes < 3 * PLN_MINUTES_A_DAY; minutes += 7)
    {
      g_autofree char *length = pln_when_words_length (minutes);
      g_autofree char *clock = pln_when_words_clock (minutes % PLN_MINUTES_A_DAY);
      guint read = 0;

      g_assert_true (pln_when_parse_length (length, &read));
      g_assert_cmpuint (read, ==, minutes);
      g_assert_true (pln_when_parse_time (clock, &read));
      g_assert_cmpuint (read, ==, minutes % PLN_MINUTES_A_DAY);
    }
}

static void
check_zone (const char *zone,
            const char *at,
            const char *expected)
{
  g_autoptr(GDateTime) moment_there = moment (at, "UTC");
  g_autofree char *words = pln_when_words_zone_at (zone, moment_there);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_zone (void)
{
  check_zone ("Europe/London", "2011-07-20T12:00", "London time (UTC+1)");
  check_zone ("Europe/London", "2011-01-20T12:00", "London time (UTC)");
  check_zone ("Asia/Kolkata", "2011-01-20T12:00", "Kolkata time (UTC+5:30)");
  check_zone ("America/St_Johns", "2011-01-20T12:00", "St Johns time (UTC-3:30)");
  check_zone ("UTC", "2011-01-20T12:00", "UTC");
  check_zone ("Europe/Atlantis", "2011-01-20T12:00", "Atlantis time");
  check_zone ("", "2011-01-20T12:00", "Time of each place (no zone)");
}

static void
test_odd_clock (void)
{
  static const struct { int month; int day; guint minutes; const char *zone; const char *expected; } odd[] = {
    { 3, 28, 150, "Europe/Berlin", "The clock is put forward over 2:30 on that day: 3:30 is meant." },
    { 10, 31, 150, "Europe/Berlin", "The clock shows 2:30 twice on that day: the first time is meant." },
    { 10, 31, 120, "Europe/Berlin", "The clock shows 2:00 twice on that day: the first time is meant." },
    { 10, 31, 180, "Europe/Berlin", NULL },
    { 10, 31, 119, "Europe/Berlin", NULL },
    { 3, 28, 180, "Europe/Berlin", NULL },
    { 3, 28, 119, "Europe/Berlin", NULL },
    { 10, 30, 150, "Europe/Berlin", NULL },
    { 10, 3, 135, "Australia/Lord_Howe", "The clock is put forward over 2:15 on that day: 2:45 is meant." },
    { 4, 4, 105, "Australia/Lord_Howe", "The clock shows 1:45 twice on that day: the first time is meant." },
    { 3, 28, 150, "UTC", NULL },
    { 3, 28, 150, "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      GDate day;
      g_autofree char *words = NULL;

      g_date_clear (&day, 1);
      g_date_set_dmy (&day, (GDateDay) odd[i].day, (GDateMonth) odd[i].month, 2027);
      words = pln_when_words_odd_clock (&day, odd[i].minutes, odd[i].zone);
      g_assert_cmpstr (words, ==, odd[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/when-words/words", test_words);
  g_test_add_func ("/model/when-words/no-date", test_no_date);
  g_test_add_func ("/model/when-words/parts", test_parts);
  g_test_add_func ("/model/when-words/read-back", test_words_are_read_back);
  g_test_add_func ("/model/when-words/zone", test_zone);
  g_test_add_func ("/model/when-words/odd-clock", test_odd_clock);

  return g_test_run ();
}
