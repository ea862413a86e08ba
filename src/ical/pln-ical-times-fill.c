/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-times-private.h"

#define DAY PLN_ICAL_SECONDS_A_DAY

static void
face_of_day (PlnIcalFace *face,
             gint64       day)
{
  pln_ical_face_from_number (face, day * DAY);
}

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
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

/**
 * pln_ical_times_fill:
 * @times: times
 *
 * Fills in the bases of the next period, and goes on to the one after it.
 */
void
pln_ical_times_fill (PlnIcalTimes *times)
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
