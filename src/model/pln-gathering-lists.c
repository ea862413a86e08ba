/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-gathering-private.h"

#include "pln-list.h"

static void
count (PlnGathering           *self,
       const PlnAttendeeTally *tally,
       int                     step)
{
  if (tally->waiting)
    self->counted.waiting += step;
  else
    self->counted.answers[tally->answer] += step;
  if (tally->told)
    self->counted.told += step;
  if (tally->came)
    self->counted.came += step;
  if (tally->here)
    self->counted.here += step;
}

static void
forget_addresses (PlnGathering *self)
{
  g_clear_pointer (&self->by_address, g_hash_table_unref);
}

static void
attendee_changed (PlnAttendee            *attendee,
                  const PlnAttendeeTally *before,
                  gpointer                owner)
{
  PlnGathering *self = owner;
  PlnAttendeeTally now = pln_attendee_get_tally (attendee);
  PlnCounts shown = *pln_gathering_get_counts (self);

  if (before == NULL)
    {
      forget_addresses (self);
      return;
    }

  count (self, before, -1);
  count (self, &now, 1);
  pln_gathering_notify_counts (self, &shown);
}

static void
remember_address (PlnGathering *self,
                  PlnAttendee  *attendee)
{
  char *address = g_utf8_casefold (pln_attendee_get_email (attendee), -1);

  if (*address != '\0' && !g_hash_table_contains (self->by_address, address))
    g_hash_table_insert (self->by_address, address, attendee);
  else
    g_free (address);
}

/* All that belongs to an attendee in the list, but the list. */
static void
enter (PlnGathering *self,
       PlnAttendee  *attendee)
{
  PlnAttendeeTally tally = pln_attendee_get_tally (attendee);

  g_hash_table_insert (self->by_id, (char *) pln_attendee_get_id (attendee), attendee);
  if (self->by_address != NULL)
    remember_address (self, attendee);
  count (self, &tally, 1);
  pln_attendee_watch (attendee, attendee_changed, self);
}

static void
leave (PlnGathering *self,
       PlnAttendee  *attendee)
{
  PlnAttendeeTally tally = pln_attendee_get_tally (attendee);

  pln_attendee_unwatch (attendee, self);
  count (self, &tally, -1);
  g_hash_table_remove (self->by_id, pln_attendee_get_id (attendee));
  forget_addresses (self);
}

/* Takes over the attendees of @other: who is here stays the same object. */
static void
take_attendees (PlnGathering *self,
                PlnGathering *other)
{
  g_autoptr(GPtrArray) here = pln_list_items (self->attendees);
  g_autoptr(GPtrArray) wanted = pln_list_items (other->attendees);

  for (guint i = 0; i < here->len; i++)
    {
      PlnAttendee *attendee = g_ptr_array_index (here, i);

      if (!g_hash_table_contains (other->by_id, pln_attendee_get_id (attendee)))
        leave (self, attendee);
    }
  for (guint i = 0; i < wanted->len; i++)
    {
      PlnAttendee *theirs = g_ptr_array_index (wanted, i);
      PlnAttendee *ours = g_hash_table_lookup (self->by_id, pln_attendee_get_id (theirs));

      if (ours == NULL)
        {
          enter (self, theirs);
          continue;
        }
      pln_attendee_take_from (ours, theirs);
      wanted->pdata[i] = g_object_ref (ours);
      g_object_unref (theirs);
    }

  pln_list_become (self->attendees, wanted);
  forget_addresses (self); /* another one may be the first now */
}

void
pln_gathering_lists_init (PlnGathering *self)
{
  self->attendees = g_list_store_new (PLN_TYPE_ATTENDEE);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->sessions = g_list_store_new (PLN_TYPE_SESSION);
  self->by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  self->rounds = g_list_store_new (PLN_TYPE_ROUND);
  self->rounds_by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  self->notes = g_list_store_new (PLN_TYPE_NOTE);
  self->notes_by_uid = g_hash_table_new (g_str_hash, g_str_equal);
}

void
pln_gathering_lists_finalize (PlnGathering *self)
{
  GHashTableIter iter;
  gpointer attendee;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &attendee))
    pln_attendee_unwatch (attendee, self);

  forget_addresses (self);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_uid);
  g_hash_table_unref (self->rounds_by_uid);
  g_hash_table_unref (self->notes_by_uid);
  g_object_unref (self->attendees);
  g_object_unref (self->sessions);
  g_object_unref (self->rounds);
  g_object_unref (self->notes);
}

/* Makes the lists equal to those of @other, merged by id. What is new here are
 * the very objects of @other, which shall not be used any more. */
void
pln_gathering_lists_take (PlnGathering *self,
                          PlnGathering *other)
{
  g_autoptr(GPtrArray) sessions = pln_list_items (other->sessions);
  g_autoptr(GPtrArray) rounds = pln_list_items (other->rounds);
  g_autoptr(GPtrArray) notes = pln_list_items (other->notes);
  PlnCounts shown = *pln_gathering_get_counts (self);

  take_attendees (self, other);
  pln_gathering_notify_counts (self, &shown);
  pln_gathering_set_sessions (self, sessions);
  pln_gathering_set_rounds (self, rounds);
  pln_gathering_set_notes (self, notes);
}

/**
 * pln_gathering_get_attendees:
 * @self: a gathering
 *
 * Returns: (transfer none): the list of [class@Attendee], always the same
 *   object, in the order they were added
 */
GListModel *
pln_gathering_get_attendees (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), NULL);

  return G_LIST_MODEL (self->attendees);
}

/**
 * pln_gathering_find_attendee:
 * @self: a gathering
 * @id: the id of a person
 *
 * Returns: (transfer none) (nullable): the attendee of that id, if any
 */
PlnAttendee *
pln_gathering_find_attendee (PlnGathering *self,
                             const char   *id)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * pln_gathering_find_address:
 * @self: a gathering
 * @email: an address, in any case
 *
 * Returns: (transfer none) (nullable): the first attendee of that address
 */
PlnAttendee *
pln_gathering_find_address (PlnGathering *self,
                            const char   *email)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (PLN_IS_GATHERING (self), NULL);
  g_return_val_if_fail (email != NULL, NULL);

  if (self->by_address == NULL)
    {
      g_autoptr(GPtrArray) attendees = pln_list_items (self->attendees);

      self->by_address = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < attendees->len; i++)
        remember_address (self, g_ptr_array_index (attendees, i));
    }
  folded = g_utf8_casefold (email, -1);

  return g_hash_table_lookup (self->by_address, folded);
}

/**
 * pln_gathering_add_attendee:
 * @self: a gathering
 * @attendee: (transfer none): the person to add; in no other gathering
 *
 * Adds @attendee, unless somebody with the same id is there. Addresses may
 * repeat: couples and assistants share them.
 *
 * Returns: %TRUE if @attendee was added
 */
gboolean
pln_gathering_add_attendee (PlnGathering *self,
                            PlnAttendee  *attendee)
{
  guint before;
  g_autoptr(GPtrArray) one = g_ptr_array_new ();

  g_return_val_if_fail (PLN_IS_GATHERING (self), FALSE);
  g_return_val_if_fail (PLN_IS_ATTENDEE (attendee), FALSE);

  before = g_hash_table_size (self->by_id);
  g_ptr_array_add (one, attendee);
  pln_gathering_add_attendees (self, one);

  return g_hash_table_size (self->by_id) > before;
}

/**
 * pln_gathering_add_attendees:
 * @self: a gathering
 * @attendees: (element-type PlnAttendee): the people to add
 *
 * As [method@Gathering.add_attendee], with one announcement for all.
 */
void
pln_gathering_add_attendees (PlnGathering *self,
                             GPtrArray    *attendees)
{
  g_autoptr(GPtrArray) added = g_ptr_array_sized_new (attendees->len);
  PlnCounts shown;

  g_return_if_fail (PLN_IS_GATHERING (self));

  shown = *pln_gathering_get_counts (self);
  for (guint i = 0; i < attendees->len; i++)
    {
      PlnAttendee *attendee = g_ptr_array_index (attendees, i);

      if (g_hash_table_contains (self->by_id, pln_attendee_get_id (attendee)))
        continue;
      enter (self, attendee);
      g_ptr_array_add (added, attendee);
    }
  if (added->len == 0)
    return;

  g_list_store_splice (self->attendees, g_list_model_get_n_items (G_LIST_MODEL (self->attendees)), 0,
                       added->pdata, added->len);
  pln_gathering_notify_counts (self, &shown);
}

/**
 * pln_gathering_remove_attendees:
 * @self: a gathering
 * @ids: (element-type utf8): ids of people
 *
 * Removes the attendees of these ids, if they are here, in one pass.
 */
void
pln_gathering_remove_attendees (PlnGathering *self,
                                GPtrArray    *ids)
{
  g_autoptr(GPtrArray) rest = g_ptr_array_new ();
  g_autoptr(GPtrArray) all = NULL;
  PlnCounts shown;

  g_return_if_fail (PLN_IS_GATHERING (self));

  shown = *pln_gathering_get_counts (self);
  all = pln_list_items (self->attendees);
  for (guint i = 0; i < ids->len; i++)
    {
      PlnAttendee *attendee = g_hash_table_lookup (self->by_id, g_ptr_array_index (ids, i));

      if (attendee != NULL)
        leave (self, attendee);
    }
  for (guint i = 0; i < all->len; i++)
    if (g_hash_table_contains (self->by_id, pln_attendee_get_id (g_ptr_array_index (all, i))))
      g_ptr_array_add (rest, g_ptr_array_index (all, i));

  pln_list_become (self->attendees, rest);
  pln_gathering_notify_counts (self, &shown);
}

/**
 * pln_gathering_remove_attendee:
 * @self: a gathering
 * @id: the id of a person
 *
 * Returns: %TRUE if there was an attendee of that id, who is removed now
 */
gboolean
pln_gathering_remove_attendee (PlnGathering *self,
                               const char   *id)
{
  g_autoptr(GPtrArray) one = g_ptr_array_new ();

  g_return_val_if_fail (PLN_IS_GATHERING (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (!g_hash_table_contains (self->by_id, id))
    return FALSE;

  g_ptr_array_add (one, (char *) id);
  pln_gathering_remove_attendees (self, one);

  return TRUE;
}
