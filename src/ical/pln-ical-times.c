/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-rule.h"

#include "pln-ical-face.h"

#include <string.h>

#define DAY       (24 * 60 * 60)
#define LAST_YEAR 9999
#define MAX_EMPTY 200000  /* periods in a row without a time, then we give up */
#define MAX_BEFORE 2000000 /* times that are counted before the first that is wanted */
#define MAX_BASES 400    /* days of a year, and of the weeks that reach out of it */

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
  gint64       bases[MAX_BASES];
  guint        n_bases;
  guint        order[PLN_ICAL_MAX_POSITIONS]; /* if the rule has positions */
  guint        at;
  guint        n;          /* times of this period */
  guint        left;       /* of COUNT */
  guint        empty;
  guint        before;
  gboolean     gave_up;
};

/* Days since 1970 of a day of the calendar, and back. */
static gint64
day_of (int year,
        int month,
        int day)
{
  PlnIcalFace face = { year, month, day, 0 };

  return pln_ical_face_to_number (&face) / DAY;
}

static void
face_of_day (PlnIcalFace *face,
             gint64       day)
{
  pln_ical_face_from_number (face, day * DAY);
}

static gint64
floor_divide (gint64 a,
              gint64 b)
{
  return a >= 0 ? a / b : -((b - 1 - a) / b);
}

static int
weekday_of (gint64 day)
{
  int weekday = (int) ((day + 4) % 7); /* 1 January 1970 was a Thursday */

  return weekday < 0 ? weekday + 7 : weekday;
}

static gboolean
has_bit (guint64 bits,
         int     bit)
{
  return bits >> bit & 1;
}

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* The first day of the week that has most of its days in the year. */
static gint64
first_week (const PlnIcalRule *rule,
            int                year)
{
  gint64 january = day_of (year, 1, 1);
  int offset = (weekday_of (january) - rule->week_start + 7) % 7;

  return january - offset + (offset > 3 ? 7 : 0);
}

static gboolean
has_month_days (const PlnIcalRule *rule)
{
  return (rule->month_days | rule->month_days_back) != 0;
}

static gboolean
has_weekdays (const PlnIcalRule *rule)
{
  return rule->weekdays != 0 || rule->has_nth;
}

static gboolean
has_weeks (const PlnIcalRule *rule)
{
  return (rule->weeks | rule->weeks_back) != 0;
}

/* Day @at of @length, counted from 1, such as the 30th of 31 of a month. */
static gboolean
month_day_fits (const PlnIcalRule *rule,
                int                at,
                int                length)
{
  return !has_month_days (rule)
         || has_bit (rule->month_days, at) || has_bit (rule->month_days_back, length - at + 1);
}

static gboolean
year_day_fits (const PlnIcalRule *rule,
               int                at,
               int                length)
{
  int back = length - at + 1;

  return !rule->has_year_days
         || has_bit (rule->year_days[at / 64], at % 64) || has_bit (rule->year_days_back[back / 64], back % 64);
}

/* Whether the weekday fits that is the @at-th day of a month or year. */
static gboolean
weekday_fits (const PlnIcalRule *rule,
              int                weekday,
              int                at,
              int                length)
{
  return !has_weekdays (rule)
         || has_bit (rule->weekdays, weekday)
         || (rule->has_nth
             && (has_bit (rule->nth[weekday], (at + 6) / 7)
                 || has_bit (rule->nth_back[weekday], (length - at) / 7 + 1)));
}

/* Rules that are shorter than a month have no n-th weekdays. */
static gboolean
day_fits (const PlnIcalRule *rule,
          gint64             day)
{
  PlnIcalFace face;

  if (rule->weekdays != 0 && !has_bit (rule->weekdays, weekday_of (day)))
    return FALSE;
  if (rule->months == 0 && !has_month_days (rule) && !rule->has_year_days)
    return TRUE;

  face_of_day (&face, day);

  return (rule->months == 0 || has_bit (rule->months, face.month))
         && month_day_fits (rule, face.day, pln_ical_days_in_month (face.year, face.month))
         && (!rule->has_year_days
             || year_day_fits (rule, (int) (day - day_of (face.year, 1, 1)) + 1, is_leap (face.year) ? 366 : 365));
}

/* The first day from @day on that may fit: the same, or, if its month is not
 * one of the rule's, the first of a month that is. */
static gint64
skip_months (const PlnIcalRule *rule,
             gint64             day)
{
  PlnIcalFace face;

  if (rule->months == 0)
    return day;
  face_of_day (&face, day);
  if (has_bit (rule->months, face.month))
    return day;

  do
    {
      face.year += face.month == 12;
      face.month = face.month % 12 + 1;
    }
  while (!has_bit (rule->months, face.month));

  return day_of (face.year, face.month, 1);
}

static void
add_day (PlnIcalTimes *times,
         gint64        day)
{
  times->bases[times->n_bases++] = day * DAY;
}

static void
fill_month (PlnIcalTimes *times,
            int           year,
            int           month)
{
  const PlnIcalRule *rule = &times->rule;
  gint64 first = day_of (year, month, 1);
  int length = pln_ical_days_in_month (year, month);
  int weekday = weekday_of (first);

  for (int at = 1; at <= length; at++, weekday = weekday == 6 ? 0 : weekday + 1)
    if (month_day_fits (rule, at, length) && weekday_fits (rule, weekday, at, length))
      add_day (times, first + at - 1);
}

/* In a year each n-th weekday counts within the month if there are months,
 * within the year if there are none. */
static void
fill_year_day (PlnIcalTimes *times,
               gint64        day)
{
  const PlnIcalRule *rule = &times->rule;
  PlnIcalFace face;
  int length;
  int year_length;
  int at;

  face_of_day (&face, day);
  if (face.year < 1)
    return;
  length = pln_ical_days_in_month (face.year, face.month);
  year_length = is_leap (face.year) ? 366 : 365;
  at = (int) (day - day_of (face.year, 1, 1)) + 1;

  if ((rule->months == 0 || has_bit (rule->months, face.month))
      && year_day_fits (rule, at, year_length)
      && month_day_fits (rule, face.day, length)
      && (rule->months != 0 ? weekday_fits (rule, weekday_of (day), face.day, length)
                            : weekday_fits (rule, weekday_of (day), at, year_length)))
    add_day (times, day);
}

static void
fill_weeks (PlnIcalTimes *times,
            int           year)
{
  const PlnIcalRule *rule = &times->rule;
  gint64 first = first_week (rule, year);
  int length = (int) ((first_week (rule, year + 1) - first) / 7);

  for (int at = 1; at <= length; at++)
    if (has_bit (rule->weeks, at) || has_bit (rule->weeks_back, length - at + 1))
      for (int i = 0; i < 7; i++)
        fill_year_day (times, first + 7 * (at - 1) + i);
}

static void
fill_year (PlnIcalTimes *times,
           int           year)
{
  const PlnIcalRule *rule = &times->rule;

  if (has_weeks (rule))
    fill_weeks (times, year);
  else if (rule->months != 0 && !rule->has_year_days)
    {
      for (int month = 1; month <= 12; month++)
        if (has_bit (rule->months, month))
          fill_month (times, year, month);
    }
  else
    {
      gint64 first = day_of (year, 1, 1);
      int length = is_leap (year) ? 366 : 365;

      for (int at = 0; at < length; at++)
        fill_year_day (times, first + at);
    }
}

static void
fill_week (PlnIcalTimes *times,
           gint64        first)
{
  for (int i = 0; i < 7; i++)
    if (day_fits (&times->rule, first + i))
      add_day (times, first + i);
}

static gint64
align (PlnIcalTimes *times,
       gint64        face)
{
  gint64 step = times->rule.interval * times->unit;
  gint64 origin = floor_divide (times->start, times->unit) * times->unit;

  return origin + floor_divide (face - origin + step - 1, step) * step;
}

/* Where a time may come next, if the hour, minute or second does not fit. */
static gint64
skip_clock (const PlnIcalTimes *times,
            gint64              face)
{
  const PlnIcalRule *rule = &times->rule;
  gint64 hour = floor_divide (face, 3600);
  gint64 minute = floor_divide (face, 60);

  if (rule->hours != 0 && !has_bit (rule->hours, (int) (hour - floor_divide (hour, 24) * 24)))
    return (hour + 1) * 3600;
  if (times->unit < 3600 && rule->minutes != 0 && !has_bit (rule->minutes, (int) (minute - hour * 60)))
    return (minute + 1) * 60;
  if (times->unit < 60 && rule->seconds != 0 && !has_bit (rule->seconds, (int) (face - minute * 60)))
    return face + 1;

  return face;
}

/* Hours, minutes and seconds: one period that fits, or the next to look at. */
static void
fill_short (PlnIcalTimes *times)
{
  gint64 face = times->period;
  gint64 day = floor_divide (face, DAY);
  gint64 next = skip_months (&times->rule, day);

  if (next == day && !day_fits (&times->rule, day))
    next = day + 1;
  if (next != day)
    next *= DAY;
  else
    next = skip_clock (times, face);

  if (next == face)
    {
      times->bases[times->n_bases++] = face;
      next = face + 1;
    }
  times->period = align (times, next);
}

static void
fill_day (PlnIcalTimes *times)
{
  gint64 first = floor_divide (times->start, DAY);
  gint64 next = skip_months (&times->rule, times->period);
  gint64 interval = times->rule.interval;

  if (next == times->period && day_fits (&times->rule, next))
    add_day (times, next);
  next = MAX (next, times->period + 1);
  times->period = first + floor_divide (next - first + interval - 1, interval) * interval;
}

/* Fills in the days of the next period, and goes on to the one after it. */
static void
fill_period (PlnIcalTimes *times)
{
  const PlnIcalRule *rule = &times->rule;

  times->n_bases = 0;
  switch (rule->frequency)
    {
    case PLN_ICAL_YEARLY:
      if (times->period >= 1)
        fill_year (times, (int) times->period);
      times->period += rule->interval;
      break;
    case PLN_ICAL_MONTHLY:
      if (rule->months == 0 || has_bit (rule->months, (int) (times->period % 12) + 1))
        fill_month (times, (int) (times->period / 12), (int) (times->period % 12) + 1);
      times->period += rule->interval;
      break;
    case PLN_ICAL_WEEKLY:
      fill_week (times, times->period);
      times->period += 7 * (gint64) rule->interval;
      break;
    case PLN_ICAL_DAILY:
      fill_day (times);
      break;
    case PLN_ICAL_HOURLY:
    case PLN_ICAL_MINUTELY:
    case PLN_ICAL_SECONDLY:
    default:
      fill_short (times);
    }
}

/* Which times of this period are meant: all, or those at the positions, which
 * are brought in order, each once. */
static void
choose (PlnIcalTimes *times)
{
  guint total = times->n_bases * times->n_offsets;

  times->at = 0;
  times->n = total;
  if (times->rule.n_positions == 0)
    return;

  times->n = 0;
  for (guint i = 0; i < times->rule.n_positions; i++)
    {
      int position = times->rule.positions[i];
      gint64 index = position > 0 ? position - 1 : (gint64) total + position;
      guint before;

      if (index < 0 || index >= total)
        continue;
      for (before = times->n; before > 0 && times->order[before - 1] > index; before--)
        ;
      if (before > 0 && times->order[before - 1] == index)
        continue;
      memmove (&times->order[before + 1], &times->order[before], (times->n - before) * sizeof times->order[0]);
      times->order[before] = (guint) index;
      times->n++;
    }
}

/* The same number of times in each period that is as the others: one. */
static gboolean
is_plain (const PlnIcalTimes *times)
{
  const PlnIcalRule *rule = &times->rule;

  return times->n_offsets == 1 && rule->n_positions == 0 && rule->frequency <= PLN_ICAL_DAILY
         && rule->weekdays == 0 && rule->months == 0 && !has_month_days (rule) && !rule->has_year_days
         && rule->hours == 0 && (rule->frequency >= PLN_ICAL_HOURLY || rule->minutes == 0)
         && (rule->frequency >= PLN_ICAL_MINUTELY || rule->seconds == 0);
}

/* The number of the period that a face lies in; a week is known by its first
 * day. Weeks reach out of their year. */
static gint64
period_of (const PlnIcalTimes *times,
           gint64              face)
{
  const PlnIcalRule *rule = &times->rule;
  gint64 day = floor_divide (face, DAY);
  PlnIcalFace shown;

  pln_ical_face_from_number (&shown, face);
  switch (rule->frequency)
    {
    case PLN_ICAL_YEARLY:
      if (has_weeks (rule) && day < first_week (rule, shown.year))
        return shown.year - 1;
      if (has_weeks (rule) && day >= first_week (rule, shown.year + 1))
        return shown.year + 1;
      return shown.year;
    case PLN_ICAL_MONTHLY:
      return shown.year * 12 + shown.month - 1;
    case PLN_ICAL_WEEKLY:
      return day - (weekday_of (day) - rule->week_start + 7) % 7;
    case PLN_ICAL_DAILY:
      return day;
    case PLN_ICAL_HOURLY:
    case PLN_ICAL_MINUTELY:
    case PLN_ICAL_SECONDLY:
    default:
      return floor_divide (face, times->unit) * times->unit;
    }
}

/* Goes to the last period that lies at or before that of @face. */
static void
go_to (PlnIcalTimes *times,
       gint64        face)
{
  const PlnIcalRule *rule = &times->rule;
  gint64 step = rule->interval * (rule->frequency == PLN_ICAL_WEEKLY ? 7 : MAX (times->unit, 1));
  gint64 skipped = floor_divide (period_of (times, face) - times->period, step);

  if (skipped <= 0)
    return;
  if (times->left != G_MAXUINT) /* each counts */
    {
      if (!is_plain (times))
        return;
      skipped = MIN (skipped, (gint64) times->left);
      times->left -= (guint) skipped;
    }
  times->period += skipped * step;
}

/* What a rule leaves open, DTSTART says. */
static void
complete (PlnIcalTimes *times,
          gboolean      is_date)
{
  PlnIcalRule *rule = &times->rule;
  PlnIcalFace start;
  gint64 day = floor_divide (times->start, DAY);

  pln_ical_face_from_number (&start, times->start);
  if (is_date)
    rule->hours = rule->minutes = rule->seconds = 0; /* must be ignored (RFC 5545, 3.3.10) */

  switch (rule->frequency)
    {
    case PLN_ICAL_YEARLY:
      if (rule->has_year_days || has_month_days (rule) || has_weekdays (rule))
        break;
      if (has_weeks (rule))
        rule->weekdays = 1u << weekday_of (day);
      else
        {
          rule->months = rule->months != 0 ? rule->months : 1u << start.month;
          rule->month_days = 1u << start.day;
        }
      break;
    case PLN_ICAL_MONTHLY:
      if (!has_month_days (rule) && !has_weekdays (rule))
        rule->month_days = 1u << start.day;
      break;
    case PLN_ICAL_WEEKLY:
      if (rule->weekdays == 0)
        rule->weekdays = 1u << weekday_of (day);
      break;
    case PLN_ICAL_SECONDLY:
    case PLN_ICAL_MINUTELY:
    case PLN_ICAL_HOURLY:
    case PLN_ICAL_DAILY:
    default:
      break;
    }
}

/* The times behind each base. */
static void
make_offsets (PlnIcalTimes *times)
{
  const PlnIcalRule *rule = &times->rule;
  gint64 day = floor_divide (times->start, DAY);
  int clock = (int) (times->start - day * DAY);
  guint64 hours = rule->hours != 0 ? rule->hours : G_GUINT64_CONSTANT (1) << clock / 3600;
  guint64 minutes = rule->minutes != 0 ? rule->minutes : G_GUINT64_CONSTANT (1) << clock / 60 % 60;
  guint64 seconds = rule->seconds != 0 ? rule->seconds : G_GUINT64_CONSTANT (1) << clock % 60;
  g_autoptr(GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gint32));

  if (rule->frequency <= PLN_ICAL_HOURLY)
    hours = 1;
  if (rule->frequency <= PLN_ICAL_MINUTELY)
    minutes = 1;
  if (rule->frequency == PLN_ICAL_SECONDLY)
    seconds = 1;

  for (int hour = 0; hour < 24; hour++)
    for (int minute = 0; minute < 60 && has_bit (hours, hour); minute++)
      for (int second = 0; second < 60 && has_bit (minutes, minute); second++)
        {
          gint32 offset = hour * 3600 + minute * 60 + second;

          if (has_bit (seconds, second))
            g_array_append_val (offsets, offset);
        }

  times->n_offsets = offsets->len;
  times->offset = g_array_index (offsets, gint32, 0);
  if (offsets->len > 1)
    times->offsets = (gint32 *) g_array_free (g_steal_pointer (&offsets), FALSE);
}

/**
 * pln_ical_times_new:
 * @rule: a rule
 * @start: the face of DTSTART, see [func@ical_face_to_number]
 * @is_date: whether that is a day, without a time
 * @from: a face: times before it are left out, wherever the rule begins
 * @last: a face: times after it are left out
 *
 * Begins to give the times of a rule. What is given does not depend on @from
 * and @last, but for what they leave out.
 *
 * Returns: (transfer full): the times
 */
PlnIcalTimes *
pln_ical_times_new (const PlnIcalRule *rule,
                    gint64             start,
                    gboolean           is_date,
                    gint64             from,
                    gint64             last)
{
  static const PlnIcalFace end = { LAST_YEAR, 12, 31, DAY - 1 };
  PlnIcalTimes *times = g_new (PlnIcalTimes, 1);

  times->rule = *rule;
  times->start = start;
  times->from = MAX (from, start);
  times->last = MIN (last, pln_ical_face_to_number (&end));
  times->unit = rule->frequency == PLN_ICAL_HOURLY ? 3600
                : rule->frequency == PLN_ICAL_MINUTELY ? 60
                : rule->frequency == PLN_ICAL_SECONDLY ? 1 : 0;
  times->offsets = NULL;
  times->n_bases = times->at = times->n = 0;
  times->left = rule->count > 0 ? rule->count : G_MAXUINT;
  times->empty = times->before = 0;
  times->gave_up = FALSE;

  complete (times, is_date);
  make_offsets (times);
  times->period = period_of (times, start);
  times->end = times->last >= start ? period_of (times, times->last) : times->period - 1;
  if (times->last >= start)
    go_to (times, MIN (times->from, times->last));

  return times;
}

/**
 * pln_ical_times_free:
 * @times: (transfer full): times
 */
void
pln_ical_times_free (PlnIcalTimes *times)
{
  g_free (times->offsets);
  g_free (times);
}

static gint64
current (const PlnIcalTimes *times)
{
  guint index = times->rule.n_positions > 0 ? times->order[times->at] : times->at;

  return times->n_offsets == 1 ? times->bases[index] + times->offset
                               : times->bases[index / times->n_offsets] + times->offsets[index % times->n_offsets];
}

/**
 * pln_ical_times_next:
 * @times: times
 * @face: (out): the next time
 *
 * Returns: %FALSE if there are no more, or if it gave up looking for them
 */
gboolean
pln_ical_times_next (PlnIcalTimes *times,
                     gint64       *face)
{
  while (times->left > 0 && !times->gave_up)
    {
      while (times->at < times->n)
        {
          *face = current (times);
          times->at++;
          if (*face < times->start)
            continue;
          if (*face > times->last)
            return FALSE;
          if (times->left != G_MAXUINT)
            times->left--;
          if (*face >= times->from)
            return TRUE;
          times->gave_up = ++times->before > MAX_BEFORE;
          if (times->left == 0 || times->gave_up)
            return FALSE;
        }

      if (times->period > times->end)
        return FALSE;
      fill_period (times);
      choose (times);
      times->empty = times->n > 0 ? 0 : times->empty + 1;
      times->gave_up = times->empty > MAX_EMPTY;
    }

  return FALSE;
}

/**
 * pln_ical_times_gave_up:
 * @times: times
 *
 * Returns: whether the end is none: the rule has no time for so long that it
 *   would take too much time to look for the next
 */
gboolean
pln_ical_times_gave_up (PlnIcalTimes *times)
{
  return times->gave_up;
}
