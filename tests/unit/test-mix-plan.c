/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-plan.h"

static void
test_nobody_sits_at_first (void)
{
  g_autoptr(PlnMixPlan) plan = pln_mix_plan_new (5, 2);

  for (guint round = 0; round < 2; round++)
    for (guint person = 0; person < 5; person++)
      g_assert_cmpuint (pln_mix_plan_get_group (plan, round, person), ==, PLN_MIX_NOWHERE);
}

static void
test_copy_is_its_own (void)
{
  g_autoptr(PlnMixPlan) plan = pln_mix_plan_new (5, 2);
  g_autoptr(PlnMixPlan) copy = NULL;

  pln_mix_plan_set_group (plan, 1, 4, 300);
  copy = pln_mix_plan_copy (plan);
  g_assert_true (pln_mix_plan_equal (plan, copy));
  pln_mix_plan_set_group (copy, 1, 4, 2);
  g_assert_false (pln_mix_plan_equal (plan, copy));
  g_assert_cmpuint (pln_mix_plan_get_group (plan, 1, 4), ==, 300);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mix/plan/empty", test_nobody_sits_at_first);
  g_test_add_func ("/mix/plan/copy", test_copy_is_its_own);

  return g_test_run ();
}
