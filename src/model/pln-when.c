/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-when.h"

#include "pln-str.h"
#include "pln-tz.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR  2199

/* A run of digits or of letters; what stands between them only separates. */
typedef struct
{
  char    *word;   /* folded; NULL for a number */
  guint64  number;
  guint    digits;
  char     before; /* the sign right before it, '\0' for none or a blank */
} Token;

static void
token_clear (gpointer data)
{
  g_free (((Token *) data)->word);
}

static GArray *
tokens_of (const char *text)
{
  g_autofree char *folded = pln_str_fold (text);
  GArray *tokens = g_array_new (FALSE, TRUE, sizeof (Token));
  char before = '\0';

  g_array_set_clear_func (tokens, token_clear);
  for (const char *at = folded; *at != '\0';)
    {
      const char *end = at;
      Token token = { .before = before };

      if (g_ascii_isdigit (*at))
        {
          while (g_ascii_isdigit (*end))
            end++;
          token.digits = end - at;
          token.number = g_ascii_strtoull (at, NULL, 10);
        }
      else
        {
          while (*end != '\0' && g_unichar_isalpha (g_utf8_get_char (end)))
            end = g_utf8_next_char (end);
          token.word = end != at ? g_strndup (at, end - at) : NULL;
        }

      if (end == at)
        {
          before = *at == ' ' || (guchar) *at >= 0x80 ? '\0' : *at;
          at = g_utf8_next_char (at);
        }
      else
        {
          before = '\0';
          at = end;
          g_array_append_val (tokens, token);
        }
    }

  return tokens;
}

static Token *
token (GArray *tokens,
       guint   i)
{
  return &g_array_index (tokens, Token, i);
}

static gboolean
is_start_of (const char *word,
             const char *name)
{
  g_autofree char *folded = pln_str_fold (name);

  return g_str_has_prefix (folded, word);
}

/* Which of the names a word begins, from 1; 0 for none. English is always
 * understood, since programs and mails speak it. */
static guint
find_name (const char        *word,
           const char *const *english,
           guint              n_names,
           nl_item            first,
           nl_item            first_short)
{
  if (g_utf8_strlen (word, -1) < 2)
    return 0;

  for (guint i = 0; i < n_names; i++)
    if ((strlen (word) >= 3 && is_start_of (word, english[i]))
        || is_start_of (word, nl_langinfo (first + (nl_item) i))
        || is_start_of (word, nl_langinfo (first_short + (nl_item) i)))
      return i + 1;

  return 0;
}

static guint
find_month (const char *word)
{
  static const char *const english[] = {
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
  };

  if (g_str_equal (word, "sept"))
    return 9;

  return find_name (word, english, G_N_ELEMENTS (english), MON_1, ABMON_1);
}

/* From 1, Sunday, as nl_langinfo counts. */
static guint
find_weekday (const char *word)
{
  static const char *const english[] = {
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
  };

  return find_name (word, english, G_N_ELEMENTS (english), DAY_1, ABDAY_1);
}

static gboolean
is_word (const char *word,
         const char *english,
         const char *translated)
{
  g_autofree char *folded = pln_str_fold (translated);

  return g_str_equal (word, english) || g_str_equal (word, folded);
}

static guint
full_year (const Token *year)
{
  return year->digits <= 2 ? 2000 + (guint) year->number : (guint) MIN (year->number, LAST_YEAR + 1);
}

static gboolean
set_date (GDate *date,
          guint  year,
          guint  month,
          guint  day)
{
  if (year < FIRST_YEAR || year > LAST_YEAR
      || !g_date_valid_dmy ((GDateDay) MIN (day, 99), (GDateMonth) MIN (month, 13), (GDateYear) year))
    return FALSE;

  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return TRUE;
}

/* A day without a year is the next one of its kind. */
static gboolean
set_next_date (GDate       *date,
               const GDate *today,
               guint        month,
               guint        day)
{
  for (guint year = g_date_get_year (today); year <= g_date_get_year (today) + 8u; year++)
    if (set_date (date, year, month, day) && g_date_compare (date, today) >= 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_year (const Token *number)
{
  return number->digits == 4 || (number->digits <= 2 && number->before == '\'');
}

/* 2 to 3 numbers without a name of a month. */
static gboolean
parse_figures (GArray       *numbers,
               const GDate  *today,
               PlnDateOrder  order,
               GDate        *date)
{
  const Token *n = &g_array_index (numbers, Token, 0);
  guint a = (guint) MIN (n[0].number, 9999);
  guint b = (guint) MIN (n[1].number, 9999);

  if (numbers->len == 3 && n[0].digits == 4)
    return set_date (date, a, b, (guint) MIN (n[2].number, 99));
  if (numbers->len == 3 && order == PLN_DATE_ORDER_YMD && n[2].digits <= 2)
    return set_date (date, 2000 + a, b, (guint) n[2].number);

  /* What cannot be a month is the day, whatever the order says. */
  if (numbers->len == 3)
    return order == PLN_DATE_ORDER_DMY
             ? set_date (date, full_year (&n[2]), b, a) || set_date (date, full_year (&n[2]), a, b)
             : set_date (date, full_year (&n[2]), a, b) || set_date (date, full_year (&n[2]), b, a);

  return order == PLN_DATE_ORDER_DMY
           ? set_next_date (date, today, b, a) || set_next_date (date, today, a, b)
           : set_next_date (date, today, a, b) || set_next_date (date, today, b, a);
}

static gboolean
parse_with_month (GArray      *numbers,
                  guint        month,
                  const GDate *today,
                  GDate       *date)
{
  const Token *n = &g_array_index (numbers, Token, 0);

  if (numbers->len == 1)
    return !is_year (&n[0]) && set_next_date (date, today, month, (guint) MIN (n[0].number, 99));

  return is_year (&n[0])
           ? set_date (date, full_year (&n[0]), month, (guint) MIN (n[1].number, 99))
           : set_date (date, full_year (&n[1]), month, (guint) MIN (n[0].number, 99));
}

static gboolean
parse_distance (GArray      *tokens,
                const GDate *today,
                GDate       *date)
{
  const char *unit = tokens->len == 3 ? token (tokens, 2)->word : NULL;
  guint n = tokens->len == 3 ? (guint) MIN (token (tokens, 1)->number, 3650) : 0;

  if (unit == NULL || token (tokens, 1)->word != NULL || token (tokens, 0)->word == NULL
      || !is_word (token (tokens, 0)->word, "in", C_("typed date: in 3 days", "in")))
    return FALSE;

  *date = *today;
  if (is_word (unit, "days", C_("typed date: in 3 days", "days")) || is_word (unit, "day", C_("typed date: in 1 day", "day")))
    g_date_add_days (date, n);
  else if (is_word (unit, "weeks", C_("typed date: in 3 weeks", "weeks")) || is_word (unit, "week", C_("typed date: in 1 week", "week")))
    g_date_add_days (date, n * 7);
  else
    return FALSE;

  return TRUE;
}

/* “tomorrow”, “fri” */
static gboolean
parse_one_word (const char  *word,
                const GDate *today,
                GDate       *date)
{
  guint weekday = find_weekday (word);
  guint today_weekday = g_date_get_weekday (today) % 7 + 1;

  *date = *today;
  if (is_word (word, "today", C_("typed date", "today")))
    return TRUE;

  if (is_word (word, "tomorrow", C_("typed date", "tomorrow")))
    g_date_add_days (date, 1);
  else if (weekday != 0) /* the next one; today has a word of its own */
    g_date_add_days (date, (weekday + 6 - today_weekday) % 7 + 1);
  else
    return FALSE;

  return TRUE;
}

/**
 * pln_when_date_order:
 *
 * Returns: how the user's locale writes dates; day first where it says nothing
 */
PlnDateOrder
pln_when_date_order (void)
{
  const char *locale = setlocale (LC_TIME, NULL);
  const char *format = nl_langinfo (D_FMT);
  const char *day = strpbrk (format, "de");
  const char *month = strpbrk (format, "mbB");

  /* The C locale is a computer without a locale, not one in America. */
  if (locale == NULL || locale[0] == '\0' || g_str_equal (locale, "POSIX")
      || g_str_equal (locale, "C") || g_str_has_prefix (locale, "C."))
    return PLN_DATE_ORDER_DMY;
  if (g_str_has_prefix (format, "%Y") || g_str_has_prefix (format, "%y") || g_str_has_prefix (format, "%F"))
    return PLN_DATE_ORDER_YMD;

  return g_str_has_prefix (format, "%D") || (day != NULL && month != NULL && month < day)
           ? PLN_DATE_ORDER_MDY : PLN_DATE_ORDER_DMY;
}

/**
 * pln_when_parse_date:
 * @text: what was typed
 * @today: the present day
 * @order: how dates in figures are read; see [func@when_date_order]
 * @date: (out): the day
 *
 * Reads a typed date: “20 July 2011”, “July 20”, “20/7/11”, “2011-07-20”,
 * “tomorrow”, “fri”, “in 2 weeks”. Without a year it is the next such day; a
 * weekday beside a date is not looked at, as it is what people forget to mend.
 *
 * Returns: %TRUE if @text is a date between 1900 and 2199
 */
gboolean
pln_when_parse_date (const char   *text,
                     const GDate  *today,
                     PlnDateOrder  order,
                     GDate        *date)
{
  g_autoptr(GArray) tokens = tokens_of (text);
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (Token));
  guint month = 0;

  if (tokens->len == 1 && token (tokens, 0)->word != NULL)
    return parse_one_word (token (tokens, 0)->word, today, date);
  if (tokens->len == 1 && token (tokens, 0)->digits == 8)
    {
      guint packed = (guint) token (tokens, 0)->number;

      return set_date (date, packed / 10000, packed / 100 % 100, packed % 100);
    }
  if (parse_distance (tokens, today, date))
    return TRUE;

  for (guint i = 0; i < tokens->len; i++)
    {
      const Token *t = token (tokens, i);

      if (t->word == NULL)
        g_array_append_val (numbers, *t);
      else if (month == 0 && find_month (t->word) != 0)
        month = find_month (t->word);
      else if (find_weekday (t->word) == 0
               && !g_strv_contains ((const char *const[]) { "st", "nd", "rd", "th", "of", "de", NULL }, t->word))
        return FALSE;
    }

  if (month != 0)
    return (numbers->len == 1 || numbers->len == 2) && parse_with_month (numbers, month, today, date);

  return (numbers->len == 2 || numbers->len == 3) && parse_figures (numbers, today, order, date);
}

/* What “a.m.” or “pm” at the end says: 'a', 'p', '\0' for nothing, '?' for
 * something else. */
static char
half_of_day (GArray *tokens,
             guint   from)
{
  g_autoptr(GString) rest = g_string_new (NULL);

  for (guint i = from; i < tokens->len; i++)
    {
      if (token (tokens, i)->word == NULL)
        return '?';
      g_string_append (rest, token (tokens, i)->word);
    }

  if (rest->len == 0)
    return '\0';
  if (g_str_equal (rest->str, "am") || g_str_equal (rest->str, "a") || g_ascii_strcasecmp (rest->str, nl_langinfo (AM_STR)) == 0)
    return 'a';
  if (g_str_equal (rest->str, "pm") || g_str_equal (rest->str, "p") || g_ascii_strcasecmp (rest->str, nl_langinfo (PM_STR)) == 0)
    return 'p';
  if (g_str_equal (rest->str, "h") || g_str_equal (rest->str, "uhr"))
    return '\0';

  return '?';
}

/**
 * pln_when_parse_time:
 * @text: what was typed
 * @minutes: (out): minutes since midnight, 0 to 1439
 *
 * Reads a typed time of day: “18:30”, “18.30”, “18h30”, “1830”, “18”,
 * “6.30 pm”, “noon”.
 *
 * Returns: %TRUE if @text is a time of day
 */
gboolean
pln_when_parse_time (const char *text,
                     guint      *minutes)
{
  g_autoptr(GArray) tokens = tokens_of (text);
  guint n_read = 1;
  guint64 hour;
  guint64 minute = 0;
  char half;

  if (tokens->len == 1 && token (tokens, 0)->word != NULL)
    {
      const char *word = token (tokens, 0)->word;
      gboolean noon = is_word (word, "noon", C_("typed time", "noon"));

      *minutes = noon ? PLN_MINUTES_A_DAY / 2 : 0;
      return noon || is_word (word, "midnight", C_("typed time", "midnight"));
    }
  if (tokens->len == 0 || token (tokens, 0)->word != NULL)
    return FALSE;

  hour = token (tokens, 0)->number;
  if (token (tokens, 0)->digits == 3 || token (tokens, 0)->digits == 4)
    {
      minute = hour % 100;
      hour /= 100;
    }
  else if (tokens->len > 2 && g_strcmp0 (token (tokens, 1)->word, "h") == 0 && token (tokens, 2)->digits == 2)
    {
      minute = token (tokens, 2)->number;
      n_read = 3;
    }
  else if (tokens->len > 1 && token (tokens, 1)->word == NULL)
    {
      if (token (tokens, 1)->digits != 2)
        return FALSE;
      minute = token (tokens, 1)->number;
      n_read = 2;
    }

  half = half_of_day (tokens, n_read);
  if (half == '?' || minute > 59 || hour > 23 || (half != '\0' && (hour < 1 || hour > 12)))
    return FALSE;
  if (half != '\0')
    hour = hour % 12 + (half == 'p' ? 12 : 0);

  *minutes = (guint) (hour * 60 + minute);

  return TRUE;
}

/* How many minutes a unit has; 0 if it is none. */
static guint
unit_minutes (const char *unit)
{
  if (is_word (unit, "min", C_("typed length", "min")) || is_word (unit, "minutes", C_("typed length", "minutes"))
      || g_strv_contains ((const char *const[]) { "m", "mins", "minute", NULL }, unit))
    return 1;
  if (is_word (unit, "h", C_("typed length", "h")) || is_word (unit, "hours", C_("typed length", "hours"))
      || is_word (unit, "hour", C_("typed length", "hour"))
      || g_strv_contains ((const char *const[]) { "hr", "hrs", NULL }, unit))
    return 60;
  if (is_word (unit, "days", C_("typed length", "days")) || is_word (unit, "day", C_("typed length", "day"))
      || g_str_equal (unit, "d"))
    return PLN_MINUTES_A_DAY;

  return 0;
}

/**
 * pln_when_parse_length:
 * @text: what was typed
 * @minutes: (out): the length in minutes, at least 1
 *
 * Reads a typed length: “2 hours”, “1h30”, “1:30”, “1.5 h”, “90 min”, “90”,
 * “2” (hours, as up to 8 bare ones are), “3 days”.
 *
 * Returns: %TRUE if @text is a length of at most 366 days
 */
gboolean
pln_when_parse_length (const char *text,
                       guint      *minutes)
{
  g_autoptr(GArray) tokens = tokens_of (text);
  double sum = 0;
  guint last_unit = 0;

  for (guint i = 0; i < tokens->len; i++)
    {
      double number = (double) token (tokens, i)->number;
      const Token *next = i + 1 < tokens->len ? token (tokens, i + 1) : NULL;
      guint unit = last_unit == 60 ? 1 : 0; /* “1h30” */

      if (token (tokens, i)->word != NULL)
        return FALSE;

      if (next != NULL && next->word == NULL && next->before == ':' && next->digits == 2 && next->number < 60)
        {
          sum += number * 60 + (double) next->number;
          i++;
          continue;
        }
      if (next != NULL && next->word == NULL && (next->before == '.' || next->before == ',') && next->digits <= 2)
        {
          number += (double) next->number / (next->digits == 1 ? 10 : 100);
          i++;
          next = i + 1 < tokens->len ? token (tokens, i + 1) : NULL;
          unit = 60;
        }
      if (next != NULL && next->word != NULL)
        {
          unit = unit_minutes (next->word);
          if (unit == 0)
            return FALSE;
          i++;
        }

      if (unit == 0 && tokens->len == 1)
        unit = number <= 8 ? 60 : 1;
      if (unit == 0)
        return FALSE;
      last_unit = unit;
      sum += number * unit;
    }

  if (sum < 1 || sum > 366.0 * PLN_MINUTES_A_DAY)
    return FALSE;

  *minutes = (guint) (sum + 0.5);

  return TRUE;
}

/**
 * pln_when_zone_is_known:
 * @zone: an IANA name, “UTC”, or "" for floating times
 *
 * Returns: %TRUE if this computer knows the rules of @zone
 */
gboolean
pln_when_zone_is_known (const char *zone)
{
  g_autoptr(GTimeZone) found = *zone != '\0' ? pln_tz_load (zone) : NULL;

  return *zone == '\0' || found != NULL;
}

/**
 * pln_when_zone:
 * @zone: an IANA name, “UTC”, or "" for floating times
 *
 * Returns: (transfer full): the rules of @zone; those of this computer for
 *   floating times (RFC 5545, 3.3.5), UTC if the zone is not known
 */
GTimeZone *
pln_when_zone (const char *zone)
{
  GTimeZone *found = *zone != '\0' ? pln_tz_load (zone) : g_time_zone_new_local ();

  return found != NULL ? found : g_time_zone_new_utc ();
}

static gboolean
shows (GDateTime *at,
       int        hour,
       int        minute)
{
  return g_date_time_get_hour (at) == hour && g_date_time_get_minute (at) == minute;
}

/**
 * pln_when_join:
 * @date: a day
 * @minutes: minutes since midnight by the clock on the wall, less than 1440
 * @zone: an IANA name, “UTC”, or "" for floating times
 *
 * A time that the clock skips is as much later as it lies in the gap (RFC 5545,
 * 3.3.5), as in the files; of one that it shows twice, the first is meant.
 *
 * Returns: (transfer full): the moment
 */
GDateTime *
pln_when_join (const GDate *date,
               guint        minutes,
               const char  *zone)
{
  g_autoptr(GTimeZone) rules = pln_when_zone (zone);
  int year = g_date_get_year (date), month = (int) g_date_get_month (date), day = g_date_get_day (date);
  int hour = (int) minutes / 60, minute = (int) minutes % 60;
  g_autoptr(GDateTime) at = g_date_time_new (rules, year, month, day, hour, minute, 0);
  g_autoptr(GDateTime) face = g_date_time_new_utc (year, month, day, hour, minute, 0);
  g_autoptr(GDateTime) before = at != NULL ? g_date_time_add_days (at, -1) : NULL;
  g_autoptr(GDateTime) moment = NULL, first = NULL;

  if (face == NULL || before == NULL) /* the first day that can be told */
    return g_steal_pointer (&at);

  moment = g_date_time_add (face, -g_date_time_get_utc_offset (before));
  first = g_date_time_to_timezone (moment, rules);

  return shows (at, hour, minute) && !shows (first, hour, minute) ? g_steal_pointer (&at) : g_steal_pointer (&first);
}

/**
 * pln_when_split:
 * @at: a moment
 * @date: (out) (optional): the day in the zone of @at
 * @minutes: (out) (optional): minutes since midnight
 */
void
pln_when_split (GDateTime *at,
                GDate     *date,
                guint     *minutes)
{
  if (date != NULL)
    {
      g_date_clear (date, 1);
      g_date_set_dmy (date, (GDateDay) g_date_time_get_day_of_month (at),
                      (GDateMonth) g_date_time_get_month (at), (GDateYear) g_date_time_get_year (at));
    }
  if (minutes != NULL)
    *minutes = (guint) (g_date_time_get_hour (at) * 60 + g_date_time_get_minute (at));
}
