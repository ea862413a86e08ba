/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-face.h"
#include "pln-ical-rule.h"

G_BEGIN_DECLS

#define PLN_ICAL_SECONDS_A_DAY (24 * 60 * 60)
#define PLN_ICAL_MAX_BASES     400 /* days of a year, and of the weeks that reach out of it */

/* A rule goes from period to period, such as from week to week. A period holds
 * bases, such as days, and each of these the same times after it, such as
 * 8:00 and 17:00. Positions (BYSETPOS) count the times of one period. */
struct _PlnIcalTimes
{
  PlnIcalRule  rule;
  gint64       start;      /* the face of DTSTART */
  gint64       from;
  gint64       last;
  gint64       period;     /* number of the period that comes next */
  gint64       end;        /* the last that may hold a time */
  gint64       unit;       /* seconds of a period shorter than a day, else 0 */
  gint32      *offsets;    /* seconds behind the base */
  guint        n_offsets;
  gint32       offset;     /* where there is but one */
  gint64       bases[PLN_ICAL_MAX_BASES];
  guint        n_bases;
  guint        order[PLN_ICAL_MAX_POSITIONS]; /* if the rule has positions */
  guint        at;
  guint        n;          /* times of this period */
  guint        left;       /* of COUNT */
  guint        empty;
  guint        before;
  gboolean     gave_up;
};

void pln_ical_times_fill (PlnIcalTimes *times);

/* Days since 1970 of a day of the calendar. */
static inline gint64
day_of (int year,
        int month,
        int day)
{
  PlnIcalFace face = { year, month, day, 0 };

  return pln_ical_face_to_number (&face) / PLN_ICAL_SECONDS_A_DAY;
}

static inline gint64
floor_divide (gint64 a,
              gint64 b)
{
  return a >= 0 ? a / b : -((b - 1 - a) / b);
}

static inline int
weekday_of (gint64 day)
{
  int weekday = (int) ((day + 4) % 7); /* 1 January 1970 was a Thursday */

  return weekday < 0 ? weekday + 7 : weekday;
}

static inline gboolean
has_bit (guint64 bits,
         int     bit)
{
  return bits >> bit & 1;
}

/* The first day of the week that has most of its days in the year. */
static inline gint64
first_week (const PlnIcalRule *rule,
            int                year)
{
  gint64 january = day_of (year, 1, 1);
  int offset = (weekday_of (january) - rule->week_start + 7) % 7;

  return january - offset + (offset > 3 ? 7 : 0);
}

static inline gboolean
has_month_days (const PlnIcalRule *rule)
{
  return (rule->month_days | rule->month_days_back) != 0;
}

static inline gboolean
has_weekdays (const PlnIcalRule *rule)
{
  return rule->weekdays != 0 || rule->has_nth;
}

static inline gboolean
has_weeks (const PlnIcalRule *rule)
{
  return (rule->weeks | rule->weeks_back) != 0;
}

G_END_DECLS
