/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-zone-private.h"

#include <stdlib.h>
#include <string.h>

/* One STANDARD or DAYLIGHT. Moments are faces on the clock before the change. */
typedef struct
{
  gint64      first;
  GArray     *others;  /* gint64, from RDATE */
  gboolean    repeats;
  PlnIcalOnset rule;
  gint64      until;   /* seconds since 1970, UTC */
  int         from;
  int         to;
} Observance;

struct _PlnIcalZoneRules
{
  char   *tzid;
  char   *location;    /* X-LIC-LOCATION, or "" */
  GArray *observances; /* Observance */
};

static void
observance_clear (Observance *observance)
{
  g_array_unref (observance->others);
}

/**
 * pln_ical_onset_in_year:
 * @rule: a rule
 * @year: a year
 *
 * Returns: when the offset begins in that year, a face on the clock before it
 */
gint64
pln_ical_onset_in_year (const PlnIcalOnset *rule,
                     int                year)
{
  PlnIcalFace face = { year, rule->month, 1, rule->seconds };
  int days = pln_ical_days_in_month (year, rule->month);

  if (rule->nth > 0)
    {
      face.day += (rule->weekday - pln_ical_face_weekday (&face) + 7) % 7 + 7 * (rule->nth - 1);
      if (face.day > days)
        face.day -= 7;
    }
  else if (rule->nth < 0)
    {
      face.day = days;
      face.day -= (pln_ical_face_weekday (&face) - rule->weekday + 7) % 7 + 7 * (-rule->nth - 1);
      if (face.day < 1)
        face.day += 7;
    }
  else
    face.day = MIN (rule->day, days);

  return pln_ical_face_to_number (&face);
}

/* UTC offset (RFC 5545, 3.3.14), in seconds. */
static gboolean
parse_offset (const char *text,
              int        *offset)
{
  gsize length = strlen (text);
  int number = length > 1 ? atoi (text + 1) : 0;

  if ((text[0] != '+' && text[0] != '-') || strspn (text + 1, "0123456789") != length - 1)
    return FALSE;
  if (length == 5)
    number *= 100;
  else if (length != 7)
    return FALSE;

  *offset = number / 10000 * 3600 + number / 100 % 100 * 60 + number % 100;
  if (text[0] == '-')
    *offset = -*offset;

  return ABS (*offset) < 24 * 3600;
}

static gboolean
parse_face (const char *text,
            gsize       length,
            gint64     *number)
{
  PlnIcalFace face;
  gboolean is_date;
  gboolean is_utc;

  if (!pln_ical_face_parse (&face, text, length, &is_date, &is_utc))
    return FALSE;
  *number = pln_ical_face_to_number (&face);

  return TRUE;
}

static void
parse_dates (Observance *observance,
             const char *value)
{
  while (*value != '\0')
    {
      gsize length = strcspn (value, ",");
      gint64 number;

      if (parse_face (value, strcspn (value, ",/"), &number))
        g_array_append_val (observance->others, number);
      value += length;
      value += *value == ',';
    }
}

static gboolean
parse_weekday (const char  *value,
               PlnIcalOnset *rule)
{
  static const char *const days[] = { "SU", "MO", "TU", "WE", "TH", "FR", "SA" };
  char *rest;

  rule->nth = (int) strtol (value, &rest, 10);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      if (g_ascii_strcasecmp (rest, days[i]) == 0)
        {
          rule->weekday = (int) i;
          return ABS (rule->nth) <= 5;
        }
    }

  return FALSE;
}

/* BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14 says: the second Sunday. */
static void
use_monthdays (Observance *observance,
               const char *monthdays,
               gboolean    has_weekday)
{
  int first = atoi (monthdays);

  if (!has_weekday)
    observance->rule.day = first >= 1 && first <= 31 ? first : observance->rule.day;
  else if (observance->rule.nth == 0)
    observance->rule.nth = CLAMP ((first + 6) / 7, 1, 5);
}

/* Only what zones have: once a year. What else there may be counts as if the
 * observance began once. */
static void
parse_rule (Observance *observance,
            const char *value)
{
  g_auto(GStrv) parts = g_strsplit (value, ";", 16);
  const char *monthdays = NULL;
  gboolean has_weekday = FALSE;
  gboolean is_yearly = FALSE;
  gboolean is_good = TRUE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *equals = strchr (parts[i], '=');
      const char *part;

      if (equals == NULL)
        continue;
      *equals = '\0';
      part = equals + 1;
      if (g_ascii_strcasecmp (parts[i], "FREQ") == 0)
        is_yearly = g_ascii_strcasecmp (part, "YEARLY") == 0;
      else if (g_ascii_strcasecmp (parts[i], "BYMONTH") == 0)
        observance->rule.month = atoi (part);
      else if (g_ascii_strcasecmp (parts[i], "BYMONTHDAY") == 0)
        monthdays = part;
      else if (g_ascii_strcasecmp (parts[i], "BYDAY") == 0)
        is_good = has_weekday = parse_weekday (part, &observance->rule);
      else if (g_ascii_strcasecmp (parts[i], "UNTIL") == 0)
        is_good = is_good && parse_face (part, strlen (part), &observance->until);
      else if (g_ascii_strcasecmp (parts[i], "INTERVAL") == 0)
        is_good = is_good && g_str_equal (part, "1");
      else if (g_ascii_strcasecmp (parts[i], "COUNT") == 0)
        is_good = FALSE;
    }
  if (monthdays != NULL)
    use_monthdays (observance, monthdays, has_weekday);
  else if (has_weekday && observance->rule.nth == 0)
    is_good = FALSE;

  observance->repeats = is_yearly && is_good && observance->rule.month >= 1 && observance->rule.month <= 12;
}

static gboolean
read_observance (PlnIcalText *text,
                 guint        part,
                 Observance  *observance)
{
  g_autoptr(PlnIcalLine) start = pln_ical_text_get_line (text, part, "DTSTART");
  g_autoptr(PlnIcalLine) from = pln_ical_text_get_line (text, part, "TZOFFSETFROM");
  g_autoptr(PlnIcalLine) to = pln_ical_text_get_line (text, part, "TZOFFSETTO");
  g_autoptr(PlnIcalLine) rule = pln_ical_text_get_line (text, part, "RRULE");
  PlnIcalFace face;
  PlnIcalWalk walk;
  PlnIcalSpan span;

  if (start == NULL || to == NULL
      || !parse_face (start->value, strlen (start->value), &observance->first)
      || !parse_offset (to->value, &observance->to))
    return FALSE;
  if (from == NULL || !parse_offset (from->value, &observance->from))
    observance->from = observance->to;

  observance->until = G_MAXINT64;
  pln_ical_face_from_number (&face, observance->first);
  observance->rule = (PlnIcalOnset) { .month = face.month, .day = face.day, .seconds = face.seconds };
  if (rule != NULL)
    parse_rule (observance, rule->value);

  observance->others = g_array_new (FALSE, FALSE, sizeof (gint64));
  pln_ical_walk_init (&walk, text, part);
  while (pln_ical_walk_next (&walk, &span))
    {
      g_autoptr(PlnIcalLine) line = NULL;

      if (pln_ical_text_span_is (text, &span, "RDATE")
          && (line = pln_ical_text_parse_span (text, &span, NULL)) != NULL)
        parse_dates (observance, line->value);
    }

  return TRUE;
}

static char *
text_of (PlnIcalText *text,
         guint        part,
         const char  *name)
{
  g_autoptr(PlnIcalLine) line = pln_ical_text_get_line (text, part, name);

  return line != NULL ? pln_ical_line_get_text (line) : g_strdup ("");
}

/**
 * pln_ical_zone_rules_read:
 * @text: a text
 * @part: a VTIMEZONE in it
 *
 * Returns: (transfer full): its rules; what cannot be read of it is left out
 */
PlnIcalZoneRules *
pln_ical_zone_rules_read (PlnIcalText *text,
                          guint        part)
{
  PlnIcalZoneRules *rules = g_new0 (PlnIcalZoneRules, 1);

  rules->tzid = text_of (text, part, "TZID");
  rules->location = text_of (text, part, "X-LIC-LOCATION");
  rules->observances = g_array_new (FALSE, TRUE, sizeof (Observance));
  g_array_set_clear_func (rules->observances, (GDestroyNotify) observance_clear);

  for (guint i = part + 1; i < pln_ical_text_get_n_parts (text); i++)
    {
      const PlnIcalPart *inner = pln_ical_text_get_part (text, i);
      Observance observance = { 0 };

      if (inner->parent < (int) part)
        break;
      if (inner->parent == (int) part
          && (g_str_equal (inner->name, "STANDARD") || g_str_equal (inner->name, "DAYLIGHT"))
          && read_observance (text, i, &observance))
        g_array_append_val (rules->observances, observance);
    }

  return rules;
}

/**
 * pln_ical_zone_rules_free:
 * @rules: (transfer full): rules
 */
void
pln_ical_zone_rules_free (PlnIcalZoneRules *rules)
{
  g_array_unref (rules->observances);
  g_free (rules->location);
  g_free (rules->tzid);
  g_free (rules);
}

/**
 * pln_ical_zone_rules_get_tzid:
 * @rules: rules
 *
 * Returns: (transfer none): the name that times give the zone
 */
const char *
pln_ical_zone_rules_get_tzid (PlnIcalZoneRules *rules)
{
  return rules->tzid;
}

/**
 * pln_ical_zone_rules_get_location:
 * @rules: rules
 *
 * Returns: (transfer none): the IANA name that some programs add, or ""
 */
const char *
pln_ical_zone_rules_get_location (PlnIcalZoneRules *rules)
{
  return rules->location;
}

/**
 * pln_ical_zone_rules_are_usable:
 * @rules: rules
 *
 * Returns: whether they say anything
 */
gboolean
pln_ical_zone_rules_are_usable (PlnIcalZoneRules *rules)
{
  return rules->observances->len > 0;
}

static void
latest (gint64  onset,
        gint64  face,
        gint64 *best)
{
  if (onset <= face && onset > *best)
    *best = onset;
}

static gint64
last_onset (const Observance *observance,
            gint64            face)
{
  gint64 best = G_MININT64;
  PlnIcalFace shown;

  latest (observance->first, face, &best);
  for (guint i = 0; i < observance->others->len; i++)
    latest (g_array_index (observance->others, gint64, i), face, &best);

  if (observance->repeats)
    {
      pln_ical_face_from_number (&shown, face);
      for (int year = shown.year - 1; year <= shown.year; year++)
        {
          gint64 onset = pln_ical_onset_in_year (&observance->rule, MAX (year, 1));

          if (onset >= observance->first && onset - observance->from <= observance->until)
            latest (onset, face, &best);
        }
    }

  return best;
}

/**
 * pln_ical_zone_rules_offset:
 * @rules: rules
 * @face: a time on a clock in that zone, see [func@ical_face_to_number]
 * @offset: (out): seconds to the east of UTC
 * @skipped: (out): whether the clock never shows it
 *
 * Of a time that the clock shows twice, the first is meant; for one that it
 * skips, the offset before the gap counts (RFC 5545, 3.3.5).
 *
 * Returns: %FALSE if the zone has no usable rules
 */
gboolean
pln_ical_zone_rules_offset (PlnIcalZoneRules *rules,
                            gint64            face,
                            int              *offset,
                            gboolean         *skipped)
{
  const Observance *earliest = NULL;
  const Observance *current = NULL;
  gint64 since = G_MININT64;

  for (guint i = 0; i < rules->observances->len; i++)
    {
      const Observance *observance = &g_array_index (rules->observances, Observance, i);
      gint64 onset = last_onset (observance, face);

      if (onset > since)
        {
          since = onset;
          current = observance;
        }
      if (earliest == NULL || observance->first < earliest->first)
        earliest = observance;
    }

  *skipped = current != NULL && face < since + (current->to - current->from);
  if (current != NULL)
    *offset = *skipped ? current->from : current->to;
  else if (earliest != NULL)
    *offset = earliest->from;

  return earliest != NULL;
}
