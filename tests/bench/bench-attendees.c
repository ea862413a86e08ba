/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-attendees-page.h"
#include "pln-ui-people.h"
#include "pln-ui-test.h"

#include <stdlib.h>
#include <time.h>

/* How long the page of attendees works with ten thousand people: on a frame
 * while it scrolls, on a new order, on a key stroke in the search. What counts
 * is the time of the processor, of this thread, which draws; so it is the same
 * on a busy machine. Fails where a goal is missed. */

#define N_PEOPLE 10000
#define N_FRAMES 300
#define STEP 120 /* pixels a frame, a fast wheel */

#define MOST_FRAME 16.0  /* ms, 95 of 100 frames */
#define MOST_SORT 150.0  /* ms */
#define MOST_FILTER 50.0 /* ms */

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
scroll (Bench     *bench,
        GtkWidget *page)
{
  GtkWidget *view = pln_ui_test_find (page, GTK_TYPE_COLUMN_VIEW);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  g_array_set_size (bench->works, 0);
  for (int i = 0; i < N_FRAMES; i++)
    {
      gtk_adjustment_set_value (adjustment, i * STEP);
      paint (bench);
    }
  g_array_sort (bench->works, compare);
  g_print ("%-28s %7.2f ms\n", "a frame, median", g_array_index (bench->works, double, N_FRAMES / 2));
  report (bench, "a frame, 95 of 100", g_array_index (bench->works, double, N_FRAMES * 95 / 100), MOST_FRAME);
  gtk_adjustment_set_value (adjustment, 0);
  paint (bench);
}

static void
sort (Bench     *bench,
      GtkWidget *page)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (pln_ui_test_find (page, GTK_TYPE_COLUMN_VIEW));
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *what = g_strdup_printf ("order by %s", gtk_column_view_column_get_title (column));
      double begun = now ();

      gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
      paint (bench);
      report (bench, what, now () - begun, MOST_SORT);
    }
}

/* Types a text letter by letter, and takes it back. */
static void
filter (Bench     *bench,
        GtkWidget *page)
{
  static const char text[] = "north";
  GtkEditable *search = GTK_EDITABLE (pln_ui_test_find (page, GTK_TYPE_SEARCH_ENTRY));
  int length = strlen (text);

  for (int i = 0; i < 2 * length; i++)
    {
      int at = i < length ? i : 2 * length - 1 - i;
      g_autofree char *what = NULL;
      double begun = now ();

      if (i < length)
        gtk_editable_insert_text (search, text + i, 1, &at);
      else
        gtk_editable_delete_text (search, at, -1);
      paint (bench);
      what = g_strdup_printf ("search for “%s”", gtk_editable_get_text (search));
      report (bench, what, now () - begun, MOST_FILTER);
    }
}

static void
answer (Bench        *bench,
        GtkWidget    *page,
        PlnGathering *gathering)
{
  g_autoptr(PlnAttendee) attendee = g_list_model_get_item (pln_gathering_get_attendees (gathering), N_PEOPLE / 2);
  double begun = now ();

  pln_attendee_set_answer (attendee, PLN_ANSWER_TENTATIVE);
  paint (bench);
  report (bench, "one answer", now () - begun, MOST_FILTER);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(PlnGathering) gathering = pln_ui_people_new (N_PEOPLE, FALSE);
  g_autoptr(PlnWishList) wishes = pln_wish_list_new ();
  g_autoptr(GArray) works = g_array_new (FALSE, FALSE, sizeof (double));
  Bench bench = { works, 0, 0 };
  GtkWidget *page;
  GtkWindow *window;
  GdkFrameClock *clock;
  double begun;

  pln_ui_test_init (&argc, &argv);
  begun = now ();
  page = pln_attendees_page_new ();
  pln_attendees_page_set_gathering (PLN_ATTENDEES_PAGE (page), gathering);
  window = pln_ui_test_show (page, wishes);
  gtk_window_set_default_size (window, 912, 753); /* as the view is in a window of 1200 × 800 */
  clock = gtk_widget_get_frame_clock (page);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &bench);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), &bench);
  gtk_widget_queue_draw (page);
  paint (&bench);
  g_print ("%-28s %7.2f ms\n", "the page is there", now () - begun);

  /* With the pane closed, as a window of this size begins, the table has five
   * columns, with it open four. */
  g_print ("five columns\n");
  scroll (&bench, page);
  sort (&bench, page);
  filter (&bench, page);

  g_print ("four columns\n");
  pln_attendees_page_show_person (PLN_ATTENDEES_PAGE (page), "person000002");
  gtk_widget_queue_draw (page);
  paint (&bench);
  scroll (&bench, page);
  filter (&bench, page);
  answer (&bench, page, gathering);

  gtk_window_destroy (window);

  return bench.failed > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
