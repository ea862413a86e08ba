/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-event.h"
#include "pln-gathering.h"

G_BEGIN_DECLS

/**
 * PlnChange:
 *
 * One wish of the user, as line edits on objects: what is one step of undo.
 * It is computed from models, before and after, and is plain data afterwards,
 * so that the writer thread may apply it to the texts as they are then.
 */
typedef struct _PlnChange PlnChange;

PlnChange  *pln_change_new              (const char   *label);   /* names the step: “New CPD23 meet-up” */
void        pln_change_free             (PlnChange    *change);
const char *pln_change_get_label        (PlnChange    *change);
gboolean    pln_change_is_empty         (PlnChange    *change);
/* Two changes by one wish within seconds can join into one step (typing). */
void        pln_change_set_merge_key    (PlnChange    *change,
                                         const char   *key);

/* What was told cannot be untold: such a change is no step of undo. */
void        pln_change_set_lasting      (PlnChange    *change);

/* before NULL: new; after NULL: deleted, with everything that belongs to it
 * (sessions, people, rounds, notes), into the bin. Only what differs is
 * edited. The after of a new one names its calendars. */
void        pln_change_put_gathering    (PlnChange    *change,
                                         PlnGathering *before,
                                         PlnGathering *after);
void        pln_change_put_session      (PlnChange    *change,
                                         PlnGathering *gathering,
                                         PlnSession   *before,
                                         PlnSession   *after);
/* Line by line, so that two who write at once lose none. A note that is not
 * there yet is made. */
void        pln_change_put_note         (PlnChange    *change,
                                         PlnGathering *gathering,
                                         PlnNote      *before,
                                         PlnNote      *after);
void        pln_change_put_attendee     (PlnChange    *change,
                                         PlnGathering *gathering,
                                         PlnAttendee  *before,
                                         PlnAttendee  *after);
/* With its groups. */
void        pln_change_put_round        (PlnChange    *change,
                                         PlnGathering *gathering,
                                         PlnRound     *before,
                                         PlnRound     *after);
void        pln_change_put_group        (PlnChange    *change,
                                         PlnGathering *gathering,
                                         PlnRound     *round,
                                         PlnGroup     *before,
                                         PlnGroup     *after);
void        pln_change_put_presence     (PlnChange    *change,
                                         PlnGathering *gathering,
                                         const char   *door,
                                         const char   *person,
                                         PlnPresence   presence,
                                         gint64        at);
void        pln_change_put_event        (PlnChange    *change,
                                         PlnEvent     *before,
                                         PlnEvent     *after,
                                         PlnReach      reach);
void        pln_change_make_gathering   (PlnChange    *change,
                                         const char   *uid);
/* When an action is due, what it is called and whether it is done. */
void        pln_change_put_action       (PlnChange     *change,
                                         PlnOccurrence *before,
                                         PlnOccurrence *after);
/* %TRUE if what was sent of before no longer holds: time, place or cancelled. */
gboolean    pln_change_reschedules      (PlnGathering *before,
                                         PlnGathering *after);
/* A whole object, as text (import, own library copies). Replaces an object of
 * the same UID, wherever it lies. */
void        pln_change_put_text         (PlnChange    *change,
                                         const char   *calendar,
                                         const char   *uid,
                                         GBytes       *text);
/* What an object was imported from, by the id that the object has for it. */
void        pln_change_put_origin       (PlnChange    *change,
                                         const char   *uid,
                                         const char   *id,
                                         GBytes       *text);
/* Where mine and theirs changed base to something else, the user is to decide
 * which counts; the text that this change writes shows what is theirs. */
void        pln_change_ask              (PlnChange    *change,
                                         const char   *uid,
                                         const char   *who,
                                         GBytes       *base,  /* (nullable) */
                                         GBytes       *mine,
                                         GBytes       *theirs);
void        pln_change_delete           (PlnChange    *change,
                                         const char   *uid);      /* any object, into the bin */
void        pln_change_restore          (PlnChange    *change,
                                         const char   *uid);      /* out of the bin, with what was deleted with it */
void        pln_change_delete_calendar  (PlnChange    *change,
                                         const char   *calendar); /* all its objects: Examples */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnChange, pln_change_free)

G_END_DECLS
