/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-change.h"
#include "pln-ical-edit.h"

G_BEGIN_DECLS

/**
 * PlnOperationKind:
 * @PLN_OPERATION_NEW: a new object: `calendar`, `uid`, `component`, `edits`
 * @PLN_OPERATION_EDIT: `edits` on the object `uid`
 * @PLN_OPERATION_NOTE: `edits` on the note `uid`, which is made in `calendar` if
 *   it is not there
 * @PLN_OPERATION_GUEST: one guest of the gathering `uid`, see [func@change_people];
 *   `calendar` is the organisers' one, `id`, `line` (%NULL removes), `line_before`
 * @PLN_OPERATION_PLACE: where the person `id` sits in the group `uid`, see
 *   [func@change_places]; `line` (%NULL removes), `line_before`
 * @PLN_OPERATION_APPEND: `edits` on the object `uid`, which is made first, as
 *   `component` in `calendar`, if it is not there
 * @PLN_OPERATION_MOVE: the gathering `uid` and its sessions go to `calendar`, all
 *   else that belongs to it to `organisers_calendar`
 * @PLN_OPERATION_DELETE: the object `uid` and all that belongs to it, into the bin
 * @PLN_OPERATION_RESTORE: `uid` out of the bin, with what was deleted with it
 * @PLN_OPERATION_PUT_TEXT: the object `uid` becomes `text`, where it lies or in `calendar`
 * @PLN_OPERATION_DELETE_CALENDAR: all objects of `calendar`
 * @PLN_OPERATION_ORIGIN: `text`, which `id` is derived from, is what the object `uid`
 *   was imported from
 * @PLN_OPERATION_ASK: `questions` (PlnStoreQuestion) about the object `uid`
 */
typedef enum
{
  PLN_OPERATION_NEW,
  PLN_OPERATION_EDIT,
  PLN_OPERATION_NOTE,
  PLN_OPERATION_GUEST,
  PLN_OPERATION_PLACE,
  PLN_OPERATION_APPEND,
  PLN_OPERATION_MOVE,
  PLN_OPERATION_DELETE,
  PLN_OPERATION_RESTORE,
  PLN_OPERATION_PUT_TEXT,
  PLN_OPERATION_DELETE_CALENDAR,
  PLN_OPERATION_ORIGIN,
  PLN_OPERATION_ASK,
} PlnOperationKind;

/**
 * PlnOperation:
 *
 * One step of a change. Plain data. Members that a kind does not name are
 * %NULL.
 */
typedef struct
{
  PlnOperationKind  kind;
  char             *uid;
  char             *calendar;
  char             *organisers_calendar;
  const char       *component; /* VEVENT, VJOURNAL … */
  PlnIcalEdits     *edits;
  char             *id;
  PlnIcalLine      *line;
  PlnIcalLine      *line_before;
  GBytes           *text;
  GPtrArray        *questions;
} PlnOperation;

/* For the writer: the operations in their order (PlnOperation), stamped. The
 * change takes no more after that. */
GPtrArray    *pln_change_get_operations (PlnChange          *change);
const char   *pln_change_get_merge_key  (PlnChange          *change);
gboolean      pln_change_get_lasting    (PlnChange          *change);

/**
 * PlnPeopleText:
 * @uid: UID of the people object
 * @text: what it is to be
 * @is_new: it is not there yet
 *
 * One people object that guests were put into, changed in or removed from.
 */
typedef struct
{
  char     *uid;
  GBytes   *text;
  gboolean  is_new;
} PlnPeopleText;

GPtrArray    *pln_change_people         (const char         *gathering,
                                         GPtrArray          *texts,      /* GBytes */
                                         GPtrArray          *operations, /* PlnOperation, GUEST */
                                         gint64              now,
                                         GError            **error);     /* PlnPeopleText */
#define PLN_PEOPLE_PER_OBJECT 200
GBytes       *pln_change_places         (GBytes             *text,
                                         GPtrArray          *operations, /* PlnOperation, PLACE */
                                         gint64              now,
                                         GError            **error);

/* For the pln-change-*.c files. The edits of one object are collected in one
 * operation, so that its text is taken apart once. */
PlnIcalEdits *pln_change_edit           (PlnChange          *change,
                                         const char         *uid);
PlnIcalEdits *pln_change_edit_action    (PlnChange          *change,
                                         const char         *uid);
PlnIcalEdits *pln_change_create         (PlnChange          *change,
                                         const char         *calendar,
                                         const char         *uid);
PlnIcalEdits *pln_change_append         (PlnChange          *change,
                                         const char         *calendar,
                                         const char         *uid);
void          pln_change_follow_person  (PlnChange          *change,
                                         PlnGathering       *gathering,
                                         PlnAttendee        *before,
                                         PlnAttendee        *after);
void          pln_change_bump           (PlnChange          *change,
                                         const char         *uid);       /* SEQUENCE + 1 */
PlnOperation *pln_change_add            (PlnChange          *change,
                                         PlnOperationKind    kind,
                                         const char         *uid);
GPtrArray    *pln_change_at_address     (PlnChange          *change,
                                         PlnGathering       *gathering,
                                         const char         *email);     /* PlnAttendee */

/* pln-change-lines.c: lines from values; NULL if the value is empty. */
PlnIcalLine  *pln_change_line_text      (const char         *name,
                                         const char         *text);
PlnIcalLine  *pln_change_line_uri       (const char         *name,
                                         const char         *uri);
PlnIcalLine  *pln_change_line_time      (const char         *name,
                                         GDateTime          *time,
                                         const char         *zone,
                                         gboolean            all_day);
PlnIcalLine  *pln_change_line_address   (const char         *name,
                                         const char         *email,
                                         const char         *person);
char         *pln_change_clean          (const char         *text);
void          pln_change_set_line       (PlnIcalEdits       *edits,
                                         const char         *name,
                                         PlnIcalLine        *before,     /* (transfer full) */
                                         PlnIcalLine        *after);     /* (transfer full) */
/**
 * PlnChangeTimes:
 *
 * When a gathering or session is: what of it goes into DTSTART and DTEND.
 */
typedef struct
{
  GDateTime  *start;
  GDateTime  *end;
  const char *zone;
  gboolean    all_day;
} PlnChangeTimes;

gboolean      pln_change_times_equal    (const PlnChangeTimes *a,
                                         const PlnChangeTimes *b);
void          pln_change_set_times      (PlnIcalEdits         *edits,
                                         const PlnChangeTimes *times);

G_END_DECLS
