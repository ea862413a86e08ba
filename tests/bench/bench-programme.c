/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-clock.h"
#include "pln-programme-view-private.h"
#include "pln-ui-programme.h"
#include "pln-ui-test.h"

#include <stdlib.h>
#include <time.h>

/* How long the programme works with a conference as large as FOSDEM 2026: 30
 * rooms, 883 sessions, two days. What counts is the time of the processor, of
 * this thread, which draws; so it is the same on a busy machine. Fails where a
 * goal is missed. */

#define N_ROOMS    30
#define N_SESSIONS 883
#define N_FRAMES   200

#define MOST_FRAME  16.0  /* ms, 95 of 100 frames */
#define MOST_CHANGE 100.0 /* ms */
#define MOST_DAY    200.0 /* ms */

typedef struct
{
  GArray *works; /* double, ms, a frame each */
  double  begun;
  int     failed;
} Bench;

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return time.tv_sec * 1000.0 + time.tv_nsec / 1e6;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Bench         *bench)
{
  bench->begun = now ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench         *bench)
{
  double work = now () - bench->begun;

  g_array_append_val (bench->works, work);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double one = *(const double *) a;
  double two = *(const double *) b;

  return (one > two) - (one < two);
}

static void
report (Bench      *bench,
        const char *what,
        double      work,
        double      most)
{
  g_print ("%-28s %7.2f ms, at most %.0f%s\n", what, work, most, work > most ? "  MISSED" : "");
  bench->failed += work > most;
}

static void
paint (Bench *bench)
{
  guint before = bench->works->len;

  while (bench->works->len == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
scroll (Bench         *bench,
        GtkAdjustment *adjustment,
        const char    *what)
{
  double most = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  g_array_set_size (bench->works, 0);
  for (int i = 1; i <= N_FRAMES; i++)
    {
      gtk_adjustment_set_value (adjustment, most * i / N_FRAMES);
      paint (bench);
    }
  g_array_sort (bench->works, compare);
  report (bench, what, g_array_index (bench->works, double, N_FRAMES * 95 / 100), MOST_FRAME);
  gtk_adjustment_set_value (adjustment, 0);
  paint (bench);
}

/* One session is moved: all is looked at again, also for clashes. */
static void
change (Bench            *bench,
        PlnProgrammeView *view,
        PlnGathering     *gathering)
{
  PlnSession *session = pln_gathering_find_session (gathering, "large00100");
  g_autoptr(GDateTime) start = g_date_time_add_minutes (pln_session_get_start (session), 5);
  g_autoptr(GDateTime) end = g_date_time_add_minutes (pln_session_get_end (session), 5);
  double begun = now ();

  pln_session_set_times (session, start, end, "Europe/London", FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (view));
  paint (bench);
  paint (bench);
  report (bench, "one session moved", now () - begun, MOST_CHANGE);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(PlnGathering) gathering = pln_ui_programme_large (N_ROOMS, N_SESSIONS);
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(GArray) works = g_array_new (FALSE, FALSE, sizeof (double));
  Bench bench = { works, 0, 0 };
  PlnProgrammeView *view;
  GtkWindow *window;
  GdkFrameClock *clock;
  GDate day;
  double begun;

  pln_clock_set (PLN_UI_TEST_NOW);
  pln_ui_test_init (&argc, &argv);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 19, G_DATE_JULY, 2011);
  begun = now ();
  view = PLN_PROGRAMME_VIEW (pln_programme_view_new ());
  pln_calendar_view_set_gathering (PLN_CALENDAR_VIEW (view), gathering);
  window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (window, 912, 706); /* as the view is in a window of 1200 × 800 */
  gtk_window_set_child (window, GTK_WIDGET (view));
  pln_wishes_offer (window, PLN_WISHES (wishes));
  gtk_window_present (window);
  pln_calendar_view_set_date (PLN_CALENDAR_VIEW (view), &day);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (view));
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &bench);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), &bench);
  gtk_widget_queue_draw (GTK_WIDGET (view));
  paint (&bench);
  g_print ("%-28s %7.2f ms\n", "the programme is there", now () - begun);

  scroll (&bench, pln_time_scroller_get_hadjustment (view->scroller), "a frame, rooms");
  scroll (&bench, pln_time_scroller_get_vadjustment (view->scroller), "a frame, hours");
  change (&bench, view, gathering);

  begun = now ();
  pln_calendar_view_step (PLN_CALENDAR_VIEW (view), 1);
  gtk_widget_queue_draw (GTK_WIDGET (view));
  paint (&bench);
  report (&bench, "another day", now () - begun, MOST_DAY);

  begun = now ();
  g_signal_emit_by_name (view->days, "chosen", -1);
  gtk_widget_queue_draw (GTK_WIDGET (view));
  paint (&bench);
  report (&bench, "all days", now () - begun, MOST_DAY);
  scroll (&bench, pln_time_scroller_get_hadjustment (view->scroller), "a frame, rooms of all days");
  change (&bench, view, gathering);

  gtk_window_destroy (window);

  return bench.failed > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
