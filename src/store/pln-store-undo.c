/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-apply.h"
#include "pln-store-files.h"
#include "pln-store-journal.h"
#include "pln-store-write.h"
#include "pln-config.h"

#include "pln-ical-edit.h"

#include <glib/gi18n.h>

/* A step that is to be turned round. */
typedef struct
{
  gint64  id;
  gint64  run;
  char   *label;
} Step;

/* One object of the run that is turned round. */
typedef struct
{
  char   *uid;
  gint64  first; /* its entries in the journal */
  gint64  last;
} Part;

static void
step_clear (Step *step)
{
  g_clear_pointer (&step->label, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Step, step_clear)

static void
part_free (Part *part)
{
  g_free (part->uid);
  g_free (part);
}

/* The step whose last run is newest: of those done, to undo it, or of those
 * undone, to redo it. */
static gboolean
find_step (PlnStoreDb  *db,
           gboolean     redo,
           Step        *step,
           GError     **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT id, run, label FROM step WHERE undone = ? ORDER BY run DESC LIMIT 1",
                        "i", (gint64) redo);

  if (rows == NULL || !pln_store_rows_next (rows, error))
    return FALSE;

  step->id = pln_store_rows_number (rows, 0);
  step->run = pln_store_rows_number (rows, 1);
  step->label = g_strdup (pln_store_rows_text (rows, 2));

  return TRUE;
}

static GPtrArray *
load_parts (PlnStoreDb  *db,
            gint64       run,
            GError     **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT uid, min (id), max (id) FROM journal WHERE run = ? "
                                   "GROUP BY uid ORDER BY max (id) DESC", "i", run);
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      Part *part = g_new0 (Part, 1);

      part->uid = g_strdup (pln_store_rows_text (rows, 0));
      part->first = pln_store_rows_number (rows, 1);
      part->last = pln_store_rows_number (rows, 2);
      g_ptr_array_add (parts, part);
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL ? g_steal_pointer (&parts) : NULL;
}

static gboolean
same_hash (const PlnStoreState *a,
           const PlnStoreState *b)
{
  return g_strcmp0 (a->hash, b->hash) == 0;
}

/* What was made by the step goes. If somebody changed it since, into the bin. */
static gboolean
unmake (PlnStoreWrite        *write,
        const char           *uid,
        const PlnStoreState  *after,
        const PlnStoreState  *now,
        GError              **error)
{
  return pln_store_write_remove (write, uid, same_hash (after, now) ? NULL : uid, error);
}

/* Exact bytes if nothing came in between; else what the step changed is
 * changed back, and what arrived since stays. */
static gboolean
unchange (PlnStoreWrite        *write,
          const char           *uid,
          const PlnStoreState  *before,
          const PlnStoreState  *after,
          const PlnStoreState  *now,
          GError              **error)
{
  const char *calendar = g_str_equal (after->calendar, now->calendar) ? before->calendar : now->calendar;
  g_autoptr(GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GBytes) text = NULL;

  if (same_hash (after, now))
    text = g_bytes_ref (before->text);
  else
    text = pln_ical_merge (after->text, before->text, now->text, PLN_ICAL_MERGE_UNDO, conflicts, error);

  return text != NULL && pln_store_write_put (write, uid, calendar, text, error);
}

static gboolean
revert_part (PlnStoreWrite  *write,
             const Part     *part,
             GError        **error)
{
  g_auto(PlnStoreState) before = { NULL };
  g_auto(PlnStoreState) after = { NULL };
  g_auto(PlnStoreState) now = { NULL };

  if (!pln_store_journal_now (write->db, part->uid, &now, error)
      || !pln_store_journal_go_back (write->db, part->uid, part->last + 1, &after, error)
      || !pln_store_journal_go_back (write->db, part->uid, part->first, &before, error))
    return FALSE;

  if (before.text == NULL)
    return unmake (write, part->uid, &after, &now, error);
  if (after.text == NULL) /* unless it was made again meanwhile */
    return now.text != NULL || pln_store_write_put (write, part->uid, before.calendar, before.text, error);

  /* What was deleted meanwhile stays so. */
  return now.text == NULL || unchange (write, part->uid, &before, &after, &now, error);
}

static gboolean
revert_run (PlnStoreWrite  *write,
            gint64          run,
            GError        **error)
{
  g_autoptr(GPtrArray) parts = load_parts (write->db, run, error);

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    if (!revert_part (write, g_ptr_array_index (parts, i), error))
      return FALSE;

  return parts != NULL;
}

/**
 * pln_store_revert:
 * @db: the writer's connection
 * @redo: %TRUE to redo what was undone last, %FALSE to undo what was done last
 * @error: return location for a [error@StoreError]; `PLN_STORE_ERROR_NOTHING`
 *   if there is no such step
 *
 * Turns a step round. What arrived since it was done, stays.
 *
 * Returns: (transfer full) (nullable): the label of the step
 */
char *
pln_store_revert (PlnStoreDb  *db,
                  gboolean     redo,
                  GError     **error)
{
  g_autoptr(PlnStoreWrite) write = pln_store_write_begin (db, error);
  g_auto(Step) step = { 0 };
  GError *why = NULL;

  if (write == NULL)
    return NULL;
  if (!find_step (db, redo, &step, &why))
    {
      if (why == NULL)
        why = g_error_new_literal (PLN_STORE_ERROR, PLN_STORE_ERROR_NOTHING,
                                   redo ? _("There is nothing to redo.") : _("There is nothing to undo."));
      g_propagate_error (error, why);
      return NULL;
    }

  if (!revert_run (write, step.run, error)
      || !pln_store_write_end_revert (write, step.id, !redo, error))
    return NULL;

  return g_steal_pointer (&step.label);
}

/**
 * pln_store_step_label:
 * @db: a connection
 * @redo: %TRUE for what would be redone, %FALSE for what would be undone
 *
 * Returns: (transfer full) (nullable): the label of the step, if there is one
 */
char *
pln_store_step_label (PlnStoreDb *db,
                      gboolean    redo)
{
  g_auto(Step) step = { 0 };

  return find_step (db, redo, &step, NULL) ? g_steal_pointer (&step.label) : NULL;
}
