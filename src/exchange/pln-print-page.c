/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-print-page.h"

#include "pln-when-words.h"

#include <glib/gi18n.h>

#define FOOT 22.0 /* points: the last line of a page, with what separates it */

/**
 * pln_print_bottom:
 * @print: pages
 *
 * Returns: where on a page the programme what is on it must end
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
 * Returns: where on the page the rest may begin
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
 * pln_print_as_of:
 * @at: a moment, in the zone of the reader
 *
 * Returns: (transfer full): “As of 19 July 2011, 14:12”: which of two sheets is
 *   the newer one
 */
char *
pln_print_as_of (GDateTime *at)
{
  g_autofree char *date = pln_when_words_date (at);
  g_autofree char *time = pln_when_words_time (at);

  /* Translators: a date and a time. */
  return g_strdup_printf (_("As of %1$s, %2$s"), date, time);
}

/**
 * pln_print_put:
 * @print: pages
 * @text: plain text, or ""
 * @size: in points
 * @is_bold: whether it is bold
 * @colour: `#rrggbb`
 * @x: its left edge
 * @y: its upper edge
 * @width: where it wraps
 * @most: how high it may be; the rest is cut off with an ellipsis
 *
 * Writes a text; of "" nothing.
 *
 * Returns: where the next thing may begin below it
 */
double
pln_print_put (PlnPrint   *print,
               const char *text,
               double      size,
               gboolean    is_bold,
               const char *colour,
               double      x,
               double      y,
               double      width,
               double      most)
{
  PangoLayout *layout;

  if (*text == '\0')
    return y;

  layout = pln_print_text_new (print, text, size, is_bold, width);
  pln_print_text_limit (layout, most);
  pln_print_add_text (print, layout, colour, x, y);

  return y + pln_print_text_height (layout);
}

/**
 * pln_print_need:
 * @print: pages
 * @text: plain text, or ""
 * @size: in points
 * @is_bold: whether it is bold
 * @width: where it wraps
 * @most: how high it may be
 *
 * Returns: how high [func@print_put] would make it
 */
double
pln_print_need (PlnPrint   *print,
                const char *text,
                double      size,
                gboolean    is_bold,
                double      width,
                double      most)
{
  g_autoptr(PangoLayout) layout = NULL;

  if (*text == '\0')
    return 0;

  layout = pln_print_text_new (print, text, size, is_bold, width);
  pln_print_text_limit (layout, most);

  return pln_print_text_height (layout);
}

/**
 * pln_print_feet:
 * @print: pages, all of them
 * @where: at the left: the place, or what the pages are
 * @state: in the middle: as of when
 *
 * Writes the last line of each page, with its number.
 */
void
pln_print_feet (PlnPrint   *print,
                const char *where,
                const char *state)
{
  double width = pln_print_get_width (print) - 2 * PLN_PRINT_MARGIN;
  double y = pln_print_get_height (print) - PLN_PRINT_MARGIN - 11;
  guint n = pln_print_get_n_pages (print);

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
