/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-exchange-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlnScheduleRoom:
 * @name: one line, not empty
 * @guid: what it is known by elsewhere, or ""
 * @capacity: how many fit in; 0 if that is not said
 */
typedef struct
{
  char  *name;
  char  *guid;
  guint  capacity;
} PlnScheduleRoom;

/**
 * PlnScheduleTrack:
 * @name: one line, not empty
 * @slug: what addresses call it, or ""
 * @guid: what it is known by elsewhere, or ""
 * @colour: `#rrggbb`, or ""
 */
typedef struct
{
  char *name;
  char *slug;
  char *guid;
  char *colour;
} PlnScheduleTrack;

/**
 * PlnScheduleLink:
 * @title: one line, or ""
 * @href: an http or https address
 */
typedef struct
{
  char *title;
  char *href;
} PlnScheduleLink;

/**
 * PlnScheduleSession:
 * @line: where it begins in the file; 0 if that is not known
 * @guid: what it alone is known by everywhere, or ""
 * @id: what it alone is known by in this schedule, or ""
 * @slug: what addresses call it alone, or ""
 * @code: what its organisers call it, or ""
 * @room: one line, or ""
 * @track: one line, or ""
 * @type: talk, workshop …, as the file has it, or ""
 * @url: an http or https address, or ""
 * @licence: under which recordings of it may be used, or ""
 * @persons: (element-type utf8): the names of who speaks, each once
 * @links: (element-type PlnScheduleLink): more to read, and what was attached
 * @colour: that of its track: `#rrggbb`, or ""
 * @start: (nullable): when it begins, in the zone of the schedule
 * @end: (nullable): when it ends, after @start
 * @is_draft: whether it is not settled yet
 * @flaw: (nullable): why it cannot be taken in, a sentence
 *
 * One item of a schedule. Strings are valid UTF-8, without control characters,
 * and never %NULL but where said.
 */
typedef struct
{
  guint      line;
  char      *guid;
  char      *id;
  char      *slug;
  char      *code;
  char      *title;
  char      *subtitle;
  char      *abstract;
  char      *description;
  char      *room;
  char      *track;
  char      *colour;
  char      *type;
  char      *language;
  char      *url;
  char      *licence;
  GPtrArray *persons;
  GPtrArray *links;
  GDateTime *start;
  GDateTime *end;
  gboolean   is_draft;
  gboolean   is_cancelled;
  char      *flaw;
} PlnScheduleSession;

/**
 * PlnSchedule:
 * @acronym: short name of the conference, or ""
 * @url: an http or https address, or ""
 * @place: where it is held, or ""
 * @zone: an IANA name, `UTC`, or "" for times as on the clocks there
 * @names_zone: whether the file names it, so that there is nothing to ask
 * @note: (nullable): how @zone was found, if the file does not name it; a
 *   sentence
 * @start: (nullable): when it begins, in @zone
 * @end: (nullable): when it ends
 * @all_day: whether only the days of @start and @end are known; @end is the
 *   day after the last
 * @n_days: how many days it lists
 * @rooms: (element-type PlnScheduleRoom): in the order of the file
 * @tracks: (element-type PlnScheduleTrack): likewise; those that sessions name
 *   are all there
 * @sessions: (element-type PlnScheduleSession): likewise
 *
 * A published programme, whatever dialect it came in. Plain data, for any
 * thread.
 */
typedef struct
{
  char       *acronym;
  char       *title;
  char       *subtitle;
  char       *version;
  char       *url;
  char       *place;
  const char *zone; /* interned */
  gboolean    names_zone;
  char       *note;
  GDateTime  *start;
  GDateTime  *end;
  gboolean    all_day;
  guint       n_days;
  GPtrArray  *rooms;
  GPtrArray  *tracks;
  GPtrArray  *sessions;
} PlnSchedule;

gboolean     pln_schedule_is_one (GBytes       *bytes);
PlnSchedule *pln_schedule_read   (GBytes       *bytes,
                                  const char   *name,
                                  const char   *zone,
                                  GError      **error);
void         pln_schedule_free   (PlnSchedule  *schedule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnSchedule, pln_schedule_free)

G_END_DECLS
