/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-solve.h"

#include "pln-mix-design.h"
#include "pln-mix-exact.h"
#include "pln-mix-search.h"

#include <string.h>

/* At most for a design: a quarter of a second, in which nobody can stop it. */
#define DESIGN_STEPS 6000000

typedef enum
{
  START_DESIGN,
  START_CHANCE,
  START_PREVIOUS,
  N_STARTS,
} Start;

typedef struct
{
  const PlnMixInstance *instance;
  PlnMixSearch          search;
  guint64               n_steps;
  guint16              *design;    /* round × place; NULL: none is of use */
  guint16              *wish;      /* round × person */
  PlnMixProgressFunc    func;
  gpointer              user_data;
} Solver;

static gboolean
pause_cb (PlnMixSearch *search,
          gpointer      user_data)
{
  const Solver *self = user_data;
  PlnMixProgress progress = {
    search->n_steps, self->n_steps, (guint64) search->best_violations, (guint64) search->best_cost, self,
  };

  return self->func == NULL || self->func (&progress, self->user_data);
}

static PlnMixPlan *
best_plan (const Solver *self)
{
  const PlnMixInstance *instance = self->instance;
  PlnMixPlan *plan = pln_mix_plan_new (instance->n_people, instance->n_rounds);

  for (guint round = 0; round < instance->n_rounds; round++)
    for (guint person = 0; person < instance->n_people; person++)
      pln_mix_plan_set_group (plan, round, person,
                              self->search.best[pln_mix_state_index (self->search.state, round, person)]);

  return plan;
}

/**
 * pln_mix_progress_copy_plan:
 * @progress: what a [callback@MixProgressFunc] was given
 *
 * Returns: (transfer full): the best plan so far
 */
PlnMixPlan *
pln_mix_progress_copy_plan (const PlnMixProgress *progress)
{
  Solver *self = (Solver *) progress->finder;

  pln_mix_search_keep (&self->search);

  return best_plan (self);
}

static guint
most_groups (const PlnMixInstance *instance)
{
  guint n = 0;

  for (guint round = 0; round < instance->n_rounds; round++)
    n = MAX (n, instance->rounds[round].groups->len);

  return n;
}

static void
make_design (Solver  *self,
             guint64  n_steps)
{
  const PlnMixInstance *instance = self->instance;
  PlnMixShape shape = {
    instance->n_people, most_groups (instance), instance->n_rounds,
    instance->weights[PLN_MIX_WEIGHT_REPEAT], instance->weights[PLN_MIX_WEIGHT_THIRD],
  };
  guint64 left = n_steps;

  if (shape.n_groups < 2 || shape.n_rounds < 2 || shape.repeat == 0)
    return;
  self->design = pln_mix_design_new (&shape, &self->search.random, &left);
  self->search.n_steps += n_steps - left;
}

/* Where people should sit at first. */
static void
make_wish (Solver *self,
           Start   start)
{
  const PlnMixInstance *instance = self->instance;
  guint n = instance->n_people;
  g_autofree guint *place_of = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    place_of[i] = i;
  pln_mix_random_shuffle (&self->search.random, place_of, n);

  for (guint round = 0; round < instance->n_rounds; round++)
    {
      const PlnMixRound *at = &instance->rounds[round];

      for (guint person = 0; person < n; person++)
        {
          guint16 *wish = &self->wish[(gsize) round * n + person];

          if (start == START_DESIGN)
            *wish = self->design[(gsize) round * n + place_of[person]];
          else if (start == START_PREVIOUS && at->previous != NULL)
            *wish = at->previous[person];
          else
            *wish = (guint16) pln_mix_random_below (&self->search.random, MAX (at->groups->len, 1));
        }
    }
}

static gboolean
can_start (const Solver *self,
           Start         start)
{
  gboolean has_previous = FALSE;

  for (guint round = 0; round < self->instance->n_rounds; round++)
    has_previous |= self->instance->rounds[round].previous != NULL;

  return start == START_DESIGN ? self->design != NULL : start == START_PREVIOUS ? has_previous : TRUE;
}

static void
begin (Solver  *self,
       Start    start,
       guint64  n_steps)
{
  PlnMixSearch *search = &self->search;

  make_wish (self, start);
  pln_mix_state_fill (search->state, self->wish, &search->random);
  pln_mix_search_begin (search);
  pln_mix_search_mend (search, n_steps / 4);
}

static gboolean
is_done (const Solver *self)
{
  return self->search.is_stopped || self->search.n_steps >= self->n_steps || self->search.state->n_movers == 0
         || (self->search.best_violations == 0 && self->search.best_cost == 0);
}

/* What the short walks found out. */
typedef struct
{
  Start  start;
  gint64 violations;
  gint64 cost;
  double freezing;
} Trial;

static const double hot[N_STARTS] = { [START_DESIGN] = 0.15, [START_CHANCE] = 0.4, [START_PREVIOUS] = 0.15 };

/* Temperatures are costs: this is one. */
static double
unit_of (const Solver *self)
{
  return MAX (self->instance->weights[PLN_MIX_WEIGHT_REPEAT], 10);
}

/* Short walks from each start find out which one leads where, and at which
 * temperatures something happens. */
static Trial
try_starts (Solver *self)
{
  const PlnMixState *state = self->search.state;
  Trial best = { START_CHANCE, G_MAXINT64, G_MAXINT64, unit_of (self) };

  /* One at least, so that there is a plan. */
  for (guint start = 0; start < N_STARTS && (best.violations == G_MAXINT64 || !is_done (self)); start++)
    {
      PlnMixCooling cooling = {
        self->n_steps / 16, hot[start] * unit_of (self), 0.01 * unit_of (self),
      };
      double freezing;

      if (!can_start (self, start))
        continue;
      begin (self, start, cooling.n_steps);
      freezing = pln_mix_search_anneal (&self->search, &cooling);
      if (state->violations < best.violations || (state->violations == best.violations && state->cost < best.cost))
        best = (Trial) { start, state->violations, state->cost, freezing };
    }

  return best;
}

/* Where not all rules can be kept, breaking a set or a pin may break fewer. */
static Trial
loosen (Solver *self,
        Trial   tight)
{
  PlnMixState *state = self->search.state;
  Trial loose;

  self->search.state = pln_mix_state_new (self->instance, PLN_MIX_ALL_ROUNDS);
  loose = try_starts (self);
  if (loose.violations < tight.violations)
    {
      pln_mix_state_free (state);
      return loose;
    }
  pln_mix_state_free (self->search.state);
  self->search.state = state;

  return tight;
}

/* Most of the time goes to the best start. */
static void
search_all (Solver *self)
{
  Trial trial;

  make_design (self, MIN (self->n_steps / 20, DESIGN_STEPS));
  trial = try_starts (self);
  if (trial.violations > 0 && !is_done (self))
    trial = loosen (self, trial);

  while (!is_done (self))
    {
      guint64 left = self->n_steps - self->search.n_steps;
      PlnMixCooling cooling = {
        MAX (left, 1000), MIN (2.5 * trial.freezing, hot[trial.start] * unit_of (self)), 0.85 * trial.freezing,
      };

      begin (self, trial.start, cooling.n_steps);
      pln_mix_search_anneal (&self->search, &cooling);
    }
}

/**
 * pln_mix_solve:
 * @instance: a question that has been checked by pln_mix_instance_check()
 * @seed: any number: another seed finds another plan
 * @n_steps: how long to search; a step takes 0.02 to 0.1 microseconds
 * @func: (nullable) (scope call): told how far it is
 * @user_data: for @func
 *
 * Looks for a plan that breaks as few rules as can be, and of these for one
 * with a low cost. The same question, seed and number of steps give the same
 * plan, if @func does not end it earlier.
 *
 * Takes (people + 4 × groups of all rounds) × people bytes. May be called in any thread.
 *
 * Returns: (transfer full): the best plan found
 */
PlnMixPlan *
pln_mix_solve (const PlnMixInstance *instance,
               guint64               seed,
               guint64               n_steps,
               PlnMixProgressFunc    func,
               gpointer              user_data)
{
  Solver self = { .instance = instance, .n_steps = n_steps, .func = func, .user_data = user_data };
  PlnMixPlan *plan = pln_mix_exact_new (instance);

  if (plan != NULL)
    return plan;

  pln_mix_search_init (&self.search, pln_mix_state_new (instance, 0), seed);
  self.search.pause = pause_cb;
  self.search.user_data = &self;
  self.wish = g_new (guint16, (gsize) instance->n_rounds * instance->n_people);

  search_all (&self);
  plan = best_plan (&self);

  g_free (self.wish);
  g_free (self.design);
  pln_mix_state_free (self.search.state);
  pln_mix_search_clear (&self.search);

  return plan;
}
