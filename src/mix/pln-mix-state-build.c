/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-state.h"

#include <string.h>

static gsize
n_places (const PlnMixState *self)
{
  return (gsize) self->n_rounds * self->n_people;
}

static guint16 *
nowhere_new (gsize n)
{
  guint16 *groups = g_new (guint16, n);

  memset (groups, 0xff, n * sizeof *groups);

  return groups;
}

/* --- who met whom --- */

static void
build_pairs (PlnMixState *self)
{
  const guint *weights = self->instance->weights;
  g_autoptr(GArray) together = pln_mix_instance_list_pairs (self->instance, self->instance->together);
  g_autoptr(GArray) past = pln_mix_instance_list_past (self->instance);

  self->has_kinds = together->len > 0 || past->len > 0;
  self->pairs = g_malloc0 ((gsize) self->n_people * self->n_people);

  for (guint i = 0; i < past->len; i++)
    {
      const PlnMixMeeting *met = &g_array_index (past, PlnMixMeeting, i);

      pln_mix_state_pairs_of (self, met->a)[met->b] = PLN_MIX_KIND (met->times);
      pln_mix_state_pairs_of (self, met->b)[met->a] = PLN_MIX_KIND (met->times);
    }
  for (guint i = 0; i < together->len; i++)
    {
      const PlnMixPair *pair = &g_array_index (together, PlnMixPair, i);

      pln_mix_state_pairs_of (self, pair->a)[pair->b] = PLN_MIX_KIND (PLN_MIX_EXEMPT);
      pln_mix_state_pairs_of (self, pair->b)[pair->a] = PLN_MIX_KIND (PLN_MIX_EXEMPT);
    }
  for (guint person = 0; person < self->n_people; person++)
    pln_mix_state_pairs_of (self, person)[person] = PLN_MIX_KIND (PLN_MIX_EXEMPT);

  for (guint kind = 0; kind < PLN_MIX_EXEMPT; kind++)
    for (guint m = 0; m < PLN_MIX_MAX_ROUNDS; m++)
      {
        guint price = m == 0 ? kind * weights[PLN_MIX_WEIGHT_PAST]
                             : weights[PLN_MIX_WEIGHT_REPEAT] + (m - 1) * weights[PLN_MIX_WEIGHT_THIRD];

        self->add[PLN_MIX_KIND (kind) + m] = (int) price;
      }
}

/* Before anybody sits, only a change from the plan before costs. */
static void
build_company (PlnMixState *self)
{
  int change = (int) self->instance->weights[PLN_MIX_WEIGHT_CHANGE];

  self->company = g_new0 (int, (gsize) self->first[self->n_rounds] * self->n_people + 1);
  for (guint round = 0; round < self->n_rounds; round++)
    {
      const PlnMixRound *at = &self->instance->rounds[round];

      for (guint group = 0; at->previous != NULL && !at->is_frozen && group < at->groups->len; group++)
        for (guint person = 0; person < self->n_people; person++)
          if (at->previous[person] != PLN_MIX_NOWHERE && at->previous[person] != group)
            pln_mix_state_company (self, round, group)[person] = change;
    }
}

/* --- what groups should reflect --- */

static int
compare_features (gconstpointer a,
                  gconstpointer b)
{
  return (int) *(const guint16 *) a - (int) *(const guint16 *) b;
}

static void
list_features (PlnMixState *self)
{
  GArray *features = g_array_new (FALSE, FALSE, sizeof (guint16));

  self->feature_start = g_new0 (guint, self->n_people + 1);
  for (guint person = 0; person < self->n_people; person++)
    {
      const PlnMixPerson *at = &self->instance->people[person];
      guint first = features->len;

      for (guint i = 0; at->values != NULL && i < at->values->len; i++)
        {
          guint16 f = (guint16) g_array_index (at->values, guint, i);

          g_array_append_val (features, f);
        }
      for (guint i = 0; at->roles != NULL && i < at->roles->len; i++)
        {
          guint16 f = (guint16) (self->n_values + g_array_index (at->roles, guint, i));

          g_array_append_val (features, f);
        }
      if (features->len > first)
        qsort (&g_array_index (features, guint16, first), features->len - first, sizeof (guint16), compare_features);
      self->feature_start[person + 1] = features->len;
    }
  self->features = (guint16 *) (gpointer) g_array_free (features, FALSE);

  if (self->n_features > 64)
    return;
  self->masks = g_new0 (guint64, self->n_people);
  for (guint person = 0; person < self->n_people; person++)
    for (guint i = self->feature_start[person]; i < self->feature_start[person + 1]; i++)
      self->masks[person] |= G_GUINT64_CONSTANT (1) << self->features[i];
}

static void
count_held (PlnMixState *self)
{
  self->here = g_new0 (guint, self->n_rounds);
  self->held = g_new0 (guint16, (gsize) self->n_rounds * self->n_values + 1);

  for (guint round = 0; round < self->n_rounds; round++)
    for (guint person = 0; person < self->n_people; person++)
      {
        if (!pln_mix_instance_here (self->instance, person, round))
          continue;
        self->here[round]++;
        for (guint i = self->feature_start[person]; i < self->feature_start[person + 1]; i++)
          if (self->features[i] < self->n_values)
            self->held[(gsize) round * self->n_values + self->features[i]]++;
      }
}

static void
build_features (PlnMixState *self)
{
  const PlnMixInstance *instance = self->instance;
  guint n_groups = self->first[self->n_rounds];
  gsize n_cells;

  self->n_values = instance->values->len;
  self->n_features = self->n_values + instance->n_roles;
  n_cells = (gsize) n_groups * self->n_features + 1;

  list_features (self);
  count_held (self);
  self->weights = g_new (int, self->n_features + 1);
  for (guint f = 0; f < self->n_features; f++)
    self->weights[f] = f >= self->n_values ? (int) instance->weights[PLN_MIX_WEIGHT_ROLE]
      : (int) g_array_index (instance->attributes, guint, g_array_index (instance->values, guint, f));

  self->visit.features = g_new0 (int, self->n_features + 1);
  self->have = g_new0 (guint16, n_cells);
  self->low = g_new0 (guint16, n_cells);
  self->rest = g_new0 (guint16, (gsize) n_groups * self->n_values + 1);
  self->up = g_new0 (gint8, n_cells);
  self->down = g_new0 (gint8, n_cells);

  /* An empty group: one more of any value is one too many, if none is fair. */
  for (gsize i = 0; i + 1 < n_cells; i++)
    {
      self->up[i] = i % self->n_features < self->n_values;
      self->down[i] = 1;
    }
  for (guint round = 0; round < self->n_rounds; round++)
    for (guint group = 0; group < instance->rounds[round].groups->len; group++)
      {
        const GArray *needs = pln_mix_instance_group (instance, round, group)->needs;

        for (guint i = 0; needs != NULL && i < needs->len; i++)
          {
            const PlnMixNeed *need = &g_array_index (needs, PlnMixNeed, i);
            gsize row = (gsize) (self->first[round] + group) * self->n_features + self->n_values + need->role;

            self->low[row] = (guint16) need->need;
            self->up[row] = need->need > 0 ? -1 : 0;
            pln_mix_state_group (self, round, group)->flaw += need->need > 0 ? self->weights[self->n_values + need->role] : 0;
          }
      }
}

static void
build_topics (PlnMixState *self)
{
  gsize n_cells;

  self->n_topics = self->instance->n_topics;
  self->n_columns = self->n_topics + 1;
  n_cells = (gsize) self->n_people * self->n_columns;
  self->ranks = g_new0 (guint16, n_cells);
  self->visits = g_new0 (guint8, n_cells);
  self->n_visits = g_new0 (guint8, self->n_people);
  self->come = g_new0 (int, n_cells);
  self->leave = g_new0 (int, n_cells);

  for (guint person = 0; person < self->n_people; person++)
    {
      const PlnMixPerson *at = &self->instance->people[person];
      guint16 *ranks = self->ranks + (gsize) person * self->n_topics;

      for (guint topic = 0; topic < self->n_topics; topic++)
        ranks[topic] = (guint16) (at->n_prefers + 2);
      for (guint rank = 0; rank < at->n_prefers; rank++)
        ranks[at->prefers[rank]] = (guint16) rank;
      for (guint topic = 0; topic < self->n_topics; topic++)
        pln_mix_state_rank (self, person, topic);
    }
}

/* --- rules --- */

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

/* Sets that move as one need no bonds. */
static void
build_bonds (PlnMixState *self)
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

static void
build_pins (PlnMixState *self)
{
  self->pin = nowhere_new (n_places (self));
  self->is_rigid = g_new0 (guint8, n_places (self));
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

static void
build_blocks (PlnMixState *self)
{
  g_autoptr(GArray) together = pln_mix_instance_list_pairs (self->instance, self->instance->together);

  self->blocks = g_array_new (FALSE, FALSE, sizeof (PlnMixBlock));
  g_array_set_clear_func (self->blocks, block_clear);
  self->block_of = g_new (guint, n_places (self));
  memset (self->block_of, 0xff, n_places (self) * sizeof *self->block_of);

  for (guint round = 0; together->len > 0 && round < self->n_rounds; round++)
    if (((self->loose >> round) & 1) == 0)
      build_blocks_of (self, together, round);
}

/* --- seats --- */

static void
build_groups (PlnMixState *self)
{
  guint n_groups = 0;

  self->first = g_new0 (guint, self->n_rounds + 1);
  for (guint round = 0; round < self->n_rounds; round++)
    {
      self->first[round] = n_groups;
      n_groups += self->instance->rounds[round].groups->len;
    }
  self->first[self->n_rounds] = n_groups;
  self->groups = g_new0 (PlnMixSeats, n_groups + 1);

  for (guint round = 0; round < self->n_rounds; round++)
    for (guint group = 0; group < self->instance->rounds[round].groups->len; group++)
      {
        const PlnMixGroup *limits = pln_mix_instance_group (self->instance, round, group);
        PlnMixSeats *seats = pln_mix_state_group (self, round, group);

        seats->topic = limits->topic;
        seats->min = (guint16) limits->min;
        seats->max = (guint16) limits->max;
      }
}

static guint
largest_block (const PlnMixState *self,
               guint              round)
{
  guint largest = 1;

  for (guint i = 0; i < self->blocks->len; i++)
    if (g_array_index (self->blocks, PlnMixBlock, i).round == round)
      largest = MAX (largest, g_array_index (self->blocks, PlnMixBlock, i).n_people);

  return largest;
}

/* As many chairs as rules can ask for at worst: those who are too many for
 * the round spread, a set that comes last needs room, pins must hold. */
static void
build_seats (PlnMixState *self)
{
  gsize n_seats = 0;

  for (guint round = 0; round < self->n_rounds; round++)
    {
      guint n = self->first[round + 1] - self->first[round];
      guint places = 0;
      guint spare = largest_block (self, round) - 1;
      g_autofree guint *pinned = g_new0 (guint, n + 1);

      for (guint group = 0; group < n; group++)
        places += MIN (pln_mix_state_group (self, round, group)->max, self->here[round]);
      if (self->here[round] > places)
        spare += (self->here[round] - places + n - 1) / MAX (n, 1);
      for (guint person = 0; person < self->n_people; person++)
        if (self->is_rigid[pln_mix_state_index (self, round, person)])
          pinned[self->pin[pln_mix_state_index (self, round, person)]]++;

      for (guint group = 0; group < n; group++)
        {
          PlnMixSeats *seats = pln_mix_state_group (self, round, group);

          seats->start = (guint) n_seats;
          seats->capacity = (guint16) MIN (self->here[round], (guint) seats->max + spare + pinned[group]);
          n_seats += seats->capacity;
        }
    }

  self->seats = g_new0 (guint16, n_seats + 1);
}

static void
list_movers (PlnMixState *self)
{
  self->movers = g_new (PlnMixMover, n_places (self) + 1);
  for (guint round = 0; round < self->n_rounds; round++)
    for (guint person = 0; person < self->n_people; person++)
      {
        gsize i = pln_mix_state_index (self, round, person);

        if (pln_mix_instance_here (self->instance, person, round) && !self->is_rigid[i]
            && self->first[round + 1] - self->first[round] > 1)
          self->movers[self->n_movers++] = (PlnMixMover) { (guint16) round, (guint16) person };
      }
}

static PlnMixState *
build (const PlnMixInstance *instance,
       guint64               loose)
{
  PlnMixState *self = g_new0 (PlnMixState, 1);

  self->instance = instance;
  self->n_people = instance->n_people;
  self->n_rounds = instance->n_rounds;
  self->loose = loose;

  self->at = nowhere_new (n_places (self));
  self->seat = g_new0 (guint16, n_places (self));
  build_groups (self);
  build_features (self);
  build_pins (self);
  build_blocks (self);

  return self;
}

/**
 * pln_mix_state_new:
 * @instance: a question that has been checked
 * @loose: rounds in which sets need not move as one and pins may be broken:
 *   for rules that contradict each other
 *
 * Makes a state in which nobody sits yet. Takes people² bytes, and an
 * integer for each group of all rounds and person.
 *
 * Returns: (transfer full): a state
 */
PlnMixState *
pln_mix_state_new (const PlnMixInstance *instance,
                   guint64               loose)
{
  PlnMixState *self = build (instance, loose);

  while (self->loose != loose)
    {
      loose = self->loose;
      pln_mix_state_free (self);
      self = build (instance, loose);
    }
  build_bonds (self);
  build_seats (self);
  build_pairs (self);
  build_company (self);
  build_topics (self);
  list_movers (self);

  return self;
}

/**
 * pln_mix_state_free:
 * @self: (transfer full): a state
 *
 * Frees a state.
 */
void
pln_mix_state_free (PlnMixState *self)
{
  g_array_unref (self->blocks);
  g_free (self->first);
  g_free (self->groups);
  g_free (self->seats);
  g_free (self->at);
  g_free (self->seat);
  g_free (self->pairs);
  g_free (self->company);
  g_free (self->weights);
  g_free (self->feature_start);
  g_free (self->features);
  g_free (self->masks);
  g_free (self->here);
  g_free (self->held);
  g_free (self->have);
  g_free (self->low);
  g_free (self->rest);
  g_free (self->up);
  g_free (self->down);
  g_free (self->ranks);
  g_free (self->visits);
  g_free (self->n_visits);
  g_free (self->come);
  g_free (self->leave);
  g_free (self->bond_start);
  g_free (self->bonds);
  g_free (self->pin);
  g_free (self->is_rigid);
  g_free (self->block_of);
  g_free (self->movers);
  g_free (self->visit.features);
  g_free (self);
}
