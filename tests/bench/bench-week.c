/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-frames.h"

#include "pln-clock.h"
#include "pln-time-grid.h"
#include "pln-time-scroller.h"
#include "pln-ui-test.h"
#include "pln-ui-week.h"
#include "pln-week-view.h"

#include <stdlib.h>

/* How long the week works with a thousand chips: on a frame while it scrolls,
 * is drawn anew, is zoomed, and when it is opened. Fails where a goal is
 * missed. */

#define N_CHIPS  1000
#define N_FRAMES 300
#define STEP     24 /* pixels a frame */

#define MOST_ZOOM   200.0 /* ms: all has another place */
#define MOST_CHANGE 100.0
#define MOST_OPEN   200.0

/* Down and up again, as often as it takes. */
static void
scroll (BenchFrames *bench,
        GtkWidget   *view)
{
  GtkWidget *scroller = pln_ui_test_find (view, PLN_TYPE_TIME_SCROLLER);
  GtkAdjustment *adjustment = pln_time_scroller_get_vadjustment (PLN_TIME_SCROLLER (scroller));
  double step = STEP;

  gtk_adjustment_set_value (adjustment, 0);
  bench_frames_paint (bench);
  bench_frames_forget (bench);
  for (int i = 0; i < N_FRAMES; i++)
    {
      double value = gtk_adjustment_get_value (adjustment);

      if (value + step < 0 || value + step > gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment))
        step = -step;
      gtk_adjustment_set_value (adjustment, value + step);
      bench_frames_paint (bench);
    }
  bench_frames_report (bench, "a frame of scrolling");
}

static void
redraw (BenchFrames *bench,
        GtkWidget   *view)
{
  GtkWidget *grid = pln_ui_test_find (view, PLN_TYPE_TIME_GRID);

  bench_frames_forget (bench);
  for (int i = 0; i < N_FRAMES; i++)
    {
      gtk_widget_queue_draw (grid);
      bench_frames_paint (bench);
    }
  bench_frames_report (bench, "a frame drawn anew");
}

static void
zoom (BenchFrames *bench,
      GtkWidget   *view)
{
  static const int heights[] = { 30, 60, 120, 50 };
  PlnTimeGrid *grid = PLN_TIME_GRID (pln_ui_test_find (view, PLN_TYPE_TIME_GRID));

  for (gsize i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      g_autofree char *what = g_strdup_printf ("zoom to %d", heights[i]);

      bench_frames_start (bench);
      pln_time_grid_set_hour_height (grid, heights[i]);
      bench_frames_end (bench, what, MOST_ZOOM);
    }
}

static void
change (BenchFrames *bench,
        PlnWishList *wishes)
{
  g_autoptr(PlnOccurrence) occurrence = g_list_model_get_item (G_LIST_MODEL (wishes->span), 500);
  g_autoptr(PlnOccurrence) after = pln_occurrence_new_shifted (occurrence, 0, 60);

  bench_frames_start (bench);
  pln_span_put (wishes->span, after);
  bench_frames_end (bench, "one is moved", MOST_CHANGE);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  BenchFrames bench;
  GtkWidget *view;
  GtkWindow *window;

  pln_ui_test_init (&argc, &argv);
  pln_clock_set (PLN_UI_TEST_NOW);
  wishes->occurrences = pln_ui_week_large (N_CHIPS);

  window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (window, 912, 705); /* as the view is in a window of 1200 × 800 */
  pln_wishes_offer (window, PLN_WISHES (wishes));
  gtk_window_present (window);
  bench_frames_open (&bench, GTK_WIDGET (window));

  bench_frames_start (&bench);
  view = pln_week_view_new ();
  gtk_window_set_child (window, view);
  bench_frames_end (&bench, "a thousand chips are there", MOST_OPEN);
  g_assert_nonnull (pln_ui_test_find (view, PLN_TYPE_CHIP));

  scroll (&bench, view);
  redraw (&bench, view);
  zoom (&bench, view);
  change (&bench, wishes);
  bench_frames_clear (&bench);
  pln_ui_test_end (window, view);

  return bench.failed > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
