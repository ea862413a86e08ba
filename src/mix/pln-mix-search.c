/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-search.h"

#include <math.h>
#include <string.h>

/* Simulated annealing of all rounds at once. A change that breaks more rules
 * is never made, one that breaks fewer always; of the others, those that cost
 * more are made the less often the more they cost and the colder it is. */

#define PAUSE_EVERY  1024 /* steps */
#define RELABEL      12   /* how many of 256 steps exchange two people in all rounds */
#define BLOCK_EVERY  8    /* tries of its people: moving a set takes long */
#define CHANGE_STEPS 10   /* what a change takes at least, compared with a try */
#define N_THRESHOLDS 4096
#define N_PARTS      64   /* of a walk: after each is looked how far it came */

typedef struct
{
  guint       round;
  guint       person;
  guint       other;   /* NOWHERE: it was a move, from @group */
  guint       group;
  PlnMixDelta delta;
} Change;

static double thresholds[N_THRESHOLDS];

static void
make_thresholds (void)
{
  static gsize is_made;

  if (g_once_init_enter (&is_made))
    {
      for (guint i = 0; i < N_THRESHOLDS; i++)
        thresholds[i] = -log ((i + 0.5) / N_THRESHOLDS);
      g_once_init_leave (&is_made, 1);
    }
}

/**
 * pln_mix_search_init:
 * @self: a search
 * @state: (transfer none): what it works on
 * @seed: for its chance
 */
void
pln_mix_search_init (PlnMixSearch *self,
                     PlnMixState  *state,
                     guint64       seed)
{
  make_thresholds ();
  memset (self, 0, sizeof *self);
  self->state = state;
  self->random.state = seed;
  self->best = g_new (guint16, (gsize) state->n_rounds * state->n_people);
  self->best_violations = self->best_cost = G_MAXINT64;
  self->done = g_array_new (FALSE, FALSE, sizeof (Change));
}

/**
 * pln_mix_search_clear:
 * @self: a search
 *
 * Frees what it holds.
 */
void
pln_mix_search_clear (PlnMixSearch *self)
{
  g_free (self->best);
  g_array_unref (self->done);
}

/**
 * pln_mix_search_keep:
 * @self: a search
 *
 * Keeps the state if it is the best.
 */
void
pln_mix_search_keep (PlnMixSearch *self)
{
  if (self->is_best)
    memcpy (self->best, self->state->at,
            (gsize) self->state->n_rounds * self->state->n_people * sizeof *self->best);
  self->is_best = FALSE;
}

static void
look (PlnMixSearch *self)
{
  const PlnMixState *state = self->state;

  if (state->violations > self->best_violations
      || (state->violations == self->best_violations && state->cost >= self->best_cost))
    return;
  self->best_violations = state->violations;
  self->best_cost = state->cost;
  self->is_best = TRUE;
}

/**
 * pln_mix_search_begin:
 * @self: a search
 *
 * To be called when the state was changed from outside.
 */
void
pln_mix_search_begin (PlnMixSearch *self)
{
  self->is_best = FALSE;
  look (self);
  pln_mix_search_keep (self);
}

/* --- changes of several places --- */

static void
log_swap (PlnMixSearch *self,
          guint         round,
          guint         a,
          guint         b)
{
  Change change = { round, a, b, 0, { 0, 0 } };

  pln_mix_state_visit (self->state, round, a, self->state->at[pln_mix_state_index (self->state, round, b)]);
  pln_mix_state_try_swap (self->state, b, NULL, &change.delta);
  pln_mix_state_do_swap (self->state, round, a, b, &change.delta);
  g_array_append_val (self->done, change);
}

static void
log_move (PlnMixSearch *self,
          guint         round,
          guint         person,
          guint         group)
{
  Change change = { round, person, PLN_MIX_NOWHERE,
                    self->state->at[pln_mix_state_index (self->state, round, person)], { 0, 0 } };

  pln_mix_state_visit (self->state, round, person, group);
  pln_mix_state_try_move (self->state, NULL, &change.delta);
  pln_mix_state_do_move (self->state, round, person, group, &change.delta);
  g_array_append_val (self->done, change);
}

static void
take_back (PlnMixSearch *self)
{
  for (guint i = self->done->len; i > 0; i--)
    {
      Change *change = &g_array_index (self->done, Change, i - 1);
      PlnMixDelta back = { -change->delta.violations, -change->delta.cost };

      if (change->other != PLN_MIX_NOWHERE)
        pln_mix_state_do_swap (self->state, change->round, change->person, change->other, &back);
      else
        pln_mix_state_do_move (self->state, change->round, change->person, change->group, &back);
    }
}

/* Those who leave @group so that @n_wanted find room: whole sets and singles
 * in the order they sit, from a random one on. */
static guint
choose_partners (PlnMixSearch *self,
                 guint         round,
                 guint         group,
                 guint         n_wanted,
                 guint16      *partners)
{
  const PlnMixState *state = self->state;
  const PlnMixSeats *seats = pln_mix_state_group (state, round, group);
  guint first = pln_mix_random_below (&self->random, MAX (seats->size, 1));
  guint n = 0;

  for (guint i = 0; i < seats->size && n < n_wanted; i++)
    {
      guint16 person = state->seats[seats->start + (first + i) % seats->size];
      gsize at = pln_mix_state_index (state, round, person);
      const PlnMixBlock *block = state->block_of[at] == G_MAXUINT ? NULL
        : &g_array_index (state->blocks, PlnMixBlock, state->block_of[at]);

      if (state->is_rigid[at])
        continue;
      if (block == NULL)
        partners[n++] = person;
      else if (block->people[0] == person && n + block->n_people <= n_wanted)
        for (guint j = 0; j < block->n_people; j++)
          partners[n++] = block->people[j];
    }

  return n;
}

/* A set goes to @group. As many come back as there are; the others move if
 * there is room. */
static gboolean
exchange_block (PlnMixSearch      *self,
                const PlnMixBlock *block,
                guint              group)
{
  const PlnMixSeats *seats = pln_mix_state_group (self->state, block->round, group);
  g_autofree guint16 *partners = g_new (guint16, block->n_people);
  guint free_seats = MAX (seats->max, seats->size) - seats->size;
  guint n_wanted = block->n_people;
  guint n;

  if (free_seats > 0)
    n_wanted -= pln_mix_random_below (&self->random, MIN (free_seats, block->n_people) + 1);
  n = choose_partners (self, block->round, group, n_wanted, partners);
  if (seats->size + block->n_people - n > seats->capacity)
    return FALSE;

  for (guint i = 0; i < block->n_people; i++)
    if (i < n)
      log_swap (self, block->round, block->people[i], partners[i]);
    else
      log_move (self, block->round, block->people[i], group);

  return TRUE;
}

static gboolean
is_single (const PlnMixState *state,
           gsize              i)
{
  return !state->is_rigid[i] && state->block_of[i] == G_MAXUINT;
}

/* --- the walk --- */

typedef enum
{
  BY_COST,
  BY_RULES,
} Aim;

static gboolean
is_welcome (const PlnMixLimit *limit,
            const PlnMixDelta *delta)
{
  return delta->violations < limit->violations
         || (delta->violations == limit->violations && delta->cost <= limit->cost);
}

/* What comes after the best is known to be worse: keep the best first. */
static void
before_change (PlnMixSearch      *self,
               const PlnMixDelta *delta)
{
  if (self->is_best && (delta->violations > 0 || (delta->violations == 0 && delta->cost > 0)))
    pln_mix_search_keep (self);
}

/* How long a change takes, compared with a step that comes to nothing: all
 * others are told whom they would meet. */
static guint
change_steps (const PlnMixSearch *self)
{
  return CHANGE_STEPS + self->state->n_people / 10;
}

static void
judge_done (PlnMixSearch *self,
            const PlnMixLimit *limit)
{
  PlnMixDelta sum = { 0, 0 };

  for (guint i = 0; i < self->done->len; i++)
    {
      sum.violations += g_array_index (self->done, Change, i).delta.violations;
      sum.cost += g_array_index (self->done, Change, i).delta.cost;
    }

  if (is_welcome (limit, &sum))
    look (self);
  else
    take_back (self);
}

/* Two people take each other's place in all rounds: who meets how often stays
 * as it is, if no two of them are a special pair.
 *
 * Returns: how long it took, in steps */
static guint
step_relabel (PlnMixSearch      *self,
              const PlnMixLimit *limit)
{
  PlnMixState *state = self->state;
  guint a = pln_mix_random_below (&self->random, state->n_people);
  guint b = pln_mix_random_below (&self->random, state->n_people);
  PlnMixDelta delta;

  if (a == b || state->instance->people[a].presence != state->instance->people[b].presence
      || !pln_mix_state_try_relabel (state, a, b, &delta))
    return 1;
  if (!is_welcome (limit, &delta))
    return state->n_rounds;
  before_change (self, &delta);
  pln_mix_state_do_relabel (state, a, b, &delta);
  look (self);

  return change_steps (self) * state->n_rounds;
}

static guint
step_block (PlnMixSearch *self,
            guint         block,
            guint         group,
            const PlnMixLimit *limit)
{
  pln_mix_search_keep (self);
  g_array_set_size (self->done, 0);
  if (exchange_block (self, &g_array_index (self->state->blocks, PlnMixBlock, block), group))
    judge_done (self, limit);

  return 4 * change_steps (self);
}

/* Twelve bits of @dice choose by how much a change may be worse. */
static inline void
set_limit (PlnMixLimit *limit,
           double       heat,
           Aim          aim,
           guint        dice)
{
  gint64 most = (gint64) (heat * thresholds[dice % N_THRESHOLDS]);

  limit->violations = aim == BY_RULES ? most : 0;
  limit->cost = aim == BY_RULES ? G_MAXINT64 / 2 : most;
}

/* From which cost on, without what features may save, nothing is of use. */
static gint64
hopeless_from (const PlnMixState *state,
               const PlnMixLimit *limit)
{
  const PlnMixVisit *visit = &state->visit;

  if (state->violations > 0)
    return G_MAXINT64;

  return limit->cost + 1 + pln_mix_state_group (state, visit->round, visit->from)->flaw
         + pln_mix_state_group (state, visit->round, visit->to)->flaw;
}

/* Somebody and all in another group, one after the other, from a random one
 * on. What it costs to join them is the same for all, and so is the limit. */
static guint
step (PlnMixSearch *self,
      Aim           aim,
      double        heat)
{
  PlnMixState *state = self->state;
  guint64 dice = pln_mix_random_next (&self->random);
  const PlnMixMover *mover = &state->movers[pln_mix_random_part (dice >> 32, state->n_movers)];
  guint round = mover->round;
  guint person = mover->person;
  gsize at = pln_mix_state_index (state, round, person);
  guint to = pln_mix_random_part ((guint32) dice, state->first[round + 1] - state->first[round] - 1);
  const PlnMixSeats *seats;
  const guint16 *members;
  guint n_tries;
  guint seat;
  gint64 hopeless;
  PlnMixLimit limit;
  PlnMixDelta delta;

  to += to >= state->at[at];
  seats = pln_mix_state_group (state, round, to);
  members = state->seats + seats->start;
  dice = pln_mix_random_next (&self->random);
  set_limit (&limit, heat, aim, (guint) dice);
  if (state->block_of[at] != G_MAXUINT)
    return pln_mix_random_below (&self->random, BLOCK_EVERY) > 0 ? 1
      : step_block (self, state->block_of[at], to, &limit);

  n_tries = seats->size + (seats->size < seats->max);
  seat = pln_mix_random_part (dice >> 32, n_tries);
  pln_mix_state_visit (state, round, person, to);
  hopeless = hopeless_from (state, &limit);
  for (guint i = 0; i < n_tries; i++, seat = seat + 1 < n_tries ? seat + 1 : 0)
    {
      guint other = seat < seats->size ? members[seat] : PLN_MIX_NOWHERE;

      if (other == PLN_MIX_NOWHERE)
        {
          if (state->visit.cost >= hopeless || !pln_mix_state_try_move (state, &limit, &delta))
            continue;
          before_change (self, &delta);
          pln_mix_state_do_move (state, round, person, to, &delta);
        }
      else
        {
          if (pln_mix_state_swap_company (state, other) >= hopeless
              || !is_single (state, pln_mix_state_index (state, round, other))
              || !pln_mix_state_try_swap (state, other, &limit, &delta))
            continue;
          before_change (self, &delta);
          pln_mix_state_do_swap (state, round, person, other, &delta);
        }
      look (self);
      return change_steps (self);
    }

  return 1;
}

static gboolean
pause_if_due (PlnMixSearch *self,
              guint64      *due)
{
  if (self->n_steps < *due)
    return TRUE;
  *due = self->n_steps + PAUSE_EVERY;
  if (self->pause != NULL && !self->pause (self, self->user_data))
    self->is_stopped = TRUE;

  return !self->is_stopped;
}

/**
 * pln_mix_search_mend:
 * @self: a search
 * @n_steps: how long at most
 *
 * Looks for a plan that keeps the rules, whatever it costs.
 */
void
pln_mix_search_mend (PlnMixSearch *self,
                     guint64       n_steps)
{
  guint64 end = self->n_steps + n_steps;
  guint64 due = self->n_steps;

  while (self->state->violations > 0 && self->state->n_movers > 0 && self->n_steps < end
         && pause_if_due (self, &due))
    {
      double heat = 0.4 * (end - self->n_steps) / (double) n_steps;

      self->n_steps += step (self, BY_RULES, heat);
    }
  pln_mix_search_keep (self);
}

/* The temperature from which on little came any more. */
static double
find_freezing (const double *heats,
               const gint64 *costs,
               guint         n)
{
  gint64 last = costs[n - 1];

  for (guint i = 0; i < n; i++)
    if (costs[i] <= last + last / 50)
      return heats[i];

  return heats[n - 1];
}

/**
 * pln_mix_search_anneal:
 * @self: a search
 * @cooling: how long and how hot
 *
 * Walks from the state as it is. Ends early when nothing is left to do.
 *
 * Returns: the temperature at which the state froze
 */
double
pln_mix_search_anneal (PlnMixSearch        *self,
                       const PlnMixCooling *cooling)
{
  guint64 begin = self->n_steps;
  guint64 end = begin + cooling->n_steps;
  guint64 due = begin;
  double heat = cooling->hot;
  double heats[N_PARTS] = { cooling->hot };
  gint64 costs[N_PARTS] = { self->state->cost };
  guint n_parts = 1;

  while (self->n_steps < end && self->state->n_movers > 0
         && (self->state->violations > 0 || self->state->cost > 0))
    {
      guint64 dice = pln_mix_random_next (&self->random);
      PlnMixLimit limit;

      if (self->n_steps >= due)
        {
          double done = (self->n_steps - begin) / (double) cooling->n_steps;

          heat = cooling->hot * pow (cooling->cold / cooling->hot, done);
          if (!pause_if_due (self, &due))
            break;
          if (done * N_PARTS >= n_parts && n_parts < N_PARTS)
            {
              heats[n_parts] = heat;
              costs[n_parts++] = self->state->cost;
            }
        }

      if ((dice & 0xff) < RELABEL)
        {
          set_limit (&limit, heat, BY_COST, (guint) (dice >> 16));
          self->n_steps += step_relabel (self, &limit);
        }
      else
        self->n_steps += step (self, BY_COST, heat);
    }
  pln_mix_search_keep (self);

  return find_freezing (heats, costs, n_parts);
}
