/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-repeat.h"

static const struct
{
  const char *start;
  const char *lines;
  const char *words;
} rows[] = {
  { "20270406T190000", "RRULE:FREQ=WEEKLY\r\n", "every Tuesday" },
  { "20270406T190000", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270705T215959Z\r\n",
    "every second Tuesday until 5 July 2027" },
  { "20270406T190000", "RRULE:FREQ=WEEKLY;UNTIL=20270706T230000Z\r\n", "every Tuesday until 7 July 2027" }, /* in Berlin */
  { "20270406T190000", "RRULE:FREQ=DAILY;INTERVAL=3;COUNT=10\r\n", "every 3 days, 10 times" },
  { "20270406T190000", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3\r\n", "every Monday, 3 times" }, /* with the start */
  { "20270406T190000", "RRULE:FREQ=MONTHLY\r\n", "on day 6 of each month" },
  { "20270406T190000", "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1\r\n", "on the last day of each month" },
  { "20270406T190000", "RRULE:FREQ=MONTHLY;BYDAY=1TU\r\n", "on the first Tuesday of each month" },
  { "20270406T190000", "RRULE:FREQ=YEARLY\r\n", "every year on 6 April" },
  { "20270406T190000", "RRULE:FREQ=YEARLY;BYMONTH=6;BYDAY=-1SA\r\n", "every year on the last Saturday of June" },
  { "20270406T190000", "RRULE:FREQ=YEARLY;BYMONTHDAY=6\r\n", "by a rule of its own" }, /* that is each month */
  { "20270406T190000", "RRULE:FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1\r\n", "by a rule of its own" },
  { "20270406T190000", "RRULE:FREQ=MONTHLY;BYDAY=1TU,3TU\r\n", "by a rule of its own" },
  { "20270406T190000", "RRULE:FREQ=HOURLY\r\n", "by a rule of its own" },
  { "20270406T190000", "RDATE;TZID=Europe/Berlin:20270501T190000\r\n", "" },
  { "20270406T190000", "RRULE:FREQ=DAILY;X-FOO=1\r\n", "" },
  { "20270406T190000", "", "" },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *ics = g_strdup_printf ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Europe/Berlin:%s\r\n"
                                              "%sEND:VEVENT\r\nEND:VCALENDAR\r\n", rows[i].start, rows[i].lines);
      g_autoptr(PlnIcalText) text = pln_ical_text_new_from_string (ics, NULL);
      g_autoptr(PlnIcalRecurrence) recurrence = pln_ical_recurrence_new (text, NULL);
      g_autofree char *words = pln_store_repeat_words (recurrence);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/repeat/words", test_words);

  return g_test_run ();
}
