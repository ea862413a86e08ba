/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-state.h"

static inline void
set_margins (PlnMixState *self,
             guint        group, /* of all rounds */
             guint        f,
             int          high)
{
  gsize i = (gsize) group * self->n_features + f;
  int have = self->have[i];
  int low = self->low[i];
  gboolean was_flaw = self->up[i] < 0 || self->down[i] < 0;

  self->up[i] = have < low ? -1 : have >= high ? 1 : 0;
  self->down[i] = have <= low ? 1 : have > high ? -1 : 0;
  self->groups[group].flaw += self->weights[f] * ((have < low || have > high) - was_flaw);
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
  set_margins (self, group, f,
               f < self->n_values ? self->low[i] + (self->rest[(gsize) group * self->n_values + f] > 0) : G_MAXINT);
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
      set_margins (self, group, f, (int) low + (rest > 0));
    }
}

/* --- topics --- */

/**
 * pln_mix_state_rank:
 * @self: a state
 * @person: somebody
 * @topic: a topic that @person visits more or less often now
 *
 * Sees what visits of @topic, and of groups without a topic, cost @person.
 */
void
pln_mix_state_rank (PlnMixState *self,
                    guint        person,
                    guint        topic)
{
  const PlnMixPerson *at = &self->instance->people[person];
  gsize cell = (gsize) person * self->n_topics + topic;
  int *come = self->come + (gsize) person * self->n_columns;
  int *leave = self->leave + (gsize) person * self->n_columns;
  int weight = (int) self->instance->weights[PLN_MIX_WEIGHT_PREFERENCE];
  int worst = (int) at->n_prefers + 2;
  guint n = self->n_visits[person];

  if (at->n_prefers == 0)
    return;

  come[topic] = weight * (self->visits[cell] == 0 ? self->ranks[cell] : worst);
  leave[topic] = weight * (self->visits[cell] == 1 ? self->ranks[cell] : worst);
  /* Without a topic there is a visit less to be compared with the ideal. */
  come[self->n_topics] = n == 0 ? 0 : weight * pln_mix_state_ideal_step (at, n - 1);
  leave[self->n_topics] = weight * pln_mix_state_ideal_step (at, n);
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
  pln_mix_state_rank (self, person, topic);
}

/* --- who meets whom --- */

/* In all rounds but @round: what it costs @a and @b to share a group depends
 * on how often they meet elsewhere. */
static void
change_company (PlnMixState *self,
                guint        round,
                guint        a,
                guint        b,
                guint8       before,
                guint8       now)
{
  int apart = self->add[now] - self->add[before];
  int joined = self->add[(guint8) (now - 1)] - self->add[(guint8) (before - 1)];

  for (guint i = 0; i < self->n_rounds; i++)
    {
      guint of_a = self->at[pln_mix_state_index (self, i, a)];
      guint of_b = self->at[pln_mix_state_index (self, i, b)];
      int by = of_a == of_b ? joined : apart;

      if (i == round)
        continue;
      if (of_b != PLN_MIX_NOWHERE)
        pln_mix_state_company (self, i, of_b)[a] += by;
      if (of_a != PLN_MIX_NOWHERE)
        pln_mix_state_company (self, i, of_a)[b] += by;
    }
}

/* @person and all others who sit in @seats meet once more, or less. */
static void
change_meetings (PlnMixState       *self,
                 const PlnMixSeats *seats,
                 guint              round,
                 guint              person,
                 int                by)
{
  guint8 *mine = pln_mix_state_pairs_of (self, person);
  const guint16 *members = self->seats + seats->start;

  for (guint i = 0; i < seats->size; i++)
    {
      guint other = members[i];
      guint8 before = mine[other];
      guint8 now = (guint8) (before + by);

      if (other == person)
        continue;
      mine[other] = pln_mix_state_pairs_of (self, other)[person] = now;
      if (before < PLN_MIX_KIND (PLN_MIX_EXEMPT))
        change_company (self, round, person, other, before, now);
    }
}

/* For everybody: @person, whose meetings there do not count now, sits in
 * @group, or does no more. */
static void
change_member (PlnMixState *self,
               guint        round,
               guint        group,
               guint        person,
               int          by)
{
  const guint8 *pairs = pln_mix_state_pairs_of (self, person);
  int *company = pln_mix_state_company (self, round, group);

  for (guint i = 0; i < self->n_people; i++)
    company[i] += by * self->add[pairs[i]];
}

/* As above for @b, who comes, and @a, who goes; and the other way round in
 * the other group. */
static void
exchange_members (PlnMixState *self,
                  guint        round,
                  guint        group_a,
                  guint        group_b,
                  guint        a,
                  guint        b)
{
  const guint8 *pairs_a = pln_mix_state_pairs_of (self, a);
  const guint8 *pairs_b = pln_mix_state_pairs_of (self, b);
  int *company_a = pln_mix_state_company (self, round, group_a);
  int *company_b = pln_mix_state_company (self, round, group_b);

  for (guint i = 0; i < self->n_people; i++)
    {
      int by = self->add[pairs_b[i]] - self->add[pairs_a[i]];

      company_a[i] += by;
      company_b[i] -= by;
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
  change_meetings (self, seats_a, round, a, -1);
  change_meetings (self, seats_b, round, b, -1);
  exchange_members (self, round, group_a, group_b, a, b);
  self->seats[seats_a->start + seat_a] = (guint16) b;
  self->seats[seats_b->start + seat_b] = (guint16) a;
  self->seat[index_a] = (guint16) seat_b;
  self->seat[index_b] = (guint16) seat_a;
  change_meetings (self, seats_b, round, a, 1);
  change_meetings (self, seats_a, round, b, 1);
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
  change_meetings (self, seats, round, person, -1);
  change_member (self, round, group, person, -1);
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

  change_member (self, round, group, person, 1);
  change_meetings (self, seats, round, person, 1);
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
