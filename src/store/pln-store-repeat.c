/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-repeat.h"

#include "pln-ical-face.h"
#include "pln-ical-rule.h"
#include "pln-repeat.h"

/* The number of the one bit that is set, or -1. */
static int
only_bit (guint64 bits)
{
  int n = 0;

  if (bits == 0 || (bits & (bits - 1)) != 0)
    return -1;
  while ((bits >> n & 1) == 0)
    n++;

  return n;
}

/* What no short words have. */
static gboolean
is_rare (const PlnIcalRule *rule)
{
  return rule->frequency < PLN_ICAL_DAILY || (rule->weeks | rule->weeks_back) != 0 || rule->has_year_days
         || rule->n_positions > 0 || rule->hours != 0 || rule->minutes != 0 || rule->seconds != 0
         || (rule->months != 0 && rule->frequency != PLN_ICAL_YEARLY);
}

/* The one n-th weekday, if the rule has no other. */
static gboolean
take_nth (const PlnIcalRule *rule,
          PlnRepeat         *repeat)
{
  for (int i = 0; i < PLN_ICAL_WEEKDAYS; i++)
    {
      int nth;

      if ((rule->nth[i] | rule->nth_back[i]) == 0)
        continue;
      nth = only_bit (rule->nth[i] | rule->nth_back[i]);
      if (nth < 0 || repeat->nth != 0 || (rule->nth[i] != 0 && rule->nth_back[i] != 0))
        return FALSE;
      repeat->weekday = i;
      repeat->nth = rule->nth[i] != 0 ? nth : -nth;
    }

  return repeat->nth == -1 || (repeat->nth >= 1 && repeat->nth <= 5);
}

static gboolean
take_month_day (const PlnIcalRule *rule,
                const PlnIcalFace *start,
                PlnRepeat         *repeat)
{
  if (rule->weekdays != 0 || (rule->month_days != 0 && rule->month_days_back != 0))
    return FALSE;
  if (rule->has_nth)
    return (rule->month_days | rule->month_days_back) == 0 && take_nth (rule, repeat);

  repeat->day = start->day;
  if (rule->month_days != 0)
    repeat->day = only_bit (rule->month_days);
  else if (rule->month_days_back != 0)
    repeat->day = only_bit (rule->month_days_back) == 1 ? -1 : 0;

  return repeat->day == -1 || repeat->day > 0;
}

static gboolean
take_month (const PlnIcalRule *rule,
            const PlnIcalFace *start,
            PlnRepeat         *repeat)
{
  gboolean has_days = (rule->month_days | rule->month_days_back) != 0 || rule->has_nth;

  repeat->month = rule->months != 0 ? only_bit (rule->months) : start->month;

  return repeat->month > 0 && (rule->months != 0 || !has_days);
}

static gboolean
take_rule (const PlnIcalRule *rule,
           const PlnIcalFace *start,
           PlnRepeat         *repeat)
{
  if (is_rare (rule))
    return FALSE;

  repeat->every = (guint) rule->interval;
  repeat->count = rule->count;
  switch (rule->frequency)
    {
    case PLN_ICAL_DAILY:
      repeat->unit = PLN_REPEAT_DAYS;
      return rule->weekdays == 0 && (rule->month_days | rule->month_days_back) == 0;
    case PLN_ICAL_WEEKLY:
      repeat->unit = PLN_REPEAT_WEEKS;
      repeat->weekdays = rule->weekdays != 0 ? rule->weekdays : 1u << pln_ical_face_weekday (start);
      return TRUE;
    case PLN_ICAL_MONTHLY:
      repeat->unit = PLN_REPEAT_MONTHS;
      return take_month_day (rule, start, repeat);
    case PLN_ICAL_YEARLY:
      repeat->unit = PLN_REPEAT_YEARS;
      return take_month (rule, start, repeat) && take_month_day (rule, start, repeat);
    case PLN_ICAL_SECONDLY:
    case PLN_ICAL_MINUTELY:
    case PLN_ICAL_HOURLY:
    default:
      return FALSE;
    }
}

/**
 * pln_store_repeat_words:
 * @recurrence: when an object takes place
 *
 * Returns: (transfer full): how it repeats, in the words of [func@repeat_words];
 *   "" if it does not, or not by a rule
 */
char *
pln_store_repeat_words (PlnIcalRecurrence *recurrence)
{
  gint64 start;
  gint64 until;
  const PlnIcalRule *rule = pln_ical_recurrence_get_rule (recurrence, &start, &until);
  g_autoptr(GDateTime) last = until != G_MAXINT64 ? g_date_time_new_from_unix_utc (until) : NULL;
  PlnRepeat repeat = { .until = last };
  PlnIcalFace face;

  if (rule == NULL)
    return g_strdup ("");
  pln_ical_face_from_number (&face, start);
  if (!take_rule (rule, &face, &repeat))
    repeat.unit = PLN_REPEAT_OTHERWISE;

  return pln_repeat_words (&repeat);
}
