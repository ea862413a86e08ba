/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-occurrence.h"

G_BEGIN_DECLS

#define PLN_MONTH_MOST_WEEKS 6
#define PLN_MONTH_MOST_DAYS  (7 * PLN_MONTH_MOST_WEEKS)

/**
 * PlnMonth:
 * @first: the first day that is shown
 * @year: the year of the month
 * @month: the month
 * @n_weeks: how many weeks are shown, five or six
 *
 * A month as calendars show it, in whole weeks. Its days are numbered from
 * @first on.
 */
typedef struct
{
  GDate      first;
  GDateYear  year;
  GDateMonth month;
  int        n_weeks;
} PlnMonth;

/**
 * PlnMonthBar:
 * @first: its first day in the week, 0 to 6
 * @last: its last day in the week, at least @first
 * @lane: which line of the week it has, from the top; -1: there is no room
 *
 * One thing in a week of a month.
 */
typedef struct
{
  int first;
  int last;
  int lane;
} PlnMonthBar;

GDateWeekday pln_month_first_weekday     (void);
void         pln_month_set_first_weekday (GDateWeekday     first);
PlnMonth     pln_month_of                (const GDate     *day);
int          pln_month_index_of          (const PlnMonth  *self,
                                          const GDate     *day);
GDate        pln_month_day               (const PlnMonth  *self,
                                          int              index);
gboolean     pln_month_is_inside         (const PlnMonth  *self,
                                          const GDate     *day);
guint        pln_month_week_number       (const PlnMonth  *self,
                                          int              week);
void         pln_month_days_of           (PlnOccurrence   *occurrence,
                                          GDate           *first,
                                          GDate           *last);
int          pln_month_rank              (PlnOccurrence   *occurrence);
void         pln_month_pack              (PlnMonthBar     *bars,
                                          guint            n_bars,
                                          int              n_lanes,
                                          guint            n_hidden[7]);

G_END_DECLS
