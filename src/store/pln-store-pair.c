/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-pair.h"
#include "pln-store-private.h"
#include "pln-store-round.h"

/**
 * pln_store_local_new:
 * @uid: an object
 * @hash: of its text
 *
 * Returns: (transfer full): it
 */
PlnStoreLocal *
pln_store_local_new (const char *uid,
                     const char *hash)
{
  PlnStoreLocal *local = g_new0 (PlnStoreLocal, 1);

  local->uid = g_strdup (uid);
  local->hash = g_strdup (hash);

  return local;
}

/**
 * pln_store_local_free:
 * @local: (transfer full): an object as it lies in a calendar
 */
void
pln_store_local_free (PlnStoreLocal *local)
{
  g_free (local->uid);
  g_free (local->hash);
  g_free (local);
}

/**
 * pln_store_pair_new:
 * @uid: an object
 * @href: where it is on the server
 * @etag: (nullable): that it has there
 *
 * Returns: (transfer full): a pair without texts
 */
PlnStorePair *
pln_store_pair_new (const char *uid,
                    const char *href,
                    const char *etag)
{
  PlnStorePair *pair = g_new0 (PlnStorePair, 1);

  pair->uid = g_strdup (uid);
  pair->href = g_strdup (href);
  pair->etag = g_strdup (etag);

  return pair;
}

/**
 * pln_store_pair_copy:
 * @pair: a pair
 *
 * Returns: (transfer full): the same
 */
PlnStorePair *
pln_store_pair_copy (const PlnStorePair *pair)
{
  PlnStorePair *copy = pln_store_pair_new (pair->uid, pair->href, pair->etag);

  copy->schedule_tag = g_strdup (pair->schedule_tag);
  copy->local_hash = g_strdup (pair->local_hash);
  copy->local = pair->local != NULL ? g_bytes_ref (pair->local) : NULL;
  copy->remote = pair->remote != NULL ? g_bytes_ref (pair->remote) : NULL;

  return copy;
}

/**
 * pln_store_pair_free:
 * @pair: (transfer full): a pair
 */
void
pln_store_pair_free (PlnStorePair *pair)
{
  g_free (pair->uid);
  g_free (pair->href);
  g_free (pair->etag);
  g_free (pair->schedule_tag);
  g_free (pair->local_hash);
  g_clear_pointer (&pair->local, g_bytes_unref);
  g_clear_pointer (&pair->remote, g_bytes_unref);
  g_free (pair);
}

/**
 * pln_store_trees_free:
 * @trees: (transfer full): two trees
 */
void
pln_store_trees_free (PlnStoreTrees *trees)
{
  g_clear_pointer (&trees->locals, g_ptr_array_unref);
  g_clear_pointer (&trees->pairs, g_ptr_array_unref);
  g_free (trees);
}

/**
 * pln_store_known_free:
 * @known: (transfer full): what is known of an object
 */
void
pln_store_known_free (PlnStoreKnown *known)
{
  g_free (known->uid);
  g_free (known->title);
  g_free (known->hash);
  g_clear_pointer (&known->text, g_bytes_unref);
  g_clear_pointer (&known->pair, pln_store_pair_free);
  g_free (known);
}

/**
 * pln_store_settled_new:
 * @uid: an object
 * @expected: (nullable): hash of what was here; %NULL if nothing was
 *
 * Returns: (transfer full): an object of which nothing is agreed, and that
 *   stays as it is here
 */
PlnStoreSettled *
pln_store_settled_new (const char *uid,
                       const char *expected)
{
  PlnStoreSettled *settled = g_new0 (PlnStoreSettled, 1);

  settled->uid = g_strdup (uid);
  settled->expected = g_strdup (expected);

  return settled;
}

/**
 * pln_store_settled_free:
 * @settled: (transfer full): what came of an object
 */
void
pln_store_settled_free (PlnStoreSettled *settled)
{
  g_free (settled->uid);
  g_free (settled->expected);
  g_clear_pointer (&settled->text, g_bytes_unref);
  g_clear_pointer (&settled->pair, pln_store_pair_free);
  g_clear_pointer (&settled->questions, g_ptr_array_unref);
  g_free (settled);
}

/**
 * pln_store_round_free:
 * @round: (transfer full): what came of a round
 */
void
pln_store_round_free (PlnStoreRound *round)
{
  g_free (round->calendar);
  g_ptr_array_unref (round->settled);
  g_free (round->listed.token);
  g_free (round->listed.ctag);
  g_free (round);
}

/**
 * pln_store_list_pairs_async:
 * @self: a store
 * @calendar: a calendar that is kept together with one on a server
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Lists what is here and what was agreed. No text is read.
 */
void
pln_store_list_pairs_async (PlnStore            *self,
                            const char          *calendar,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  job = pln_store_job_new (self, pln_store_job_list_pairs, pln_store_done_pointer, pln_store_list_pairs_async,
                           cancellable, callback, user_data);
  job->data = g_strdup (calendar);
  job->data_free = g_free;
  pln_store_push_read (self, job);
}

/**
 * pln_store_list_pairs_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable): both trees
 */
PlnStoreTrees *
pln_store_list_pairs_finish (PlnStore      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
free_strv (gpointer strings)
{
  g_strfreev (strings);
}

/**
 * pln_store_get_pairs_async:
 * @self: a store
 * @calendar: a calendar that is kept together with one on a server
 * @uids: (array zero-terminated=1): objects, which need not be here
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Reads what is here and what was agreed of some objects.
 */
void
pln_store_get_pairs_async (PlnStore            *self,
                           const char          *calendar,
                           const char *const   *uids,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  g_ptr_array_add (names, g_strdup (calendar));
  for (guint i = 0; uids[i] != NULL; i++)
    g_ptr_array_add (names, g_strdup (uids[i]));
  g_ptr_array_add (names, NULL);

  job = pln_store_job_new (self, pln_store_job_get_pairs, pln_store_done_pointer, pln_store_get_pairs_async,
                           cancellable, callback, user_data);
  job->data = g_ptr_array_free (g_steal_pointer (&names), FALSE);
  job->data_free = free_strv;
  pln_store_push_read (self, job);
}

/**
 * pln_store_get_pairs_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable) (element-type PlnStoreKnown): what is
 *   known of each, in the order in which they were asked for
 */
GPtrArray *
pln_store_get_pairs_finish (PlnStore      *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pln_store_settle_async:
 * @self: a store
 * @calendar: a calendar that is kept together with one on a server
 * @settled: (element-type PlnStoreSettled): what came of its objects; must not
 *   change any more
 * @listed: (nullable): how far the server was listed, with the last of a round
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Makes durable what a round of sync found, see [func@store_settle].
 */
void
pln_store_settle_async (PlnStore             *self,
                        const char           *calendar,
                        GPtrArray            *settled,
                        const PlnStoreListed *listed,
                        GAsyncReadyCallback   callback,
                        gpointer              user_data)
{
  PlnStoreRound *round;
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  round = g_new0 (PlnStoreRound, 1);
  round->calendar = g_strdup (calendar);
  round->settled = g_ptr_array_ref (settled);
  if (listed != NULL)
    {
      round->is_listed = TRUE;
      round->listed = (PlnStoreListed) { g_strdup (listed->token), g_strdup (listed->ctag), listed->is_whole };
    }

  job = pln_store_job_new (self, pln_store_job_settle, pln_store_done_pointer, pln_store_settle_async,
                           NULL, callback, user_data);
  job->data = round;
  job->data_free = (GDestroyNotify) pln_store_round_free;
  pln_store_push_write (self, job);
}

/**
 * pln_store_settle_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]; then nothing of it is there
 *
 * Returns: (transfer full) (nullable) (element-type utf8): UIDs of what was
 *   left for the next round
 */
GPtrArray *
pln_store_settle_finish (PlnStore      *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
