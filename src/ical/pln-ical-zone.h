/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-text.h"

G_BEGIN_DECLS

/**
 * PlnIcalTime:
 * @date_time: (nullable): in its zone; %NULL if there is none
 * @zone: "" floating, "UTC", or an IANA name
 * @is_date: a day, without a time
 * @note: (nullable): a sentence if the zone could not be resolved or differs
 *
 * A DATE or DATE-TIME. What floats is on the clock of this computer.
 */
typedef struct
{
  GDateTime  *date_time;
  const char *zone; /* interned */
  gboolean    is_date;
  const char *note; /* static */
} PlnIcalTime;

/**
 * PlnIcalZones:
 *
 * The zones that the times of one text name. It remembers what it found, so
 * one is to be kept while a text is read. For one thread at a time.
 */
typedef struct _PlnIcalZones PlnIcalZones;

PlnIcalZones *pln_ical_zones_new       (PlnIcalText       *text);
void          pln_ical_zones_free      (PlnIcalZones      *zones);
gboolean      pln_ical_zones_read_time (PlnIcalZones      *zones,
                                        const PlnIcalView *view,
                                        PlnIcalTime       *time);
void          pln_ical_time_clear      (PlnIcalTime       *time);

GTimeZone    *pln_ical_zone_load       (const char        *zone);
const char   *pln_ical_zone_find       (const char        *tzid);
char         *pln_ical_zone_write      (const char        *zone,
                                        GDateTime         *from,
                                        GDateTime         *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnIcalZones, pln_ical_zones_free)

G_END_DECLS
