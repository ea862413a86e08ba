/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-schedule.h"

G_BEGIN_DECLS

char   *pln_schedule_gathering_uid  (const PlnSchedule        *schedule) G_GNUC_WARN_UNUSED_RESULT;
char   *pln_schedule_session_uid    (const PlnSchedule        *schedule,
                                     const PlnScheduleSession *session,
                                     guint                     n) G_GNUC_WARN_UNUSED_RESULT;
GBytes *pln_schedule_gathering_text (const PlnSchedule        *schedule,
                                     const char               *uid,
                                     GHashTable               *rules);
GBytes *pln_schedule_session_text   (const PlnSchedule        *schedule,
                                     const PlnScheduleSession *session,
                                     const char               *uid,
                                     const char               *gathering,
                                     GHashTable               *rules);

G_END_DECLS
