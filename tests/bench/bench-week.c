/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-clock.h"
#include "pln-time-grid.h"
#include "pln-time-scroller.h"
#include "pln-ui-test.h"
#include "pln-ui-week.h"
#include "pln-week-view.h"

#include <stdlib.h>
#include <time.h>

/* How long the week works with a thousand chips: on a frame while it scrolls,
 * is drawn anew, is zoomed, and when it is opened. What counts is the time of
 * the processor, of this thread, which draws; so it is the same on a busy
 * machine. Fails where a goal is missed. */

#define N_CHIPS  1000
#define N_FRAMES 300
#define STEP     24 /* pixels a frame */

#define MOST_FRAME  16.0  /* ms, 95 of 100 frames */
#define MOST_ZOOM   50.0  /* ms: all has another place */
#define MOST_CHANGE 50.0
#define MOST_OPEN   250.0

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

/* Runs the main loop until the next frame is painted. */
static void
paint (Bench *bench)
{
  guint before = bench->works->len;

  while (bench->works->len == before)
    g_main_context_iteration (NULL, TRUE);
}

static void
report_frames (Bench      *bench,
               const char *what)
{
  g_autofree char *most = g_strdup_printf ("%s, 95 of 100", what);
  guint n = bench->works->len;

  g_array_sort (bench->works, compare);
  g_print ("%-28s %7.2f ms median, %.2f the longest\n", what, g_array_index (bench->works, double, n / 2),
           g_array_index (bench->works, double, n - 1));
  report (bench, most, g_array_index (bench->works, double, n * 95 / 100), MOST_FRAME);
  g_array_set_size (bench->works, 0);
}

/* Down and up again, as often as it takes. */
static void
scroll (Bench     *bench,
        GtkWidget *view)
{
  GtkWidget *scroller = pln_ui_test_find (view, PLN_TYPE_TIME_SCROLLER);
  GtkAdjustment *adjustment = pln_time_scroller_get_vadjustment (PLN_TIME_SCROLLER (scroller));
  double step = STEP;

  gtk_adjustment_set_value (adjustment, 0);
  paint (bench);
  g_array_set_size (bench->works, 0);
  for (int i = 0; i < N_FRAMES; i++)
    {
      double value = gtk_adjustment_get_value (adjustment);

      if (value + step < 0 || value + step > gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment))
        step = -step;
      gtk_adjustment_set_value (adjustment, value + step);
      paint (bench);
    }
  report_frames (bench, "a frame of scrolling");
}

static void
redraw (Bench     *bench,
        GtkWidget *view)
{
  GtkWidget *grid = pln_ui_test_find (view, PLN_TYPE_TIME_GRID);

  g_array_set_size (bench->works, 0);
  for (int i = 0; i < N_FRAMES; i++)
    {
      gtk_widget_queue_draw (grid);
      paint (bench);
    }
  report_frames (bench, "a frame drawn anew");
}

static void
zoom (Bench     *bench,
      GtkWidget *view)
{
  static const int heights[] = { 30, 60, 120, 50 };
  PlnTimeGrid *grid = PLN_TIME_GRID (pln_ui_test_find (view, PLN_TYPE_TIME_GRID));

  for (gsize i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      g_autofree char *what = g_strdup_printf ("zoom to %d", heights[i]);
      double begun = now ();

      pln_time_grid_set_hour_height (grid, heights[i]);
      paint (bench);
      report (bench, what, now () - begun, MOST_ZOOM);
    }
}

static void
change (Bench       *bench,
        PlnWishList *wishes,
        GtkWidget   *view)
{
  g_autoptr(PlnOccurrence) occurrence = g_list_model_get_item (G_LIST_MODEL (wishes->span), 500);
  g_autoptr(PlnOccurrence) after = pln_occurrence_new_shifted (occurrence, 0, 60);
  double begun = now ();

  pln_span_put (wishes->span, after);
  pln_ui_test_settle (); /* what follows from it at once */
  gtk_widget_queue_draw (view);
  paint (bench);
  report (bench, "one is moved", now () - begun, MOST_CHANGE);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(GArray) works = g_array_new (FALSE, FALSE, sizeof (double));
  Bench bench = { works, 0, 0 };
  GtkWidget *view;
  GtkWindow *window;
  GdkFrameClock *clock;
  double begun;

  pln_ui_test_init (&argc, &argv);
  pln_clock_set (PLN_UI_TEST_NOW);
  wishes->occurrences = pln_ui_week_large (N_CHIPS);

  begun = now ();
  view = pln_week_view_new ();
  window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (window, 912, 705); /* as the view is in a window of 1200 × 800 */
  pln_wishes_offer (window, PLN_WISHES (wishes));
  gtk_window_set_child (window, view);
  gtk_window_present (window);
  clock = gtk_widget_get_frame_clock (view);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &bench);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), &bench);
  while (pln_ui_test_find (view, PLN_TYPE_CHIP) == NULL)
    paint (&bench);
  report (&bench, "a thousand chips are there", now () - begun, MOST_OPEN);

  scroll (&bench, view);
  redraw (&bench, view);
  zoom (&bench, view);
  change (&bench, wishes, view);
  pln_ui_test_end (window, view);

  return bench.failed > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
