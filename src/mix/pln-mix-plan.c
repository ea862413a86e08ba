/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-plan.h"

#include <string.h>

/**
 * PlnMixPlan:
 *
 * Who sits in which group in each round. People, groups and rounds are
 * numbered from 0. Plain data, for any thread.
 */
struct _PlnMixPlan
{
  guint    n_people;
  guint    n_rounds;
  guint16 *group_of; /* n_rounds × n_people, row by row */
};

static gsize
size_of (const PlnMixPlan *plan)
{
  return (gsize) plan->n_people * plan->n_rounds * sizeof (guint16);
}

static guint16 *
cell (const PlnMixPlan *plan,
      guint             round,
      guint             person)
{
  return &plan->group_of[(gsize) round * plan->n_people + person];
}

/**
 * pln_mix_plan_new:
 * @n_people: at least 1
 * @n_rounds: at least 1
 *
 * Makes a plan in which nobody sits anywhere yet.
 *
 * Returns: (transfer full): a plan; free with [func@mix_plan_free]
 */
PlnMixPlan *
pln_mix_plan_new (guint n_people,
                  guint n_rounds)
{
  PlnMixPlan *plan;

  g_return_val_if_fail (n_people > 0 && n_rounds > 0, NULL);

  plan = g_new0 (PlnMixPlan, 1);
  plan->n_people = n_people;
  plan->n_rounds = n_rounds;
  plan->group_of = g_malloc (size_of (plan));
  memset (plan->group_of, 0xff, size_of (plan));

  return plan;
}

/**
 * pln_mix_plan_copy:
 * @plan: a plan
 *
 * Returns: (transfer full): a plan that says the same
 */
PlnMixPlan *
pln_mix_plan_copy (const PlnMixPlan *plan)
{
  PlnMixPlan *copy = g_memdup2 (plan, sizeof *plan);

  copy->group_of = g_memdup2 (plan->group_of, size_of (plan));

  return copy;
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
 * Returns: the group in which @person sits, or %PLN_MIX_NOWHERE
 */
guint
pln_mix_plan_get_group (const PlnMixPlan *plan,
                        guint             round,
                        guint             person)
{
  g_return_val_if_fail (round < plan->n_rounds && person < plan->n_people, PLN_MIX_NOWHERE);

  return *cell (plan, round, person);
}

/**
 * pln_mix_plan_set_group:
 * @plan: a plan
 * @round: a round
 * @person: a person
 * @group: a group, or %PLN_MIX_NOWHERE
 *
 * Lets @person sit in @group.
 */
void
pln_mix_plan_set_group (PlnMixPlan *plan,
                        guint       round,
                        guint       person,
                        guint       group)
{
  g_return_if_fail (round < plan->n_rounds && person < plan->n_people && group <= PLN_MIX_NOWHERE);

  *cell (plan, round, person) = (guint16) group;
}

/**
 * pln_mix_plan_equal:
 * @plan: a plan
 * @other: a plan
 *
 * Returns: whether everybody sits in the same groups in both
 */
gboolean
pln_mix_plan_equal (const PlnMixPlan *plan,
                    const PlnMixPlan *other)
{
  return plan->n_people == other->n_people && plan->n_rounds == other->n_rounds
         && memcmp (plan->group_of, other->group_of, size_of (plan)) == 0;
}
