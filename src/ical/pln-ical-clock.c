/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-zone-private.h"

#include <glib/gi18n.h>

/* A clock on the wall, as one text means it. */
struct _PlnIcalClock
{
  const char           *name;    /* "" floating, UTC, IANA; NULL: only the file knows it */
  GTimeZone            *zone;    /* NULL if only the file knows it */
  const PlnIcalOffsets *offsets; /* of zone */
  guint                 hint;
  PlnIcalZoneRules     *rules;   /* borrowed; NULL if the file has none */
};

/**
 * pln_ical_clock_new:
 * @name: (nullable): interned: "" floating, `UTC`, or an IANA name; %NULL if
 *   only the file knows it
 * @zone: (nullable): the zone of this computer for it
 * @rules: (nullable): what the file says of it; to be kept as long as the clock
 *
 * One of @zone and @rules must be given.
 *
 * Returns: (transfer full): the clock, for one thread at a time
 */
PlnIcalClock *
pln_ical_clock_new (const char       *name,
                    GTimeZone        *zone,
                    PlnIcalZoneRules *rules)
{
  PlnIcalClock *clock = g_new0 (PlnIcalClock, 1);

  clock->name = name;
  clock->rules = rules;
  if (zone != NULL)
    {
      clock->zone = g_time_zone_ref (zone);
      clock->offsets = pln_ical_offsets_get (zone);
    }

  return clock;
}

/**
 * pln_ical_clock_free:
 * @clock: (transfer full): a clock
 */
void
pln_ical_clock_free (PlnIcalClock *clock)
{
  g_clear_pointer (&clock->zone, g_time_zone_unref);
  g_free (clock);
}

/**
 * pln_ical_clock_read:
 * @clock: a clock
 * @face: what it shows, see [func@ical_face_to_number]
 * @reading: (out): when that is
 *
 * The tables of this computer count where they agree with the file, else the
 * file does. Of a time that is shown twice, the first is meant; for one that
 * is skipped, the offset before the gap counts (RFC 5545, 3.3.5).
 */
void
pln_ical_clock_read (PlnIcalClock   *clock,
                     gint64          face,
                     PlnIcalReading *reading)
{
  gboolean theirs_skipped = FALSE;
  int ours = 0;
  int theirs = 0;

  reading->is_skipped = FALSE;
  reading->differs = FALSE;
  if (clock->offsets != NULL)
    ours = pln_ical_offsets_at_face (clock->offsets, face, &clock->hint, &reading->is_skipped);
  if (clock->rules != NULL && pln_ical_zone_rules_offset (clock->rules, face, &theirs, &theirs_skipped)
      && (clock->offsets == NULL || theirs != ours))
    {
      reading->differs = clock->offsets != NULL;
      reading->is_skipped = theirs_skipped;
      ours = theirs;
    }
  reading->moment = face - ours;
}

/**
 * pln_ical_clock_show:
 * @clock: a clock
 * @moment: seconds since 1970, UTC
 *
 * Returns: what it shows then
 */
gint64
pln_ical_clock_show (PlnIcalClock *clock,
                     gint64        moment)
{
  gint64 face = moment;
  PlnIcalReading reading;

  if (clock->offsets != NULL)
    face += pln_ical_offsets_at_moment (clock->offsets, moment);
  if (clock->rules == NULL)
    return face;

  for (guint i = 0; i < 3; i++) /* a guess that gets better */
    {
      pln_ical_clock_read (clock, face, &reading);
      if (reading.moment == moment)
        break;
      face += moment - reading.moment;
    }

  return face;
}

/**
 * pln_ical_clock_get_zone:
 * @clock: a clock
 * @face: what it shows
 * @moment: when that is
 *
 * Names the zone for others. One that only the file knows is a fixed offset
 * where that has a name: whole hours do; else the moment is given in UTC.
 *
 * Returns: "" floating, `UTC`, or an IANA name, interned
 */
const char *
pln_ical_clock_get_zone (const PlnIcalClock *clock,
                         gint64              face,
                         gint64              moment)
{
  gint64 offset = face - moment;
  const char *known = NULL;

  if (clock->name != NULL)
    return clock->name;
  if (offset != 0 && offset % 3600 == 0 && ABS (offset) <= 12 * 3600)
    {
      g_autofree char *name = g_strdup_printf ("Etc/GMT%+d", (int) (-offset / 3600));

      known = pln_ical_zone_find (name);
    }

  return known != NULL ? known : "UTC";
}

/**
 * pln_ical_clock_get_note:
 * @clock: a clock
 * @reading: what it was read as
 *
 * Returns: (nullable): a sentence if the user should know how that came about
 */
const char *
pln_ical_clock_get_note (const PlnIcalClock   *clock,
                         const PlnIcalReading *reading)
{
  if (clock->name == NULL)
    return _("The file has a time zone of its own, which has no name here. The moment is right, "
             "but if you change the time, choose a zone.");
  if (reading->differs)
    return _("The rules for this time zone in the file are not those of this computer. "
             "The file’s count, so that the moment is right.");

  return NULL;
}

/**
 * pln_ical_clock_date_time:
 * @clock: a clock
 * @face: what it shows
 * @moment: when that is
 *
 * Returns: (transfer full) (nullable): the moment in the zone that
 *   [func@ical_clock_get_zone] names; %NULL after the year 9999
 */
GDateTime *
pln_ical_clock_date_time (const PlnIcalClock *clock,
                          gint64              face,
                          gint64              moment)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (moment);
  g_autoptr(GTimeZone) own = clock->zone == NULL
                             ? pln_ical_zone_load (pln_ical_clock_get_zone (clock, face, moment)) : NULL;

  return utc != NULL ? g_date_time_to_timezone (utc, own != NULL ? own : clock->zone) : NULL;
}
