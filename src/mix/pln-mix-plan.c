/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-plan.h"

#include <glib/gi18n.h>

/**
 * PlnMixPlan:
 *
 * Who sits in which group in each round. People, groups and rounds are
 * numbered from 0. Plain data, for any thread.
 */
struct _PlnMixPlan
{
  guint   n_people;
  guint   n_groups;
  guint   n_rounds;
  guint8 *group_of; /* n_rounds × n_people, row by row */
};

G_DEFINE_QUARK (PlnMixError, pln_mix_error)

static guint8 *
cell (const PlnMixPlan *plan,
      guint             round,
      guint             person)
{
  return &plan->group_of[(gsize) round * plan->n_people + person];
}

/**
 * pln_mix_plan_new:
 * @n_people: at least 1
 * @n_groups: 1 to 255
 * @n_rounds: at least 1
 *
 * Makes a plan in which everybody sits in the first group.
 *
 * Returns: (transfer full): a plan; free with [func@mix_plan_free]
 */
PlnMixPlan *
pln_mix_plan_new (guint n_people,
                  guint n_groups,
                  guint n_rounds)
{
  PlnMixPlan *plan;

  g_return_val_if_fail (n_people > 0 && n_rounds > 0, NULL);
  g_return_val_if_fail (n_groups > 0 && n_groups <= G_MAXUINT8, NULL);

  plan = g_new0 (PlnMixPlan, 1);
  plan->n_people = n_people;
  plan->n_groups = n_groups;
  plan->n_rounds = n_rounds;
  plan->group_of = g_new0 (guint8, (gsize) n_people * n_rounds);

  return plan;
}

/**
 * pln_mix_plan_free:
 * @plan: (transfer full): a plan
 *
 * Frees a plan.
 */
void
pln_mix_plan_free (PlnMixPlan *plan)
{
  g_free (plan->group_of);
  g_free (plan);
}

/**
 * pln_mix_plan_get_group:
 * @plan: a plan
 * @round: a round
 * @person: a person
 *
 * Returns: the group in which @person sits
 */
guint
pln_mix_plan_get_group (const PlnMixPlan *plan,
                        guint             round,
                        guint             person)
{
  g_return_val_if_fail (round < plan->n_rounds && person < plan->n_people, 0);

  return *cell (plan, round, person);
}

/**
 * pln_mix_plan_set_group:
 * @plan: a plan
 * @round: a round
 * @person: a person
 * @group: a group
 *
 * Lets @person sit in @group.
 */
void
pln_mix_plan_set_group (PlnMixPlan *plan,
                        guint       round,
                        guint       person,
                        guint       group)
{
  g_return_if_fail (round < plan->n_rounds && person < plan->n_people && group < plan->n_groups);

  *cell (plan, round, person) = (guint8) group;
}

/**
 * pln_mix_plan_count_repeats:
 * @plan: a plan
 *
 * Counts how often two people meet again after their first meeting: a pair
 * that shares a group in three rounds counts 2.
 *
 * Takes time proportional to people² × rounds.
 *
 * Returns: the number of repeated meetings, in pair-rounds
 */
guint
pln_mix_plan_count_repeats (const PlnMixPlan *plan)
{
  guint repeats = 0;

  for (guint a = 0; a < plan->n_people; a++)
    {
      for (guint b = a + 1; b < plan->n_people; b++)
        {
          guint meetings = 0;

          for (guint round = 0; round < plan->n_rounds; round++)
            meetings += *cell (plan, round, a) == *cell (plan, round, b);

          if (meetings > 1)
            repeats += meetings - 1;
        }
    }

  return repeats;
}

/**
 * pln_mix_plan_check:
 * @plan: a plan
 * @seats: how many people fit in one group
 * @error: return location for a [error@MixError]
 *
 * Looks for the first group with more people than seats.
 *
 * Returns: %TRUE if everybody has a seat
 */
gboolean
pln_mix_plan_check (const PlnMixPlan  *plan,
                    guint              seats,
                    GError           **error)
{
  g_autofree guint *sizes = g_new (guint, plan->n_groups);

  for (guint round = 0; round < plan->n_rounds; round++)
    {
      for (guint group = 0; group < plan->n_groups; group++)
        sizes[group] = 0;
      for (guint person = 0; person < plan->n_people; person++)
        sizes[*cell (plan, round, person)]++;

      for (guint group = 0; group < plan->n_groups; group++)
        {
          if (sizes[group] <= seats)
            continue;
          g_set_error (error, PLN_MIX_ERROR, PLN_MIX_ERROR_CROWDED,
                       _("Group %u has %u people in round %u, but only %u seats. "
                         "Make larger groups, or more of them."),
                       group + 1, sizes[group], round + 1, seats);
          return FALSE;
        }
    }

  return TRUE;
}
