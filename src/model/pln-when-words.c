/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-when-words.h"

#include "pln-clock.h"
#include "pln-when.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <string.h>

static gboolean
same_day (GDateTime *a,
          GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b)
         && g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

static gboolean
has_twelve_hours (void)
{
  const char *format = nl_langinfo (T_FMT);

  return strstr (format, "%I") != NULL || strstr (format, "%l") != NULL || strstr (format, "%r") != NULL;
}

/* The last day of what ends at a moment that is no longer part of it. */
static GDateTime *
last_day_of (GDateTime *start,
             GDateTime *end,
             gboolean   all_day)
{
  if (end == NULL || g_date_time_compare (end, start) <= 0)
    return g_date_time_ref (start);

  return all_day ? g_date_time_add_days (end, -1) : g_date_time_add_seconds (end, -1);
}

/**
 * pln_when_words_time:
 * @at: a moment
 *
 * Returns: (transfer full): the time of day in the zone of @at, as the locale
 *   writes it: “9:30”, “18:30”
 */
char *
pln_when_words_time (GDateTime *at)
{
  return g_date_time_format (at, has_twelve_hours () ? "%-I:%M %p" : "%-H:%M");
}

/**
 * pln_when_words_clock:
 * @minutes: minutes since midnight
 *
 * Returns: (transfer full): as [func@when_words_time], without a day
 */
char *
pln_when_words_clock (guint minutes)
{
  g_autoptr(GDateTime) at = g_date_time_new_utc (2000, 1, 1, (int) (minutes / 60 % 24), (int) (minutes % 60), 0);

  return pln_when_words_time (at);
}

/**
 * pln_when_words_times:
 * @start: when it begins
 * @end: (nullable): when it ends
 *
 * Returns: (transfer full): “18:30–20:30”, or “18:30” if there is no length
 */
char *
pln_when_words_times (GDateTime *start,
                      GDateTime *end)
{
  g_autofree char *from = pln_when_words_time (start);
  g_autofree char *to = end != NULL ? pln_when_words_time (end) : NULL;

  return end == NULL || g_date_time_compare (end, start) <= 0 ? g_steal_pointer (&from)
                                                              : g_strconcat (from, "–", to, NULL);
}

/**
 * pln_when_words_times_spoken:
 * @start: when it begins
 * @end: (nullable): when it ends
 *
 * Returns: (transfer full): as [func@when_words_times], for a screen reader:
 *   “18:30 to 20:30”
 */
char *
pln_when_words_times_spoken (GDateTime *start,
                             GDateTime *end)
{
  g_autofree char *from = pln_when_words_time (start);
  g_autofree char *to = end != NULL ? pln_when_words_time (end) : NULL;

  if (end == NULL || g_date_time_compare (end, start) <= 0)
    return g_steal_pointer (&from);

  /* Translators: two times of day, spoken. */
  return g_strdup_printf (_("%s to %s"), from, to);
}

/**
 * pln_when_words_date:
 * @at: a moment
 *
 * Returns: (transfer full): “20 July 2011”
 */
char *
pln_when_words_date (GDateTime *at)
{
  /* Translators: a date, see g_date_time_format (): 20 July 2011. */
  return g_date_time_format (at, _("%-e %B %Y"));
}

/**
 * pln_when_words_day:
 * @at: a moment
 *
 * Returns: (transfer full): “Wed 20 July 2011”
 */
char *
pln_when_words_day (GDateTime *at)
{
  /* Translators: a date, see g_date_time_format (): Wed 20 July 2011. */
  return g_date_time_format (at, _("%a %-e %B %Y"));
}

/**
 * pln_when_words_heading:
 * @at: a moment
 *
 * Returns: (transfer full): “Wednesday 20 July”, with the year if it is not
 *   the present one
 */
char *
pln_when_words_heading (GDateTime *at)
{
  g_autoptr(GDateTime) now = pln_clock_now_here ();

  return g_date_time_get_year (at) == g_date_time_get_year (now)
           /* Translators: a date, see g_date_time_format (): Wednesday 20 July. */
           ? g_date_time_format (at, _("%A %-e %B"))
           /* Translators: a date, see g_date_time_format (): Wednesday 20 July 2011. */
           : g_date_time_format (at, _("%A %-e %B %Y"));
}

/**
 * pln_when_words_days:
 * @start: when it begins
 * @end: (nullable): when it ends, not part of it
 * @all_day: whether these are days, not moments
 *
 * Returns: (transfer full): the day or the days, without times: “Wed 20 July
 *   2011”, “Wed 20 to Fri 22 July 2011”
 */
char *
pln_when_words_days (GDateTime *start,
                     GDateTime *end,
                     gboolean   all_day)
{
  g_autoptr(GDateTime) last = last_day_of (start, end, all_day);
  g_autofree char *to = pln_when_words_day (last);
  g_autofree char *from = NULL;

  if (same_day (start, last))
    return g_steal_pointer (&to);

  if (g_date_time_get_year (start) != g_date_time_get_year (last))
    from = pln_when_words_day (start);
  else if (g_date_time_get_month (start) != g_date_time_get_month (last))
    /* Translators: the first of two days of one year, see g_date_time_format (): Sat 30 July. */
    from = g_date_time_format (start, _("%a %-e %B"));
  else
    /* Translators: the first of two days of one month, see g_date_time_format (): Wed 20. */
    from = g_date_time_format (start, _("%a %-e"));

  /* Translators: two days: Wed 20 to Fri 22 July 2011. */
  return g_strdup_printf (_("%s to %s"), from, to);
}

/**
 * pln_when_words:
 * @start: (nullable): when it begins
 * @end: (nullable): when it ends, not part of it
 * @zone: an IANA name, “UTC”, or "" for floating times
 * @all_day: whether these are days, not moments
 *
 * Says when something is, in the words that are used everywhere: “Wed 20 July
 * 2011, 18:30–20:30, London time”.
 *
 * Returns: (transfer full): the words
 */
char *
pln_when_words (GDateTime  *start,
                GDateTime  *end,
                const char *zone,
                gboolean    all_day)
{
  g_autoptr(GDateTime) last = NULL;
  g_autofree char *day = NULL;
  g_autofree char *times = NULL;
  g_autofree char *where = NULL;

  if (start == NULL)
    return g_strdup (_("No date yet"));
  if (all_day)
    return pln_when_words_days (start, end, TRUE);

  last = last_day_of (start, end, FALSE);
  day = pln_when_words_day (start);
  where = pln_when_words_zone (zone);

  if (same_day (start, last))
    {
      times = pln_when_words_times (start, end);
    }
  else
    {
      g_autofree char *from = pln_when_words_time (start);
      g_autofree char *to_day = pln_when_words_day (end);
      g_autofree char *to = pln_when_words_time (end);

      /* Translators: a time, and the time and the day when it ends: 18:30 to 9:00 on Fri 22 July 2011. */
      times = g_strdup_printf (_("%1$s to %2$s on %3$s"), from, to, to_day);
    }

  return *where != '\0' ? g_strdup_printf ("%s, %s, %s", day, times, where)
                        : g_strdup_printf ("%s, %s", day, times);
}

/**
 * pln_when_words_length:
 * @minutes: a length
 *
 * Returns: (transfer full): “45 minutes”, “2 hours”, “1 h 30 min”, “2 days”
 */
char *
pln_when_words_length (guint minutes)
{
  guint hours = minutes / 60;

  if (minutes >= PLN_MINUTES_A_DAY && minutes % PLN_MINUTES_A_DAY == 0)
    return g_strdup_printf (ngettext ("%u day", "%u days", minutes / PLN_MINUTES_A_DAY), minutes / PLN_MINUTES_A_DAY);
  if (hours == 0)
    return g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes), minutes);
  if (minutes % 60 == 0)
    return g_strdup_printf (ngettext ("%u hour", "%u hours", hours), hours);

  /* Translators: hours and minutes. It must be possible to type this again. */
  return g_strdup_printf (_("%u h %u min"), hours, minutes % 60);
}

/**
 * pln_when_words_zone:
 * @zone: an IANA name, “UTC”, or "" for floating times
 *
 * Returns: (transfer full): “London time”; "" for floating times
 */
char *
pln_when_words_zone (const char *zone)
{
  const char *slash = strrchr (zone, '/');
  g_autofree char *city = NULL;

  if (slash == NULL || g_str_has_prefix (zone, "Etc/"))
    return g_strdup (zone);

  city = g_strdelimit (g_strdup (slash + 1), "_", ' ');

  /* Translators: the time of a city: London time. */
  return g_strdup_printf (_("%s time"), city);
}

/**
 * pln_when_words_zone_at:
 * @zone: an IANA name, “UTC”, or "" for floating times
 * @at: a moment, in any zone
 *
 * Returns: (transfer full): “London time (UTC+1)”, with the offset that is in
 *   force at @at
 */
char *
pln_when_words_zone_at (const char *zone,
                        GDateTime  *at)
{
  g_autofree char *words = pln_when_words_zone (zone);
  g_autoptr(GTimeZone) rules = NULL;
  g_autoptr(GDateTime) there = NULL;
  int offset;

  if (*zone == '\0')
    return g_strdup (_("Time of each place (no zone)"));
  if (g_str_equal (zone, "UTC") || !pln_when_zone_is_known (zone))
    return g_steal_pointer (&words);

  rules = pln_when_zone (zone);
  there = g_date_time_to_timezone (at, rules);
  offset = (int) (g_date_time_get_utc_offset (there) / G_TIME_SPAN_MINUTE);

  if (offset == 0)
    return g_strdup_printf ("%s (UTC)", words);
  if (offset % 60 == 0)
    return g_strdup_printf ("%s (UTC%+d)", words, offset / 60);

  return g_strdup_printf ("%s (UTC%c%d:%02d)", words, offset < 0 ? '-' : '+', ABS (offset) / 60, ABS (offset) % 60);
}

/**
 * pln_when_words_odd_clock:
 * @day: a day
 * @minutes: minutes since midnight by the clock on the wall, less than 1440
 * @zone: an IANA name, “UTC”, or "" for floating times
 *
 * Says what becomes of a time that the clock skips or shows twice in the night
 * in which it is changed, see [func@when_join].
 *
 * Returns: (transfer full) (nullable): a sentence, or %NULL for all other times
 */
char *
pln_when_words_odd_clock (const GDate *day,
                          guint        minutes,
                          const char  *zone)
{
  g_autoptr(GDateTime) at = pln_when_join (day, minutes, zone);
  g_autoptr(GDateTime) after = at != NULL ? g_date_time_add_days (at, 1) : NULL;
  g_autofree char *typed = pln_when_words_clock (minutes);
  g_autofree char *meant = NULL;
  GTimeSpan step;
  GDate there;
  guint clock;

  if (after == NULL)
    return NULL;
  pln_when_split (at, &there, &clock);
  if (clock != minutes)
    {
      meant = pln_when_words_clock (clock);
      /* Translators: both are times of the day, such as 2:30 and 3:30. */
      return g_strdup_printf (_("The clock is put forward over %1$s on that day: %2$s is meant."), typed, meant);
    }

  step = g_date_time_get_utc_offset (at) - g_date_time_get_utc_offset (after);
  if (step > 0)
    {
      g_autoptr(GDateTime) later = g_date_time_add (at, step);

      pln_when_split (later, &there, &clock);
      if (clock == minutes && g_date_compare (&there, day) == 0)
        /* Translators: %s is a time of the day, such as 2:30. */
        return g_strdup_printf (_("The clock shows %s twice on that day: the first time is meant."), typed);
    }

  return NULL;
}
