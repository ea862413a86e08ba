/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-mix-random.h"

G_BEGIN_DECLS

/* Plans by construction, in which few pairs or none meet twice. They know
 * places, not people: whoever gets a place sits where it leads. */

/**
 * PlnMixShape:
 * @n_places: how many people
 * @n_groups: groups in each round
 * @n_rounds: how many rounds
 * @repeat: what the second meeting of a pair costs
 * @third: what the third costs more
 */
typedef struct
{
  guint n_places;
  guint n_groups;
  guint n_rounds;
  guint repeat;
  guint third;
} PlnMixShape;

guint16 *pln_mix_design_new        (const PlnMixShape *shape,
                                    PlnMixRandom      *random,
                                    guint64           *n_steps);

/* The two kinds (pln-mix-design-columns.c, pln-mix-design-cyclic.c). */
guint16 *pln_mix_design_columns    (const PlnMixShape *shape,
                                    PlnMixRandom      *random,
                                    guint64           *n_steps);
guint16 *pln_mix_design_cyclic     (const PlnMixShape *shape,
                                    guint              n_bases,
                                    PlnMixRandom      *random,
                                    guint64           *n_steps);
guint64  pln_mix_design_cost       (const PlnMixShape *shape,
                                    const guint16     *design);

/* What a pair costs that meets @meetings times. */
static inline gint64
pln_mix_shape_price (const PlnMixShape *shape,
                     guint              meetings)
{
  gint64 m = meetings;

  return m < 2 ? 0 : shape->repeat * (m - 1) + shape->third * ((m - 1) * (m - 2) / 2);
}

G_END_DECLS
