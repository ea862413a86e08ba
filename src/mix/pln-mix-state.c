/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-state.h"

#include <string.h>

static gsize
cell (const PlnMixState *self,
      guint              round,
      guint              group,
      guint              feature)
{
  return (gsize) (self->first[round] + group) * self->n_features + feature;
}

/* Meetings of @person with those in @seats but for @absent. */
static gint64
cost_of_joining (const PlnMixState *self,
                 const PlnMixSeats *seats,
                 guint              person,
                 guint              absent)
{
  const guint8 *pairs = pln_mix_state_pairs_of (self, person);
  const guint16 *members = self->seats + seats->start;
  gint64 cost = 0;

  for (guint i = 0; i < seats->size; i++)
    cost += self->add[pairs[members[i]]];

  return absent == PLN_MIX_NOWHERE ? cost : cost - self->add[pairs[absent]];
}

/* A person's own byte costs nothing: it is exempt. */
static gint64
gain_of_leaving (const PlnMixState *self,
                 const PlnMixSeats *seats,
                 guint              person)
{
  const guint8 *pairs = pln_mix_state_pairs_of (self, person);
  const guint16 *members = self->seats + seats->start;
  gint64 gain = 0;

  for (guint i = 0; i < seats->size; i++)
    gain += self->drop[pairs[members[i]]];

  return gain;
}

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

static gint64
ideal_step (const PlnMixPerson *person,
            guint               n_visits)
{
  return n_visits < person->n_prefers ? n_visits : person->n_prefers + 2;
}

static gint64
try_topic (const PlnMixState *self,
           guint              person,
           guint              from,
           guint              to)
{
  const PlnMixPerson *at = &self->instance->people[person];
  gsize row = (gsize) person * self->n_topics;
  gint64 worst = at->n_prefers + 2;
  gint64 delta = 0;

  if (from == to || at->n_prefers == 0)
    return 0;

  if (from != PLN_MIX_NO_TOPIC)
    delta -= self->visits[row + from] == 1 ? self->ranks[row + from] : worst;
  if (to != PLN_MIX_NO_TOPIC)
    delta += self->visits[row + to] == 0 ? self->ranks[row + to] : worst;
  if (from == PLN_MIX_NO_TOPIC)
    delta -= ideal_step (at, self->n_visits[person]);
  if (to == PLN_MIX_NO_TOPIC)
    delta += ideal_step (at, self->n_visits[person] - 1);

  return delta * self->instance->weights[PLN_MIX_WEIGHT_PREFERENCE];
}

/* @mine of the one who goes from @from to @to, @theirs of the one who comes. */
static gint64
try_features (const PlnMixState *self,
              guint              round,
              guint              from,
              guint              to,
              guint              a,
              guint              b)
{
  gsize row_from = cell (self, round, from, 0);
  gsize row_to = cell (self, round, to, 0);
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

/**
 * pln_mix_state_try_swap:
 * @self: a state
 * @round: a round
 * @a: somebody
 * @b: somebody in another group of @round
 * @delta: (out): how the violations and the cost would change
 *
 * Says what it would be if @a and @b changed places. Takes time proportional
 * to the sizes of their groups.
 */
void
pln_mix_state_try_swap (const PlnMixState *self,
                        guint              round,
                        guint              a,
                        guint              b,
                        PlnMixDelta       *delta)
{
  gsize index_a = pln_mix_state_index (self, round, a);
  gsize index_b = pln_mix_state_index (self, round, b);
  guint from = self->at[index_a];
  guint to = self->at[index_b];
  const PlnMixSeats *seats_a = pln_mix_state_group (self, round, from);
  const PlnMixSeats *seats_b = pln_mix_state_group (self, round, to);

  delta->violations = try_pin (self, index_a, to) + try_pin (self, index_b, from);
  if (self->has_bonds)
    delta->violations += try_bonds (self, round, a, from, to, b) + try_bonds (self, round, b, to, from, a);

  delta->cost = cost_of_joining (self, seats_b, a, b) + cost_of_joining (self, seats_a, b, a)
                - gain_of_leaving (self, seats_a, a) - gain_of_leaving (self, seats_b, b);
  if (self->n_features > 0)
    delta->cost += try_features (self, round, from, to, a, b);
  delta->cost += try_previous (self, round, a, from, to) + try_previous (self, round, b, to, from);
  if (self->n_topics > 0)
    delta->cost += try_topic (self, a, seats_a->topic, seats_b->topic)
                   + try_topic (self, b, seats_b->topic, seats_a->topic);
}

static gint64
deviation (gint64 count,
           gint64 low,
           gint64 high)
{
  return count < low ? low - count : count > high ? count - high : 0;
}

/* The fair count of a value in a group that grows by one, or shrinks. */
static void
share_by_one (guint  here,
              guint  held,
              int    by,
              gint64 *low,
              gint64 *rest)
{
  *rest += by * (gint64) held;
  if (*rest >= here)
    {
      *rest -= here;
      ++*low;
    }
  else if (*rest < 0)
    {
      *rest += here;
      --*low;
    }
}

/* What the values of a group cost more when @person comes (@by is 1) or goes. */
static gint64
try_size (const PlnMixState *self,
          guint              round,
          guint              group,
          guint              person,
          int                by)
{
  gsize row = cell (self, round, group, 0);
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
      share_by_one (self->here[round], held[f], by, &low, &rest);
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
 * @self: a state
 * @round: a round
 * @person: somebody
 * @group: another group of @round, with a seat that is free
 * @delta: (out): how the violations and the cost would change
 *
 * Says what it would be if @person went to @group. Takes time proportional to
 * the sizes of the groups and the number of values.
 */
void
pln_mix_state_try_move (const PlnMixState *self,
                        guint              round,
                        guint              person,
                        guint              group,
                        PlnMixDelta       *delta)
{
  gsize i = pln_mix_state_index (self, round, person);
  guint from = self->at[i];
  const PlnMixSeats *old = pln_mix_state_group (self, round, from);
  const PlnMixSeats *new = pln_mix_state_group (self, round, group);

  delta->violations = try_pin (self, i, group)
                      + (old->size <= old->min) - (old->size > old->max)
                      + (new->size >= new->max) - (new->size < new->min);
  if (self->has_bonds)
    delta->violations += try_bonds (self, round, person, from, group, PLN_MIX_NOWHERE);

  delta->cost = cost_of_joining (self, new, person, PLN_MIX_NOWHERE) - gain_of_leaving (self, old, person);
  if (self->n_features > 0)
    delta->cost += try_size (self, round, from, person, -1) + try_size (self, round, group, person, 1);
  delta->cost += try_previous (self, round, person, from, group);
  if (self->n_topics > 0)
    delta->cost += try_topic (self, person, old->topic, new->topic);
}

static void
set_margins (PlnMixState *self,
             guint        round,
             guint        group,
             guint        f)
{
  gsize i = cell (self, round, group, f);
  int have = self->have[i];
  int low = self->low[i];
  int high = G_MAXINT;

  if (f < self->n_values)
    high = low + (self->rest[(gsize) (self->first[round] + group) * self->n_values + f] > 0);

  self->up[i] = have < low ? -1 : have >= high ? 1 : 0;
  self->down[i] = have <= low ? 1 : have > high ? -1 : 0;
}

/* Without the size, which must be right after all are done. */
static void
change_features (PlnMixState *self,
                 guint        round,
                 guint        group,
                 guint        person,
                 int          by)
{
  for (guint i = self->feature_start[person]; i < self->feature_start[person + 1]; i++)
    {
      guint f = self->features[i];

      self->have[cell (self, round, group, f)] += by;
      set_margins (self, round, group, f);
    }
}

static void
change_size (PlnMixState *self,
             guint        round,
             guint        group,
             int          by)
{
  const guint16 *held = self->held + (gsize) round * self->n_values;
  gsize row_rest = (gsize) (self->first[round] + group) * self->n_values;

  for (guint f = 0; f < self->n_values; f++)
    {
      gint64 low = self->low[cell (self, round, group, f)];
      gint64 rest = self->rest[row_rest + f];

      share_by_one (self->here[round], held[f], by, &low, &rest);
      self->low[cell (self, round, group, f)] = (guint16) low;
      self->rest[row_rest + f] = (guint16) rest;
      set_margins (self, round, group, f);
    }
}

static void
change_visits (PlnMixState *self,
               guint        person,
               guint        topic,
               int          by)
{
  if (topic == PLN_MIX_NO_TOPIC)
    return;
  self->visits[(gsize) person * self->n_topics + topic] += by;
  self->n_visits[person] += by;
}

static void
change_pairs (PlnMixState       *self,
              const PlnMixSeats *seats,
              guint              person,
              int                by)
{
  guint8 *mine = pln_mix_state_pairs_of (self, person);
  const guint16 *members = self->seats + seats->start;

  for (guint i = 0; i < seats->size; i++)
    {
      guint other = members[i];

      if (other == person)
        continue;
      mine[other] += by;
      pln_mix_state_pairs_of (self, other)[person] += by;
    }
}

/**
 * pln_mix_state_do_swap:
 * @self: a state
 * @round: a round
 * @a: somebody
 * @b: somebody in another group of @round
 * @delta: what pln_mix_state_try_swap() said
 *
 * Lets @a and @b change places.
 */
void
pln_mix_state_do_swap (PlnMixState       *self,
                       guint              round,
                       guint              a,
                       guint              b,
                       const PlnMixDelta *delta)
{
  gsize index_a = pln_mix_state_index (self, round, a);
  gsize index_b = pln_mix_state_index (self, round, b);
  guint group_a = self->at[index_a];
  guint group_b = self->at[index_b];
  guint seat_a = self->seat[index_a];
  guint seat_b = self->seat[index_b];
  PlnMixSeats *seats_a = pln_mix_state_group (self, round, group_a);
  PlnMixSeats *seats_b = pln_mix_state_group (self, round, group_b);

  change_pairs (self, seats_a, a, -1);
  change_pairs (self, seats_b, b, -1);
  self->seats[seats_a->start + seat_a] = (guint16) b;
  self->seats[seats_b->start + seat_b] = (guint16) a;
  self->at[index_a] = (guint16) group_b;
  self->at[index_b] = (guint16) group_a;
  self->seat[index_a] = (guint16) seat_b;
  self->seat[index_b] = (guint16) seat_a;
  change_pairs (self, seats_b, a, 1);
  change_pairs (self, seats_a, b, 1);

  if (self->n_features > 0)
    {
      change_features (self, round, group_a, a, -1);
      change_features (self, round, group_a, b, 1);
      change_features (self, round, group_b, b, -1);
      change_features (self, round, group_b, a, 1);
    }
  if (self->n_topics > 0 && seats_a->topic != seats_b->topic)
    {
      change_visits (self, a, seats_a->topic, -1);
      change_visits (self, b, seats_b->topic, -1);
      change_visits (self, a, seats_b->topic, 1);
      change_visits (self, b, seats_a->topic, 1);
    }
  self->violations += delta->violations;
  self->cost += delta->cost;
}

/* Takes @person out of its group: the last of the group gets the seat. */
static void
stand_up (PlnMixState *self,
          guint        round,
          guint        person)
{
  gsize i = pln_mix_state_index (self, round, person);
  guint group = self->at[i];
  PlnMixSeats *seats = pln_mix_state_group (self, round, group);
  guint last = self->seats[seats->start + seats->size - 1];

  change_pairs (self, seats, person, -1);
  self->seats[seats->start + self->seat[i]] = (guint16) last;
  self->seat[pln_mix_state_index (self, round, last)] = self->seat[i];
  self->at[i] = PLN_MIX_NOWHERE;
  seats->size--;
  change_size (self, round, group, -1);
  change_features (self, round, group, person, -1);
  if (self->n_topics > 0)
    change_visits (self, person, seats->topic, -1);
}

/**
 * pln_mix_state_sit:
 * @self: a state
 * @round: a round
 * @person: somebody who sits nowhere in @round
 * @group: a group with a seat that is free
 *
 * Seats @person; violations and cost stay as they are.
 */
void
pln_mix_state_sit (PlnMixState *self,
                   guint        round,
                   guint        person,
                   guint        group)
{
  gsize i = pln_mix_state_index (self, round, person);
  PlnMixSeats *seats = pln_mix_state_group (self, round, group);

  g_assert (seats->size < seats->capacity);

  change_pairs (self, seats, person, 1);
  self->seats[seats->start + seats->size] = (guint16) person;
  self->seat[i] = seats->size;
  self->at[i] = (guint16) group;
  seats->size++;
  change_size (self, round, group, 1);
  change_features (self, round, group, person, 1);
  if (self->n_topics > 0)
    change_visits (self, person, seats->topic, 1);
}

/**
 * pln_mix_state_do_move:
 * @self: a state
 * @round: a round
 * @person: somebody
 * @group: another group of @round, with a seat that is free
 * @delta: what pln_mix_state_try_move() said
 *
 * Lets @person go to @group.
 */
void
pln_mix_state_do_move (PlnMixState       *self,
                       guint              round,
                       guint              person,
                       guint              group,
                       const PlnMixDelta *delta)
{
  stand_up (self, round, person);
  pln_mix_state_sit (self, round, person, group);
  self->violations += delta->violations;
  self->cost += delta->cost;
}

/**
 * pln_mix_state_clear:
 * @self: a state
 *
 * Lets everybody stand up; violations and cost stay as they are.
 */
void
pln_mix_state_clear (PlnMixState *self)
{
  for (guint round = 0; round < self->n_rounds; round++)
    for (guint person = 0; person < self->n_people; person++)
      if (self->at[pln_mix_state_index (self, round, person)] != PLN_MIX_NOWHERE)
        stand_up (self, round, person);
}

/* Bytes of pairs are a kind and a count. */
static guint
kind_of (guint8 byte)
{
  return byte / PLN_MIX_KIND (1);
}

static gint64
price_of (const PlnMixState *self,
          guint              kind,
          guint              meetings)
{
  gint64 price = 0;

  for (guint m = 0; m < meetings; m++)
    price += self->add[PLN_MIX_KIND (kind) + m];

  return price;
}

/* Who meets whom how often stays; only what kind the pairs are differs. */
static gint64
try_relabel_pairs (const PlnMixState *self,
                   guint              a,
                   guint              b)
{
  const guint8 *pairs_a = pln_mix_state_pairs_of (self, a);
  const guint8 *pairs_b = pln_mix_state_pairs_of (self, b);
  gint64 delta = 0;

  for (guint other = 0; other < self->n_people; other++)
    {
      guint kind_a = kind_of (pairs_a[other]);
      guint kind_b = kind_of (pairs_b[other]);
      guint m_a = pairs_a[other] - PLN_MIX_KIND (kind_a);
      guint m_b = pairs_b[other] - PLN_MIX_KIND (kind_b);

      if (kind_a == kind_b || m_a == m_b || other == a || other == b)
        continue;
      delta += price_of (self, kind_a, m_b) + price_of (self, kind_b, m_a)
               - price_of (self, kind_a, m_a) - price_of (self, kind_b, m_b);
    }

  return delta;
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
  if (self->n_topics > 0)
    return FALSE;

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
