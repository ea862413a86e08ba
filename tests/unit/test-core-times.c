/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-times.h"

#define NOW     1311081120
#define MINUTE  60
#define EVERY   (15 * MINUTE)

static void
sync_once (PlnCoreTimes *times,
           gint64        at)
{
  pln_core_times_take (times, PLN_CORE_EVENT_BEGUN, at);
  g_assert_cmpint (pln_core_times_wait (times, at), ==, -1);
  pln_core_times_take (times, PLN_CORE_EVENT_ENDED, at);
}

static void
test_by_the_clock (void)
{
  PlnCoreTimes times;

  pln_core_times_begin (&times, 15);
  g_assert_cmpint (pln_core_times_wait (&times, NOW), ==, -1);
  pln_core_times_take (&times, PLN_CORE_EVENT_STARTED, NOW);
  g_assert_cmpint (pln_core_times_wait (&times, NOW), ==, 0);
  sync_once (&times, NOW);
  g_assert_cmpint (pln_core_times_wait (&times, NOW), ==, EVERY);
  g_assert_cmpint (pln_core_times_wait (&times, NOW + 10 * MINUTE), ==, 5 * MINUTE);

  pln_core_times_begin (&times, 0);
  pln_core_times_take (&times, PLN_CORE_EVENT_STARTED, NOW);
  sync_once (&times, NOW);
  g_assert_cmpint (pln_core_times_wait (&times, NOW), ==, -1);
}

static void
test_after_edits (void)
{
  PlnCoreTimes times;

  pln_core_times_begin (&times, 15);
  sync_once (&times, NOW);
  pln_core_times_take (&times, PLN_CORE_EVENT_EDITED, NOW);
  g_assert_cmpint (pln_core_times_wait (&times, NOW), ==, 2);
  pln_core_times_take (&times, PLN_CORE_EVENT_EDITED, NOW + 1);
  g_assert_cmpint (pln_core_times_wait (&times, NOW + 1), ==, 1); /* typing on does not put it off */

  /* What is edited during a sync goes with the next one. */
  pln_core_times_take (&times, PLN_CORE_EVENT_BEGUN, NOW + 2);
  pln_core_times_take (&times, PLN_CORE_EVENT_EDITED, NOW + 3);
  pln_core_times_take (&times, PLN_CORE_EVENT_ENDED, NOW + 10);
  g_assert_cmpint (pln_core_times_wait (&times, NOW + 10), ==, 0);
}

static void
test_on_focus (void)
{
  PlnCoreTimes times;

  pln_core_times_begin (&times, 15);
  sync_once (&times, NOW);
  pln_core_times_take (&times, PLN_CORE_EVENT_FOCUSED, NOW + 10);
  g_assert_cmpint (pln_core_times_wait (&times, NOW + 10), ==, EVERY - 10);
  pln_core_times_take (&times, PLN_CORE_EVENT_FOCUSED, NOW + 40);
  g_assert_cmpint (pln_core_times_wait (&times, NOW + 40), ==, 0);
}

static void
test_network (void)
{
  PlnCoreTimes times;

  pln_core_times_begin (&times, 15);
  pln_core_times_take (&times, PLN_CORE_EVENT_CUT_OFF, NOW);
  pln_core_times_take (&times, PLN_CORE_EVENT_EDITED, NOW);
  g_assert_cmpint (pln_core_times_wait (&times, NOW + 60), ==, -1);
  times.not_before = NOW + 10 * MINUTE;
  pln_core_times_take (&times, PLN_CORE_EVENT_CONNECTED, NOW + 60);
  g_assert_cmpint (pln_core_times_wait (&times, NOW + 60), ==, 0);
}

static void
test_wish_does_not_wait (void)
{
  PlnCoreTimes times;

  pln_core_times_begin (&times, 15);
  sync_once (&times, NOW);
  times.not_before = NOW + 5 * MINUTE;
  pln_core_times_take (&times, PLN_CORE_EVENT_EDITED, NOW);
  g_assert_cmpint (pln_core_times_wait (&times, NOW), ==, 5 * MINUTE);
  pln_core_times_take (&times, PLN_CORE_EVENT_CUT_OFF, NOW);
  pln_core_times_take (&times, PLN_CORE_EVENT_WISHED, NOW);
  g_assert_cmpint (pln_core_times_wait (&times, NOW), ==, 0);
}

static void
test_clock_goes_back (void)
{
  PlnCoreTimes times;

  pln_core_times_begin (&times, 15);
  sync_once (&times, NOW);
  g_assert_cmpint (pln_core_times_wait (&times, NOW - 365 * 24 * 60 * MINUTE), <=, 24 * 60 * MINUTE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/times/clock", test_by_the_clock);
  g_test_add_func ("/times/edits", test_after_edits);
  g_test_add_func ("/times/focus", test_on_focus);
  g_test_add_func ("/times/network", test_network);
  g_test_add_func ("/times/wish", test_wish_does_not_wait);
  g_test_add_func ("/times/clock-back", test_clock_goes_back);

  return g_test_run ();
}
