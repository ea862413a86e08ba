/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-times-private.h"

#include <string.h>

#define DAY        PLN_ICAL_SECONDS_A_DAY
#define LAST_YEAR  9999
#define MAX_EMPTY  200000  /* periods in a row without a time, then we give up */
#define MAX_BEFORE 2000000 /* times that are counted before the first that is wanted */

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
  times->left = rule->count > 0 ? rule->count - (rule->start_is_extra ? 1 : 0) : G_MAXUINT;
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
      pln_ical_times_fill (times);
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
