/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-error.h"

G_BEGIN_DECLS

/**
 * PlnIcalFrequency:
 * @PLN_ICAL_SECONDLY: every second
 * @PLN_ICAL_MINUTELY: every minute
 * @PLN_ICAL_HOURLY: every hour
 * @PLN_ICAL_DAILY: every day
 * @PLN_ICAL_WEEKLY: every week
 * @PLN_ICAL_MONTHLY: every month
 * @PLN_ICAL_YEARLY: every year
 *
 * The length of a period of a rule.
 */
typedef enum
{
  PLN_ICAL_SECONDLY,
  PLN_ICAL_MINUTELY,
  PLN_ICAL_HOURLY,
  PLN_ICAL_DAILY,
  PLN_ICAL_WEEKLY,
  PLN_ICAL_MONTHLY,
  PLN_ICAL_YEARLY,
} PlnIcalFrequency;

#define PLN_ICAL_WEEKDAYS      7
#define PLN_ICAL_MAX_POSITIONS 732 /* 366 from either end */

/**
 * PlnIcalRule:
 * @count: how many, or 0
 * @start_is_extra: whether DTSTART, which the rule does not give, is one of them
 * @until: a face, see [func@ical_face_to_number]; %G_MAXINT64 if there is none
 * @until_is_date: whether all of that day belongs to it
 * @until_is_utc: whether @until is on the clock of UTC
 * @week_start: 0 for Sunday to 6
 * @months: bit 1 for January
 * @weeks: bit 1 for the first week of the year; @weeks_back from its end
 * @month_days: bit 1 for the first; @month_days_back from the end
 * @year_days: bit 1 for 1 January; @year_days_back from the end
 * @weekdays: bit 0 for every Sunday
 * @nth: for each weekday, bit 1 for the first; @nth_back from the end
 * @hours: bit 0 for midnight
 * @has_nth: whether @nth or @nth_back hold something
 * @positions: from BYSETPOS, each once, from the smallest on
 *
 * A recurrence rule (RFC 5545, 3.3.10). A set that is empty was not given.
 */
typedef struct
{
  PlnIcalFrequency frequency;
  int              interval;
  guint            count;
  gboolean         start_is_extra;
  gint64           until;
  gboolean         until_is_date;
  gboolean         until_is_utc;
  int              week_start;
  guint32          months;
  guint64          weeks;
  guint64          weeks_back;
  guint32          month_days;
  guint32          month_days_back;
  guint64          year_days[6];
  guint64          year_days_back[6];
  gboolean         has_year_days;
  guint            weekdays;
  guint64          nth[PLN_ICAL_WEEKDAYS];
  guint64          nth_back[PLN_ICAL_WEEKDAYS];
  gboolean         has_nth;
  guint32          hours;
  guint64          minutes;
  guint64          seconds;
  guint            n_positions;
  gint16           positions[PLN_ICAL_MAX_POSITIONS];
} PlnIcalRule;

PlnIcalRule *pln_ical_rule_parse (const char  *value,
                                  GError     **error);
void         pln_ical_rule_free  (PlnIcalRule *rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnIcalRule, pln_ical_rule_free)

/**
 * PlnIcalTimes:
 *
 * The times that a rule gives, one after the other, on a clock that is never
 * put forward or back.
 */
typedef struct _PlnIcalTimes PlnIcalTimes;

PlnIcalTimes *pln_ical_times_new      (const PlnIcalRule *rule,
                                       gint64             start,
                                       gboolean           is_date,
                                       gint64             from,
                                       gint64             last);
void          pln_ical_times_free     (PlnIcalTimes      *times);
gboolean      pln_ical_times_next     (PlnIcalTimes      *times,
                                       gint64            *face);
gboolean      pln_ical_times_gave_up  (PlnIcalTimes      *times);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnIcalTimes, pln_ical_times_free)

G_END_DECLS
