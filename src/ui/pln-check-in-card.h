/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlnCheckInResult:
 * @PLN_CHECK_IN_WELCOME: the person is here now
 * @PLN_CHECK_IN_WALK_IN: the person was added and is here now
 * @PLN_CHECK_IN_ALREADY: the person was here already
 * @PLN_CHECK_IN_LEFT: the person left
 * @PLN_CHECK_IN_UNDONE: it was taken back
 *
 * What came of an entry at the door.
 */
typedef enum
{
  PLN_CHECK_IN_WELCOME,
  PLN_CHECK_IN_WALK_IN,
  PLN_CHECK_IN_ALREADY,
  PLN_CHECK_IN_LEFT,
  PLN_CHECK_IN_UNDONE,
} PlnCheckInResult;

#define PLN_TYPE_CHECK_IN_CARD (pln_check_in_card_get_type ())
G_DECLARE_FINAL_TYPE (PlnCheckInCard, pln_check_in_card, PLN, CHECK_IN_CARD, AdwBin)

void  pln_check_in_card_show    (PlnCheckInCard   *self,
                                 PlnGathering     *gathering,
                                 PlnAttendee      *attendee,
                                 PlnCheckInResult  result);
void  pln_check_in_card_unknown (PlnCheckInCard   *self,
                                 PlnGathering     *gathering,
                                 const char       *typed);

char *pln_check_in_since        (PlnAttendee      *attendee) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
