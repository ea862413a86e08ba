/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

G_BEGIN_DECLS

/**
 * PlnTwice:
 * @person: the id of an attendee
 * @round: the round
 * @groups: (element-type PlnGroup): its groups in which that person sits, by number
 *
 * That somebody sits in more than one group of a round, as when two organisers
 * placed the same person while they could not see each other's changes.
 */
typedef struct
{
  char      *person;
  PlnRound  *round;
  GPtrArray *groups;
} PlnTwice;

GPtrArray *pln_twice_list  (PlnGathering   *gathering);
char      *pln_twice_words (PlnGathering   *gathering,
                            const PlnTwice *twice) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
