/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-gathering-private.h"

#include "pln-list.h"

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

static const PlnListRules by_start = {
  (const char *(*) (gpointer)) pln_session_get_uid,
  (void (*) (gpointer, gpointer)) pln_session_take_from,
  compare_sessions,
};

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
 * pln_gathering_session_is_draft:
 * @self: a gathering
 * @session: one of its sessions
 *
 * The one rule for a dashed edge and the word: a session is a draft until it
 * and its gathering are published.
 *
 * Returns: whether it is shown as a draft
 */
gboolean
pln_gathering_session_is_draft (PlnGathering *self,
                                PlnSession   *session)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), FALSE);
  g_return_val_if_fail (PLN_IS_SESSION (session), FALSE);

  return pln_gathering_get_state (self) == PLN_STATE_DRAFT || pln_session_get_status (session) == PLN_SESSION_DRAFT;
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
  g_return_if_fail (PLN_IS_GATHERING (self));

  pln_list_merge (self->sessions, self->by_uid, sessions, &by_start);
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
  g_return_if_fail (PLN_IS_GATHERING (self));
  g_return_if_fail (PLN_IS_SESSION (session));

  pln_list_put (self->sessions, self->by_uid, session, &by_start);
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
  g_return_val_if_fail (PLN_IS_GATHERING (self), FALSE);
  g_return_val_if_fail (uid != NULL, FALSE);

  return pln_list_drop (self->sessions, self->by_uid, uid);
}
