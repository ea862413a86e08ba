/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-state-rules.h"

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
        self->total[PLN_MIX_KIND (kind) + m + 1] = self->total[PLN_MIX_KIND (kind) + m] + (int) price;
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
  self->movers = g_new (PlnMixMover, pln_mix_state_n_places (self) + 1);
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

  self->at = pln_mix_state_nowhere_new (pln_mix_state_n_places (self));
  self->seat = g_new0 (guint16, pln_mix_state_n_places (self));
  build_groups (self);
  build_features (self);
  pln_mix_state_build_pins (self);
  pln_mix_state_build_blocks (self);

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
  pln_mix_state_build_bonds (self);
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
