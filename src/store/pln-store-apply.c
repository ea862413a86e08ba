/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-apply.h"
#include "pln-change-private.h"
#include "pln-ical-note.h"
#include "pln-store-answer.h"
#include "pln-store-bin.h"
#include "pln-store-files.h"
#include "pln-store-origin.h"
#include "pln-store-write.h"
#include "pln-config.h"

#include <glib/gi18n.h>

static void
set_gone (PlnChange  *change,
          GError    **error)
{
  g_set_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_NOT_FOUND,
               _("“%s” was not done, as what it is about is no longer in the library. "
                 "It may lie in the bin."), pln_change_get_label (change));
}

static gboolean
apply_new (PlnStoreWrite       *write,
           PlnChange           *change,
           const PlnOperation  *operation,
           GError             **error)
{
  g_autoptr(GBytes) empty = pln_ical_object_new (operation->component, operation->uid, write->now);
  g_autoptr(GBytes) text = pln_ical_edits_apply (operation->edits, empty, error);

  return text != NULL && pln_store_write_put (write, operation->uid, operation->calendar, text, error);
}

/* The edits are applied to the text as it is now, whoever changed it last. */
static gboolean
apply_edit (PlnStoreWrite       *write,
            PlnChange           *change,
            const PlnOperation  *operation,
            GError             **error)
{
  GError *why = NULL;
  g_autoptr(PlnStoreRow) row = pln_store_row_load (write->db, operation->uid, &why);
  g_autoptr(GBytes) before = row != NULL ? pln_store_text_load (write->db, operation->uid, &why) : NULL;
  g_autoptr(GBytes) after = NULL;

  if (pln_ical_edits_is_empty (operation->edits) && why == NULL)
    return TRUE;
  if (why != NULL)
    g_propagate_error (error, why);
  else if (before == NULL)
    set_gone (change, error);
  if (before == NULL)
    return FALSE;

  after = pln_ical_edits_apply (operation->edits, before, error);

  return after != NULL && pln_store_write_put (write, operation->uid, row->calendar, after, error);
}

/* A note is one with itself before and after: what another program wrote in the
 * text that it shows is a line before lines are edited. */
static gboolean
apply_note (PlnStoreWrite       *write,
            PlnChange           *change,
            const PlnOperation  *operation,
            GError             **error)
{
  GError *why = NULL;
  g_autoptr(PlnStoreRow) row = pln_store_row_load (write->db, operation->uid, &why);
  g_autoptr(GBytes) before = row != NULL ? pln_store_text_load (write->db, operation->uid, &why)
                                         : pln_ical_object_new (operation->component, operation->uid, write->now);
  g_autoptr(GBytes) settled = NULL;
  g_autoptr(GBytes) edited = NULL;
  g_autoptr(GBytes) after = NULL;

  if (why != NULL)
    {
      g_propagate_error (error, why);
      return FALSE;
    }

  settled = pln_ical_note_settle (before, error);
  edited = settled != NULL ? pln_ical_edits_apply (operation->edits, settled, error) : NULL;
  after = edited != NULL ? pln_ical_note_settle (edited, error) : NULL;

  return after != NULL
         && pln_store_write_put (write, operation->uid, row != NULL ? row->calendar : operation->calendar, after, error);
}

static GPtrArray *
load_people (PlnStoreDb  *db,
             const char  *gathering,
             GError     **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT text FROM object JOIN content USING (id) "
                                   "WHERE parent = ? AND kind = 'people' ORDER BY id", "s", gathering);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    g_ptr_array_add (texts, pln_store_rows_bytes (rows, 0));
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL ? g_steal_pointer (&texts) : NULL;
}

static gboolean
put_people (PlnStoreWrite        *write,
            const PlnPeopleText  *people,
            const char           *calendar,
            GError              **error)
{
  GError *why = NULL;
  g_autoptr(PlnStoreRow) row = pln_store_row_load (write->db, people->uid, &why);

  if (why != NULL)
    {
      g_propagate_error (error, why);
      return FALSE;
    }

  return pln_store_write_put (write, people->uid, row != NULL ? row->calendar : calendar, people->text, error);
}

/* All guests of one gathering at once: each people object is read once. */
static gboolean
apply_guests (PlnStoreWrite  *write,
              PlnChange      *change,
              const char     *gathering,
              GPtrArray      *operations,
              GError        **error)
{
  const PlnOperation *first = g_ptr_array_index (operations, 0);
  GError *why = NULL;
  g_autoptr(PlnStoreRow) row = pln_store_row_load (write->db, gathering, &why);
  g_autoptr(GPtrArray) texts = row != NULL ? load_people (write->db, gathering, &why) : NULL;
  g_autoptr(GPtrArray) changed = NULL;

  if (why != NULL)
    g_propagate_error (error, why);
  else if (row == NULL)
    set_gone (change, error);
  if (texts == NULL)
    return FALSE;

  changed = pln_change_people (gathering, texts, operations, write->now, error);
  for (guint i = 0; changed != NULL && i < changed->len; i++)
    if (!put_people (write, g_ptr_array_index (changed, i), first->calendar, error))
      return FALSE;

  return changed != NULL;
}

/* What is seen at a door, before and after there is an object for it. */
static gboolean
apply_append (PlnStoreWrite       *write,
              PlnChange           *change,
              const PlnOperation  *operation,
              GError             **error)
{
  GError *why = NULL;
  g_autoptr(PlnStoreRow) row = pln_store_row_load (write->db, operation->uid, &why);
  g_autoptr(GBytes) before = row != NULL ? pln_store_text_load (write->db, operation->uid, &why) : NULL;
  g_autoptr(GBytes) after = NULL;

  if (why != NULL)
    {
      g_propagate_error (error, why);
      return FALSE;
    }
  if (before == NULL)
    before = pln_ical_object_new (operation->component, operation->uid, write->now);
  after = pln_ical_edits_apply (operation->edits, before, error);

  return after != NULL
         && pln_store_write_put (write, operation->uid, row != NULL ? row->calendar : operation->calendar, after, error);
}

/* All places of one group at once, in its text as it is now. */
static gboolean
apply_places (PlnStoreWrite  *write,
              PlnChange      *change,
              const char     *group,
              GPtrArray      *operations,
              GError        **error)
{
  GError *why = NULL;
  g_autoptr(PlnStoreRow) row = pln_store_row_load (write->db, group, &why);
  g_autoptr(GBytes) before = row != NULL ? pln_store_text_load (write->db, group, &why) : NULL;
  g_autoptr(GBytes) after = NULL;

  if (why != NULL)
    g_propagate_error (error, why);
  else if (before == NULL)
    set_gone (change, error);
  if (before == NULL)
    return FALSE;

  after = pln_change_places (before, operations, write->now, error);

  return after != NULL && pln_store_write_put (write, group, row->calendar, after, error);
}

/* Moves one object, unless it is private: that never leaves this computer. */
static gboolean
move (PlnStoreWrite  *write,
      const char     *uid,
      const char     *calendar,
      const char     *organisers_calendar,
      GError        **error)
{
  g_autoptr(PlnStoreRow) row = pln_store_row_load (write->db, uid, error);
  g_autoptr(GBytes) text = row != NULL ? pln_store_text_load (write->db, uid, error) : NULL;
  gboolean is_programme = row != NULL
                          && (g_str_equal (row->kind, "gathering") || g_str_equal (row->kind, "session"));

  if (text == NULL)
    return FALSE;
  if (g_str_has_prefix (row->calendar, PLN_STORE_PRIVATE "/"))
    return TRUE;

  return pln_store_write_put (write, uid, is_programme ? calendar : organisers_calendar, text, error);
}

static gboolean
apply_move (PlnStoreWrite       *write,
            PlnChange           *change,
            const PlnOperation  *operation,
            GError             **error)
{
  g_autoptr(PlnStoreRow) row = pln_store_row_load (write->db, operation->uid, error);
  g_autoptr(GPtrArray) uids = NULL;

  if (row == NULL)
    {
      if (error == NULL || *error == NULL)
        set_gone (change, error);
      return FALSE;
    }

  uids = pln_store_parts (write->db, operation->uid, error);
  for (guint i = 0; uids != NULL && i < uids->len; i++)
    if (!move (write, g_ptr_array_index (uids, i), operation->calendar, operation->organisers_calendar, error))
      return FALSE;

  return uids != NULL;
}

static gboolean
apply_text (PlnStoreWrite       *write,
            PlnChange           *change,
            const PlnOperation  *operation,
            GError             **error)
{
  GError *why = NULL;
  g_autoptr(PlnStoreRow) row = pln_store_row_load (write->db, operation->uid, &why);

  if (why != NULL)
    {
      g_propagate_error (error, why);
      return FALSE;
    }

  return pln_store_write_put (write, operation->uid, row != NULL ? row->calendar : operation->calendar,
                              operation->text, error);
}

static gboolean
apply_delete (PlnStoreWrite       *write,
              PlnChange           *change,
              const PlnOperation  *operation,
              GError             **error)
{
  return pln_store_write_delete (write, operation->uid, error);
}

static gboolean
apply_restore (PlnStoreWrite       *write,
               PlnChange           *change,
               const PlnOperation  *operation,
               GError             **error)
{
  return pln_store_bin_restore (write, operation->uid, error);
}

static gboolean
apply_delete_calendar (PlnStoreWrite       *write,
                       PlnChange           *change,
                       const PlnOperation  *operation,
                       GError             **error)
{
  return pln_store_bin_delete_calendar (write, operation->calendar, error);
}

static gboolean
apply_origin (PlnStoreWrite       *write,
              PlnChange           *change,
              const PlnOperation  *operation,
              GError             **error)
{
  return pln_store_origin_put (write, operation->uid, operation->id, operation->text, error);
}

static gboolean
apply_ask (PlnStoreWrite       *write,
           PlnChange           *change,
           const PlnOperation  *operation,
           GError             **error)
{
  for (guint i = 0; i < operation->questions->len; i++)
    if (!pln_store_question_put (write, g_ptr_array_index (operation->questions, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
apply_operation (PlnStoreWrite       *write,
                 PlnChange           *change,
                 const PlnOperation  *operation,
                 GError             **error)
{
  static gboolean (*const functions[]) (PlnStoreWrite *, PlnChange *, const PlnOperation *, GError **) = {
    [PLN_OPERATION_NEW] = apply_new,
    [PLN_OPERATION_EDIT] = apply_edit,
    [PLN_OPERATION_NOTE] = apply_note,
    [PLN_OPERATION_APPEND] = apply_append,
    [PLN_OPERATION_MOVE] = apply_move,
    [PLN_OPERATION_DELETE] = apply_delete,
    [PLN_OPERATION_RESTORE] = apply_restore,
    [PLN_OPERATION_PUT_TEXT] = apply_text,
    [PLN_OPERATION_DELETE_CALENDAR] = apply_delete_calendar,
    [PLN_OPERATION_ORIGIN] = apply_origin,
    [PLN_OPERATION_ASK] = apply_ask,
  };

  return functions[operation->kind] (write, change, operation, error);
}

/* What is done to parts of an object is done at once. */
static void
collect (GHashTable         *by_uid,
         const PlnOperation *operation)
{
  GPtrArray *operations = g_hash_table_lookup (by_uid, operation->uid);

  if (operations == NULL)
    {
      operations = g_ptr_array_new ();
      g_hash_table_insert (by_uid, operation->uid, operations);
    }
  g_ptr_array_add (operations, (gpointer) operation);
}

static gboolean
apply_collected (PlnStoreWrite  *write,
                 PlnChange      *change,
                 GHashTable     *by_uid,
                 gboolean      (*apply) (PlnStoreWrite *, PlnChange *, const char *, GPtrArray *, GError **),
                 GError        **error)
{
  GHashTableIter iter;
  gpointer uid;
  gpointer operations;

  g_hash_table_iter_init (&iter, by_uid);
  while (g_hash_table_iter_next (&iter, &uid, &operations))
    if (!apply (write, change, uid, operations, error))
      return FALSE;

  return TRUE;
}

/**
 * pln_store_apply:
 * @db: the writer's connection
 * @change: what to do; sealed, see [func@change_get_operations]
 * @error: return location for a [error@StoreError] or [error@IcalError]
 *
 * Makes a change durable together with the record that undoes it: both, or on
 * error neither. On return from a success the disk has it (WAL,
 * `synchronous=FULL`).
 *
 * Returns: %TRUE if the change was committed
 */
gboolean
pln_store_apply (PlnStoreDb  *db,
                 PlnChange   *change,
                 GError     **error)
{
  GPtrArray *operations = pln_change_get_operations (change);
  g_autoptr(PlnStoreWrite) write = pln_store_write_begin (db, error);
  g_autoptr(GHashTable) guests = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                        (GDestroyNotify) g_ptr_array_unref);
  g_autoptr(GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                        (GDestroyNotify) g_ptr_array_unref);

  if (write == NULL)
    return FALSE;

  for (guint i = 0; i < operations->len; i++)
    {
      const PlnOperation *operation = g_ptr_array_index (operations, i);

      if (operation->kind == PLN_OPERATION_GUEST)
        collect (guests, operation);
      else if (operation->kind == PLN_OPERATION_PLACE)
        collect (places, operation);
      else if (!apply_operation (write, change, operation, error))
        return FALSE;
    }

  if (!apply_collected (write, change, guests, apply_guests, error)
      || !apply_collected (write, change, places, apply_places, error))
    return FALSE;

  if (pln_change_get_lasting (change))
    return pln_store_write_end_lasting (write, error);

  return pln_store_write_end (write, pln_change_get_label (change), pln_change_get_merge_key (change), error);
}
