/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-backup.h"
#include "pln-store-answer.h"
#include "pln-store-link.h"
#include "pln-store-origin.h"
#include "pln-store-write.h"
#include "pln-config.h"

#include "pln-clock.h"
#include "pln-file.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define APPLICATION_ID 0x506c6e42 /* “PlnB” */
#define N_ALWAYS       3 /* of its contents are in each backup */
#define VERSION        3 /* 2: with origins; 3: with accounts and questions */

/* A backup is one database with the texts, the bin, the origins, the facts, the
 * accounts and what is to be decided; all else is found out from these. sum
 * guards against a file that was cut or changed. */
static const char schema[] =
  "PRAGMA journal_mode = OFF;"
  "BEGIN;"
  "CREATE TABLE object (uid TEXT PRIMARY KEY, calendar TEXT NOT NULL, text BLOB NOT NULL) WITHOUT ROWID;"
  "CREATE TABLE bin (deletion INTEGER NOT NULL, uid TEXT NOT NULL, root TEXT NOT NULL, at INTEGER NOT NULL,"
  "  calendar TEXT NOT NULL, kind TEXT NOT NULL, gathering TEXT NOT NULL, title TEXT NOT NULL, text BLOB NOT NULL,"
  "  PRIMARY KEY (deletion, uid)) WITHOUT ROWID;"
  "CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;"
  "CREATE TABLE origin (id TEXT NOT NULL PRIMARY KEY, uid TEXT NOT NULL, at INTEGER NOT NULL, text BLOB NOT NULL);"
  "CREATE TABLE account ("
  "  id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, url TEXT NOT NULL, user TEXT NOT NULL, pin TEXT,"
  "  addresses TEXT NOT NULL, inbox TEXT, schedules INTEGER NOT NULL) WITHOUT ROWID;"
  "CREATE TABLE link ("
  "  calendar TEXT NOT NULL PRIMARY KEY, account TEXT NOT NULL, url TEXT NOT NULL, title TEXT NOT NULL,"
  "  components INTEGER NOT NULL, rights INTEGER NOT NULL, schedules INTEGER NOT NULL,"
  "  is_paused INTEGER NOT NULL) WITHOUT ROWID;"
  "CREATE TABLE question ("
  "  id INTEGER PRIMARY KEY, uid TEXT NOT NULL, instance TEXT, name TEXT NOT NULL, key TEXT,"
  "  base TEXT NOT NULL, mine TEXT NOT NULL, theirs TEXT NOT NULL, who TEXT NOT NULL,"
  "  mine_at INTEGER NOT NULL, theirs_at INTEGER NOT NULL, at INTEGER NOT NULL,"
  "  run INTEGER NOT NULL, is_open INTEGER NOT NULL DEFAULT 1);"
  "CREATE TABLE made (at INTEGER NOT NULL, sum TEXT NOT NULL);";

/* All that a backup holds, in an order that is always the same. Older ones do
 * not have all of it. */
static const struct { const char *table; const char *sql; } contents[] = {
  { "object", "SELECT uid, calendar, text FROM object ORDER BY uid" },
  { "bin", "SELECT deletion, uid, root, at, calendar, kind, gathering, title, text FROM bin ORDER BY deletion, uid" },
  { "fact", "SELECT name, value FROM fact ORDER BY name" },
  { "origin", "SELECT id, uid, at, text FROM origin ORDER BY id" },
  { "account", "SELECT id, name, url, user, pin, addresses, inbox, schedules FROM account ORDER BY id" },
  { "link", "SELECT calendar, account, url, title, components, rights, schedules, is_paused FROM link "
            "ORDER BY calendar" },
  { "question", "SELECT uid, instance, name, key, base, mine, theirs, who, mine_at, theirs_at, at FROM question "
                "ORDER BY id" },
};

static gboolean
add_rows (PlnStoreDb  *backup,
          const char  *sql,
          GChecksum   *sum,
          GError     **error)
{
  g_autoptr(PlnStoreRows) rows = pln_store_db_query (backup, error, sql, NULL);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      for (int i = 0; i < sqlite3_column_count (rows->statement); i++)
        {
          const void *data = sqlite3_column_blob (rows->statement, i);
          gint64 size = sqlite3_column_bytes (rows->statement, i);

          g_checksum_update (sum, (const guchar *) &size, sizeof size);
          if (size > 0)
            g_checksum_update (sum, data, (gssize) size);
        }
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL;
}

static gboolean
has_table (PlnStoreDb *backup,
           const char *table)
{
  return pln_store_db_number (backup, NULL, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?",
                              "s", table) == 1;
}

/**
 * pln_store_backup_sum:
 * @backup: a backup
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable): SHA-256, in hex, of all that it holds
 */
char *
pln_store_backup_sum (PlnStoreDb  *backup,
                      GError     **error)
{
  g_autoptr(GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    if ((i < N_ALWAYS || has_table (backup, contents[i].table)) && !add_rows (backup, contents[i].sql, sum, error))
      return NULL;

  return g_strdup (g_checksum_get_string (sum));
}

static gboolean
stamp_sum (PlnStoreDb  *backup,
           GError     **error)
{
  g_autofree char *sum = pln_store_backup_sum (backup, error);

  return sum != NULL
         && pln_store_db_run (backup, error, "INSERT INTO made (at, sum) VALUES (?, ?)", "is", pln_clock_now (), sum);
}

static gboolean
copy_objects (PlnStoreDb    *db,
              PlnStoreDb    *backup,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT uid, calendar, text FROM object JOIN content USING (id) ORDER BY uid", NULL);
  GError *why = NULL;

  while (rows != NULL
         && !g_cancellable_set_error_if_cancelled (cancellable, &why)
         && pln_store_rows_next (rows, &why))
    {
      const char *uid = pln_store_rows_text (rows, 0);
      const char *calendar = pln_store_rows_text (rows, 1);
      g_autoptr(GBytes) text = pln_store_rows_bytes (rows, 2);

      if (!pln_store_db_run (backup, error, "INSERT INTO object (uid, calendar, text) VALUES (?, ?, ?)",
                             "ssb", uid, calendar, text))
        return FALSE;
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL;
}

static gboolean
copy_bin (PlnStoreDb  *from,
          PlnStoreDb  *to,
          GError     **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (from, error, "SELECT deletion, uid, root, at, calendar, kind, gathering, title, text "
                                     "FROM bin", NULL);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      g_autoptr(GBytes) text = pln_store_rows_bytes (rows, 8);

      if (!pln_store_db_run (to, error,
                             "INSERT INTO bin (deletion, uid, root, at, calendar, kind, gathering, title, text) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", "ississssb",
                             pln_store_rows_number (rows, 0), pln_store_rows_text (rows, 1),
                             pln_store_rows_text (rows, 2), pln_store_rows_number (rows, 3),
                             pln_store_rows_text (rows, 4), pln_store_rows_text (rows, 5),
                             pln_store_rows_text (rows, 6), pln_store_rows_text (rows, 7), text))
        return FALSE;
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL;
}

/* A fact that the library has stays. */
static gboolean
copy_facts (PlnStoreDb  *from,
            PlnStoreDb  *to,
            GError     **error)
{
  g_autoptr(PlnStoreRows) rows = pln_store_db_query (from, error, "SELECT name, value FROM fact WHERE name NOT LIKE 'store.%'", NULL);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    if (!pln_store_db_run (to, error, "INSERT OR IGNORE INTO fact (name, value) VALUES (?, ?)", "ss",
                           pln_store_rows_text (rows, 0), pln_store_rows_text (rows, 1)))
      return FALSE;
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL;
}

static gboolean
execute (PlnStoreDb  *db,
         const char  *sql,
         GError     **error)
{
  if (sqlite3_exec (db->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  pln_store_db_set_error (db, error);

  return FALSE;
}

static gboolean
fill (PlnStoreDb    *db,
      PlnStoreDb    *backup,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr(PlnStoreTransaction) moment = pln_store_db_run (db, error, "BEGIN", NULL) ? db : NULL;
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
                                            APPLICATION_ID, VERSION);

  return moment != NULL
         && execute (backup, schema, error)
         && copy_objects (db, backup, cancellable, error)
         && copy_bin (db, backup, error)
         && copy_facts (db, backup, error)
         && pln_store_origin_copy (db, backup, error)
         && pln_store_link_copy_all (db, backup, error)
         && pln_store_question_copy_all (db, backup, error)
         && stamp_sum (backup, error)
         && execute (backup, stamp, error);
}

/* What happened to the backup, not to the library. */
static void
explain (GError     **error,
         const char  *path)
{
  g_autofree char *name = g_filename_display_name (path);

  if ((*error)->domain != PLN_STORE_ERROR)
    return;

  g_free ((*error)->message);
  switch ((PlnStoreError) (*error)->code)
    {
    case PLN_STORE_ERROR_FULL:
      (*error)->message = g_strdup_printf (_("The disk is full, the backup “%s” was not written. "
                                             "Choose another place."), name);
      break;
    case PLN_STORE_ERROR_DENIED:
      (*error)->message = g_strdup_printf (_("The backup “%s” may not be written there. Choose another place."), name);
      break;
    case PLN_STORE_ERROR_BUSY:
    case PLN_STORE_ERROR_DAMAGED:
    case PLN_STORE_ERROR_IO:
    case PLN_STORE_ERROR_NOT_FOUND:
    case PLN_STORE_ERROR_NOTHING:
    case PLN_STORE_ERROR_REFUSED:
    case PLN_STORE_ERROR_NEWER:
    default:
      (*error)->message = g_strdup_printf (_("The backup “%s” was not written, as its disk or the library's "
                                             "reports a fault."), name);
      break;
    }
}

static gboolean
sync_file (const char  *temporary,
           const char  *path,
           GError     **error)
{
  int fd = g_open (temporary, O_RDONLY | O_CLOEXEC, 0);
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean done = fd >= 0 && fchmod (fd, 0600) == 0 && fsync (fd) == 0; /* it holds what is private, too */

  if (fd >= 0)
    close (fd);
  if (!done)
    {
      g_set_error_literal (error, PLN_STORE_ERROR, PLN_STORE_ERROR_IO, "");
      return FALSE;
    }

  return pln_file_rename (temporary, path, error)
         && pln_file_sync_folder (folder, FALSE, error);
}

static gboolean
write_backup (PlnStoreDb    *db,
              const char    *temporary,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(PlnStoreDb) backup = pln_store_db_open_file (temporary, SQLITE_OPEN_READWRITE, error);

  return backup != NULL && fill (db, backup, cancellable, error);
}

/**
 * pln_store_backup:
 * @db: a connection
 * @path: where to; a file of that name is replaced when the backup is whole
 * @cancellable: (nullable): stops it; nothing is left then
 * @error: return location for a [error@StoreError] or `G_IO_ERROR`
 *
 * Writes the whole library, as it is at one moment, into one file. Changes can
 * go on meanwhile.
 *
 * Returns: %TRUE if the disk has it
 */
gboolean
pln_store_backup (PlnStoreDb    *db,
                  const char    *path,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autofree char *temporary = pln_file_write_beside (path, "", 0, FALSE, error);
  GError *why = NULL;

  if (temporary == NULL)
    return FALSE;
  if (write_backup (db, temporary, cancellable, &why) && sync_file (temporary, path, &why))
    return TRUE;

  explain (&why, path);
  g_propagate_error (error, why);
  g_unlink (temporary);

  return FALSE;
}

static gboolean
bad_backup (const char  *path,
            GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_clear_error (error);
  g_set_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_DAMAGED,
               _("“%s” is not a whole backup of Plenary. Nothing was restored, and nothing was changed."), name);

  return FALSE;
}

static gboolean
no_backup (const char  *path,
           GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_NOT_FOUND,
               _("The backup “%s” is not there. Look where it lies, then try again."), name);

  return FALSE;
}

/* Its schema may be anybody's, so it may hold what ours forbids. */
static gboolean
has_whole_objects (PlnStoreDb *backup)
{
  g_autoptr(GError) error = NULL;

  return pln_store_db_number (backup, &error,
                              "SELECT count(*) FROM object WHERE typeof (text) <> 'blob'"
                              "  OR typeof (uid) <> 'text' OR typeof (calendar) <> 'text'", NULL) == 0
         && error == NULL;
}

static gboolean
has_right_sum (PlnStoreDb *backup)
{
  g_autoptr(PlnStoreRows) made = pln_store_db_query (backup, NULL, "SELECT sum FROM made", NULL);
  g_autofree char *sum = pln_store_backup_sum (backup, NULL);

  return sum != NULL
         && made != NULL
         && pln_store_rows_next (made, NULL)
         && g_strcmp0 (sum, pln_store_rows_text (made, 0)) == 0;
}

static gboolean
validate (PlnStoreDb  *backup,
          const char  *path,
          GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (pln_store_db_number (backup, NULL, "PRAGMA application_id", NULL) != APPLICATION_ID)
    return bad_backup (path, error);
  if (pln_store_db_number (backup, NULL, "PRAGMA user_version", NULL) > VERSION)
    {
      g_set_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_NEWER,
                   _("The backup “%s” was made by a newer version of Plenary. Install that version to restore it; "
                     "nothing was changed."), name);
      return FALSE;
    }

  /* It comes from anywhere: what its schema says is not run. */
  return (execute (backup, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON", NULL)
          && has_whole_objects (backup)
          && has_right_sum (backup))
         || bad_backup (path, error);
}

static gboolean
put_objects (PlnStoreWrite  *write,
             PlnStoreDb     *backup,
             GHashTable     *kept,
             GCancellable   *cancellable,
             GError        **error)
{
  g_autoptr(PlnStoreRows) rows = pln_store_db_query (backup, error, "SELECT uid, calendar, text FROM object", NULL);
  GError *why = NULL;

  while (rows != NULL
         && !g_cancellable_set_error_if_cancelled (cancellable, &why)
         && pln_store_rows_next (rows, &why))
    {
      g_autoptr(GBytes) text = pln_store_rows_bytes (rows, 2);

      if (!pln_store_write_put (write, pln_store_rows_text (rows, 0), pln_store_rows_text (rows, 1), text, error))
        return FALSE;
      g_hash_table_add (kept, g_strdup (pln_store_rows_text (rows, 0)));
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL;
}

/* What the backup does not have goes into the bin. */
static gboolean
remove_others (PlnStoreWrite  *write,
               GHashTable     *kept,
               GError        **error)
{
  g_autoptr(PlnStoreRows) rows = pln_store_db_query (write->db, error, "SELECT uid FROM object", NULL);
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    if (!g_hash_table_contains (kept, pln_store_rows_text (rows, 0)))
      g_ptr_array_add (others, g_strdup (pln_store_rows_text (rows, 0)));
  if (why != NULL)
    g_propagate_error (error, why);
  if (rows == NULL || why != NULL)
    return FALSE;

  for (guint i = 0; i < others->len; i++)
    if (!pln_store_write_remove (write, others->pdata[i], others->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* The bin of a backup joins ours. Its numbers and times are not believed. */
static gboolean
put_bin (PlnStoreWrite  *write,
         PlnStoreDb     *backup,
         GError        **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (backup, error, "SELECT dense_rank () OVER (ORDER BY deletion), uid, root, at, calendar, kind,"
                                       "  gathering, title, text FROM bin WHERE typeof (text) = 'blob'", NULL);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      g_autoptr(GBytes) text = pln_store_rows_bytes (rows, 8);

      if (!pln_store_db_run (write->db, error,
                             "INSERT OR IGNORE INTO bin (deletion, uid, root, at, calendar, kind, gathering, title,"
                             "  text) VALUES (?, ?, ?, min (?, ?), ?, ?, ?, ?, ?)", "issiissssb",
                             write->run + pln_store_rows_number (rows, 0), pln_store_rows_text (rows, 1),
                             pln_store_rows_text (rows, 2), pln_store_rows_number (rows, 3), write->now,
                             pln_store_rows_text (rows, 4), pln_store_rows_text (rows, 5),
                             pln_store_rows_text (rows, 6), pln_store_rows_text (rows, 7), text))
        return FALSE;
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL;
}

/* The library is another one now: of what was agreed with servers, nothing may
 * be believed. */
static gboolean
restore_links (PlnStoreWrite  *write,
               PlnStoreDb     *backup,
               GError        **error)
{
  return pln_store_link_part (write->db, error)
         && (!has_table (backup, "link") || pln_store_link_copy_all (backup, write->db, error));
}

/**
 * pln_store_restore:
 * @db: the writer's connection
 * @path: a backup
 * @cancellable: (nullable): stops it; nothing is changed then
 * @error: return location for a [error@StoreError]
 *
 * Makes the library what the backup says, as one step that can be undone. What
 * is only in the library goes into the bin. A backup that is not whole is
 * refused before anything is changed.
 *
 * Returns: %TRUE if the disk has it
 */
gboolean
pln_store_restore (PlnStoreDb    *db,
                   const char    *path,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(GError) why = NULL;
  g_autoptr(PlnStoreDb) backup = NULL;
  g_autoptr(PlnStoreWrite) write = NULL;
  g_autoptr(GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  backup = pln_store_db_open_file (path, SQLITE_OPEN_READONLY, &why);
  if (backup == NULL)
    return g_file_test (path, G_FILE_TEST_EXISTS) ? bad_backup (path, error) : no_backup (path, error);
  if (!validate (backup, path, error))
    return FALSE;

  write = pln_store_write_begin (db, error);

  return write != NULL
         && put_objects (write, backup, kept, cancellable, error)
         && remove_others (write, kept, error)
         && put_bin (write, backup, error)
         && copy_facts (backup, db, error)
         && (!has_table (backup, "origin") || pln_store_origin_copy (backup, db, error))
         && restore_links (write, backup, error)
         && (!has_table (backup, "question") || pln_store_question_copy_all (backup, db, error))
         && pln_store_write_end (write, _("Restore a backup"), NULL, error);
}
