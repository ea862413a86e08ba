/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-gathering-private.h"

#include "pln-list.h"

/* By start, those without one last; then by number; then by UID, so that the
 * order is the same every time. */
static int
compare_rounds (gconstpointer a,
                gconstpointer b)
{
  PlnRound *one = *(PlnRound **) a;
  PlnRound *two = *(PlnRound **) b;
  GDateTime *start_one = pln_round_get_start (one);
  GDateTime *start_two = pln_round_get_start (two);
  guint number_one = pln_round_get_number (one);
  guint number_two = pln_round_get_number (two);
  int order;

  if ((start_one == NULL) != (start_two == NULL))
    return start_one == NULL ? 1 : -1;
  order = start_one != NULL ? g_date_time_compare (start_one, start_two) : 0;
  if (order == 0)
    order = (number_one > number_two) - (number_one < number_two);
  if (order == 0)
    order = g_strcmp0 (pln_round_get_uid (one), pln_round_get_uid (two));

  return order;
}

static const PlnListRules by_start = {
  (const char *(*) (gpointer)) pln_round_get_uid,
  (void (*) (gpointer, gpointer)) pln_round_take_from,
  compare_rounds,
};

/**
 * pln_gathering_get_rounds:
 * @self: a gathering
 *
 * Returns: (transfer none): the list of [class@Round], always the same object;
 *   by start, those without one last, then by number
 */
GListModel *
pln_gathering_get_rounds (PlnGathering *self)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), NULL);

  return G_LIST_MODEL (self->rounds);
}

/**
 * pln_gathering_find_round:
 * @self: a gathering
 * @uid: the UID of a round
 *
 * Returns: (transfer none) (nullable): the round of that UID, if any
 */
PlnRound *
pln_gathering_find_round (PlnGathering *self,
                          const char   *uid)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), NULL);
  g_return_val_if_fail (uid != NULL, NULL);

  return g_hash_table_lookup (self->rounds_by_uid, uid);
}

/**
 * pln_gathering_find_group:
 * @self: a gathering
 * @uid: the UID of a group
 *
 * Returns: (transfer none) (nullable): the group of that UID in one of the
 *   rounds, if any
 */
PlnGroup *
pln_gathering_find_group (PlnGathering *self,
                          const char   *uid)
{
  GHashTableIter iter;
  gpointer round;

  g_return_val_if_fail (PLN_IS_GATHERING (self), NULL);
  g_return_val_if_fail (uid != NULL, NULL);

  g_hash_table_iter_init (&iter, self->rounds_by_uid);
  while (g_hash_table_iter_next (&iter, NULL, &round))
    {
      PlnGroup *group = pln_round_find_group (round, uid);

      if (group != NULL)
        return group;
    }

  return NULL;
}

/**
 * pln_gathering_set_rounds:
 * @self: a gathering
 * @rounds: (element-type PlnRound): all its rounds, in any order
 *
 * Replaces the rounds. Those of a UID that is here stay the same object, and
 * take over what is new, see [method@Round.take_from].
 */
void
pln_gathering_set_rounds (PlnGathering *self,
                          GPtrArray    *rounds)
{
  g_return_if_fail (PLN_IS_GATHERING (self));
  g_return_if_fail (rounds != NULL);

  pln_list_merge (self->rounds, self->rounds_by_uid, rounds, &by_start);
}

/**
 * pln_gathering_put_round:
 * @self: a gathering
 * @round: (transfer none): a round
 *
 * Adds @round; if one of its UID is here, that one takes over what @round
 * says, and its place in the order.
 */
void
pln_gathering_put_round (PlnGathering *self,
                         PlnRound     *round)
{
  g_return_if_fail (PLN_IS_GATHERING (self));
  g_return_if_fail (PLN_IS_ROUND (round));

  pln_list_put (self->rounds, self->rounds_by_uid, round, &by_start);
}

/**
 * pln_gathering_remove_round:
 * @self: a gathering
 * @uid: the UID of a round
 *
 * Returns: %TRUE if there was a round of that UID, which is removed now
 */
gboolean
pln_gathering_remove_round (PlnGathering *self,
                            const char   *uid)
{
  g_return_val_if_fail (PLN_IS_GATHERING (self), FALSE);
  g_return_val_if_fail (uid != NULL, FALSE);

  return pln_list_drop (self->rounds, self->rounds_by_uid, uid);
}
