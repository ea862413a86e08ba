/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-bin.h"
#include "pln-config.h"

#include "pln-clock.h"
#include "pln-hit.h"

#include <glib/gi18n.h>

#define KEPT_SECONDS (30 * 24 * 60 * 60)

/* What was deleted stays in the table for its 30 days, but counts as lying in
 * the bin only while it is not in the library: so whatever undo and redo bring
 * back or take away, nothing is missing from the bin and nothing is twice. */

static gboolean
put_back (PlnStoreWrite  *write,
          const char     *uid,
          const char     *calendar,
          GBytes         *text,
          GError        **error)
{
  GError *why = NULL;
  g_autoptr(PlnStoreRow) row = pln_store_row_load (write->db, uid, &why);

  if (why != NULL)
    g_propagate_error (error, why);

  /* What came again by another way meanwhile stays as it is. */
  return row != NULL || (why == NULL && pln_store_write_put (write, uid, calendar, text, error));
}

static gboolean
put_back_together (PlnStoreWrite  *write,
                   gint64          deletion,
                   const char     *root,
                   GError        **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (write->db, error, "SELECT uid, calendar, text FROM bin WHERE deletion = ? AND root = ? "
                                          "ORDER BY uid <> root, uid", "is", deletion, root);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      g_autoptr(GBytes) text = pln_store_rows_bytes (rows, 2);

      if (!put_back (write, pln_store_rows_text (rows, 0), pln_store_rows_text (rows, 1), text, error))
        return FALSE;
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL;
}

/* The deletion that an object went with last, if it lies in the bin. */
static char *
find_deletion (PlnStoreDb  *db,
               const char  *uid,
               gint64      *deletion,
               GError     **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT deletion, root FROM bin WHERE uid = ? "
                                   "AND uid NOT IN (SELECT uid FROM object) ORDER BY deletion DESC LIMIT 1", "s", uid);

  if (rows == NULL || !pln_store_rows_next (rows, error))
    return NULL;
  *deletion = pln_store_rows_number (rows, 0);

  return g_strdup (pln_store_rows_text (rows, 1));
}

/**
 * pln_store_bin_restore:
 * @write: a change
 * @uid: an object that lies in the bin
 * @error: return location for a [error@StoreError]; `PLN_STORE_ERROR_NOT_FOUND`
 *   if it does not
 *
 * Takes an object out of the bin, with everything that was deleted with it.
 *
 * Returns: %TRUE if it is back
 */
gboolean
pln_store_bin_restore (PlnStoreWrite  *write,
                       const char     *uid,
                       GError        **error)
{
  gint64 deletion = 0;
  GError *why = NULL;
  g_autofree char *root = find_deletion (write->db, uid, &deletion, &why);

  if (why == NULL && root == NULL)
    why = g_error_new_literal (PLN_STORE_ERROR, PLN_STORE_ERROR_NOT_FOUND,
                               _("This is no longer in the bin. What was deleted is kept there for 30 days."));
  if (why != NULL)
    {
      g_propagate_error (error, why);
      return FALSE;
    }

  return put_back_together (write, deletion, root, error);
}

/**
 * pln_store_bin_delete_calendar:
 * @write: a change
 * @calendar: a calendar
 * @error: return location for a [error@StoreError]
 *
 * Moves all objects of a calendar into the bin, with what belongs to them.
 * Each gathering comes back by itself.
 *
 * Returns: %TRUE if they are there
 */
gboolean
pln_store_bin_delete_calendar (PlnStoreWrite  *write,
                               const char     *calendar,
                               GError        **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (write->db, error,
                        /* What has no parent here comes first, and takes its parts along. */
                        "SELECT uid FROM object WHERE calendar = ? "
                        "ORDER BY parent IN (SELECT uid FROM object), id", "s", calendar);
  g_autoptr(GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    g_ptr_array_add (uids, g_strdup (pln_store_rows_text (rows, 0)));
  if (why != NULL)
    g_propagate_error (error, why);
  if (rows == NULL || why != NULL)
    return FALSE;

  for (guint i = 0; i < uids->len; i++)
    if (!pln_store_write_delete (write, g_ptr_array_index (uids, i), error))
      return FALSE;

  return TRUE;
}

/**
 * pln_store_bin_empty:
 * @db: the writer's connection
 * @error: return location for a [error@StoreError]
 *
 * Removes for good what has lain in the bin for 30 days.
 *
 * Returns: %TRUE if that was done
 */
gboolean
pln_store_bin_empty (PlnStoreDb  *db,
                     GError     **error)
{
  return pln_store_db_run (db, error, "DELETE FROM bin WHERE at < ?", "i", pln_clock_now () - KEPT_SECONDS);
}

/**
 * pln_store_bin_list:
 * @db: a connection
 * @error: return location for a [error@StoreError]
 *
 * Lists what the user deleted; what went with it is not listed by itself.
 *
 * Returns: (transfer full) (element-type PlnHit): the newest first
 */
GPtrArray *
pln_store_bin_list (PlnStoreDb  *db,
                    GError     **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT kind, uid, gathering, title, at FROM bin WHERE uid = root "
                                   "AND uid NOT IN (SELECT uid FROM object) AND deletion ="
                                   "  (SELECT max (deletion) FROM bin AS other WHERE other.uid = bin.uid) "
                                   "ORDER BY at DESC, uid", NULL);
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      g_autoptr(GDateTime) when = g_date_time_new_from_unix_local (pln_store_rows_number (rows, 4));

      g_ptr_array_add (hits, pln_hit_new (pln_store_rows_text (rows, 0), pln_store_rows_text (rows, 1),
                                          pln_store_rows_text (rows, 2), "", pln_store_rows_text (rows, 3), "", when));
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL ? g_steal_pointer (&hits) : NULL;
}
