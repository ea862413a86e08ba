/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"
#include "pln-ical-record.h"

G_BEGIN_DECLS

/**
 * PlnObjectSeen:
 * @presence: whether the person is here
 * @came_at: when first, in seconds since 1970; 0: not at all
 * @left_at: when gone, 0: not
 *
 * What the doors know of one person.
 */
typedef struct
{
  PlnPresence presence;
  gint64      came_at;
  gint64      left_at;
} PlnObjectSeen;

/* records: PlnIcalRecord of the presence objects of a gathering, in a fixed order. */
GHashTable *pln_object_day_seen  (GPtrArray           *records); /* id of a person → PlnObjectSeen */
PlnRound   *pln_object_day_round (const PlnIcalRecord *record);
PlnGroup   *pln_object_day_group (const PlnIcalRecord *record,
                                  PlnGathering        *gathering);

G_END_DECLS
