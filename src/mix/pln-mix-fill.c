/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-state.h"

#include "pln-mix-score.h"

/* Seats everybody, near to a wish, with as few rules broken as can be seen at
 * once; the search mends the rest. */

/* What seating @person in @group breaks. */
static int
count_broken (const PlnMixState *self,
              guint              round,
              guint              person,
              guint              group)
{
  const guint16 *at = self->at + pln_mix_state_index (self, round, 0);
  int broken = 0;

  for (guint i = self->bond_start[person]; i < self->bond_start[person + 1]; i++)
    {
      const PlnMixBond *bond = &self->bonds[i];

      if (((bond->rounds >> round) & 1) && at[bond->other] == group)
        broken += bond->is_broken_by;
    }

  return broken;
}

static int
count_broken_by_all (const PlnMixState *self,
                     guint              round,
                     const guint16     *people,
                     guint              n_people,
                     guint              group)
{
  const PlnMixSeats *seats = pln_mix_state_group (self, round, group);
  int broken = (int) (MAX (seats->max, seats->size + n_people) - MAX (seats->max, seats->size));

  for (guint i = 0; i < n_people; i++)
    broken += count_broken (self, round, people[i], group);

  return broken;
}

/* The group where @people break least; of those the one they wish for, then
 * the one with the most seats to its fewest, then to its most. */
static guint
choose_group (const PlnMixState *self,
              guint              round,
              const guint16     *people,
              guint              n_people,
              guint              wish)
{
  guint n = self->first[round + 1] - self->first[round];
  guint best = 0;
  gint64 best_rank = G_MAXINT64;

  for (guint group = 0; group < n; group++)
    {
      const PlnMixSeats *seats = pln_mix_state_group (self, round, group);
      gint64 rank;

      if (seats->size + n_people > seats->capacity)
        continue;
      rank = count_broken_by_all (self, round, people, n_people, group) * (G_GINT64_CONSTANT (1) << 40); /* may be negative */
      if (group != wish)
        rank += (G_GINT64_CONSTANT (1) << 39)
                - ((gint64) (MAX (seats->min, seats->size) - seats->size) << 20)
                - (MAX (seats->max, seats->size) - seats->size);
      if (rank < best_rank)
        {
          best = group;
          best_rank = rank;
        }
    }

  return best;
}

static void
seat_rigid (PlnMixState *self,
            guint        round)
{
  for (guint person = 0; person < self->n_people; person++)
    {
      gsize i = pln_mix_state_index (self, round, person);

      if (self->is_rigid[i])
        pln_mix_state_sit (self, round, person, self->pin[i]);
    }
}

static void
seat_blocks (PlnMixState   *self,
             guint          round,
             const guint16 *wish)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const PlnMixBlock *block = &g_array_index (self->blocks, PlnMixBlock, i);
      gsize first = pln_mix_state_index (self, round, block->people[0]);
      guint group;

      if (block->round != round || self->is_rigid[first])
        continue;
      group = choose_group (self, round, block->people, block->n_people, wish[first]);
      for (guint j = 0; j < block->n_people; j++)
        pln_mix_state_sit (self, round, block->people[j], group);
    }
}

/* First those whose wish can be fulfilled, then the others. */
static void
seat_singles (PlnMixState   *self,
              guint          round,
              const guint16 *wish,
              const guint   *order)
{
  guint n = self->first[round + 1] - self->first[round];

  for (guint pass = 0; pass < 2; pass++)
    for (guint k = 0; k < self->n_people; k++)
      {
        guint16 person = (guint16) order[k];
        gsize i = pln_mix_state_index (self, round, person);
        guint group = wish[i];

        if (!pln_mix_instance_here (self->instance, person, round) || self->at[i] != PLN_MIX_NOWHERE)
          continue;
        if (pass == 0 && (group >= n || count_broken_by_all (self, round, &person, 1, group) > 0
                          || pln_mix_state_group (self, round, group)->size
                             >= pln_mix_state_group (self, round, group)->capacity))
          continue;
        if (pass == 1)
          group = choose_group (self, round, &person, 1, group);
        pln_mix_state_sit (self, round, person, group);
      }
}

static PlnMixPlan *
plan_of (const PlnMixState *self)
{
  PlnMixPlan *plan = pln_mix_plan_new (self->n_people, self->n_rounds);

  for (guint round = 0; round < self->n_rounds; round++)
    for (guint person = 0; person < self->n_people; person++)
      pln_mix_plan_set_group (plan, round, person, self->at[pln_mix_state_index (self, round, person)]);

  return plan;
}

static void
count_all (PlnMixState *self)
{
  g_autoptr(PlnMixPlan) plan = plan_of (self);
  PlnMixScore score = pln_mix_score_plan (self->instance, plan);

  self->violations = (gint64) score.violations;
  self->cost = (gint64) score.cost;
}

/**
 * pln_mix_state_fill:
 * @self: a state
 * @wish: by round and person: a group, or anything else
 * @random: chance
 *
 * Seats everybody anew: where rules say, else as @wish says where there is
 * room, else where there is.
 */
void
pln_mix_state_fill (PlnMixState   *self,
                    const guint16 *wish,
                    PlnMixRandom  *random)
{
  g_autofree guint *order = g_new (guint, self->n_people);

  pln_mix_state_clear (self);
  for (guint person = 0; person < self->n_people; person++)
    order[person] = person;

  for (guint round = 0; round < self->n_rounds; round++)
    {
      if (self->here[round] == 0)
        continue;
      pln_mix_random_shuffle (random, order, self->n_people);
      seat_rigid (self, round);
      seat_blocks (self, round, wish);
      seat_singles (self, round, wish, order);
    }
  count_all (self);
}

/**
 * pln_mix_state_load:
 * @self: a state
 * @at: by round and person: where everybody sat in this state once
 *
 * Goes back to an earlier state.
 */
void
pln_mix_state_load (PlnMixState   *self,
                    const guint16 *at)
{
  pln_mix_state_clear (self);
  for (guint round = 0; round < self->n_rounds; round++)
    for (guint person = 0; person < self->n_people; person++)
      {
        gsize i = pln_mix_state_index (self, round, person);

        if (at[i] != PLN_MIX_NOWHERE)
          pln_mix_state_sit (self, round, person, at[i]);
      }
  count_all (self);
}
