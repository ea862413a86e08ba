/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mix-instance.h"
#include "pln-mix-instance-private.h"
#include "pln-mix-problem.h"
#include "pln-mix-score.h"
#include "pln-mix-solve.h"

#define STEPS 60000

static gboolean
is_better (const PlnMixScore *one,
           const PlnMixScore *two)
{
  return one->violations < two->violations || (one->violations == two->violations && one->cost < two->cost);
}

/* The group that @code, a number to the base of the groups, says. */
static gboolean
decode (const PlnMixInstance *instance,
        guint64               code,
        PlnMixPlan           *plan)
{
  for (guint round = 0; round < instance->n_rounds; round++)
    for (guint person = 0; person < instance->n_people; person++)
      {
        const PlnMixRound *at = &instance->rounds[round];
        guint group = (guint) (code % at->groups->len);

        if (!pln_mix_instance_here (instance, person, round))
          continue;
        code /= at->groups->len;
        if (at->is_frozen && at->previous != NULL && at->previous[person] < at->groups->len
            && at->previous[person] != group)
          return FALSE; /* what has been held stays */
        pln_mix_plan_set_group (plan, round, person, group);
      }

  return TRUE;
}

static PlnMixScore
find_best (const PlnMixInstance *instance)
{
  PlnMixScore best = { .violations = G_MAXUINT64 };
  guint64 n_plans = 1;

  for (guint round = 0; round < instance->n_rounds; round++)
    for (guint person = 0; person < instance->n_people; person++)
      if (pln_mix_instance_here (instance, person, round))
        n_plans *= instance->rounds[round].groups->len;

  for (guint64 code = 0; code < n_plans; code++)
    {
      g_autoptr(PlnMixPlan) plan = pln_mix_plan_new (instance->n_people, instance->n_rounds);
      PlnMixScore score;

      if (!decode (instance, code, plan))
        continue;
      score = pln_mix_score_plan (instance, plan);
      if (is_better (&score, &best))
        best = score;
    }

  return best;
}

/* Small enough to try everything, with all that can be asked for. */
static void
test_nothing_better_exists (void)
{
  for (guint i = 0; i < 40; i++)
    {
      guint n_people = (guint) g_test_rand_int_range (3, 6);
      g_autoptr(PlnMixInstance) instance = mix_instance_random (n_people, 2, 2);
      g_autoptr(PlnMixPlan) plan = pln_mix_solve (instance, i, STEPS, NULL, NULL);
      PlnMixScore score = pln_mix_score_plan (instance, plan);
      PlnMixScore best = find_best (instance);

      g_assert_cmpuint (score.violations, ==, best.violations);
      g_assert_cmpuint (score.cost, ==, best.cost);
    }
}

/* Rules taken from a plan that exists can be kept, so they are. */
static void
test_what_can_be_kept_is (void)
{
  for (guint i = 0; i < 20; i++)
    {
      guint n_groups = (guint) g_test_rand_int_range (3, 8);
      guint size = (guint) g_test_rand_int_range (2, 6);
      guint n = n_groups * size;
      guint n_rounds = (guint) g_test_rand_int_range (2, 5);
      g_autoptr(PlnMixInstance) instance = mix_instance_plain (n, n_rounds, n_groups);
      g_autoptr(PlnMixPlan) plan = NULL;

      for (guint j = 0; j < n; j++)
        {
          guint round = (guint) g_test_rand_int_range (0, (gint32) n_rounds);
          guint people[] = { (guint) g_test_rand_int_range (0, (gint32) n), (guint) g_test_rand_int_range (0, (gint32) n) };
          gboolean is_same = (people[0] + people[0] / n_groups * round) % n_groups
                             == (people[1] + people[1] / n_groups * round) % n_groups;

          /* By the plan in which the columns of people turn. */
          if (is_same)
            pln_mix_instance_add_together (instance, people, 2, PLN_MIX_ROUND (round));
          else
            pln_mix_instance_add_apart (instance, people, 2, PLN_MIX_ROUND (round));
          if (j % 4 == 0)
            pln_mix_instance_add_fixed (instance, people[0], round,
                                        (people[0] + people[0] / n_groups * round) % n_groups);
        }

      plan = pln_mix_solve (instance, i, 10 * STEPS, NULL, NULL);
      g_assert_cmpuint (pln_mix_score_plan (instance, plan).violations, ==, 0);
    }
}

static void
test_everybody_there_has_a_place (void)
{
  for (guint i = 0; i < 40; i++)
    {
      guint n_groups = (guint) g_test_rand_int_range (1, 6);
      guint n = n_groups + (guint) g_test_rand_int_range (0, 40);
      g_autoptr(PlnMixInstance) instance = mix_instance_random (n, 3, n_groups);
      g_autoptr(PlnMixPlan) plan = pln_mix_solve (instance, i, STEPS / 10, NULL, NULL);
      g_autoptr(PlnMixPlan) again = pln_mix_solve (instance, i, STEPS / 10, NULL, NULL);
      g_autoptr(GArray) problems = pln_mix_list_problems (instance, plan);
      PlnMixScore score = pln_mix_score_plan (instance, plan);

      g_assert_true (pln_mix_plan_equal (plan, again));
      g_assert_cmpuint (score.misplaced, ==, 0);
      g_assert_cmpint (problems->len > 0, ==, score.violations > score.frozen);
      for (guint round = 0; round < 3; round++)
        for (guint person = 0; person < n; person++)
          {
            const PlnMixRound *at = &instance->rounds[round];

            if (at->is_frozen && at->previous != NULL && at->previous[person] < n_groups
                && pln_mix_instance_here (instance, person, round))
              g_assert_cmpuint (pln_mix_plan_get_group (plan, round, person), ==, at->previous[person]);
          }
    }
}

/* Designs that are known: nobody meets twice. */
static void
test_known_designs (void)
{
  static const guint rows[][3] = { /* groups, people in each, rounds */
    { 5, 3, 7 }, { 8, 4, 7 }, { 8, 4, 9 }, { 6, 6, 3 }, { 7, 5, 6 }, { 9, 5, 6 }, { 10, 4, 9 }, { 10, 10, 3 },
    { 10, 6, 6 }, { 15, 8, 6 }, { 30, 10, 8 }, { 125, 8, 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(PlnMixInstance) instance = mix_instance_plain (rows[i][0] * rows[i][1], rows[i][2], rows[i][0]);
      g_autoptr(PlnMixPlan) plan = pln_mix_solve (instance, 1, 40000000, NULL, NULL);

      g_assert_cmpuint (pln_mix_score_plan (instance, plan).cost, ==, 0);
    }
}

typedef struct
{
  guint   n_calls;
  guint64 cost;
} Watch;

static gboolean
stop_soon_cb (const PlnMixProgress *progress,
              gpointer              user_data)
{
  Watch *watch = user_data;
  g_autoptr(PlnMixPlan) plan = pln_mix_progress_copy_plan (progress);

  g_assert_cmpuint (pln_mix_plan_get_group (plan, 0, 0), <, 4);
  watch->cost = progress->cost;

  return ++watch->n_calls < 5;
}

static void
test_good_enough_now (void)
{
  g_autoptr(PlnMixInstance) instance = mix_instance_plain (20, 8, 4);
  Watch watch = { 0, 0 };
  g_autoptr(PlnMixPlan) plan = pln_mix_solve (instance, 1, G_MAXUINT64 / 2, stop_soon_cb, &watch);

  g_assert_cmpuint (watch.n_calls, ==, 5);
  g_assert_cmpuint (pln_mix_score_plan (instance, plan).cost, ==, watch.cost);
}

static PlnMixReason
only_reason (const PlnMixInstance *instance,
             PlnMixBroken          broken)
{
  g_autoptr(PlnMixPlan) plan = pln_mix_solve (instance, 1, STEPS, NULL, NULL);
  g_autoptr(GArray) problems = pln_mix_list_problems (instance, plan);

  g_assert_cmpuint (problems->len, >, 0);
  g_assert_cmpint (g_array_index (problems, PlnMixProblem, 0).broken, ==, broken);

  return g_array_index (problems, PlnMixProblem, 0).reason;
}

static void
test_reasons (void)
{
  static const guint all[] = { 0, 1, 2, 3, 4 };
  g_autoptr(PlnMixInstance) crowded = pln_mix_instance_new (5, 1);
  g_autoptr(PlnMixInstance) empty = pln_mix_instance_new (5, 1);
  g_autoptr(PlnMixInstance) large = mix_instance_plain (6, 1, 3);
  g_autoptr(PlnMixInstance) apart = mix_instance_plain (6, 1, 3);
  g_autoptr(PlnMixInstance) pinned = mix_instance_plain (6, 1, 3);

  pln_mix_instance_add_group (crowded, 0, 0, 4, PLN_MIX_NO_TOPIC);
  g_assert_cmpint (only_reason (crowded, PLN_MIX_BROKEN_TOO_FULL), ==, PLN_MIX_REASON_NO_PLACES);
  pln_mix_instance_add_group (empty, 0, 6, 9, PLN_MIX_NO_TOPIC);
  g_assert_cmpint (only_reason (empty, PLN_MIX_BROKEN_TOO_SMALL), ==, PLN_MIX_REASON_NO_PEOPLE);
  pln_mix_instance_add_together (large, all, 3, PLN_MIX_ALL_ROUNDS);
  g_assert_cmpint (only_reason (large, PLN_MIX_BROKEN_TOGETHER), ==, PLN_MIX_REASON_SET_TOO_LARGE);
  pln_mix_instance_add_apart (apart, all, 4, PLN_MIX_ALL_ROUNDS);
  g_assert_cmpint (only_reason (apart, PLN_MIX_BROKEN_APART), ==, PLN_MIX_REASON_TOO_MANY_APART);
  pln_mix_instance_add_fixed (pinned, 0, 0, 1);
  pln_mix_instance_add_fixed (pinned, 0, 0, 2);
  g_assert_cmpint (only_reason (pinned, PLN_MIX_BROKEN_FIXED), ==, PLN_MIX_REASON_FIXED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mix/solve/exhaustive", test_nothing_better_exists);
  g_test_add_func ("/mix/solve/keeps-rules", test_what_can_be_kept_is);
  g_test_add_func ("/mix/solve/places", test_everybody_there_has_a_place);
  g_test_add_func ("/mix/solve/designs", test_known_designs);
  g_test_add_func ("/mix/solve/stop", test_good_enough_now);
  g_test_add_func ("/mix/solve/reasons", test_reasons);

  return g_test_run ();
}
