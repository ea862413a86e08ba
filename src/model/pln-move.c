/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-move.h"

/**
 * pln_move_new:
 * @round: the UID of a round
 * @group: (nullable): the UID of the group in it; %NULL or "": not placed
 * @person: the id of an attendee
 * @role: what the person does in the group
 * @locked: whether the place is to stay as it is
 *
 * Returns: (transfer full): a move
 */
PlnMove *
pln_move_new (const char   *round,
              const char   *group,
              const char   *person,
              PlnGroupRole  role,
              gboolean      locked)
{
  PlnMove *move = g_new0 (PlnMove, 1);

  move->round = g_strdup (round);
  move->group = g_strdup (group != NULL ? group : "");
  move->place = (PlnPlace) { g_strdup (person), role, !!locked };

  return move;
}

/**
 * pln_move_free:
 * @move: (transfer full): a move
 */
void
pln_move_free (PlnMove *move)
{
  g_free (move->round);
  g_free (move->group);
  g_free (move->place.person);
  g_free (move);
}

/**
 * pln_moves_new:
 *
 * Returns: (transfer full) (element-type PlnMove): a list that owns its moves
 */
GPtrArray *
pln_moves_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pln_move_free);
}
