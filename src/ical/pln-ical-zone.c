/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-zone.h"

#include "pln-ical-zone-private.h"
#include "pln-tz.h"


G_LOCK_DEFINE_STATIC (loaded);
static GHashTable *loaded; /* name, interned → GTimeZone */

/**
 * pln_ical_zone_load:
 * @zone: an IANA name, `UTC`, or anything
 *
 * Loads a zone of this computer, once. For any thread.
 *
 * Returns: (transfer full) (nullable): the zone, or %NULL if there is none of
 *   that name, as for "", which floats
 */
GTimeZone *
pln_ical_zone_load (const char *zone)
{
  GTimeZone *found;

  G_LOCK (loaded);
  if (loaded == NULL)
    loaded = g_hash_table_new (g_str_hash, g_str_equal);
  found = g_hash_table_lookup (loaded, zone);
  if (found == NULL && (found = pln_tz_load (zone)) != NULL)
    g_hash_table_insert (loaded, (char *) g_intern_string (zone), found);
  if (found != NULL)
    g_time_zone_ref (found);
  G_UNLOCK (loaded);

  return found;
}

static const char *
known (const char *name)
{
  g_autoptr(GTimeZone) zone = *name != '\0' ? pln_ical_zone_load (name) : NULL;

  return zone != NULL ? g_intern_string (name) : NULL;
}

/* `/freeassociation.sourceforge.net/Europe/London` and its like. */
static const char *
known_behind_prefix (const char *tzid)
{
  const char *found = NULL;

  for (const char *at = strchr (tzid, '/'); at != NULL && found == NULL; at = strchr (at + 1, '/'))
    if (strchr (at + 1, '/') != NULL)
      found = known (at + 1);

  return found;
}

/**
 * pln_ical_zone_find:
 * @tzid: what a file calls a zone
 *
 * Finds the zone that a name means by itself: IANA's, that of Windows and
 * Outlook, and those with a prefix of libical or Mozilla. For any thread.
 *
 * Returns: (nullable): an IANA name or `UTC`, interned, or %NULL
 */
const char *
pln_ical_zone_find (const char *tzid)
{
  static const char *const utc[] = { "UTC", "GMT", "Z", "Zulu", "UCT", "Etc/UTC", "Etc/GMT",
                                     "Etc/UCT", "Etc/Zulu", "tzone://Microsoft/Utc", NULL };
  const char *windows;

  for (guint i = 0; utc[i] != NULL; i++)
    if (g_ascii_strcasecmp (tzid, utc[i]) == 0)
      return "UTC";
  if ((windows = pln_ical_zone_from_windows (tzid)) != NULL)
    return known (windows);

  return *tzid != '/' && known (tzid) != NULL ? known (tzid) : known_behind_prefix (tzid);
}
