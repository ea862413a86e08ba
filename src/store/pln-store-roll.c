/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-files.h"
#include "pln-store-write.h"

#include "pln-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define BATCH 250 /* so many files are written while other programs wait */
#define FEW   8   /* more are quicker synced together */

/* An object whose file is behind. */
typedef struct
{
  gint64   id;
  char    *uid;
  char    *calendar;
  char    *file_name;
  char    *hash;
  char    *file_hash;  /* NULL: there was none yet */
  gint64   file_entry; /* how far the journal was when it was seen */
  gint64   file_size;  /* -1: not known how it looks */
  gint64   file_time;
  gint64   file_inode;
  GBytes  *text;
  char    *path;
  char    *temporary;  /* written, and waits for its name */
} Behind;

typedef struct
{
  PlnStoreDb *db;
  GPtrArray  *behind;  /* Behind, of this batch */
  GPtrArray  *foreign; /* PlnStoreFile: changed by another program */
  GHashTable *folders; /* those that got new names */
} Roll;

static void
behind_free (Behind *behind)
{
  if (behind->temporary != NULL)
    g_unlink (behind->temporary);
  g_free (behind->uid);
  g_free (behind->calendar);
  g_free (behind->file_name);
  g_free (behind->hash);
  g_free (behind->file_hash);
  g_clear_pointer (&behind->text, g_bytes_unref);
  g_free (behind->path);
  g_free (behind->temporary);
  g_free (behind);
}

static Behind *
behind_new (PlnStoreDb   *db,
            PlnStoreRows *rows)
{
  Behind *behind = g_new0 (Behind, 1);
  g_autofree char *folder = NULL;

  behind->id = pln_store_rows_number (rows, 0);
  behind->uid = g_strdup (pln_store_rows_text (rows, 1));
  behind->calendar = g_strdup (pln_store_rows_text (rows, 2));
  behind->file_name = g_strdup (pln_store_rows_text (rows, 3));
  behind->hash = g_strdup (pln_store_rows_text (rows, 4));
  if (!pln_store_rows_is_null (rows, 5))
    behind->file_hash = g_strdup (pln_store_rows_text (rows, 5));
  behind->file_size = pln_store_rows_is_null (rows, 6) ? -1 : pln_store_rows_number (rows, 6);
  behind->file_time = pln_store_rows_number (rows, 7);
  behind->file_inode = pln_store_rows_number (rows, 8);
  behind->text = pln_store_rows_bytes (rows, 9);
  behind->file_entry = pln_store_rows_number (rows, 10);
  folder = pln_store_files_folder (db, behind->calendar);
  behind->path = g_build_filename (folder, behind->file_name, NULL);

  return behind;
}

static gboolean
load_batch (Roll    *roll,
            gint64   after,
            GError **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (roll->db, error,
                        "SELECT id, uid, calendar, file_name, hash, file_hash, file_size, file_time, file_inode,"
                        "  text, file_entry FROM object JOIN content USING (id) WHERE " PLN_STORE_IS_BEHIND " AND id > ? "
                        "ORDER BY id LIMIT ?", "ii", after, (gint64) BATCH);
  GError *why = NULL;

  if (rows == NULL)
    return FALSE;

  g_ptr_array_set_size (roll->behind, 0);
  while (pln_store_rows_next (rows, &why))
    g_ptr_array_add (roll->behind, behind_new (roll->db, rows));
  if (why != NULL)
    g_propagate_error (error, why);

  return why == NULL;
}

/**
 * pln_store_roll_is_own:
 * @db: a connection
 * @uid: an object
 * @entry: how far the journal was when its file was last seen
 * @hash: hash of its file as it is
 *
 * Tells whether Plenary wrote that itself: this one, which could not note it,
 * or another one, which was killed before it could, or which went on meanwhile.
 *
 * Returns: %TRUE if the object was like that since its file was last seen
 */
gboolean
pln_store_roll_is_own (PlnStoreDb *db,
                       const char *uid,
                       gint64      entry,
                       const char *hash)
{
  return pln_store_db_number (db, NULL, "SELECT count(*) FROM journal WHERE uid = ? AND after_hash = ? AND id > ?",
                              "ssi", uid, hash, entry) > 0;
}

static gboolean
looks_as_it_did (const Behind       *behind,
                 const PlnStoreFile *file)
{
  return behind->file_hash != NULL
         && behind->file_size == file->size
         && behind->file_time == file->time
         && behind->file_inode == file->inode;
}

/* What is at its place is no calendar, or a link: it stays, and the object
 * gets another name, if that is free. */
static gboolean
give_way (Roll   *roll,
          Behind *behind)
{
  g_autofree char *name = pln_store_files_new_name (roll->db, behind->calendar, behind->uid, TRUE, NULL);
  g_autofree char *folder = pln_store_files_folder (roll->db, behind->calendar);
  g_autoptr(PlnStoreFile) taken = pln_store_file_look (roll->db, behind->calendar, name);

  if (taken != NULL
      || !pln_store_db_run (roll->db, NULL,
                            "UPDATE object SET file_name = ?, file_hash = NULL, file_size = NULL WHERE id = ?",
                            "si", name, behind->id))
    return FALSE;

  g_free (behind->path);
  behind->path = g_build_filename (folder, name, NULL);
  g_free (behind->file_name);
  behind->file_name = g_steal_pointer (&name);

  return TRUE;
}

/* Whether the file may be replaced. If another program changed it, it is to be
 * taken in first. */
static gboolean
may_replace (Roll   *roll,
             Behind *behind)
{
  g_autoptr(PlnStoreFile) file = pln_store_file_look (roll->db, behind->calendar, behind->file_name);
  g_autoptr(GBytes) text = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *uid = NULL;

  if (file == NULL || looks_as_it_did (behind, file))
    return TRUE;
  if (file->size < 0)
    return give_way (roll, behind);

  text = pln_store_file_load (roll->db, file, NULL);
  if (text == NULL)
    return FALSE; /* who knows what is in it */
  hash = pln_file_hash (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  if (g_strcmp0 (hash, behind->file_hash) == 0 || g_str_equal (hash, behind->hash)
      || pln_store_roll_is_own (roll->db, behind->uid, behind->file_entry, hash))
    return TRUE;

  uid = pln_store_files_read_uid (text, NULL);
  if (uid == NULL)
    return give_way (roll, behind);
  g_ptr_array_add (roll->foreign, g_steal_pointer (&file));

  return FALSE;
}

/* No link in the way: it could lead out of the library. */
static gboolean
make_folder (Roll       *roll,
             const char *calendar)
{
  g_autofree char *folder = pln_store_files_folder (roll->db, calendar);

  return g_mkdir_with_parents (folder, 0700) == 0 && !g_file_test (folder, G_FILE_TEST_IS_SYMLINK);
}

static void
write_one (Roll   *roll,
           Behind *behind)
{
  g_autoptr(GError) error = NULL;

  if (!make_folder (roll, behind->calendar) || !may_replace (roll, behind))
    return;

  behind->temporary = pln_file_write_beside (behind->path, g_bytes_get_data (behind->text, NULL),
                                             g_bytes_get_size (behind->text), roll->behind->len <= FEW, &error);
  if (behind->temporary == NULL)
    g_debug ("%s", error->message);
}

/* How the file looks is noted before it has its name: from then on another
 * program may change it, which is to be seen. */
static void
name_one (Roll   *roll,
          Behind *behind)
{
  g_autofree char *temporary = g_steal_pointer (&behind->temporary);
  g_autofree char *name = temporary != NULL ? g_path_get_basename (temporary) : NULL;
  g_autoptr(PlnStoreFile) file = name != NULL ? pln_store_file_look (roll->db, behind->calendar, name) : NULL;
  g_autoptr(GError) error = NULL;

  if (temporary == NULL)
    return;
  if (!pln_file_rename (temporary, behind->path, &error))
    {
      g_debug ("%s", error->message);
      return;
    }

  g_hash_table_add (roll->folders, g_path_get_dirname (behind->path));
  if (file == NULL || !pln_store_file_remember (roll->db, file, behind->id, behind->hash, &error))
    g_debug ("“%s” stays behind", behind->path);
}

/* A file is only noted as written when the disk has it. */
static gboolean
sync_folders (Roll *roll)
{
  GHashTableIter iter;
  gpointer folder;
  gboolean done = TRUE;

  g_hash_table_iter_init (&iter, roll->folders);
  while (g_hash_table_iter_next (&iter, &folder, NULL))
    done = pln_file_sync_folder (folder, FALSE, NULL) && done;
  g_hash_table_remove_all (roll->folders);

  return done;
}

/* In a transaction, so that of two programs one writes after the other, what
 * is newest. */
static gboolean
roll_batch (Roll    *roll,
            gint64  *after,
            GError **error)
{
  g_autoptr(PlnStoreTransaction) transaction = pln_store_db_begin (roll->db, error);

  if (transaction == NULL || !load_batch (roll, *after, error))
    return FALSE;
  if (roll->behind->len == 0)
    return TRUE;
  *after = ((Behind *) g_ptr_array_index (roll->behind, roll->behind->len - 1))->id;

  for (guint i = 0; i < roll->behind->len; i++)
    write_one (roll, g_ptr_array_index (roll->behind, i));
  if (roll->behind->len > FEW && !pln_file_sync_folder (roll->db->folder, TRUE, NULL))
    return TRUE; /* all stay behind */
  for (guint i = 0; i < roll->behind->len; i++)
    name_one (roll, g_ptr_array_index (roll->behind, i));

  return !sync_folders (roll) || pln_store_db_commit_relaxed (transaction, error);
}

/* Examples that were removed leave no empty folder. */
static void
remove_empty_examples (PlnStoreDb *db)
{
  g_autofree char *folder = pln_store_files_folder (db, PLN_STORE_EXAMPLES);

  if (pln_store_db_number (db, NULL, "SELECT count(*) FROM object WHERE calendar = ?", "s", PLN_STORE_EXAMPLES) == 0)
    g_rmdir (folder);
}

static gboolean
remove_stale (Roll         *roll,
              PlnStoreRows *rows)
{
  const char *calendar = pln_store_rows_text (rows, 0);
  const char *name = pln_store_rows_text (rows, 1);
  g_autoptr(PlnStoreFile) file = pln_store_file_look (roll->db, calendar, name);
  g_autoptr(GBytes) text = file != NULL ? pln_store_file_load (roll->db, file, NULL) : NULL;
  g_autofree char *hash = NULL;
  g_autofree char *folder = pln_store_files_folder (roll->db, calendar);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (file == NULL || file->size < 0)
    return TRUE;
  if (text == NULL)
    return FALSE;

  /* Another one stays: what another program wrote is taken in. */
  hash = pln_file_hash (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  if (!g_str_equal (hash, pln_store_rows_text (rows, 2))
      && !pln_store_roll_is_own (roll->db, pln_store_rows_text (rows, 3), pln_store_rows_number (rows, 4), hash))
    {
      g_ptr_array_add (roll->foreign, g_steal_pointer (&file));
      return TRUE;
    }

  g_hash_table_add (roll->folders, g_steal_pointer (&folder));

  return g_unlink (path) == 0 || errno == ENOENT;
}

static gboolean
remove_each_stale (Roll    *roll,
                   GError **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (roll->db, error, "SELECT calendar, file_name, file_hash, uid, file_entry FROM stale", NULL);

  while (rows != NULL && pln_store_rows_next (rows, NULL))
    if (remove_stale (roll, rows)
        && !pln_store_db_run (roll->db, error, "DELETE FROM stale WHERE calendar = ? AND file_name = ?", "ss",
                              pln_store_rows_text (rows, 0), pln_store_rows_text (rows, 1)))
      return FALSE;

  return rows != NULL;
}

/* A file is forgotten only when the disk no longer has it: else it would be
 * taken in as a new one after a power cut. */
static gboolean
remove_all_stale (Roll    *roll,
                  GError **error)
{
  g_autoptr(PlnStoreTransaction) transaction = NULL;
  gint64 n_stale = pln_store_db_number (roll->db, error, "SELECT count(*) FROM stale", NULL);

  if (n_stale <= 0)
    return n_stale == 0;

  transaction = pln_store_db_begin (roll->db, error);
  if (transaction == NULL || !remove_each_stale (roll, error))
    return FALSE;
  if (!sync_folders (roll))
    return TRUE;
  remove_empty_examples (roll->db);

  return pln_store_db_commit_relaxed (transaction, error);
}

/**
 * pln_store_roll_forward:
 * @db: the writer's connection
 * @foreign: (element-type PlnStoreFile): gets the files that another program
 *   changed and that are therefore not written
 * @error: return location for a [error@StoreError]
 *
 * Writes the files that are behind, and removes those of objects that are
 * gone. A file that cannot be written stays behind until the next time; that
 * is no error, as its object is durable.
 *
 * Returns: %TRUE unless the database could not be read or written
 */
gboolean
pln_store_roll_forward (PlnStoreDb  *db,
                        GPtrArray   *foreign,
                        GError     **error)
{
  g_autoptr(GPtrArray) behind = g_ptr_array_new_with_free_func ((GDestroyNotify) behind_free);
  g_autoptr(GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Roll roll = { db, behind, foreign, folders };
  gint64 after = 0;

  if (!remove_all_stale (&roll, error))
    return FALSE;

  do
    if (!roll_batch (&roll, &after, error))
      return FALSE;
  while (behind->len == BATCH);

  return TRUE;
}

/**
 * pln_store_roll_count:
 * @db: a connection
 *
 * Returns: how many files are behind
 */
gint64
pln_store_roll_count (PlnStoreDb *db)
{
  return pln_store_db_number (db, NULL, "SELECT (SELECT count(*) FROM object WHERE " PLN_STORE_IS_BEHIND ")"
                                        " + (SELECT count(*) FROM stale)", NULL);
}
