/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-print-programme.h"

#include "pln-colour.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

/**
 * pln_print_times_of:
 * @item: an item
 *
 * Returns: (transfer full): “14:00–14:45”, or “All day”
 */
char *
pln_print_times_of (const PlnProgrammeItem *item)
{
  return item->all_day ? g_strdup (_("All day")) : pln_when_words_times (item->start, item->end);
}

/**
 * pln_print_people_of:
 * @item: an item
 *
 * Returns: (transfer full): its speakers: “Ivo Larch, Hana Ashdown”
 */
char *
pln_print_people_of (const PlnProgrammeItem *item)
{
  return g_strjoinv (_(", "), item->speakers);
}

/**
 * pln_print_colour_of:
 * @programme: a programme
 * @item: one of its items
 *
 * Returns: (transfer full): the colour of its track as it can be seen on paper,
 *   `#rrggbb`
 */
char *
pln_print_colour_of (const PlnProgramme     *programme,
                     const PlnProgrammeItem *item)
{
  const PlnProgrammeTrack *track = pln_programme_find_track (programme, item->track);

  return pln_colour_on (track != NULL ? track->colour : "slate", FALSE);
}

/**
 * pln_print_strike:
 * @text: the title of what was called off
 */
void
pln_print_strike (PangoLayout *text)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_layout_set_attributes (text, attributes);
  pango_attr_list_unref (attributes);
}

/* “As of 19 July 2011, 14:12”: which of two sheets is the newer one. */
static char *
state_of (const PlnProgramme *programme)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) stamp = g_date_time_new_from_iso8601 (programme->modified, utc);
  g_autoptr(GDateTime) here = stamp != NULL ? g_date_time_to_timezone (stamp, g_date_time_get_timezone (programme->start)) : NULL;

  return here != NULL ? pln_print_as_of (here) : g_strdup ("");
}

/**
 * pln_print_programme_feet:
 * @print: pages, all of them
 * @programme: a programme
 *
 * Writes the last line of each page: where and in which zone, as of when, and
 * its number.
 */
void
pln_print_programme_feet (PlnPrint           *print,
                          const PlnProgramme *programme)
{
  g_autofree char *zone = pln_when_words_zone (programme->zone);
  g_autofree char *state = state_of (programme);
  g_autofree char *where = pln_print_join (programme->place, zone);

  pln_print_feet (print, where, state);
}
