/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync-disk.h"

#include "pln-store-question.h"
#include "pln-str.h"

#include <string.h>

SyncDisk *
sync_disk_new (void)
{
  SyncDisk *disk = g_new0 (SyncDisk, 1);

  disk->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  disk->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) pln_store_pair_free);
  disk->questions = g_ptr_array_new_with_free_func (g_free);

  return disk;
}

void
sync_disk_free (SyncDisk *disk)
{
  g_hash_table_unref (disk->texts);
  g_hash_table_unref (disk->pairs);
  g_ptr_array_unref (disk->questions);
  g_free (disk->token);
  g_free (disk->ctag);
  g_free (disk);
}

char *
sync_disk_hash (GBytes *text)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, text);
}

GBytes *
sync_disk_get (SyncDisk   *disk,
               const char *uid)
{
  return g_hash_table_lookup (disk->texts, uid);
}

void
sync_disk_put (SyncDisk   *disk,
               const char *uid,
               GBytes     *text)
{
  if (text != NULL)
    g_hash_table_insert (disk->texts, g_strdup (uid), g_bytes_ref (text));
  else
    g_hash_table_remove (disk->texts, uid);
}

GPtrArray *
sync_disk_locals (SyncDisk *disk)
{
  GPtrArray *locals = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_local_free);
  GHashTableIter iter;
  gpointer uid;
  gpointer text;

  g_hash_table_iter_init (&iter, disk->texts);
  while (g_hash_table_iter_next (&iter, &uid, &text))
    {
      g_autofree char *hash = sync_disk_hash (text);

      g_ptr_array_add (locals, pln_store_local_new (uid, hash));
    }

  return locals;
}

GPtrArray *
sync_disk_pairs (SyncDisk *disk)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_pair_free);
  GHashTableIter iter;
  gpointer pair;

  g_hash_table_iter_init (&iter, disk->pairs);
  while (g_hash_table_iter_next (&iter, NULL, &pair))
    {
      PlnStorePair *copy = pln_store_pair_copy (pair);

      g_clear_pointer (&copy->local, g_bytes_unref);
      g_clear_pointer (&copy->remote, g_bytes_unref);
      g_ptr_array_add (pairs, copy);
    }

  return pairs;
}

GPtrArray *
sync_disk_known (SyncDisk  *disk,
                 char     **uids)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_known_free);

  for (guint i = 0; uids[i] != NULL; i++)
    {
      PlnStoreKnown *known = g_new0 (PlnStoreKnown, 1);
      GBytes *text = sync_disk_get (disk, uids[i]);
      PlnStorePair *pair = g_hash_table_lookup (disk->pairs, uids[i]);

      known->uid = g_strdup (uids[i]);
      known->title = g_strdup (text != NULL ? uids[i] : "");
      known->text = text != NULL ? g_bytes_ref (text) : NULL;
      known->hash = text != NULL ? sync_disk_hash (text) : NULL;
      known->pair = pair != NULL ? pln_store_pair_copy (pair) : NULL;
      g_ptr_array_add (all, known);
    }

  return all;
}

static void
keep_pair (SyncDisk        *disk,
           PlnStoreSettled *settled)
{
  PlnStorePair *pair = pln_store_pair_copy (settled->pair);
  PlnStorePair *old = g_hash_table_lookup (disk->pairs, settled->uid);
  GBytes *text = sync_disk_get (disk, settled->uid);

  if (pair->local == NULL)
    pair->local = g_bytes_ref (text);
  if (pair->remote == NULL)
    pair->remote = g_bytes_ref (old->remote);
  g_free (pair->local_hash);
  pair->local_hash = sync_disk_hash (pair->local);
  g_hash_table_insert (disk->pairs, g_strdup (settled->uid), pair);
}

/* One transaction; what changed in the meantime is left alone. */
GPtrArray *
sync_disk_settle (SyncDisk  *disk,
                  GPtrArray *settled)
{
  GPtrArray *left = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < settled->len; i++)
    {
      PlnStoreSettled *one = g_ptr_array_index (settled, i);
      GBytes *text = sync_disk_get (disk, one->uid);
      g_autofree char *hash = text != NULL ? sync_disk_hash (text) : NULL;

      if (g_strcmp0 (hash, one->expected) != 0)
        {
          g_ptr_array_add (left, g_strdup (one->uid));
          continue;
        }
      if (one->text != NULL || one->deleted)
        sync_disk_put (disk, one->uid, one->text);
      if (one->pair != NULL)
        keep_pair (disk, one);
      else
        g_hash_table_remove (disk->pairs, one->uid);
      for (guint j = 0; one->questions != NULL && j < one->questions->len; j++)
        {
          PlnStoreQuestion *question = g_ptr_array_index (one->questions, j);

          g_ptr_array_add (disk->questions, g_strconcat (question->mine, "\n", question->theirs, NULL));
        }
    }

  return left;
}

/* Whether a question shows a word on either side. */
gboolean
sync_disk_asks (SyncDisk   *disk,
                const char *word)
{
  for (guint i = 0; i < disk->questions->len; i++)
    if (strstr (g_ptr_array_index (disk->questions, i), word) != NULL)
      return TRUE;

  return FALSE;
}
