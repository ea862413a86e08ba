/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-text.h"

G_BEGIN_DECLS

typedef enum
{
  PLN_ICAL_METHOD_REQUEST,
  PLN_ICAL_METHOD_CANCEL,
} PlnIcalMethod;

/* What one guest gets: the gathering's event with only that guest's ATTENDEE,
 * without own lines, SCHEDULE-AGENT, or anything of the other guests. */
GBytes *pln_ical_invitation_write (GBytes         *gathering,
                                   const char     *address,
                                   PlnIcalMethod   method,
                                   gint64          now,
                                   GError        **error);
/* METHOD:PUBLISH feed of a gathering and its sessions, without guests and own lines. */
GBytes *pln_ical_feed_write       (GBytes         *gathering,
                                   GPtrArray      *sessions, /* GBytes */
                                   gint64          now,
                                   GError        **error);

G_END_DECLS
