/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-state-rules.h"

/* What people must and must not: pins, sets that move as one, and bonds. */

static void
count_bonds (PlnMixState  *self,
             const GArray *pairs)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      self->bond_start[g_array_index (pairs, PlnMixPair, i).a + 1]++;
      self->bond_start[g_array_index (pairs, PlnMixPair, i).b + 1]++;
    }
}

static void
put_bonds (PlnMixState  *self,
           const GArray *pairs,
           guint        *next,
           guint64       rounds,
           int           is_broken_by)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      const PlnMixPair *pair = &g_array_index (pairs, PlnMixPair, i);
      PlnMixBond bond = { pair->rounds & rounds, (guint16) pair->b, (gint8) is_broken_by };

      self->bonds[next[pair->a]++] = bond;
      bond.other = (guint16) pair->a;
      self->bonds[next[pair->b]++] = bond;
    }
}

/**
 * pln_mix_state_build_bonds:
 * @self: a state
 *
 * Lists for each person whom to meet and whom not; sets that move as one need
 * no bonds.
 */
void
pln_mix_state_build_bonds (PlnMixState *self)
{
  g_autoptr(GArray) together = pln_mix_instance_list_pairs (self->instance, self->instance->together);
  g_autoptr(GArray) apart = pln_mix_instance_list_pairs (self->instance, self->instance->apart);
  g_autofree guint *next = NULL;

  self->bond_start = g_new0 (guint, self->n_people + 1);
  count_bonds (self, apart);
  count_bonds (self, together);
  for (guint person = 0; person < self->n_people; person++)
    self->bond_start[person + 1] += self->bond_start[person];

  next = g_memdup2 (self->bond_start, (self->n_people + 1) * sizeof *next);
  self->bonds = g_new0 (PlnMixBond, 2 * (gsize) (together->len + apart->len) + 1);
  put_bonds (self, apart, next, PLN_MIX_ALL_ROUNDS, 1);
  put_bonds (self, together, next, self->loose, -1);
  self->has_bonds = apart->len > 0 || (together->len > 0 && self->loose != 0);
}

/* A frozen round stays as it was. Somebody who was not in it may still be
 * seated. */
static void
pin_frozen (PlnMixState *self)
{
  for (guint round = 0; round < self->n_rounds; round++)
    {
      const PlnMixRound *at = &self->instance->rounds[round];

      for (guint person = 0; at->is_frozen && at->previous != NULL && person < self->n_people; person++)
        if (at->previous[person] < at->groups->len && pln_mix_instance_here (self->instance, person, round))
          {
            self->is_rigid[pln_mix_state_index (self, round, person)] = TRUE;
            self->pin[pln_mix_state_index (self, round, person)] = at->previous[person];
          }
    }
}

/**
 * pln_mix_state_build_pins:
 * @self: a state
 *
 * Finds out who stays where.
 */
void
pln_mix_state_build_pins (PlnMixState *self)
{
  self->pin = pln_mix_state_nowhere_new (pln_mix_state_n_places (self));
  self->is_rigid = g_new0 (guint8, pln_mix_state_n_places (self));
  pin_frozen (self);

  for (guint i = 0; i < self->instance->pins->len; i++)
    {
      const PlnMixPin *pin = &g_array_index (self->instance->pins, PlnMixPin, i);
      gsize at = pln_mix_state_index (self, pin->round, pin->person);

      if (self->pin[at] != PLN_MIX_NOWHERE || !pln_mix_instance_here (self->instance, pin->person, pin->round))
        continue;
      self->pin[at] = (guint16) pin->group;
      self->is_rigid[at] = ((self->loose >> pin->round) & 1) == 0;
    }
}

static guint
find_root (guint *parent,
           guint  person)
{
  while (parent[person] != person)
    person = parent[person] = parent[parent[person]];

  return person;
}

/* Whether a set can move as one: it is not pinned to two groups. */
static gboolean
pin_block (PlnMixState       *self,
           const PlnMixBlock *block)
{
  guint pin = PLN_MIX_NOWHERE;

  for (guint i = 0; i < block->n_people; i++)
    {
      gsize at = pln_mix_state_index (self, block->round, block->people[i]);

      if (!self->is_rigid[at])
        continue;
      if (pin != PLN_MIX_NOWHERE && pin != self->pin[at])
        return FALSE;
      pin = self->pin[at];
    }

  for (guint i = 0; pin != PLN_MIX_NOWHERE && i < block->n_people; i++)
    {
      gsize at = pln_mix_state_index (self, block->round, block->people[i]);

      self->is_rigid[at] = TRUE;
      self->pin[at] = (guint16) pin;
    }

  return TRUE;
}

static guint
largest_group (const PlnMixState *self,
               guint              round)
{
  guint largest = 0;

  for (guint group = self->first[round]; group < self->first[round + 1]; group++)
    largest = MAX (largest, self->groups[group].max);

  return largest;
}

/* The sets of @round: joined pairs. What cannot move as one makes the round
 * loose. */
static void
build_blocks_of (PlnMixState  *self,
                 const GArray *together,
                 guint         round)
{
  g_autofree guint *parent = g_new (guint, self->n_people);
  g_autofree guint *sizes = g_new0 (guint, self->n_people);
  g_autofree guint *of_root = g_new (guint, self->n_people);
  guint largest = largest_group (self, round);
  guint first;

  for (guint person = 0; person < self->n_people; person++)
    {
      parent[person] = person;
      of_root[person] = G_MAXUINT;
    }
  for (guint i = 0; i < together->len; i++)
    {
      const PlnMixPair *pair = &g_array_index (together, PlnMixPair, i);

      if ((pair->rounds >> round) & 1)
        parent[find_root (parent, pair->b)] = find_root (parent, pair->a);
    }
  for (guint person = 0; person < self->n_people; person++)
    sizes[find_root (parent, person)]++;

  first = self->blocks->len;
  for (guint person = 0; person < self->n_people; person++)
    {
      PlnMixBlock block = { (guint16) round, 0, NULL };
      guint root = find_root (parent, person);
      PlnMixBlock *own;

      if (sizes[root] < 2)
        continue;
      if (of_root[root] == G_MAXUINT)
        {
          of_root[root] = self->blocks->len;
          block.people = g_new (guint16, sizes[root]);
          g_array_append_val (self->blocks, block);
        }
      own = &g_array_index (self->blocks, PlnMixBlock, of_root[root]);
      own->people[own->n_people++] = (guint16) person;
      self->block_of[pln_mix_state_index (self, round, person)] = of_root[root];
    }

  for (guint i = first; i < self->blocks->len; i++)
    {
      const PlnMixBlock *block = &g_array_index (self->blocks, PlnMixBlock, i);

      if (block->n_people > largest || !pin_block (self, block))
        self->loose |= PLN_MIX_ROUND (round);
    }
}

static void
block_clear (gpointer data)
{
  g_free (((PlnMixBlock *) data)->people);
}

/**
 * pln_mix_state_build_blocks:
 * @self: a state
 *
 * Finds the sets, of the pairs that should share a group. What cannot move as
 * one makes its round loose.
 */
void
pln_mix_state_build_blocks (PlnMixState *self)
{
  g_autoptr(GArray) together = pln_mix_instance_list_pairs (self->instance, self->instance->together);

  self->blocks = g_array_new (FALSE, FALSE, sizeof (PlnMixBlock));
  g_array_set_clear_func (self->blocks, block_clear);
  self->block_of = g_new (guint, pln_mix_state_n_places (self));
  memset (self->block_of, 0xff, pln_mix_state_n_places (self) * sizeof *self->block_of);

  for (guint round = 0; together->len > 0 && round < self->n_rounds; round++)
    if (((self->loose >> round) & 1) == 0)
      build_blocks_of (self, together, round);
}
