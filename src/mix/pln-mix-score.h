/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-mix-instance.h"

G_BEGIN_DECLS

/**
 * PlnMixScore:
 * @misplaced: people there who sit nowhere, or sit while they are not there
 * @size: people too many or too few for their groups
 * @together: pairs and rounds that should share a group and do not
 * @apart: pairs and rounds that share a group and should not
 * @fixed: pins that do not hold
 * @frozen: people moved in a frozen round
 * @violations: all of these
 * @repeats: meetings of pairs after their first
 * @thirds: (m - 1)(m - 2) / 2 for each pair that meets m times
 * @past: for pairs that meet, how often they met at earlier events
 * @balance: how far groups are from what they should reflect, in people
 * @balance_cost: the same, by the weights of the attributes
 * @roles: roles that groups lack
 * @preferences: ranks beyond the best that could be
 * @changes: places that differ from the earlier plan
 * @cost: all but the violations, by their weights
 *
 * What a plan is worth: fewer violations first, then the lower cost.
 */
typedef struct
{
  guint64 misplaced;
  guint64 size;
  guint64 together;
  guint64 apart;
  guint64 fixed;
  guint64 frozen;
  guint64 violations;
  guint64 repeats;
  guint64 thirds;
  guint64 past;
  guint64 balance;
  guint64 balance_cost;
  guint64 roles;
  guint64 preferences;
  guint64 changes;
  guint64 cost;
} PlnMixScore;

PlnMixScore pln_mix_score_plan (const PlnMixInstance *instance,
                                const PlnMixPlan     *plan);

G_END_DECLS
