/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-attendee.h"
#include "pln-room.h"
#include "pln-note.h"
#include "pln-round.h"
#include "pln-session.h"

G_BEGIN_DECLS

/**
 * PlnState:
 * @PLN_STATE_DRAFT: only the organisers know of it
 * @PLN_STATE_PUBLISHED: may be shown to everybody
 *
 * How far along a gathering is. The nicks are the stored form.
 */
typedef enum
{
  PLN_STATE_DRAFT,
  PLN_STATE_PUBLISHED,
} PlnState;

#define PLN_TYPE_STATE (pln_state_get_type ())
GType pln_state_get_type (void);

#define PLN_TYPE_GATHERING (pln_gathering_get_type ())
G_DECLARE_FINAL_TYPE (PlnGathering, pln_gathering, PLN, GATHERING, GObject)

PlnGathering      *pln_gathering_new                 (const char        *uid);
PlnGathering      *pln_gathering_copy                (PlnGathering      *self) G_GNUC_WARN_UNUSED_RESULT;
void               pln_gathering_take_from           (PlnGathering      *self,
                                                      PlnGathering      *other);

const char        *pln_gathering_get_uid             (PlnGathering      *self);
const char        *pln_gathering_get_title           (PlnGathering      *self);
void               pln_gathering_set_title           (PlnGathering      *self,
                                                      const char        *title);
const char        *pln_gathering_get_location        (PlnGathering      *self);
void               pln_gathering_set_location        (PlnGathering      *self,
                                                      const char        *location);
const char        *pln_gathering_get_online          (PlnGathering      *self);
void               pln_gathering_set_online          (PlnGathering      *self,
                                                      const char        *online);
const char        *pln_gathering_get_url             (PlnGathering      *self);
void               pln_gathering_set_url             (PlnGathering      *self,
                                                      const char        *url);
const char        *pln_gathering_get_description     (PlnGathering      *self);
void               pln_gathering_set_description     (PlnGathering      *self,
                                                      const char        *description);
GDateTime         *pln_gathering_get_start           (PlnGathering      *self);
GDateTime         *pln_gathering_get_end             (PlnGathering      *self);
const char        *pln_gathering_get_zone            (PlnGathering      *self);
gboolean           pln_gathering_get_all_day         (PlnGathering      *self);
void               pln_gathering_set_times           (PlnGathering      *self,
                                                      GDateTime         *start,
                                                      GDateTime         *end,
                                                      const char        *zone,
                                                      gboolean           all_day);
const char        *pln_gathering_get_zone_note       (PlnGathering      *self);
void               pln_gathering_set_zone_note       (PlnGathering      *self,
                                                      const char        *note);
const char        *pln_gathering_get_colour          (PlnGathering      *self);
void               pln_gathering_set_colour          (PlnGathering      *self,
                                                      const char        *colour);
const char        *pln_gathering_get_organiser_name  (PlnGathering      *self);
const char        *pln_gathering_get_organiser_email (PlnGathering      *self);
void               pln_gathering_set_organiser       (PlnGathering      *self,
                                                      const char        *name,
                                                      const char        *email);
guint              pln_gathering_get_capacity        (PlnGathering      *self);
void               pln_gathering_set_capacity        (PlnGathering      *self,
                                                      guint              capacity);
GDateTime         *pln_gathering_get_answer_by       (PlnGathering      *self);
void               pln_gathering_set_answer_by       (PlnGathering      *self,
                                                      GDateTime         *answer_by);
PlnState           pln_gathering_get_state           (PlnGathering      *self);
void               pln_gathering_set_state           (PlnGathering      *self,
                                                      PlnState           state);
gboolean           pln_gathering_get_cancelled       (PlnGathering      *self);
void               pln_gathering_set_cancelled       (PlnGathering      *self,
                                                      gboolean           cancelled);
const char        *pln_gathering_get_series          (PlnGathering      *self);
const char        *pln_gathering_get_previous        (PlnGathering      *self);
void               pln_gathering_set_series          (PlnGathering      *self,
                                                      const char        *series,
                                                      const char        *previous);
const char *const *pln_gathering_get_rooms           (PlnGathering      *self);
void               pln_gathering_set_rooms           (PlnGathering      *self,
                                                      const char *const *rooms);
GPtrArray         *pln_gathering_get_room_list       (PlnGathering      *self);
void               pln_gathering_set_room_list       (PlnGathering      *self,
                                                      GPtrArray         *rooms);
const char        *pln_gathering_get_calendar        (PlnGathering      *self);
const char        *pln_gathering_get_organisers_calendar (PlnGathering  *self);
void               pln_gathering_set_places          (PlnGathering      *self,
                                                      const char        *calendar,
                                                      const char        *organisers_calendar);
int                pln_gathering_get_sequence        (PlnGathering      *self);
void               pln_gathering_set_sequence        (PlnGathering      *self,
                                                      int                sequence);
gboolean           pln_gathering_get_read_only       (PlnGathering      *self);
void               pln_gathering_set_read_only       (PlnGathering      *self,
                                                      gboolean           read_only);
gboolean           pln_gathering_get_is_example      (PlnGathering      *self);

guint              pln_gathering_get_n_answers       (PlnGathering      *self,
                                                      PlnAnswer          answer);
guint              pln_gathering_get_n_waiting       (PlnGathering      *self);
guint              pln_gathering_get_n_attendees     (PlnGathering      *self);
guint              pln_gathering_get_n_told          (PlnGathering      *self);
guint              pln_gathering_get_n_came          (PlnGathering      *self);
guint              pln_gathering_get_n_here          (PlnGathering      *self);
void               pln_gathering_set_counts          (PlnGathering      *self,
                                                      const guint        answers[PLN_N_ANSWERS],
                                                      guint              waiting,
                                                      guint              told,
                                                      guint              came);

gboolean           pln_gathering_get_loaded          (PlnGathering      *self);
void               pln_gathering_set_loaded          (PlnGathering      *self,
                                                      gboolean           loaded);
GListModel        *pln_gathering_get_attendees       (PlnGathering      *self);
PlnAttendee       *pln_gathering_find_attendee       (PlnGathering      *self,
                                                      const char        *id);
PlnAttendee       *pln_gathering_find_address        (PlnGathering      *self,
                                                      const char        *email);
gboolean           pln_gathering_add_attendee        (PlnGathering      *self,
                                                      PlnAttendee       *attendee);
void               pln_gathering_add_attendees       (PlnGathering      *self,
                                                      GPtrArray         *attendees);
gboolean           pln_gathering_remove_attendee     (PlnGathering      *self,
                                                      const char        *id);
void               pln_gathering_remove_attendees    (PlnGathering      *self,
                                                      GPtrArray         *ids);
GListModel        *pln_gathering_get_sessions        (PlnGathering      *self);
PlnSession        *pln_gathering_find_session        (PlnGathering      *self,
                                                      const char        *uid);
void               pln_gathering_set_sessions        (PlnGathering      *self,
                                                      GPtrArray         *sessions);
gboolean           pln_gathering_session_is_draft    (PlnGathering      *self,
                                                      PlnSession        *session);
void               pln_gathering_put_session         (PlnGathering      *self,
                                                      PlnSession        *session);
gboolean           pln_gathering_remove_session      (PlnGathering      *self,
                                                      const char        *uid);
GListModel        *pln_gathering_get_rounds          (PlnGathering      *self);
PlnRound          *pln_gathering_find_round          (PlnGathering      *self,
                                                      const char        *uid);
PlnGroup          *pln_gathering_find_group          (PlnGathering      *self,
                                                      const char        *uid);
void               pln_gathering_set_rounds          (PlnGathering      *self,
                                                      GPtrArray         *rounds);
void               pln_gathering_put_round           (PlnGathering      *self,
                                                      PlnRound          *round);
gboolean           pln_gathering_remove_round        (PlnGathering      *self,
                                                      const char        *uid);
GListModel        *pln_gathering_get_notes           (PlnGathering      *self);
PlnNote           *pln_gathering_find_note           (PlnGathering      *self,
                                                      const char        *uid);
PlnNote           *pln_gathering_find_note_of        (PlnGathering      *self,
                                                      const char        *parent);
void               pln_gathering_set_notes           (PlnGathering      *self,
                                                      GPtrArray         *notes);
void               pln_gathering_put_note            (PlnGathering      *self,
                                                      PlnNote           *note);

G_END_DECLS
