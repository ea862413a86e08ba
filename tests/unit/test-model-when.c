/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-when.h"
#include "pln-zone.h"

typedef struct
{
  const char *text;
  const char *date; /* by day first; NULL if it is none */
} DateRow;

/* Seen from Tuesday 19 July 2011. */
static const DateRow dates[] = {
  { "20 July 2011", "2011-07-20" },
  { "Wed 20 July 2011", "2011-07-20" },
  { "wednesday 21 july 2011", "2011-07-21" },
  { "July 20, 2011", "2011-07-20" },
  { "20th of july", "2011-07-20" },
  { "19 jul", "2011-07-19" },
  { "18 jul", "2012-07-18" },
  { "1 sept 12", "2012-09-01" },
  { "2012 March 5", "2012-03-05" },
  { "2011-07-20", "2011-07-20" },
  { "2011/7/2", "2011-07-02" },
  { "20110720", "2011-07-20" },
  { "20/7/2011", "2011-07-20" },
  { "20.7.11", "2011-07-20" },
  { "3-8", "2011-08-03" },
  { "7/20/2011", "2011-07-20" },
  { "29 Feb", "2012-02-29" },
  { "today", "2011-07-19" },
  { " Tomorrow ", "2011-07-20" },
  { "fri", "2011-07-22" },
  { "Tuesday", "2011-07-26" },
  { "in 3 days", "2011-07-22" },
  { "in 2 weeks", "2011-08-02" },
  { "", NULL },
  { "20", NULL },
  { "31 june", NULL },
  { "32/13/2011", NULL },
  { "99999999999999999999/1/1", NULL },
  { "29 feb 2011", NULL },
  { "20 July 1066", NULL },
  { "20 July 20111", NULL },
  { "some day", NULL },
  { "1/2/3/4", NULL },
  { "in many days", NULL },
  { "\xf0\x9f\x8e\x89", NULL },
};

static gboolean
read_date (const char   *text,
           PlnDateOrder  order,
           char          iso[16])
{
  GDate today;
  GDate date;

  g_date_clear (&today, 1);
  g_date_clear (&date, 1);
  g_date_set_dmy (&today, 19, G_DATE_JULY, 2011);
  if (!pln_when_parse_date (text, &today, order, &date))
    return FALSE;

  g_date_strftime (iso, 16, "%Y-%m-%d", &date);

  return TRUE;
}

static void
test_dates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      char iso[16] = "";

      g_test_message ("%s", dates[i].text);
      g_assert_true (read_date (dates[i].text, PLN_DATE_ORDER_DMY, iso) == (dates[i].date != NULL));
      if (dates[i].date != NULL)
        g_assert_cmpstr (iso, ==, dates[i].date);
    }
}

static void
test_date_order (void)
{
  char iso[16];

  g_assert_true (read_date ("3/8/2011", PLN_DATE_ORDER_MDY, iso));
  g_assert_cmpstr (iso, ==, "2011-03-08");
  g_assert_true (read_date ("8/3", PLN_DATE_ORDER_MDY, iso));
  g_assert_cmpstr (iso, ==, "2011-08-03");
  g_assert_true (read_date ("11-8-3", PLN_DATE_ORDER_YMD, iso));
  g_assert_cmpstr (iso, ==, "2011-08-03");
  g_assert_cmpint (pln_when_date_order (), ==, PLN_DATE_ORDER_DMY); /* of the C locale */
}

typedef struct
{
  const char *text;
  int         minutes; /* -1 if it is none */
} Row;

static const Row times[] = {
  { "18:30", 1110 },     { "18.30", 1110 },    { "18h30", 1110 },  { "1830", 1110 },  { "930", 570 },
  { "18", 1080 },        { "0:05", 5 },        { "6pm", 1080 },    { "6.30pm", 1110 }, { "6:30 p.m.", 1110 },
  { "12 am", 0 },        { "12:15 pm", 735 },  { "9 a", 540 },     { "noon", 720 },   { "Midnight", 0 },
  { "18 Uhr", 1080 },    { "18h", 1080 },      { "", -1 },         { "24:00", -1 },   { "18:60", -1 },
  { "18:3", -1 },        { "13pm", -1 },       { "0 pm", -1 },     { "late", -1 },    { "18:30:00:1", -1 },
  { "99999", -1 },       { "18446744073709551616", -1 },
};

static const Row lengths[] = {
  { "2 hours", 120 },    { "2h", 120 },        { "1h30", 90 },     { "1 h 30 min", 90 }, { "1:30", 90 },
  { "1.5 h", 90 },       { "1,25 hours", 75 }, { "90", 90 },       { "2", 120 },        { "45 min", 45 },
  { "45 minutes", 45 },  { "3 days", 4320 },   { "1 day 2 h", 1560 }, { "0:45", 45 },   { "0.5", 30 },
  { "", -1 },            { "0", -1 },          { "long", -1 },     { "2 fortnights", -1 }, { "1 2 3", -1 },
  { "400 days", -1 },    { "99999999999999999999 h", -1 },
};

static void
check_rows (const Row *rows,
            gsize      n_rows,
            gboolean (*parse) (const char *text, guint *minutes))
{
  for (gsize i = 0; i < n_rows; i++)
    {
      guint minutes = 0;

      g_test_message ("%s", rows[i].text);
      g_assert_true (parse (rows[i].text, &minutes) == (rows[i].minutes >= 0));
      if (rows[i].minutes >= 0)
        g_assert_cmpint ((int) minutes, ==, rows[i].minutes);
    }
}

static void
test_times (void)
{
  check_rows (times, G_N_ELEMENTS (times), pln_when_parse_time);
}

static void
test_lengths (void)
{
  check_rows (lengths, G_N_ELEMENTS (lengths), pln_when_parse_length);
}

/* Whatever is typed, a date is valid or refused. */
static void
test_noise (void)
{
  static const char letters[] = "0123456789 .:/-'ajulyfrinpmwek\xc3\xa9";

  for (guint i = 0; i < 2000; i++)
    {
      char text[16] = "";
      char iso[16];
      guint minutes = 0;

      for (guint j = 0; j + 1 < sizeof text; j++)
        text[j] = letters[g_test_rand_int_range (0, sizeof letters - 1)];

      if (read_date (text, g_test_rand_int_range (0, 3), iso))
        g_assert_cmpuint (strlen (iso), ==, 10);
      if (pln_when_parse_time (text, &minutes))
        g_assert_cmpuint (minutes, <, PLN_MINUTES_A_DAY);
      if (pln_when_parse_length (text, &minutes))
        g_assert_cmpuint (minutes, >, 0);
    }
}

static void
test_join_and_split (void)
{
  g_autoptr(GDateTime) at = NULL;
  GDate date;
  GDate back;
  guint minutes;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 20, G_DATE_JULY, 2011);
  at = pln_when_join (&date, 18 * 60 + 30, "Europe/London");
  g_assert_cmpint (g_date_time_to_unix (at), ==, 1311183000);

  pln_when_split (at, &back, &minutes);
  g_assert_cmpint (g_date_compare (&date, &back), ==, 0);
  g_assert_cmpuint (minutes, ==, 18 * 60 + 30);

  g_date_set_dmy (&date, 28, G_DATE_MARCH, 2027); /* 01:30 is skipped: 02:30 BST */
  g_clear_pointer (&at, g_date_time_unref);
  at = pln_when_join (&date, 90, "Europe/London");
  pln_when_split (at, NULL, &minutes);
  g_assert_cmpuint (minutes, ==, 150);

  g_date_set_dmy (&date, 31, G_DATE_OCTOBER, 2027); /* 01:30 is there twice: BST */
  g_clear_pointer (&at, g_date_time_unref);
  at = pln_when_join (&date, 90, "Europe/London");
  g_assert_cmpint (g_date_time_get_utc_offset (at), ==, G_TIME_SPAN_HOUR);

  g_assert_true (pln_when_zone_is_known ("Europe/London"));
  g_assert_true (pln_when_zone_is_known ("UTC"));
  g_assert_true (pln_when_zone_is_known (""));
  g_assert_false (pln_when_zone_is_known ("zone.tab")); /* lies beside the zones */
  g_assert_false (pln_when_zone_is_known ("leapseconds"));
  g_assert_false (pln_when_zone_is_known ("right/UTC"));
  g_assert_false (pln_when_zone_is_known ("CET-1CEST"));
  g_assert_false (pln_when_zone_is_known ("Europe/Atlantis"));
}

static void
test_zones_can_be_searched (void)
{
  g_autoptr(GListModel) zones = pln_zone_list ();
  guint n = g_list_model_get_n_items (zones);
  g_autoptr(PlnZone) last = g_list_model_get_item (zones, n - 1);
  gboolean found = FALSE;

  g_assert_cmpstr (pln_zone_get_name (last), ==, "UTC");
  if (n == 1)
    {
      g_test_skip ("this computer has no tzdata");
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnZone) zone = g_list_model_get_item (zones, i);

      g_assert_true (pln_when_zone_is_known (pln_zone_get_name (zone)));
      if (g_str_equal (pln_zone_get_name (zone), "America/Argentina/Buenos_Aires"))
        {
          found = TRUE;
          g_assert_nonnull (strstr (pln_zone_get_search_text (zone), "buenos aires"));
          g_assert_nonnull (strstr (pln_zone_get_search_text (zone), "argentina"));
        }
    }
  g_assert_true (found);
  g_assert_true (pln_when_zone_is_known (pln_zone_here ()));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/when/dates", test_dates);
  g_test_add_func ("/model/when/date-order", test_date_order);
  g_test_add_func ("/model/when/times", test_times);
  g_test_add_func ("/model/when/lengths", test_lengths);
  g_test_add_func ("/model/when/noise", test_noise);
  g_test_add_func ("/model/when/join-and-split", test_join_and_split);
  g_test_add_func ("/model/zone/search", test_zones_can_be_searched);

  return g_test_run ();
}
