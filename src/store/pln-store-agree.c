/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-agree.h"

#include "pln-file.h"

/* An object has one place in the library, but may have a pair in several
 * calendars: it was moved, or the server has it in two of them. While it lies
 * in another calendar, this one shows it as it was agreed, so that nothing is
 * deleted on the server, as long as
 *
 * - it was moved into a calendar on a server, and that does not have it yet; or
 * - it lies there because it came from there first (elsewhere). */
#define WAITS \
  "EXISTS (SELECT 1 FROM link WHERE link.calendar = object.calendar)" \
  " AND NOT EXISTS (SELECT 1 FROM pair AS there" \
  "  WHERE there.calendar = object.calendar AND there.uid = object.uid AND NOT there.elsewhere)"

static char *
text_or_null (PlnStoreRows *rows,
              int           column)
{
  return pln_store_rows_is_null (rows, column) ? NULL : g_strdup (pln_store_rows_text (rows, column));
}

static GPtrArray *
list_locals (PlnStoreDb    *db,
             const char    *calendar,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error,
                        "SELECT uid, hash FROM object WHERE calendar = ?1 UNION ALL "
                        "SELECT uid, pair.local_hash FROM pair JOIN object USING (uid)"
                        "  WHERE pair.calendar = ?1 AND object.calendar <> ?1"
                        "  AND (pair.elsewhere OR (" WAITS ")) "
                        "ORDER BY uid", "s", calendar);
  g_autoptr(GPtrArray) locals = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_local_free);
  GError *why = NULL;

  while (rows != NULL
         && !g_cancellable_set_error_if_cancelled (cancellable, &why)
         && pln_store_rows_next (rows, &why))
    g_ptr_array_add (locals, pln_store_local_new (pln_store_rows_text (rows, 0), pln_store_rows_text (rows, 1)));
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL ? g_steal_pointer (&locals) : NULL;
}

/* From the columns href, etag, schedule_tag, local_hash. */
static PlnStorePair *
read_pair (PlnStoreRows *rows,
           const char   *uid,
           int           first)
{
  PlnStorePair *pair = g_new0 (PlnStorePair, 1);

  pair->uid = g_strdup (uid);
  pair->href = g_strdup (pln_store_rows_text (rows, first));
  pair->etag = text_or_null (rows, first + 1);
  pair->schedule_tag = text_or_null (rows, first + 2);
  pair->local_hash = g_strdup (pln_store_rows_text (rows, first + 3));

  return pair;
}

/* What lay elsewhere and is nowhere any more, is news when it is listed next. */
static GPtrArray *
list_pairs (PlnStoreDb    *db,
            const char    *calendar,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error,
                        "SELECT uid, href, etag, schedule_tag, local_hash FROM pair WHERE calendar = ? "
                        "AND (NOT elsewhere OR uid IN (SELECT uid FROM object)) ORDER BY uid", "s", calendar);
  g_autoptr(GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_pair_free);
  GError *why = NULL;

  while (rows != NULL
         && !g_cancellable_set_error_if_cancelled (cancellable, &why)
         && pln_store_rows_next (rows, &why))
    g_ptr_array_add (pairs, read_pair (rows, pln_store_rows_text (rows, 0), 1));
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL ? g_steal_pointer (&pairs) : NULL;
}

/**
 * pln_store_agree_list:
 * @db: a connection
 * @calendar: a calendar that is kept together with one on a server
 * @cancellable: (nullable): stops it
 * @error: return location for a [error@StoreError]
 *
 * Lists what is here and what was agreed, as of one moment, without a text.
 *
 * Returns: (transfer full) (nullable): both trees
 */
PlnStoreTrees *
pln_store_agree_list (PlnStoreDb    *db,
                      const char    *calendar,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr(PlnStoreTransaction) moment = pln_store_db_run (db, error, "BEGIN", NULL) ? db : NULL;
  g_autoptr(PlnStoreTrees) trees = g_new0 (PlnStoreTrees, 1);

  if (moment == NULL)
    return NULL;

  trees->locals = list_locals (db, calendar, cancellable, error);
  if (trees->locals != NULL)
    trees->pairs = list_pairs (db, calendar, cancellable, error);

  return trees->pairs != NULL ? g_steal_pointer (&trees) : NULL;
}

/**
 * pln_store_agree_load:
 * @db: a connection
 * @calendar: a calendar
 * @uid: an object
 * @pair: (out) (transfer full) (nullable): what was agreed, with its texts;
 *   %NULL if nothing was
 * @is_elsewhere: (out): whether the library had it in another calendar then
 * @error: return location for a [error@StoreError]
 *
 * Returns: %TRUE unless there was an error
 */
gboolean
pln_store_agree_load (PlnStoreDb    *db,
                      const char    *calendar,
                      const char    *uid,
                      PlnStorePair **pair,
                      gboolean      *is_elsewhere,
                      GError       **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error,
                        "SELECT href, etag, schedule_tag, local_hash, local, remote, elsewhere "
                        "FROM pair JOIN agreed USING (id) WHERE calendar = ? AND uid = ?", "ss", calendar, uid);
  GError *why = NULL;

  *pair = NULL;
  *is_elsewhere = FALSE;
  if (rows == NULL)
    return FALSE;

  if (pln_store_rows_next (rows, &why))
    {
      *pair = read_pair (rows, uid, 0);
      (*pair)->local = pln_store_rows_bytes (rows, 4);
      (*pair)->remote = pln_store_rows_bytes (rows, 5);
      *is_elsewhere = pln_store_rows_number (rows, 6) != 0;
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return why == NULL;
}

/* The text that the calendar shows, as list_locals() does. */
static gboolean
load_text (PlnStoreDb     *db,
           const char     *calendar,
           PlnStoreKnown  *known,
           gboolean        is_elsewhere,
           GError        **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error,
                        "SELECT hash, title, text, calendar = ?2, " WAITS " FROM object JOIN content USING (id) "
                        "WHERE uid = ?1", "ss", known->uid, calendar);
  GError *why = NULL;

  if (rows == NULL)
    return FALSE;

  if (pln_store_rows_next (rows, &why))
    {
      g_free (known->title);
      known->title = g_strdup (pln_store_rows_text (rows, 1));
      if (pln_store_rows_number (rows, 3) != 0)
        {
          known->hash = g_strdup (pln_store_rows_text (rows, 0));
          known->text = pln_store_rows_bytes (rows, 2);
        }
      else if (known->pair != NULL && (is_elsewhere || pln_store_rows_number (rows, 4) != 0))
        {
          known->hash = g_strdup (known->pair->local_hash);
          known->text = g_bytes_ref (known->pair->local);
        }
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return why == NULL;
}

/**
 * pln_store_agree_get:
 * @db: a connection
 * @calendar: a calendar
 * @uids: (array zero-terminated=1): objects, which need not be here
 * @cancellable: (nullable): stops it
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable) (element-type PlnStoreKnown): what is
 *   known of each, in the same order
 */
GPtrArray *
pln_store_agree_get (PlnStoreDb         *db,
                     const char         *calendar,
                     const char *const  *uids,
                     GCancellable       *cancellable,
                     GError            **error)
{
  g_autoptr(PlnStoreTransaction) moment = pln_store_db_run (db, error, "BEGIN", NULL) ? db : NULL;
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_known_free);

  if (moment == NULL)
    return NULL;

  for (guint i = 0; uids[i] != NULL; i++)
    {
      PlnStoreKnown *known = g_new0 (PlnStoreKnown, 1);
      gboolean is_elsewhere;

      known->uid = g_strdup (uids[i]);
      known->title = g_strdup ("");
      g_ptr_array_add (all, known);
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !pln_store_agree_load (db, calendar, uids[i], &known->pair, &is_elsewhere, error)
          || !load_text (db, calendar, known, is_elsewhere, error))
        return NULL;
    }

  return g_steal_pointer (&all);
}

/**
 * pln_store_agree_put:
 * @db: the writer's connection, in a transaction
 * @calendar: a calendar that is kept together with one on a server
 * @pair: what was agreed, with both texts
 * @is_elsewhere: whether the library has it in another calendar, which it was
 *   not moved to
 * @error: return location for a [error@StoreError]
 *
 * Returns: %TRUE if it is noted
 */
gboolean
pln_store_agree_put (PlnStoreDb          *db,
                     const char          *calendar,
                     const PlnStorePair  *pair,
                     gboolean             is_elsewhere,
                     GError             **error)
{
  g_autofree char *hash = pln_file_hash (g_bytes_get_data (pair->local, NULL), g_bytes_get_size (pair->local));
  gint64 id = pln_store_db_number (db, error,
                                   "INSERT INTO pair (calendar, uid, href, etag, schedule_tag, local_hash, elsewhere) "
                                   "VALUES (?, ?, ?, ?, ?, ?, ?) "
                                   "ON CONFLICT (calendar, uid) DO UPDATE SET href = excluded.href,"
                                   "  etag = excluded.etag, schedule_tag = excluded.schedule_tag,"
                                   "  local_hash = excluded.local_hash, elsewhere = excluded.elsewhere RETURNING id",
                                   "ssssssi", calendar, pair->uid, pair->href, pair->etag, pair->schedule_tag,
                                   hash, (gint64) is_elsewhere);

  return id > 0
         && pln_store_db_run (db, error, "INSERT OR REPLACE INTO agreed (id, local, remote) VALUES (?, ?, ?)",
                              "ibb", id, pair->local, pair->remote);
}

/**
 * pln_store_agree_forget:
 * @db: the writer's connection, in a transaction
 * @calendar: a calendar
 * @uid: an object
 * @error: return location for a [error@StoreError]
 *
 * Returns: %TRUE if nothing is agreed of it any more
 */
gboolean
pln_store_agree_forget (PlnStoreDb  *db,
                        const char  *calendar,
                        const char  *uid,
                        GError     **error)
{
  return pln_store_db_run (db, error, "DELETE FROM pair WHERE calendar = ? AND uid = ?", "ss", calendar, uid);
}
