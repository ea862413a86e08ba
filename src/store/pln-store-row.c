/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-files.h"
#include "pln-store-write.h"

static char *
text_or_null (PlnStoreRows *rows,
              int           column)
{
  return pln_store_rows_is_null (rows, column) ? NULL : g_strdup (pln_store_rows_text (rows, column));
}

/**
 * pln_store_row_load:
 * @db: a connection
 * @uid: an object
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable): what is known of it; %NULL also if
 *   there is none, which is no error
 */
PlnStoreRow *
pln_store_row_load (PlnStoreDb  *db,
                    const char  *uid,
                    GError     **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT id, calendar, hash, kind, parent, title, file_name, file_hash,"
                                   "  file_entry, " PLN_STORE_IS_BEHIND " FROM object WHERE uid = ?", "s", uid);
  PlnStoreRow *row;

  if (rows == NULL || !pln_store_rows_next (rows, error))
    return NULL;

  row = g_new0 (PlnStoreRow, 1);
  row->id = pln_store_rows_number (rows, 0);
  row->uid = g_strdup (uid);
  row->calendar = g_strdup (pln_store_rows_text (rows, 1));
  row->hash = g_strdup (pln_store_rows_text (rows, 2));
  row->kind = g_strdup (pln_store_rows_text (rows, 3));
  row->parent = g_strdup (pln_store_rows_text (rows, 4));
  row->title = g_strdup (pln_store_rows_text (rows, 5));
  row->file_name = g_strdup (pln_store_rows_text (rows, 6));
  row->file_hash = text_or_null (rows, 7);
  row->file_entry = pln_store_rows_number (rows, 8);
  row->is_behind = pln_store_rows_number (rows, 9) != 0;

  return row;
}

/**
 * pln_store_row_free:
 * @row: (transfer full): a row
 */
void
pln_store_row_free (PlnStoreRow *row)
{
  g_free (row->uid);
  g_free (row->calendar);
  g_free (row->hash);
  g_free (row->kind);
  g_free (row->parent);
  g_free (row->title);
  g_free (row->file_name);
  g_free (row->file_hash);
  g_free (row);
}

/**
 * pln_store_text_load:
 * @db: a connection
 * @uid: an object
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable): its text; %NULL also if there is none,
 *   which is no error
 */
GBytes *
pln_store_text_load (PlnStoreDb  *db,
                     const char  *uid,
                     GError     **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT text FROM object JOIN content USING (id) WHERE uid = ?", "s", uid);

  return rows != NULL && pln_store_rows_next (rows, error) ? pln_store_rows_bytes (rows, 0) : NULL;
}

/**
 * pln_store_gathering:
 * @db: a connection
 * @uid: an object
 * @kind: what it is
 * @parent: what it belongs to, or ""
 *
 * Goes up from an object to its gathering, which need not be there.
 *
 * Returns: (transfer full): the UID of the gathering it belongs to, its own if
 *   it is one, "" if it belongs to none
 */
char *
pln_store_gathering (PlnStoreDb *db,
                     const char *uid,
                     const char *kind,
                     const char *parent)
{
  g_autofree char *at = g_strdup (parent);

  if (g_str_equal (kind, "gathering"))
    return g_strdup (uid);

  for (guint i = 0; i < PLN_STORE_MAX_DEPTH && *at != '\0'; i++)
    {
      g_autoptr(PlnStoreRow) row = pln_store_row_load (db, at, NULL);

      if (row == NULL || g_str_equal (row->kind, "gathering") || *row->parent == '\0')
        break;
      g_free (at);
      at = g_strdup (row->parent);
    }

  return g_steal_pointer (&at);
}

/**
 * pln_store_parts:
 * @db: a connection
 * @uid: an object
 * @error: return location for a [error@StoreError]
 *
 * Finds everything that belongs to an object: sessions, people, rounds, their
 * groups, their notes … Objects that say they belong to each other are listed
 * once.
 *
 * Returns: (transfer full) (element-type utf8): UIDs, its own first, or %NULL
 *   on error
 */
GPtrArray *
pln_store_parts (PlnStoreDb  *db,
                 const char  *uid,
                 GError     **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error,
                        "WITH RECURSIVE part (uid) AS (VALUES (?1) UNION "
                        "  SELECT object.uid FROM object JOIN part ON object.parent = part.uid"
                        "  WHERE object.parent <> '') "
                        "SELECT uid FROM part", "s", uid);
  g_autoptr(GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  GError *why = NULL;

  if (rows == NULL)
    return NULL;

  while (pln_store_rows_next (rows, &why))
    g_ptr_array_add (uids, g_strdup (pln_store_rows_text (rows, 0)));
  if (why != NULL)
    {
      g_propagate_error (error, why);
      return NULL;
    }

  return g_steal_pointer (&uids);
}
