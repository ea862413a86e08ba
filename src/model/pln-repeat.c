/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-repeat.h"

#include "pln-when-words.h"

#include <glib/gi18n.h>

#define N_WEEKDAYS   7
#define WORKING_DAYS 0x3e /* Monday to Friday */

static char *
weekday_name (int weekday)
{
  g_autoptr(GDateTime) at = g_date_time_new_utc (2000, 1, 2 + weekday, 12, 0, 0); /* the 2nd was a Sunday */

  return g_date_time_format (at, "%A");
}

/* “Monday, Wednesday and Friday”, from Monday on. */
static char *
weekday_names (guint weekdays)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *last = NULL;
  g_autofree char *others = NULL;

  for (int i = 1; i <= N_WEEKDAYS; i++)
    if (weekdays >> i % N_WEEKDAYS & 1)
      g_ptr_array_add (names, weekday_name (i % N_WEEKDAYS));

  if (names->len == 0)
    return g_strdup ("");
  last = g_ptr_array_steal_index (names, names->len - 1);
  if (names->len == 0)
    return g_steal_pointer (&last);
  g_ptr_array_add (names, NULL);
  /* Translators: between the days of the week in a list, but before the last. */
  others = g_strjoinv (_(", "), (char **) names->pdata);

  /* Translators: days of the week, such as “Monday, Tuesday” and “Friday”. */
  return g_strdup_printf (_("%1$s and %2$s"), others, last);
}

static gboolean
is_one (guint weekdays)
{
  return weekdays != 0 && (weekdays & (weekdays - 1)) == 0;
}

static char *
words_of_days (const PlnRepeat *repeat)
{
  if (repeat->every == 1)
    return g_strdup (_("every day"));
  if (repeat->every == 2)
    return g_strdup (_("every second day"));

  return g_strdup_printf (ngettext ("every %u day", "every %u days", repeat->every), repeat->every);
}

static char *
words_of_weeks (const PlnRepeat *repeat)
{
  g_autofree char *days = weekday_names (repeat->weekdays);
  g_autofree char *weeks = NULL;

  if (repeat->every == 1 && repeat->weekdays == WORKING_DAYS)
    return g_strdup (_("from Monday to Friday"));
  if (repeat->every == 1 && *days != '\0')
    /* Translators: one or several days of the week. */
    return g_strdup_printf (_("every %s"), days);
  if (repeat->every == 2 && is_one (repeat->weekdays))
    /* Translators: a day of the week. */
    return g_strdup_printf (_("every second %s"), days);

  weeks = repeat->every == 1 ? g_strdup (_("every week"))
          : repeat->every == 2 ? g_strdup (_("every second week"))
          : g_strdup_printf (ngettext ("every %u week", "every %u weeks", repeat->every), repeat->every);
  if (*days == '\0')
    return g_steal_pointer (&weeks);

  /* Translators: “every third week” and one or several days of the week. */
  return g_strdup_printf (_("%1$s on %2$s"), weeks, days);
}

/* “the second Tuesday”, “the last day”, “day 15”. */
static char *
day_of_month (const PlnRepeat *repeat)
{
  g_autofree char *weekday = repeat->nth != 0 ? weekday_name (repeat->weekday) : NULL;

  switch (repeat->nth)
    {
    case 0:
      /* Translators: of a month. */
      return repeat->day < 0 ? g_strdup (_("the last day")) : g_strdup_printf (_("day %d"), repeat->day);
    case 1:
      /* Translators: a day of the week, of a month; so for the next five. */
      return g_strdup_printf (_("the first %s"), weekday);
    case 2:
      return g_strdup_printf (_("the second %s"), weekday);
    case 3:
      return g_strdup_printf (_("the third %s"), weekday);
    case 4:
      return g_strdup_printf (_("the fourth %s"), weekday);
    case 5:
      return g_strdup_printf (_("the fifth %s"), weekday);
    default:
      return g_strdup_printf (_("the last %s"), weekday);
    }
}

static char *
words_of_months (const PlnRepeat *repeat)
{
  g_autofree char *day = day_of_month (repeat);

  if (repeat->every == 1)
    /* Translators: %s is “the second Tuesday”, “the last day” or “day 15”. */
    return g_strdup_printf (_("on %s of each month"), day);
  if (repeat->every == 2)
    return g_strdup_printf (_("on %s of every second month"), day);

  /* Translators: how many months, and “the second Tuesday”, “the last day” or “day 15”. */
  return g_strdup_printf (ngettext ("every %1$u month on %2$s", "every %1$u months on %2$s", repeat->every),
                          repeat->every, day);
}

static char *
words_of_years (const PlnRepeat *repeat)
{
  g_autofree char *years = repeat->every == 1 ? g_strdup (_("every year"))
                           : repeat->every == 2 ? g_strdup (_("every second year"))
                           : g_strdup_printf (ngettext ("every %u year", "every %u years", repeat->every), repeat->every);
  g_autoptr(GDateTime) date = g_date_time_new_utc (2000, repeat->month, MAX (repeat->day, 1), 12, 0, 0);
  g_autofree char *day = NULL;
  g_autofree char *month = NULL;

  if (date == NULL)
    return g_steal_pointer (&years);
  if (repeat->nth == 0 && repeat->day > 0)
    {
      /* Translators: strftime; a date without a year, such as 5 July. */
      day = g_date_time_format (date, _("%-e %B"));
      /* Translators: “every year” and a date. */
      return g_strdup_printf (_("%1$s on %2$s"), years, day);
    }

  day = day_of_month (repeat);
  month = g_date_time_format (date, "%B");

  /* Translators: “every year”, “the second Tuesday”, and a month. */
  return g_strdup_printf (_("%1$s on %2$s of %3$s"), years, day, month);
}

/**
 * pln_repeat_words:
 * @repeat: how something repeats
 *
 * Returns: (transfer full): such as “every second Tuesday until 5 July 2027”,
 *   for the middle of a sentence
 */
char *
pln_repeat_words (const PlnRepeat *repeat)
{
  g_autofree char *words = NULL;
  g_autofree char *until = NULL;

  switch (repeat->unit)
    {
    case PLN_REPEAT_DAYS:
      words = words_of_days (repeat);
      break;
    case PLN_REPEAT_WEEKS:
      words = words_of_weeks (repeat);
      break;
    case PLN_REPEAT_MONTHS:
      words = words_of_months (repeat);
      break;
    case PLN_REPEAT_YEARS:
      words = words_of_years (repeat);
      break;
    case PLN_REPEAT_OTHERWISE:
    default:
      return g_strdup (_("by a rule of its own"));
    }

  if (repeat->count > 0)
    /* Translators: “every second Tuesday”, and how many times. */
    return g_strdup_printf (ngettext ("%1$s, %2$u time", "%1$s, %2$u times", repeat->count), words, repeat->count);
  if (repeat->until == NULL)
    return g_steal_pointer (&words);
  until = pln_when_words_date (repeat->until);

  /* Translators: “every second Tuesday”, and a date. */
  return g_strdup_printf (_("%1$s until %2$s"), words, until);
}
