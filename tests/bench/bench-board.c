/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-frames.h"

#include "pln-board-private.h"
#include "pln-breakouts-page.h"
#include "pln-clock.h"
#include "pln-ui-people.h"
#include "pln-ui-rounds.h"
#include "pln-ui-test.h"

#include <stdlib.h>

/* How long the board works with 300 people: on a frame while a card is dragged
 * over it and while it scrolls, when somebody was moved, and when another round
 * is shown. Fails where a goal is missed. */

#define N_PEOPLE 433 /* of whom 300 go */
#define N_FRAMES 300
#define STEP     11 /* pixels a frame */

#define MOST_MOVE  50.0
#define MOST_ROUND 250.0

/* The pointer goes over the board in long waves. It moves in a frame, so that
 * what follows from it counts as the frame's work. */
static gboolean
carry_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  int *n = user_data;
  int width = gtk_widget_get_width (widget) - 200;
  int height = gtk_widget_get_height (widget) - 80;

  pln_board_drag_to (PLN_BOARD (widget), 180 + (*n * STEP) % width, 40 + (*n * STEP / 3) % height);
  (*n)++;

  return G_SOURCE_CONTINUE;
}

static const PlnPlace *
some_place (PlnBoard *board)
{
  PlnGroup *group = pln_group_column_get_group (g_ptr_array_index (board->columns, 0));

  return g_ptr_array_index (pln_group_get_places (group), 3);
}

static void
drag (BenchFrames *bench,
      PlnBoard    *board)
{
  PlnPersonCard *card = pln_board_find_card (board, some_place (board)->person);
  int n = 0;
  guint tick;

  if (!pln_board_drag_from (board, card, 400, 120))
    g_error ("The card cannot be lifted");

  bench_frames_paint (bench);
  bench_frames_forget (bench);
  tick = gtk_widget_add_tick_callback (GTK_WIDGET (board), carry_cb, &n, NULL);
  for (int i = 0; i < N_FRAMES; i++)
    bench_frames_paint (bench);
  gtk_widget_remove_tick_callback (GTK_WIDGET (board), tick);
  bench_frames_report (bench, "a frame of a drag");
  pln_board_put_back (board);
}

/* Down and up again, as often as it takes. */
static void
scroll (BenchFrames *bench,
        PlnBoard    *board)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (board->scroller));
  double step = 2 * STEP;

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
move (BenchFrames *bench,
      PlnBoard    *board)
{
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (people, g_strdup (some_place (board)->person));
  bench_frames_start (bench);
  pln_board_move (board, people, pln_group_get_uid (pln_group_column_get_group (g_ptr_array_index (board->columns, 1))),
                  PLN_GROUP_ROLE_NONE);
  bench_frames_end (bench, "one is moved", MOST_MOVE);
}

static void
turn (BenchFrames *bench,
      GtkWidget   *page)
{
  bench_frames_start (bench);
  gtk_widget_activate_action (page, "breakouts.step", "i", 1);
  bench_frames_end (bench, "another round", MOST_ROUND);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(PlnGathering) gathering = NULL;
  BenchFrames bench;
  GtkWidget *page;
  PlnBoard *board;
  GtkWindow *window;

  pln_ui_test_init (&argc, &argv);
  pln_clock_set (PLN_UI_TEST_NOW);
  gathering = pln_ui_people_new (N_PEOPLE, FALSE);
  pln_ui_rounds_add (gathering, 3, 6);

  page = pln_breakouts_page_new ();
  board = PLN_BOARD (pln_ui_test_find (page, PLN_TYPE_BOARD));
  window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (window, 912, 753); /* as the view is in a window of 1200 × 800 */
  pln_wishes_offer (window, PLN_WISHES (wishes));
  gtk_window_set_child (window, page);
  pln_breakouts_page_set_gathering (PLN_BREAKOUTS_PAGE (page), gathering);
  gtk_window_present (window);
  bench_frames_open (&bench, GTK_WIDGET (board));
  pln_ui_test_settle (); /* all columns */
  bench_frames_paint (&bench);
  g_print ("%u people in %u groups\n", pln_round_get_n_placed (pln_board_get_round (board)), board->columns->len);

  drag (&bench, board);
  scroll (&bench, board);
  move (&bench, board);
  turn (&bench, page);
  bench_frames_clear (&bench);
  pln_ui_test_end (window, page);

  return bench.failed > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
