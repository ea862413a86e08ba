/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-kind.h"
#include "pln-ical-zone.h"

G_BEGIN_DECLS

/**
 * PlnIcalAttendee:
 * @email: without `mailto:`, as written; "" if it is no address
 * @name: CN
 * @answer: PARTSTAT in lower case: accepted, tentative, declined or needs-action
 * @role: ROLE in lower case; "req-participant" if there is none
 * @id: X-PLENARY-ID, or ""
 * @schedule_agent: "" server (none given), "none", "client"
 * @told_sequence: X-PLENARY-TOLD, or -1
 * @is_thing: a room or a projector (CUTYPE), not a person
 *
 * One ATTENDEE. Strings are never %NULL. One block of memory: g_free().
 */
typedef struct
{
  const char *email;
  const char *name;
  const char *answer;
  const char *role;
  const char *id;
  const char *schedule_agent;
  int         told_sequence;
  gboolean    is_thing;
} PlnIcalAttendee;

/**
 * PlnIcalGuest:
 * @role: nick of PlnRole, or ""
 * @mode: nick of PlnMode, or ""
 * @said: an answer as in [struct@IcalAttendee], or ""
 * @said_at: (nullable): when that was said, UTC
 * @got_stamp: (nullable): DTSTAMP of the last reply taken, UTC
 *
 * One X-PLENARY-GUEST line of a people object. Strings are never %NULL.
 */
typedef struct
{
  char       *id;
  char       *name;
  char       *email;
  char       *organisation;
  char       *sector;
  char       *stage;
  char       *role;
  char       *mode;
  char      **networks;
  gboolean    waiting;
  gboolean    first_time;
  const char *said;
  GDateTime  *said_at;
  char       *said_by;
  GDateTime  *got_stamp;
  int         got_sequence;
} PlnIcalGuest;

/**
 * PlnIcalRecord:
 * @kind: by its own word, see [func@ical_kind_from_parent]
 * @status: upper case, or ""
 * @parent: UID, from RELATED-TO
 * @sibling: UID, from RELATED-TO;RELTYPE=SIBLING
 * @state: X-PLENARY-STATE in lower case, or ""
 * @rooms: “Name” or “Name (60)” with its capacity
 * @room_ids: the ID of each room, or ""
 * @speakers: “Name” or “Name <address>”
 * @end: from DTEND, or DTSTART and DURATION
 * @recurs: whether it has RRULE or RDATE
 * @is_break: whether one of the categories is “Break”
 * @attendees: (element-type PlnIcalAttendee): in their order
 * @guests: (element-type PlnIcalGuest): in people objects
 *
 * The typed values of one object: its main component. Plain data, made in any
 * thread. Strings are never %NULL.
 */
typedef struct
{
  PlnIcalKind  kind;
  char        *component;
  char        *uid;
  char        *summary;
  char        *location;
  char        *description;
  char        *url;
  char        *conference;
  char        *colour;
  char        *status;
  char        *organiser_name;
  char        *organiser_email;
  char       **categories;
  char        *parent;
  char        *sibling;
  char        *series;
  char        *state;
  guint        capacity;
  char       **rooms;
  char       **room_ids;
  char       **speakers;
  PlnIcalTime  start;
  PlnIcalTime  end;
  PlnIcalTime  answer_by;
  int          sequence;
  gboolean     recurs;
  gboolean     is_break;
  GPtrArray   *attendees;
  GPtrArray   *guests;
} PlnIcalRecord;

PlnIcalRecord *pln_ical_record_read        (PlnIcalText    *text,
                                            guint           part,
                                            PlnIcalZones   *zones,
                                            GError        **error);
PlnIcalRecord *pln_ical_record_read_object (GBytes         *text,
                                            GError        **error);
int            pln_ical_record_find_main   (PlnIcalText    *text);
void           pln_ical_record_free        (PlnIcalRecord  *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnIcalRecord, pln_ical_record_free)

G_END_DECLS
