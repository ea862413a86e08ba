/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-facts.h"
#include "pln-store-link.h"

#include "pln-file.h"

/* What the user said of this library, and no file of a calendar tells: it has
 * to outlive the database, which may be deleted and is built anew. The accounts
 * stand there, too. */
#define FILE_NAME "library.ini"
#define GROUP     "library"
#define LASTING   "identity.%"
#define MOST_BYTES (64 * 1024)

static char *
path_of (PlnStoreDb *db)
{
  return g_build_filename (db->folder, FILE_NAME, NULL);
}

/**
 * pln_store_facts_set:
 * @db: a connection that writes
 * @name: which fact
 * @value: what it is from now on
 * @error: return location for a [error@StoreError]
 *
 * Returns: whether the fact is durable
 */
gboolean
pln_store_facts_set (PlnStoreDb  *db,
                     const char  *name,
                     const char  *value,
                     GError     **error)
{
  return pln_store_db_run (db, error,
                           "INSERT INTO fact (name, value) VALUES (?, ?) "
                           "ON CONFLICT (name) DO UPDATE SET value = excluded.value", "ss", name, value);
}

/**
 * pln_store_facts_save:
 * @db: a connection
 * @error: return location for a [error@StoreError], or an error of writing
 *
 * Writes the facts and accounts that must outlive the database beside it.
 *
 * Returns: whether they stand there
 */
gboolean
pln_store_facts_save (PlnStoreDb  *db,
                      GError     **error)
{
  g_autoptr(PlnStoreRows) rows = pln_store_db_query (db, error,
                                                     "SELECT name, value FROM fact WHERE name LIKE '" LASTING "' "
                                                     "ORDER BY name", NULL);
  g_autoptr(GKeyFile) file = g_key_file_new ();
  GError *why = NULL;
  g_autofree char *path = path_of (db);
  g_autofree char *text = NULL;
  gsize length;

  if (rows == NULL)
    return FALSE;

  while (pln_store_rows_next (rows, &why))
    g_key_file_set_string (file, GROUP, pln_store_rows_text (rows, 0), pln_store_rows_text (rows, 1));
  if (why != NULL)
    {
      g_propagate_error (error, why);
      return FALSE;
    }
  if (!pln_store_link_describe (db, file, error))
    return FALSE;

  text = g_key_file_to_data (file, &length, NULL);

  return pln_file_write (path, text, length, error);
}

/**
 * pln_store_facts_load:
 * @db: a connection that writes, to a database to which nothing was written yet
 * @error: return location for a [error@StoreError]
 *
 * Takes in what an earlier database of this library left, unless it is known
 * better by now. A file that is not there, or that cannot be read, tells nothing.
 *
 * Returns: whether all that is told is durable
 */
gboolean
pln_store_facts_load (PlnStoreDb  *db,
                      GError     **error)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autofree char *path = path_of (db);
  g_autoptr(GFile) from = g_file_new_for_path (path);
  g_autoptr(GBytes) bytes = pln_file_load (from, MOST_BYTES, NULL, NULL);
  g_auto(GStrv) names = NULL;

  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    return TRUE;

  names = g_key_file_get_keys (file, GROUP, NULL, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_string (file, GROUP, names[i], NULL);

      if (value != NULL && g_str_has_prefix (names[i], "identity.")
          && !pln_store_db_run (db, error, "INSERT OR IGNORE INTO fact (name, value) VALUES (?, ?)",
                                "ss", names[i], value))
        return FALSE;
    }

  return pln_store_link_recall (db, file, error);
}
