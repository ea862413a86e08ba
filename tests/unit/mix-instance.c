/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mix-instance.h"

static guint
below (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

PlnMixInstance *
mix_instance_plain (guint n_people,
                    guint n_rounds,
                    guint n_groups)
{
  PlnMixInstance *instance = pln_mix_instance_new (n_people, n_rounds);

  for (guint round = 0; round < n_rounds; round++)
    for (guint group = 0; group < n_groups; group++)
      pln_mix_instance_add_group (instance, round, n_people / n_groups, (n_people + n_groups - 1) / n_groups,
                                  PLN_MIX_NO_TOPIC);

  return instance;
}

static void
add_people (PlnMixInstance *instance,
            guint           n_values,
            guint           n_topics)
{
  for (guint person = 0; person < pln_mix_instance_get_n_people (instance); person++)
    {
      guint topics[] = { below (n_topics), 0 };

      if (below (5) == 0)
        pln_mix_instance_set_presence (instance, person, below (G_MAXINT32));
      for (guint value = 0; value < n_values; value++)
        if (below (3) == 0)
          pln_mix_instance_give_value (instance, person, value);
      pln_mix_instance_give_role (instance, person, below (3));
      topics[1] = (topics[0] + 1) % n_topics;
      if (below (4) > 0)
        pln_mix_instance_set_prefers (instance, person, topics, 1 + below (2));
    }
}

static void
add_rules (PlnMixInstance *instance,
           guint           n_rounds,
           guint           n_groups)
{
  guint n = pln_mix_instance_get_n_people (instance);

  for (guint i = 0; i < n / 4; i++)
    {
      guint people[] = { below (n), below (n), below (n) };

      if (below (3) == 0)
        pln_mix_instance_add_together (instance, people, 2 + below (2), below (2) ? PLN_MIX_ALL_ROUNDS : below (8));
      else
        pln_mix_instance_add_apart (instance, people, 2, below (2) ? PLN_MIX_ALL_ROUNDS : below (8));
      if (below (4) == 0) /* i: nobody twice */
        pln_mix_instance_add_fixed (instance, i, below (n_rounds), below (n_groups));
      if (people[0] != people[1])
        pln_mix_instance_add_past (instance, people[0], people[1], 1 + below (4));
    }

  for (guint round = 0; below (2) && round < n_rounds; round++)
    {
      for (guint person = 0; person < n; person++)
        pln_mix_instance_set_previous (instance, round, person,
                                       below (6) ? below (n_groups) : below (2) ? PLN_MIX_GONE : PLN_MIX_NOWHERE);
      if (below (3) == 0)
        pln_mix_instance_freeze (instance, round);
    }
}

/* All that can be said, and rules that may contradict each other. */
PlnMixInstance *
mix_instance_random (guint n_people,
                     guint n_rounds,
                     guint n_groups)
{
  PlnMixInstance *instance = pln_mix_instance_new (n_people, n_rounds);
  guint n_values = below (2) ? 4 : 70; /* more than fit into a word */
  guint n_topics = 2 + below (3);

  pln_mix_instance_add_attribute (instance, 2);
  pln_mix_instance_add_attribute (instance, 1);
  for (guint value = 0; value < n_values; value++)
    pln_mix_instance_add_value (instance, value % 2);

  for (guint round = 0; round < n_rounds; round++)
    for (guint group = 0; group < n_groups; group++)
      {
        guint size = n_people / n_groups;

        pln_mix_instance_add_group (instance, round, size - MIN (below (2), size), size + below (3),
                                    below (4) ? below (n_topics) : PLN_MIX_NO_TOPIC);
        pln_mix_instance_need_role (instance, round, group, below (3), 1 + below (2));
      }
  add_people (instance, n_values, n_topics);
  add_rules (instance, n_rounds, n_groups);

  return instance;
}
