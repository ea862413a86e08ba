/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mix-judge.h"

#include "pln-mix-instance-private.h"

#include <string.h>

/* A plan with all that is wanted of it while one person is looked at. Pairs
 * are looked at once, from the one who comes first. */
typedef struct
{
  const PlnMixInstance *instance;
  const PlnMixPlan     *plan;
  guint                 attribute;
  PlnMixFacts          *facts;
  guint                *first;     /* by round: its first table */
  guint                *start;     /* by table: its first seat; one more at the end */
  guint                *seats;     /* who sits there */
  guint8               *times;     /* by person: how often the one looked at meets that one */
  guint8               *frozen;    /* of these, in frozen rounds */
  guint8               *past;
  guint8               *is_exempt;
} Judge;

static guint
table_of (const Judge *judge,
          guint        round,
          guint        person)
{
  guint group = pln_mix_plan_get_group (judge->plan, round, person);

  return pln_mix_instance_here (judge->instance, person, round) && group < judge->instance->rounds[round].groups->len
    ? judge->first[round] + group : G_MAXUINT;
}

/* Lists who sits at which table. */
static void
seat_people (Judge *judge)
{
  const PlnMixInstance *instance = judge->instance;
  GArray *tables = judge->facts->tables;
  g_autofree guint *next = NULL;
  guint n_seats = 0;

  for (guint round = 0; round < instance->n_rounds; round++)
    {
      judge->first[round] = tables->len;
      for (guint group = 0; group < instance->rounds[round].groups->len; group++)
        {
          PlnMixTable table = { round, group, 0, 0 };

          g_array_append_val (tables, table);
        }
      for (guint person = 0; person < instance->n_people; person++)
        {
          guint at = table_of (judge, round, person);

          if (at != G_MAXUINT)
            g_array_index (tables, PlnMixTable, at).n_people++;
        }
    }

  judge->start = g_new (guint, tables->len + 1);
  for (guint i = 0; i < tables->len; i++)
    {
      judge->start[i] = n_seats;
      n_seats += g_array_index (tables, PlnMixTable, i).n_people;
    }
  judge->start[tables->len] = n_seats;

  judge->seats = g_new (guint, n_seats + 1);
  next = g_memdup2 (judge->start, (tables->len + 1) * sizeof *next);
  for (guint round = 0; round < instance->n_rounds; round++)
    for (guint person = 0; person < instance->n_people; person++)
      {
        guint at = table_of (judge, round, person);

        if (at != G_MAXUINT)
          judge->seats[next[at]++] = person;
      }
}

/* How many values of each attribute sit at each table. */
static void
count_kinds (Judge *judge)
{
  PlnMixFacts *facts = judge->facts;
  const GArray *values = judge->instance->values;
  g_autofree guint *seen_at = g_new0 (guint, values->len + 1); /* by value: the last table, from 1 */

  facts->kinds = g_new0 (guint16, (gsize) facts->tables->len * facts->n_attributes + 1);
  for (guint table = 0; table < facts->tables->len; table++)
    for (guint i = judge->start[table]; i < judge->start[table + 1]; i++)
      {
        const GArray *mine = judge->instance->people[judge->seats[i]].values;

        for (guint j = 0; mine != NULL && j < mine->len; j++)
          {
            guint value = g_array_index (mine, guint, j);

            if (seen_at[value] == table + 1)
              continue;
            seen_at[value] = table + 1;
            facts->kinds[(gsize) table * facts->n_attributes + g_array_index (values, guint, value)]++;
          }
      }
}

static void
see (Judge *judge,
     guint  person,
     guint  other)
{
  PlnMixFacts *facts = judge->facts;
  const GArray *values = judge->instance->people[other].values;
  guint64 *seen = &facts->seen[(gsize) person * facts->n_words];

  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      guint value = g_array_index (values, guint, i);

      seen[value / 64] |= G_GUINT64_CONSTANT (1) << (value % 64);
    }
}

/* Whether both have a value of the attribute, and none in common. */
static gboolean
differs (const Judge *judge,
         guint        a,
         guint        b)
{
  const GArray *attributes = judge->instance->values;
  const GArray *of_a = judge->instance->people[a].values;
  const GArray *of_b = judge->instance->people[b].values;
  gboolean has_a = FALSE;
  gboolean has_b = FALSE;

  for (guint i = 0; of_a != NULL && i < of_a->len; i++)
    has_a |= g_array_index (attributes, guint, g_array_index (of_a, guint, i)) == judge->attribute;
  for (guint j = 0; has_a && of_b != NULL && j < of_b->len; j++)
    {
      guint value = g_array_index (of_b, guint, j);

      if (g_array_index (attributes, guint, value) != judge->attribute)
        continue;
      has_b = TRUE;
      for (guint i = 0; i < of_a->len; i++)
        if (g_array_index (of_a, guint, i) == value)
          return FALSE;
    }

  return has_a && has_b;
}

/* @person and those at the same tables who come later in the list. */
static void
sit_down (Judge *judge,
          guint  person)
{
  for (guint round = 0; round < judge->instance->n_rounds; round++)
    {
      guint table = table_of (judge, round, person);

      for (guint i = table != G_MAXUINT ? judge->start[table] : 1; table != G_MAXUINT && i < judge->start[table + 1]; i++)
        {
          guint other = judge->seats[i];

          if (other == person)
            continue;
          see (judge, person, other);
          if (other < person)
            continue;
          if (judge->times[other]++ == 0 && judge->past[other] == 0)
            g_array_index (judge->facts->tables, PlnMixTable, table).n_new++;
          judge->frozen[other] += judge->instance->rounds[round].is_frozen;
        }
    }
}

/* What @person and @other are to each other. */
static void
judge_pair (Judge *judge,
            guint  person,
            guint  other)
{
  PlnMixFacts *facts = judge->facts;
  guint times = judge->times[other];
  guint past = judge->past[other];

  if (times > 0 && past == 0)
    {
      facts->met[person].n_met++;
      facts->met[other].n_met++;
    }
  if (!judge->is_exempt[other] && (times > 1 || (times > 0 && past > 0)))
    {
      PlnMixAgain again = { person, other, times, past };

      g_array_append_val (facts->again, again);
    }
  if ((times > 0 || past > 0) && differs (judge, person, other))
    {
      facts->n_cross++;
      facts->n_cross_before += past > 0 || judge->frozen[other] > 0;
    }
}

static void
judge_pairs (Judge *judge)
{
  const PlnMixInstance *instance = judge->instance;
  g_autoptr(GArray) together = pln_mix_instance_list_pairs (instance, instance->together);
  g_autoptr(GArray) past = pln_mix_instance_list_past (instance);
  gsize n = instance->n_people;
  guint pair = 0;
  guint meeting = 0;

  for (guint person = 0; person < n; person++)
    {
      memset (judge->times, 0, n);
      memset (judge->frozen, 0, n);
      memset (judge->past, 0, n);
      memset (judge->is_exempt, 0, n);
      for (; pair < together->len && g_array_index (together, PlnMixPair, pair).a == person; pair++)
        judge->is_exempt[g_array_index (together, PlnMixPair, pair).b] = 1;
      for (; meeting < past->len && g_array_index (past, PlnMixMeeting, meeting).a == person; meeting++)
        judge->past[g_array_index (past, PlnMixMeeting, meeting).b] =
          (guint8) g_array_index (past, PlnMixMeeting, meeting).times;

      sit_down (judge, person);
      for (guint other = person + 1; other < n; other++)
        if (judge->times[other] > 0 || judge->past[other] > 0)
          judge_pair (judge, person, other);
    }
}

/* How many each could meet. */
static void
count_most (Judge *judge)
{
  PlnMixFacts *facts = judge->facts;

  for (guint round = 0; round < judge->instance->n_rounds; round++)
    {
      guint most = 1;

      for (guint group = 0; group < judge->instance->rounds[round].groups->len; group++)
        most = MAX (most, g_array_index (facts->tables, PlnMixTable, judge->first[round] + group).n_people);
      for (guint person = 0; person < facts->n_people; person++)
        if (table_of (judge, round, person) != G_MAXUINT)
          {
            facts->met[person].n_rounds++;
            facts->met[person].n_most = MIN (facts->met[person].n_most + most - 1, facts->n_people - 1);
          }
    }
}

/**
 * pln_mix_judge_plan:
 * @instance: a question
 * @plan: a plan for it, in which not everybody needs to have a place
 * @attribute: the attribute of which pairs across it are counted
 *
 * Finds what is good in a plan and what is not. Fast enough to be asked while
 * somebody holds a card: takes time proportional to people² / 100, and to
 * people × rounds × people in a group.
 *
 * Returns: (transfer full): the facts
 */
PlnMixFacts *
pln_mix_judge_plan (const PlnMixInstance *instance,
                    const PlnMixPlan     *plan,
                    guint                 attribute)
{
  guint n = instance->n_people;
  PlnMixFacts *facts = g_new0 (PlnMixFacts, 1);
  g_autofree guint *first = g_new0 (guint, instance->n_rounds + 1);
  g_autofree guint8 *times = g_new (guint8, n + 1);
  g_autofree guint8 *frozen = g_new (guint8, n + 1);
  g_autofree guint8 *past = g_new (guint8, n + 1);
  g_autofree guint8 *is_exempt = g_new (guint8, n + 1);
  Judge judge = { instance, plan, attribute, facts, first, NULL, NULL, times, frozen, past, is_exempt };

  facts->n_people = n;
  facts->met = g_new0 (PlnMixMet, n + 1);
  facts->tables = g_array_new (FALSE, FALSE, sizeof (PlnMixTable));
  facts->n_attributes = instance->attributes->len;
  facts->again = g_array_new (FALSE, FALSE, sizeof (PlnMixAgain));
  facts->n_words = instance->values->len / 64 + 1;
  facts->seen = g_new0 (guint64, (gsize) n * facts->n_words + 1);

  seat_people (&judge);
  count_kinds (&judge);
  judge_pairs (&judge);
  count_most (&judge);

  g_free (judge.start);
  g_free (judge.seats);

  return facts;
}

/**
 * pln_mix_facts_free:
 * @facts: (transfer full): facts
 */
void
pln_mix_facts_free (PlnMixFacts *facts)
{
  g_free (facts->met);
  g_array_unref (facts->tables);
  g_free (facts->kinds);
  g_array_unref (facts->again);
  g_free (facts->seen);
  g_free (facts);
}
