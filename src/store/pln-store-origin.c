/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-origin.h"

#include "pln-clock.h"

#define KEPT_SECONDS (90 * 24 * 60 * 60) /* longer than undo and bin keep what names it */

/* What was imported, as it came: what a later version of it is compared with.
 * The object names the one that counts, so undo needs nothing of its own: with
 * the text of the object, its origin is the one before, too. */

static void
bytes_unref (gpointer bytes)
{
  g_bytes_unref (bytes);
}

/**
 * pln_store_origin_put:
 * @write: a change
 * @uid: the object that came of it
 * @id: what the object calls it; derived from @text
 * @text: what was imported, as an object
 * @error: return location for a [error@StoreError]
 *
 * Returns: %TRUE if it is there
 */
gboolean
pln_store_origin_put (PlnStoreWrite  *write,
                      const char     *uid,
                      const char     *id,
                      GBytes         *text,
                      GError        **error)
{
  return pln_store_db_run (write->db, error,
                           "INSERT INTO origin (id, uid, at, text) VALUES (?, ?, ?, ?) "
                           "ON CONFLICT (id) DO UPDATE SET uid = excluded.uid, at = excluded.at, text = excluded.text",
                           "ssib", id, uid, write->now, text);
}

/**
 * pln_store_origin_list:
 * @db: a connection
 * @uid: a gathering
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable) (element-type utf8 GBytes): the origins
 *   of the gathering and of its parts, those in the bin too, by id
 */
GHashTable *
pln_store_origin_list (PlnStoreDb  *db,
                       const char  *uid,
                       GError     **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT id, text FROM origin WHERE uid = ?1 "
                                   "OR uid IN (SELECT uid FROM object WHERE parent = ?1) "
                                   "OR uid IN (SELECT uid FROM bin WHERE gathering = ?1"
                                   "           AND uid NOT IN (SELECT uid FROM object))", "s", uid);
  g_autoptr(GHashTable) origins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, bytes_unref);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    g_hash_table_insert (origins, g_strdup (pln_store_rows_text (rows, 0)), pln_store_rows_bytes (rows, 1));
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL ? g_steal_pointer (&origins) : NULL;
}

/**
 * pln_store_origin_copy:
 * @from: a library or a backup
 * @to: a backup or a library
 * @error: return location for a [error@StoreError]
 *
 * Copies all origins. One that is there already is the same, as its id is
 * derived from it.
 *
 * Returns: %TRUE if they are there
 */
gboolean
pln_store_origin_copy (PlnStoreDb  *from,
                       PlnStoreDb  *to,
                       GError     **error)
{
  g_autoptr(PlnStoreRows) rows = pln_store_db_query (from, error, "SELECT id, uid, at, text FROM origin "
                                                                  "WHERE typeof (text) = 'blob'", NULL);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      g_autoptr(GBytes) text = pln_store_rows_bytes (rows, 3);

      if (!pln_store_db_run (to, error, "INSERT OR IGNORE INTO origin (id, uid, at, text) VALUES (?, ?, ?, ?)", "ssib",
                             pln_store_rows_text (rows, 0), pln_store_rows_text (rows, 1),
                             pln_store_rows_number (rows, 2), text))
        return FALSE;
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL;
}

/**
 * pln_store_origin_prune:
 * @db: the writer's connection
 * @error: return location for a [error@StoreError]
 *
 * Removes the origins that no text names any more, not even one that undo or
 * the bin could bring back: those with a successor, and those whose object is
 * gone for good.
 *
 * Returns: %TRUE if that was done
 */
gboolean
pln_store_origin_prune (PlnStoreDb  *db,
                        GError     **error)
{
  return pln_store_db_run (db, error,
                           "DELETE FROM origin WHERE at < ?1 AND ("
                           "  EXISTS (SELECT * FROM origin AS later WHERE later.uid = origin.uid"
                           "          AND later.at > origin.at AND later.at < ?1)"
                           "  OR (uid NOT IN (SELECT uid FROM object) AND uid NOT IN (SELECT uid FROM bin)))",
                           "i", pln_clock_now () - KEPT_SECONDS);
}
