/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-design.h"

#include <math.h>
#include <string.h>

/* One round, or a few, of which the others are turned copies: the places are
 * classes of q, numbered modulo q, and some that stay fixed; each further
 * round adds 1 to the numbers. Pairs of places fall into orbits, whose pairs
 * all meet equally often. So a round that meets each orbit once at most makes
 * q rounds in which no pair meets twice, and it is found by annealing one
 * round instead of all. */

#define MOST_PLACES 256

typedef struct
{
  const PlnMixShape *shape;
  guint    modulus;
  guint    n_classes;
  guint    n_bases;
  guint    n_orbits;
  guint16 *orbits;   /* place × place */
  guint   *sizes;    /* by orbit: pairs in it */
  guint8  *turns;    /* by orbit: meetings of its pairs for one in a base round */
  guint8  *counts;   /* by orbit */
  guint16 *at;       /* base × place: the group */
  guint16 *members;  /* base × group × size */
  guint16 *seat;     /* base × place */
  guint    size;     /* of the largest groups */
  guint   *fill;     /* base × group */
} Cyclic;

static guint
find_orbit (Cyclic *self,
            guint   a,
            guint   b)
{
  guint q = self->modulus;
  guint k = self->n_classes;
  guint class_a = MIN (a, b) / q;
  guint class_b = MAX (a, b) / q;
  guint d = (MAX (a, b) % q + q - MIN (a, b) % q) % q;
  guint orbit;

  if (MIN (a, b) >= q * k) /* two fixed places */
    {
      orbit = k * k * q + (self->shape->n_places - q * k) * k + (MIN (a, b) - q * k) * self->shape->n_places + MAX (a, b) - q * k;
      self->sizes[orbit] = 1;
      self->turns[orbit] = (guint8) q;
    }
  else if (MAX (a, b) >= q * k)
    {
      orbit = k * k * q + (MAX (a, b) - q * k) * k + class_a;
      self->sizes[orbit] = q;
      self->turns[orbit] = 1;
    }
  else
    {
      gboolean is_half = class_a == class_b && 2 * d == q;

      if (class_a == class_b)
        d = MIN (d, q - d);
      orbit = (class_a * k + class_b) * q + d;
      self->sizes[orbit] = is_half ? q / 2 : q;
      self->turns[orbit] = is_half ? 2 : 1;
    }

  return orbit;
}

static void
list_orbits (Cyclic *self)
{
  guint n = self->shape->n_places;
  guint n_fixed = n - self->modulus * self->n_classes;

  self->n_orbits = self->n_classes * self->n_classes * self->modulus + n_fixed * self->n_classes + n_fixed * n + n;
  self->orbits = g_new0 (guint16, n * n);
  self->sizes = g_new0 (guint, self->n_orbits);
  self->turns = g_new0 (guint8, self->n_orbits);
  self->counts = g_new0 (guint8, self->n_orbits);
  for (guint a = 0; a < n; a++)
    for (guint b = 0; b < n; b++)
      if (a != b)
        self->orbits[a * n + b] = (guint16) find_orbit (self, a, b);
}

static gint64
meet (Cyclic *self,
      guint   a,
      guint   b,
      int     by)
{
  guint orbit = self->orbits[a * self->shape->n_places + b];
  guint before = self->counts[orbit] * self->turns[orbit];

  self->counts[orbit] += by;

  return self->sizes[orbit] * (pln_mix_shape_price (self->shape, self->counts[orbit] * self->turns[orbit])
                               - pln_mix_shape_price (self->shape, before));
}

static gint64
meet_group (Cyclic *self,
            guint   base,
            guint   group,
            guint   place,
            guint   without,
            int     by)
{
  const guint16 *members = self->members + (base * self->shape->n_groups + group) * self->size;
  guint n = self->fill[base * self->shape->n_groups + group];
  gint64 cost = 0;

  for (guint i = 0; i < n; i++)
    if (members[i] != place && members[i] != without)
      cost += meet (self, place, members[i], by);

  return cost;
}

static void
swap (Cyclic *self,
      guint   base,
      guint   a,
      guint   b)
{
  guint n = self->shape->n_places;
  guint16 *at = self->at + base * n;
  guint16 *seat = self->seat + base * n;
  guint16 *members = self->members + base * self->shape->n_groups * self->size;
  guint16 group = at[a];
  guint16 seat_a = seat[a];

  members[at[a] * self->size + seat[a]] = (guint16) b;
  members[at[b] * self->size + seat[b]] = (guint16) a;
  at[a] = at[b];
  at[b] = group;
  seat[a] = seat[b];
  seat[b] = seat_a;
}

/* Returns: what it costs that @a and @b have changed places */
static gint64
exchange (Cyclic *self,
          guint   base,
          guint   a,
          guint   b)
{
  guint group_a = self->at[base * self->shape->n_places + a];
  guint group_b = self->at[base * self->shape->n_places + b];
  gint64 delta = meet_group (self, base, group_a, a, b, -1) + meet_group (self, base, group_b, b, a, -1);

  swap (self, base, a, b);

  return delta + meet_group (self, base, group_b, a, b, 1) + meet_group (self, base, group_a, b, a, 1);
}

/* Fixed places come first: no two of them in one group. */
static gint64
deal (Cyclic       *self,
      PlnMixRandom *random)
{
  guint n = self->shape->n_places;
  guint g = self->shape->n_groups;
  g_autofree guint *order = g_new (guint, n);
  gint64 cost = 0;

  memset (self->fill, 0, self->n_bases * g * sizeof *self->fill);
  for (guint base = 0; base < self->n_bases; base++)
    {
      for (guint i = 0; i < n; i++)
        order[i] = n - 1 - i;
      pln_mix_random_shuffle (random, order + (n - self->modulus * self->n_classes), self->modulus * self->n_classes);
      for (guint i = 0; i < n; i++)
        {
          guint place = order[i];
          guint group = i % g;
          guint *fill = &self->fill[base * g + group];

          cost += meet_group (self, base, group, place, place, 1);
          self->at[base * n + place] = (guint16) group;
          self->seat[base * n + place] = (guint16) *fill;
          self->members[(base * g + group) * self->size + (*fill)++] = (guint16) place;
        }
    }

  return cost;
}

static gint64
anneal (Cyclic       *self,
        PlnMixRandom *random,
        guint64      *n_steps)
{
  guint n = self->shape->n_places;
  gsize size = self->n_bases * n * sizeof *self->at;
  gint64 cost = deal (self, random);
  g_autofree guint16 *best = g_memdup2 (self->at, size);
  gint64 best_cost = cost;
  guint64 n_tries = *n_steps / 3;
  double heat = 0;
  guint64 i;

  for (i = 0; i < n_tries && best_cost > 0; i++)
    {
      guint base = pln_mix_random_below (random, self->n_bases);
      guint a = pln_mix_random_below (random, n);
      guint b = pln_mix_random_below (random, n);
      gint64 delta;

      if (i % 256 == 0)
        heat = self->shape->repeat * (double) self->modulus
               * (0.75 * pow (0.25, (double) (i % (n_tries / 3 + 1)) / (n_tries / 3 + 1)));
      if (self->at[base * n + a] == self->at[base * n + b])
        continue;
      delta = exchange (self, base, a, b);
      if (delta > heat * -log (((pln_mix_random_next (random) >> 12) + 0.5) / (G_GUINT64_CONSTANT (1) << 52)))
        {
          exchange (self, base, a, b);
          continue;
        }
      cost += delta;
      if (cost < best_cost)
        {
          best_cost = cost;
          memcpy (best, self->at, size);
        }
    }

  *n_steps -= MIN (3 * i, *n_steps);
  memcpy (self->at, best, size);

  return best_cost;
}

static guint16 *
write_design (const Cyclic *self)
{
  guint n = self->shape->n_places;
  guint q = self->modulus;
  guint16 *design = g_new (guint16, (gsize) self->shape->n_rounds * n);

  for (guint round = 0; round < self->shape->n_rounds; round++)
    for (guint place = 0; place < n; place++)
      {
        guint turned = place < q * self->n_classes ? place / q * q + (place % q + round / self->n_bases) % q : place;

        design[(gsize) round * n + turned] = self->at[round % self->n_bases * n + place];
      }

  return design;
}

/**
 * pln_mix_design_cyclic:
 * @shape: what is asked for
 * @n_bases: how many rounds are not copies
 * @random: chance
 * @n_steps: (inout): how long to look; what is left of it
 *
 * Returns: (transfer full) (nullable): by round and place: the group; %NULL if
 *   there is no such design
 */
guint16 *
pln_mix_design_cyclic (const PlnMixShape *shape,
                       guint              n_bases,
                       PlnMixRandom      *random,
                       guint64           *n_steps)
{
  guint n = shape->n_places;
  Cyclic self = { shape, (shape->n_rounds + n_bases - 1) / n_bases };
  guint16 *design;

  if (n > MOST_PLACES || self.modulus < 2 || n < self.modulus || shape->n_groups < 2)
    return NULL;

  self.n_bases = n_bases;
  self.n_classes = n / self.modulus;
  self.size = (n + shape->n_groups - 1) / shape->n_groups;
  list_orbits (&self);
  self.at = g_new0 (guint16, n_bases * n);
  self.seat = g_new0 (guint16, n_bases * n);
  self.members = g_new0 (guint16, n_bases * shape->n_groups * self.size);
  self.fill = g_new0 (guint, n_bases * shape->n_groups);

  anneal (&self, random, n_steps);
  design = write_design (&self);

  g_free (self.orbits);
  g_free (self.sizes);
  g_free (self.turns);
  g_free (self.counts);
  g_free (self.at);
  g_free (self.seat);
  g_free (self.members);
  g_free (self.fill);

  return design;
}
