/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlnRepeatUnit:
 * @PLN_REPEAT_OTHERWISE: by a rule that has no short words
 * @PLN_REPEAT_DAYS: days
 * @PLN_REPEAT_WEEKS: weeks
 * @PLN_REPEAT_MONTHS: months
 * @PLN_REPEAT_YEARS: years
 *
 * What is counted until something takes place again.
 */
typedef enum
{
  PLN_REPEAT_OTHERWISE,
  PLN_REPEAT_DAYS,
  PLN_REPEAT_WEEKS,
  PLN_REPEAT_MONTHS,
  PLN_REPEAT_YEARS,
} PlnRepeatUnit;

/**
 * PlnRepeat:
 * @unit: what is counted
 * @every: how many of these, from 1 on
 * @weekdays: of weeks: bit 0 for Sunday; 0 for that of the start
 * @nth: of months and years: which such weekday of the month, 1 to 5 or -1 for
 *   the last; 0 if it goes by the day of the month
 * @weekday: with @nth: 0 for Sunday to 6
 * @day: of months and years: the day of the month, or -1 for the last
 * @month: of years: 1 to 12
 * @count: how many times, or 0
 * @until: (nullable): the last day on which it may take place
 *
 * How something repeats, as far as it has short words. Plain data.
 */
typedef struct
{
  PlnRepeatUnit  unit;
  guint          every;
  guint          weekdays;
  int            nth;
  int            weekday;
  int            day;
  int            month;
  guint          count;
  GDateTime     *until;
} PlnRepeat;

char *pln_repeat_words (const PlnRepeat *repeat) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
