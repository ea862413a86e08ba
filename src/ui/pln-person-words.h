/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

G_BEGIN_DECLS

/* Where a person stands: one of the answers, or on the waiting list, whatever
 * the answer. In the order in which they are always shown. */
#define PLN_STANDING_WAITING PLN_N_ANSWERS
#define PLN_N_STANDINGS (PLN_N_ANSWERS + 1)

int         pln_standing_of          (PlnAttendee  *attendee);
const char *pln_standing_key         (int           standing);
const char *pln_standing_word        (int           standing);
const char *pln_standing_icon        (int           standing);
const char *pln_standing_colour      (int           standing);
guint       pln_standing_count       (PlnGathering *gathering,
                                      int           standing);
const char *pln_role_word            (PlnRole       role);
const char *pln_mode_word            (PlnMode       mode);
char       *pln_networks_words       (const char *const *networks) G_GNUC_WARN_UNUSED_RESULT;

char       *pln_person_initials      (const char   *name) G_GNUC_WARN_UNUSED_RESULT;
char       *pln_person_summary       (PlnAttendee  *attendee) G_GNUC_WARN_UNUSED_RESULT;
char       *pln_person_answer_source (PlnAttendee  *attendee,
                                      const char   *own_name) G_GNUC_WARN_UNUSED_RESULT;

char       *pln_going_words          (PlnGathering *gathering) G_GNUC_WARN_UNUSED_RESULT;
char       *pln_places_words         (PlnGathering *gathering) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
