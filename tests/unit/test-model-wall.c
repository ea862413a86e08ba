/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-wall.h"

#include "pln-countdown.h"

#define START 10000

static PlnCountdownStep
step_at (gint64 before)
{
  return pln_countdown_at (START - before, START, START + 2700).step;
}

static void
test_countdown (void)
{
  PlnCountdown half = pln_countdown_at (START + 1350, START, START + 2700);

  g_assert_cmpint (step_at (3600), ==, PLN_COUNTDOWN_WAITING);
  g_assert_cmpint (step_at (181), ==, PLN_COUNTDOWN_WAITING);
  g_assert_cmpint (step_at (180), ==, PLN_COUNTDOWN_SOON);
  g_assert_cmpint (step_at (61), ==, PLN_COUNTDOWN_SOON);
  g_assert_cmpint (step_at (60), ==, PLN_COUNTDOWN_MINUTE);
  g_assert_cmpint (step_at (1), ==, PLN_COUNTDOWN_MINUTE);
  g_assert_cmpint (step_at (0), ==, PLN_COUNTDOWN_BEGUN);
  g_assert_cmpint (step_at (-30), ==, PLN_COUNTDOWN_RUNNING);
  g_assert_cmpint (step_at (-2520), ==, PLN_COUNTDOWN_ENDING);
  g_assert_cmpint (step_at (-2640), ==, PLN_COUNTDOWN_LAST);
  g_assert_cmpint (step_at (-2700), ==, PLN_COUNTDOWN_OVER);
  g_assert_cmpint (pln_countdown_at (0, 0, 0).step, ==, PLN_COUNTDOWN_NONE);
  g_assert_cmpint (half.seconds, ==, 1350);
  g_assert_cmpfloat (half.part, ==, 0.5);
  g_assert_cmpfloat (pln_countdown_at (0, START, START + 60).part, ==, 1);
}

static void
expect_figures (gint64      seconds,
                const char *figures)
{
  g_autofree char *made = pln_countdown_figures (seconds);

  g_assert_cmpstr (made, ==, figures);
}

static void
test_figures (void)
{
  expect_figures (165, "2:45");
  expect_figures (5, "0:05");
  expect_figures (3765, "1:02:45");
}

/* A screen reader is not made to say every second. */
static void
test_spoken (void)
{
  guint n = 0;

  for (gint64 now = START - 900; now < START; now++)
    {
      PlnCountdown countdown = pln_countdown_at (now, START, START + 2700);
      g_autofree char *spoken = pln_countdown_spoken (&countdown, "Round 2");

      n += spoken != NULL;
      if (now == START - 120)
        g_assert_cmpstr (spoken, ==, "Round 2 begins in 2 minutes");
    }
  g_assert_cmpuint (n, ==, 3);
}

static void
test_grid (void)
{
  static const guint grids[][3] = { { 0, 1, 1 }, { 1, 1, 1 }, { 2, 2, 1 }, { 4, 2, 2 }, { 6, 3, 2 }, { 12, 4, 3 }, { 20, 5, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (grids); i++)
    {
      guint columns, rows;

      pln_wall_grid (grids[i][0], &columns, &rows);
      g_assert_cmpuint (columns, ==, grids[i][1]);
      g_assert_cmpuint (rows, ==, grids[i][2]);
    }
  g_assert_cmpuint (pln_wall_n_pages (0), ==, 1);
  g_assert_cmpuint (pln_wall_n_pages (20), ==, 1);
  g_assert_cmpuint (pln_wall_n_pages (21), ==, 2);
}

static PlnGathering *
new_day (const char *const *names)
{
  PlnGathering *gathering = pln_gathering_new ("day");
  g_autoptr(PlnRound) first = pln_round_new ("r1");
  g_autoptr(PlnRound) second = pln_round_new ("r2");
  g_autoptr(PlnGroup) group = pln_group_new ("g1");
  g_autoptr(GPtrArray) places = pln_places_new ();
  g_autoptr(GDateTime) one = g_date_time_new_utc (2011, 7, 19, 14, 0, 0);
  g_autoptr(GDateTime) two = g_date_time_new_utc (2011, 7, 19, 14, 45, 0);
  g_autoptr(GDateTime) three = g_date_time_new_utc (2011, 7, 19, 15, 25, 0);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autoptr(PlnAttendee) attendee = pln_attendee_new (id);

      pln_attendee_set_name (attendee, names[i]);
      pln_attendee_set_email (attendee, "secret@a.example");
      pln_gathering_add_attendee (gathering, attendee);
      g_ptr_array_add (places, pln_place_new (id, PLN_GROUP_ROLE_NONE, FALSE));
    }
  g_ptr_array_remove_index (places, 0);
  pln_group_set_places (group, places);
  pln_round_put_group (first, group);
  pln_round_set_number (first, 1);
  pln_round_set_times (first, one, two, "UTC");
  pln_round_set_number (second, 2);
  pln_round_set_times (second, two, three, "UTC");
  pln_gathering_put_round (gathering, first);
  pln_gathering_put_round (gathering, second);

  return gathering;
}

static void
test_names (void)
{
  static const char *const full[] = { "Cosima Larkspur", "Cosima Harrow", "Juno Sorrel", "", "Ada Dunnock", "Ada Dunnett",
                                      "Sorrel, Wilf", "Cher", NULL };
  static const char *const first[] = { "Cosima L.", "Cosima H.", "Juno", "Guest", "Ada Dun.", "Ada Dun.", "Wilf", "Cher" };
  g_autoptr(PlnGathering) gathering = new_day (full);
  g_autoptr(GHashTable) in_full = pln_wall_names (gathering, TRUE);
  g_autoptr(GHashTable) in_short = pln_wall_names (gathering, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      g_assert_cmpstr (g_hash_table_lookup (in_full, id), ==, *full[i] != '\0' ? full[i] : "Guest");
      g_assert_cmpstr (g_hash_table_lookup (in_short, id), ==, first[i]);
    }
}

static void
test_find (void)
{
  static const char *const full[] = { "Cosima Larkspur", "Cosima Harrow", "Juno Sorrel", NULL };
  g_autoptr(PlnGathering) gathering = new_day (full);
  PlnRound *round = pln_gathering_find_round (gathering, "r1");
  g_autoptr(GPtrArray) found = pln_wall_find (gathering, round, "cosima");

  g_assert_cmpuint (found->len, ==, 1); /* the other one does not sit in this round */
  g_assert_cmpstr (pln_attendee_get_name (found->pdata[0]), ==, "Cosima Harrow");
}

static void
test_next (void)
{
  static const char *const full[] = { "Cosima Larkspur", NULL };
  g_autoptr(PlnGathering) gathering = new_day (full);
  g_autofree char *next = pln_wall_next (gathering, pln_gathering_find_round (gathering, "r1"), 3);
  g_autofree char *nothing = pln_wall_next (gathering, pln_gathering_find_round (gathering, "r2"), 3);
  g_autoptr(GDateTime) early = g_date_time_new_utc (2011, 7, 19, 9, 0, 0);
  g_autoptr(GDateTime) later = g_date_time_new_utc (2011, 7, 19, 14, 46, 0);
  g_autoptr(GDateTime) night = g_date_time_new_utc (2011, 7, 19, 22, 0, 0);

  g_assert_cmpstr (next, ==, "Round 2 at 14:45");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpuint (pln_wall_choose (gathering, early), ==, 0);
  g_assert_cmpuint (pln_wall_choose (gathering, later), ==, 1);
  g_assert_cmpuint (pln_wall_choose (gathering, night), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/countdown/steps", test_countdown);
  g_test_add_func ("/model/countdown/figures", test_figures);
  g_test_add_func ("/model/countdown/spoken", test_spoken);
  g_test_add_func ("/model/wall/grid", test_grid);
  g_test_add_func ("/model/wall/names", test_names);
  g_test_add_func ("/model/wall/find", test_find);
  g_test_add_func ("/model/wall/next", test_next);

  return g_test_run ();
}
