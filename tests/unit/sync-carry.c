/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync-carry.h"

#define MOST_STEPS 100000
#define MOST_OPEN  4

PlnSyncRun *
sync_carry_new (SyncServer      *server,
                SyncDisk        *disk,
                const SyncCarry *carry)
{
  PlnSyncSetup setup = {
    .calendar = SYNC_CALENDAR,
    .token = disk->token,
    .ctag = disk->ctag,
    .listed = disk->listed,
    .now = carry->now,
    .own_address = "mailto:ada@example.org",
    .schedules = (server->quirks & SYNC_SCHEDULES) != 0,
    .may_empty = carry->may_empty,
    .is_read_only = carry->is_read_only,
    .components = carry->components,
    .seed = g_rand_int (carry->random),
  };

  return pln_sync_run_new (&setup);
}

static void
read_here (PlnSyncRun        *run,
           const PlnSyncStep *step,
           SyncDisk          *disk)
{
  if (step->kind == PLN_SYNC_STEP_TREES)
    {
      g_autoptr(GPtrArray) locals = sync_disk_locals (disk);
      g_autoptr(GPtrArray) pairs = sync_disk_pairs (disk);

      pln_sync_run_take_trees (run, step, locals, pairs);
    }
  else
    {
      g_autoptr(GPtrArray) known = sync_disk_known (disk, step->names);

      pln_sync_run_take_texts (run, step, known);
    }
}

static void
settle (PlnSyncRun        *run,
        const PlnSyncStep *step,
        SyncDisk          *disk,
        gint64             now)
{
  g_autoptr(GPtrArray) left = sync_disk_settle (disk, step->settled);

  if (step->is_last)
    {
      g_free (disk->token);
      g_free (disk->ctag);
      disk->token = g_strdup (step->token);
      disk->ctag = g_strdup (step->ctag);
      disk->listed = step->is_whole ? now : disk->listed;
    }
  pln_sync_run_take_settled (run, step, left);
}

static void
ask (PlnSyncRun        *run,
     const PlnSyncStep *step,
     SyncServer        *server)
{
  g_autoptr(GError) error = NULL;
  guint retry_after = 0;

  if (step->kind == PLN_SYNC_STEP_PEEK)
    {
      PlnDavItem *item = sync_server_peek (server, &retry_after, &error);

      if (item != NULL)
        {
          pln_sync_run_take_peek (run, step, item);
          pln_dav_item_free (item);
        }
    }
  else if (step->kind == PLN_SYNC_STEP_LIST)
    {
      g_autoptr(PlnDavListing) listing = sync_server_list (server, step->token, &retry_after, &error);

      if (listing != NULL)
        pln_sync_run_take_listing (run, step, listing);
    }
  else if (step->kind == PLN_SYNC_STEP_GET)
    {
      g_autoptr(GPtrArray) items = sync_server_get (server, step->names, &retry_after, &error);

      if (items != NULL)
        pln_sync_run_take_objects (run, step, items);
    }
  else if (step->kind == PLN_SYNC_STEP_PUT)
    {
      g_autoptr(PlnDavWritten) written = sync_server_write (server, step->href, step->text, step->etag, &retry_after, &error);

      if (written != NULL)
        pln_sync_run_take_written (run, step, written);
    }
  else if (sync_server_delete (server, step->href, step->etag, &retry_after, &error))
    pln_sync_run_take_deleted (run, step);

  if (error != NULL)
    pln_sync_run_take_error (run, step, error, retry_after);
}

static void
carry_out (PlnSyncRun        *run,
           const PlnSyncStep *step,
           SyncServer        *server,
           SyncDisk          *disk,
           gint64             now)
{
  switch (step->kind)
    {
    case PLN_SYNC_STEP_TREES:
    case PLN_SYNC_STEP_TEXTS:
      read_here (run, step, disk);
      break;
    case PLN_SYNC_STEP_SETTLE:
      settle (run, step, disk, now);
      break;
    case PLN_SYNC_STEP_WAIT:
      pln_sync_run_take_waited (run, step);
      break;
    case PLN_SYNC_STEP_PEEK:
    case PLN_SYNC_STEP_LIST:
    case PLN_SYNC_STEP_GET:
    case PLN_SYNC_STEP_PUT:
    case PLN_SYNC_STEP_DELETE:
    default:
      ask (run, step, server);
    }
}

/* Several steps at once are answered in any order. */
gboolean
sync_carry_out (PlnSyncRun      *run,
                SyncServer      *server,
                SyncDisk        *disk,
                const SyncCarry *carry)
{
  g_autoptr(GPtrArray) open = g_ptr_array_new ();
  guint n_steps = 0;

  for (;;)
    {
      const PlnSyncStep *step;

      while (open->len < MOST_OPEN && (step = pln_sync_run_next (run)) != NULL)
        g_ptr_array_add (open, (gpointer) step);
      if (open->len == 0)
        break;
      if (++n_steps == carry->crash_after)
        return FALSE;
      g_assert_cmpuint (n_steps, <, MOST_STEPS);

      if (carry->between != NULL)
        carry->between (carry->data);
      step = g_ptr_array_steal_index (open, g_rand_int_range (carry->random, 0, (int) open->len));
      carry_out (run, step, server, disk, carry->now);
    }
  g_assert_true (pln_sync_run_is_done (run));

  return TRUE;
}
