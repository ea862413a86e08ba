/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-design.h"

/* The kinds are tried in turn, each for a part of the time. */
#define MOST_BASES 3

/**
 * pln_mix_design_cost:
 * @shape: what was asked for
 * @design: by round and place: the group
 *
 * Takes time proportional to places² × rounds.
 *
 * Returns: what the pairs cost that meet more than once
 */
guint64
pln_mix_design_cost (const PlnMixShape *shape,
                     const guint16     *design)
{
  guint n = shape->n_places;
  guint64 cost = 0;

  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < a; b++)
      {
        guint meetings = 0;

        for (guint round = 0; round < shape->n_rounds; round++)
          meetings += design[(gsize) round * n + a] == design[(gsize) round * n + b];
        cost += (guint64) pln_mix_shape_price (shape, meetings);
      }

  return cost;
}

static void
take_better (const PlnMixShape *shape,
             guint16          **best,
             guint64           *best_cost,
             guint16           *other)
{
  guint64 cost;

  if (other == NULL)
    return;
  cost = pln_mix_design_cost (shape, other);
  if (cost < *best_cost || *best == NULL)
    {
      g_free (*best);
      *best = other;
      *best_cost = cost;
    }
  else
    g_free (other);
}

/**
 * pln_mix_design_new:
 * @shape: what is asked for
 * @random: chance
 * @n_steps: (inout): how long to look; what is left of it
 *
 * Returns: (transfer full): by round and place: the group
 */
guint16 *
pln_mix_design_new (const PlnMixShape *shape,
                    PlnMixRandom      *random,
                    guint64           *n_steps)
{
  guint16 *best = NULL;
  guint64 best_cost = G_MAXUINT64;
  guint64 part = *n_steps / (MOST_BASES + 1);

  for (guint n_bases = 0; n_bases <= MOST_BASES && best_cost > 0; n_bases++)
    {
      guint64 left = part;

      take_better (shape, &best, &best_cost,
                   n_bases == 0 ? pln_mix_design_columns (shape, random, &left)
                                : pln_mix_design_cyclic (shape, n_bases, random, &left));
      *n_steps -= part - left;
    }

  if (best == NULL)
    {
      best = g_new (guint16, (gsize) shape->n_rounds * shape->n_places);
      for (gsize i = 0; i < (gsize) shape->n_rounds * shape->n_places; i++)
        best[i] = (guint16) (i % shape->n_places % MAX (shape->n_groups, 1));
    }

  return best;
}
