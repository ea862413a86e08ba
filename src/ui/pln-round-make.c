/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-round-make.h"

#include "pln-board-people.h"
#include "pln-id.h"

#define USUAL_SIZE 6
#define PAUSE 5 /* minutes between two rounds */

/* What a new round or group begins with. */

/**
 * pln_round_make_group:
 * @round: a round
 *
 * Returns: (transfer full): a group with the next number, which is not in
 *   @round yet
 */
PlnGroup *
pln_round_make_group (PlnRound *round)
{
  g_autofree char *uid = pln_uid_new ();
  PlnGroup *group = pln_group_new (uid);
  GListModel *groups = pln_round_get_groups (round);
  guint highest = 0;

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PlnGroup) other = g_list_model_get_item (groups, i);

      highest = MAX (highest, pln_group_get_number (other));
    }
  pln_group_set_round (group, pln_round_get_uid (round));
  pln_group_set_number (group, highest + 1);

  return group;
}

/**
 * pln_round_make_groups:
 * @round: a round that is not saved yet
 * @n: how many groups it shall have
 *
 * Adds groups to @round, or takes away the last ones.
 */
void
pln_round_make_groups (PlnRound *round,
                       guint     n)
{
  GListModel *groups = pln_round_get_groups (round);

  while (g_list_model_get_n_items (groups) > n)
    {
      g_autoptr(PlnGroup) last = g_list_model_get_item (groups, g_list_model_get_n_items (groups) - 1);

      pln_round_remove_group (round, pln_group_get_uid (last));
    }
  while (g_list_model_get_n_items (groups) < n)
    {
      g_autoptr(PlnGroup) group = pln_round_make_group (round);

      pln_round_put_group (round, group);
    }
}

static PlnRound *
last_round (PlnGathering *gathering)
{
  GListModel *rounds = pln_gathering_get_rounds (gathering);
  guint n = g_list_model_get_n_items (rounds);

  return n > 0 ? g_list_model_get_item (rounds, n - 1) : NULL;
}

/* The same groups without their people, as long and a little later. */
static void
follow (PlnRound *round,
        PlnRound *before)
{
  GListModel *groups = pln_round_get_groups (before);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PlnGroup) other = g_list_model_get_item (groups, i);
      g_autoptr(PlnGroup) group = pln_round_make_group (round);

      pln_group_set_number (group, pln_group_get_number (other));
      pln_group_set_topic (group, pln_group_get_topic (other));
      pln_group_set_question (group, pln_group_get_question (other));
      pln_group_set_room (group, pln_group_get_room (other));
      pln_group_set_chairs (group, pln_group_get_chairs (other));
      pln_group_set_colour (group, pln_group_get_colour (other));
      pln_round_put_group (round, group);
    }

  if (pln_round_get_start (before) != NULL && pln_round_get_end (before) != NULL)
    {
      g_autoptr(GDateTime) start = g_date_time_add_minutes (pln_round_get_end (before), PAUSE);
      g_autoptr(GDateTime) end = g_date_time_add_minutes (start, (int) pln_round_get_minutes (before));

      pln_round_set_times (round, start, end, pln_round_get_zone (before));
    }
}

/**
 * pln_round_make:
 * @gathering: a gathering
 *
 * Returns: (transfer full): the next round, which is not in @gathering yet:
 *   with the groups of the last one, or as many as its people need
 */
PlnRound *
pln_round_make (PlnGathering *gathering)
{
  g_autofree char *uid = pln_uid_new ();
  g_autoptr(PlnRound) before = last_round (gathering);
  PlnRound *round = pln_round_new (uid);

  pln_round_set_number (round, before != NULL ? pln_round_get_number (before) + 1 : 1);
  if (before != NULL)
    follow (round, before);
  else
    pln_round_make_groups (round, CLAMP ((pln_board_count (gathering) + USUAL_SIZE - 1) / USUAL_SIZE, 2, 50));

  return round;
}
