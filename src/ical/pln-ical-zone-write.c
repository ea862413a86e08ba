/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-zone.h"

#include "pln-ical-zone-private.h"

#include <string.h>

#define DAY        (24 * 60 * 60)
#define YEAR       (366 * DAY)
#define RULE_YEARS 6 /* for so long a rule must hold to be taken for one */
#define LAST       G_GINT64_CONSTANT (2145916800) /* 2038-01-01: GLib knows no changes after it */

/* A moment at which a zone's offset changes. */
typedef struct
{
  gint64   moment; /* UTC; the first second of what comes after */
  int      from;
  int      to;
  gboolean is_dst;
  char     name[16];
} Change;

static int
interval_at (GTimeZone *zone,
             gint64     moment)
{
  return g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, moment);
}

static gboolean
same (GTimeZone *zone,
      gint64     a,
      gint64     b)
{
  int first = interval_at (zone, a);
  int second = interval_at (zone, b);

  return first == second
         || (g_time_zone_get_offset (zone, first) == g_time_zone_get_offset (zone, second)
             && g_time_zone_is_dst (zone, first) == g_time_zone_is_dst (zone, second));
}

static void
fill_change (Change    *change,
             GTimeZone *zone,
             gint64     moment)
{
  int before = interval_at (zone, moment - 1);
  int after = interval_at (zone, moment);

  change->moment = moment;
  change->from = g_time_zone_get_offset (zone, before);
  change->to = g_time_zone_get_offset (zone, after);
  change->is_dst = g_time_zone_is_dst (zone, after);
  g_strlcpy (change->name, g_time_zone_get_abbreviation (zone, after), sizeof change->name);
}

/* GLib does not say when an interval ends, so that is looked for by halves. No
 * zone changes twice in a week. */
static GArray *
find_changes (GTimeZone *zone,
              gint64     from,
              gint64     to)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));

  for (gint64 at = from; at < to; at += 7 * DAY)
    {
      gint64 low = at;
      gint64 high = at + 7 * DAY;
      Change change;

      if (same (zone, low, high))
        continue;
      while (high - low > 1)
        {
          gint64 middle = low + (high - low) / 2;

          if (same (zone, low, middle))
            low = middle;
          else
            high = middle;
        }
      fill_change (&change, zone, high);
      g_array_append_val (changes, change);
    }

  return changes;
}

static int
year_of (const Change *change)
{
  PlnIcalFace face;

  pln_ical_face_from_number (&face, change->moment + change->from);

  return face.year;
}

static gboolean
rule_explains (const PlnIcalOnset *rule,
               GArray            *changes,
               const Change      *like)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);

      if (change->to == like->to && change->from == like->from && change->is_dst == like->is_dst
          && pln_ical_onset_in_year (rule, year_of (change)) != change->moment + change->from)
        return FALSE;
    }

  return TRUE;
}

/* Between which days of the month the like of a change lies. */
static void
find_days (GArray       *changes,
           const Change *like,
           int          *first,
           int          *last)
{
  *first = 31;
  *last = 1;
  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);
      PlnIcalFace face;

      if (change->to != like->to || change->from != like->from || change->is_dst != like->is_dst)
        continue;
      pln_ical_face_from_number (&face, change->moment + change->from);
      *first = MIN (*first, face.day);
      *last = MAX (*last, face.day);
    }
}

static gboolean
find_rule (GArray       *changes,
           const Change *change,
           PlnIcalOnset *rule)
{
  int candidates[3];
  PlnIcalFace face;
  int first;
  int last;

  pln_ical_face_from_number (&face, change->moment + change->from);
  *rule = (PlnIcalOnset) { .month = face.month, .weekday = pln_ical_face_weekday (&face), .day = face.day,
                           .seconds = face.seconds };

  candidates[0] = -1;
  candidates[1] = (face.day + 6) / 7;
  candidates[2] = 0; /* the same day each year */
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      rule->nth = candidates[i];
      if (rule_explains (rule, changes, change))
        return TRUE;
    }

  find_days (changes, change, &first, &last);
  rule->moves = TRUE;
  rule->day = MIN (first, pln_ical_days_in_month (2027, face.month) - 6);

  return last - first < 7 && rule_explains (rule, changes, change);
}

static void
append_offset (GString    *text,
               const char *name,
               int         offset)
{
  int size = ABS (offset);

  g_string_append_printf (text, "%s:%c%02d%02d", name, offset < 0 ? '-' : '+', size / 3600, size / 60 % 60);
  if (size % 60 != 0)
    g_string_append_printf (text, "%02d", size % 60);
  g_string_append (text, "\r\n");
}

static void
append_observance (GString           *text,
                   const Change      *change,
                   gint64             start, /* face on the clock before it */
                   const PlnIcalOnset *rule)
{
  static const char *const days[] = { "SU", "MO", "TU", "WE", "TH", "FR", "SA" };
  const char *kind = change->is_dst ? "DAYLIGHT" : "STANDARD";
  PlnIcalFace face;

  pln_ical_face_from_number (&face, start);
  g_string_append_printf (text, "BEGIN:%s\r\n", kind);
  append_offset (text, "TZOFFSETFROM", change->from);
  append_offset (text, "TZOFFSETTO", change->to);
  if (change->name[0] != '\0' && strpbrk (change->name, ";,:\\\"") == NULL)
    g_string_append_printf (text, "TZNAME:%s\r\n", change->name);
  g_string_append_printf (text, "DTSTART:%04d%02d%02dT%02d%02d%02d\r\n", face.year, face.month, face.day,
                          face.seconds / 3600, face.seconds / 60 % 60, face.seconds % 60);
  if (rule != NULL && rule->nth != 0)
    g_string_append_printf (text, "RRULE:FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s\r\n",
                            rule->month, rule->nth, days[rule->weekday]);
  else if (rule != NULL)
    {
      g_string_append_printf (text, "RRULE:FREQ=YEARLY;BYMONTH=%d;BYMONTHDAY=%d", rule->month, rule->day);
      for (int i = 1; i < 7 && rule->moves; i++)
        g_string_append_printf (text, ",%d", rule->day + i);
      if (rule->moves)
        g_string_append_printf (text, ";BYDAY=%s", days[rule->weekday]);
      g_string_append (text, "\r\n");
    }
  g_string_append_printf (text, "END:%s\r\n", kind);
}

/* Two rules that go on for ever, from 1970 on: all programs read these. */
static gboolean
append_rules (GString *text,
              GArray  *changes,
              gint64   span)
{
  const Change *first = &g_array_index (changes, Change, 0);
  const Change *second = &g_array_index (changes, Change, 1);
  PlnIcalOnset rules[2];

  if (changes->len < 2 * (guint) (span / YEAR) || first->from != second->to || first->to != second->from
      || first->is_dst == second->is_dst
      || !find_rule (changes, first, &rules[0]) || !find_rule (changes, second, &rules[1]))
    return FALSE;
  for (guint i = 2; i < changes->len; i++) /* nothing but these two in turn */
    if (g_array_index (changes, Change, i).to != g_array_index (changes, Change, i - 2).to
        || year_of (&g_array_index (changes, Change, i)) != year_of (&g_array_index (changes, Change, i - 2)) + 1)
      return FALSE;

  append_observance (text, first, pln_ical_onset_in_year (&rules[0], 1970), &rules[0]);
  append_observance (text, second, pln_ical_onset_in_year (&rules[1], 1970), &rules[1]);

  return TRUE;
}

/* What is in force at the beginning, and each change until the end. */
static void
append_changes (GString   *text,
                GTimeZone *zone,
                gint64     from,
                gint64     to)
{
  g_autoptr(GArray) changes = find_changes (zone, from - YEAR, to);
  guint first = 0;
  Change standing;

  while (first + 1 < changes->len && g_array_index (changes, Change, first + 1).moment <= from)
    first++;

  if (changes->len == 0 || g_array_index (changes, Change, first).moment > from)
    {
      fill_change (&standing, zone, from);
      standing.from = standing.to;
      standing.is_dst = FALSE; /* a zone must have a STANDARD (RFC 5545, 3.6.5, for all but some readers) */
      append_observance (text, &standing, 0, NULL);
    }
  for (guint i = first; i < changes->len; i++)
    {
      Change change = g_array_index (changes, Change, i);

      if (i == first)
        change.is_dst = FALSE;
      append_observance (text, &change, change.moment + change.from, NULL);
    }
}

/**
 * pln_ical_zone_write:
 * @zone: IANA name, `UTC`, or ""
 * @from: when the first time begins that needs the zone
 * @to: when the last one ends
 *
 * Writes a zone for a file: the rules that are in force in that span, from
 * 1970 on, as Outlook wants them; or, where the zone has no rule then, the
 * offset at @from and the changes until @to.
 *
 * Returns: (transfer full) (nullable): a VTIMEZONE with CRLF; %NULL for "",
 *   "UTC", and what is no zone
 */
char *
pln_ical_zone_write (const char *zone,
                     GDateTime  *from,
                     GDateTime  *to)
{
  gint64 start = g_date_time_to_unix (from);
  gint64 end = MAX (start, g_date_time_to_unix (to)) + DAY;
  gint64 rule_end = MIN (MAX (end, start + RULE_YEARS * (gint64) YEAR), LAST);
  gint64 rule_start = MIN (start, rule_end - RULE_YEARS * (gint64) YEAR);
  g_autoptr(GTimeZone) rules = !g_str_equal (zone, "UTC") ? pln_ical_zone_load (zone) : NULL;
  g_autoptr(GArray) changes = NULL;
  GString *text;

  if (rules == NULL)
    return NULL;

  text = g_string_new ("BEGIN:VTIMEZONE\r\n");
  g_string_append_printf (text, "TZID:%s\r\n", zone);
  changes = find_changes (rules, rule_start - YEAR, rule_end);
  if (changes->len < 2 || !append_rules (text, changes, rule_end - rule_start))
    append_changes (text, rules, start, end);
  g_string_append (text, "END:VTIMEZONE\r\n");

  return g_string_free (text, FALSE);
}
