/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-text.h"

G_BEGIN_DECLS

char       *pln_ical_zone_write   (const char   *zone,
                                   GDateTime    *from,
                                   GDateTime    *to); /* a VTIMEZONE with the rules in force, CRLF; NULL for "" and "UTC" */
const char *pln_ical_zone_resolve (PlnIcalText  *text,
                                   const char   *tzid,
                                   const char  **note); /* IANA name, interned, or "" */

GTimeZone  *pln_ical_zone_load    (const char   *zone); /* (transfer full): NULL if there is no such zone, and for "" */

G_END_DECLS
