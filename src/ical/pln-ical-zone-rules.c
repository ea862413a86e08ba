/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-rule.h"
#include "pln-ical-zone-private.h"

#include <stdlib.h>
#include <string.h>

/* One STANDARD or DAYLIGHT. Moments are faces on the clock before the change. */
typedef struct
{
  gint64        first;
  GArray       *others;  /* gint64, from RDATE */
  gboolean      repeats; /* once a year, at onset */
  PlnIcalOnset  onset;
  PlnIcalRule  *rule;    /* any other rule, or NULL */
  gint64        since;   /* what the rule gave last: it began then, */
  gint64        before;  /* and begins anew there */
  gint64        until;   /* a face */
  int           from;
  int           to;
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
  g_clear_pointer (&observance->rule, pln_ical_rule_free);
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
  else if (rule->moves)
    {
      face.day = rule->day;
      face.day += (rule->weekday - pln_ical_face_weekday (&face) + 7) % 7;
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

/* On the clock before the change; some files have it in UTC. */
static gboolean
parse_face (const char *text,
            gsize       length,
            int         from,
            gint64     *number)
{
  PlnIcalFace face;
  gboolean is_date;
  gboolean is_utc;

  if (!pln_ical_face_parse (&face, text, length, &is_date, &is_utc))
    return FALSE;
  *number = pln_ical_face_to_number (&face) + (is_utc ? from : 0);

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

      if (parse_face (value, strcspn (value, ",/"), observance->from, &number))
        g_array_append_val (observance->others, number);
      value += length;
      value += *value == ',';
    }
}

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

/* The n-th weekday of a month, or the first from a day on, such as BYDAY=SU;
 * BYMONTHDAY=2,3,4,5,6,7,8. */
static gboolean
find_weekday (const PlnIcalRule *rule,
              PlnIcalOnset      *onset)
{
  const guint32 week = 0x7f;

  for (int i = 0; i < PLN_ICAL_WEEKDAYS; i++)
    {
      int nth = only_bit (rule->nth[i]);
      int back = only_bit (rule->nth_back[i]);

      if ((rule->nth[i] | rule->nth_back[i]) == 0)
        continue;
      if (onset->nth != 0 || (nth > 0) == (back > 0) || MAX (nth, back) > 5
          || rule->weekdays != 0 || rule->month_days != 0)
        return FALSE;
      onset->weekday = i;
      onset->nth = nth > 0 ? nth : -back;
    }
  if (onset->nth != 0 || rule->weekdays == 0)
    return TRUE;

  onset->weekday = only_bit (rule->weekdays);
  onset->moves = TRUE;
  for (onset->day = 1; onset->day <= 25; onset->day++)
    if (rule->month_days == week << onset->day)
      return onset->weekday >= 0;

  return FALSE;
}

/* What nearly all zones have: one day of a month each year. */
static gboolean
is_simple (const PlnIcalRule *rule,
           PlnIcalOnset      *onset)
{
  if (rule->frequency != PLN_ICAL_YEARLY || rule->interval != 1 || rule->count != 0
      || (rule->weeks | rule->weeks_back) != 0 || rule->month_days_back != 0 || rule->has_year_days
      || rule->n_positions > 0 || rule->hours != 0 || rule->minutes != 0 || rule->seconds != 0)
    return FALSE;
  if (rule->months == 0)
    return rule->month_days == 0 && rule->weekdays == 0 && !rule->has_nth;
  if (only_bit (rule->months) < 0)
    return FALSE;

  onset->month = only_bit (rule->months);
  if (rule->weekdays != 0 || rule->has_nth)
    return find_weekday (rule, onset);
  if (rule->month_days != 0)
    onset->day = only_bit (rule->month_days);

  return onset->day > 0 && onset->day <= 28;
}

/* What cannot be read counts as if the observance began once. */
static void
parse_rule (Observance *observance,
            const char *value)
{
  g_autoptr(PlnIcalRule) rule = pln_ical_rule_parse (value, NULL);

  if (rule == NULL || rule->frequency < PLN_ICAL_DAILY) /* no clock is changed each hour */
    return;
  if (rule->until != G_MAXINT64)
    observance->until = rule->until + (rule->until_is_utc ? observance->from : 0);
  observance->repeats = is_simple (rule, &observance->onset);
  if (!observance->repeats)
    observance->rule = g_steal_pointer (&rule);
}

/* Where a TZOFFSETFROM is missing: what the first other observance goes to. */
static int
other_offset (PlnIcalText *text,
              guint        part,
              int          own)
{
  int zone = pln_ical_text_get_part (text, part)->parent;

  for (guint i = (guint) zone + 1; i < pln_ical_text_get_n_parts (text); i++)
    {
      g_autoptr(PlnIcalLine) line = NULL;
      int offset;

      if (pln_ical_text_get_part (text, i)->parent < zone)
        break;
      line = i != part ? pln_ical_text_get_line (text, i, "TZOFFSETTO") : NULL;
      if (line != NULL && parse_offset (line->value, &offset))
        return offset;
    }

  return own;
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

  if (start == NULL || to == NULL || !parse_offset (to->value, &observance->to))
    return FALSE;
  if (from == NULL || !parse_offset (from->value, &observance->from))
    observance->from = other_offset (text, part, observance->to);
  if (!parse_face (start->value, strlen (start->value), observance->from, &observance->first))
    return FALSE;

  observance->until = G_MAXINT64;
  pln_ical_face_from_number (&face, observance->first);
  observance->since = observance->before = G_MAXINT64;
  observance->onset = (PlnIcalOnset) { .month = face.month, .day = face.day, .seconds = face.seconds };
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

/* Any rule: what it gives is looked for from ever further back, and kept, as
 * times often come in order. */
static gint64
last_by_rule (Observance *observance,
              gint64      face)
{
  const gint64 year = 366 * 24 * 60 * 60;
  gint64 end = MIN (face, observance->until);
  gint64 from = end;

  if (face < observance->first)
    return G_MININT64;
  if (face >= observance->since && face < observance->before)
    return observance->since;

  observance->since = G_MININT64;
  for (gint64 years = 2; observance->since == G_MININT64 && from > observance->first; years *= 8)
    {
      g_autoptr(PlnIcalTimes) times = NULL;
      gint64 onset;

      from = end - years * year;
      times = pln_ical_times_new (observance->rule, observance->first, FALSE, from, observance->until);
      observance->before = G_MAXINT64;
      while (observance->before == G_MAXINT64 && pln_ical_times_next (times, &onset))
        if (onset <= face)
          observance->since = onset;
        else
          observance->before = onset;
    }

  return observance->since;
}

static gint64
last_onset (Observance *observance,
            gint64      face)
{
  gint64 best = G_MININT64;
  PlnIcalFace shown;

  latest (observance->first, face, &best);
  for (guint i = 0; i < observance->others->len; i++)
    latest (g_array_index (observance->others, gint64, i), face, &best);

  if (observance->rule != NULL)
    latest (last_by_rule (observance, face), face, &best);
  if (observance->repeats)
    {
      pln_ical_face_from_number (&shown, face);
      for (int year = shown.year - 1; year <= shown.year; year++)
        {
          gint64 onset = pln_ical_onset_in_year (&observance->onset, MAX (year, 1));

          if (onset >= observance->first && onset <= observance->until)
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
      Observance *observance = &g_array_index (rules->observances, Observance, i);
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
