/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-state.h"

static inline void
set_margins (PlnMixState *self,
             gsize        i,
             int          high)
{
  int have = self->have[i];
  int low = self->low[i];

  self->up[i] = have < low ? -1 : have >= high ? 1 : 0;
  self->down[i] = have <= low ? 1 : have > high ? -1 : 0;
}

/* One more or one less of a feature in a group. */
static inline void
change_feature (PlnMixState *self,
                guint        group, /* of all rounds */
                guint        f,
                int          by)
{
  gsize i = (gsize) group * self->n_features + f;

  self->have[i] += by;
  set_margins (self, i, f < self->n_values ? self->low[i] + (self->rest[(gsize) group * self->n_values + f] > 0)
                                           : G_MAXINT);
}

/* Without the size, which must be right after all are done. */
static void
change_features (PlnMixState *self,
                 guint        group, /* of all rounds */
                 guint        person,
                 int          by)
{
  for (guint i = self->feature_start[person]; i < self->feature_start[person + 1]; i++)
    change_feature (self, group, self->features[i], by);
}

/* @a leaves @group_a for @group_b, and @b comes from there. */
static void
exchange_features (PlnMixState *self,
                   guint        group_a,
                   guint        group_b,
                   guint        a,
                   guint        b)
{
  if (self->masks == NULL)
    {
      change_features (self, group_a, a, -1);
      change_features (self, group_a, b, 1);
      change_features (self, group_b, b, -1);
      change_features (self, group_b, a, 1);
      return;
    }

  for (guint64 differ = self->masks[a] ^ self->masks[b]; differ != 0; differ &= differ - 1)
    {
      guint f = (guint) __builtin_ctzll (differ);
      int by = (self->masks[a] >> f) & 1 ? 1 : -1;

      change_feature (self, group_a, f, -by);
      change_feature (self, group_b, f, by);
    }
}

static void
change_size (PlnMixState *self,
             guint        round,
             guint        group, /* of all rounds */
             int          by)
{
  const guint16 *held = self->held + (gsize) round * self->n_values;
  gsize row = (gsize) group * self->n_features;
  gsize row_rest = (gsize) group * self->n_values;

  for (guint f = 0; f < self->n_values; f++)
    {
      gint64 low = self->low[row + f];
      gint64 rest = self->rest[row_rest + f];

      pln_mix_state_share (self->here[round], held[f], by, &low, &rest);
      self->low[row + f] = (guint16) low;
      self->rest[row_rest + f] = (guint16) rest;
      set_margins (self, row + f, (int) low + (rest > 0));
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

/* Where two people share a group, what leaving saves depends on how often
 * they meet elsewhere. */
static void
change_gains (PlnMixState *self,
              guint        a,
              guint        b,
              int          by)
{
  const guint16 *at = self->at;

  for (gsize row = 0; row < (gsize) self->n_rounds * self->n_people; row += self->n_people)
    if (at[row + a] == at[row + b] && at[row + a] != PLN_MIX_NOWHERE)
      {
        self->gains[row + a] += by;
        self->gains[row + b] += by;
      }
}

/* @person, who sits nowhere in @round any more or yet, and those in @seats. */
static void
part_pairs (PlnMixState       *self,
            const PlnMixSeats *seats,
            guint              round,
            guint              person)
{
  guint8 *mine = pln_mix_state_pairs_of (self, person);
  const guint16 *members = self->seats + seats->start;
  int *gains = self->gains + pln_mix_state_index (self, round, 0);

  for (guint i = 0; i < seats->size; i++)
    {
      guint other = members[i];
      guint8 met = mine[other];

      if (other == person)
        continue;
      gains[other] -= self->drop[met];
      mine[other] = pln_mix_state_pairs_of (self, other)[person] = met - 1;
      if (self->drop[met - 1] != self->drop[met])
        change_gains (self, person, other, self->drop[met - 1] - self->drop[met]);
    }
  gains[person] = 0;
}

static void
join_pairs (PlnMixState       *self,
            const PlnMixSeats *seats,
            guint              round,
            guint              person)
{
  guint8 *mine = pln_mix_state_pairs_of (self, person);
  const guint16 *members = self->seats + seats->start;
  int *gains = self->gains + pln_mix_state_index (self, round, 0);

  for (guint i = 0; i < seats->size; i++)
    {
      guint other = members[i];
      guint8 met = mine[other];

      if (other == person)
        continue;
      if (self->drop[met + 1] != self->drop[met])
        change_gains (self, person, other, self->drop[met + 1] - self->drop[met]);
      mine[other] = pln_mix_state_pairs_of (self, other)[person] = met + 1;
      gains[other] += self->drop[met + 1];
      gains[person] += self->drop[met + 1];
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

  self->at[index_a] = self->at[index_b] = PLN_MIX_NOWHERE;
  part_pairs (self, seats_a, round, a);
  part_pairs (self, seats_b, round, b);
  self->seats[seats_a->start + seat_a] = (guint16) b;
  self->seats[seats_b->start + seat_b] = (guint16) a;
  self->seat[index_a] = (guint16) seat_b;
  self->seat[index_b] = (guint16) seat_a;
  join_pairs (self, seats_b, round, a);
  join_pairs (self, seats_a, round, b);
  self->at[index_a] = (guint16) group_b;
  self->at[index_b] = (guint16) group_a;

  if (self->n_features > 0)
    exchange_features (self, self->first[round] + group_a, self->first[round] + group_b, a, b);
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

  self->at[i] = PLN_MIX_NOWHERE;
  part_pairs (self, seats, round, person);
  self->seats[seats->start + self->seat[i]] = (guint16) last;
  self->seat[pln_mix_state_index (self, round, last)] = self->seat[i];
  seats->size--;
  change_size (self, round, self->first[round] + group, -1);
  change_features (self, self->first[round] + group, person, -1);
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

  join_pairs (self, seats, round, person);
  self->seats[seats->start + seats->size] = (guint16) person;
  self->seat[i] = seats->size;
  self->at[i] = (guint16) group;
  seats->size++;
  change_size (self, round, self->first[round] + group, 1);
  change_features (self, self->first[round] + group, person, 1);
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
