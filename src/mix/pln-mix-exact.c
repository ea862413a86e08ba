/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-exact.h"

#include "pln-mix-instance-private.h"
#include "pln-mix-score.h"

#define MOST_PLANS 65536

/* A place that somebody can have in a round. */
typedef struct
{
  guint round;
  guint person;
  guint n_groups;
  guint group;
} Seat;

/* What has been held stays; everybody else can sit anywhere. */
static GArray *
collect_seats (const PlnMixInstance *instance,
               PlnMixPlan           *plan)
{
  GArray *seats = g_array_new (FALSE, FALSE, sizeof (Seat));

  for (guint round = 0; round < instance->n_rounds; round++)
    for (guint person = 0; person < instance->n_people; person++)
      {
        const PlnMixRound *at = &instance->rounds[round];
        Seat seat = { round, person, at->groups->len, 0 };

        if (seat.n_groups == 0 || !pln_mix_instance_here (instance, person, round))
          continue;
        if (at->is_frozen && at->previous != NULL && at->previous[person] < seat.n_groups)
          pln_mix_plan_set_group (plan, round, person, at->previous[person]);
        else
          {
            pln_mix_plan_set_group (plan, round, person, 0);
            g_array_append_val (seats, seat);
          }
      }

  return seats;
}

static gboolean
are_few (GArray *seats)
{
  guint64 n_plans = 1;

  for (guint i = 0; i < seats->len && n_plans <= MOST_PLANS; i++)
    n_plans *= g_array_index (seats, Seat, i).n_groups;

  return n_plans <= MOST_PLANS;
}

/* Counts on by one, as with figures of different bases. */
static gboolean
next_plan (GArray     *seats,
           PlnMixPlan *plan)
{
  for (guint i = 0; i < seats->len; i++)
    {
      Seat *seat = &g_array_index (seats, Seat, i);

      seat->group = (seat->group + 1) % seat->n_groups;
      pln_mix_plan_set_group (plan, seat->round, seat->person, seat->group);
      if (seat->group != 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * pln_mix_exact_new:
 * @instance: a question that has been checked by pln_mix_instance_check()
 *
 * Tries every plan there is, if they are at most 65,536: five people in two
 * rounds and two groups have 1,024. A search walks from plan to plan, and where
 * there are so few of them, and not all rules can be kept, it may find no way
 * to the best. Takes up to some tenths of a second.
 *
 * Returns: (transfer full) (nullable): a plan that no other is better than;
 *   %NULL if there are too many
 */
PlnMixPlan *
pln_mix_exact_new (const PlnMixInstance *instance)
{
  g_autoptr(PlnMixPlan) plan = pln_mix_plan_new (instance->n_people, instance->n_rounds);
  g_autoptr(PlnMixPlan) best = NULL;
  g_autoptr(GArray) seats = collect_seats (instance, plan);
  PlnMixScore best_score = { 0 };

  if (!are_few (seats))
    return NULL;

  do
    {
      PlnMixScore score = pln_mix_score_plan (instance, plan);

      if (best != NULL && (score.violations > best_score.violations
                           || (score.violations == best_score.violations && score.cost >= best_score.cost)))
        continue;
      g_clear_pointer (&best, pln_mix_plan_free);
      best = pln_mix_plan_copy (plan);
      best_score = score;
    }
  while (next_plan (seats, plan));

  return g_steal_pointer (&best);
}
