/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-db.h"
#include "pln-config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdarg.h>

#define BUSY_ATTEMPTS 3000 /* about ten seconds */
#define BUSY_WAIT     1000 /* microseconds, times 1 to 6 */

static void
set_full (PlnStoreDb  *db,
          GError     **error)
{
  g_set_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_FULL,
               _("The disk is full. Nothing was changed in the library “%s”. Make room, then try again."),
               db->name);
}

static void
set_denied (PlnStoreDb  *db,
            GError     **error)
{
  g_set_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_DENIED,
               _("The library “%s” may not be read or written. "
                 "Check who owns the folder and what is in it, then try again."), db->name);
}

static void
set_io (PlnStoreDb  *db,
        GError     **error)
{
  g_set_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_IO,
               _("The disk reports a fault. Nothing was changed in the library “%s”. "
                 "Make a backup on another disk."), db->name);
}

static void
set_no_folder (PlnStoreDb  *db,
               GError     **error)
{
  g_set_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_REFUSED,
               _("There can be no library “%s”, as that is not a folder, or does not lie in one. "
                 "Choose another folder."), db->name);
}

static void
set_damaged (PlnStoreDb  *db,
             GError     **error)
{
  g_set_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_DAMAGED,
               _("The library “%s” is damaged. Restore a backup; or move library.db out of the folder, "
                 "then Plenary builds it anew from the calendar files."), db->name);
}

static void
set_from_errno (PlnStoreDb  *db,
                int          number,
                GError     **error)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      set_full (db, error);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      set_denied (db, error);
      break;
    case ENOTDIR:
    case EEXIST:
    case EISDIR:
    case ELOOP:
    case ENAMETOOLONG:
      set_no_folder (db, error);
      break;
    case ENOENT: /* where no folder can be made, as in /proc; or the end of SQLite's second attempt to open a file */
      if (db->folder != NULL && g_file_test (db->folder, G_FILE_TEST_IS_DIR))
        set_io (db, error);
      else
        set_no_folder (db, error);
      break;
    default:
      set_io (db, error);
      break;
    }
}

/**
 * pln_store_db_set_error:
 * @db: a connection
 * @error: return location for a [error@StoreError]
 *
 * Says what the last failure of SQLite on this connection means for the user.
 */
void
pln_store_db_set_error (PlnStoreDb  *db,
                        GError     **error)
{
  g_debug ("%s: %s (%d, %d)", db->name, sqlite3_errmsg (db->handle),
           sqlite3_extended_errcode (db->handle), sqlite3_system_errno (db->handle));

  switch (sqlite3_errcode (db->handle))
    {
    case SQLITE_FULL:
      set_full (db, error);
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_BUSY,
                   _("Another program is writing to the library “%s”. "
                     "Nothing was changed; try again in a moment."), db->name);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      set_denied (db, error);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      set_damaged (db, error);
      break;
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("This was stopped."));
      break;
    default: /* SQLITE_IOERR, SQLITE_CANTOPEN */
      set_from_errno (db, sqlite3_system_errno (db->handle), error);
      break;
    }
}

/* Often, and at uneven times: SQLite's own time-out looks ten times a second,
 * and starves beside a program that writes all the time. */
static int
busy_cb (void *unused,
         int   n_attempts)
{
  if (n_attempts >= BUSY_ATTEMPTS)
    return 0;

  g_usleep (BUSY_WAIT * (1 + n_attempts % 6));

  return 1;
}

static void
bind (sqlite3_stmt *statement,
      const char   *types,
      va_list       values)
{
  GBytes *bytes;

  for (int i = 1; types != NULL && types[i - 1] != '\0'; i++)
    switch (types[i - 1])
      {
      case 's':
        sqlite3_bind_text (statement, i, va_arg (values, const char *), -1, SQLITE_TRANSIENT);
        break;
      case 'i':
        sqlite3_bind_int64 (statement, i, va_arg (values, gint64));
        break;
      case 'b':
        bytes = va_arg (values, GBytes *);
        if (bytes == NULL)
          sqlite3_bind_null (statement, i);
        else if (g_bytes_get_size (bytes) == 0)
          sqlite3_bind_zeroblob (statement, i, 0);
        else
          sqlite3_bind_blob64 (statement, i, g_bytes_get_data (bytes, NULL),
                               g_bytes_get_size (bytes), SQLITE_TRANSIENT);
        break;
      default:
        g_assert_not_reached ();
      }
}

static PlnStoreRows *
prepare (PlnStoreDb  *db,
         GError     **error,
         const char  *sql,
         const char  *types,
         va_list      values)
{
  sqlite3_stmt *statement = g_hash_table_lookup (db->idle, sql);
  PlnStoreRows *rows;

  if (statement != NULL)
    g_hash_table_steal (db->idle, sql);
  else if (sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    {
      pln_store_db_set_error (db, error);
      return NULL;
    }

  bind (statement, types, values);
  rows = g_new (PlnStoreRows, 1);
  *rows = (PlnStoreRows) { db, statement };

  return rows;
}

/**
 * pln_store_rows_free:
 * @rows: (transfer full): a statement
 *
 * Ends a statement; it is kept for its next use.
 */
void
pln_store_rows_free (PlnStoreRows *rows)
{
  const char *sql = sqlite3_sql (rows->statement);

  sqlite3_reset (rows->statement);
  sqlite3_clear_bindings (rows->statement); /* they may be large */
  g_hash_table_replace (rows->db->idle, (gpointer) sql, rows->statement);
  g_free (rows);
}

/**
 * pln_store_rows_next:
 * @rows: a statement
 * @error: return location for a [error@StoreError]
 *
 * Returns: %TRUE if there is a (next) row; %FALSE after the last one, and on
 *   error
 */
gboolean
pln_store_rows_next (PlnStoreRows  *rows,
                     GError       **error)
{
  switch (sqlite3_step (rows->statement))
    {
    case SQLITE_ROW:
      return TRUE;
    case SQLITE_DONE:
      return FALSE;
    default:
      pln_store_db_set_error (rows->db, error);
      return FALSE;
    }
}

/**
 * pln_store_rows_text:
 * @rows: a statement that has a row
 * @column: from 0
 *
 * Returns: (transfer none): the value, "" for NULL; valid until the next row
 */
const char *
pln_store_rows_text (PlnStoreRows *rows,
                     int           column)
{
  const unsigned char *text = sqlite3_column_text (rows->statement, column);

  return text != NULL ? (const char *) text : "";
}

/**
 * pln_store_rows_number:
 * @rows: a statement that has a row
 * @column: from 0
 *
 * Returns: the value, 0 for NULL
 */
gint64
pln_store_rows_number (PlnStoreRows *rows,
                       int           column)
{
  return sqlite3_column_int64 (rows->statement, column);
}

/**
 * pln_store_rows_is_null:
 * @rows: a statement that has a row
 * @column: from 0
 *
 * Returns: %TRUE if the value is NULL
 */
gboolean
pln_store_rows_is_null (PlnStoreRows *rows,
                        int           column)
{
  return sqlite3_column_type (rows->statement, column) == SQLITE_NULL;
}

/**
 * pln_store_rows_bytes:
 * @rows: a statement that has a row
 * @column: from 0
 *
 * Returns: (transfer full) (nullable): a copy of the value, %NULL for NULL
 */
GBytes *
pln_store_rows_bytes (PlnStoreRows *rows,
                      int           column)
{
  gconstpointer data;

  if (pln_store_rows_is_null (rows, column))
    return NULL;

  data = sqlite3_column_blob (rows->statement, column);

  return g_bytes_new (data, sqlite3_column_bytes (rows->statement, column));
}

/**
 * pln_store_db_query:
 * @db: a connection
 * @error: return location for a [error@StoreError]
 * @sql: a literal
 * @types: (nullable): one letter for each of its parameters
 * @...: the parameters
 *
 * Returns: (transfer full) (nullable): a statement before its first row
 */
PlnStoreRows *
pln_store_db_query (PlnStoreDb  *db,
                    GError     **error,
                    const char  *sql,
                    const char  *types,
                    ...)
{
  PlnStoreRows *rows;
  va_list values;

  va_start (values, types);
  rows = prepare (db, error, sql, types, values);
  va_end (values);

  return rows;
}

/**
 * pln_store_db_run:
 * @db: a connection
 * @error: return location for a [error@StoreError]
 * @sql: a literal
 * @types: (nullable): one letter for each of its parameters
 * @...: the parameters
 *
 * Runs a statement to its end; rows that it gives are not looked at.
 *
 * Returns: %TRUE if it was done
 */
gboolean
pln_store_db_run (PlnStoreDb  *db,
                  GError     **error,
                  const char  *sql,
                  const char  *types,
                  ...)
{
  g_autoptr(PlnStoreRows) rows = NULL;
  int result;
  va_list values;

  va_start (values, types);
  rows = prepare (db, error, sql, types, values);
  va_end (values);
  if (rows == NULL)
    return FALSE;

  do
    result = sqlite3_step (rows->statement);
  while (result == SQLITE_ROW);
  if (result != SQLITE_DONE)
    pln_store_db_set_error (db, error);

  return result == SQLITE_DONE;
}

/**
 * pln_store_db_number:
 * @db: a connection
 * @error: return location for a [error@StoreError]
 * @sql: a literal, whose first value is a number
 * @types: (nullable): one letter for each of its parameters
 * @...: the parameters
 *
 * Returns: the number; 0 if there is none; -1 on error
 */
gint64
pln_store_db_number (PlnStoreDb  *db,
                     GError     **error,
                     const char  *sql,
                     const char  *types,
                     ...)
{
  g_autoptr(PlnStoreRows) rows = NULL;
  GError *why = NULL;
  gint64 number = 0;
  va_list values;

  va_start (values, types);
  rows = prepare (db, &why, sql, types, values);
  va_end (values);

  if (rows != NULL && pln_store_rows_next (rows, &why))
    number = pln_store_rows_number (rows, 0);
  if (why != NULL)
    {
      g_propagate_error (error, why);
      return -1;
    }

  return number;
}

/**
 * pln_store_db_begin:
 * @db: a connection
 * @error: return location for a [error@StoreError]
 *
 * Begins to write: from now on no other program does.
 *
 * Returns: (transfer full) (nullable): the transaction; what is not committed
 *   when it is let go, is undone
 */
PlnStoreTransaction *
pln_store_db_begin (PlnStoreDb  *db,
                    GError     **error)
{
  return pln_store_db_run (db, error, "BEGIN IMMEDIATE", NULL) ? db : NULL;
}

/* After a COMMIT that failed in its last step, as when the disk could not
 * confirm it, the frames may lie whole at the end of the write-ahead log; a
 * crash would bring back what the user was told is not there. Another
 * transaction is written over them. */
static void
overwrite_failed_commit (PlnStoreDb *db)
{
  if (!pln_store_db_run (db, NULL, "INSERT INTO fact (name, value) VALUES ('store.failures', 1) "
                                   "ON CONFLICT (name) DO UPDATE SET value = value + 1", NULL))
    g_debug ("%s: the log may keep a change that failed", db->name);
}

/**
 * pln_store_db_commit:
 * @db: a connection with an open transaction
 * @error: return location for a [error@StoreError]
 *
 * Returns: %TRUE if the disk has what was written; else nothing of it is there
 */
gboolean
pln_store_db_commit (PlnStoreTransaction  *db,
                     GError              **error)
{
  if (pln_store_db_run (db, error, "COMMIT", NULL))
    return TRUE;

  pln_store_transaction_end (db);
  overwrite_failed_commit (db);

  return FALSE;
}

/**
 * pln_store_db_commit_relaxed:
 * @db: a connection with an open transaction
 * @error: return location for a [error@StoreError]
 *
 * Commits what can be found out again after a crash, such as which files were
 * written. It does not wait for the disk, but never comes apart.
 *
 * Returns: %TRUE if it was committed
 */
gboolean
pln_store_db_commit_relaxed (PlnStoreTransaction  *db,
                             GError              **error)
{
  gboolean done;

  sqlite3_exec (db->handle, "PRAGMA main.synchronous = NORMAL", NULL, NULL, NULL);
  done = pln_store_db_run (db, error, "COMMIT", NULL);
  pln_store_transaction_end (db);
  sqlite3_exec (db->handle, "PRAGMA main.synchronous = FULL", NULL, NULL, NULL);

  return done;
}

/**
 * pln_store_transaction_end:
 * @db: a connection
 *
 * Undoes what was not committed. SQLite itself knows whether there is
 * anything to undo.
 */
void
pln_store_transaction_end (PlnStoreTransaction *db)
{
  if (!sqlite3_get_autocommit (db->handle))
    sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
}

/**
 * pln_store_db_close:
 * @db: (transfer full): a connection
 */
void
pln_store_db_close (PlnStoreDb *db)
{
  g_hash_table_unref (db->idle);
  sqlite3_close (db->handle);
  g_free (db->name);
  g_free (db->folder);
  g_free (db);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/**
 * pln_store_db_open_file:
 * @path: a database
 * @flags: SQLITE_OPEN_READONLY, or READWRITE with or without CREATE
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable): a connection
 */
PlnStoreDb *
pln_store_db_open_file (const char  *path,
                        int          flags,
                        GError     **error)
{
  PlnStoreDb *db = g_new0 (PlnStoreDb, 1);
  int result;

  db->folder = g_path_get_dirname (path);
  db->name = g_filename_display_name (path);
  db->idle = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, finalize_statement);

  result = sqlite3_open_v2 (path, &db->handle, flags | SQLITE_OPEN_EXRESCODE, NULL);
  if (result != SQLITE_OK)
    {
      pln_store_db_set_error (db, error);
      pln_store_db_close (db);
      return NULL;
    }
  if ((flags & SQLITE_OPEN_READWRITE) != 0 && sqlite3_db_readonly (db->handle, "main") == 1)
    {
      set_denied (db, error); /* SQLite falls back to reading, and fails later, with no reason */
      pln_store_db_close (db);
      return NULL;
    }
  sqlite3_busy_handler (db->handle, busy_cb, NULL);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);

  return db;
}

static PlnStoreDb *
open_library (const char  *folder,
              int          flags,
              GError     **error)
{
  g_autofree char *path = g_build_filename (folder, PLN_STORE_DB_NAME, NULL);
  PlnStoreDb *db = pln_store_db_open_file (path, flags, error);

  if (db != NULL)
    {
      g_free (db->name);
      db->name = g_filename_display_name (folder);
    }

  return db;
}

/**
 * pln_store_db_open:
 * @folder: a library, which is made if it is not there
 * @error: return location for a [error@StoreError]
 *
 * Opens the writer's connection. Its schema is not looked at yet.
 *
 * Returns: (transfer full) (nullable): a connection
 */
PlnStoreDb *
pln_store_db_open (const char  *folder,
                   GError     **error)
{
  g_autofree char *path = g_build_filename (folder, PLN_STORE_DB_NAME, NULL);
  gboolean is_new = !g_file_test (path, G_FILE_TEST_EXISTS);

  if (g_mkdir_with_parents (folder, 0700) != 0 || (is_new && g_chmod (folder, 0700) != 0))
    {
      int number = errno;
      g_autofree char *name = g_filename_display_name (folder);
      PlnStoreDb nowhere = { .name = name };

      set_from_errno (&nowhere, number, error);
      return NULL;
    }

  return open_library (folder, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
}

/**
 * pln_store_db_open_reader:
 * @folder: a library that was opened for writing before
 * @error: return location for a [error@StoreError]
 *
 * Opens a connection that cannot write, and that does not wait for writers.
 *
 * Returns: (transfer full) (nullable): a connection
 */
PlnStoreDb *
pln_store_db_open_reader (const char  *folder,
                          GError     **error)
{
  return open_library (folder, SQLITE_OPEN_READONLY, error);
}
