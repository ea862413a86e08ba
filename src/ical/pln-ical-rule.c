/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-rule.h"

#include "pln-ical-face.h"

#include <glib/gi18n.h>
#include <string.h>

/* The parts of a rule, in the order of the RFC. */
typedef enum
{
  PART_FREQ,
  PART_UNTIL,
  PART_COUNT,
  PART_INTERVAL,
  PART_BYSECOND,
  PART_BYMINUTE,
  PART_BYHOUR,
  PART_BYDAY,
  PART_BYMONTHDAY,
  PART_BYYEARDAY,
  PART_BYWEEKNO,
  PART_BYMONTH,
  PART_BYSETPOS,
  PART_WKST,
  PART_RSCALE,
  PART_SKIP,
  N_PARTS,
} Part;

static const char *const part_names[N_PARTS] = {
  "FREQ", "UNTIL", "COUNT", "INTERVAL", "BYSECOND", "BYMINUTE", "BYHOUR", "BYDAY", "BYMONTHDAY",
  "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS", "WKST", "RSCALE", "SKIP",
};

static const char *const frequencies[] = {
  "SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY",
};

static const char *const weekdays[PLN_ICAL_WEEKDAYS] = { "SU", "MO", "TU", "WE", "TH", "FR", "SA" };

static int
find_word (const char *const *words,
           guint              n,
           const char        *word)
{
  for (guint i = 0; i < n; i++)
    if (g_ascii_strcasecmp (words[i], word) == 0)
      return (int) i;

  return -1;
}

/* A whole number with or without a sign, and nothing behind it. */
static gboolean
parse_number (const char *text,
              int        *number)
{
  const char *digits = text + (*text == '+' || *text == '-');
  gsize length = strlen (digits);

  if (length == 0 || length > 9 || strspn (digits, "0123456789") != length)
    return FALSE;
  *number = (int) g_ascii_strtoll (text, NULL, 10);

  return TRUE;
}

/* Reads “1,-2” into bits, those from the end into others, if there may be any. */
static gboolean
parse_set (char    *list,
           int      min,
           int      max,
           guint64 *forward,
           guint64 *back)
{
  g_auto(GStrv) words = g_strsplit (list, ",", 1000);

  for (guint i = 0; words[i] != NULL; i++)
    {
      int number;
      guint64 *bits;

      if (!parse_number (words[i], &number) || ABS (number) > max || (number < min && (back == NULL || -number < min)))
        return FALSE;
      bits = number < 0 ? back : forward;
      bits[ABS (number) / 64] |= G_GUINT64_CONSTANT (1) << ABS (number) % 64;
    }

  return words[0] != NULL;
}

static gboolean
parse_small_set (char    *list,
                 int      min,
                 int      max,
                 guint32 *forward,
                 guint32 *back)
{
  guint64 wide = 0;
  guint64 wide_back = 0;

  if (!parse_set (list, min, max, &wide, back != NULL ? &wide_back : NULL))
    return FALSE;
  *forward = (guint32) wide;
  if (back != NULL)
    *back = (guint32) wide_back;

  return TRUE;
}

static gboolean
parse_weekdays (PlnIcalRule *rule,
                const char  *list)
{
  g_auto(GStrv) words = g_strsplit (list, ",", 1000);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);
      int weekday = length >= 2 ? find_word (weekdays, G_N_ELEMENTS (weekdays), words[i] + length - 2) : -1;
      int nth = 0;

      if (weekday < 0)
        return FALSE;
      words[i][length - 2] = '\0';
      if (length > 2 && (!parse_number (words[i], &nth) || nth == 0 || ABS (nth) > 53))
        return FALSE;

      if (nth == 0)
        rule->weekdays |= 1u << weekday;
      else if (nth > 0)
        rule->nth[weekday] |= G_GUINT64_CONSTANT (1) << nth;
      else
        rule->nth_back[weekday] |= G_GUINT64_CONSTANT (1) << -nth;
      rule->has_nth = rule->has_nth || nth != 0;
    }

  return words[0] != NULL;
}

static gboolean
parse_positions (PlnIcalRule *rule,
                 char        *list)
{
  guint64 forward[6] = { 0 };
  guint64 back[6] = { 0 };

  if (!parse_set (list, 1, 366, forward, back))
    return FALSE;

  for (int i = -366; i <= 366; i++)
    if ((i < 0 ? back : forward)[ABS (i) / 64] >> ABS (i) % 64 & 1)
      rule->positions[rule->n_positions++] = (gint16) i;

  return TRUE;
}

static gboolean
parse_until (PlnIcalRule *rule,
             const char  *value)
{
  PlnIcalFace face;

  if (!pln_ical_face_parse (&face, value, strlen (value), &rule->until_is_date, &rule->until_is_utc))
    return FALSE;
  rule->until = pln_ical_face_to_number (&face);

  return TRUE;
}

static gboolean
parse_frequency (PlnIcalRule *rule,
                 const char  *value)
{
  int frequency = find_word (frequencies, G_N_ELEMENTS (frequencies), value);

  rule->frequency = (PlnIcalFrequency) MAX (frequency, 0);

  return frequency >= 0;
}

static gboolean
parse_part (PlnIcalRule *rule,
            Part         part,
            char        *value)
{
  int number;

  switch (part)
    {
    case PART_FREQ:
      return parse_frequency (rule, value);
    case PART_UNTIL:
      return parse_until (rule, value);
    case PART_COUNT:
      rule->count = parse_number (value, &number) && number > 0 ? (guint) number : 0;
      return rule->count > 0;
    case PART_INTERVAL:
      rule->interval = parse_number (value, &number) ? number : 0;
      return rule->interval > 0;
    case PART_BYSECOND:
      if (!parse_set (value, 0, 60, &rule->seconds, NULL))
        return FALSE;
      if (rule->seconds >> 60 & 1) /* a leap second is none to us (RFC 5545, 3.3.12) */
        rule->seconds = (rule->seconds | G_GUINT64_CONSTANT (1) << 59) & ~(G_GUINT64_CONSTANT (1) << 60);
      return TRUE;
    case PART_BYMINUTE:
      return parse_set (value, 0, 59, &rule->minutes, NULL);
    case PART_BYHOUR:
      return parse_small_set (value, 0, 23, &rule->hours, NULL);
    case PART_BYDAY:
      return parse_weekdays (rule, value);
    case PART_BYMONTHDAY:
      return parse_small_set (value, 1, 31, &rule->month_days, &rule->month_days_back);
    case PART_BYYEARDAY:
      rule->has_year_days = TRUE;
      return parse_set (value, 1, 366, rule->year_days, rule->year_days_back);
    case PART_BYWEEKNO:
      return parse_set (value, 1, 53, &rule->weeks, &rule->weeks_back);
    case PART_BYMONTH:
      return parse_small_set (value, 1, 12, &rule->months, NULL);
    case PART_BYSETPOS:
      return parse_positions (rule, value);
    case PART_WKST:
      rule->week_start = find_word (weekdays, G_N_ELEMENTS (weekdays), value);
      return rule->week_start >= 0;
    case PART_RSCALE: /* RFC 7529; the calendar that all rules have anyway */
      return g_ascii_strcasecmp (value, "GREGORIAN") == 0;
    case PART_SKIP:
      return g_ascii_strcasecmp (value, "OMIT") == 0;
    case N_PARTS:
    default:
      return FALSE;
    }
}

/* Which parts may stand together (RFC 5545, 3.3.10). */
static gboolean
is_consistent (const PlnIcalRule *rule,
               guint              seen)
{
  gboolean below_daily = rule->frequency < PLN_ICAL_DAILY;

  if (rule->has_nth && (rule->frequency < PLN_ICAL_MONTHLY || (seen & 1u << PART_BYWEEKNO) != 0))
    return FALSE;
  if ((seen & 1u << PART_BYWEEKNO) != 0 && rule->frequency != PLN_ICAL_YEARLY)
    return FALSE;
  if (rule->has_year_days && !below_daily && rule->frequency != PLN_ICAL_YEARLY)
    return FALSE;
  if ((seen & 1u << PART_BYMONTHDAY) != 0 && rule->frequency == PLN_ICAL_WEEKLY)
    return FALSE;

  return rule->n_positions == 0
         || (seen & (1u << PART_BYSECOND | 1u << PART_BYMINUTE | 1u << PART_BYHOUR | 1u << PART_BYDAY
                     | 1u << PART_BYMONTHDAY | 1u << PART_BYYEARDAY | 1u << PART_BYWEEKNO
                     | 1u << PART_BYMONTH)) != 0;
}

static gboolean
parse_parts (PlnIcalRule  *rule,
             char        **parts,
             GError      **error)
{
  guint seen = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *name = g_strstrip (parts[i]);
      char *value = strchr (name, '=');
      int part;

      if (*name == '\0') /* a semicolon too many */
        continue;
      if (value != NULL)
        *value++ = '\0';
      part = find_word (part_names, N_PARTS, name);
      if (part == PART_RSCALE && value != NULL && !parse_part (rule, PART_RSCALE, value))
        {
          g_set_error_literal (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_REFUSED,
                               _("It repeats by another calendar than the Gregorian one."));
          return FALSE;
        }
      if (part < 0)
        {
          g_autofree char *shown = g_utf8_make_valid (name, -1);

          g_set_error (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_REFUSED,
                       /* Translators: %s is a word from a file, such as X-FOO. */
                       _("Its rule has a part that is not known here: “%s”."), shown);
          return FALSE;
        }
      if (value == NULL || (seen & 1u << part) != 0 || !parse_part (rule, (Part) part, value))
        {
          g_set_error (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_BROKEN,
                       /* Translators: %s is a word from a file, such as BYDAY. */
                       _("Its rule cannot be read at “%s”."), part_names[part]);
          return FALSE;
        }
      seen |= 1u << part;
    }

  if ((seen & 1u << PART_FREQ) == 0 || !is_consistent (rule, seen))
    {
      g_set_error_literal (error, PLN_ICAL_ERROR, PLN_ICAL_ERROR_BROKEN, _("Its rule contradicts itself."));
      return FALSE;
    }

  return TRUE;
}

/**
 * pln_ical_rule_parse:
 * @value: the value of an RRULE
 * @error: return location for a [error@IcalError]: `BROKEN` if it breaks the
 *   rules, `REFUSED` if it has a part that is not known
 *
 * Reads a rule. One that holds anything that is not understood is not read at
 * all, because it would give other times.
 *
 * Returns: (transfer full): the rule, or %NULL on error
 */
PlnIcalRule *
pln_ical_rule_parse (const char  *value,
                     GError     **error)
{
  g_autoptr(PlnIcalRule) rule = g_new0 (PlnIcalRule, 1);
  g_auto(GStrv) parts = g_strsplit (value, ";", 2 * N_PARTS);

  rule->interval = 1;
  rule->until = G_MAXINT64;
  rule->week_start = 1;

  return parse_parts (rule, parts, error) ? g_steal_pointer (&rule) : NULL;
}

/**
 * pln_ical_rule_free:
 * @rule: (transfer full): a rule
 */
void
pln_ical_rule_free (PlnIcalRule *rule)
{
  g_free (rule);
}
