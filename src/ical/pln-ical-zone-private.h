/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-face.h"
#include "pln-ical-text.h"

G_BEGIN_DECLS

const char       *pln_ical_zone_from_windows (const char         *name);
int               pln_ical_zone_offset_at    (GTimeZone          *zone,
                                              gint64              moment);
int               pln_ical_zone_offset       (GTimeZone          *zone,
                                              gint64              face);

/**
 * PlnIcalRule:
 * @month: 1 to 12
 * @nth: 1 to 5 from the beginning of the month, -1 to -5 from its end; 0 if it
 *   is always the same day of the month
 * @weekday: 0 for Sunday to 6, if @nth is not 0
 * @day: 1 to 31, if @nth is 0
 * @seconds: since midnight, on the clock before the change
 *
 * On which day of each year an offset begins.
 */
typedef struct
{
  int month;
  int nth;
  int weekday;
  int day;
  int seconds;
} PlnIcalRule;

gint64            pln_ical_rule_onset        (const PlnIcalRule  *rule,
                                              int                 year);

/**
 * PlnIcalZoneRules:
 *
 * One VTIMEZONE of a file.
 */
typedef struct _PlnIcalZoneRules PlnIcalZoneRules;

PlnIcalZoneRules *pln_ical_zone_rules_read   (PlnIcalText        *text,
                                              guint               part);
void              pln_ical_zone_rules_free   (PlnIcalZoneRules   *rules);
const char       *pln_ical_zone_rules_get_tzid (PlnIcalZoneRules *rules);
const char       *pln_ical_zone_rules_get_location (PlnIcalZoneRules *rules);
gboolean          pln_ical_zone_rules_offset (PlnIcalZoneRules   *rules,
                                              gint64              face,
                                              int                *offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnIcalZoneRules, pln_ical_zone_rules_free)

G_END_DECLS
