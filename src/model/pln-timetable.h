/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

G_BEGIN_DECLS

/**
 * PlnTimetableItem:
 * @session: the session
 * @day: the day it begins on, as a place in the days
 * @room: the first room it is in, as a place in the rooms
 * @n_rooms: how many rooms that stand next to each other it is in
 * @start: when it begins, seconds since 1970
 * @end: when it is over
 *
 * Where a session stands among days and rooms.
 */
typedef struct
{
  PlnSession *session;
  guint       day;
  guint       room;
  guint       n_rooms;
  gint64      start;
  gint64      end;
} PlnTimetableItem;

/**
 * PlnTimetable:
 * @days: (element-type GDate): the days, in order; at least one if anything has a time
 * @rooms: (element-type PlnRoom): those of the gathering, then those that only
 *   sessions name, by their first use; the last may be "" for what has no room
 * @n_own: how many of the rooms are the gathering's
 * @items: (element-type PlnTimetableItem): what has a time, by time and room
 * @tray: (element-type PlnSession): what has none, or only a day
 * @zone: the rules of the zone of the gathering
 * @zone_name: what it is called
 *
 * The programme of a gathering as a table: rooms beside each other, time
 * downwards. A day lasts until four in the morning, for the party after
 * midnight belongs to the evening before. A snapshot.
 */
typedef struct
{
  GArray    *days;
  GPtrArray *rooms;
  guint      n_own;
  GArray    *items;
  GPtrArray *tray;
  GTimeZone *zone;
  char      *zone_name;
} PlnTimetable;

#define PLN_TIMETABLE_DAY_BREAK 240 /* minutes: a day begins at 4:00 */

PlnTimetable *pln_timetable_new      (PlnGathering       *gathering) G_GNUC_WARN_UNUSED_RESULT;
void          pln_timetable_free     (PlnTimetable       *timetable);
int           pln_timetable_find_day (const PlnTimetable *timetable,
                                      const GDate        *date);
void          pln_timetable_get_hours (const PlnTimetable *timetable,
                                       guint               first_day,
                                       guint               n_days,
                                       guint              *from,
                                       guint              *to);
char         *pln_timetable_place    (const PlnTimetable *timetable,
                                      guint               room,
                                      guint               n_rooms) G_GNUC_WARN_UNUSED_RESULT;
void          pln_timetable_get_day  (GDateTime          *at,
                                      GTimeZone          *zone,
                                      GDate              *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnTimetable, pln_timetable_free)

G_END_DECLS
