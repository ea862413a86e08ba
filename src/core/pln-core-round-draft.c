/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-round.h"

#include "pln-config.h"
#include "pln-core-private.h"
#include "pln-id.h"

#include <glib/gi18n.h>

#define USUAL_LENGTH (30 * G_TIME_SPAN_MINUTE)
#define USUAL_PAUSE  (5 * G_TIME_SPAN_MINUTE)

/* As long as the last one, after a moment to change tables. */
static void
follow (PlnRound *round,
        PlnRound *last)
{
  GTimeSpan length = pln_round_get_minutes (last) * G_TIME_SPAN_MINUTE;
  g_autoptr(GDateTime) start = g_date_time_add (pln_round_get_end (last), USUAL_PAUSE);
  g_autoptr(GDateTime) end = g_date_time_add (start, length > 0 ? length : USUAL_LENGTH);

  pln_round_set_times (round, start, end, pln_round_get_zone (last));
}

/**
 * pln_core_draft_round:
 * @self: a core
 * @gathering: a gathering that is loaded
 *
 * Proposes a round: after the last one and as long, or half an hour at the start
 * of the gathering. It is not saved yet.
 *
 * Returns: (transfer full): a new round without groups
 */
PlnRound *
pln_core_draft_round (PlnCore      *self,
                      PlnGathering *gathering)
{
  g_autofree char *uid = pln_uid_new ();
  g_autofree char *title = NULL;
  PlnRound *round = pln_round_new (uid);
  g_autoptr(PlnRound) last = NULL;
  GListModel *rounds;
  GDateTime *start;
  guint number = 1;
  guint n;

  g_return_val_if_fail (PLN_IS_GATHERING (gathering), round);

  rounds = pln_gathering_get_rounds (gathering);
  n = g_list_model_get_n_items (rounds);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnRound) other = g_list_model_get_item (rounds, i);

      number = MAX (number, pln_round_get_number (other) + 1);
      if (pln_round_get_end (other) != NULL)
        g_set_object (&last, other);
    }

  title = g_strdup_printf (_("Round %u"), number);
  pln_round_set_number (round, number);
  pln_round_set_title (round, title);
  start = pln_gathering_get_start (gathering);
  if (last != NULL)
    follow (round, last);
  else if (start != NULL && !pln_gathering_get_all_day (gathering))
    {
      g_autoptr(GDateTime) end = g_date_time_add (start, USUAL_LENGTH);

      pln_round_set_times (round, start, end, pln_gathering_get_zone (gathering));
    }

  return round;
}

/* The same round again, without a time: nobody sits in its groups, nothing is
 * locked. */
PlnRound *
pln_core_round_again (PlnRound *round)
{
  g_autofree char *uid = pln_uid_new ();
  PlnRound *again = pln_round_new (uid);
  GListModel *groups = pln_round_get_groups (round);
  guint n = g_list_model_get_n_items (groups);

  pln_round_set_number (again, pln_round_get_number (round));
  pln_round_set_title (again, pln_round_get_title (round));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnGroup) theirs = g_list_model_get_item (groups, i);
      g_autofree char *group_uid = pln_uid_new ();
      g_autoptr(PlnGroup) group = pln_group_new (group_uid);
      g_autoptr(GPtrArray) nobody = pln_places_new ();

      pln_group_take_from (group, theirs);
      pln_group_set_places (group, nobody);
      pln_group_set_locked (group, FALSE);
      pln_group_set_read_only (group, FALSE);
      pln_group_set_round (group, uid);
      pln_round_put_group (again, group);
    }

  return again;
}

/**
 * pln_core_draft_group:
 * @self: a core
 * @round: a round
 *
 * Proposes a group with the next number. It is not saved yet.
 *
 * Returns: (transfer full): a new group in which nobody sits
 */
PlnGroup *
pln_core_draft_group (PlnCore  *self,
                      PlnRound *round)
{
  g_autofree char *uid = pln_uid_new ();
  PlnGroup *group = pln_group_new (uid);
  GListModel *groups;
  guint number = 1;
  guint n;

  g_return_val_if_fail (PLN_IS_ROUND (round), group);

  groups = pln_round_get_groups (round);
  n = g_list_model_get_n_items (groups);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnGroup) other = g_list_model_get_item (groups, i);

      number = MAX (number, pln_group_get_number (other) + 1);
    }
  pln_group_set_round (group, pln_round_get_uid (round));
  pln_group_set_number (group, number);

  return group;
}
