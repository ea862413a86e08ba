/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

G_BEGIN_DECLS

/* What the person at the door needs to know at once, of up to 10,000 people. */

/**
 * PlnDoorCount:
 * @here: how many are here now
 * @expected: how many are going, and who came although nobody expected them
 * @missing: how many are going and were not seen yet
 */
typedef struct
{
  guint here;
  guint expected;
  guint missing;
} PlnDoorCount;

GPtrArray    *pln_door_find       (PlnGathering *gathering,
                                   const char   *text,
                                   guint         most);
guint         pln_door_n_alike    (GPtrArray    *found);
GPtrArray    *pln_door_nearest    (PlnGathering *gathering,
                                   const char   *text,
                                   guint         most);
PlnDoorCount  pln_door_count      (PlnGathering *gathering);
gboolean      pln_door_most_came  (PlnGathering *gathering);
gboolean      pln_door_is_missing (PlnAttendee  *attendee);
GPtrArray    *pln_door_missing    (PlnGathering *gathering);
GPtrArray    *pln_door_last       (PlnGathering *gathering,
                                   guint         most);
PlnRound     *pln_door_next_round (PlnGathering *gathering,
                                   PlnAttendee  *attendee,
                                   GDateTime    *now);

G_END_DECLS
