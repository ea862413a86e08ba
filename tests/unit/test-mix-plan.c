/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-plan.h"

/* Whatever the plan is, these must hold. */
static void
test_repeats_are_bounded (void)
{
  for (guint i = 0; i < 200; i++)
    {
      guint n_people = g_test_rand_int_range (1, 12);
      guint n_groups = g_test_rand_int_range (1, 5);
      guint n_rounds = g_test_rand_int_range (1, 6);
      guint most = n_people * (n_people - 1) / 2 * (n_rounds - 1);
      g_autoptr(PlnMixPlan) plan = pln_mix_plan_new (n_people, n_groups, n_rounds);

      for (guint round = 0; round < n_rounds; round++)
        for (guint person = 0; person < n_people; person++)
          pln_mix_plan_set_group (plan, round, person, g_test_rand_int_range (0, n_groups));

      g_assert_cmpuint (pln_mix_plan_count_repeats (plan), <=, most);
      if (n_groups == 1)
        g_assert_cmpuint (pln_mix_plan_count_repeats (plan), ==, most);
    }
}

static void
test_crowded_group_is_named (void)
{
  g_autoptr(PlnMixPlan) plan = pln_mix_plan_new (5, 2, 2);
  g_autoptr(GError) error = NULL;

  for (guint person = 0; person < 5; person++)
    pln_mix_plan_set_group (plan, 0, person, person % 2);

  g_assert_true (pln_mix_plan_check (plan, 5, NULL));
  g_assert_false (pln_mix_plan_check (plan, 3, &error));
  g_assert_error (error, PLN_MIX_ERROR, PLN_MIX_ERROR_CROWDED);
  g_assert_nonnull (g_strstr_len (error->message, -1, "Group 1 has 5 people in round 2"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mix/plan/repeats", test_repeats_are_bounded);
  g_test_add_func ("/mix/plan/crowded", test_crowded_group_is_named);

  return g_test_run ();
}
