/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-zone.h"

#include "pln-ical-zone-private.h"

#include <glib/gi18n.h>
#include <string.h>

struct _PlnIcalZones
{
  PlnIcalClock *here;
  PlnIcalClock *utc;
  PlnIcalClock *floating; /* that of the calendar (X-WR-TIMEZONE), or here; borrowed */
  PlnIcalClock *calendar; /* X-WR-TIMEZONE, or NULL */
  GPtrArray    *rules;    /* PlnIcalZoneRules */
  GHashTable   *clocks;   /* TZID → PlnIcalClock */
  char         *last_tzid;
  PlnIcalClock *last;     /* for last_tzid, borrowed; NULL if that is not known */
};

/* NULL if nothing is known of the zone. */
static PlnIcalClock *
make_clock (PlnIcalZones *zones,
            const char   *tzid)
{
  const char *name = pln_ical_zone_find (tzid);
  PlnIcalZoneRules *rules = NULL;
  g_autoptr(GTimeZone) zone = NULL;

  for (guint i = 0; i < zones->rules->len && rules == NULL; i++)
    {
      PlnIcalZoneRules *those = g_ptr_array_index (zones->rules, i);

      if (g_str_equal (pln_ical_zone_rules_get_tzid (those), tzid))
        rules = those;
    }
  if (name == NULL && rules != NULL)
    name = pln_ical_zone_find (pln_ical_zone_rules_get_location (rules));
  if (name != NULL)
    zone = pln_ical_zone_load (name);

  return zone != NULL || (rules != NULL && pln_ical_zone_rules_are_usable (rules))
         ? pln_ical_clock_new (name, zone, rules) : NULL;
}

static PlnIcalClock *
get_named (PlnIcalZones *zones,
           PlnIcalSlice *slice)
{
  if (zones->last_tzid == NULL || strlen (zones->last_tzid) != slice->length
      || memcmp (zones->last_tzid, slice->at, slice->length) != 0)
    {
      g_autofree char *tzid = pln_ical_values_decode (slice);

      if (!g_hash_table_lookup_extended (zones->clocks, tzid, NULL, (gpointer *) &zones->last))
        {
          zones->last = make_clock (zones, tzid);
          g_hash_table_insert (zones->clocks, g_strdup (tzid), zones->last);
        }
      g_free (zones->last_tzid);
      zones->last_tzid = g_steal_pointer (&tzid);
    }

  return zones->last;
}

static void
clock_free (gpointer data)
{
  if (data != NULL)
    pln_ical_clock_free (data);
}

/* What feeds call the zone of times that have none. */
static void
read_calendar (PlnIcalZones *zones,
               PlnIcalText  *text)
{
  g_autoptr(PlnIcalLine) line = NULL;
  g_autofree char *tzid = NULL;

  if (pln_ical_text_get_n_parts (text) == 0 || !g_str_equal (pln_ical_text_get_part (text, 0)->name, "VCALENDAR")
      || (line = pln_ical_text_get_line (text, 0, "X-WR-TIMEZONE")) == NULL)
    return;

  tzid = g_strstrip (pln_ical_line_get_text (line));
  zones->calendar = make_clock (zones, tzid);
  if (zones->calendar != NULL)
    zones->floating = zones->calendar;
}

/**
 * pln_ical_zones_new:
 * @text: a text
 *
 * Returns: (transfer full): what is known of its zones
 */
PlnIcalZones *
pln_ical_zones_new (PlnIcalText *text)
{
  PlnIcalZones *zones = g_new0 (PlnIcalZones, 1);
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();

  zones->here = zones->floating = pln_ical_clock_new ("", here, NULL);
  zones->utc = pln_ical_clock_new ("UTC", utc, NULL);
  zones->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_ical_zone_rules_free);
  zones->clocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, clock_free);

  for (guint i = 0; i < pln_ical_text_get_n_parts (text); i++)
    if (g_str_equal (pln_ical_text_get_part (text, i)->name, "VTIMEZONE"))
      g_ptr_array_add (zones->rules, pln_ical_zone_rules_read (text, i));
  read_calendar (zones, text);

  return zones;
}

/**
 * pln_ical_zones_free:
 * @zones: (transfer full): zones
 */
void
pln_ical_zones_free (PlnIcalZones *zones)
{
  pln_ical_clock_free (zones->here);
  pln_ical_clock_free (zones->utc);
  clock_free (zones->calendar);
  g_hash_table_unref (zones->clocks);
  g_ptr_array_unref (zones->rules);
  g_free (zones->last_tzid);
  g_free (zones);
}

/**
 * pln_ical_zones_get_clock:
 * @zones: the zones of the text that the line stands in
 * @view: a line with times, such as RDATE
 * @is_date: whether the time is a day
 * @is_utc: whether the time ends in Z
 *
 * Finds by which clock a time of that line is meant.
 *
 * Returns: (transfer none) (nullable): the clock, valid as long as @zones;
 *   %NULL if the line names a zone that is not known
 */
PlnIcalClock *
pln_ical_zones_get_clock (PlnIcalZones      *zones,
                          const PlnIcalView *view,
                          gboolean           is_date,
                          gboolean           is_utc)
{
  PlnIcalSlice tzid;

  if (is_utc)
    return zones->utc;
  if (is_date)
    return zones->here;

  return pln_ical_view_find (view, "TZID", &tzid) && tzid.length > 0 ? get_named (zones, &tzid) : zones->floating;
}

/**
 * pln_ical_zones_unknown_note:
 *
 * Returns: a sentence for times whose zone is not known
 */
const char *
pln_ical_zones_unknown_note (void)
{
  return _("The time zone of the file is not known here. The time is shown as it stands there.");
}

/**
 * pln_ical_zones_get_here:
 * @zones: zones
 *
 * Returns: (transfer none): the clock of this computer
 */
PlnIcalClock *
pln_ical_zones_get_here (PlnIcalZones *zones)
{
  return zones->here;
}

/**
 * pln_ical_zones_read_time:
 * @zones: the zones of the text that the line stands in
 * @view: a line whose value is a DATE or DATE-TIME, such as DTSTART
 * @time: (out caller-allocates): the time, to be freed by [func@ical_time_clear]
 *
 * Reads a time. A zone that is known here is read from this computer's tables
 * where they agree with the rules in the file at that moment, else the file
 * wins. What names no zone is in that of the calendar (X-WR-TIMEZONE), if it
 * has one, else it floats, as does what cannot be resolved. The latter and
 * where the file won is said in the note.
 *
 * Returns: %FALSE if there is no time in it
 */
gboolean
pln_ical_zones_read_time (PlnIcalZones      *zones,
                          const PlnIcalView *view,
                          PlnIcalTime       *time)
{
  PlnIcalFace face;
  PlnIcalClock *clock;
  PlnIcalReading reading;
  gboolean is_utc;
  gint64 number;

  *time = (PlnIcalTime) { .zone = "" };
  if (!pln_ical_face_parse (&face, view->value.at, view->value.length, &time->is_date, &is_utc))
    return FALSE;

  clock = pln_ical_zones_get_clock (zones, view, time->is_date, is_utc);
  number = pln_ical_face_to_number (&face);
  pln_ical_clock_read (clock != NULL ? clock : zones->here, number, &reading);
  if (clock != NULL)
    time->note = pln_ical_clock_get_note (clock, &reading);
  else
    {
      clock = zones->here;
      time->note = pln_ical_zones_unknown_note ();
    }
  time->zone = pln_ical_clock_get_zone (clock, number, reading.moment);
  time->date_time = pln_ical_clock_date_time (clock, number, reading.moment);

  return time->date_time != NULL;
}

/**
 * pln_ical_time_clear:
 * @time: a time
 *
 * Frees what a time holds.
 */
void
pln_ical_time_clear (PlnIcalTime *time)
{
  g_clear_pointer (&time->date_time, g_date_time_unref);
}
