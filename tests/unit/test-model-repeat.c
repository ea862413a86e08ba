/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-repeat.h"

#define MO (1 << 1)
#define TU (1 << 2)
#define WE (1 << 3)
#define TH (1 << 4)
#define FR (1 << 5)
#define SU (1 << 0)

static const struct
{
  PlnRepeat   repeat;
  const char *words;
} rows[] = {
  { { PLN_REPEAT_DAYS, 1 }, "every day" },
  { { PLN_REPEAT_DAYS, 2, .count = 1 }, "every second day, 1 time" },
  { { PLN_REPEAT_DAYS, 3, .count = 10 }, "every 3 days, 10 times" },
  { { PLN_REPEAT_WEEKS, 1 }, "every week" },
  { { PLN_REPEAT_WEEKS, 1, .weekdays = TU }, "every Tuesday" },
  { { PLN_REPEAT_WEEKS, 1, .weekdays = MO | TH }, "every Monday and Thursday" },
  { { PLN_REPEAT_WEEKS, 1, .weekdays = SU | MO | WE }, "every Monday, Wednesday and Sunday" },
  { { PLN_REPEAT_WEEKS, 1, .weekdays = MO | TU | WE | TH | FR }, "from Monday to Friday" },
  { { PLN_REPEAT_WEEKS, 2, .weekdays = TU }, "every second Tuesday" },
  { { PLN_REPEAT_WEEKS, 2, .weekdays = TU | FR }, "every second week on Tuesday and Friday" },
  { { PLN_REPEAT_WEEKS, 3, .weekdays = TU }, "every 3 weeks on Tuesday" },
  { { PLN_REPEAT_MONTHS, 1, .day = 15 }, "on day 15 of each month" },
  { { PLN_REPEAT_MONTHS, 1, .day = -1 }, "on the last day of each month" },
  { { PLN_REPEAT_MONTHS, 1, .nth = 2, .weekday = 2 }, "on the second Tuesday of each month" },
  { { PLN_REPEAT_MONTHS, 2, .nth = -1, .weekday = 5 }, "on the last Friday of every second month" },
  { { PLN_REPEAT_MONTHS, 3, .nth = 1, .weekday = 0 }, "every 3 months on the first Sunday" },
  { { PLN_REPEAT_YEARS, 1, .day = 29, .month = 2 }, "every year on 29 February" },
  { { PLN_REPEAT_YEARS, 2, .day = -1, .month = 6 }, "every second year on the last day of June" },
  { { PLN_REPEAT_YEARS, 4, .nth = 1, .weekday = 6, .month = 6 }, "every 4 years on the first Saturday of June" },
  { { PLN_REPEAT_OTHERWISE, 1, .count = 3 }, "by a rule of its own" },
};

static void
test_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = pln_repeat_words (&rows[i].repeat);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_until (void)
{
  g_autoptr(GDateTime) until = g_date_time_new_utc (2027, 7, 5, 0, 0, 0);
  PlnRepeat repeat = { PLN_REPEAT_WEEKS, 2, .weekdays = TU, .until = until };
  g_autofree char *words = pln_repeat_words (&repeat);

  g_assert_cmpstr (words, ==, "every second Tuesday until 5 July 2027");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/repeat/words", test_words);
  g_test_add_func ("/model/repeat/until", test_until);

  return g_test_run ();
}
