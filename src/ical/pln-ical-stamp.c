/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-stamp.h"

/**
 * pln_ical_stamp_new:
 * @now: seconds since 1970, UTC
 *
 * Returns: (transfer full): the moment as DTSTAMP has it, such as
 *   `20110719T093000Z` (RFC 5545, 3.3.5)
 */
char *
pln_ical_stamp_new (gint64 now)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (now);

  return g_date_time_format (time, "%Y%m%dT%H%M%SZ");
}
