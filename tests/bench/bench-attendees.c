/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-frames.h"

#include "pln-attendees-page.h"
#include "pln-ui-people.h"
#include "pln-ui-test.h"

#include <stdlib.h>

/* How long the page of attendees works with ten thousand people: on a frame
 * while it scrolls, on a new order, on a key stroke in the search. Fails where
 * a goal is missed. */

#define N_PEOPLE 10000
#define N_FRAMES 300
#define STEP 120 /* pixels a frame, a fast wheel */

#define MOST_SORT 150.0  /* ms */
#define MOST_FILTER 50.0 /* ms */

static void
scroll (BenchFrames *bench,
        GtkWidget   *page)
{
  GtkWidget *view = pln_ui_test_find (page, GTK_TYPE_COLUMN_VIEW);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  bench_frames_forget (bench);
  for (int i = 0; i < N_FRAMES; i++)
    {
      gtk_adjustment_set_value (adjustment, i * STEP);
      bench_frames_paint (bench);
    }
  bench_frames_report (bench, "a frame");
  gtk_adjustment_set_value (adjustment, 0);
  bench_frames_paint (bench);
}

static void
sort (BenchFrames *bench,
      GtkWidget   *page)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (pln_ui_test_find (page, GTK_TYPE_COLUMN_VIEW));
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *what = g_strdup_printf ("order by %s", gtk_column_view_column_get_title (column));

      bench_frames_start (bench);
      gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
      bench_frames_end (bench, what, MOST_SORT);
    }
}

/* Types a text letter by letter, and takes it back. */
static void
filter (BenchFrames *bench,
        GtkWidget   *page)
{
  static const char text[] = "north";
  GtkEditable *search = GTK_EDITABLE (pln_ui_test_find (page, GTK_TYPE_SEARCH_ENTRY));
  int length = strlen (text);

  for (int i = 0; i < 2 * length; i++)
    {
      int at = i < length ? i : 2 * length - 1 - i;
      g_autofree char *what = NULL;

      bench_frames_start (bench);
      if (i < length)
        gtk_editable_insert_text (search, text + i, 1, &at);
      else
        gtk_editable_delete_text (search, at, -1);
      what = g_strdup_printf ("search for “%s”", gtk_editable_get_text (search));
      bench_frames_end (bench, what, MOST_FILTER);
    }
}

static void
answer (BenchFrames  *bench,
        PlnGathering *gathering)
{
  g_autoptr(PlnAttendee) attendee = g_list_model_get_item (pln_gathering_get_attendees (gathering), N_PEOPLE / 2);

  bench_frames_start (bench);
  pln_attendee_set_answer (attendee, PLN_ANSWER_TENTATIVE);
  bench_frames_end (bench, "one answer", MOST_FILTER);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(PlnGathering) gathering = pln_ui_people_new (N_PEOPLE, FALSE);
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  BenchFrames bench;
  GtkWidget *page;
  GtkWindow *window;

  pln_ui_test_init (&argc, &argv);
  page = pln_attendees_page_new ();
  pln_attendees_page_set_gathering (PLN_ATTENDEES_PAGE (page), gathering);
  window = pln_ui_test_show (page, wishes);
  gtk_window_set_default_size (window, 912, 753); /* as the view is in a window of 1200 × 800 */
  bench_frames_open (&bench, page);

  /* With the pane closed, as a window of this size begins, the table has five
   * columns, with it open four. */
  g_print ("five columns\n");
  scroll (&bench, page);
  sort (&bench, page);
  filter (&bench, page);

  g_print ("four columns\n");
  pln_attendees_page_show_person (PLN_ATTENDEES_PAGE (page), "person000002");
  bench_frames_paint (&bench);
  scroll (&bench, page);
  filter (&bench, page);
  answer (&bench, gathering);

  bench_frames_clear (&bench);
  gtk_window_destroy (window);

  return bench.failed > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
