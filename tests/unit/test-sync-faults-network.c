/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-story.h"

/* The connection, status codes, and who one is. Other statuses of a listing
 * are in test-sync-faults-listing.c, of a write in test-sync-faults-writing.c. */

#define OFFLINE  PLN_SYNC_TROUBLE_OFFLINE
#define SERVER   PLN_SYNC_TROUBLE_SERVER
#define GONE     PLN_SYNC_TROUBLE_GONE
#define REFUSED  PLN_SYNC_TROUBLE_REFUSED
#define PASSWORD PLN_SYNC_TROUBLE_PASSWORD

/* It is written, but not answered; nor is anything else. */
static void
lie_go_offline (LyingReply *reply,
                const Lie  *lie)
{
  static const Lie offline[] = { { .func = lie_reset }, { 0 } };

  reply->server->lies = offline;
  lie_reset (reply, lie);
}

static const Fault connection[] = {
  { "reset-before-the-answer", { { .func = lie_reset } }, OFFLINE },
  { "reset-while-listing", { { "LIST", .func = lie_reset } }, OFFLINE },
  { "reset-while-reading", { { "READ", .func = lie_reset } }, OFFLINE },
  { "reset-before-a-write", { { "PUT DELETE", .func = lie_reset } }, .n_failed = 4 },
  { "reset-after-the-server-committed", { { "PUT DELETE", .is_done = TRUE, .func = lie_reset } } },
  { "reset-after-the-server-committed-and-offline",
    { { "PUT", 1, TRUE, lie_go_offline } }, OFFLINE },
  { "keep-alive-closed-between-requests",
    { { "PEEK", 1, TRUE, NULL, 503, "Connection: close" } }, SERVER },
  { "http-1.0-close", { { .is_done = TRUE, .func = lie_bend, .text = "Content-Type", .by = "Connection: close\nContent-Type" } } },
  { "cut-while-listing", { { "LIST", .is_done = TRUE, .func = lie_break_off } }, OFFLINE },
  { "cut-while-reading", { { "READ", .is_done = TRUE, .func = lie_break_off } }, OFFLINE },
  { "captive-portal-with-200", { { .status = 200, .text = "<html><body>Log in to the free network</body></html>" } }, SERVER },
  { "captive-portal-while-reading", { { "READ", .status = 200, .text = "<html/>" }, { "GET", .status = 200, .text = "<html/>" } },
    .n_failed = 6 },
  { "captive-portal-while-writing", { { "PUT DELETE", .status = 200, .text = "<html/>" } }, .n_failed = 3 },
  { "proxy-502", { { .status = 502 } }, SERVER },
};

static const Fault status[] = {
  { "100-102-and-103-before-the-answer",
    { { .is_done = TRUE, .func = lie_announce,
        .text = "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" } } },
  { "301-to-itself", { { .status = 301, .header = "Location: /cal/" } }, SERVER },
  { "302-to-a-page", { { .status = 302, .header = "Location: ftp://127.0.0.1/login" } }, SERVER },
  { "303-of-a-write", { { "PUT", .status = 303, .header = "Location: /login" } }, .n_failed = 3 },
  { "307-to-the-path-of-another-user", { { "PUT", .status = 307, .header = "Location: /other/nine.ics" } }, .n_failed = 3 },
  { "400-for-everything", { { .status = 400 } }, REFUSED },
  { "401-in-mid-sync", { { "PUT", .status = 401 } }, PASSWORD },
  { "401-once", { { NULL, 1, .status = 401, .header = "WWW-Authenticate: Basic realm=\"here\"" } }, PASSWORD },
  { "401-for-ever", { { .status = 401, .header = "WWW-Authenticate: Basic realm=\"here\"" } }, PASSWORD },
  { "digest-offered-and-failing",
    { { .status = 401, .header = "WWW-Authenticate: Digest realm=\"here\", nonce=\"1\", algorithm=SHA-256" } }, PASSWORD },
  { "403-on-one-item", { { "PUT", 1, .status = 403 } }, .n_failed = 1 },
  { "403-on-all", { { .status = 403 } }, REFUSED },
  { "404-on-the-calendar", { { .status = 404 } }, GONE },
  { "405-of-a-write", { { "PUT DELETE", .status = 405 } }, .n_failed = 4 },
  { "409-of-a-write", { { "PUT", .status = 409 } }, .n_failed = 3 },
  { "410-on-the-calendar", { { .status = 410 } }, GONE },
  { "412-twice", { { "PUT DELETE", 2, .status = 412 } } },
  { "413-of-a-write", { { "PUT", .status = 413 } }, .n_failed = 3 },
  { "415-of-a-write", { { "PUT", .status = 415 } }, .n_failed = 3 },
  { "418-for-everything", { { .status = 418 } }, SERVER },
  { "423-of-a-write", { { "PUT DELETE", .status = 423 } }, .n_failed = 4 },
  { "429-with-retry-after-in-seconds", { { .status = 429, .header = "Retry-After: 2" } }, SERVER },
  { "503-with-retry-after-as-a-date", { { .status = 503, .header = "Retry-After: Tue, 19 Jul 2050 14:00:00 GMT" } }, SERVER },
  { "503-with-an-absurd-retry-after", { { "PUT", .status = 503, .header = "Retry-After: -9e99" } }, .n_failed = 3 },
  { "503-without-retry-after", { { .status = 503 } }, SERVER },
  { "500-once", { { "PUT", 1, .status = 500 } }, .n_failed = 1 },
  { "507-bare", { { "PUT", .status = 507 } }, .n_failed = 3 },
};

static gboolean
stop_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);

  return G_SOURCE_REMOVE;
}

static GCancellable *running;

/* Never answers, until the user stops it. */
static void
lie_stall (LyingReply *reply,
           const Lie  *lie)
{
  soup_server_message_pause (reply->message);
  g_idle_add (stop_cb, running);
}

static void
test_stalled (FaultStory    *story,
              gconstpointer  user_data)
{
  static const Lie lies[][2] = {
    { { "LIST", .func = lie_stall }, { 0 } },
    { { "READ", .func = lie_stall }, { 0 } },
    { { "PUT", .is_done = TRUE, .func = lie_stall }, { 0 } },
  };

  fault_story_change (story);
  for (gsize i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autoptr(GCancellable) cancellable = running = g_cancellable_new ();
      g_autoptr(PlnSyncResult) result = NULL;

      lying_server_tell (&story->server, lies[i]);
      result = fault_story_sync (story, cancellable);
      g_assert_null (result);
      fault_story_is_whole (story);
    }
  fault_story_ends_well (story);
}

static void
test_refused (FaultStory    *story,
              gconstpointer  user_data)
{
  g_autoptr(PlnSyncResult) result = NULL;

  fault_story_change (story);
  soup_server_disconnect (story->server.server);
  result = fault_story_sync (story, NULL);
  g_assert_cmpint (pln_sync_trouble (result->error), ==, OFFLINE);
  fault_story_is_whole (story);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  fault_story_add ("connection", connection, G_N_ELEMENTS (connection));
  fault_story_add ("status", status, G_N_ELEMENTS (status));
#define ADD(name, func) g_test_add ("/sync/faults/connection/" name, FaultStory, NULL, fault_story_set_up, func, fault_story_tear_down)
  ADD ("stalled", test_stalled);
  ADD ("refused", test_refused);

  return g_test_run ();
}
