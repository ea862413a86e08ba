/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-state.h"

/* @partner comes from @to to @from at the same time, or is NOWHERE. */
static gint64
try_bonds (const PlnMixState *self,
           guint              round,
           guint              person,
           guint              from,
           guint              to,
           guint              partner)
{
  const guint16 *at = self->at + pln_mix_state_index (self, round, 0);
  gint64 violations = 0;

  for (guint i = self->bond_start[person]; i < self->bond_start[person + 1]; i++)
    {
      const PlnMixBond *bond = &self->bonds[i];

      if (((bond->rounds >> round) & 1) == 0 || bond->other == partner)
        continue;
      violations += bond->is_broken_by * ((at[bond->other] == to) - (at[bond->other] == from));
    }

  return violations;
}

static gint64
try_pin (const PlnMixState *self,
         gsize              i,
         guint              to)
{
  guint pin = self->pin[i];

  return pin == PLN_MIX_NOWHERE ? 0 : (self->at[i] == pin) - (to == pin);
}

static gboolean
is_beyond (const PlnMixLimit *limit,
           const PlnMixDelta *delta)
{
  return limit != NULL
         && (delta->violations > limit->violations
             || (delta->violations == limit->violations && delta->cost > limit->cost));
}

/* What the features of the two cost: those of the visitor, and for each of the
 * other's one number; what both have does not change. */
static void
feel_features (PlnMixState *self)
{
  PlnMixVisit *visit = &self->visit;
  gsize from = pln_mix_state_cell (self, visit->round, visit->from, 0);
  gsize to = pln_mix_state_cell (self, visit->round, visit->to, 0);

  visit->is_felt = TRUE;
  visit->own = visit->least = 0;
  for (guint f = 0; f < self->n_features; f++)
    {
      int cost = self->weights[f] * (self->up[from + f] + self->down[to + f]);

      visit->features[f] = cost;
      visit->least += MIN (cost, 0);
    }

  for (guint i = self->feature_start[visit->person]; i < self->feature_start[visit->person + 1]; i++)
    {
      guint f = self->features[i];
      int cost = self->weights[f] * (self->down[from + f] + self->up[to + f]);

      visit->own += cost;
      visit->least += MIN (-cost, 0) - MIN (visit->features[f], 0);
      visit->features[f] = -cost;
    }
}

static void
visit_bonds (PlnMixState *self,
             PlnMixVisit *visit)
{
  const guint16 *at = self->at + pln_mix_state_index (self, visit->round, 0);

  visit->n_bonded = 0;
  for (guint i = self->bond_start[visit->person]; i < self->bond_start[visit->person + 1]; i++)
    {
      const PlnMixBond *bond = &self->bonds[i];

      if (((bond->rounds >> visit->round) & 1) == 0)
        continue;
      visit->violations += bond->is_broken_by * ((at[bond->other] == visit->to) - (at[bond->other] == visit->from));
      visit->n_bonded += at[bond->other] == visit->to;
    }
}

static void
visit_topics (PlnMixState *self,
              PlnMixVisit *visit)
{
  guint from = pln_mix_state_column (self, pln_mix_state_group (self, visit->round, visit->from));
  guint to = pln_mix_state_column (self, pln_mix_state_group (self, visit->round, visit->to));

  visit->topics_from = visit->topics_to = NULL;
  if (from == to)
    return;
  visit->topics_from = self->come + from;
  visit->topics_to = self->leave + to;
  visit->cost += self->come[(gsize) visit->person * self->n_columns + to]
                 - self->leave[(gsize) visit->person * self->n_columns + from];
}

/**
 * pln_mix_state_visit:
 * @self: a state
 * @round: a round
 * @person: somebody
 * @group: another group of @round
 *
 * Prepares to say what it would be if @person went to @group.
 */
void
pln_mix_state_visit (PlnMixState *self,
                     guint        round,
                     guint        person,
                     guint        group)
{
  PlnMixVisit *visit = &self->visit;
  gsize i = pln_mix_state_index (self, round, person);

  visit->round = round;
  visit->person = person;
  visit->from = self->at[i];
  visit->to = group;
  visit->company_from = pln_mix_state_company (self, round, visit->from);
  visit->company_to = pln_mix_state_company (self, round, group);
  visit->pairs = pln_mix_state_pairs_of (self, person);
  visit->cost = visit->company_to[person] - visit->company_from[person];
  visit_topics (self, visit);
  visit->violations = try_pin (self, i, group);
  visit->n_bonded = 0;
  if (self->has_bonds)
    visit_bonds (self, visit);
  visit->is_felt = FALSE;
}

/* The bond of the two, which neither keeps nor breaks anything. */
static gint64
own_bond (const PlnMixState *self,
          const PlnMixVisit *visit,
          guint              other)
{
  gint64 violations = 0;

  for (guint i = self->bond_start[visit->person]; i < self->bond_start[visit->person + 1]; i++)
    if (self->bonds[i].other == other && ((self->bonds[i].rounds >> visit->round) & 1))
      violations += self->bonds[i].is_broken_by;

  return violations;
}

/**
 * pln_mix_state_try_swap:
 * @self: a state, after pln_mix_state_visit()
 * @other: somebody in the group that is visited
 * @limit: (nullable): what is too much
 * @delta: (out): how the violations and the cost would change
 *
 * Says what it would be if the visitor and @other changed places. Takes the
 * longer the more features they have, or less if it is too much.
 *
 * Returns: %FALSE if it is beyond @limit: then @delta is not complete
 */
gboolean
pln_mix_state_try_swap (PlnMixState       *self,
                        guint              other,
                        const PlnMixLimit *limit,
                        PlnMixDelta       *delta)
{
  PlnMixVisit *visit = &self->visit;

  delta->violations = visit->violations + try_pin (self, pln_mix_state_index (self, visit->round, other), visit->from);
  if (visit->n_bonded > 0)
    delta->violations -= own_bond (self, visit, other);
  if (self->bond_start[other] != self->bond_start[other + 1])
    delta->violations += try_bonds (self, visit->round, other, visit->to, visit->from, visit->person);
  delta->cost = pln_mix_state_swap_company (self, other);
  if (self->n_features == 0)
    return !is_beyond (limit, delta);

  if (!visit->is_felt)
    feel_features (self);
  delta->cost += visit->own + visit->least;
  if (is_beyond (limit, delta))
    return FALSE;

  delta->cost -= visit->least;
  for (guint j = self->feature_start[other]; j < self->feature_start[other + 1]; j++)
    delta->cost += visit->features[self->features[j]];

  return !is_beyond (limit, delta);
}

static gint64
deviation (gint64 count,
           gint64 low,
           gint64 high)
{
  return count < low ? low - count : count > high ? count - high : 0;
}

/* What the values of a group cost more when @person comes (@by is 1) or goes. */
static gint64
try_size (const PlnMixState *self,
          guint              round,
          guint              group,
          guint              person,
          int                by)
{
  gsize row = pln_mix_state_cell (self, round, group, 0);
  gsize row_rest = (gsize) (self->first[round] + group) * self->n_values;
  const guint16 *held = self->held + (gsize) round * self->n_values;
  guint next = self->feature_start[person];
  gint64 delta = 0;

  for (guint f = 0; f < self->n_values; f++)
    {
      gint64 low = self->low[row + f];
      gint64 rest = self->rest[row_rest + f];
      gint64 have = self->have[row + f];
      gboolean has_it = next < self->feature_start[person + 1] && self->features[next] == f;

      next += has_it;
      delta -= self->weights[f] * deviation (have, low, low + (rest > 0));
      pln_mix_state_share (self->here[round], held[f], by, &low, &rest);
      delta += self->weights[f] * deviation (have + (has_it ? by : 0), low, low + (rest > 0));
    }

  for (; next < self->feature_start[person + 1]; next++)
    {
      guint f = self->features[next];

      delta += self->weights[f] * (by > 0 ? self->up[row + f] : self->down[row + f]);
    }

  return delta;
}

/**
 * pln_mix_state_try_move:
 * @self: a state, after pln_mix_state_visit() of a group with a free seat
 * @limit: (nullable): what is too much
 * @delta: (out): how the violations and the cost would change
 *
 * Says what it would be if the visitor stayed. Takes time proportional to the
 * number of values.
 *
 * Returns: %FALSE if it is beyond @limit: then @delta is not complete
 */
gboolean
pln_mix_state_try_move (const PlnMixState *self,
                        const PlnMixLimit *limit,
                        PlnMixDelta       *delta)
{
  const PlnMixVisit *visit = &self->visit;
  const PlnMixSeats *old = pln_mix_state_group (self, visit->round, visit->from);
  const PlnMixSeats *new = pln_mix_state_group (self, visit->round, visit->to);

  delta->violations = visit->violations
                      + (old->size <= old->min) - (old->size > old->max)
                      + (new->size >= new->max) - (new->size < new->min);
  delta->cost = visit->cost;
  if (limit != NULL && delta->violations > limit->violations)
    return FALSE;

  if (self->n_features == 0)
    return !is_beyond (limit, delta);

  delta->cost += try_size (self, visit->round, visit->from, visit->person, -1)
                 + try_size (self, visit->round, visit->to, visit->person, 1);

  return !is_beyond (limit, delta);
}

/* @a goes from @from to @to, @b comes from there. */
static gint64
try_features (const PlnMixState *self,
              guint              round,
              guint              from,
              guint              to,
              guint              a,
              guint              b)
{
  gsize row_from = pln_mix_state_cell (self, round, from, 0);
  gsize row_to = pln_mix_state_cell (self, round, to, 0);
  gint64 delta = 0;

  if (self->masks != NULL)
    {
      guint64 mine = self->masks[a];

      for (guint64 differ = mine ^ self->masks[b]; differ != 0; differ &= differ - 1)
        {
          int f = __builtin_ctzll (differ);

          if ((mine >> f) & 1)
            delta += self->weights[f] * (self->down[row_from + f] + self->up[row_to + f]);
          else
            delta += self->weights[f] * (self->up[row_from + f] + self->down[row_to + f]);
        }
      return delta;
    }

  for (guint i = self->feature_start[a], j = self->feature_start[b];
       i < self->feature_start[a + 1] || j < self->feature_start[b + 1];)
    {
      guint mine = i < self->feature_start[a + 1] ? self->features[i] : G_MAXUINT;
      guint theirs = j < self->feature_start[b + 1] ? self->features[j] : G_MAXUINT;
      guint f = MIN (mine, theirs);

      if (mine < theirs)
        delta += self->weights[f] * (self->down[row_from + f] + self->up[row_to + f]);
      else if (theirs < mine)
        delta += self->weights[f] * (self->up[row_from + f] + self->down[row_to + f]);
      i += mine == f;
      j += theirs == f;
    }

  return delta;
}

static gint64
try_previous (const PlnMixState *self,
              guint              round,
              guint              person,
              guint              from,
              guint              to)
{
  const PlnMixRound *at = &self->instance->rounds[round];
  guint before;

  if (at->previous == NULL || at->is_frozen)
    return 0;
  before = at->previous[person];
  if (before == PLN_MIX_NOWHERE)
    return 0;

  return (gint64) self->instance->weights[PLN_MIX_WEIGHT_CHANGE] * ((to != before) - (from != before));
}

/* What it costs that two with these bytes each take the other's meetings. */
static inline int
exchange_meetings (const PlnMixState *self,
                   guint8             a,
                   guint8             b)
{
  int more = b % PLN_MIX_KIND (1) - a % PLN_MIX_KIND (1);

  return self->total[a + more] + self->total[b - more] - self->total[a] - self->total[b];
}

/* Who meets whom how often stays; only what kind the pairs are differs. */
static gint64
try_relabel_pairs (const PlnMixState *self,
                   guint              a,
                   guint              b)
{
  const guint8 *pairs_a = pln_mix_state_pairs_of (self, a);
  const guint8 *pairs_b = pln_mix_state_pairs_of (self, b);
  gint64 delta = -exchange_meetings (self, pairs_a[a], pairs_b[a]) - exchange_meetings (self, pairs_a[b], pairs_b[b]);

  for (guint other = 0; other < self->n_people; other++)
    delta += exchange_meetings (self, pairs_a[other], pairs_b[other]);

  return delta;
}

static gint64
price_visits (const PlnMixState *self,
              guint              person,
              const guint8      *visits)
{
  const guint16 *ranks = self->ranks + (gsize) person * self->n_topics;
  const PlnMixPerson *at = &self->instance->people[person];
  gint64 worst = at->n_prefers + 2;
  gint64 price = 0;
  guint n = 0;

  if (at->n_prefers == 0)
    return 0;
  for (guint topic = 0; topic < self->n_topics; topic++)
    if (visits[topic] > 0)
      {
        price += ranks[topic] + (visits[topic] - 1) * worst;
        for (guint i = 0; i < visits[topic]; i++)
          price -= pln_mix_state_ideal_step (at, n++);
      }

  return price * self->instance->weights[PLN_MIX_WEIGHT_PREFERENCE];
}

static gint64
try_relabel_topics (const PlnMixState *self,
                    guint              a,
                    guint              b)
{
  const guint8 *visits_a = self->visits + (gsize) a * self->n_topics;
  const guint8 *visits_b = self->visits + (gsize) b * self->n_topics;

  return price_visits (self, a, visits_b) + price_visits (self, b, visits_a)
         - price_visits (self, a, visits_a) - price_visits (self, b, visits_b);
}

/**
 * pln_mix_state_try_relabel:
 * @self: a state
 * @a: somebody
 * @b: somebody who is there in the same rounds
 * @delta: (out): how the violations and the cost would change
 *
 * Says what it would be if @a and @b changed places in all rounds.
 *
 * Returns: %FALSE if that cannot be said so
 */
gboolean
pln_mix_state_try_relabel (const PlnMixState *self,
                           guint              a,
                           guint              b,
                           PlnMixDelta       *delta)
{
  delta->violations = delta->cost = 0;

  for (guint round = 0; round < self->n_rounds; round++)
    {
      gsize index_a = pln_mix_state_index (self, round, a);
      gsize index_b = pln_mix_state_index (self, round, b);
      guint from = self->at[index_a];
      guint to = self->at[index_b];

      if (from == to)
        continue;
      if (self->is_rigid[index_a] || self->is_rigid[index_b]
          || self->block_of[index_a] != G_MAXUINT || self->block_of[index_b] != G_MAXUINT)
        return FALSE;

      delta->violations += try_pin (self, index_a, to) + try_pin (self, index_b, from);
      if (self->has_bonds)
        delta->violations += try_bonds (self, round, a, from, to, b) + try_bonds (self, round, b, to, from, a);
      if (self->n_features > 0)
        delta->cost += try_features (self, round, from, to, a, b);
      delta->cost += try_previous (self, round, a, from, to) + try_previous (self, round, b, to, from);
    }
  if (self->has_kinds)
    delta->cost += try_relabel_pairs (self, a, b);
  if (self->n_topics > 0)
    delta->cost += try_relabel_topics (self, a, b);

  return TRUE;
}

/**
 * pln_mix_state_do_relabel:
 * @self: a state
 * @a: somebody
 * @b: somebody else
 * @delta: what pln_mix_state_try_relabel() said
 *
 * Lets @a and @b change places in all rounds.
 */
void
pln_mix_state_do_relabel (PlnMixState       *self,
                          guint              a,
                          guint              b,
                          const PlnMixDelta *delta)
{
  static const PlnMixDelta none = { 0, 0 };

  for (guint round = 0; round < self->n_rounds; round++)
    if (self->at[pln_mix_state_index (self, round, a)] != self->at[pln_mix_state_index (self, round, b)])
      pln_mix_state_do_swap (self, round, a, b, &none);
  self->violations += delta->violations;
  self->cost += delta->cost;
}
