/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-sync.h"

#include "pln-clock.h"
#include "pln-core-secret.h"
#include "pln-core-servers-private.h"
#include "pln-core-sync-private.h"
#include "pln-id.h"
#include "pln-str.h"
#include "pln-sync-drive.h"
#include "pln-sync-put-back.h"

#include <glib/gi18n.h>

#define SHOWN_AFTER 1000 /* ms of work */

/**
 * pln_core_synced_free:
 * @synced: (transfer full): what a sync did
 */
void
pln_core_synced_free (PlnCoreSynced *synced)
{
  g_ptr_array_unref (synced->problems);
  g_free (synced);
}

/* One sync, over the accounts that it is for. */
typedef struct
{
  PlnCoreSynced *synced;
  char          *only;    /* (nullable): the id of the one account */
  GPtrArray     *ids;     /* char: accounts that are left */
  GPtrArray     *links;   /* (nullable): PlnStoreLink of the account, that are left */
  PlnStoreLink  *link;    /* the one being synced */
  gboolean       failed;  /* something of the account did not succeed */
  char         **behind;  /* (nullable): the second time, only these calendars */
  gulong         stopper;
} Sync;

static void
sync_free (Sync *sync)
{
  g_clear_pointer (&sync->synced, pln_core_synced_free);
  g_free (sync->only);
  g_strfreev (sync->behind);
  g_clear_pointer (&sync->ids, g_ptr_array_unref);
  g_clear_pointer (&sync->links, g_ptr_array_unref);
  g_clear_pointer (&sync->link, pln_store_link_free);
  g_free (sync);
}

static void next_account (GTask *task);
static void next_link    (GTask *task);
static void begin        (GTask *task);

static PlnCoreServer *
server_of (GTask *task)
{
  Sync *sync = g_task_get_task_data (task);

  return sync->ids->len > 0 ? pln_core_servers_find (g_task_get_source_object (task), g_ptr_array_index (sync->ids, 0))
                            : NULL;
}

static void
end (GTask *task)
{
  PlnCore *self = g_task_get_source_object (task);
  PlnCoreServers *servers = self->servers;
  Sync *sync = g_task_get_task_data (task);
  GTask *next;

  g_cancellable_disconnect (g_task_get_cancellable (task), sync->stopper);
  g_clear_handle_id (&servers->show_source, g_source_remove);
  g_clear_object (&servers->running);
  servers->is_shown = FALSE;
  sync->synced->questions = g_list_model_get_n_items (G_LIST_MODEL (servers->questions));
  pln_core_servers_tell (self);
  pln_core_sync_ended (self);

  next = g_queue_pop_head (&servers->queue);
  pln_core_wish_done (task, g_steal_pointer (&sync->synced), (GDestroyNotify) pln_core_synced_free, NULL);
  if (next != NULL)
    begin (next);
}

static void
read_questions_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!pln_core_read_questions_finish (PLN_CORE (source), result, &error))
    g_debug ("The questions could not be read: %s", error->message);
  end (user_data);
}

static void read_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data);

/* What was moved is deleted in its old calendar when the new one has it: that
 * may have been synced before. */
static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  PlnCore *self = PLN_CORE (source);
  Sync *sync = g_task_get_task_data (user_data);
  g_auto(GStrv) behind = pln_core_count_waiting_finish (self, result);
  gboolean is_first = sync->behind == NULL;

  if (is_first)
    sync->behind = g_steal_pointer (&behind);
  if (is_first && *sync->behind != NULL && sync->synced->uploaded > 0
      && !g_cancellable_is_cancelled (self->servers->running))
    pln_core_read_accounts_async (self, NULL, read_cb, user_data);
  else
    pln_core_read_questions_async (self, read_questions_cb, user_data);
}

static void
add_problem (GTask      *task,
             const char *problem)
{
  Sync *sync = g_task_get_task_data (task);

  sync->failed = TRUE;
  if (!g_ptr_array_find_with_equal_func (sync->synced->problems, problem, g_str_equal, NULL))
    g_ptr_array_add (sync->synced->problems, g_strdup (problem));
}

static double
chance (void)
{
  g_autofree char *id = pln_id_new ();

  return g_str_hash (id) / ((double) G_MAXUINT32 + 1);
}

/* An account of which everything, or something, failed is left alone for a while. */
static void
wait_for (PlnCoreServer *server,
          guint          retry_after)
{
  server->n_failures++;
  server->not_before = pln_clock_now () + pln_sync_backoff (server->n_failures, retry_after, chance ());
}

static void
need (GTask          *task,
      PlnAccountNeed  need_,
      const char     *kind,
      const char     *title,
      const char     *problem)
{
  PlnCore *self = g_task_get_source_object (task);
  Sync *sync = g_task_get_task_data (task);
  PlnCoreServer *server = server_of (task);

  sync->synced->wants_password |= need_ == PLN_ACCOUNT_NEEDS_PASSWORD;
  if (pln_account_get_need (server->account) != need_)
    pln_core_servers_say (self, NULL, kind, title, server->stored->name);
  pln_account_set_problem (server->account, need_, problem);
  add_problem (task, problem);
}

static void
go_offline (GTask      *task,
            const char *problem)
{
  PlnCoreServer *server = server_of (task);

  if (!server->was_offline)
    pln_core_servers_say (g_task_get_source_object (task), NULL, "offline", _("No network"), server->stored->name);
  server->was_offline = TRUE;
}

/* What went wrong with a calendar or its account.
 *
 * Returns: whether the other calendars of the account can be synced all the same */
static gboolean
take_trouble (GTask        *task,
              const GError *error,
              guint         retry_after)
{
  PlnCore *self = g_task_get_source_object (task);
  PlnCoreServer *server = server_of (task);
  Sync *sync = g_task_get_task_data (task);
  PlnSyncTrouble trouble = pln_sync_trouble (error);

  if (trouble == PLN_SYNC_TROUBLE_CANCELLED)
    {
      sync->failed = TRUE;
      return FALSE;
    }
  if (trouble == PLN_SYNC_TROUBLE_PASSWORD)
    {
      pln_core_secret_wipe (g_steal_pointer (&server->password));
      server->was_refused = TRUE;
      need (task, PLN_ACCOUNT_NEEDS_PASSWORD, "password", _("The password was not taken"), error->message);
      return FALSE;
    }
  if (trouble == PLN_SYNC_TROUBLE_CERTIFICATE)
    {
      need (task, PLN_ACCOUNT_NEEDS_TRUST, "certificate", _("The server could not prove who it is"), error->message);
      return FALSE;
    }
  if (trouble == PLN_SYNC_TROUBLE_GONE)
    {
      if (pln_core_servers_recall (self, PLN_CORE_GONE, sync->link->calendar) == 0)
        {
          g_autofree char *title = g_strdup_printf (_("Calendar “%s” is gone"), sync->link->title);

          pln_core_servers_say (self, sync->link->calendar, "gone", title, _("A copy is kept on this computer"));
        }
      pln_core_servers_remember (self, PLN_CORE_GONE, sync->link->calendar, 1);
      add_problem (task, error->message);
      return TRUE;
    }

  if (trouble == PLN_SYNC_TROUBLE_OFFLINE)
    go_offline (task, error->message);
  else if (g_strcmp0 (server->problem, error->message) != 0)
    pln_core_servers_say (self, sync->link->calendar, "failed", error->message, sync->link->title);
  add_problem (task, error->message);
  pln_set_str (&server->problem, error->message);
  pln_account_set_problem (server->account, PLN_ACCOUNT_NEEDS_NOTHING, error->message);
  wait_for (server, retry_after);

  return trouble == PLN_SYNC_TROUBLE_SERVER && retry_after == 0;
}

static void
add_counts (PlnCoreSynced       *synced,
            const PlnSyncCounts *counts)
{
  synced->requests += counts->requests;
  synced->bytes_sent += counts->bytes_sent;
  synced->bytes_received += counts->bytes_received;
  synced->downloaded += counts->downloaded;
  synced->uploaded += counts->uploaded;
  synced->merged += counts->merged;
  synced->conflicts += counts->conflicts;
  synced->deleted += counts->deleted;
  synced->waiting += counts->waiting;
  synced->seconds += counts->seconds;
}

static void
take_result (GTask               *task,
             const PlnSyncResult *result)
{
  PlnCore *self = g_task_get_source_object (task);
  Sync *sync = g_task_get_task_data (task);
  PlnCoreServer *server = server_of (task);
  gboolean goes_on = TRUE;

  add_counts (sync->synced, &result->counts);
  pln_core_tell_result (self, sync->link, result);
  for (guint i = 0; i < result->failed->len; i++)
    add_problem (task, ((PlnSyncNote *) g_ptr_array_index (result->failed, i))->text);

  if (result->error != NULL)
    goes_on = take_trouble (task, result->error, result->retry_after);
  else
    {
      pln_core_servers_remember (self, PLN_CORE_GONE, sync->link->calendar, 0);
      pln_core_servers_remember (self, PLN_CORE_MISSING, sync->link->calendar, result->n_missing);
      pln_core_servers_remember (self, PLN_CORE_UNTOLD, sync->link->calendar, result->counts.waiting);
      pln_core_servers_remember (self, PLN_CORE_MAY_EMPTY, sync->link->calendar, 0);
      server->was_offline = FALSE;
    }

  if (!goes_on)
    g_ptr_array_set_size (sync->links, 0);
  next_link (task);
}

static void
driven_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  Sync *sync = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnSyncResult) came = pln_sync_drive_finish (PLN_SYNC_SERVER (source), result, &error);

  /* The account may have been removed meanwhile. */
  if (server_of (task) == NULL)
    g_ptr_array_set_size (sync->links, 0);
  else if (came != NULL)
    {
      take_result (task, came);
      return;
    }
  else if (!take_trouble (task, error, 0))
    g_ptr_array_set_size (sync->links, 0);

  next_link (task);
}

static void
progress_cb (gboolean is_sending,
             guint    n_done,
             guint    n_total,
             gpointer user_data)
{
  PlnCore *self = user_data;
  PlnCoreServers *servers = self->servers;

  servers->is_sending = is_sending;
  servers->n_done = n_done;
  servers->n_total = n_total;
  if (servers->is_shown)
    pln_core_servers_tell (self);
}

static void
next_link (GTask *task)
{
  PlnCore *self = g_task_get_source_object (task);
  Sync *sync = g_task_get_task_data (task);
  PlnCoreServer *server = server_of (task);
  const char *const *addresses;
  PlnSyncOptions options = { .progress = progress_cb, .progress_data = self };

  g_clear_pointer (&sync->link, pln_store_link_free);
  if (server != NULL && sync->links->len == 0 && !sync->failed)
    {
      g_autoptr(GDateTime) now = pln_clock_now_here ();

      pln_core_servers_remember (self, PLN_CORE_SYNCED, server->stored->id, pln_clock_now ());
      server->n_failures = 0;
      server->not_before = 0;
      g_clear_pointer (&server->problem, g_free);
      pln_account_set_problem (server->account, PLN_ACCOUNT_NEEDS_NOTHING, NULL);
      pln_account_set_synced (server->account, now);
    }
  if (server == NULL || sync->links->len == 0)
    {
      g_ptr_array_remove_index (sync->ids, 0);
      next_account (task);
      return;
    }

  sync->link = g_ptr_array_steal_index (sync->links, 0);
  addresses = (const char *const *) server->stored->addresses;
  options.own_address = addresses != NULL ? addresses[0] : NULL;
  options.may_empty = pln_core_servers_recall (self, PLN_CORE_MAY_EMPTY, sync->link->calendar) != 0;
  pln_sync_drive_async (server->server, self->store, sync->link, &options, self->servers->running, driven_cb, task);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  pln_sync_server_look_finish (PLN_SYNC_SERVER (source), result);
  next_link (user_data);
}

static void
begin_account (GTask *task)
{
  PlnCore *self = g_task_get_source_object (task);
  Sync *sync = g_task_get_task_data (task);
  PlnCoreServer *server = server_of (task);
  g_autoptr(GPtrArray) urls = g_ptr_array_new ();

  sync->failed = FALSE;
  sync->links = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_link_free);
  for (guint i = 0; i < server->links->len; i++)
    {
      const PlnStoreLink *link = g_ptr_array_index (server->links, i);

      if (!link->is_paused
          && (sync->behind == NULL || g_strv_contains ((const char *const *) sync->behind, link->calendar)))
        {
          g_ptr_array_add (sync->links, pln_store_link_copy (link));
          if (link->listed > 0) /* a new one is listed in any case */
            g_ptr_array_add (urls, link->url);
        }
    }
  g_ptr_array_add (urls, NULL);

  pln_sync_server_look_async (server->server, (const char *const *) urls->pdata, self->servers->running, looked_cb, task);
}

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  Sync *sync = g_task_get_task_data (task);
  PlnCoreServer *server = server_of (task);

  if (server != NULL && pln_core_ready_server_finish (PLN_CORE (source), result))
    {
      begin_account (task);
      return;
    }

  if (server != NULL && !g_cancellable_is_cancelled (PLN_CORE (source)->servers->running))
    {
      g_autofree char *problem = g_strdup_printf (_("The password of “%s” is not known here. Sign in again."),
                                                  server->stored->name);

      need (task, PLN_ACCOUNT_NEEDS_PASSWORD, "password", _("The password was asked for again"), problem);
    }
  g_ptr_array_remove_index (sync->ids, 0);
  next_account (task);
}

static void
next_account (GTask *task)
{
  PlnCore *self = g_task_get_source_object (task);
  Sync *sync = g_task_get_task_data (task);

  g_clear_pointer (&sync->links, g_ptr_array_unref);
  if (sync->ids->len > 0)
    pln_core_ready_server_async (self, g_ptr_array_index (sync->ids, 0), self->servers->running, ready_cb, task);
  else
    pln_core_count_waiting_async (self, sync->synced->uploaded > 0 && sync->behind == NULL, counted_cb, task);
}

static gboolean
has_no_trouble (const PlnCoreServer *server)
{
  return server->n_failures == 0 && pln_account_get_need (server->account) == PLN_ACCOUNT_NEEDS_NOTHING;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = PLN_CORE (source);
  Sync *sync = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  if (!pln_core_read_accounts_finish (self, result, &error))
    add_problem (task, error->message);
  for (guint i = 0; i < self->servers->known->len; i++)
    {
      const PlnCoreServer *server = g_ptr_array_index (self->servers->known, i);
      const char *id = server->stored->id;

      if ((sync->only == NULL || g_str_equal (sync->only, id)) && (sync->behind == NULL || has_no_trouble (server)))
        g_ptr_array_add (sync->ids, g_strdup (id));
    }
  next_account (task);
}

static gboolean
show_cb (gpointer user_data)
{
  PlnCore *self = user_data;

  self->servers->show_source = 0;
  self->servers->is_shown = TRUE;
  pln_core_servers_tell (self);

  return G_SOURCE_REMOVE;
}

static void
begin (GTask *task)
{
  PlnCore *self = g_task_get_source_object (task);
  PlnCoreServers *servers = self->servers;
  Sync *sync = g_task_get_task_data (task);

  servers->running = g_cancellable_new ();
  servers->n_done = servers->n_total = 0;
  servers->is_sending = FALSE;
  servers->show_source = g_timeout_add (SHOWN_AFTER, show_cb, self);
  if (g_task_get_cancellable (task) != NULL)
    sync->stopper = g_cancellable_connect (g_task_get_cancellable (task), G_CALLBACK (g_cancellable_cancel),
                                           servers->running, NULL);
  pln_core_sync_begun (self);
  pln_core_read_accounts_async (self, NULL, read_cb, task);
}

/**
 * pln_core_sync_async:
 * @self: a core whose library is open
 * @account: (nullable): an account of it; %NULL for all
 * @cancellable: (nullable): stops it; what was brought together stays so
 * @callback: (scope async): called when it is over
 * @user_data: data for @callback
 *
 * Brings calendars here and on their servers together.
 */
void
pln_core_sync_async (PlnCore             *self,
                     PlnAccount          *account,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  Sync *sync;
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));

  sync = g_new0 (Sync, 1);
  sync->synced = g_new0 (PlnCoreSynced, 1);
  sync->synced->problems = g_ptr_array_new_with_free_func (g_free);
  sync->only = account != NULL ? g_strdup (pln_account_get_id (account)) : NULL;
  sync->ids = g_ptr_array_new_with_free_func (g_free);
  task = pln_core_wish_new (self, pln_core_sync_async, cancellable, callback, user_data);
  g_task_set_check_cancellable (task, FALSE); /* what was done is told all the same */
  g_task_set_task_data (task, sync, (GDestroyNotify) sync_free);
  if (self->servers->running != NULL)
    g_queue_push_tail (&self->servers->queue, task);
  else
    begin (task);
}

/**
 * pln_core_sync_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what it did
 */
PlnCoreSynced *
pln_core_sync_finish (PlnCore       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pln_core_stop_sync:
 * @self: a core
 *
 * Stops the sync that is under way. What it brought together stays so.
 */
void
pln_core_stop_sync (PlnCore *self)
{
  g_return_if_fail (PLN_IS_CORE (self));

  if (self->servers->running != NULL)
    g_cancellable_cancel (self->servers->running);
}
