/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlnOccurrenceKind:
 * @PLN_OCCURRENCE_KIND_GATHERING: what people are invited to
 * @PLN_OCCURRENCE_KIND_SESSION: an item of a gathering's programme
 * @PLN_OCCURRENCE_KIND_ROUND: one sitting of a breakout
 * @PLN_OCCURRENCE_KIND_EVENT: anything else that lies in a calendar
 * @PLN_OCCURRENCE_KIND_ACTION: what somebody promised, at the time it is due
 *
 * What takes place.
 */
typedef enum
{
  PLN_OCCURRENCE_KIND_GATHERING,
  PLN_OCCURRENCE_KIND_SESSION,
  PLN_OCCURRENCE_KIND_ROUND,
  PLN_OCCURRENCE_KIND_EVENT,
  PLN_OCCURRENCE_KIND_ACTION,
} PlnOccurrenceKind;

/**
 * PlnReach:
 * @PLN_REACH_THIS: the one that was chosen
 * @PLN_REACH_ALL: the whole series
 *
 * How far a change of something that repeats reaches.
 */
typedef enum
{
  PLN_REACH_THIS,
  PLN_REACH_ALL,
} PlnReach;

/**
 * PlnOccurrenceData:
 * @kind: what it is
 * @uid: the UID of the calendar object
 * @instance: the RECURRENCE-ID of this instance as it stands in the file, ""
 *   for what does not repeat
 * @gathering: the UID of the gathering it belongs to, its own if it is one, or ""
 * @calendar: the calendar it lies in
 * @title: what it is called
 * @place: where it is; the room of a session
 * @track: the strand of the programme, or ""
 * @colour: a name of CSS or `#rrggbb`, or ""
 * @zone: the zone of start and end: an IANA name, "UTC", or "" for floating
 * @note: a sentence about its zone that the user should know, or ""
 * @people: (nullable): speakers, or whoever promised it
 * @start: when it begins
 * @end: (nullable): when it is over, which is not part of it; %NULL: at once
 * @all_day: whether start and end are days without times
 * @is_break: whether it is a pause of the programme
 * @is_draft: whether it is not published yet
 * @is_cancelled: whether it will not take place
 * @is_recurring: whether it is one of a series
 * @is_done: whether what was promised is done
 * @read_only: whether it cannot be changed with certainty
 *
 * What an occurrence is made of. A text that is %NULL is "".
 */
typedef struct
{
  PlnOccurrenceKind   kind;
  const char         *uid;
  const char         *instance;
  const char         *gathering;
  const char         *calendar;
  const char         *title;
  const char         *place;
  const char         *track;
  const char         *colour;
  const char         *zone;
  const char         *note;
  const char *const  *people;
  GDateTime          *start;
  GDateTime          *end;
  gboolean            all_day;
  gboolean            is_break;
  gboolean            is_draft;
  gboolean            is_cancelled;
  gboolean            is_recurring;
  gboolean            is_done;
  gboolean            read_only;
} PlnOccurrenceData;

#define PLN_TYPE_OCCURRENCE (pln_occurrence_get_type ())
G_DECLARE_FINAL_TYPE (PlnOccurrence, pln_occurrence, PLN, OCCURRENCE, GObject)

PlnOccurrence           *pln_occurrence_new              (const PlnOccurrenceData *data);
PlnOccurrence           *pln_occurrence_new_moved        (PlnOccurrence           *self,
                                                          GDateTime               *start,
                                                          GDateTime               *end);
PlnOccurrence           *pln_occurrence_new_placed       (PlnOccurrence           *self,
                                                          const char              *place);
PlnOccurrence           *pln_occurrence_new_shifted      (PlnOccurrence           *self,
                                                          int                      days,
                                                          int                      minutes);
const PlnOccurrenceData *pln_occurrence_get_data         (PlnOccurrence           *self);

gboolean                 pln_occurrence_is_same          (PlnOccurrence           *self,
                                                          PlnOccurrence           *other);
gboolean                 pln_occurrence_equal            (PlnOccurrence           *self,
                                                          PlnOccurrence           *other);
int                      pln_occurrence_compare          (PlnOccurrence           *self,
                                                          PlnOccurrence           *other);
gboolean                 pln_occurrence_is_within        (PlnOccurrence           *self,
                                                          gint64                   from,
                                                          gint64                   to);

PlnOccurrenceKind        pln_occurrence_get_kind         (PlnOccurrence           *self);
const char              *pln_occurrence_get_uid          (PlnOccurrence           *self);
const char              *pln_occurrence_get_instance     (PlnOccurrence           *self);
const char              *pln_occurrence_get_gathering    (PlnOccurrence           *self);
const char              *pln_occurrence_get_calendar     (PlnOccurrence           *self);
const char              *pln_occurrence_get_title        (PlnOccurrence           *self);
const char              *pln_occurrence_get_place        (PlnOccurrence           *self);
const char              *pln_occurrence_get_track        (PlnOccurrence           *self);
const char              *pln_occurrence_get_colour       (PlnOccurrence           *self);
const char              *pln_occurrence_get_zone         (PlnOccurrence           *self);
const char              *pln_occurrence_get_note         (PlnOccurrence           *self);
const char *const       *pln_occurrence_get_people       (PlnOccurrence           *self);
GDateTime               *pln_occurrence_get_start        (PlnOccurrence           *self);
GDateTime               *pln_occurrence_get_end          (PlnOccurrence           *self);
gboolean                 pln_occurrence_get_all_day      (PlnOccurrence           *self);
gboolean                 pln_occurrence_get_is_break     (PlnOccurrence           *self);
gboolean                 pln_occurrence_get_is_draft     (PlnOccurrence           *self);
gboolean                 pln_occurrence_get_is_cancelled (PlnOccurrence           *self);
gboolean                 pln_occurrence_get_is_recurring (PlnOccurrence           *self);
gboolean                 pln_occurrence_get_is_done      (PlnOccurrence           *self);
gboolean                 pln_occurrence_get_read_only    (PlnOccurrence           *self);

const char              *pln_occurrence_kind_get_nick    (PlnOccurrenceKind        kind);

G_END_DECLS
