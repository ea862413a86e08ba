/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-rule.h"

G_BEGIN_DECLS

/**
 * PlnIcalMonthDay:
 * @nth: of the weekday; of the days, if there is none; negative from the end
 * @weekday: 0 for Sunday to 6, or -1
 *
 * One day of a month, such as the second Tuesday or the last day.
 */
typedef struct
{
  int nth;
  int weekday;
} PlnIcalMonthDay;

/**
 * PlnIcalShift:
 * @delta: of faces, in seconds
 * @days: of that, whole days by the calendar
 * @by_month: whether the n-th of one month becomes that of another, which is
 *   not always the same number of days away
 * @months: from the one month to the other
 * @interval: of the rule, in months
 * @before: which day of the month it was
 * @after: which it is to be
 * @clock_before: seconds since midnight
 * @clock_after: seconds since midnight
 *
 * How a whole series moves on the clock and the calendar.
 */
typedef struct
{
  gint64          delta;
  gint64          days;
  gboolean        by_month;
  int             months;
  int             interval;
  PlnIcalMonthDay before;
  PlnIcalMonthDay after;
  int             clock_before;
  int             clock_after;
} PlnIcalShift;

gboolean  pln_ical_shift_init  (PlnIcalShift        *shift,
                                const PlnIcalRule   *rule,
                                gint64               start,
                                gint64               from,
                                gint64               to,
                                gboolean             changes_type,
                                GError             **error);
gint64    pln_ical_shift_face  (const PlnIcalShift  *shift,
                                gint64               face);
gint64    pln_ical_shift_start (const PlnIcalShift  *shift,
                                gint64               start);
char     *pln_ical_shift_rule  (const PlnIcalShift  *shift,
                                const PlnIcalRule   *rule,
                                const char          *value,
                                const char          *until);

G_END_DECLS
