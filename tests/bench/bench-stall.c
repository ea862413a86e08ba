/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-stall.h"

static gint64 loop_runs_since; /* when the main loop last had something to do */
static gint64 longest_stall;

static void
note_stall (void)
{
  longest_stall = MAX (longest_stall, g_get_monotonic_time () - loop_runs_since);
}

static int
poll_func (GPollFD *fds,
           guint    n_fds,
           int      timeout)
{
  int ready;

  note_stall ();
  ready = g_poll (fds, n_fds, timeout);
  loop_runs_since = g_get_monotonic_time ();

  return ready;
}

void
bench_stall_watch (void)
{
  g_main_context_set_poll_func (NULL, poll_func);
  bench_stall_reset ();
}

void
bench_stall_reset (void)
{
  longest_stall = 0;
  loop_runs_since = g_get_monotonic_time ();
}

gint64
bench_stall_get (void)
{
  note_stall ();

  return longest_stall;
}

void
bench_got_result_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

GAsyncResult *
bench_wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}
