/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-frames.h"

#include "pln-clock.h"
#include "pln-programme-view-private.h"
#include "pln-ui-programme.h"
#include "pln-ui-test.h"

#include <stdlib.h>

/* How long the programme works with a conference as large as FOSDEM 2026: 30
 * rooms, 883 sessions, two days. Fails where a goal is missed. */

#define N_ROOMS    30
#define N_SESSIONS 883
#define N_FRAMES   200

#define MOST_CHANGE 100.0 /* ms */
#define MOST_DAY    200.0
#define MOST_OPEN   200.0

static void
scroll (BenchFrames   *bench,
        GtkAdjustment *adjustment,
        const char    *what)
{
  double most = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  bench_frames_forget (bench);
  for (int i = 1; i <= N_FRAMES; i++)
    {
      gtk_adjustment_set_value (adjustment, most * i / N_FRAMES);
      bench_frames_paint (bench);
    }
  bench_frames_report (bench, what);
  gtk_adjustment_set_value (adjustment, 0);
  bench_frames_paint (bench);
}

/* One session is moved: all is looked at again, also for clashes. */
static void
change (BenchFrames  *bench,
        PlnGathering *gathering)
{
  PlnSession *session = pln_gathering_find_session (gathering, "large00100");
  g_autoptr(GDateTime) start = g_date_time_add_minutes (pln_session_get_start (session), 5);
  g_autoptr(GDateTime) end = g_date_time_add_minutes (pln_session_get_end (session), 5);

  bench_frames_start (bench);
  pln_session_set_times (session, start, end, "Europe/London", FALSE);
  bench_frames_end (bench, "one session moved", MOST_CHANGE);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(PlnGathering) gathering = pln_ui_programme_large (N_ROOMS, N_SESSIONS);
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  BenchFrames bench;
  PlnProgrammeView *view;
  GtkWindow *window;
  GDate day;

  pln_clock_set (PLN_UI_TEST_NOW);
  pln_ui_test_init (&argc, &argv);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 19, G_DATE_JULY, 2011);

  window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (window, 912, 706); /* as the view is in a window of 1200 × 800 */
  pln_wishes_offer (window, PLN_WISHES (wishes));
  gtk_window_present (window);
  bench_frames_open (&bench, GTK_WIDGET (window));

  bench_frames_start (&bench);
  view = PLN_PROGRAMME_VIEW (pln_programme_view_new ());
  pln_calendar_view_set_gathering (PLN_CALENDAR_VIEW (view), gathering);
  gtk_window_set_child (window, GTK_WIDGET (view));
  pln_calendar_view_set_date (PLN_CALENDAR_VIEW (view), &day);
  bench_frames_end (&bench, "the programme is there", MOST_OPEN);

  scroll (&bench, pln_time_scroller_get_hadjustment (view->scroller), "a frame, rooms");
  scroll (&bench, pln_time_scroller_get_vadjustment (view->scroller), "a frame, hours");
  change (&bench, gathering);

  bench_frames_start (&bench);
  pln_calendar_view_step (PLN_CALENDAR_VIEW (view), 1);
  bench_frames_end (&bench, "another day", MOST_DAY);

  bench_frames_start (&bench);
  g_signal_emit_by_name (view->days, "chosen", -1);
  bench_frames_end (&bench, "all days", MOST_DAY);
  scroll (&bench, pln_time_scroller_get_hadjustment (view->scroller), "a frame, rooms of all days");
  change (&bench, gathering);

  bench_frames_clear (&bench);
  gtk_window_destroy (window);

  return bench.failed > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
