/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"
#include "pln-ical-record.h"

G_BEGIN_DECLS

/**
 * PlnObjectCounts:
 * @answers: how many gave each answer, without those who wait
 * @waiting: how many are on the waiting list
 * @told: how many were sent something
 * @came: how many were seen at a door
 *
 * How many people a gathering has.
 */
typedef struct
{
  guint answers[PLN_N_ANSWERS];
  guint waiting;
  guint told;
  guint came;
} PlnObjectCounts;

/* people: PlnIcalRecord of the gathering's people objects; presence: of its presence objects. */
void          pln_object_model_count     (const PlnIcalRecord *record,
                                          GPtrArray           *people,
                                          GPtrArray           *presence,
                                          PlnObjectCounts     *counts);
PlnGathering *pln_object_model_gathering (const PlnIcalRecord *record,
                                          const char          *calendar,
                                          const char          *organisers_calendar);
GPtrArray    *pln_object_model_attendees (const PlnIcalRecord *record,
                                          GPtrArray           *people,
                                          GPtrArray           *presence); /* PlnAttendee */
PlnSession   *pln_object_model_session   (const PlnIcalRecord *record);
PlnNote      *pln_object_model_note      (GBytes              *text);
GDateTime    *pln_object_model_end       (const PlnIcalRecord *record);
const char   *pln_object_model_colour    (const PlnIcalRecord *record);
const char   *pln_object_model_track     (const PlnIcalRecord *record);

G_END_DECLS
