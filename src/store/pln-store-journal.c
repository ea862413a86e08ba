/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-journal.h"
#include "pln-store-delta.h"
#include "pln-store-write.h"
#include "pln-config.h"

#include "pln-file.h"

#include <glib/gi18n.h>

/**
 * pln_store_state_clear:
 * @state: a state, all zero if it was never set
 */
void
pln_store_state_clear (PlnStoreState *state)
{
  g_clear_pointer (&state->hash, g_free);
  g_clear_pointer (&state->calendar, g_free);
  g_clear_pointer (&state->text, g_bytes_unref);
}

/**
 * pln_store_journal_now:
 * @db: a connection
 * @uid: an object
 * @state: (out caller-allocates): what it is
 * @error: return location for a [error@StoreError]
 *
 * Returns: %TRUE unless there was an error
 */
gboolean
pln_store_journal_now (PlnStoreDb     *db,
                       const char     *uid,
                       PlnStoreState  *state,
                       GError        **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT hash, calendar, text FROM object JOIN content USING (id) WHERE uid = ?",
                        "s", uid);
  GError *why = NULL;

  *state = (PlnStoreState) { NULL };
  if (rows == NULL)
    return FALSE;

  if (pln_store_rows_next (rows, &why))
    {
      state->hash = g_strdup (pln_store_rows_text (rows, 0));
      state->calendar = g_strdup (pln_store_rows_text (rows, 1));
      state->text = pln_store_rows_bytes (rows, 2);
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return why == NULL;
}

static gboolean
is_sound (const PlnStoreState *state)
{
  g_autofree char *hash = NULL;

  if (state->text == NULL || state->hash == NULL)
    return state->text == NULL && state->hash == NULL;

  hash = pln_file_hash (g_bytes_get_data (state->text, NULL), g_bytes_get_size (state->text));

  return g_str_equal (hash, state->hash);
}

/* One entry of the journal backwards: from what it left to what it found. */
static gboolean
step_back (PlnStoreState *state,
           PlnStoreRows  *rows)
{
  g_autoptr(GBytes) delta = NULL;
  GBytes *text = NULL;

  if (g_strcmp0 (state->hash, pln_store_rows_is_null (rows, 1) ? NULL : pln_store_rows_text (rows, 1)) != 0)
    return FALSE;

  delta = pln_store_rows_bytes (rows, 3);
  if (delta != NULL)
    text = pln_store_delta_apply (delta, state->text);
  pln_store_state_clear (state);
  if (!pln_store_rows_is_null (rows, 0))
    {
      state->hash = g_strdup (pln_store_rows_text (rows, 0));
      state->calendar = g_strdup (pln_store_rows_text (rows, 2));
    }
  state->text = text;

  return is_sound (state);
}

static gboolean
broken (PlnStoreDb  *db,
        GError     **error)
{
  g_set_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_DAMAGED,
               _("The history of the library “%s” has a gap, so that this cannot be undone. "
                 "Nothing was changed."), db->name);

  return FALSE;
}

/**
 * pln_store_journal_go_back:
 * @db: a connection
 * @uid: an object
 * @entry: an entry of the journal that is about it
 * @state: (out caller-allocates): what the object was before that entry; with
 *   @entry + 1, what it was after it
 * @error: return location for a [error@StoreError]
 *
 * Goes back from what an object is through every change since.
 *
 * Returns: %TRUE unless there was an error
 */
gboolean
pln_store_journal_go_back (PlnStoreDb     *db,
                           const char     *uid,
                           gint64          entry,
                           PlnStoreState  *state,
                           GError        **error)
{
  g_autoptr(PlnStoreRows) rows = NULL;
  GError *why = NULL;

  if (!pln_store_journal_now (db, uid, state, error))
    return FALSE;

  rows = pln_store_db_query (db, error, "SELECT before_hash, after_hash, before_calendar, delta "
                                        "FROM journal WHERE uid = ? AND id >= ? ORDER BY id DESC", "si", uid, entry);
  if (rows == NULL)
    return FALSE;
  while (pln_store_rows_next (rows, &why))
    if (!step_back (state, rows))
      return broken (db, error);
  if (why != NULL)
    g_propagate_error (error, why);

  return why == NULL;
}

/**
 * pln_store_journal_find:
 * @db: a connection
 * @uid: an object
 * @hash: hash of a text that it had
 * @state: (out caller-allocates): that state; empty if it is not known any more
 * @error: return location for a [error@StoreError]
 *
 * Returns: %TRUE unless there was an error
 */
gboolean
pln_store_journal_find (PlnStoreDb     *db,
                        const char     *uid,
                        const char     *hash,
                        PlnStoreState  *state,
                        GError        **error)
{
  gint64 entry = pln_store_db_number (db, error, "SELECT max (id) FROM journal WHERE uid = ? AND before_hash = ?",
                                      "ss", uid, hash);

  *state = (PlnStoreState) { NULL };

  return entry == 0 || (entry > 0 && pln_store_journal_go_back (db, uid, entry, state, error));
}
