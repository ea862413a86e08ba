/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-record.h"
#include "pln-schedule.h"

G_BEGIN_DECLS

/**
 * PlnScheduleHere:
 * @text: the object
 * @record: what it says
 * @sources: (element-type utf8 utf8): see [func@schedule_sources]
 * @is_taken: whether a session of the schedule is this one
 *
 * A session of the library that a schedule may mean.
 */
typedef struct
{
  GBytes        *text;
  PlnIcalRecord *record;
  GHashTable    *sources;
  gboolean       is_taken;
} PlnScheduleHere;

GPtrArray *pln_schedule_sessions_here (GHashTable        *here,
                                       const char        *gathering);
GPtrArray *pln_schedule_match         (const PlnSchedule *schedule,
                                       GPtrArray         *sessions);

G_END_DECLS
