/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-link.h"

#include "pln-clock.h"

#define KEPT_HAPPENINGS 100
#define KEPT_SECONDS    (30 * 24 * 60 * 60)

#define ACCOUNT "account " /* names of groups begin like that */
#define LINK    "link "

/* Accounts and links outlive the database in a file, and travel in a backup.
 * What was agreed does neither: a library that was built anew, or is what it
 * was last week, must not believe that the server has what it had. The next
 * round compares everything once, and deletes nothing. */

static const char *const account_keys[] = { "id", "name", "url", "user", "pin", "addresses", "inbox", "schedules" };
static const char *const link_keys[] = {
  "calendar", "account", "url", "title", "components", "rights", "schedules", "is_paused"
};

#define ALL_ACCOUNTS "SELECT id, name, url, user, pin, addresses, inbox, schedules FROM account ORDER BY id"
#define ALL_LINKS    "SELECT calendar, account, url, title, components, rights, schedules, is_paused FROM link " \
                     "ORDER BY calendar"

/* What is there stays; what cannot be a link is left out. */
static gboolean
add_account (PlnStoreDb         *db,
             const char *const  *values,
             GError            **error)
{
  return pln_store_db_run (db, error,
                           "INSERT OR IGNORE INTO account (id, name, url, user, pin, addresses, inbox, schedules) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, CAST (? AS INTEGER))", "ssssssss",
                           values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7]);
}

static gboolean
add_link (PlnStoreDb         *db,
          const char *const  *values,
          GError            **error)
{
  if (values[0] == NULL || !pln_store_link_may (values[0], NULL))
    return TRUE;

  return pln_store_db_run (db, error,
                           "INSERT OR IGNORE INTO link"
                           "  (calendar, account, url, title, components, rights, schedules, is_paused) "
                           "SELECT ?1, ?2, ?3, ?4, CAST (?5 AS INTEGER), CAST (?6 AS INTEGER), CAST (?7 AS INTEGER),"
                           "  CAST (?8 AS INTEGER) WHERE EXISTS (SELECT 1 FROM account WHERE id = ?2)", "ssssssss",
                           values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7]);
}

typedef gboolean (*AddFunc) (PlnStoreDb         *db,
                             const char *const  *values,
                             GError            **error);

static gboolean
copy_rows (PlnStoreDb  *from,
           PlnStoreDb  *to,
           const char  *sql,
           AddFunc      add,
           GError     **error)
{
  g_autoptr(PlnStoreRows) rows = pln_store_db_query (from, error, sql, NULL);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      const char *values[G_N_ELEMENTS (link_keys)];

      for (int i = 0; i < (int) G_N_ELEMENTS (values); i++)
        values[i] = pln_store_rows_is_null (rows, i) ? NULL : pln_store_rows_text (rows, i);
      if (!add (to, values, error))
        return FALSE;
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL;
}

/**
 * pln_store_link_copy_all:
 * @from: a library, or a backup
 * @to: the other
 * @error: return location for a [error@StoreError]
 *
 * Copies the accounts and links that @to does not have.
 *
 * Returns: %TRUE if that was done
 */
gboolean
pln_store_link_copy_all (PlnStoreDb  *from,
                         PlnStoreDb  *to,
                         GError     **error)
{
  return copy_rows (from, to, ALL_ACCOUNTS, add_account, error)
         && copy_rows (from, to, ALL_LINKS, add_link, error);
}

/**
 * pln_store_link_part:
 * @db: the writer's connection, in a transaction
 * @error: return location for a [error@StoreError]
 *
 * The library became another one: nothing that was agreed holds any more.
 *
 * Returns: %TRUE if it is forgotten
 */
gboolean
pln_store_link_part (PlnStoreDb  *db,
                     GError     **error)
{
  return pln_store_db_run (db, error, "DELETE FROM pair", NULL)
         && pln_store_db_run (db, error, "UPDATE link SET token = NULL, ctag = NULL, listed = 0", NULL);
}

static gboolean
describe (PlnStoreDb         *db,
          GKeyFile           *file,
          const char         *sql,
          const char         *prefix,
          const char *const  *keys,
          GError            **error)
{
  g_autoptr(PlnStoreRows) rows = pln_store_db_query (db, error, sql, NULL);
  GError *why = NULL;

  for (guint n = 1; rows != NULL && pln_store_rows_next (rows, &why); n++)
    {
      g_autofree char *group = g_strdup_printf ("%s%u", prefix, n);

      for (int i = 0; i < (int) G_N_ELEMENTS (link_keys); i++)
        if (!pln_store_rows_is_null (rows, i))
          g_key_file_set_string (file, group, keys[i], pln_store_rows_text (rows, i));
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL;
}

/**
 * pln_store_link_describe:
 * @db: a connection
 * @file: what outlives the database
 * @error: return location for a [error@StoreError]
 *
 * Returns: %TRUE if the accounts and links stand in it
 */
gboolean
pln_store_link_describe (PlnStoreDb  *db,
                         GKeyFile    *file,
                         GError     **error)
{
  return describe (db, file, ALL_ACCOUNTS, ACCOUNT, account_keys, error)
         && describe (db, file, ALL_LINKS, LINK, link_keys, error);
}

static gboolean
recall (PlnStoreDb         *db,
        GKeyFile           *file,
        const char         *prefix,
        const char *const  *keys,
        AddFunc             add,
        GError            **error)
{
  g_auto(GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint n = 0; groups[n] != NULL; n++)
    {
      g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

      if (!g_str_has_prefix (groups[n], prefix))
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (link_keys); i++)
        g_ptr_array_add (values, g_key_file_get_string (file, groups[n], keys[i], NULL));
      if (!add (db, (const char *const *) values->pdata, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * pln_store_link_recall:
 * @db: the writer's connection, to a library that is built anew
 * @file: what outlived the database before
 * @error: return location for a [error@StoreError]
 *
 * Takes in accounts and links, but nothing that was agreed.
 *
 * Returns: %TRUE if all that can be understood is durable
 */
gboolean
pln_store_link_recall (PlnStoreDb  *db,
                       GKeyFile    *file,
                       GError     **error)
{
  return recall (db, file, ACCOUNT, account_keys, add_account, error)
         && recall (db, file, LINK, link_keys, add_link, error);
}

/**
 * pln_store_happening_list:
 * @db: a connection
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable) (element-type PlnStoreHappening): what
 *   happened, the newest first
 */
GPtrArray *
pln_store_happening_list (PlnStoreDb  *db,
                          GError     **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT at, calendar, kind, title, detail FROM happening ORDER BY id DESC", NULL);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_happening_free);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      PlnStoreHappening *happening = g_new0 (PlnStoreHappening, 1);

      happening->at = pln_store_rows_number (rows, 0);
      happening->calendar = pln_store_rows_is_null (rows, 1) ? NULL : g_strdup (pln_store_rows_text (rows, 1));
      happening->kind = g_strdup (pln_store_rows_text (rows, 2));
      happening->title = g_strdup (pln_store_rows_text (rows, 3));
      happening->detail = g_strdup (pln_store_rows_text (rows, 4));
      g_ptr_array_add (all, happening);
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL ? g_steal_pointer (&all) : NULL;
}

/**
 * pln_store_happening_add:
 * @db: the writer's connection
 * @happening: what happened
 * @error: return location for a [error@StoreError]
 *
 * Notes it, and forgets what is too old. It is not worth waiting for the disk.
 *
 * Returns: %TRUE if it is noted
 */
gboolean
pln_store_happening_add (PlnStoreDb               *db,
                         const PlnStoreHappening  *happening,
                         GError                  **error)
{
  g_autoptr(PlnStoreTransaction) transaction = pln_store_db_begin (db, error);

  return transaction != NULL
         && pln_store_db_run (db, error, "INSERT INTO happening (at, calendar, kind, title, detail) "
                                         "VALUES (?, ?, ?, ?, ?)", "issss", happening->at, happening->calendar,
                              happening->kind, happening->title, happening->detail)
         && pln_store_db_run (db, error, "DELETE FROM happening WHERE at < ?1 OR id <= "
                                         "(SELECT id FROM happening ORDER BY id DESC LIMIT 1 OFFSET ?2)", "ii",
                              pln_clock_now () - KEPT_SECONDS, (gint64) KEPT_HAPPENINGS)
         && pln_store_db_commit_relaxed (transaction, error);
}
