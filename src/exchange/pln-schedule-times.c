/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-schedule-times.h"

#include "pln-ical-zone.h"
#include "pln-schedule-private.h"
#include "pln-zone.h"

#include <glib/gi18n.h>
#include <string.h>

#define HOUR 3600
#define DAY  (24 * HOUR)
#define LONGEST (31 * DAY)      /* that a session can take */
#define DAY_CHANGE (4 * HOUR)   /* as pretalx has it */
#define LATEST_CLOCK (48 * HOUR) /* “24:30” is half past midnight */

/* Reads 1 to 'most' digits. */
static gboolean
read_number (const char **at,
             guint        least,
             guint        most,
             int         *number)
{
  guint n = 0;

  *number = 0;
  for (; n < most && g_ascii_isdigit (**at); n++, (*at)++)
    *number = *number * 10 + (**at - '0');

  return n >= least;
}

static gboolean
skip (const char **at,
      char         sign)
{
  if (**at != sign)
    return FALSE;
  (*at)++;

  return TRUE;
}

static gboolean
read_clock (const char **at,
            int         *seconds)
{
  int hours, minutes, rest = 0;

  if (!read_number (at, 1, 2, &hours) || !skip (at, ':') || !read_number (at, 2, 2, &minutes) || minutes > 59)
    return FALSE;
  if (skip (at, ':') && (!read_number (at, 2, 2, &rest) || rest > 60))
    return FALSE;
  if (skip (at, '.')) /* parts of a second */
    while (g_ascii_isdigit (**at))
      (*at)++;
  *seconds = hours * HOUR + minutes * 60 + rest;

  return TRUE;
}

/* “Z”, “+01:00”, “+0100”, “+01”; or nothing. */
static gboolean
read_offset (const char        **at,
             PlnScheduleMoment  *moment)
{
  int sign, hours, minutes = 0;

  if (**at == '\0')
    return TRUE;
  moment->has_offset = TRUE;
  if (skip (at, 'Z') || skip (at, 'z'))
    return TRUE;

  sign = **at == '-' ? -1 : 1;
  if ((!skip (at, '+') && !skip (at, '-')) || !read_number (at, 2, 2, &hours) || hours > 18)
    return FALSE;
  skip (at, ':');
  if (**at != '\0' && (!read_number (at, 2, 2, &minutes) || minutes > 59))
    return FALSE;
  moment->offset = sign * (hours * HOUR + minutes * 60);

  return TRUE;
}

/**
 * pln_schedule_parse_moment:
 * @text: `2024-12-27`, `2024-12-27T10:30:00+01:00`, or without the offset
 * @moment: (out): what it says
 *
 * Returns: %TRUE if it is a date
 */
gboolean
pln_schedule_parse_moment (const char        *text,
                           PlnScheduleMoment *moment)
{
  const char *at = text;

  *moment = (PlnScheduleMoment) { 0 };
  if (!read_number (&at, 4, 4, &moment->year) || !skip (&at, '-')
      || !read_number (&at, 1, 2, &moment->month) || !skip (&at, '-')
      || !read_number (&at, 1, 2, &moment->day)
      || !g_date_valid_dmy ((GDateDay) moment->day, (GDateMonth) moment->month, (GDateYear) moment->year))
    return FALSE;
  if (*at == '\0')
    return TRUE;
  if (!skip (&at, 'T') && !skip (&at, ' '))
    return FALSE;

  moment->has_clock = TRUE;
  if (!read_clock (&at, &moment->seconds) || moment->seconds > DAY)
    return FALSE;
  skip (&at, ' ');

  return read_offset (&at, moment) && *at == '\0';
}

/**
 * pln_schedule_parse_clock:
 * @text: `9:30`, `09:30:00`; `24:30` is on the next day
 * @seconds: (out): since midnight
 *
 * Returns: %TRUE if it is a time of day
 */
gboolean
pln_schedule_parse_clock (const char *text,
                          int        *seconds)
{
  const char *at = text;

  return read_clock (&at, seconds) && *at == '\0' && *seconds < LATEST_CLOCK;
}

/**
 * pln_schedule_parse_length:
 * @text: `0:45`, `00:45`, `00:45:00`; `1:00:45` has days before hours, as a
 *   number with one digit before two others has
 * @seconds: (out): the same in seconds
 *
 * Returns: %TRUE if it is a length
 */
gboolean
pln_schedule_parse_length (const char *text,
                           int        *seconds)
{
  g_auto(GStrv) parts = g_strsplit (text, ":", 4);
  int numbers[3] = { 0 };
  guint n = g_strv_length (parts);
  gboolean has_days = n == 3 && strlen (parts[0]) == 1;

  if (n < 2 || n > 3)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const char *at = parts[i];

      if (!read_number (&at, 1, 3, &numbers[i]) || *at != '\0' || (i > 0 && numbers[i] > 59))
        return FALSE;
    }

  if (has_days && numbers[1] < 24)
    *seconds = numbers[0] * DAY + numbers[1] * HOUR + numbers[2] * 60;
  else
    *seconds = numbers[0] * HOUR + numbers[1] * 60 + numbers[2];

  return *seconds <= LONGEST;
}

/* Where a moment is on the clocks of the zone. */
static GDateTime *
place_moment (const PlnScheduleMoment *moment,
              GTimeZone               *zone)
{
  GTimeZone *there = moment->has_offset ? g_time_zone_new_offset (moment->offset) : g_time_zone_ref (zone);
  g_autoptr(GDateTime) midnight = g_date_time_new_utc (moment->year, moment->month, moment->day, 0, 0, 0);
  g_autoptr(GDateTime) face = midnight != NULL ? g_date_time_add_seconds (midnight, moment->seconds) : NULL;
  g_autoptr(GDateTime) at = NULL;

  if (face != NULL)
    at = g_date_time_new (there, g_date_time_get_year (face), g_date_time_get_month (face),
                          g_date_time_get_day_of_month (face), g_date_time_get_hour (face),
                          g_date_time_get_minute (face), g_date_time_get_second (face));
  g_time_zone_unref (there);

  return at != NULL ? g_date_time_to_timezone (at, zone) : NULL;
}

static int
day_change_of (PlnScheduleReading *reading)
{
  int seconds;

  return pln_schedule_parse_clock (reading->day_change, &seconds) && seconds < DAY ? seconds : DAY_CHANGE;
}

/* What a session says of its beginning. A moment beats a clock; a clock before
 * the day changes belongs to the night after the day it stands under. */
static gboolean
find_start (PlnScheduleReading *reading,
            PlnScheduleDraft   *draft,
            PlnScheduleMoment  *moment)
{
  PlnScheduleMoment in_clock;
  const char *day = draft->day >= 0 ? g_ptr_array_index (reading->days, (guint) draft->day) : "";
  gboolean has_date = pln_schedule_parse_moment (draft->date, moment);
  int seconds;

  if (has_date && moment->has_clock)
    return TRUE;
  if (pln_schedule_parse_moment (draft->clock, &in_clock) && in_clock.has_clock) /* the second schema of JSON */
    {
      *moment = in_clock;
      return TRUE;
    }
  if ((!has_date && !pln_schedule_parse_moment (day, moment)) || !pln_schedule_parse_clock (draft->clock, &seconds))
    return FALSE;

  moment->has_clock = TRUE;
  moment->has_offset = FALSE; /* of a day that begins in another zone than its clocks show */
  moment->seconds = !has_date && seconds < day_change_of (reading) ? seconds + DAY : seconds;

  return TRUE;
}

static GDateTime *
find_end (PlnScheduleDraft *draft,
          GTimeZone        *zone)
{
  GDateTime *start = draft->session->start;
  g_autoptr(GDateTime) end = NULL;
  PlnScheduleMoment until;
  int seconds;

  if (pln_schedule_parse_length (draft->length, &seconds) && seconds > 0)
    return g_date_time_add_seconds (start, seconds);
  if (pln_schedule_parse_moment (draft->until, &until) && until.has_clock)
    end = place_moment (&until, zone);
  else if (pln_schedule_parse_clock (draft->until, &seconds))
    {
      int begins = g_date_time_get_hour (start) * HOUR + g_date_time_get_minute (start) * 60;

      end = g_date_time_add_seconds (start, (seconds - begins + DAY) % DAY);
    }

  return end != NULL && g_date_time_compare (end, start) > 0
         && g_date_time_difference (end, start) <= LONGEST * G_TIME_SPAN_SECOND ? g_steal_pointer (&end) : NULL;
}

/* What all dates with an offset say: whether there are any, whether they all
 * have the same, and whether they are those of a zone. */
typedef struct
{
  gboolean   any;
  gboolean   alike;
  int        offset;
  GTimeZone *here;
  gboolean   is_here;
} Offsets;

static void
look_at_offset (Offsets          *offsets,
                const char       *text)
{
  PlnScheduleMoment moment;
  g_autoptr(GDateTime) there = NULL;

  if (!pln_schedule_parse_moment (text, &moment) || !moment.has_offset)
    return;
  offsets->alike = !offsets->any || (offsets->alike && offsets->offset == moment.offset);
  offsets->any = TRUE;
  offsets->offset = moment.offset;
  there = offsets->here != NULL ? place_moment (&moment, offsets->here) : NULL;
  offsets->is_here = offsets->is_here && there != NULL
                     && g_date_time_get_utc_offset (there) == moment.offset * G_TIME_SPAN_SECOND;
}

static void
use_zone (PlnSchedule *schedule,
          const char  *zone,
          char        *note)
{
  schedule->zone = zone;
  schedule->note = note;
}

/* The clocks of an offset, for a programme is read by what clocks show. POSIX
 * counts westwards. */
static const char *
zone_of_offset (int offset)
{
  g_autofree char *name = offset % HOUR == 0 && offset != 0 ? g_strdup_printf ("Etc/GMT%+d", -offset / HOUR) : NULL;

  return name != NULL ? pln_ical_zone_find (name) : NULL;
}

/* Where the file does not name a zone, what the user said counts; else the
 * zone of this computer, if the offsets of the file are its. */
static void
settle_zone (PlnScheduleReading *reading)
{
  PlnSchedule *schedule = reading->schedule;
  const char *named = *reading->zone_name != '\0' ? pln_ical_zone_find (reading->zone_name) : NULL;
  const char *given = reading->zone != NULL ? pln_ical_zone_find (reading->zone) : NULL;
  const char *fixed;
  Offsets offsets = { .is_here = TRUE };

  schedule->names_zone = named != NULL;
  if (named != NULL || given != NULL)
    {
      use_zone (schedule, named != NULL ? named : given, NULL);
      return;
    }

  offsets.here = pln_ical_zone_load (pln_zone_here ());
  for (guint i = 0; i < reading->drafts->len; i++)
    {
      PlnScheduleDraft *draft = g_ptr_array_index (reading->drafts, i);

      look_at_offset (&offsets, draft->date);
      look_at_offset (&offsets, draft->clock);
    }
  g_clear_pointer (&offsets.here, g_time_zone_unref);

  fixed = offsets.any && offsets.alike ? zone_of_offset (offsets.offset) : NULL;
  if (offsets.any && offsets.is_here)
    use_zone (schedule, pln_ical_zone_find (pln_zone_here ()),
              g_strdup_printf (_("It does not name its zone; its times agree with %s."), pln_zone_here ()));
  else if (fixed != NULL)
    use_zone (schedule, fixed, g_strdup (_("It does not name its zone; its times are shown as on the clocks there.")));
  else if (offsets.any)
    use_zone (schedule, "UTC", g_strdup (_("It does not name its zone; its times are shown in UTC.")));
  else
    use_zone (schedule, "", g_strdup (_("It does not say in which zone its times are; they are taken as the clocks there show them.")));
}

static void
settle_session (PlnScheduleReading *reading,
                PlnScheduleDraft   *draft,
                GTimeZone          *zone)
{
  PlnScheduleSession *session = draft->session;
  PlnScheduleMoment moment;

  if (find_start (reading, draft, &moment))
    session->start = place_moment (&moment, zone);
  if (session->start != NULL)
    session->end = find_end (draft, zone);
  else if (session->line > 0)
    session->flaw = g_strdup_printf (_("Line %u: it has no date that can be read."), session->line);
  else
    session->flaw = g_strdup (_("It has no date that can be read."));
}

/* From the first session to the end of the last. */
static void
span_sessions (PlnSchedule *schedule)
{
  GDateTime *start = NULL;
  GDateTime *end = NULL;

  for (guint i = 0; i < schedule->sessions->len; i++)
    {
      PlnScheduleSession *session = g_ptr_array_index (schedule->sessions, i);
      GDateTime *last = session->end != NULL ? session->end : session->start;

      if (session->start == NULL)
        continue;
      if (start == NULL || g_date_time_compare (session->start, start) < 0)
        start = session->start;
      if (end == NULL || g_date_time_compare (last, end) > 0)
        end = last;
    }
  if (start == NULL)
    return;
  schedule->start = g_date_time_ref (start);
  schedule->end = g_date_time_compare (end, start) > 0 ? g_date_time_ref (end) : NULL;
}

/* What the conference says of itself counts until it has sessions. */
static void
span_conference (PlnScheduleReading *reading,
                 GTimeZone          *zone)
{
  PlnSchedule *schedule = reading->schedule;
  const char *first = reading->days->len > 0 ? g_ptr_array_index (reading->days, 0) : "";
  const char *last = reading->days->len > 0 ? g_ptr_array_index (reading->days, reading->days->len - 1) : "";
  PlnScheduleMoment start, end;
  g_autoptr(GDateTime) until = NULL;

  if (!pln_schedule_parse_moment (reading->start, &start) && !pln_schedule_parse_moment (first, &start))
    return;
  if (!pln_schedule_parse_moment (reading->end, &end) && !pln_schedule_parse_moment (last, &end))
    end = start;
  schedule->all_day = !start.has_clock || !end.has_clock;
  if (schedule->all_day)
    {
      start.seconds = end.seconds = 0;
      start.has_offset = end.has_offset = FALSE;
    }
  schedule->start = place_moment (&start, zone);
  until = place_moment (&end, zone);
  if (schedule->all_day && until != NULL)
    schedule->end = g_date_time_add_days (until, 1);
  else
    schedule->end = g_steal_pointer (&until);
  if (schedule->start == NULL || schedule->end == NULL || g_date_time_compare (schedule->end, schedule->start) <= 0)
    g_clear_pointer (&schedule->end, g_date_time_unref);
}

/**
 * pln_schedule_settle_times:
 * @reading: a reading that has all its sessions
 *
 * Finds the zone, and when sessions and conference begin and end.
 */
void
pln_schedule_settle_times (PlnScheduleReading *reading)
{
  g_autoptr(GTimeZone) zone = NULL;

  settle_zone (reading);
  zone = *reading->schedule->zone != '\0' ? pln_ical_zone_load (reading->schedule->zone) : NULL;
  if (zone == NULL)
    zone = g_time_zone_new_utc ();

  for (guint i = 0; i < reading->drafts->len; i++)
    settle_session (reading, g_ptr_array_index (reading->drafts, i), zone);
  span_sessions (reading->schedule);
  if (reading->schedule->start == NULL)
    span_conference (reading, zone);
}
