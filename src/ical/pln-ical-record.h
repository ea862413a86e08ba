/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-text.h"

G_BEGIN_DECLS

/**
 * PlnIcalKind:
 *
 * What an object is to Plenary: X-PLENARY-KIND, or what follows from its
 * component and parent where that was lost.
 */
typedef enum
{
  PLN_ICAL_KIND_EVENT,      /* any other VEVENT */
  PLN_ICAL_KIND_GATHERING,
  PLN_ICAL_KIND_SESSION,
  PLN_ICAL_KIND_ROUND,
  PLN_ICAL_KIND_GROUP,
  PLN_ICAL_KIND_NOTE,
  PLN_ICAL_KIND_PEOPLE,
  PLN_ICAL_KIND_PRESENCE,
  PLN_ICAL_KIND_ACTION,     /* any VTODO */
  PLN_ICAL_KIND_JOURNAL,    /* any other VJOURNAL */
} PlnIcalKind;

/**
 * PlnIcalTime:
 * @date_time: (nullable): in its zone; %NULL if there is none
 * @zone: "" floating, "UTC", or an IANA name
 * @is_date: a day, without a time
 * @note: (nullable): a sentence if the zone could not be resolved or differs
 */
typedef struct
{
  GDateTime  *date_time;
  const char *zone; /* interned */
  gboolean    is_date;
  const char *note; /* interned */
} PlnIcalTime;

/**
 * PlnIcalAttendee:
 *
 * One ATTENDEE. Strings are never %NULL unless it says so.
 */
typedef struct
{
  char *email;          /* without mailto:, as written */
  char *name;           /* CN */
  char *answer;         /* PARTSTAT in lower case, "needs-action" if missing */
  char *role;           /* ROLE in lower case */
  char *id;             /* X-PLENARY-ID, or "" */
  char *schedule_agent; /* "" server (none given), "none", "client" */
  int   told_sequence;  /* X-PLENARY-TOLD, or -1 */
} PlnIcalAttendee;

/**
 * PlnIcalGuest:
 *
 * One X-PLENARY-GUEST line of a people object.
 */
typedef struct
{
  char      *id;
  char      *name;
  char      *email;
  char      *organisation;
  char      *sector;
  char      *stage;
  char      *role;     /* nick of PlnRole, or "" */
  char      *mode;     /* nick of PlnMode, or "" */
  char     **networks;
  gboolean   waiting;
  gboolean   first_time;
  char      *said;     /* partstat in lower case, or "" */
  GDateTime *said_at;  /* or NULL */
  char      *said_by;
  char      *got_stamp; /* DTSTAMP of the last reply taken, or "" */
  int        got_sequence;
} PlnIcalGuest;

/**
 * PlnIcalRecord:
 *
 * The typed values of one object: its main component. Plain data, made in any
 * thread. Strings are never %NULL.
 */
typedef struct
{
  PlnIcalKind  kind;
  char        *component;      /* VEVENT … */
  char        *uid;
  char        *summary;
  char        *location;
  char        *description;
  char        *url;
  char        *conference;     /* CONFERENCE, RFC 7986 */
  char        *colour;         /* COLOR */
  char        *status;         /* upper case, or "" */
  char        *organiser_name;
  char        *organiser_email;
  char       **categories;
  char        *parent;         /* RELATED-TO, PARENT */
  char        *sibling;        /* RELATED-TO;RELTYPE=SIBLING */
  char        *series;
  char        *state;          /* X-PLENARY-STATE in lower case, or "" */
  guint        capacity;
  char       **rooms;          /* “Name” or “Name (60)” */
  char       **speakers;       /* “Name”, “Name <address>” */
  PlnIcalTime  start;
  PlnIcalTime  end;            /* from DTEND, or DTSTART and DURATION */
  PlnIcalTime  answer_by;
  int          sequence;
  gboolean     recurs;         /* RRULE or RDATE */
  gboolean     is_break;
  GPtrArray   *attendees;      /* PlnIcalAttendee */
  GPtrArray   *guests;         /* PlnIcalGuest, in people objects */
} PlnIcalRecord;

PlnIcalRecord *pln_ical_record_read (PlnIcalText    *text,
                                     guint           part,
                                     GError        **error);
/* The main component of an object that holds one UID. */
PlnIcalRecord *pln_ical_record_read_object (GBytes   *text,
                                            GError  **error);
void           pln_ical_record_free (PlnIcalRecord  *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnIcalRecord, pln_ical_record_free)

G_END_DECLS
