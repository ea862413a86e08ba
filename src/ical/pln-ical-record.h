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
 * @group_role: what the person does in a group, nick of PlnGroupRole, or ""
 * @is_locked: the place in that group is to stay as it is
 * @order: how many attendees and members stand before it
 *
 * One ATTENDEE, or one X-PLENARY-MEMBER of a group, which has no address. Strings are never %NULL. One block of memory: g_free().
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
  const char *group_role;
  gboolean    is_locked;
  guint       order;
} PlnIcalAttendee;

/**
 * PlnIcalGuest:
 * @role: nick of PlnRole, or ""
 * @mode: nick of PlnMode, or ""
 * @said: an answer as in [struct@IcalAttendee], or ""
 * @said_at: (nullable): when that was said, UTC
 * @got_stamp: (nullable): DTSTAMP of the last reply taken, UTC
 * @expected_from: (nullable): comes later, UTC
 * @expected_until: (nullable): leaves earlier, UTC
 * @role_wish: nick of PlnRoleWish, or ""
 * @wished_roles: nicks of PlnGroupRole
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
  GDateTime  *expected_from;
  GDateTime  *expected_until;
  char       *role_wish;
  char      **wished_roles;
} PlnIcalGuest;

/**
 * PlnIcalSightingKind:
 * @PLN_ICAL_SIGHTING_IN: came in
 * @PLN_ICAL_SIGHTING_OUT: went out
 * @PLN_ICAL_SIGHTING_NONE: was not here at all: takes back what was marked before
 */
typedef enum
{
  PLN_ICAL_SIGHTING_IN,
  PLN_ICAL_SIGHTING_OUT,
  PLN_ICAL_SIGHTING_NONE,
} PlnIcalSightingKind;

/**
 * PlnIcalSighting:
 * @id: of the line
 * @person: the id of an attendee
 * @at: when, in seconds since 1970
 *
 * One X-PLENARY-PRESENCE line: what was seen at a door.
 */
typedef struct
{
  char                *id;
  char                *person;
  gint64               at;
  PlnIcalSightingKind  what;
} PlnIcalSighting;

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
 * @members: (element-type PlnIcalAttendee): in groups, beside the attendees
 * @sightings: (element-type PlnIcalSighting): in presence objects, in their order
 * @number: X-PLENARY-ROUND or X-PLENARY-GROUP
 * @chairs: X-PLENARY-CHAIRS
 * @is_locked: X-PLENARY-LOCK, of a round or group as a whole
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
  GPtrArray   *members;
  GPtrArray   *sightings;
  guint        number;
  guint        chairs;
  gboolean     is_locked;
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
