/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-face.h"
#include "pln-ical-zone.h"

G_BEGIN_DECLS

const char       *pln_ical_zone_from_windows (const char         *name);

/**
 * PlnIcalOnset:
 * @month: 1 to 12
 * @nth: 1 to 5 from the beginning of the month, -1 to -5 from its end; 0 if it
 *   goes by the day of the month
 * @weekday: 0 for Sunday to 6, if @nth is not 0 or @moves
 * @day: 1 to 31, if @nth is 0
 * @moves: whether it is the first such weekday from that day on
 * @seconds: since midnight, on the clock before the change
 *
 * On which day of each year an offset begins.
 */
typedef struct
{
  int      month;
  int      nth;
  int      weekday;
  int      day;
  int      seconds;
  gboolean moves;
} PlnIcalOnset;

gint64            pln_ical_onset_in_year        (const PlnIcalOnset  *rule,
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
gboolean          pln_ical_zone_rules_are_usable (PlnIcalZoneRules *rules);
gboolean          pln_ical_zone_rules_offset (PlnIcalZoneRules   *rules,
                                              gint64              face,
                                              int                *offset,
                                              gboolean           *skipped);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnIcalZoneRules, pln_ical_zone_rules_free)

/**
 * PlnIcalOffsets:
 *
 * All offsets of one zone of this computer, for any thread.
 */
typedef struct _PlnIcalOffsets PlnIcalOffsets;

const PlnIcalOffsets *pln_ical_offsets_get       (GTimeZone            *zone);
int                   pln_ical_offsets_at_face   (const PlnIcalOffsets *offsets,
                                                  gint64                face,
                                                  guint                *hint,
                                                  gboolean             *skipped);
int                   pln_ical_offsets_at_moment (const PlnIcalOffsets *offsets,
                                                  gint64                moment);

/**
 * PlnIcalReading:
 * @moment: seconds since 1970, UTC
 * @is_skipped: whether the clock is put forward over that time
 * @differs: whether the file and this computer differ, and the file counted
 *
 * When it is that a clock shows something.
 */
typedef struct
{
  gint64   moment;
  gboolean is_skipped;
  gboolean differs;
} PlnIcalReading;

typedef struct _PlnIcalClock PlnIcalClock;

PlnIcalClock     *pln_ical_clock_new         (const char           *name,
                                              GTimeZone            *zone,
                                              PlnIcalZoneRules     *rules);
void              pln_ical_clock_free        (PlnIcalClock         *clock);
void              pln_ical_clock_read        (PlnIcalClock         *clock,
                                              gint64                face,
                                              PlnIcalReading       *reading);
gint64            pln_ical_clock_show        (PlnIcalClock         *clock,
                                              gint64                moment);
const char       *pln_ical_clock_get_zone    (const PlnIcalClock   *clock,
                                              gint64                face,
                                              gint64                moment);
const char       *pln_ical_clock_get_note    (const PlnIcalClock   *clock,
                                              const PlnIcalReading *reading);
GDateTime        *pln_ical_clock_date_time   (const PlnIcalClock   *clock,
                                              gint64                face,
                                              gint64                moment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnIcalClock, pln_ical_clock_free)

PlnIcalClock     *pln_ical_zones_get_clock   (PlnIcalZones         *zones,
                                              const PlnIcalView    *view,
                                              gboolean              is_date,
                                              gboolean              is_utc);
PlnIcalClock     *pln_ical_zones_get_here    (PlnIcalZones         *zones);
const char       *pln_ical_zones_unknown_note (void);

G_END_DECLS
