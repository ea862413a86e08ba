/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-stall.h"
#include "lying-server.h"
#include "pln-sync-drive.h"
#include "store-sync.h"

/* For how long the window stands still while a calendar is synced for the
 * first time. The server runs in a thread of its own. */

#define N_OBJECTS  10000
#define STALL_GOAL 50 /* milliseconds */
#define CALENDAR   "Shared"

typedef struct
{
  LyingServer   server;
  GMainContext *context;
  GMainLoop    *loop;
  GThread      *thread;
  gint          is_ready; /* (atomic) */
} Host;

static void
fill (LyingServer *server)
{
  g_autofree char *words = g_strnfill (900, 'w');
  g_autofree char *more = g_strconcat ("DESCRIPTION:", words, "\r\n", NULL);

  for (guint i = 0; i < N_OBJECTS; i++)
    {
      g_autofree char *uid = g_strdup_printf ("object-%u", i);
      g_autofree char *path = g_strconcat ("/cal/", uid, ".ics", NULL);
      g_autofree char *text = event_text (uid, "One of many", more);

      lying_server_put (server, path, text);
    }
}

static gboolean
quit_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_REMOVE;
}

static gpointer
host_thread (gpointer data)
{
  Host *host = data;

  g_main_context_push_thread_default (host->context);
  lying_server_set_up (&host->server);
  fill (&host->server);
  g_atomic_int_set (&host->is_ready, 1);
  g_main_context_wakeup (NULL);
  g_main_loop_run (host->loop);
  lying_server_tear_down (&host->server);
  g_main_context_pop_thread_default (host->context);

  return NULL;
}

static void
host_start (Host *host)
{
  host->context = g_main_context_new ();
  host->loop = g_main_loop_new (host->context, FALSE);
  host->thread = g_thread_new ("server", host_thread, host);
  while (!g_atomic_int_get (&host->is_ready))
    g_main_context_iteration (NULL, TRUE);
}

static void
host_stop (Host *host)
{
  g_main_context_invoke (host->context, quit_cb, host->loop);
  g_thread_join (host->thread);
  g_main_loop_unref (host->loop);
  g_main_context_unref (host->context);
}

/* Returns how long the loop stood still, in milliseconds. */
static double
measure (Library       *library,
         PlnSyncServer *account,
         const char    *what,
         guint          n_downloaded)
{
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GAsyncResult) synced = NULL;
  g_autoptr(GPtrArray) links = NULL;
  g_autoptr(PlnSyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  PlnSyncOptions options = { 0 };
  double stall;

  pln_store_list_links_async (library->store, NULL, bench_got_result_cb, &listed);
  links = pln_store_list_links_finish (library->store, bench_wait_for (&listed), &error);
  g_assert_no_error (error);

  bench_stall_reset ();
  pln_sync_drive_async (account, library->store, links->pdata[0], &options, NULL, bench_got_result_cb, &synced);
  result = pln_sync_drive_finish (account, bench_wait_for (&synced), &error);
  stall = bench_stall_get () / 1000.0;
  g_assert_no_error (error);
  g_assert_no_error (result->error);
  g_assert_cmpuint (result->counts.downloaded, ==, n_downloaded);
  g_print ("%-40s %6.2f s, the loop stands still for %5.1f ms at most (goal %d)\n", what, result->counts.seconds, stall, STALL_GOAL);

  return stall;
}

int
main (int    argc,
      char **argv)
{
  Host host = { 0 };
  Library library = { NULL };
  g_autoptr(PlnSyncServer) account = NULL;
  g_autoptr(GError) error = NULL;
  double first;
  double again;

  bench_stall_watch ();
  host_start (&host);
  library_set_up (&library, NULL);
  account = pln_sync_server_new (host.server.url, "zoe", "secret", NULL);
  g_assert_true (sync_try_link (&library, CALENDAR, host.server.url, &error));
  g_assert_no_error (error);

  first = measure (&library, account, "10,000 objects, for the first time", N_OBJECTS);
  again = measure (&library, account, "nothing new among them", 0);

  g_clear_object (&account);
  library_tear_down (&library, NULL);
  host_stop (&host);

  return MAX (first, again) > STALL_GOAL ? 1 : 0;
}
