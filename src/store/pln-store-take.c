/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-files.h"
#include "pln-store-journal.h"
#include "pln-store-write.h"
#include "pln-config.h"

#include "pln-file.h"
#include "pln-ical-edit.h"
#include "pln-ical-record.h"

#include <glib/gi18n.h>

/* What other programs changed, while it is taken in. */
typedef struct
{
  PlnStoreWrite *write;
  PlnStoreDb    *db;
  GPtrArray     *missing; /* char *: uids whose files seem to be gone */
} Take;

static gboolean
is_of_disk (const GError *error)
{
  return error->domain == PLN_STORE_ERROR && error->code != PLN_STORE_ERROR_REFUSED;
}

/* A file that cannot be used is left alone, and named by check; the database
 * failing is an error. */
static gboolean
leave_alone (PlnStoreFile  *file,
             GError        *why, /* (transfer full) */
             GError       **error)
{
  gboolean is_fatal = why != NULL && is_of_disk (why);

  if (is_fatal)
    g_propagate_error (error, why);
  else if (why != NULL)
    {
      g_debug ("%s/%s: %s", file->calendar, file->name, why->message);
      g_error_free (why);
    }

  return !is_fatal;
}

/* The object whose file that is, as far as it is known. */
static char *
find_owner (Take          *take,
            PlnStoreFile  *file,
            GError       **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (take->db, error, "SELECT uid FROM object WHERE " PLN_STORE_AT_FILE,
                        "ss", file->calendar, file->name);

  return rows != NULL && pln_store_rows_next (rows, error) ? g_strdup (pln_store_rows_text (rows, 0)) : NULL;
}

/* Both changed the object since they agreed: what they changed is joined, and
 * where they contradict each other, theirs is shown; undo brings ours back. */
static GBytes *
join (Take         *take,
      PlnStoreRow  *row,
      GBytes       *theirs,
      GError      **error)
{
  g_auto(PlnStoreState) base = { NULL };
  g_autoptr(GBytes) ours = pln_store_text_load (take->db, row->uid, error);
  g_autoptr(GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  GBytes *joined;

  if (ours == NULL || (row->file_hash != NULL
                       && !pln_store_journal_find (take->db, row->uid, row->file_hash, &base, error)))
    return NULL;
  if (base.text == NULL)
    return g_bytes_ref (theirs);

  joined = pln_ical_merge (base.text, ours, theirs, PLN_ICAL_MERGE_NONE, conflicts, NULL);

  return joined != NULL ? joined : g_bytes_ref (theirs);
}

static gboolean
take_text (Take          *take,
           PlnStoreFile  *file,
           PlnStoreRow   *row, /* (nullable) */
           const char    *uid,
           GBytes        *text,
           const char    *hash,
           GError       **error)
{
  g_autoptr(GBytes) joined = row != NULL && row->is_behind ? join (take, row, text, error) : g_bytes_ref (text);
  g_autoptr(PlnStoreRow) after = NULL;

  if (joined == NULL
      || !pln_store_write_put_file (take->write, uid, file->calendar, file->name, joined, error))
    return FALSE;
  after = pln_store_row_load (take->db, uid, error);

  return after != NULL && pln_store_file_remember (take->db, file, after->id, hash, error);
}

/* The file is where it was; its object, too. */
static gboolean
take_changed (Take          *take,
              PlnStoreFile  *file,
              PlnStoreRow   *row,
              GBytes        *text,
              const char    *hash,
              GError       **error)
{
  if (g_strcmp0 (row->file_hash, hash) == 0 || g_str_equal (row->hash, hash)
      || pln_store_roll_is_own (take->db, row->uid, row->file_entry, hash))
    return pln_store_file_remember (take->db, file, row->id, hash, error);

  return take_text (take, file, row, row->uid, text, hash, error);
}

/* The object is known, but by another file. If that is gone, this is it. */
static gboolean
take_moved (Take          *take,
            PlnStoreFile  *file,
            PlnStoreRow   *row,
            GBytes        *text,
            const char    *hash,
            GError       **error)
{
  g_autoptr(PlnStoreFile) other = pln_store_file_look (take->db, row->calendar, row->file_name);

  if (other != NULL || row->file_hash == NULL)
    return TRUE;

  return take_text (take, file, row, row->uid, text, hash, error)
         && pln_store_db_run (take->db, error, "DELETE FROM stale WHERE calendar = ? AND file_name = ?",
                              "ss", row->calendar, row->file_name);
}

/* A file of ours that was not removed yet. */
static gboolean
is_to_go (Take         *take,
          PlnStoreFile *file,
          const char   *hash)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (take->db, NULL, "SELECT file_hash, uid, file_entry FROM stale "
                                        "WHERE calendar = ? AND file_name = ?", "ss", file->calendar, file->name);

  return rows != NULL && pln_store_rows_next (rows, NULL)
         && (g_str_equal (pln_store_rows_text (rows, 0), hash)
             || pln_store_roll_is_own (take->db, pln_store_rows_text (rows, 1), pln_store_rows_number (rows, 2), hash));
}

/* Another object took the file: what it held is gone, unless the new one
 * cannot be read either. */
static gboolean
give_up_file (Take        *take,
              const char  *owner,
              GBytes      *text,
              GError     **error)
{
  g_autoptr(PlnIcalRecord) record = pln_ical_record_read_object (text, error);

  return record != NULL && pln_store_write_remove (take->write, owner, owner, error);
}

static gboolean
take_readable (Take          *take,
               PlnStoreFile  *file,
               GBytes        *text,
               const char    *uid,
               GError       **error)
{
  g_autofree char *hash = pln_file_hash (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  g_autofree char *owner = find_owner (take, file, error);
  g_autoptr(PlnStoreRow) row = pln_store_row_load (take->db, uid, error);

  if (row != NULL && g_strcmp0 (owner, uid) == 0)
    return take_changed (take, file, row, text, hash, error);
  if (is_to_go (take, file, hash))
    return TRUE;
  if (owner != NULL && !give_up_file (take, owner, text, error))
    return FALSE;
  if (row != NULL)
    return take_moved (take, file, row, text, hash, error);

  return take_text (take, file, NULL, uid, text, hash, error);
}

static gboolean
take_file (Take          *take,
           PlnStoreFile  *seen,
           GError       **error)
{
  g_autoptr(PlnStoreFile) file = pln_store_file_look (take->db, seen->calendar, seen->name);
  g_autoptr(GBytes) text = NULL;
  g_autofree char *uid = NULL;
  GError *why = NULL;

  if (file == NULL)
    return TRUE; /* gone again */

  text = pln_store_file_load (take->db, file, &why);
  if (text != NULL)
    uid = pln_store_files_read_uid (text, &why);
  if (uid != NULL && take_readable (take, file, text, uid, &why))
    return TRUE;

  return leave_alone (file, why, error);
}

static gboolean
take_deletion (Take        *take,
               const char  *uid,
               GError     **error)
{
  GError *why = NULL;
  g_autoptr(PlnStoreRow) row = pln_store_row_load (take->db, uid, &why);
  g_autoptr(PlnStoreFile) file = NULL;

  if (why != NULL)
    g_propagate_error (error, why);
  if (row == NULL)
    return why == NULL;

  /* Plenary changed it meanwhile: then it stays, and is written again. */
  file = pln_store_file_look (take->db, row->calendar, row->file_name);
  if (file != NULL || row->is_behind)
    return TRUE;

  return pln_store_write_remove (take->write, uid, uid, error);
}

/**
 * pln_store_take_in:
 * @db: the writer's connection
 * @files: (element-type PlnStoreFile): files that are new or look changed
 * @missing: (element-type utf8): objects whose files seem to be gone
 * @is_new: whether the library is built anew: that is no step of undo
 * @error: return location for a [error@StoreError]
 *
 * Takes in what other programs changed, as one step of undo. An object whose
 * file is gone goes into the bin. A file that is no calendar, or is a link, is
 * left alone.
 *
 * Returns: %TRUE if that is durable
 */
gboolean
pln_store_take_in (PlnStoreDb  *db,
                   GPtrArray   *files,
                   GPtrArray   *missing,
                   gboolean     is_new,
                   GError     **error)
{
  g_autoptr(PlnStoreWrite) write = NULL;
  Take take = { .db = db };

  if (files->len == 0 && missing->len == 0)
    return TRUE;

  take.write = write = pln_store_write_begin (db, error);
  if (write == NULL)
    return FALSE;
  write->keeps_redo = TRUE; /* the user did nothing */
  for (guint i = 0; i < files->len; i++)
    if (!take_file (&take, g_ptr_array_index (files, i), error))
      return FALSE;
  for (guint i = 0; i < missing->len; i++)
    if (!take_deletion (&take, g_ptr_array_index (missing, i), error))
      return FALSE;

  return is_new ? pln_store_write_end_plain (write, error)
                : pln_store_write_end (write, _("Changes by another program"), NULL, error);
}

/* Whether the file looks as its object knows it. If there is none, the object
 * misses it. */
static gboolean
is_as_known (PlnStoreDb    *db,
             const char    *calendar,
             const char    *name,
             PlnStoreFile  *file,
             GPtrArray     *missing)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, NULL, "SELECT uid, file_size, file_time, file_inode FROM object "
                                  "WHERE " PLN_STORE_AT_FILE " AND file_hash IS NOT NULL",
                        "ss", calendar, name);

  if (rows == NULL || !pln_store_rows_next (rows, NULL))
    return file == NULL;
  if (file == NULL)
    g_ptr_array_add (missing, g_strdup (pln_store_rows_text (rows, 0)));

  return file == NULL
         || (file->size == pln_store_rows_number (rows, 1)
             && file->time == pln_store_rows_number (rows, 2)
             && file->inode == pln_store_rows_number (rows, 3));
}

/**
 * pln_store_take_some:
 * @db: the writer's connection
 * @names: (array zero-terminated=1): files: calendar and name in turn
 * @error: return location for a [error@StoreError]
 *
 * As [func@store_take_all], for a few files that may have changed.
 *
 * Returns: %TRUE if that is durable
 */
gboolean
pln_store_take_some (PlnStoreDb  *db,
                     char       **names,
                     GError     **error)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_file_free);
  g_autoptr(GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);

  for (; names[0] != NULL; names += 2)
    {
      g_autoptr(PlnStoreFile) file = pln_store_file_look (db, names[0], names[1]);

      if (!is_as_known (db, names[0], names[1], file, missing) && file != NULL)
        g_ptr_array_add (files, g_steal_pointer (&file));
    }

  return pln_store_take_in (db, files, missing, FALSE, error);
}

static char *
key_of (const char *calendar,
        const char *name)
{
  return g_build_filename (calendar, name, NULL);
}

static GHashTable *
files_by_key (GPtrArray *files)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < files->len; i++)
    {
      PlnStoreFile *file = g_ptr_array_index (files, i);

      g_hash_table_insert (table, key_of (file->calendar, file->name), file);
    }

  return table;
}

/* What a look at the folders shows. */
typedef struct
{
  GHashTable *files;     /* "calendar/name" → PlnStoreFile */
  GHashTable *calendars; /* those that have a folder */
  GHashTable *lost;      /* those that had one */
  GPtrArray  *missing;   /* char *: uids of objects without their files */
} Look;

/* Drops the files that look as they did, and finds those that are gone. A
 * calendar without its folder was not deleted object by object: that rather is
 * a library.db that was moved alone, and its files are written again. */
static gboolean
compare (PlnStoreDb  *db,
         Look        *look,
         GError     **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT calendar, file_name, file_size, file_time, file_inode, uid "
                                   "FROM object WHERE file_hash IS NOT NULL", NULL);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      const char *calendar = pln_store_rows_text (rows, 0);
      g_autofree char *key = key_of (calendar, pln_store_rows_text (rows, 1));
      const PlnStoreFile *file = g_hash_table_lookup (look->files, key);

      if (file == NULL && g_hash_table_contains (look->calendars, calendar))
        g_ptr_array_add (look->missing, g_strdup (pln_store_rows_text (rows, 5)));
      else if (file == NULL)
        g_hash_table_add (look->lost, g_strdup (calendar));
      else if (file->size == pln_store_rows_number (rows, 2)
               && file->time == pln_store_rows_number (rows, 3)
               && file->inode == pln_store_rows_number (rows, 4))
        g_hash_table_remove (look->files, key);
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL;
}

static gboolean
write_lost_again (PlnStoreDb  *db,
                  GHashTable  *lost,
                  GError     **error)
{
  GHashTableIter iter;
  gpointer calendar;

  g_hash_table_iter_init (&iter, lost);
  while (g_hash_table_iter_next (&iter, &calendar, NULL))
    if (!pln_store_db_run (db, error, "UPDATE object SET file_hash = NULL WHERE calendar = ?", "s", calendar))
      return FALSE;

  return TRUE;
}

/**
 * pln_store_take_all:
 * @db: the writer's connection
 * @is_new: whether the library is built anew: that is no step of undo
 * @error: return location for a [error@StoreError]
 *
 * Looks at every file of the library, reads those that look changed, and takes
 * in what other programs did. Takes time in proportion to the files.
 *
 * Returns: %TRUE if that is durable
 */
gboolean
pln_store_take_all (PlnStoreDb  *db,
                    gboolean     is_new,
                    GError     **error)
{
  g_autoptr(GPtrArray) files = pln_store_files_list (db);
  g_autoptr(GPtrArray) names = pln_store_files_calendars (db);
  g_autoptr(GHashTable) table = files_by_key (files);
  g_autoptr(GHashTable) calendars = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) lost = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) changed = g_ptr_array_new ();
  Look look = { table, calendars, lost, missing };

  for (guint i = 0; i < names->len; i++)
    g_hash_table_add (calendars, g_ptr_array_index (names, i));
  if (!compare (db, &look, error) || !write_lost_again (db, lost, error))
    return FALSE;

  /* In the order of the folder, so that the same files give the same library. */
  for (guint i = 0; i < files->len; i++)
    {
      PlnStoreFile *file = g_ptr_array_index (files, i);
      g_autofree char *key = key_of (file->calendar, file->name);

      if (g_hash_table_contains (table, key))
        g_ptr_array_add (changed, file);
    }

  return pln_store_take_in (db, changed, missing, is_new, error);
}
