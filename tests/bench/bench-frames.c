/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-frames.h"

#include <time.h>

#define MOST_FRAME 16.0 /* ms */
#define MOST_BLOCK 50.0
#define FOLLOWING  12   /* frames that may follow from one step */

static double block_since; /* when the main loop last had something to do */
static double longest_block;

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return time.tv_sec * 1000.0 + time.tv_nsec / 1e6;
}

static int
poll_func (GPollFD *fds,
           guint    n_fds,
           int      timeout)
{
  int ready;

  longest_block = MAX (longest_block, now () - block_since);
  ready = g_poll (fds, n_fds, timeout);
  block_since = now ();

  return ready;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 BenchFrames   *bench)
{
  bench->frame = now ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                BenchFrames   *bench)
{
  double work = now () - bench->frame;

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
report (BenchFrames *bench,
        const char  *what,
        double       work,
        double       most)
{
  g_print ("%-44s %7.2f ms, at most %.0f%s\n", what, work, most, work > most ? "  MISSED" : "");
  bench->failed += work > most;
}

/* @widget: one that is in a window that is shown */
void
bench_frames_open (BenchFrames *bench,
                   GtkWidget   *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  *bench = (BenchFrames) { .widget = widget, .works = g_array_new (FALSE, FALSE, sizeof (double)) };
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
  g_main_context_set_poll_func (NULL, poll_func);
  bench_frames_paint (bench);
}

void
bench_frames_clear (BenchFrames *bench)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (bench->widget), bench);
  g_main_context_set_poll_func (NULL, NULL);
  g_array_unref (bench->works);
}

void
bench_frames_paint (BenchFrames *bench)
{
  guint before = bench->works->len;

  gtk_widget_queue_draw (bench->widget);
  while (bench->works->len == before)
    g_main_context_iteration (NULL, TRUE);
}

void
bench_frames_start (BenchFrames *bench)
{
  longest_block = 0;
  bench->begun = block_since = now ();
}

void
bench_frames_end (BenchFrames *bench,
                  const char  *what,
                  double       most)
{
  g_autofree char *block = g_strconcat (what, ", longest block", NULL);

  for (int i = 0; i < FOLLOWING; i++)
    bench_frames_paint (bench);
  report (bench, what, now () - bench->begun, most);
  report (bench, block, longest_block, MOST_BLOCK);
}

void
bench_frames_forget (BenchFrames *bench)
{
  g_array_set_size (bench->works, 0);
}

void
bench_frames_report (BenchFrames *bench,
                     const char  *what)
{
  g_autofree char *most = g_strconcat (what, ", 95 of 100", NULL);
  guint n = bench->works->len;

  g_array_sort (bench->works, compare);
  g_print ("%-44s %7.2f ms median, %.2f the longest\n", what, g_array_index (bench->works, double, n / 2),
           g_array_index (bench->works, double, n - 1));
  report (bench, most, g_array_index (bench->works, double, n * 95 / 100), MOST_FRAME);
  bench_frames_forget (bench);
}
