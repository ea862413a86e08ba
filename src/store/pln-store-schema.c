/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-db.h"
#include "pln-store-index.h"
#include "pln-config.h"

#include <glib/gi18n.h>

#define APPLICATION_ID  0x506c656e /* “Plen” */
#define WAL_ATTEMPTS    200
#define WAL_WAIT        (20 * 1000) /* microseconds */

/* One step for each version; user_version says how many were taken. A step
 * that was released is never changed again.
 *
 * object   what there is, and what lists and calendars show of it: for reach
 *          see PlnStoreShown; hash is that of its text,
 *          file_hash that of its file as it was last seen, NULL before there
 *          is one, when the journal had come to file_entry. Where they differ,
 *          or it is not known how the file looks, the file is behind
 * journal  every state that an object had: delta makes the text before from
 *          the text after (the whole text, if there is nothing after)
 * step     what can be undone or, if undone, redone: by its last run
 * stale    files that are to go
 * origin   what was imported as it came, see pln-store-origin.c
 * account  on servers, without passwords; link: which calendar is kept together
 *          with which one there, and how far that was listed
 * pair     what both sides were when they agreed last, its texts in agreed.
 *          What is dirty follows from that. Elsewhere: the library has the
 *          object in another calendar, not because it was moved
 * question what two people changed to something else, by its last run, as step
 * happening what happened last */
static const char *const steps[] = {
  "CREATE TABLE object ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, calendar TEXT NOT NULL, hash TEXT NOT NULL,"
  "  file_name TEXT NOT NULL, file_hash TEXT, file_entry INTEGER NOT NULL DEFAULT 0,"
  "  file_size INTEGER, file_time INTEGER, file_inode INTEGER,"
  "  kind TEXT NOT NULL DEFAULT '', parent TEXT NOT NULL DEFAULT '', title TEXT NOT NULL DEFAULT '',"
  "  place TEXT NOT NULL DEFAULT '', starts INTEGER, ends INTEGER, zone TEXT NOT NULL DEFAULT '',"
  "  zone_note TEXT NOT NULL DEFAULT '', all_day INTEGER NOT NULL DEFAULT 0, colour TEXT NOT NULL DEFAULT '',"
  "  state INTEGER NOT NULL DEFAULT 0, cancelled INTEGER NOT NULL DEFAULT 0, series TEXT NOT NULL DEFAULT '',"
  "  previous TEXT NOT NULL DEFAULT '', online TEXT NOT NULL DEFAULT '', url TEXT NOT NULL DEFAULT '',"
  "  organiser_name TEXT NOT NULL DEFAULT '', organiser_email TEXT NOT NULL DEFAULT '',"
  "  organisers_calendar TEXT NOT NULL DEFAULT '', capacity INTEGER NOT NULL DEFAULT 0,"
  "  answer_by INTEGER, rooms TEXT NOT NULL DEFAULT '', sequence INTEGER NOT NULL DEFAULT 0,"
  "  going INTEGER NOT NULL DEFAULT 0, maybe INTEGER NOT NULL DEFAULT 0, silent INTEGER NOT NULL DEFAULT 0,"
  "  declined INTEGER NOT NULL DEFAULT 0, waiting INTEGER NOT NULL DEFAULT 0, told INTEGER NOT NULL DEFAULT 0);"
  "CREATE INDEX object_by_kind ON object (kind, starts);"
  "CREATE INDEX object_by_parent ON object (parent) WHERE parent <> '';"
  "CREATE INDEX object_by_file ON object (calendar, file_name COLLATE NOCASE);"
  "CREATE INDEX object_behind ON object (id) WHERE file_hash IS NOT hash OR file_size IS NULL;"
  "CREATE TABLE content ("
  "  id INTEGER PRIMARY KEY REFERENCES object (id) ON DELETE CASCADE, text BLOB NOT NULL);"
  "CREATE TABLE person ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT, object INTEGER NOT NULL REFERENCES object (id) ON DELETE CASCADE,"
  "  gathering TEXT NOT NULL, person TEXT NOT NULL, email TEXT NOT NULL, name TEXT NOT NULL,"
  "  about TEXT NOT NULL);"
  "CREATE INDEX person_by_object ON person (object);"
  "CREATE VIRTUAL TABLE words USING fts5 (title, place, people, body,"
  "  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');"
  "CREATE VIRTUAL TABLE person_words USING fts5 (name, email, about,"
  "  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');"
  "CREATE TRIGGER object_words AFTER DELETE ON object BEGIN"
  "  DELETE FROM words WHERE rowid = old.id; END;"
  "CREATE TRIGGER person_gone AFTER DELETE ON person BEGIN"
  "  DELETE FROM person_words WHERE rowid = old.id; END;"
  "CREATE TABLE journal ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL, uid TEXT NOT NULL, gathering TEXT NOT NULL,"
  "  before_hash TEXT, after_hash TEXT, before_calendar TEXT, after_calendar TEXT, delta BLOB);"
  "CREATE INDEX journal_by_uid ON journal (uid, id);"
  "CREATE INDEX journal_by_run ON journal (run);"
  "CREATE TABLE step ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT NOT NULL, at INTEGER NOT NULL, merge_key TEXT,"
  "  run INTEGER NOT NULL, first_entry INTEGER NOT NULL, undone INTEGER NOT NULL DEFAULT 0);"
  "CREATE INDEX step_by_run ON step (undone, run);"
  "CREATE TABLE bin ("
  "  deletion INTEGER NOT NULL, uid TEXT NOT NULL, root TEXT NOT NULL, at INTEGER NOT NULL, calendar TEXT NOT NULL,"
  "  kind TEXT NOT NULL, gathering TEXT NOT NULL, title TEXT NOT NULL, text BLOB NOT NULL,"
  "  PRIMARY KEY (deletion, uid)) WITHOUT ROWID;"
  "CREATE INDEX bin_by_uid ON bin (uid);"
  "CREATE TABLE stale ("
  "  calendar TEXT NOT NULL, file_name TEXT NOT NULL, uid TEXT NOT NULL, file_hash TEXT,"
  "  file_entry INTEGER NOT NULL, PRIMARY KEY (calendar, file_name));"
  "CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;",

  "ALTER TABLE object ADD COLUMN track TEXT NOT NULL DEFAULT '';"
  "ALTER TABLE object ADD COLUMN people TEXT NOT NULL DEFAULT '';"
  "ALTER TABLE object ADD COLUMN is_break INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE object ADD COLUMN is_done INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE object ADD COLUMN recurs INTEGER NOT NULL DEFAULT 0;"
  "ALTER TABLE object ADD COLUMN shown_from INTEGER;"
  "ALTER TABLE object ADD COLUMN shown_to INTEGER;"
  "ALTER TABLE object ADD COLUMN reach INTEGER;"
  "CREATE INDEX object_by_reach ON object (reach, shown_from) WHERE reach IS NOT NULL;",

  "CREATE TABLE origin (id TEXT NOT NULL PRIMARY KEY, uid TEXT NOT NULL, at INTEGER NOT NULL, text BLOB NOT NULL);"
  "CREATE INDEX origin_by_uid ON origin (uid);",

  "CREATE VIRTUAL TABLE gathering_words USING fts5 (title, place, people, body,"
  "  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');"
  "INSERT INTO gathering_words (rowid, title, place, people, body) SELECT rowid, title, place, people, body FROM words"
  "  WHERE rowid IN (SELECT id FROM object WHERE kind = 'gathering');"
  "DELETE FROM words WHERE rowid IN (SELECT id FROM object WHERE kind = 'gathering');"
  "DROP TRIGGER object_words;"
  "CREATE TRIGGER object_words AFTER DELETE ON object BEGIN"
  "  DELETE FROM words WHERE rowid = old.id; DELETE FROM gathering_words WHERE rowid = old.id; END;",

  "CREATE TABLE account ("
  "  id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, url TEXT NOT NULL, user TEXT NOT NULL, pin TEXT,"
  "  addresses TEXT NOT NULL, inbox TEXT, schedules INTEGER NOT NULL) WITHOUT ROWID;"
  "CREATE TABLE link ("
  "  calendar TEXT NOT NULL PRIMARY KEY,"
  "  account TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE ON UPDATE CASCADE,"
  "  url TEXT NOT NULL UNIQUE, title TEXT NOT NULL, components INTEGER NOT NULL, rights INTEGER NOT NULL,"
  "  schedules INTEGER NOT NULL, is_paused INTEGER NOT NULL,"
  "  token TEXT, ctag TEXT, listed INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;"
  "CREATE INDEX link_by_account ON link (account);"
  "CREATE TABLE pair ("
  "  id INTEGER PRIMARY KEY,"
  "  calendar TEXT NOT NULL REFERENCES link (calendar) ON DELETE CASCADE ON UPDATE CASCADE,"
  "  uid TEXT NOT NULL, href TEXT NOT NULL, etag TEXT, schedule_tag TEXT, local_hash TEXT NOT NULL,"
  "  elsewhere INTEGER NOT NULL DEFAULT 0, UNIQUE (calendar, uid));"
  "CREATE INDEX pair_by_uid ON pair (uid);"
  "CREATE TABLE agreed ("
  "  id INTEGER PRIMARY KEY REFERENCES pair (id) ON DELETE CASCADE, local BLOB NOT NULL, remote BLOB NOT NULL);"
  "CREATE TABLE question ("
  "  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL, instance TEXT, name TEXT NOT NULL, key TEXT,"
  "  base TEXT NOT NULL, mine TEXT NOT NULL, theirs TEXT NOT NULL, who TEXT NOT NULL,"
  "  mine_at INTEGER NOT NULL, theirs_at INTEGER NOT NULL, at INTEGER NOT NULL,"
  "  run INTEGER NOT NULL, is_open INTEGER NOT NULL DEFAULT 1);"
  "CREATE INDEX question_by_uid ON question (uid);"
  "CREATE INDEX question_by_run ON question (run);"
  "CREATE TABLE happening ("
  "  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, calendar TEXT, kind TEXT NOT NULL,"
  "  title TEXT NOT NULL, detail TEXT NOT NULL);",

  "ALTER TABLE object ADD COLUMN came INTEGER NOT NULL DEFAULT 0;",
};

#define VERSION_OF_SPANS 2 /* what calendar views show is in the index from here on */

/* What every connection that writes is set to. */
static const char settings[] =
  "PRAGMA synchronous = FULL;"
  "PRAGMA foreign_keys = ON;"
  "PRAGMA secure_delete = ON;"
  "PRAGMA temp_store = MEMORY;"
  "PRAGMA journal_size_limit = 33554432;";

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

/* In a transaction: another program may be making the library just now. */
static gboolean
check_version (PlnStoreDb  *db,
               gint64      *version,
               GError     **error)
{
  GError *why = NULL;
  gint64 id = pln_store_db_number (db, &why, "PRAGMA application_id", NULL);
  gint64 n_tables = why == NULL ? pln_store_db_number (db, &why, "SELECT count(*) FROM sqlite_schema", NULL) : 0;

  *version = why == NULL ? pln_store_db_number (db, &why, "PRAGMA user_version", NULL) : 0;
  if (why != NULL)
    g_propagate_error (error, why);
  else if (n_tables > 0 && id != APPLICATION_ID)
    g_set_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_DAMAGED,
                 _("The file library.db in “%s” is not a library of Plenary. "
                   "Choose another folder, or move that file out of it."), db->name);
  else if (*version > (gint64) G_N_ELEMENTS (steps))
    g_set_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_NEWER,
                 _("The library “%s” was made by a newer version of Plenary. "
                   "Install that version to open it; nothing was changed."), db->name);
  else
    return TRUE;

  return FALSE;
}

static gboolean
look_at_version (PlnStoreDb  *db,
                 gint64      *version,
                 GError     **error)
{
  g_autoptr(PlnStoreTransaction) moment = pln_store_db_run (db, error, "BEGIN", NULL) ? db : NULL;

  return moment != NULL && check_version (db, version, error);
}

/* Another program that opens the library at the same moment makes this busy
 * without asking the time-out. */
static gboolean
use_write_ahead_log (PlnStoreDb  *db,
                     GError     **error)
{
  int result = SQLITE_BUSY;

  for (guint i = 0; i < WAL_ATTEMPTS && (result & 0xff) == SQLITE_BUSY; i++)
    {
      if (i > 0)
        g_usleep (WAL_WAIT);
      result = sqlite3_exec (db->handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
    }
  if (result == SQLITE_OK)
    return TRUE;

  pln_store_db_set_error (db, error);

  return FALSE;
}

static gboolean
migrate (PlnStoreDb  *db,
         GError     **error)
{
  g_autoptr(PlnStoreTransaction) transaction = pln_store_db_begin (db, error);
  gboolean is_empty;
  gint64 version;

  /* Once more, now that no other program can change it. */
  if (transaction == NULL || !check_version (db, &version, error))
    return FALSE;

  is_empty = version == 0;
  for (; version < (gint64) G_N_ELEMENTS (steps); version++)
    {
      g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                                APPLICATION_ID, (int) version + 1);

      if (!execute (db, steps[version], error) || !execute (db, stamp, error))
        return FALSE;
      if (version + 1 == VERSION_OF_SPANS && !is_empty && !pln_store_index_again (db, error))
        return FALSE;
    }

  return pln_store_db_commit (transaction, error);
}

/* SQLite keeps the last number of every table that counts: until something was
 * written for good, there is none. A program that ended before it had read the
 * files of a library left it like that. */
static gboolean
find_new (PlnStoreDb  *db,
          gboolean    *is_new,
          GError     **error)
{
  gint64 n_counted = pln_store_db_number (db, error, "SELECT count(*) FROM sqlite_sequence", NULL);

  *is_new = n_counted == 0;

  return n_counted >= 0;
}

/**
 * pln_store_schema_prepare:
 * @db: the writer's connection
 * @is_new: (out): whether nothing was ever written to it, so that what lies in
 *   its folder is still to be read
 * @error: return location for a [error@StoreError]; `PLN_STORE_ERROR_NEWER` if
 *   a newer Plenary made it, which leaves it as it is
 *
 * Brings a library to the present form, step by step.
 *
 * Returns: %TRUE if it can be used
 */
gboolean
pln_store_schema_prepare (PlnStoreDb  *db,
                          gboolean    *is_new,
                          GError     **error)
{
  gint64 version;

  *is_new = FALSE;
  if (!look_at_version (db, &version, error)
      || !use_write_ahead_log (db, error)
      || !execute (db, settings, error))
    return FALSE;

  return (version == (gint64) G_N_ELEMENTS (steps) || migrate (db, error))
         && find_new (db, is_new, error);
}
