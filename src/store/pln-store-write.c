/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-write.h"
#include "pln-store-delta.h"
#include "pln-store-files.h"
#include "pln-store-index.h"

#include "pln-clock.h"
#include "pln-config.h"
#include "pln-file.h"

#include <glib/gi18n.h>

#define KEPT_STEPS   500
#define KEPT_SECONDS (90 * 24 * 60 * 60)
#define JOIN_SECONDS 2
#define KEPT_RUNS    20 /* other programs may not have read them yet */

/* Its last entry, whether that was pruned meanwhile or not. */
static gint64
end_of_journal (PlnStoreDb *db)
{
  return pln_store_db_number (db, NULL, "SELECT seq FROM sqlite_sequence WHERE name = 'journal'", NULL);
}

/**
 * pln_store_write_begin:
 * @db: the writer's connection
 * @error: return location for a [error@StoreError]
 *
 * Begins a change. From now on no other program writes; what is not ended by
 * one of the `pln_store_write_end` functions is undone.
 *
 * Returns: (transfer full) (nullable): the change
 */
PlnStoreWrite *
pln_store_write_begin (PlnStoreDb  *db,
                       GError     **error)
{
  PlnStoreTransaction *transaction = pln_store_db_begin (db, error);
  gint64 last_run;
  PlnStoreWrite *write;

  if (transaction == NULL)
    return NULL;

  last_run = pln_store_db_number (db, error, "SELECT max ("
                                             "  coalesce ((SELECT max (run) FROM journal), 0),"
                                             "  coalesce ((SELECT max (run) FROM step), 0),"
                                             "  coalesce ((SELECT max (deletion) FROM bin), 0))", NULL);
  if (last_run < 0)
    {
      pln_store_transaction_end (transaction);
      return NULL;
    }

  db->entries_before = end_of_journal (db);
  write = g_new0 (PlnStoreWrite, 1);
  write->db = db;
  write->transaction = transaction;
  write->run = last_run + 1;
  write->now = pln_clock_now ();
  write->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return write;
}

/**
 * pln_store_write_free:
 * @write: (transfer full): a change; what was not ended, is undone
 */
void
pln_store_write_free (PlnStoreWrite *write)
{
  pln_store_transaction_end (write->transaction);
  g_hash_table_unref (write->counts);
  g_free (write);
}

static gboolean
note_in_journal (PlnStoreWrite     *write,
                 const char        *uid,
                 const char        *gathering,
                 const PlnStoreRow *before,
                 const char        *after_hash,
                 const char        *after_calendar,
                 GBytes            *after,
                 GError           **error)
{
  g_autoptr(GBytes) text = before != NULL ? pln_store_text_load (write->db, uid, error) : NULL;
  g_autoptr(GBytes) delta = text != NULL ? pln_store_delta_new (after, text) : NULL;

  if (before != NULL && text == NULL)
    return FALSE;

  return pln_store_db_run (write->db, error,
                           "INSERT INTO journal (run, uid, gathering, before_hash, after_hash,"
                           "  before_calendar, after_calendar, delta) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                           "issssssb", write->run, uid, gathering,
                           before != NULL ? before->hash : NULL, after_hash,
                           before != NULL ? before->calendar : NULL, after_calendar, delta);
}

/* A file that is to go; what is known of it says whether it is still ours. */
static gboolean
leave_file (PlnStoreWrite      *write,
            const PlnStoreRow  *row,
            GError            **error)
{
  return pln_store_db_run (write->db, error,
                           "INSERT OR REPLACE INTO stale (calendar, file_name, uid, file_hash, file_entry) "
                           "VALUES (?, ?, ?, ?, ?)", "ssssi",
                           row->calendar, row->file_name, row->uid, row->file_hash, row->file_entry);
}

/* A name that is free, or was left by an object that went: then its file is
 * still there, and known. */
static gboolean
place_file (PlnStoreWrite  *write,
            gint64          id,
            const char     *calendar,
            const char     *file_name,
            GError        **error)
{
  return pln_store_db_run (write->db, error,
                           "UPDATE object SET calendar = ?2, file_name = ?3, file_size = NULL,"
                           "  file_hash = (SELECT file_hash FROM stale WHERE calendar = ?2 AND file_name = ?3),"
                           "  file_entry = coalesce ("
                           "    (SELECT file_entry FROM stale WHERE calendar = ?2 AND file_name = ?3), 0) "
                           "WHERE id = ?1", "iss", id, calendar, file_name)
         && pln_store_db_run (write->db, error,
                              "DELETE FROM stale WHERE calendar = ? AND file_name = ?", "ss", calendar, file_name);
}

static gint64
put_row (PlnStoreWrite      *write,
         const PlnStoreRow  *before,
         const char         *uid,
         const char         *calendar,
         const char         *file_name,
         const char         *hash,
         GBytes             *text,
         GError            **error)
{
  gboolean moves = before == NULL
                   || !g_str_equal (before->calendar, calendar)
                   || (file_name != NULL && !g_str_equal (before->file_name, file_name));
  g_autofree char *name = NULL;
  gint64 id;

  if (moves)
    name = file_name != NULL ? g_strdup (file_name)
                             : pln_store_files_new_name (write->db, calendar, uid, FALSE, error);
  if (moves && name == NULL)
    return -1;

  id = pln_store_db_number (write->db, error,
                            "INSERT INTO object (uid, calendar, hash, file_name) VALUES (?1, ?2, ?3, ?4) "
                            "ON CONFLICT (uid) DO UPDATE SET hash = excluded.hash RETURNING id",
                            "ssss", uid, calendar, hash, name != NULL ? name : before->file_name);
  /* Of a file that is behind it is not known how it looks; it stays behind,
   * even if the text becomes again what the file was when it was last seen. */
  if (id <= 0
      || (before != NULL && before->is_behind
          && !pln_store_db_run (write->db, error, "UPDATE object SET file_size = NULL WHERE id = ?", "i", id))
      || (moves && before != NULL && !leave_file (write, before, error))
      || (moves && !place_file (write, id, calendar, name, error))
      || !pln_store_db_run (write->db, error, "INSERT OR REPLACE INTO content (id, text) VALUES (?, ?)",
                            "ib", id, text))
    return -1;

  return id;
}

static gboolean
has_uid (const PlnIcalRecord  *record,
         const char           *uid,
         GError              **error)
{
  if (g_str_equal (record->uid, uid))
    return TRUE;

  g_set_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_REFUSED,
               _("“%s” was not written, as its text names another object."), record->summary);

  return FALSE;
}

/**
 * pln_store_write_put_file:
 * @write: a change
 * @uid: an object, which may be new
 * @calendar: where it lies from now on
 * @file_name: (nullable): what its file is called from now on; %NULL to leave
 *   that to the rules
 * @text: what it is from now on
 * @error: return location for a [error@StoreError] or [error@IcalError]
 *
 * Writes an object, with its entry in the journal and in the index. What does
 * not change leaves no trace.
 *
 * Returns: %TRUE if it was written
 */
gboolean
pln_store_write_put_file (PlnStoreWrite  *write,
                          const char     *uid,
                          const char     *calendar,
                          const char     *file_name,
                          GBytes         *text,
                          GError        **error)
{
  g_autofree char *hash = pln_file_hash (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
  g_autoptr(GError) why = NULL;
  g_autoptr(PlnStoreRow) before = pln_store_row_load (write->db, uid, &why);
  g_autoptr(PlnIcalRecord) record = NULL;
  g_autofree char *gathering = NULL;
  gboolean same_text = before != NULL && g_str_equal (before->hash, hash);
  gint64 id;

  if (why != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  if (same_text && g_str_equal (before->calendar, calendar))
    return file_name == NULL || g_str_equal (before->file_name, file_name)
           || place_file (write, before->id, calendar, file_name, error);
  if (!pln_store_files_check_calendar (calendar, error))
    return FALSE;

  record = pln_ical_record_read_object (text, error);
  if (record == NULL || !has_uid (record, uid, error))
    return FALSE;

  gathering = pln_store_gathering (write->db, uid, pln_store_index_kind (write->db, record), record->parent);
  if (!note_in_journal (write, uid, gathering, before, hash, calendar, text, error))
    return FALSE;

  id = put_row (write, before, uid, calendar, file_name, hash, text, error);
  if (id < 0 || !pln_store_index_put (write, id, record, text, gathering, error))
    return FALSE;
  g_hash_table_add (write->counts, g_steal_pointer (&gathering));

  return TRUE;
}

/**
 * pln_store_write_put:
 * @write: a change
 * @uid: an object, which may be new
 * @calendar: where it lies from now on
 * @text: what it is from now on
 * @error: return location for a [error@StoreError] or [error@IcalError]
 *
 * As [func@store_write_put_file], with a file name by the rules.
 *
 * Returns: %TRUE if it was written
 */
gboolean
pln_store_write_put (PlnStoreWrite  *write,
                     const char     *uid,
                     const char     *calendar,
                     GBytes         *text,
                     GError        **error)
{
  return pln_store_write_put_file (write, uid, calendar, NULL, text, error);
}

static gboolean
put_into_bin (PlnStoreWrite      *write,
              const PlnStoreRow  *row,
              const char         *root,
              const char         *gathering,
              GError            **error)
{
  return pln_store_db_run (write->db, error,
                           "INSERT INTO bin (deletion, uid, root, at, calendar, kind, gathering, title, text) "
                           "SELECT ?, uid, ?, ?, calendar, kind, ?, title, text "
                           "FROM object JOIN content USING (id) WHERE id = ?",
                           "isisi", write->run, root, write->now, gathering, row->id);
}

/**
 * pln_store_write_remove:
 * @write: a change
 * @uid: an object
 * @root: (nullable): what was deleted, if this goes with it into the bin;
 *   %NULL for what needs no bin, as it was made by what is undone
 * @error: return location for a [error@StoreError]
 *
 * Removes one object, without its parts. One that is not there is no error.
 *
 * Returns: %TRUE if it is gone
 */
gboolean
pln_store_write_remove (PlnStoreWrite  *write,
                        const char     *uid,
                        const char     *root,
                        GError        **error)
{
  g_autoptr(GError) why = NULL;
  g_autoptr(PlnStoreRow) row = pln_store_row_load (write->db, uid, &why);
  g_autofree char *gathering = NULL;

  if (why != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  if (row == NULL)
    return TRUE;

  gathering = pln_store_gathering (write->db, uid, row->kind, row->parent);
  if (!note_in_journal (write, uid, gathering, row, NULL, NULL, NULL, error)
      || (root != NULL && !put_into_bin (write, row, root, gathering, error))
      || !leave_file (write, row, error)
      || !pln_store_db_run (write->db, error, "DELETE FROM object WHERE id = ?", "i", row->id))
    return FALSE;
  g_hash_table_add (write->counts, g_steal_pointer (&gathering));

  return TRUE;
}

/**
 * pln_store_write_delete:
 * @write: a change
 * @uid: an object
 * @error: return location for a [error@StoreError]
 *
 * Moves an object into the bin, with everything that belongs to it; they come
 * back together.
 *
 * Returns: %TRUE if it is there
 */
gboolean
pln_store_write_delete (PlnStoreWrite  *write,
                        const char     *uid,
                        GError        **error)
{
  g_autoptr(GPtrArray) uids = pln_store_parts (write->db, uid, error);

  if (uids == NULL)
    return FALSE;

  /* The parts first: while their parent is there, it is known whose they are. */
  for (guint i = uids->len; i > 0; i--)
    if (!pln_store_write_remove (write, g_ptr_array_index (uids, i - 1), uid, error))
      return FALSE;

  return TRUE;
}

/* What is found out last, when all objects are as they will be. */
static gboolean
finish (PlnStoreWrite  *write,
        GError        **error)
{
  GHashTableIter iter;
  gpointer uid;

  write->db->entries_after = end_of_journal (write->db);

  g_hash_table_iter_init (&iter, write->counts);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    if (*(const char *) uid != '\0' && !pln_store_index_gathering (write, uid, error))
      return FALSE;

  return TRUE;
}

/* What is older than every step can no longer be asked for. */
static gboolean
prune (PlnStoreWrite  *write,
       GError        **error)
{
  return pln_store_db_run (write->db, error,
                           "DELETE FROM step WHERE at < ?1 OR run <= "
                           "(SELECT run FROM step ORDER BY run DESC LIMIT 1 OFFSET ?2)",
                           "ii", write->now - KEPT_SECONDS, (gint64) KEPT_STEPS)
         && pln_store_db_run (write->db, error,
                              "DELETE FROM journal WHERE run < ?1 AND id < "
                              "(SELECT coalesce (min (first_entry), 9223372036854775807) FROM step)",
                              "i", write->run - KEPT_RUNS);
}

/* The run of the step that this one belongs to, as when a title is typed; 0 if
 * there is none. Nothing may have come between them. */
static gint64
find_step_to_join (PlnStoreWrite  *write,
                   const char     *label,
                   const char     *merge_key,
                   GError        **error)
{
  if (merge_key == NULL)
    return 0;

  return pln_store_db_number (write->db, error,
                              "SELECT run FROM step WHERE run = (SELECT max (run) FROM journal WHERE run < ?1)"
                              "  AND NOT undone AND label = ?2 AND merge_key = ?3 AND at >= ?4"
                              "  AND NOT EXISTS (SELECT * FROM step WHERE undone)",
                              "issi", write->run, label, merge_key, write->now - JOIN_SECONDS);
}

static gboolean
join_step (PlnStoreWrite  *write,
           gint64          run,
           GError        **error)
{
  return pln_store_db_run (write->db, error, "UPDATE journal SET run = ? WHERE run = ?", "ii", run, write->run)
         && pln_store_db_run (write->db, error, "UPDATE bin SET deletion = ? WHERE deletion = ?",
                              "ii", run, write->run)
         && pln_store_db_run (write->db, error, "UPDATE question SET run = ? WHERE run = ?", "ii", run, write->run)
         && pln_store_db_run (write->db, error, "UPDATE step SET at = ? WHERE run = ?", "ii", write->now, run);
}

static gboolean
add_step (PlnStoreWrite  *write,
          gint64          first_entry,
          const char     *label,
          const char     *merge_key,
          GError        **error)
{
  return (write->keeps_redo || pln_store_db_run (write->db, error, "DELETE FROM step WHERE undone", NULL))
         && pln_store_db_run (write->db, error,
                              "INSERT INTO step (label, at, merge_key, run, first_entry) VALUES (?, ?, ?, ?, ?)",
                              "sisii", label, write->now, merge_key, write->run, first_entry);
}

static gint64
first_entry (PlnStoreWrite  *write,
             GError        **error)
{
  return pln_store_db_number (write->db, error, "SELECT min (id) FROM journal WHERE run = ?", "i", write->run);
}

/**
 * pln_store_write_end:
 * @write: a change
 * @label: what the step of undo is called
 * @merge_key: (nullable): see [func@change_set_merge_key]
 * @error: return location for a [error@StoreError]
 *
 * Makes a change durable, as a step that can be undone; what had been undone
 * can no longer be redone, unless it keeps that. A change that changed nothing
 * and answered nothing is no step.
 *
 * Returns: %TRUE if the disk has it; else nothing of it is there
 */
gboolean
pln_store_write_end (PlnStoreWrite  *write,
                     const char     *label,
                     const char     *merge_key,
                     GError        **error)
{
  gint64 entry = first_entry (write, error);
  gint64 run = entry > 0 ? find_step_to_join (write, label, merge_key, error) : 0;

  if (entry < 0 || run < 0)
    return FALSE;
  if (entry == 0 && write->is_answer)
    entry = end_of_journal (write->db) + 1;
  if (entry > 0)
    {
      if (!(run > 0 ? join_step (write, run, error)
                    : add_step (write, entry, label, merge_key, error))
          || !finish (write, error)
          || !prune (write, error))
        return FALSE;
    }

  return pln_store_db_commit (write->transaction, error);
}

/**
 * pln_store_write_end_lasting:
 * @write: a change
 * @error: return location for a [error@StoreError]
 *
 * Makes a change durable that is no step of undo. The steps before it stay,
 * and are undone around it.
 *
 * Returns: %TRUE if the disk has it; else nothing of it is there
 */
gboolean
pln_store_write_end_lasting (PlnStoreWrite  *write,
                             GError        **error)
{
  return finish (write, error)
         && prune (write, error)
         && pln_store_db_commit (write->transaction, error);
}

/**
 * pln_store_write_end_revert:
 * @write: a change that undoes or redoes a step
 * @step: the step
 * @undone: whether it is undone from now on
 * @error: return location for a [error@StoreError]
 *
 * Makes it durable. The step can then be turned round once more, by this run.
 *
 * Returns: %TRUE if the disk has it; else nothing of it is there
 */
gboolean
pln_store_write_end_revert (PlnStoreWrite  *write,
                            gint64          step,
                            gboolean        undone,
                            GError        **error)
{
  gint64 entry = first_entry (write, error);

  return entry >= 0
         && pln_store_db_run (write->db, error,
                              "UPDATE question SET is_open = NOT is_open, run = ?2 "
                              "WHERE run = (SELECT run FROM step WHERE id = ?1)", "ii", step, write->run)
         && pln_store_db_run (write->db, error,
                              "UPDATE step SET undone = ?2, run = ?3, merge_key = NULL,"
                              "  first_entry = iif (?4 > 0, ?4, first_entry) WHERE id = ?1",
                              "iiii", step, (gint64) undone, write->run, entry)
         && finish (write, error)
         && pln_store_db_commit (write->transaction, error);
}

/**
 * pln_store_write_end_plain:
 * @write: a change
 * @error: return location for a [error@StoreError]
 *
 * Makes a change durable that is no step of undo, as when a library is built
 * anew from its files.
 *
 * Returns: %TRUE if the disk has it; else nothing of it is there
 */
gboolean
pln_store_write_end_plain (PlnStoreWrite  *write,
                           GError        **error)
{
  return finish (write, error)
         && pln_store_db_run (write->db, error, "DELETE FROM journal WHERE run = ?", "i", write->run)
         && pln_store_db_commit (write->transaction, error);
}
