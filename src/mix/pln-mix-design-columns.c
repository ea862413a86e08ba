/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-design.h"

#include "pln-mix-field.h"

#include <math.h>
#include <string.h>

/* g groups, p people in each: the places are p columns of g rows. In round m
 * the place (column x, row y) belongs to group y + shift (x, m), sums taken in
 * the field of g elements or modulo g. So two places of a column never meet,
 * and those of columns x and x' meet as often as their difference of rows is
 * among shift (x', m) - shift (x, m). With shift (x, m) = x m in a field no
 * pair meets twice in up to g rounds. Other shifts are found by annealing the
 * few numbers that they are; with more columns than groups, where pairs must
 * meet again, too.
 *
 * Columns that nobody has met in yet can make further rounds: each is a
 * smaller task of the same kind. */

/* Columns² × groups: what is annealed. */
#define MOST_COUNTS 4000000

typedef struct
{
  const PlnMixShape *shape;
  PlnMixField       *field;
  guint              n_columns;
  guint              n_rounds;
  guint16           *shifts;  /* column × round */
  guint8            *counts;  /* column × column × difference */
} Columns;

static guint16 *
shift_at (const Columns *self,
          guint          column,
          guint          round)
{
  return &self->shifts[column * self->n_rounds + round];
}

static guint8 *
count_at (const Columns *self,
          guint          column,
          guint          other,
          guint          round)
{
  guint g = self->field->order;
  guint a = *shift_at (self, MIN (column, other), round);
  guint b = *shift_at (self, MAX (column, other), round);

  return &self->counts[((gsize) MIN (column, other) * self->n_columns + MAX (column, other)) * g
                       + self->field->difference[b * g + a]];
}

static gint64
step_price (const PlnMixShape *shape,
            guint              meetings)
{
  return pln_mix_shape_price (shape, meetings + 1) - pln_mix_shape_price (shape, meetings);
}

/* Takes a shift out of the counts, or puts it in. Returns: what that costs */
static gint64
change_counts (Columns *self,
               guint    column,
               guint    round,
               int      by)
{
  gint64 cost = 0;

  for (guint other = 0; other < self->n_columns; other++)
    {
      guint8 *count;

      if (other == column)
        continue;
      count = count_at (self, column, other, round);
      if (by < 0)
        --*count;
      cost += by * step_price (self->shape, *count);
      if (by > 0)
        ++*count;
    }

  return cost;
}

static gint64
count_all (Columns *self)
{
  gint64 cost = 0;

  for (guint column = 0; column < self->n_columns; column++)
    for (guint other = 0; other < column; other++)
      for (guint round = 0; round < self->n_rounds; round++)
        {
          guint8 *count = count_at (self, column, other, round);

          cost += step_price (self->shape, *count);
          ++*count;
        }

  return cost;
}

/* Costs are of one pair of rows; there are g of them. */
static void
anneal (Columns      *self,
        PlnMixRandom *random,
        guint64      *n_steps)
{
  gsize size = (gsize) self->n_columns * self->n_rounds * sizeof *self->shifts;
  g_autofree guint16 *best = g_memdup2 (self->shifts, size);
  gint64 cost = count_all (self);
  gint64 best_cost = cost;
  guint64 n = *n_steps / self->n_columns;
  double heat = 0;
  guint64 i;

  for (i = 0; i < n && best_cost > 0; i++)
    {
      guint column = pln_mix_random_below (random, self->n_columns);
      guint round = pln_mix_random_below (random, self->n_rounds);
      guint16 *shift = shift_at (self, column, round);
      guint16 old = *shift;
      gint64 delta;

      if (i % 256 == 0)
        heat = self->shape->repeat * (1.0 * pow (0.15, (double) (i % (n / 2 + 1)) / (n / 2 + 1)));
      delta = change_counts (self, column, round, -1);
      *shift = (guint16) pln_mix_random_below (random, self->field->order);
      delta += change_counts (self, column, round, 1);
      if (delta <= heat * -log (((pln_mix_random_next (random) >> 12) + 0.5) / (G_GUINT64_CONSTANT (1) << 52)))
        {
          cost += delta;
          if (cost < best_cost)
            {
              best_cost = cost;
              memcpy (best, self->shifts, size);
            }
          continue;
        }
      change_counts (self, column, round, -1);
      *shift = old;
      change_counts (self, column, round, 1);
    }

  *n_steps -= MIN (i * self->n_columns, *n_steps);
  memcpy (self->shifts, best, size);
}

static void
write_rounds (const Columns *self,
              guint16       *design)
{
  guint g = self->field->order;

  for (guint round = 0; round < self->n_rounds; round++)
    for (guint place = 0; place < self->shape->n_places; place++)
      design[(gsize) round * self->shape->n_places + place] =
        self->field->sum[place % g * g + *shift_at (self, place / g, round)];
}

/* Rounds within the columns, after those across them. */
static void
write_columns (const Columns *self,
               PlnMixRandom  *random,
               guint64       *n_steps,
               guint16       *design)
{
  guint g = self->field->order;
  guint in_column = g / self->n_columns;
  PlnMixShape inner = { g, in_column, self->shape->n_rounds - self->n_rounds, self->shape->repeat, self->shape->third };
  g_autofree guint16 *of_column = pln_mix_design_new (&inner, random, n_steps);

  for (guint round = 0; round < inner.n_rounds; round++)
    for (guint place = 0; place < self->shape->n_places; place++)
      design[(gsize) (self->n_rounds + round) * self->shape->n_places + place] =
        (guint16) (place / g * in_column + of_column[round * g + place % g]);
}

/**
 * pln_mix_design_columns:
 * @shape: what is asked for
 * @random: chance
 * @n_steps: (inout): how long to look; what is left of it
 *
 * Returns: (transfer full) (nullable): by round and place: the group; %NULL if
 *   there is no such design
 */
guint16 *
pln_mix_design_columns (const PlnMixShape *shape,
                        PlnMixRandom      *random,
                        guint64           *n_steps)
{
  guint g = shape->n_groups;
  guint16 *design;
  Columns self = { shape, NULL, (shape->n_places + g - 1) / g, shape->n_rounds, NULL, NULL };
  gboolean is_split;

  if (g < 2 || g > PLN_MIX_FIELD_MOST || shape->n_places < g)
    return NULL;

  /* Full columns that make whole groups of their own. */
  is_split = shape->n_rounds > g && shape->n_places == g * self.n_columns && g % self.n_columns == 0;
  if (is_split)
    self.n_rounds = g;
  self.field = pln_mix_field_new (g);
  self.shifts = g_new (guint16, (gsize) self.n_columns * self.n_rounds);
  for (guint column = 0; column < self.n_columns; column++)
    for (guint round = 0; round < self.n_rounds; round++)
      *shift_at (&self, column, round) = self.field->product[column % g * g + round % g];

  if ((gsize) self.n_columns * self.n_columns * g <= MOST_COUNTS)
    {
      self.counts = g_malloc0 ((gsize) self.n_columns * self.n_columns * g);
      anneal (&self, random, n_steps);
      g_free (self.counts);
    }

  design = g_new (guint16, (gsize) shape->n_rounds * shape->n_places);
  write_rounds (&self, design);
  if (is_split)
    write_columns (&self, random, n_steps, design);
  g_free (self.shifts);
  pln_mix_field_free (self.field);

  return design;
}
