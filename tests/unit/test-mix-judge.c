/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-judge.h"

#include "mix-instance.h"
#include "pln-mix-score.h"

/* Four people in two rounds: 0 and 1 meet twice, 2 and 3 too. */
static PlnMixInstance *
four_people (void)
{
  PlnMixInstance *instance = pln_mix_instance_new (4, 2);
  guint sectors = pln_mix_instance_add_attribute (instance, 1);
  guint a = pln_mix_instance_add_value (instance, sectors);
  guint b = pln_mix_instance_add_value (instance, sectors);

  for (guint round = 0; round < 2; round++)
    for (guint group = 0; group < 2; group++)
      pln_mix_instance_add_group (instance, round, 0, 4, PLN_MIX_NO_TOPIC);
  pln_mix_instance_give_value (instance, 0, a);
  pln_mix_instance_give_value (instance, 1, b);
  pln_mix_instance_give_value (instance, 2, b);

  return instance;
}

static PlnMixPlan *
pairs_stay (void)
{
  PlnMixPlan *plan = pln_mix_plan_new (4, 2);

  for (guint round = 0; round < 2; round++)
    for (guint person = 0; person < 4; person++)
      pln_mix_plan_set_group (plan, round, person, person / 2);

  return plan;
}

static void
test_says_who_meets_again (void)
{
  g_autoptr(PlnMixInstance) instance = four_people ();
  g_autoptr(PlnMixPlan) plan = pairs_stay ();
  g_autoptr(PlnMixFacts) facts = pln_mix_judge_plan (instance, plan, 0);
  const PlnMixAgain *again;

  g_assert_cmpuint (facts->met[0].n_met, ==, 1);
  g_assert_cmpuint (facts->met[0].n_most, ==, 2);
  g_assert_cmpuint (facts->met[0].n_rounds, ==, 2);
  g_assert_cmpuint (facts->again->len, ==, 2);
  again = &g_array_index (facts->again, PlnMixAgain, 0);
  g_assert_cmpuint (again->a, ==, 0);
  g_assert_cmpuint (again->b, ==, 1);
  g_assert_cmpuint (again->times, ==, 2);
  g_assert_cmpuint (g_array_index (facts->tables, PlnMixTable, 0).n_new, ==, 1);
  g_assert_cmpuint (g_array_index (facts->tables, PlnMixTable, 2).n_new, ==, 0);
}

static void
test_says_who_sees_whom (void)
{
  g_autoptr(PlnMixInstance) instance = four_people ();
  g_autoptr(PlnMixPlan) plan = pairs_stay ();
  g_autoptr(PlnMixFacts) facts = pln_mix_judge_plan (instance, plan, 0);

  g_assert_cmpuint (facts->n_cross, ==, 1); /* nobody knows where 3 works */
  g_assert_true (pln_mix_facts_sees (facts, 0, 1));
  g_assert_false (pln_mix_facts_sees (facts, 0, 0));
  g_assert_true (pln_mix_facts_sees (facts, 3, 1));
  g_assert_cmpuint (pln_mix_facts_kinds (facts, 0, 0), ==, 2);
  g_assert_cmpuint (pln_mix_facts_kinds (facts, 1, 0), ==, 1);
}

static void
test_who_stays_together_does_not_meet_again (void)
{
  g_autoptr(PlnMixInstance) instance = four_people ();
  g_autoptr(PlnMixPlan) plan = pairs_stay ();
  g_autoptr(PlnMixFacts) facts = NULL;

  pln_mix_instance_add_together (instance, (guint[]) { 0, 1 }, 2, PLN_MIX_ALL_ROUNDS);
  facts = pln_mix_judge_plan (instance, plan, 0);
  g_assert_cmpuint (facts->again->len, ==, 1);
  g_assert_cmpuint (g_array_index (facts->again, PlnMixAgain, 0).a, ==, 2);
}

static void
test_who_met_before_is_not_new (void)
{
  g_autoptr(PlnMixInstance) instance = four_people ();
  g_autoptr(PlnMixPlan) plan = pairs_stay ();
  g_autoptr(PlnMixFacts) facts = NULL;

  pln_mix_instance_add_past (instance, 1, 0, 1);
  facts = pln_mix_judge_plan (instance, plan, 0);
  g_assert_cmpuint (facts->met[0].n_met, ==, 0);
  g_assert_cmpuint (facts->n_cross_before, ==, 1);
  g_assert_cmpuint (g_array_index (facts->again, PlnMixAgain, 0).past, ==, 1);
}

static void
test_who_sits_nowhere_meets_nobody (void)
{
  g_autoptr(PlnMixInstance) instance = four_people ();
  g_autoptr(PlnMixPlan) plan = pln_mix_plan_new (4, 2);
  g_autoptr(PlnMixFacts) facts = pln_mix_judge_plan (instance, plan, 0);

  for (guint person = 0; person < 4; person++)
    g_assert_cmpuint (facts->met[person].n_rounds + facts->met[person].n_met, ==, 0);
}

/* The facts of any plan are those that the score counts. */
static void
test_agrees_with_the_score (void)
{
  for (guint i = 0; i < 200; i++)
    {
      guint n_groups = (guint) g_test_rand_int_range (2, 6);
      guint n_rounds = (guint) g_test_rand_int_range (1, 5);
      guint n = (guint) g_test_rand_int_range (4, 30);
      g_autoptr(PlnMixInstance) instance = mix_instance_random (n, n_rounds, n_groups);
      g_autoptr(PlnMixPlan) plan = pln_mix_plan_new (n, n_rounds);
      g_autoptr(PlnMixFacts) facts = NULL;
      PlnMixScore score;
      guint64 repeats = 0;
      guint64 past = 0;

      for (guint round = 0; round < n_rounds; round++)
        for (guint person = 0; person < n; person++)
          if (g_test_rand_int_range (0, 10) > 0)
            pln_mix_plan_set_group (plan, round, person,
                                    (guint) g_test_rand_int_range (0, (int) pln_mix_instance_get_n_groups (instance, round)));
      facts = pln_mix_judge_plan (instance, plan, 0);
      score = pln_mix_score_plan (instance, plan);
      for (guint j = 0; j < facts->again->len; j++)
        {
          const PlnMixAgain *again = &g_array_index (facts->again, PlnMixAgain, j);

          repeats += again->times - 1;
          past += again->past;
        }
      g_assert_cmpuint (repeats, ==, score.repeats);
      g_assert_cmpuint (past, ==, score.past);
    }
}

/* It is asked while a card is held: 300 people, three rounds. */
static void
test_is_fast (void)
{
  g_autoptr(PlnMixInstance) instance = mix_instance_plain (300, 3, 30);
  g_autoptr(PlnMixPlan) plan = pln_mix_plan_new (300, 3);
  double best = G_MAXDOUBLE;

  for (guint round = 0; round < 3; round++)
    for (guint person = 0; person < 300; person++)
      pln_mix_plan_set_group (plan, round, person, (person * (round + 1)) % 30);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr(PlnMixFacts) facts = NULL;

      g_test_timer_start ();
      facts = pln_mix_judge_plan (instance, plan, 0);
      best = MIN (best, g_test_timer_elapsed ());
      g_assert_cmpuint (facts->n_people, ==, 300);
    }
  g_test_minimized_result (best, "300 people, 3 rounds: %.3f ms", best * 1000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mix/judge/again", test_says_who_meets_again);
  g_test_add_func ("/mix/judge/cross", test_says_who_sees_whom);
  g_test_add_func ("/mix/judge/together", test_who_stays_together_does_not_meet_again);
  g_test_add_func ("/mix/judge/before", test_who_met_before_is_not_new);
  g_test_add_func ("/mix/judge/nowhere", test_who_sits_nowhere_meets_nobody);
  g_test_add_func ("/mix/judge/score", test_agrees_with_the_score);
  g_test_add_func ("/mix/judge/fast", test_is_fast);

  return g_test_run ();
}
