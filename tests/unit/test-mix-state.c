/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mix-instance.h"
#include "pln-mix-state.h"

/* What changes are said to cost is what counting everything anew says. */

static guint
below (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

/* Sets move as one, and others do not move at all. */
static gboolean
is_free (const PlnMixState *state,
         gsize              i)
{
  return !state->is_rigid[i] && state->block_of[i] == G_MAXUINT;
}

static void
change_somewhere (PlnMixState *state)
{
  const PlnMixMover *mover = &state->movers[below (state->n_movers)];
  guint round = mover->round;
  guint person = mover->person;
  gsize at = pln_mix_state_index (state, round, person);
  guint group = below (state->first[round + 1] - state->first[round]);
  const PlnMixSeats *seats = pln_mix_state_group (state, round, group);
  PlnMixDelta delta;

  if (group == state->at[at] || !is_free (state, at))
    return;
  if (seats->size > 0 && below (2))
    {
      guint other = state->seats[seats->start + below (seats->size)];

      if (!is_free (state, pln_mix_state_index (state, round, other)))
        return;
      pln_mix_state_visit (state, round, person, group);
      pln_mix_state_try_swap (state, other, NULL, &delta);
      pln_mix_state_do_swap (state, round, person, other, &delta);
    }
  else if (seats->size < seats->capacity)
    {
      pln_mix_state_visit (state, round, person, group);
      pln_mix_state_try_move (state, NULL, &delta);
      pln_mix_state_do_move (state, round, person, group, &delta);
    }
}

static void
relabel_somebody (PlnMixState *state)
{
  guint a = below (state->n_people);
  guint b = below (state->n_people);
  PlnMixDelta delta;

  if (a != b && state->instance->people[a].presence == state->instance->people[b].presence
      && pln_mix_state_try_relabel (state, a, b, &delta))
    pln_mix_state_do_relabel (state, a, b, &delta);
}

static void
assert_counted (PlnMixState *state)
{
  gint64 violations = state->violations;
  gint64 cost = state->cost;
  g_autofree guint16 *at = g_memdup2 (state->at, (gsize) state->n_people * state->n_rounds * sizeof *at);

  pln_mix_state_load (state, at); /* counts everything */
  g_assert_cmpint (violations, ==, state->violations);
  g_assert_cmpint (cost, ==, state->cost);
}

static void
test_changes_cost_what_they_say (void)
{
  for (guint i = 0; i < 60; i++)
    {
      guint n_groups = 2 + below (5);
      guint n_rounds = 1 + below (5);
      g_autoptr(PlnMixInstance) instance = mix_instance_random (n_groups + below (40), n_rounds, n_groups);
      g_autoptr(PlnMixState) state = pln_mix_state_new (instance, i % 3 == 0 ? PLN_MIX_ALL_ROUNDS : 0);
      g_autofree guint16 *wish = g_new0 (guint16, (gsize) state->n_people * n_rounds);
      PlnMixRandom random = { i };

      g_assert_true (pln_mix_instance_check (instance, NULL));
      pln_mix_state_fill (state, wish, &random);
      for (guint j = 0; j < 300 && state->n_movers > 0; j++)
        {
          change_somewhere (state);
          if (j % 10 == 0)
            relabel_somebody (state);
          if (j % 60 == 0)
            assert_counted (state);
        }
      assert_counted (state);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mix/state/deltas", test_changes_cost_what_they_say);

  return g_test_run ();
}
