/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-print-programme.h"

#include "pln-colour.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

#define FOOT 22.0 /* points: the last line of a page, with what separates it */

/**
 * pln_print_bottom:
 * @print: pages
 *
 * Returns: where on a page the programme must end
 */
double
pln_print_bottom (PlnPrint *print)
{
  return pln_print_get_height (print) - PLN_PRINT_MARGIN - FOOT;
}

/**
 * pln_print_head:
 * @print: pages
 * @title: of the gathering
 * @subject: what is on this page, such as the day
 *
 * Heads the page that is written.
 *
 * Returns: where on the page the programme may begin
 */
double
pln_print_head (PlnPrint   *print,
                const char *title,
                const char *subject)
{
  double width = pln_print_get_width (print) - 2 * PLN_PRINT_MARGIN;
  PangoLayout *right = pln_print_text_new (print, subject, 13, TRUE, width / 2);
  double taken = pln_print_text_width (right);
  PangoLayout *left;
  double height;

  pln_print_text_limit (right, 34);
  taken = MIN (pln_print_text_width (right), width / 2);
  pango_layout_set_width (right, (int) ((taken + 1) * PANGO_SCALE));
  left = pln_print_text_new (print, title, 13, FALSE, width - taken - 18);
  pln_print_text_limit (left, 34);
  height = MAX (pln_print_text_height (left), pln_print_text_height (right));

  pln_print_add_text (print, left, PLN_PRINT_DIM, PLN_PRINT_MARGIN, PLN_PRINT_MARGIN);
  pln_print_add_text (print, right, PLN_PRINT_BLACK, PLN_PRINT_MARGIN + width - taken - 1, PLN_PRINT_MARGIN);
  pln_print_add_box (print, PLN_PRINT_BOX_FULL, PLN_PRINT_LINE, PLN_PRINT_MARGIN, PLN_PRINT_MARGIN + height + 5, width, 0.75);

  return PLN_PRINT_MARGIN + height + 12;
}

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
 * pln_print_join:
 * @a: a text, or ""
 * @b: a text, or ""
 *
 * Returns: (transfer full): both, with a sign between them if there are both
 */
char *
pln_print_join (const char *a,
                const char *b)
{
  return g_strconcat (a, *a != '\0' && *b != '\0' ? " · " : "", b, NULL);
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
  g_autofree char *date = here != NULL ? pln_when_words_date (here) : NULL;
  g_autofree char *time = here != NULL ? pln_when_words_time (here) : NULL;

  /* Translators: a date and a time. */
  return here != NULL ? g_strdup_printf (_("As of %1$s, %2$s"), date, time) : g_strdup ("");
}

/**
 * pln_print_feet:
 * @print: pages, all of them
 * @programme: a programme
 *
 * Writes the last line of each page: where and in which zone, as of when, and
 * its number.
 */
void
pln_print_feet (PlnPrint           *print,
                const PlnProgramme *programme)
{
  double width = pln_print_get_width (print) - 2 * PLN_PRINT_MARGIN;
  double y = pln_print_get_height (print) - PLN_PRINT_MARGIN - 11;
  guint n = pln_print_get_n_pages (print);
  g_autofree char *zone = pln_when_words_zone (programme->zone);
  g_autofree char *state = state_of (programme);
  g_autofree char *where = pln_print_join (programme->place, zone);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf (_("Page %u of %u"), i + 1, n);
      PangoLayout *right = pln_print_text_new (print, number, 8, FALSE, -1);
      PangoLayout *middle = pln_print_text_new (print, state, 8, FALSE, -1);
      double of_right = pln_print_text_width (right), of_middle = pln_print_text_width (middle);
      PangoLayout *left = pln_print_text_new (print, where, 8, FALSE, width - of_right - of_middle - 36);

      pln_print_set_page (print, i);
      pln_print_text_limit (left, 1);
      pln_print_add_text (print, left, PLN_PRINT_DIM, PLN_PRINT_MARGIN, y);
      pln_print_add_text (print, middle, PLN_PRINT_DIM, PLN_PRINT_MARGIN + width - of_right - of_middle - 18, y);
      pln_print_add_text (print, right, PLN_PRINT_BLACK, PLN_PRINT_MARGIN + width - of_right, y);
    }
}
