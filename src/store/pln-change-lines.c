/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-change-private.h"

#include "pln-ical-zone.h"

#include <string.h>

/**
 * pln_change_clean:
 * @text: what a user or a file gave
 *
 * Makes a text that may be written: valid UTF-8, line ends as LF, no other
 * control characters but tabs.
 *
 * Returns: (transfer full): the text
 */
char *
pln_change_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\r')
        c = at[1] == '\n' ? 0 : '\n';
      if (c == '\n' || c == '\t' || (c != 0 && !g_unichar_iscntrl (c)))
        g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, FALSE);
}

/**
 * pln_change_line_text:
 * @name: a property
 * @text: its TEXT (RFC 5545, 3.3.11)
 *
 * Returns: (transfer full) (nullable): the line, or %NULL if @text is empty
 */
PlnIcalLine *
pln_change_line_text (const char *name,
                      const char *text)
{
  g_autofree char *clean = pln_change_clean (text);

  return *clean != '\0' ? pln_ical_line_new_text (name, clean) : NULL;
}

/**
 * pln_change_line_uri:
 * @name: a property
 * @uri: its URI; blanks and control characters in it are left out
 *
 * Returns: (transfer full) (nullable): the line, or %NULL if @uri is empty
 */
PlnIcalLine *
pln_change_line_uri (const char *name,
                     const char *uri)
{
  g_autofree char *clean = pln_change_clean (uri);
  char *to = clean;

  for (const char *at = clean; *at != '\0'; at++)
    if ((guchar) *at > ' ')
      *to++ = *at;
  *to = '\0';

  return *clean != '\0' ? pln_ical_line_new (name, clean) : NULL;
}

/**
 * pln_change_line_time:
 * @name: a property, such as `DTSTART`
 * @time: (nullable): a moment
 * @zone: IANA name, `UTC`, or "" for floating
 * @all_day: whether only the day counts
 *
 * Returns: (transfer full) (nullable): the line, or %NULL without a @time
 */
PlnIcalLine *
pln_change_line_time (const char *name,
                      GDateTime  *time,
                      const char *zone,
                      gboolean    all_day)
{
  g_autoptr(GTimeZone) there = NULL;
  g_autoptr(GDateTime) local = NULL;
  g_autofree char *value = NULL;
  PlnIcalLine *line;

  if (time == NULL)
    return NULL;

  there = *zone != '\0' && !all_day ? pln_ical_zone_load (zone) : NULL;
  local = there != NULL ? g_date_time_to_timezone (time, there) : g_date_time_ref (time);
  value = g_date_time_format (local, all_day ? "%Y%m%d" : g_str_equal (zone, "UTC") ? "%Y%m%dT%H%M%SZ" : "%Y%m%dT%H%M%S");
  line = pln_ical_line_new (name, value);
  if (all_day)
    pln_ical_line_set_parameter (line, "VALUE", "DATE");
  else if (*zone != '\0' && !g_str_equal (zone, "UTC"))
    pln_ical_line_set_parameter (line, "TZID", zone);

  return line;
}

/**
 * pln_change_line_address:
 * @name: `ATTENDEE` or `ORGANIZER`
 * @email: an address without `mailto:`
 * @person: the name of the person, or ""
 *
 * Returns: (transfer full) (nullable): the line, or %NULL if @email is empty
 */
PlnIcalLine *
pln_change_line_address (const char *name,
                         const char *email,
                         const char *person)
{
  g_autofree char *uri = g_strconcat ("mailto:", email, NULL);
  g_autofree char *clean = pln_change_clean (person);
  PlnIcalLine *line = *email != '\0' ? pln_change_line_uri (name, uri) : NULL;

  if (line != NULL && *clean != '\0')
    pln_ical_line_set_parameter (line, "CN", clean);

  return line;
}

static char *
written (const PlnIcalLine *line)
{
  return line != NULL ? pln_ical_line_write (line, NULL) : NULL;
}

/**
 * pln_change_set_line:
 * @edits: edits of an object
 * @name: a single property
 * @before: (nullable) (transfer full): its line as it was
 * @after: (nullable) (transfer full): its line as it is to be
 *
 * Sets or removes the property, if it differs.
 */
void
pln_change_set_line (PlnIcalEdits *edits,
                     const char   *name,
                     PlnIcalLine  *before,
                     PlnIcalLine  *after)
{
  g_autoptr(PlnIcalLine) old = before;
  g_autoptr(PlnIcalLine) new = after;
  g_autofree char *was = written (old);
  g_autofree char *is = written (new);

  if (g_strcmp0 (was, is) == 0)
    return;
  if (new != NULL)
    pln_ical_edits_set (edits, g_steal_pointer (&new));
  else
    pln_ical_edits_unset (edits, name);
}

static gboolean
moment_equal (GDateTime *a,
              GDateTime *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  /* Floating times carry no zone of their own: the clock's face counts. */
  return g_date_time_equal (a, b)
         && g_date_time_get_utc_offset (a) == g_date_time_get_utc_offset (b);
}

static gboolean
day_equal (GDateTime *a,
           GDateTime *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_date_time_get_year (a) == g_date_time_get_year (b)
         && g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

/**
 * pln_change_times_equal:
 * @a: times
 * @b: other times
 *
 * Returns: %TRUE if they would be written alike
 */
gboolean
pln_change_times_equal (const PlnChangeTimes *a,
                        const PlnChangeTimes *b)
{
  if (a->all_day && b->all_day) /* days have no zone */
    return day_equal (a->start, b->start) && day_equal (a->end, b->end);

  return moment_equal (a->start, b->start)
         && moment_equal (a->end, b->end)
         && g_str_equal (a->zone, b->zone)
         && a->all_day == b->all_day;
}

static void
set_or_unset (PlnIcalEdits *edits,
              const char   *name,
              PlnIcalLine  *line)
{
  if (line != NULL)
    pln_ical_edits_set (edits, line);
  else
    pln_ical_edits_unset (edits, name);
}

/**
 * pln_change_set_times:
 * @edits: edits of an event
 * @times: when it is to be
 *
 * Writes DTSTART and DTEND, which takes the place of a DURATION, and the
 * VTIMEZONE that they need.
 */
void
pln_change_set_times (PlnIcalEdits         *edits,
                      const PlnChangeTimes *times)
{
  GDateTime *end = times->end;

  /* RFC 5545, 3.6.1: a DTEND must be later than DTSTART. */
  if (end != NULL && (times->start == NULL || g_date_time_compare (end, times->start) <= 0))
    end = NULL;

  set_or_unset (edits, "DTSTART", pln_change_line_time ("DTSTART", times->start, times->zone, times->all_day));
  set_or_unset (edits, "DTEND", pln_change_line_time ("DTEND", end, times->zone, times->all_day));
  pln_ical_edits_unset (edits, "DURATION");

  if (times->start != NULL && !times->all_day)
    {
      g_autofree char *rules = pln_ical_zone_write (times->zone, times->start, end != NULL ? end : times->start);

      if (rules != NULL)
        pln_ical_edits_zone (edits, times->zone, rules);
    }
}
