/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-sync-private.h"

#include "pln-core-secret.h"
#include "pln-core-sync.h"
#include "pln-store-pair.h"
#include "pln-sync-put-back.h"

#include <glib/gi18n.h>

#define MOST_TOLD 5 /* of one sort, in one sync */

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  PlnCore *self = g_task_get_source_object (task);
  PlnCoreServer *server = pln_core_servers_find (self, g_task_get_task_data (task));
  char *password = pln_core_secret_find_finish (result);

  if (server == NULL || password == NULL)
    {
      pln_core_secret_wipe (password);
      g_task_return_boolean (task, FALSE);
      return;
    }

  pln_core_secret_wipe (server->password);
  server->password = password;
  g_clear_object (&server->server);
  server->server = pln_sync_server_new (server->stored->url, server->stored->user, password, server->stored->pin);
  g_task_return_boolean (task, server->server != NULL);
}

/* Has the server of an account ready; its password comes from the Secret
 * Service if it was not typed. */
void
pln_core_ready_server_async (PlnCore             *self,
                             const char          *id,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  PlnCoreServer *server = pln_core_servers_find (self, id);

  g_task_set_source_tag (task, pln_core_ready_server_async);
  g_task_set_task_data (task, g_strdup (id), g_free);
  if (server != NULL && server->password == NULL && !server->was_refused)
    {
      pln_core_secret_find_async (id, cancellable, found_cb, task);
      return;
    }

  if (server != NULL && server->server == NULL && server->password != NULL)
    server->server = pln_sync_server_new (server->stored->url, server->stored->user, server->password,
                                          server->stored->pin);
  g_task_return_boolean (task, server != NULL && server->password != NULL && server->server != NULL);
  g_object_unref (task);
}

gboolean
pln_core_ready_server_finish (PlnCore      *self,
                              GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

static void count_next (GTask *task);

/* What is here and not there, what differs, and what was deleted here. */
static guint
count (const PlnStoreTrees *trees)
{
  g_autoptr(GHashTable) agreed = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_same = 0;
  guint n_both = 0;

  for (guint i = 0; i < trees->pairs->len; i++)
    {
      PlnStorePair *pair = g_ptr_array_index (trees->pairs, i);

      g_hash_table_insert (agreed, pair->uid, pair);
    }
  for (guint i = 0; i < trees->locals->len; i++)
    {
      const PlnStoreLocal *local = g_ptr_array_index (trees->locals, i);
      const PlnStorePair *pair = g_hash_table_lookup (agreed, local->uid);

      n_both += pair != NULL;
      n_same += pair != NULL && g_strcmp0 (pair->local_hash, local->hash) == 0;
    }

  return trees->locals->len - n_same + trees->pairs->len - n_both;
}

/* The calendars to be counted, and those that have something. */
typedef struct
{
  GPtrArray *left;
  GPtrArray *behind;
  char      *calendar; /* the one being counted */
} Counting;

static void
counting_free (Counting *counting)
{
  g_ptr_array_unref (counting->left);
  g_clear_pointer (&counting->behind, g_ptr_array_unref);
  g_free (counting->calendar);
  g_free (counting);
}

static void
trees_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = g_task_get_source_object (task);
  Counting *counting = g_task_get_task_data (task);
  g_autoptr(PlnStoreTrees) trees = pln_store_list_pairs_finish (PLN_STORE (source), result, NULL);
  guint n = trees != NULL ? count (trees) : 0;

  self->servers->n_waiting += n;
  if (n > 0)
    g_ptr_array_add (counting->behind, g_strdup (counting->calendar));
  count_next (task);
}

static void
count_next (GTask *task)
{
  PlnCore *self = g_task_get_source_object (task);
  Counting *counting = g_task_get_task_data (task);

  g_clear_pointer (&counting->calendar, g_free);
  if (counting->left->len > 0)
    {
      counting->calendar = g_ptr_array_steal_index (counting->left, 0);
      pln_store_list_pairs_async (self->store, counting->calendar, NULL, trees_cb, task);
      return;
    }

  pln_core_servers_tell (self);
  g_ptr_array_add (counting->behind, NULL);
  g_task_return_pointer (task, g_ptr_array_free (g_steal_pointer (&counting->behind), FALSE), (GDestroyNotify) g_strfreev);
  g_object_unref (task);
}

/* Counts the changes that are not on their servers. Where the last sync went
 * well there are none, but for what was moved from one calendar to another:
 * @all counts that, too. */
void
pln_core_count_waiting_async (PlnCore             *self,
                              gboolean             all,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Counting *counting = g_new0 (Counting, 1);

  counting->left = g_ptr_array_new_with_free_func (g_free);
  counting->behind = g_ptr_array_new ();
  g_task_set_source_tag (task, pln_core_count_waiting_async);
  g_task_set_task_data (task, counting, (GDestroyNotify) counting_free);
  for (guint i = 0; i < self->servers->known->len; i++)
    {
      const PlnCoreServer *server = g_ptr_array_index (self->servers->known, i);
      gboolean failed = all || server->was_offline || server->problem != NULL
                        || pln_account_get_need (server->account) != PLN_ACCOUNT_NEEDS_NOTHING;

      for (guint j = 0; failed && j < server->links->len; j++)
        g_ptr_array_add (counting->left, g_strdup (((PlnStoreLink *) g_ptr_array_index (server->links, j))->calendar));
    }
  self->servers->n_waiting = 0;
  count_next (task);
}

char **
pln_core_count_waiting_finish (PlnCore      *self,
                               GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
tell_counts (PlnCore             *self,
             const PlnStoreLink  *link,
             const PlnSyncCounts *counts)
{
  g_autofree char *sent = g_strdup_printf (ngettext ("%u change sent", "%u changes sent", counts->uploaded),
                                           counts->uploaded);
  /* Translators: follows “3 changes sent, ” */
  g_autofree char *title = g_strdup_printf (ngettext ("%s, %u received", "%s, %u received", counts->downloaded),
                                            sent, counts->downloaded);

  if (counts->uploaded + counts->downloaded > 0)
    pln_core_servers_say (self, link->calendar, "synced", title, link->title);
  if (counts->conflicts > 0)
    {
      g_autofree char *asked = g_strdup_printf (ngettext ("%u question for you", "%u questions for you",
                                                          counts->conflicts), counts->conflicts);

      pln_core_servers_say (self, link->calendar, "question", asked, link->title);
    }
}

/* What a server does not keep is named once. */
static void
tell_dropped (PlnCore            *self,
              const PlnStoreLink *link,
              GPtrArray          *dropped)
{
  for (guint i = 0; i < dropped->len; i++)
    {
      const PlnSyncNote *note = g_ptr_array_index (dropped, i);
      g_autofree char *name = g_strconcat (link->calendar, ":", note->text, NULL);
      g_autofree char *title = g_strdup_printf (_("The server of “%s” does not keep everything"), link->title);
      g_autofree char *detail = g_strdup_printf (_("%s; it stays on this computer"), note->text);

      if (pln_core_servers_recall (self, "dropped", name) != 0)
        continue;
      pln_core_servers_remember (self, "dropped", name, 1);
      pln_core_servers_say (self, link->calendar, "dropped", title, detail);
    }
}

static void
tell_failed (PlnCore            *self,
             const PlnStoreLink *link,
             GPtrArray          *failed)
{
  for (guint i = 0; i < MIN (failed->len, MOST_TOLD); i++)
    {
      const PlnSyncNote *note = g_ptr_array_index (failed, i);
      g_autofree char *name = g_strconcat (link->calendar, ":", note->uid != NULL ? note->uid : "", ":", note->text, NULL);

      if (pln_core_servers_recall (self, "refused", name) != 0)
        continue;
      pln_core_servers_remember (self, "refused", name, 1);
      pln_core_servers_say (self, link->calendar, "refused", note->title, note->text);
    }
}

void
pln_core_tell_result (PlnCore             *self,
                      const PlnStoreLink  *link,
                      const PlnSyncResult *result)
{
  gint64 untold = pln_core_servers_recall (self, PLN_CORE_UNTOLD, link->calendar);

  tell_counts (self, link, &result->counts);
  tell_dropped (self, link, result->dropped);
  tell_failed (self, link, result->failed);
  for (guint i = 0; i < MIN (result->waiting->len, MOST_TOLD) && result->counts.waiting > untold; i++)
    {
      const PlnSyncNote *note = g_ptr_array_index (result->waiting, i);
      g_autofree char *title = g_strdup_printf (_("“%s” waits until you say whom to tell"), note->title);

      pln_core_servers_say (self, link->calendar, "untold", title, note->text);
    }
}

static void
put_back_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  PlnCore *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (pln_sync_put_back_finish (PLN_SYNC_SERVER (source), result, &error) < 0)
    {
      g_task_return_error (task, error);
      return;
    }

  pln_core_servers_remember (self, PLN_CORE_MISSING, g_task_get_task_data (task), 0);
  g_task_return_boolean (task, TRUE);
}

static PlnStoreLink *
find_link (PlnCore        *self,
           const char     *calendar,
           PlnCoreServer **server)
{
  for (guint i = 0; i < self->servers->known->len; i++)
    {
      *server = g_ptr_array_index (self->servers->known, i);
      for (guint j = 0; j < (*server)->links->len; j++)
        {
          PlnStoreLink *link = g_ptr_array_index ((*server)->links, j);

          if (g_str_equal (link->calendar, calendar))
            return link;
        }
    }

  return NULL;
}

static void
server_ready_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = PLN_CORE (source);
  PlnCoreServer *server = NULL;
  PlnStoreLink *link = find_link (self, g_task_get_task_data (task), &server);

  if (pln_core_ready_server_finish (self, result) && link != NULL)
    {
      pln_sync_put_back_async (server->server, self->store, link, NULL, put_back_cb, task);
      return;
    }

  g_task_return_new_error (task, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                           _("The password is not known here. Sign in again, then answer once more."));
  g_object_unref (task);
}

/**
 * pln_core_answer_deletions_async:
 * @self: a core
 * @calendar: a calendar of the library
 * @delete_here: whether what is gone on the server goes here as well, with the
 *   next sync; else it is put back there with that
 * @callback: (scope async): called when that is durable
 * @user_data: data for @callback
 *
 * Answers what is to become of very much that is gone on the server.
 */
void
pln_core_answer_deletions_async (PlnCore             *self,
                                 const char          *calendar,
                                 gboolean             delete_here,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  PlnCoreServer *server = NULL;

  g_task_set_source_tag (task, pln_core_answer_deletions_async);
  g_task_set_task_data (task, g_strdup (calendar), g_free);
  if (!delete_here && find_link (self, calendar, &server) != NULL)
    {
      pln_core_ready_server_async (self, server->stored->id, NULL, server_ready_cb, task);
      return;
    }

  pln_core_servers_remember (self, PLN_CORE_MAY_EMPTY, calendar, 1);
  pln_core_servers_remember (self, PLN_CORE_MISSING, calendar, 0);
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

gboolean
pln_core_answer_deletions_finish (PlnCore       *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
