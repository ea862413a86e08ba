/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-mix-instance.h"

G_BEGIN_DECLS

/**
 * PlnMixMet:
 * @n_rounds: rounds in which the person sits somewhere
 * @n_met: people whom that one meets and did not know from earlier events
 * @n_most: how many these could be, by the largest groups of these rounds
 *
 * What a plan is worth to one person.
 */
typedef struct
{
  guint n_rounds;
  guint n_met;
  guint n_most;
} PlnMixMet;

/**
 * PlnMixAgain:
 * @a: somebody
 * @b: somebody else
 * @times: how often they share a group
 * @past: how often they met at earlier events
 *
 * Two people who do not meet for the first time, and need not.
 */
typedef struct
{
  guint a;
  guint b;
  guint times;
  guint past;
} PlnMixAgain;

/**
 * PlnMixTable:
 * @round: the round
 * @group: the group in it
 * @n_people: who sits there
 * @n_new: pairs that meet there for the first time
 *
 * What a plan is worth to one group.
 */
typedef struct
{
  guint round;
  guint group;
  guint n_people;
  guint n_new;
} PlnMixTable;

/**
 * PlnMixFacts:
 * @n_people: how many people there are
 * @met: (array length=n_people): by person
 * @tables: (element-type PlnMixTable): by round and group
 * @n_attributes: how many attributes there are
 * @kinds: by table, attribute: how many values sit there
 * @again: (element-type PlnMixAgain): by person
 * @n_cross: pairs that meet and have nothing of the attribute in common
 * @n_cross_before: of these, pairs that met earlier or in frozen rounds
 * @n_words: words by person in @seen
 * @seen: by person: one bit for each value of whom that one meets
 *
 * What is good and what is not in a plan.
 */
typedef struct
{
  guint      n_people;
  PlnMixMet *met;
  GArray    *tables;
  guint      n_attributes;
  guint16   *kinds;
  GArray    *again;
  guint      n_cross;
  guint      n_cross_before;
  guint      n_words;
  guint64   *seen;
} PlnMixFacts;

PlnMixFacts *pln_mix_judge_plan (const PlnMixInstance *instance,
                                 const PlnMixPlan     *plan,
                                 guint                 attribute);
void         pln_mix_facts_free (PlnMixFacts          *facts);

static inline guint
pln_mix_facts_kinds (const PlnMixFacts *facts,
                     guint              table,
                     guint              attribute)
{
  return facts->kinds[(gsize) table * facts->n_attributes + attribute];
}

static inline gboolean
pln_mix_facts_sees (const PlnMixFacts *facts,
                    guint              person,
                    guint              value)
{
  return (facts->seen[(gsize) person * facts->n_words + value / 64] >> (value % 64)) & 1;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnMixFacts, pln_mix_facts_free)

G_END_DECLS
