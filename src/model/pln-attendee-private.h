/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-attendee.h"

G_BEGIN_DECLS

/* What of an attendee a gathering counts. */
typedef struct
{
  PlnAnswer answer;
  gboolean  waiting;
  gboolean  told;
  gboolean  came;
  gboolean  here;
} PlnAttendeeTally;

/* Called after an attendee changed; before: what was to be counted until now,
 * NULL if the address changed. One direct call, as a signal handler for each of
 * ten thousand attendees would cost more than they do. */
typedef void (* PlnAttendeeWatch) (PlnAttendee            *attendee,
                                   const PlnAttendeeTally *before,
                                   gpointer                owner);

void             pln_attendee_watch     (PlnAttendee      *self,
                                         PlnAttendeeWatch  watch,
                                         gpointer          owner);
void             pln_attendee_unwatch   (PlnAttendee      *self,
                                         gpointer          owner);
PlnAttendeeTally pln_attendee_get_tally (PlnAttendee      *self);

G_END_DECLS
