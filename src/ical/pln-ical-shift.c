/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-shift.h"

#include "pln-ical-face.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#define DAY (24 * 60 * 60)

static const char *const weekdays[PLN_ICAL_WEEKDAYS] = { "SU", "MO", "TU", "WE", "TH", "FR", "SA" };

static int
count_bits (guint64 bits)
{
  int n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;

  return n;
}

static int
lowest_bit (guint64 bits)
{
  int n = 0;

  while ((bits >> n & 1) == 0)
    n++;

  return n;
}

static gboolean
has_day_parts (const PlnIcalRule *rule)
{
  return rule->months != 0 || (rule->weeks | rule->weeks_back) != 0 || rule->weekdays != 0 || rule->has_nth
         || (rule->month_days | rule->month_days_back) != 0 || rule->has_year_days || rule->n_positions > 0;
}

static gboolean
has_clock_parts (const PlnIcalRule *rule)
{
  return rule->hours != 0 || rule->minutes != 0 || rule->seconds != 0;
}

/* The one day of a month that the rule means, if it means one. */
static gboolean
find_month_day (const PlnIcalRule *rule,
                const PlnIcalFace *start,
                PlnIcalMonthDay   *day)
{
  int n_days = count_bits (rule->month_days) + count_bits (rule->month_days_back);
  int n_nth = 0;

  for (int i = 0; i < PLN_ICAL_WEEKDAYS; i++)
    {
      n_nth += count_bits (rule->nth[i]) + count_bits (rule->nth_back[i]);
      if (rule->nth[i] != 0)
        *day = (PlnIcalMonthDay) { lowest_bit (rule->nth[i]), i };
      if (rule->nth_back[i] != 0)
        *day = (PlnIcalMonthDay) { -lowest_bit (rule->nth_back[i]), i };
    }
  if (rule->weekdays != 0 || n_days + n_nth > 1 || has_clock_parts (rule) || rule->n_positions > 0)
    return FALSE;
  if (n_nth == 1)
    return rule->frequency == PLN_ICAL_MONTHLY || rule->months != 0;
  if (n_days == 1 && rule->frequency == PLN_ICAL_YEARLY && rule->months == 0) /* in each month */
    return FALSE;

  if (rule->month_days_back != 0)
    *day = (PlnIcalMonthDay) { -lowest_bit (rule->month_days_back), -1 };
  else
    *day = (PlnIcalMonthDay) { rule->month_days != 0 ? lowest_bit (rule->month_days) : start->day, -1 };

  return TRUE;
}

/* The day of that month, or 0 if it has none. */
static int
day_in_month (const PlnIcalMonthDay *day,
              int                    year,
              int                    month)
{
  PlnIcalFace first = { year, month, 1, 0 };
  int length = pln_ical_days_in_month (year, month);
  int weekday = pln_ical_face_weekday (&first);
  int at;

  if (day->weekday < 0)
    at = day->nth > 0 ? day->nth : length + day->nth + 1;
  else if (day->nth > 0)
    at = 1 + (day->weekday - weekday + 7) % 7 + 7 * (day->nth - 1);
  else
    {
      int last = (weekday + length - 1) % 7;

      at = length - (last - day->weekday + 7) % 7 + 7 * (day->nth + 1);
    }

  return at >= 1 && at <= length ? at : 0;
}

/* The same kind of day for another date: the last stays the last as long as it
 * is. */
static PlnIcalMonthDay
like (const PlnIcalMonthDay *before,
      const PlnIcalFace     *to)
{
  int length = pln_ical_days_in_month (to->year, to->month);
  PlnIcalMonthDay after = { to->day, -1 };

  if (before->weekday >= 0)
    {
      after.weekday = pln_ical_face_weekday (to);
      after.nth = before->nth < 0 && to->day + 7 > length ? -1 : (to->day + 6) / 7;
    }
  else if (before->nth < 0)
    after.nth = to->day - length - 1;

  return after;
}

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_REFUSED,
                       _("The series was not changed, because its rule names days or hours that cannot all be "
                         "moved in the same way. Move single events of it instead."));

  return FALSE;
}

static gboolean
init_by_month (PlnIcalShift      *shift,
               const PlnIcalRule *rule,
               gint64             start,
               gint64             from,
               gint64             to)
{
  PlnIcalFace first;
  PlnIcalFace old;
  PlnIcalFace new;

  pln_ical_face_from_number (&first, start);
  pln_ical_face_from_number (&old, from);
  pln_ical_face_from_number (&new, to);
  if (count_bits (rule->months) > (rule->frequency == PLN_ICAL_YEARLY)
      || rule->has_year_days || (rule->weeks | rule->weeks_back) != 0
      || !find_month_day (rule, &first, &shift->before)
      || day_in_month (&shift->before, old.year, old.month) != old.day)
    return FALSE;

  shift->by_month = TRUE;
  shift->months = (new.year - old.year) * 12 + new.month - old.month;
  shift->interval = rule->interval * (rule->frequency == PLN_ICAL_YEARLY ? 12 : 1);
  shift->after = like (&shift->before, &new);

  return TRUE;
}

/**
 * pln_ical_shift_init:
 * @shift: (out): how all of a series is to move
 * @rule: (nullable): its rule
 * @start: its DTSTART, a face
 * @from: one time of it, a face
 * @to: where that is to be
 * @changes_type: whether times become days, or days times
 * @error: return location for a [error@IcalError], `REFUSED` if the rule
 *   cannot be changed so that all move alike
 *
 * Finds out how a series moves if one of its instances does. Days of the week
 * move by days. The n-th of a month becomes the n-th that @to is in its month.
 *
 * Returns: %TRUE on success
 */
gboolean
pln_ical_shift_init (PlnIcalShift       *shift,
                     const PlnIcalRule  *rule,
                     gint64              start,
                     gint64              from,
                     gint64              to,
                     gboolean            changes_type,
                     GError            **error)
{
  gboolean moves_clock;

  *shift = (PlnIcalShift) { .delta = to - from, .days = pln_ical_face_day (to) - pln_ical_face_day (from) };
  shift->clock_before = (int) (from - pln_ical_face_day (from) * DAY);
  shift->clock_after = (int) (to - pln_ical_face_day (to) * DAY);
  if (rule == NULL || (shift->delta == 0 && !changes_type))
    return TRUE;

  moves_clock = changes_type || shift->clock_before != shift->clock_after;
  if (rule->frequency < PLN_ICAL_DAILY)
    return !changes_type && !has_day_parts (rule) && !has_clock_parts (rule) ? TRUE : refuse (error);
  if (moves_clock && has_clock_parts (rule))
    return refuse (error);
  if (shift->days == 0)
    return TRUE;
  if (rule->frequency <= PLN_ICAL_WEEKLY)
    return rule->months == 0 && (rule->month_days | rule->month_days_back) == 0 ? TRUE : refuse (error);

  return init_by_month (shift, rule, start, from, to) ? TRUE : refuse (error);
}

/* Where the day of the month is that a number of months stand for; FALSE if
 * that month has none. */
static gboolean
at_month (const PlnIcalShift *shift,
          int                 months,
          gint64             *face)
{
  PlnIcalFace shown = { months / 12, months % 12 + 1, 0, shift->clock_after };

  if (shown.year < 1 || shown.year > 9999)
    return FALSE;
  shown.day = day_in_month (&shift->after, shown.year, shown.month);
  if (shown.day == 0)
    return FALSE;
  *face = pln_ical_face_to_number (&shown);

  return TRUE;
}

/**
 * pln_ical_shift_face:
 * @shift: a shift
 * @face: a time of the series, by rule or singly
 *
 * Returns: where it goes
 */
gint64
pln_ical_shift_face (const PlnIcalShift *shift,
                     gint64              face)
{
  PlnIcalFace shown;
  gint64 moved;

  pln_ical_face_from_number (&shown, face);
  if (shift->by_month && shown.seconds == shift->clock_before
      && day_in_month (&shift->before, shown.year, shown.month) == shown.day
      && at_month (shift, shown.year * 12 + shown.month - 1 + shift->months, &moved))
    return moved;

  return face + shift->delta;
}

/**
 * pln_ical_shift_start:
 * @shift: a shift
 * @start: DTSTART, a face
 *
 * Returns: where DTSTART goes, which is the first time of the moved rule
 */
gint64
pln_ical_shift_start (const PlnIcalShift *shift,
                      gint64              start)
{
  PlnIcalFace shown;
  gint64 moved;
  int months;

  pln_ical_face_from_number (&shown, start);
  months = shown.year * 12 + shown.month - 1 + shift->months;
  if (shift->by_month && day_in_month (&shift->before, shown.year, shown.month) == shown.day)
    for (guint i = 0; i < 400; i++, months += shift->interval)
      if (at_month (shift, months, &moved))
        return moved;

  return pln_ical_shift_face (shift, start);
}

static int
rotated (const PlnIcalShift *shift,
         int                 weekday)
{
  return (int) (((weekday + shift->days) % 7 + 7) % 7);
}

/* “MO,WE”, each some days later. */
static char *
rotate_list (const PlnIcalShift *shift,
             const char         *list)
{
  g_auto(GStrv) words = g_strsplit (list, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    for (int weekday = 0; weekday < PLN_ICAL_WEEKDAYS; weekday++)
      if (g_ascii_strcasecmp (words[i], weekdays[weekday]) == 0)
        {
          g_free (words[i]);
          words[i] = g_strdup (weekdays[rotated (shift, weekday)]);
          break;
        }

  return g_strjoinv (",", words);
}

/* What becomes of one part of the rule; NULL if it stays. */
static char *
shift_part (const PlnIcalShift *shift,
            const PlnIcalRule  *rule,
            const char         *name,
            const char         *value,
            const char         *until)
{
  if (until != NULL && g_ascii_strcasecmp (name, "UNTIL") == 0)
    return g_strdup (until);
  if (shift->days == 0)
    return NULL;
  if (!shift->by_month)
    return g_ascii_strcasecmp (name, "BYDAY") == 0 ? rotate_list (shift, value) : NULL;

  if (g_ascii_strcasecmp (name, "BYDAY") == 0)
    return g_strdup_printf ("%d%s", shift->after.nth, weekdays[shift->after.weekday]);
  if (g_ascii_strcasecmp (name, "BYMONTHDAY") == 0)
    return g_strdup_printf ("%d", shift->after.nth);
  if (g_ascii_strcasecmp (name, "BYMONTH") == 0)
    return g_strdup_printf ("%d", ((lowest_bit (rule->months) - 1 + shift->months) % 12 + 12) % 12 + 1);

  return NULL;
}

/* Where weeks are left out or counted through, it matters where they begin. */
static gboolean
needs_week_start (const PlnIcalShift *shift,
                  const PlnIcalRule  *rule)
{
  return shift->days % 7 != 0 && rule->frequency == PLN_ICAL_WEEKLY && count_bits (rule->weekdays) > 1
         && (rule->interval > 1 || rule->n_positions > 0);
}

/**
 * pln_ical_shift_rule:
 * @shift: a shift
 * @rule: a rule
 * @value: the same as text
 * @until: (nullable): its new UNTIL, if it has one
 *
 * Moves a rule. Parts that stay keep their bytes.
 *
 * Returns: (transfer full): the value of the RRULE
 */
char *
pln_ical_shift_rule (const PlnIcalShift *shift,
                     const PlnIcalRule  *rule,
                     const char         *value,
                     const char         *until)
{
  g_auto(GStrv) parts = g_strsplit (value, ";", -1);
  g_autoptr(GString) moved = g_string_new (NULL);
  g_autofree char *week_start = needs_week_start (shift, rule)
                                ? g_strdup_printf ("WKST=%s", weekdays[rotated (shift, rule->week_start)]) : NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *equals = strchr (parts[i], '=');
      g_autofree char *name = equals != NULL ? g_strndup (parts[i], (gsize) (equals - parts[i])) : g_strdup ("");
      g_autofree char *part = equals != NULL ? shift_part (shift, rule, name, equals + 1, until) : NULL;

      if (moved->len > 0)
        g_string_append_c (moved, ';');
      if (week_start != NULL && g_ascii_strcasecmp (name, "WKST") == 0)
        {
          g_string_append (moved, week_start);
          g_clear_pointer (&week_start, g_free);
        }
      else if (part != NULL)
        g_string_append_printf (moved, "%s=%s", name, part);
      else
        g_string_append (moved, parts[i]);
    }
  if (week_start != NULL)
    g_string_append_printf (moved, ";%s", week_start);

  return g_string_free (g_steal_pointer (&moved), FALSE);
}
