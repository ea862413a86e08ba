/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync-carry.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1800000000)

typedef struct
{
  GRand      *random;
  SyncServer *server;
  SyncDisk   *disk;
  SyncCarry   carry;
  PlnSyncRun *run; /* the last one */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->random = g_rand_new_with_seed (1);
  fixture->server = sync_server_new (0, fixture->random);
  fixture->disk = sync_disk_new ();
  fixture->carry = (SyncCarry) { .random = fixture->random, .now = NOW };
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  pln_sync_run_free (fixture->run);
  sync_disk_free (fixture->disk);
  sync_server_free (fixture->server);
  g_rand_free (fixture->random);
}

static GBytes *
event (const char *uid,
       const char *lines)
{
  g_autofree char *text = g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:20270101T000000Z\r\n%s"
                                           "END:VEVENT\r\nEND:VCALENDAR\r\n", uid, lines);

  return g_bytes_new (text, strlen (text));
}

static void
write_here (Fixture    *fixture,
            const char *uid,
            const char *lines)
{
  g_autoptr(GBytes) text = event (uid, lines);

  sync_disk_put (fixture->disk, uid, text);
}

static void
write_there (Fixture    *fixture,
             const char *name,
             const char *uid,
             const char *lines)
{
  g_autoptr(GBytes) text = event (uid, lines);
  g_autofree char *href = g_strconcat (SYNC_CALENDAR, name, NULL);

  sync_server_put (fixture->server, href, text);
}

static const PlnSyncResult *
synchronise (Fixture *fixture)
{
  pln_sync_run_free (fixture->run);
  fixture->run = sync_carry_new (fixture->server, fixture->disk, &fixture->carry);
  fixture->server->n_requests = 0;
  g_assert_true (sync_carry_out (fixture->run, fixture->server, fixture->disk, &fixture->carry));

  return pln_sync_run_get_result (fixture->run);
}

static gboolean
is_here (Fixture    *fixture,
         const char *uid,
         const char *what)
{
  GBytes *text = sync_disk_get (fixture->disk, uid);
  g_autofree char *all = text != NULL ? g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text)) : NULL;

  return all != NULL && strstr (all, what) != NULL;
}

static gboolean
is_there (Fixture    *fixture,
          const char *uid,
          const char *what)
{
  SyncResource *resource = sync_server_find (fixture->server, uid);
  g_autofree char *all = resource != NULL ? g_strndup (g_bytes_get_data (resource->text, NULL), g_bytes_get_size (resource->text)) : NULL;

  return all != NULL && strstr (all, what) != NULL;
}

static const char *
note (GPtrArray *notes,
      guint      index)
{
  return ((PlnSyncNote *) g_ptr_array_index (notes, index))->text;
}

static void
test_few_requests (Fixture       *fixture,
                   gconstpointer  user_data)
{
  const PlnSyncResult *result;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *uid = g_strdup_printf ("u%u", i);

      write_there (fixture, uid, uid, "SUMMARY:A\r\n");
    }
  result = synchronise (fixture);
  g_assert_no_error (result->error);
  g_assert_cmpuint (result->counts.downloaded, ==, 1000);
  g_assert_cmpuint (fixture->server->n_requests, ==, 12);
  g_assert_cmpuint (g_hash_table_size (fixture->disk->texts), ==, 1000);

  synchronise (fixture);
  g_assert_cmpuint (fixture->server->n_requests, ==, 1);

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *uid = g_strdup_printf ("u%u", i);

      write_there (fixture, uid, uid, "SUMMARY:B\r\n");
    }
  result = synchronise (fixture);
  g_assert_cmpuint (result->counts.downloaded, ==, 10);
  g_assert_cmpuint (fixture->server->n_requests, ==, 3);

  for (guint i = 1000; i < 1200; i++)
    {
      g_autofree char *uid = g_strdup_printf ("u%u", i);

      write_here (fixture, uid, "SUMMARY:A\r\n");
    }
  result = synchronise (fixture);
  g_assert_cmpuint (result->counts.uploaded, ==, 200);
  g_assert_cmpuint (fixture->server->n_requests, ==, 200 + 1 + 2); /* peek; read again */
}

/* The same on both sides, and without a pair: nothing is written or asked. */
static void
test_first_time (Fixture       *fixture,
                 gconstpointer  user_data)
{
  const PlnSyncResult *result;

  write_there (fixture, "x.ics", "same", "SUMMARY:A\r\nLOCATION:B\r\n");
  write_here (fixture, "same", "LOCATION:B\r\nSUMMARY:A\r\n");
  write_there (fixture, "y.ics", "other", "SUMMARY:A\r\nLOCATION:B\r\n");
  write_here (fixture, "other", "SUMMARY:A2\r\nURL:http://x.org\r\n");
  write_here (fixture, "mine", "SUMMARY:A\r\n");
  write_there (fixture, "z.ics", "theirs", "SUMMARY:A\r\n");
  result = synchronise (fixture);

  g_assert_cmpuint (result->counts.deleted, ==, 0);
  g_assert_cmpuint (result->counts.uploaded, ==, 2);
  g_assert_cmpuint (result->counts.conflicts, ==, 1);
  g_assert_true (is_here (fixture, "theirs", "SUMMARY:A"));
  g_assert_true (is_there (fixture, "mine", "SUMMARY:A"));
  g_assert_true (is_there (fixture, "other", "URL:http://x.org"));
  g_assert_true (is_here (fixture, "other", "LOCATION:B"));
  g_assert_true (is_here (fixture, "other", "SUMMARY:A\r\n"));
  g_assert_true (sync_disk_asks (fixture->disk, "SUMMARY:A2"));
}

static void
test_both_changed (Fixture       *fixture,
                   gconstpointer  user_data)
{
  const PlnSyncResult *result;

  write_there (fixture, "x.ics", "u", "SUMMARY:A\r\nLOCATION:B\r\n");
  synchronise (fixture);
  write_here (fixture, "u", "SUMMARY:A2\r\nLOCATION:B\r\n");
  write_there (fixture, "x.ics", "u", "SUMMARY:A\r\nLOCATION:B2\r\n");
  result = synchronise (fixture);
  g_assert_cmpuint (result->counts.merged, ==, 1);
  g_assert_cmpuint (result->counts.conflicts, ==, 0);
  g_assert_true (is_here (fixture, "u", "SUMMARY:A2\r\n") && is_here (fixture, "u", "LOCATION:B2\r\n"));
  g_assert_true (is_there (fixture, "u", "SUMMARY:A2\r\n") && is_there (fixture, "u", "LOCATION:B2\r\n"));

  write_here (fixture, "u", "SUMMARY:A3\r\nLOCATION:B2\r\n");
  write_there (fixture, "x.ics", "u", "SUMMARY:A4\r\nLOCATION:B2\r\n");
  result = synchronise (fixture);
  g_assert_cmpuint (result->counts.conflicts, ==, 1);
  g_assert_true (is_here (fixture, "u", "SUMMARY:A4\r\n"));
  g_assert_true (sync_disk_asks (fixture->disk, "SUMMARY:A3"));
}

static void
test_lost_answers (Fixture       *fixture,
                   gconstpointer  user_data)
{
  const PlnSyncResult *result;

  fixture->server->faults.lost = 1;
  write_here (fixture, "u", "SUMMARY:A\r\n");
  result = synchronise (fixture);
  g_assert_no_error (result->error);
  g_assert_cmpuint (result->counts.uploaded, ==, 1);
  g_assert_cmpuint (fixture->server->log->len, ==, 1);

  sync_disk_put (fixture->disk, "u", NULL);
  result = synchronise (fixture);
  g_assert_cmpuint (result->counts.deleted, ==, 1);
  g_assert_null (sync_server_find (fixture->server, "u"));
}

static void
test_stops (Fixture       *fixture,
            gconstpointer  user_data)
{
  const PlnSyncResult *result;

  write_here (fixture, "u", "SUMMARY:A\r\n");
  fixture->server->faults.password = 1;
  result = synchronise (fixture);
  g_assert_error (result->error, PLN_DAV_ERROR, PLN_DAV_ERROR_AUTH);
  g_assert_cmpuint (fixture->server->n_requests, ==, 1);

  fixture->server->faults = (SyncFaults) { .busy = 1 };
  result = synchronise (fixture);
  g_assert_cmpuint (result->retry_after, ==, 30);
  g_assert_true (result->is_again);
  g_assert_true (is_here (fixture, "u", "SUMMARY:A"));
}

/* Somebody writes each time. */
static void
test_bounded (Fixture       *fixture,
              gconstpointer  user_data)
{
  const PlnSyncResult *result;

  fixture->server->faults.changed = 1;
  write_here (fixture, "u", "SUMMARY:A\r\n");
  result = synchronise (fixture);
  g_assert_true (result->is_again);
  g_assert_cmpuint (fixture->server->n_requests, <, 15);
}

static void
test_guard (Fixture       *fixture,
            gconstpointer  user_data)
{
  const PlnSyncResult *result;
  GHashTableIter iter;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *uid = g_strdup_printf ("u%u", i);

      write_there (fixture, uid, uid, "SUMMARY:A\r\n");
    }
  synchronise (fixture);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *href = g_strdup_printf (SYNC_CALENDAR "u%u", i);

      sync_server_remove (fixture->server, href);
    }
  for (guint i = 0; i < 2; i++)
    {
      result = synchronise (fixture);
      g_assert_cmpuint (result->n_missing, ==, 6);
      g_assert_cmpuint (result->counts.deleted, ==, 0);
    }
  fixture->carry.may_empty = TRUE;
  result = synchronise (fixture);
  g_assert_cmpuint (result->counts.deleted, ==, 6);

  /* It lists everything as changed, and finds nothing. */
  fixture->carry.may_empty = FALSE;
  g_hash_table_iter_init (&iter, fixture->server->resources);
  for (guint i = 6; i < 12; i++)
    {
      g_autofree char *uid = g_strdup_printf ("u%u", i);

      write_there (fixture, uid, uid, "SUMMARY:B\r\n");
    }
  while (g_hash_table_iter_next (&iter, NULL, NULL))
    g_hash_table_iter_remove (&iter);
  result = synchronise (fixture);
  g_assert_cmpuint (result->n_missing, ==, 6);
  g_assert_cmpuint (result->counts.deleted, ==, 0);
}

/* A whole listing that pretends to be one of changes, without deletions. */
static void
test_disguise (Fixture       *fixture,
               gconstpointer  user_data)
{
  const PlnSyncResult *result;

  fixture->server->quirks = SYNC_DISGUISES;
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *uid = g_strdup_printf ("u%u", i);

      write_there (fixture, uid, uid, "SUMMARY:A\r\n");
    }
  synchronise (fixture);
  sync_server_remove (fixture->server, SYNC_CALENDAR "u3");
  fixture->server->epoch++;
  result = synchronise (fixture);
  g_assert_cmpuint (result->counts.deleted, ==, 1);
  g_assert_null (sync_disk_get (fixture->disk, "u3"));
}

#define INVITES "ORGANIZER:mailto:ada@example.org\r\nATTENDEE:mailto:bob@example.org\r\n"

static void
test_mail_waits (Fixture       *fixture,
                 gconstpointer  user_data)
{
  const PlnSyncResult *result;

  fixture->server->quirks = SYNC_SCHEDULES;
  write_there (fixture, "x.ics", "u", "SUMMARY:A\r\nLOCATION:B\r\n" INVITES);
  synchronise (fixture);
  write_here (fixture, "u", "SUMMARY:A2\r\nLOCATION:B\r\n" INVITES);
  write_there (fixture, "x.ics", "u", "SUMMARY:A\r\nLOCATION:B2\r\n" INVITES);
  write_here (fixture, "new", "SUMMARY:A\r\n" INVITES);
  write_here (fixture, "plain", "SUMMARY:A\r\n");
  for (guint i = 0; i < 2; i++)
    {
      result = synchronise (fixture);
      g_assert_cmpuint (result->counts.waiting, ==, 2);
      g_assert_cmpstr (note (result->waiting, 0), ==, "bob@example.org");
      g_assert_cmpuint (result->counts.uploaded, ==, i == 0 ? 1 : 0);
      g_assert_true (is_here (fixture, "u", "SUMMARY:A2\r\n") && is_here (fixture, "u", "LOCATION:B2\r\n"));
      g_assert_cmpuint (fixture->server->n_mails, ==, 0);
    }

  sync_disk_put (fixture->disk, "u", NULL);
  result = synchronise (fixture);
  g_assert_cmpuint (result->counts.waiting, ==, 2);
  g_assert_cmpuint (fixture->server->n_mails, ==, 0);
}

static void
test_dropped (Fixture       *fixture,
              gconstpointer  user_data)
{
  const PlnSyncResult *result;

  fixture->server->quirks = SYNC_DROPS | SYNC_REFOLDS | SYNC_ADDS;
  write_here (fixture, "u", "SUMMARY:A\r\nX-PLENARY-KIND:session\r\nSEQUENCE:0\r\n");
  write_here (fixture, "v", "SUMMARY:A\r\nX-PLENARY-KIND:session\r\nSEQUENCE:0\r\n");
  result = synchronise (fixture);
  g_assert_cmpuint (result->dropped->len, ==, 1);
  g_assert_cmpstr (note (result->dropped, 0), ==, "X-PLENARY-KIND");

  result = synchronise (fixture);
  g_assert_cmpuint (result->counts.uploaded + result->counts.downloaded, ==, 0);
  g_assert_true (is_here (fixture, "u", "X-PLENARY-KIND:session\r\n"));

  /* An edit by somebody else takes nothing away that they never had. */
  {
    SyncResource *resource = sync_server_find (fixture->server, "u");
    g_autofree char *href = g_strdup (resource->href);
    g_autoptr(GBytes) text = event ("u", "SUMMARY:B\r\nSEQUENCE:1\r\n");

    sync_server_put (fixture->server, href, text);
  }
  synchronise (fixture);
  g_assert_true (is_here (fixture, "u", "SUMMARY:B\r\n") && is_here (fixture, "u", "X-PLENARY-KIND:session\r\n"));
}

/* The server has the UID elsewhere, since the listing was made or unlisted. */
static void
test_twin (Fixture       *fixture,
           gconstpointer  user_data)
{
  const PlnSyncResult *result;

  fixture->server->quirks = SYNC_ONE_UID;
  synchronise (fixture);
  write_here (fixture, "u", "SUMMARY:A\r\nURL:http://x.org\r\n");
  write_there (fixture, "x.ics", "u", "SUMMARY:A\r\nLOCATION:B\r\n");
  g_free (fixture->disk->token);
  fixture->disk->token = g_strdup ("0-1"); /* as if it had been listed already */
  g_free (fixture->disk->ctag);
  fixture->disk->ctag = g_strdup ("c1");
  result = synchronise (fixture);
  g_assert_cmpuint (result->failed->len, ==, 0);
  g_assert_cmpuint (g_hash_table_size (fixture->server->resources), ==, 1);
  g_assert_true (is_there (fixture, "u", "URL:http://x.org") && is_there (fixture, "u", "LOCATION:B"));
  g_assert_true (is_here (fixture, "u", "URL:http://x.org") && is_here (fixture, "u", "LOCATION:B"));
}

static void
test_refusals (Fixture       *fixture,
               gconstpointer  user_data)
{
  const PlnSyncResult *result;
  const char *note_text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VJOURNAL\r\nUID:n\r\nSUMMARY:Minutes\r\nEND:VJOURNAL\r\nEND:VCALENDAR\r\n";
  g_autoptr(GBytes) minutes = g_bytes_new_static (note_text, strlen (note_text));

  fixture->carry.components = PLN_DAV_EVENTS;
  sync_disk_put (fixture->disk, "n", minutes);
  write_here (fixture, "u", "SUMMARY:A\r\n");
  write_there (fixture, "bad.ics", "", "");
  result = synchronise (fixture);
  g_assert_cmpuint (result->failed->len, ==, 2);
  g_assert_cmpuint (result->counts.uploaded, ==, 1);
  g_assert_true (is_here (fixture, "n", "Minutes"));

  fixture->carry.is_read_only = TRUE;
  write_here (fixture, "u", "SUMMARY:A2\r\nLOCATION:B\r\n");
  {
    SyncResource *resource = sync_server_find (fixture->server, "u");
    g_autofree char *href = g_strdup (resource->href);
    g_autoptr(GBytes) text = event ("u", "SUMMARY:A\r\nURL:http://x.org\r\n");

    sync_server_put (fixture->server, href, text);
  }
  result = synchronise (fixture);
  g_assert_cmpuint (result->counts.uploaded, ==, 0);
  g_assert_true (is_here (fixture, "u", "SUMMARY:A2\r\n") && is_here (fixture, "u", "URL:http://x.org"));
}

static void
test_backoff (void)
{
  g_assert_cmpuint (pln_sync_backoff (1, 0, 0), ==, 2);
  g_assert_cmpuint (pln_sync_backoff (1, 0, 0.999), <=, 4);
  g_assert_cmpuint (pln_sync_backoff (40, 0, 0.999), <=, 15 * 60);
  g_assert_cmpuint (pln_sync_backoff (40, 0, 0.999), >, 14 * 60);
  g_assert_cmpuint (pln_sync_backoff (1, 3600, 0.5), ==, 3600);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void      (*run) (Fixture *fixture, gconstpointer user_data);
  } tests[] = {
    { "/sync/run/few-requests", test_few_requests }, { "/sync/run/first-time", test_first_time },
    { "/sync/run/both-changed", test_both_changed }, { "/sync/run/lost-answers", test_lost_answers },
    { "/sync/run/stops", test_stops },               { "/sync/run/bounded", test_bounded },
    { "/sync/run/guard", test_guard },               { "/sync/run/disguise", test_disguise },
    { "/sync/run/mail-waits", test_mail_waits },     { "/sync/run/dropped", test_dropped },
    { "/sync/run/twin", test_twin },                 { "/sync/run/refusals", test_refusals },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].run, tear_down);
  g_test_add_func ("/sync/run/backoff", test_backoff);

  return g_test_run ();
}
