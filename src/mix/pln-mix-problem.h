/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-mix-instance.h"

G_BEGIN_DECLS

/**
 * PlnMixBroken:
 * @PLN_MIX_BROKEN_TOO_FULL: more people in a group than it takes
 * @PLN_MIX_BROKEN_TOO_SMALL: fewer people in a group than it needs
 * @PLN_MIX_BROKEN_TOGETHER: two who should share a group do not
 * @PLN_MIX_BROKEN_APART: two who should not share a group do
 * @PLN_MIX_BROKEN_FIXED: somebody sits elsewhere than was fixed
 *
 * Which rule a plan breaks.
 */
typedef enum
{
  PLN_MIX_BROKEN_TOO_FULL,
  PLN_MIX_BROKEN_TOO_SMALL,
  PLN_MIX_BROKEN_TOGETHER,
  PLN_MIX_BROKEN_APART,
  PLN_MIX_BROKEN_FIXED,
} PlnMixBroken;

/**
 * PlnMixReason:
 * @PLN_MIX_REASON_NO_PLACES: there are more people than places in the round
 * @PLN_MIX_REASON_NO_PEOPLE: there are fewer people than the groups need
 * @PLN_MIX_REASON_CONTRADICTS: another rule says the opposite
 * @PLN_MIX_REASON_FIXED: what is fixed leaves no other way
 * @PLN_MIX_REASON_SET_TOO_LARGE: no group takes all who should be together
 * @PLN_MIX_REASON_TOO_MANY_APART: more people should be apart than there are groups
 * @PLN_MIX_REASON_FROZEN: the round has been held
 * @PLN_MIX_REASON_NOT_FOUND: no way was found; there may be one
 *
 * Why a rule is broken.
 */
typedef enum
{
  PLN_MIX_REASON_NO_PLACES,
  PLN_MIX_REASON_NO_PEOPLE,
  PLN_MIX_REASON_CONTRADICTS,
  PLN_MIX_REASON_FIXED,
  PLN_MIX_REASON_SET_TOO_LARGE,
  PLN_MIX_REASON_TOO_MANY_APART,
  PLN_MIX_REASON_FROZEN,
  PLN_MIX_REASON_NOT_FOUND,
} PlnMixReason;

/**
 * PlnMixProblem:
 * @broken: which rule
 * @reason: why
 * @round: in which round
 * @group: where, if the rule is about a group
 * @person: who, if it is about people
 * @other: and with whom
 * @n_people: how many are too many or too few
 *
 * A rule that a plan breaks.
 */
typedef struct
{
  PlnMixBroken broken;
  PlnMixReason reason;
  guint        round;
  guint        group;
  guint        person;
  guint        other;
  guint        n_people;
} PlnMixProblem;

GArray *pln_mix_list_problems           (const PlnMixInstance *instance,
                                         const PlnMixPlan     *plan);
char   *pln_mix_problem_describe        (const PlnMixProblem  *problem,
                                         const GPtrArray      *people,
                                         const GPtrArray      *groups) G_GNUC_WARN_UNUSED_RESULT;
char   *pln_mix_problem_describe_broken (const PlnMixProblem  *problem,
                                         const GPtrArray      *people,
                                         const GPtrArray      *groups) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
