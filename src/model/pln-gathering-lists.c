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

static GPtrArray *
list_items (GListStore *list)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  GPtrArray *items = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (list), i));

  return items;
}

/* Takes over the attendees of @other: who is here stays the same object. */
static void
take_attendees (PlnGathering *self,
                PlnGathering *other)
{
  g_autoptr(GPtrArray) here = list_items (self->attendees);
  g_autoptr(GPtrArray) wanted = list_items (other->attendees);

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
  g_object_unref (self->attendees);
  g_object_unref (self->sessions);
}

/* Makes the lists equal to those of @other, merged by id. Attendees that are
 * new here are the very objects of @other, which shall not be used any more. */
void
pln_gathering_lists_take (PlnGathering *self,
                          PlnGathering *other)
{
  g_autoptr(GPtrArray) sessions = list_items (other->sessions);
  PlnCounts shown = *pln_gathering_get_counts (self);

  take_attendees (self, other);
  pln_gathering_notify_counts (self, &shown);
  pln_gathering_set_sessions (self, sessions);
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
      g_autoptr(GPtrArray) attendees = list_items (self->attendees);

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
  all = list_items (self->attendees);
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

/* By start, those without one last; then by title; then by UID, so that the
 * order is the same every time. */
static int
compare_sessions (gconstpointer a,
                  gconstpointer b)
{
  PlnSession *one = *(PlnSession **) a;
  PlnSession *two = *(PlnSession **) b;
  GDateTime *start_one = pln_session_get_start (one);
  GDateTime *start_two = pln_session_get_start (two);
  int order;

  if ((start_one == NULL) != (start_two == NULL))
    return start_one == NULL ? 1 : -1;
  order = start_one != NULL ? g_date_time_compare (start_one, start_two) : 0;
  if (order == 0)
    order = g_utf8_collate (pln_session_get_title (one), pln_session_get_title (two));
  if (order == 0)
    order = g_strcmp0 (pln_session_get_uid (one), pln_session_get_uid (two));

  return order;
}

/**
 * pln_gathering_get_sessions:
 * @self: a gathering
 *
 * Returns: (transfer none): the list of [class@Session], always the same
 *   object; by start, those without one last, then by title
 */
GListModel *
pln_gathering_get_sessions (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), NULL);

  return G_LIST_MODEL (self->sessions);
}

/**
 * pln_gathering_find_session:
 * @self: a gathering
 * @uid: the UID of a session
 *
 * Returns: (transfer none) (nullable): the session of that UID, if any
 */
PlnSession *
pln_gathering_find_session (PlnGathering *self,
                            const char   *uid)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), NULL);
  g_return_val_if_fail (uid != NULL, NULL);

  return g_hash_table_lookup (self->by_uid, uid);
}

/**
 * pln_gathering_set_sessions:
 * @self: a gathering
 * @sessions: (element-type PlnSession): all its sessions, in any order
 *
 * Replaces the sessions. Those of a UID that is here stay the same object,
 * and take over what is new.
 */
void
pln_gathering_set_sessions (PlnGathering *self,
                            GPtrArray    *sessions)
{
  g_autoptr(GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) by_uid = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_if_fail (PLN_IS_GATHERING (self));

  for (guint i = 0; i < sessions->len; i++)
    {
      PlnSession *theirs = g_ptr_array_index (sessions, i);
      PlnSession *ours = g_hash_table_lookup (self->by_uid, pln_session_get_uid (theirs));

      if (g_hash_table_contains (by_uid, pln_session_get_uid (theirs)))
        continue;
      if (ours != NULL && ours != theirs)
        pln_session_take_from (ours, theirs);
      else
        ours = theirs;
      g_hash_table_insert (by_uid, (char *) pln_session_get_uid (ours), ours);
      g_ptr_array_add (wanted, g_object_ref (ours));
    }

  g_ptr_array_sort (wanted, compare_sessions);
  g_hash_table_unref (self->by_uid);
  self->by_uid = g_steal_pointer (&by_uid);
  pln_list_become (self->sessions, wanted);
}

/**
 * pln_gathering_put_session:
 * @self: a gathering
 * @session: (transfer none): a session
 *
 * Adds @session; if one of its UID is here, that one takes over what
 * @session says, and its place in the order.
 */
void
pln_gathering_put_session (PlnGathering *self,
                           PlnSession   *session)
{
  g_autoptr(GPtrArray) all = NULL;
  PlnSession *ours;

  g_return_if_fail (PLN_IS_GATHERING (self));
  g_return_if_fail (PLN_IS_SESSION (session));

  all = list_items (self->sessions);
  ours = g_hash_table_lookup (self->by_uid, pln_session_get_uid (session));
  if (ours == NULL)
    g_ptr_array_add (all, g_object_ref (session));
  else if (ours != session)
    pln_session_take_from (ours, session);

  pln_gathering_set_sessions (self, all);
}

/**
 * pln_gathering_remove_session:
 * @self: a gathering
 * @uid: the UID of a session
 *
 * Returns: %TRUE if there was a session of that UID, which is removed now
 */
gboolean
pln_gathering_remove_session (PlnGathering *self,
                              const char   *uid)
{
  PlnSession *session;
  guint position;

  g_return_val_if_fail (PLN_IS_GATHERING (self), FALSE);
  g_return_val_if_fail (uid != NULL, FALSE);

  session = g_hash_table_lookup (self->by_uid, uid);
  if (session == NULL || !g_list_store_find (self->sessions, session, &position))
    return FALSE;

  g_hash_table_remove (self->by_uid, uid);
  g_list_store_remove (self->sessions, position);

  return TRUE;
}
