/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-text.h"

G_BEGIN_DECLS

/**
 * PlnIcalMethod:
 * @PLN_ICAL_METHOD_REQUEST: an invitation or an update
 * @PLN_ICAL_METHOD_CANCEL: it does not take place, or not for this guest
 *
 * What a message asks for (RFC 5546).
 */
typedef enum
{
  PLN_ICAL_METHOD_REQUEST,
  PLN_ICAL_METHOD_CANCEL,
} PlnIcalMethod;

GBytes *pln_ical_invitation_write (GBytes         *gathering,
                                   const char     *address,
                                   const char     *name,
                                   PlnIcalMethod   method,
                                   gint64          now,
                                   GError        **error);

G_END_DECLS
