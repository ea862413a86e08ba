/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-gathering-private.h"

#include "pln-list.h"

/* By UID, so that the order is the same every time: lists that show notes go
 * by groups and sessions. */
static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (pln_note_get_uid (*(PlnNote *const *) a), pln_note_get_uid (*(PlnNote *const *) b));
}

static const PlnListRules by_uid = {
  (const char *(*) (gpointer)) pln_note_get_uid,
  (void (*) (gpointer, gpointer)) pln_note_take_from,
  compare_notes,
};

/**
 * pln_gathering_get_notes:
 * @self: a gathering
 *
 * Returns: (transfer none): the list of [class@Note], always the same object
 */
GListModel *
pln_gathering_get_notes (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), NULL);

  return G_LIST_MODEL (self->notes);
}

/**
 * pln_gathering_find_note:
 * @self: a gathering
 * @uid: the UID of a note
 *
 * Returns: (transfer none) (nullable): the note of that UID, if any
 */
PlnNote *
pln_gathering_find_note (PlnGathering *self,
                         const char   *uid)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), NULL);
  g_return_val_if_fail (uid != NULL, NULL);

  return g_hash_table_lookup (self->notes_by_uid, uid);
}

/**
 * pln_gathering_find_note_of:
 * @self: a gathering
 * @parent: the UID of a group or session
 *
 * Returns: (transfer none) (nullable): the note that was written there: the one
 *   of [ctor@Note.new_for] if it is here, else the first
 */
PlnNote *
pln_gathering_find_note_of (PlnGathering *self,
                            const char   *parent)
{
  g_autoptr(PlnNote) usual = NULL;
  PlnNote *found;
  guint n;

  g_return_val_if_fail (PLN_IS_GATHERING (self), NULL);
  g_return_val_if_fail (parent != NULL, NULL);

  usual = pln_note_new_for (parent);
  found = pln_gathering_find_note (self, pln_note_get_uid (usual));
  n = g_list_model_get_n_items (G_LIST_MODEL (self->notes));
  for (guint i = 0; found == NULL && i < n; i++)
    {
      g_autoptr(PlnNote) note = g_list_model_get_item (G_LIST_MODEL (self->notes), i);

      if (g_str_equal (pln_note_get_parent (note), parent))
        found = note; /* the list keeps it */
    }

  return found;
}

/**
 * pln_gathering_set_notes:
 * @self: a gathering
 * @notes: (element-type PlnNote): all its notes
 *
 * Replaces the notes. Those of a UID that is here stay the same object, and
 * take over what is new, see [method@Note.take_from].
 */
void
pln_gathering_set_notes (PlnGathering *self,
                         GPtrArray    *notes)
{
  g_return_if_fail (PLN_IS_GATHERING (self));
  g_return_if_fail (notes != NULL);

  pln_list_merge (self->notes, self->notes_by_uid, notes, &by_uid);
}

/**
 * pln_gathering_put_note:
 * @self: a gathering
 * @note: (transfer none): a note
 *
 * Adds @note; if one of its UID is here, that one takes over what @note says.
 */
void
pln_gathering_put_note (PlnGathering *self,
                        PlnNote      *note)
{
  g_return_if_fail (PLN_IS_GATHERING (self));
  g_return_if_fail (PLN_IS_NOTE (note));

  pln_list_put (self->notes, self->notes_by_uid, note, &by_uid);
}
