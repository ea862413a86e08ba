/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cli.h"

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    const char *zone;
    const char *time; /* NULL: not a time */
    gboolean    is_day;
  } rows[] = {
    { "2026-12-01T18:00", "Europe/London", "2026-12-01T18:00:00+00:00", FALSE },
    { "2026-06-01T18:00", "Europe/London", "2026-06-01T18:00:00+01:00", FALSE },
    { "2026-06-01 18:00:30", "Asia/Kolkata", "2026-06-01T18:00:00+05:30", FALSE },
    { "2026-12-01", "Europe/London", "2026-12-01T00:00:00+00:00", TRUE },
    { "2026-12-01T18:00:00+01:00", "Europe/London", "2026-12-01T17:00:00+00:00", FALSE },
    { "2026-12-01T18:00:00Z", "Europe/Berlin", "2026-12-01T19:00:00+01:00", FALSE },
    { "2024-02-29T10:00", "UTC", "2024-02-29T10:00:00+00:00", FALSE },
    { "2026-02-29T10:00", "UTC", NULL },
    { "2026-13-01T10:00", "UTC", NULL },
    { "2026-12-01T24:00", "UTC", NULL },
    { "2026-12-01T1800", "UTC", NULL },
    { "2026-12-01T18:00:61", "UTC", NULL },
    { "2026-12-01T18:00 tomorrow", "UTC", NULL },
    { "2026-12-1", "UTC", NULL },
    { "tomorrow", "UTC", NULL },
    { "", "UTC", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GDateTime) time = NULL;
      g_autofree char *text = NULL;
      gboolean is_day = FALSE;

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (pln_cli_read_time (rows[i].text, rows[i].zone, &time, &is_day), ==, rows[i].time != NULL);
      if (rows[i].time == NULL)
        continue;
      text = g_date_time_format (time, "%FT%T%:z");
      g_assert_cmpstr (text, ==, rows[i].time);
      g_assert_cmpint (is_day, ==, rows[i].is_day);
    }
}

static void
test_lengths (void)
{
  static const struct
  {
    const char *text;
    guint       minutes; /* 0: not a length */
  } rows[] = {
    { "PT2H", 120 }, { "PT90M", 90 }, { "PT1H30M", 90 }, { "P1D", 1440 }, { "P1DT2H", 1560 }, { "P1W", 10080 },
    { "2 hours", 120 },
    { "P", 0 }, { "PT", 0 }, { "PT0M", 0 }, { "P2H", 0 }, { "PT2D", 0 }, { "PT30M1H", 0 }, { "PT2", 0 },
    { "PT99999999999H", 0 }, { "-PT2H", 0 }, { "", 0 }, { "long", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint minutes = 0;
      gboolean is_length = pln_cli_read_length (rows[i].text, &minutes);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpint (is_length, ==, rows[i].minutes > 0);
      if (is_length)
        g_assert_cmpuint (minutes, ==, rows[i].minutes);
    }
}

static void
test_persons (void)
{
  g_autofree char *name = NULL;
  g_autofree char *email = NULL;
  char *other_name = NULL;
  char *other_email = NULL;

  g_assert_true (pln_cli_read_person ("Cosima Larkspur <cosima@larkspur.example>", &name, &email));
  g_assert_cmpstr (name, ==, "Cosima Larkspur");
  g_assert_cmpstr (email, ==, "cosima@larkspur.example");

  g_assert_false (pln_cli_read_person ("Cosima Larkspur", &other_name, &other_email));
  g_assert_false (pln_cli_read_person ("Cosima <>", &other_name, &other_email));
  g_assert_null (other_name);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/read/times", test_times);
  g_test_add_func ("/cli/read/lengths", test_lengths);
  g_test_add_func ("/cli/read/persons", test_persons);

  return g_test_run ();
}
