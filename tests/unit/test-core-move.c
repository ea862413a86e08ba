/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-private.h"

static GDateTime *
at (const char *text,
    const char *zone)
{
  g_autoptr(GTimeZone) rules = g_time_zone_new_identifier (zone);

  return g_date_time_new_from_iso8601 (text, rules);
}

/* A programme keeps its times by the clock on the wall. */
static void
test_wall_clock (void)
{
  static const struct
  {
    const char *time;
    const char *from;
    const char *to;
    const char *moved;
  } rows[] = {
    { "2026-10-20T10:30:00", "2026-10-20T09:30:00", "2026-10-27T09:30:00", "2026-10-27T10:30:00" }, /* summer ends */
    { "2026-10-20T10:30:00", "2026-10-20T09:30:00", "2026-10-21T10:00:00", "2026-10-21T11:00:00" },
    { "2026-12-02T09:00:00", "2026-12-01T09:30:00", "2027-01-31T09:30:00", "2027-02-01T09:00:00" }, /* second day */
    { "2026-12-01T08:00:00", "2026-12-01T09:30:00", "2026-12-03T01:00:00", "2026-12-02T23:30:00" }, /* before the start */
    { "2026-12-01T23:30:00", "2026-12-01T18:00:00", "2026-12-08T19:00:00", "2026-12-09T00:30:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GDateTime) time = at (rows[i].time, "Europe/London");
      g_autoptr(GDateTime) from = at (rows[i].from, "Europe/London");
      g_autoptr(GDateTime) to = at (rows[i].to, "Europe/London");
      g_autoptr(GDateTime) moved = pln_core_move_time (time, from, to, "Europe/London");
      g_autofree char *text = g_date_time_format (moved, "%FT%T");

      g_assert_cmpstr (text, ==, rows[i].moved);
    }
}

static void
test_other_zone (void)
{
  g_autoptr(GDateTime) time = at ("2026-12-01T10:30:00", "Europe/London");
  g_autoptr(GDateTime) from = at ("2026-12-01T09:30:00", "Europe/London");
  g_autoptr(GDateTime) to = at ("2026-12-01T09:30:00", "Asia/Tokyo");
  g_autoptr(GDateTime) moved = pln_core_move_time (time, from, to, "Asia/Tokyo");
  g_autofree char *text = g_date_time_format (moved, "%FT%T%:z");

  g_assert_cmpstr (text, ==, "2026-12-01T10:30:00+09:00");
}

static void
test_no_time (void)
{
  g_autoptr(GDateTime) from = at ("2026-12-01T09:30:00", "Europe/London");

  g_assert_null (pln_core_move_time (NULL, from, from, "Europe/London"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/move/wall-clock", test_wall_clock);
  g_test_add_func ("/core/move/zone", test_other_zone);
  g_test_add_func ("/core/move/none", test_no_time);

  return g_test_run ();
}
