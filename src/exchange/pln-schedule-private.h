/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-schedule.h"

G_BEGIN_DECLS

#define PLN_SCHEDULE_MOST_BYTES    (32 * 1000 * 1000)
#define PLN_SCHEDULE_MOST_DEPTH    32
#define PLN_SCHEDULE_MOST_TEXT     (1000 * 1000)
#define PLN_SCHEDULE_MOST_SESSIONS 10000
#define PLN_SCHEDULE_MOST_ROOMS    2000
#define PLN_SCHEDULE_MOST_TRACKS   2000
#define PLN_SCHEDULE_MOST_DAYS     1000
#define PLN_SCHEDULE_MOST_OF_ONE   500 /* persons, links of one session */

/**
 * PlnScheduleDraft:
 * @session: what it becomes
 * @day: its place in the days; -1 without one
 * @date: what the file says of its day or moment, or ""
 * @clock: of when it begins, or ""
 * @length: of how long it is, or ""
 * @until: of when it ends, or ""
 *
 * A session whose times were not yet found out.
 */
typedef struct
{
  PlnScheduleSession *session;
  int                 day;
  char               *date;
  char               *clock;
  char               *length;
  char               *until;
} PlnScheduleDraft;

/**
 * PlnScheduleReading:
 * @schedule: what it becomes
 * @zone: (nullable): what the user says that its zone is
 * @zone_name: what the file calls its zone, or ""
 * @start: what it says of when the conference begins, or ""
 * @day_change: when the night ends, or ""
 * @days: (element-type utf8): the dates of its days
 * @drafts: (element-type PlnScheduleDraft): one for each session
 *
 * A schedule on its way from a file.
 */
typedef struct
{
  PlnSchedule *schedule;
  const char  *zone;
  char        *zone_name;
  char        *start;
  char        *end;
  char        *day_change;
  char        *venue;
  char        *city;
  GPtrArray   *days;
  GPtrArray   *drafts;
} PlnScheduleReading;

gboolean          pln_schedule_read_xml      (PlnScheduleReading  *reading,
                                              GBytes              *bytes,
                                              GError             **error);
gboolean          pln_schedule_read_json     (PlnScheduleReading  *reading,
                                              GBytes              *bytes,
                                              GError             **error);

gboolean          pln_schedule_refuse        (guint                line,
                                              const char          *sentence,
                                              GError             **error);
PlnScheduleDraft *pln_schedule_add_session   (PlnScheduleReading  *reading,
                                              guint                line);
void              pln_schedule_add_day       (PlnScheduleReading  *reading,
                                              const char          *date);
void              pln_schedule_add_room      (PlnScheduleReading  *reading,
                                              const char          *name,
                                              const char          *guid,
                                              guint                capacity);
void              pln_schedule_add_track     (PlnScheduleReading  *reading,
                                              const char          *name,
                                              const char          *slug,
                                              const char          *guid,
                                              const char          *colour);
void              pln_schedule_add_person    (PlnScheduleDraft    *draft,
                                              const char          *name);
void              pln_schedule_add_link      (PlnScheduleDraft    *draft,
                                              const char          *title,
                                              const char          *href);
void              pln_schedule_set           (PlnScheduleDraft    *draft,
                                              const char          *name,
                                              const char          *text);
void              pln_schedule_set_conference (PlnScheduleReading *reading,
                                              const char          *name,
                                              const char          *text);

void              pln_schedule_settle        (PlnScheduleReading  *reading,
                                              const char          *name);
void              pln_schedule_settle_times  (PlnScheduleReading  *reading);

G_END_DECLS
