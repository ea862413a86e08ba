/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-sync-put-back.h"

#include "pln-dav-calendar.h"
#include "pln-store-pair.h"
#include "pln-sync-server-private.h"

#include <glib/gi18n.h>

typedef struct
{
  PlnStore      *store;
  char          *calendar;
  PlnDavListing *listing;
  int            n;
} PutBack;

static void
put_back_free (PutBack *put_back)
{
  g_object_unref (put_back->store);
  g_free (put_back->calendar);
  g_clear_pointer (&put_back->listing, pln_dav_listing_free);
  g_free (put_back);
}

static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  PutBack *put_back = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GPtrArray) left = pln_store_settle_finish (PLN_STORE (source), result, &error);

  if (left != NULL)
    g_task_return_int (task, put_back->n);
  else
    g_task_return_error (task, error);
}

/* Objects that both had and the server has no longer. */
static GPtrArray *
find_missing (const PlnDavListing *listing,
              const PlnStoreTrees *trees)
{
  g_autoptr(GHashTable) there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) here = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *missing = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_settled_free);

  for (guint i = 0; i < listing->items->len; i++)
    {
      const PlnDavItem *item = g_ptr_array_index (listing->items, i);

      if (item->status != 404)
        g_hash_table_add (there, pln_dav_href_key (item->href));
    }
  for (guint i = 0; i < trees->locals->len; i++)
    {
      PlnStoreLocal *local = g_ptr_array_index (trees->locals, i);

      g_hash_table_insert (here, local->uid, local->hash);
    }
  for (guint i = 0; i < trees->pairs->len; i++)
    {
      const PlnStorePair *pair = g_ptr_array_index (trees->pairs, i);
      g_autofree char *key = pln_dav_href_key (pair->href);
      const char *hash = g_hash_table_lookup (here, pair->uid);

      if (hash != NULL && !g_hash_table_contains (there, key))
        g_ptr_array_add (missing, pln_store_settled_new (pair->uid, hash));
    }

  return missing;
}

static void
trees_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  PutBack *put_back = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(PlnStoreTrees) trees = pln_store_list_pairs_finish (PLN_STORE (source), result, &error);
  g_autoptr(GPtrArray) missing = NULL;

  if (trees == NULL)
    {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }

  missing = find_missing (put_back->listing, trees);
  put_back->n = (int) missing->len;
  pln_store_settle_async (put_back->store, put_back->calendar, missing, NULL, settled_cb, task);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  PutBack *put_back = g_task_get_task_data (task);
  GError *error = NULL;

  put_back->listing = pln_dav_calendar_list_finish (PLN_DAV_CLIENT (source), result, &error);
  if (put_back->listing != NULL)
    {
      pln_store_list_pairs_async (put_back->store, put_back->calendar, g_task_get_cancellable (task), trees_cb, task);
      return;
    }

  g_task_return_error (task, error);
  g_object_unref (task);
}

/**
 * pln_sync_put_back_async:
 * @server: the server of the account
 * @store: an open library
 * @link: which calendars
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called when it is over
 * @user_data: data for @callback
 *
 * Forgets what was agreed of everything that the server no longer has, so that
 * the next sync writes it there anew.
 */
void
pln_sync_put_back_async (PlnSyncServer       *server,
                         PlnStore            *store,
                         const PlnStoreLink  *link,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = g_task_new (server, cancellable, callback, user_data);
  PlnDavClient *client = pln_sync_server_get_client (server);
  g_autoptr(GUri) uri = pln_dav_client_resolve (client, pln_dav_client_get_account (client), link->url);
  PutBack *put_back = g_new0 (PutBack, 1);

  put_back->store = g_object_ref (store);
  put_back->calendar = g_strdup (link->calendar);
  g_task_set_source_tag (task, pln_sync_put_back_async);
  g_task_set_task_data (task, put_back, (GDestroyNotify) put_back_free);
  if (uri != NULL)
    {
      pln_dav_calendar_list_async (client, uri, NULL, cancellable, listed_cb, task);
      return;
    }

  g_task_return_new_error (task, PLN_DAV_ERROR, PLN_DAV_ERROR_MOVED,
                           _("The calendar “%s” is on another server than its account. Sign in to that server."),
                           link->title);
  g_object_unref (task);
}

/**
 * pln_sync_put_back_finish:
 * @server: the server
 * @result: what came with the callback
 * @error: return location for an error
 *
 * Returns: how many objects will be written; -1 if it failed
 */
int
pln_sync_put_back_finish (PlnSyncServer  *server,
                          GAsyncResult   *result,
                          GError        **error)
{
  return (int) g_task_propagate_int (G_TASK (result), error);
}
