/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-zone.h"

#include "pln-ical-zone-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* What one TZID means in one text. */
typedef struct
{
  const char       *name;  /* IANA, UTC, or NULL */
  GTimeZone        *zone;  /* NULL if there is no name */
  PlnIcalZoneRules *rules; /* borrowed; NULL if the text has none */
} Meaning;

struct _PlnIcalZones
{
  GTimeZone  *here;
  GTimeZone  *utc;
  GPtrArray  *rules;    /* PlnIcalZoneRules */
  GHashTable *meanings; /* TZID → Meaning */
  char       *last_tzid;
  Meaning    *last;     /* what last_tzid means, borrowed */
};

static void
meaning_free (Meaning *meaning)
{
  g_clear_pointer (&meaning->zone, g_time_zone_unref);
  g_free (meaning);
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

  zones->here = g_time_zone_new_local ();
  zones->utc = g_time_zone_new_utc ();
  zones->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_ical_zone_rules_free);
  zones->meanings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) meaning_free);

  for (guint i = 0; i < pln_ical_text_get_n_parts (text); i++)
    if (g_str_equal (pln_ical_text_get_part (text, i)->name, "VTIMEZONE"))
      g_ptr_array_add (zones->rules, pln_ical_zone_rules_read (text, i));

  return zones;
}

/**
 * pln_ical_zones_free:
 * @zones: (transfer full): zones
 */
void
pln_ical_zones_free (PlnIcalZones *zones)
{
  g_time_zone_unref (zones->here);
  g_time_zone_unref (zones->utc);
  g_hash_table_unref (zones->meanings);
  g_ptr_array_unref (zones->rules);
  g_free (zones->last_tzid);
  g_free (zones);
}

static Meaning *
find_meaning (PlnIcalZones *zones,
              const char   *tzid)
{
  Meaning *meaning = g_new0 (Meaning, 1);

  meaning->name = pln_ical_zone_find (tzid);
  for (guint i = 0; i < zones->rules->len && meaning->rules == NULL; i++)
    {
      PlnIcalZoneRules *rules = g_ptr_array_index (zones->rules, i);

      if (g_str_equal (pln_ical_zone_rules_get_tzid (rules), tzid))
        meaning->rules = rules;
    }
  if (meaning->name == NULL && meaning->rules != NULL)
    meaning->name = pln_ical_zone_find (pln_ical_zone_rules_get_location (meaning->rules));
  if (meaning->name != NULL)
    meaning->zone = pln_ical_zone_load (meaning->name);

  return meaning;
}

static Meaning *
get_meaning (PlnIcalZones *zones,
             PlnIcalSlice *slice)
{
  if (zones->last == NULL || strlen (zones->last_tzid) != slice->length
      || memcmp (zones->last_tzid, slice->at, slice->length) != 0)
    {
      g_autofree char *tzid = pln_ical_values_decode (slice);

      zones->last = g_hash_table_lookup (zones->meanings, tzid);
      if (zones->last == NULL)
        {
          zones->last = find_meaning (zones, tzid);
          g_hash_table_insert (zones->meanings, g_strdup (tzid), zones->last);
        }
      g_free (zones->last_tzid);
      zones->last_tzid = g_steal_pointer (&tzid);
    }

  return zones->last;
}

/* A time on the clock of this computer: it may be one that does not exist
 * here, and then is moved behind the gap. */
static GDateTime *
on_clock (GTimeZone         *zone,
          const PlnIcalFace *face)
{
  return g_date_time_new (zone, face->year, face->month, face->day, face->seconds / 3600,
                          face->seconds / 60 % 60, face->seconds % 60);
}

static GDateTime *
at_moment (GTimeZone *zone,
           gint64     moment)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (moment);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

/* The file knows the zone, this computer does not: the moment is kept. Whole
 * hours have a zone of their own, so that the clock in the file is kept too. */
static void
read_by_rules (PlnIcalTime *time,
               gint64       face,
               int          offset)
{
  g_autofree char *name = offset % 3600 == 0 && ABS (offset) <= 12 * 3600
                          ? g_strdup_printf ("Etc/GMT%+d", -offset / 3600) : NULL;
  const char *known = offset != 0 && name != NULL ? pln_ical_zone_find (name) : NULL;
  g_autoptr(GTimeZone) zone = NULL;

  time->zone = known != NULL ? known : "UTC";
  zone = pln_ical_zone_load (time->zone);
  time->date_time = at_moment (zone, face - offset);
  time->note = _("The file has a time zone of its own, which has no name here. The moment is right, "
                 "but if you change the time, choose a zone.");
}

static void
read_in_zone (PlnIcalTime       *time,
              Meaning           *meaning,
              const PlnIcalFace *face)
{
  gint64 number = pln_ical_face_to_number (face);
  int ours = meaning->zone != NULL ? pln_ical_zone_offset (meaning->zone, number) : 0;
  int theirs = ours;
  gboolean has_rules = meaning->rules != NULL && pln_ical_zone_rules_offset (meaning->rules, number, &theirs);

  if (meaning->zone == NULL)
    {
      if (has_rules)
        read_by_rules (time, number, theirs);
      return;
    }

  time->zone = meaning->name;
  time->date_time = at_moment (meaning->zone, number - theirs);
  if (ours != theirs)
    time->note = _("The rules for this time zone in the file are not those of this computer. "
                   "The file’s count, so that the moment is right.");
}

/**
 * pln_ical_zones_read_time:
 * @zones: the zones of the text that the line stands in
 * @view: a line whose value is a DATE or DATE-TIME, such as DTSTART
 * @time: (out caller-allocates): the time, to be freed by [func@ical_time_clear]
 *
 * Reads a time. A zone that is known here is read from this computer's tables
 * where they agree with the rules in the file at that moment, else the file
 * wins. What cannot be resolved floats. Both are said in the note.
 *
 * Returns: %FALSE if there is no time in it
 */
gboolean
pln_ical_zones_read_time (PlnIcalZones      *zones,
                          const PlnIcalView *view,
                          PlnIcalTime       *time)
{
  PlnIcalFace face;
  PlnIcalSlice tzid;
  gboolean is_utc;

  *time = (PlnIcalTime) { .zone = "" };
  if (!pln_ical_face_parse (&face, view->value.at, view->value.length, &time->is_date, &is_utc))
    return FALSE;

  if (is_utc)
    {
      time->zone = "UTC";
      time->date_time = on_clock (zones->utc, &face);
    }
  else if (!time->is_date && pln_ical_view_find (view, "TZID", &tzid) && tzid.length > 0)
    {
      read_in_zone (time, get_meaning (zones, &tzid), &face);
      if (time->date_time == NULL)
        time->note = _("The time zone of the file is not known here. The time is shown as it stands there.");
    }

  if (time->date_time == NULL)
    {
      time->zone = "";
      time->date_time = on_clock (zones->here, &face);
    }

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
