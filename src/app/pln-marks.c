/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-marks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* How long starting takes, for those who measure it: PLENARY_MARKS=1 prints
 * “mark NAME SECONDS”, seconds since the process started, on standard error. */

static gboolean
wanted (void)
{
  const char *value = g_getenv ("PLENARY_MARKS");

  return value != NULL && g_str_equal (value, "1");
}

/* Field 22 of /proc/self/stat, in clock ticks since the machine started; the
 * second field, which may hold anything, ends with the last ')'. */
static double
started_at (void)
{
  g_autofree char *stat = NULL;
  const char *at;

  if (!g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL))
    return 0;

  at = strrchr (stat, ')');
  for (int field = 2; at != NULL && field < 22; field++)
    at = strchr (at + 1, ' ');

  return at != NULL ? g_ascii_strtod (at, NULL) / sysconf (_SC_CLK_TCK) : 0;
}

static void
print_mark (const char *name)
{
  struct timespec now;
  char seconds[G_ASCII_DTOSTR_BUF_SIZE];

  clock_gettime (CLOCK_BOOTTIME, &now);
  g_ascii_formatd (seconds, sizeof seconds, "%.3f", now.tv_sec + now.tv_nsec / 1e9 - started_at ());
  fprintf (stderr, "mark %s %s\n", name, seconds);
}

static void
painted_cb (GdkFrameClock *clock,
            gpointer       user_data)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, user_data);
  print_mark (user_data);
}

static void
realized_cb (GtkWidget *window,
             gpointer   user_data)
{
  g_signal_handlers_disconnect_by_func (window, realized_cb, user_data);
  g_signal_connect_after (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), user_data);
  gtk_widget_queue_draw (window);
}

/**
 * pln_marks_next_frame:
 * @window: a window, realized or not
 * @name: (transfer none): a literal, the name of the mark
 *
 * Marks the end of the next frame of the window: the first that shows what the
 * window holds now.
 */
void
pln_marks_next_frame (GtkWidget  *window,
                      const char *name)
{
  if (!wanted ())
    return;

  if (gtk_widget_get_realized (window))
    realized_cb (window, (gpointer) name);
  else
    g_signal_connect (window, "realize", G_CALLBACK (realized_cb), (gpointer) name);
}
