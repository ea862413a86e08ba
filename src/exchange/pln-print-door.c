/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-print-handout.h"

#include <glib/gi18n.h>

/* For the door, where there is no computer: who is expected, by surname, with a
 * box to be ticked. */

#define NAME      12.0
#define SMALL      9.5
#define ROW       21.0 /* points */
#define TICK      11.0
#define NAME_PART  0.5 /* of the width */

static double
begin_page (PlnPrint         *print,
            const PlnHandout *handout)
{
  guint n = handout->door->len;
  g_autofree char *words = g_strdup_printf (ngettext ("Door list: %u person", "Door list: %u people", n), n);

  pln_print_add_page (print);

  return pln_print_head (print, handout->title, words);
}

static void
add_tick_box (PlnPrint *print,
              double    y)
{
  double x = PLN_PRINT_MARGIN + 2, top = y + (ROW - TICK) / 2, edge = 0.9;

  pln_print_add_box (print, PLN_PRINT_BOX_FULL, PLN_PRINT_BLACK, x, top, TICK, edge);
  pln_print_add_box (print, PLN_PRINT_BOX_FULL, PLN_PRINT_BLACK, x, top + TICK - edge, TICK, edge);
  pln_print_add_box (print, PLN_PRINT_BOX_FULL, PLN_PRINT_BLACK, x, top, edge, TICK);
  pln_print_add_box (print, PLN_PRINT_BOX_FULL, PLN_PRINT_BLACK, x + TICK - edge, top, edge, TICK);
}

static void
add_guest (PlnPrint              *print,
           const PlnHandoutGuest *guest,
           double                 y)
{
  double width = pln_print_get_width (print) - 2 * PLN_PRINT_MARGIN;
  double x = PLN_PRINT_MARGIN + TICK + 12, at = PLN_PRINT_MARGIN + width * NAME_PART;

  add_tick_box (print, y);
  pln_print_put (print, guest->name, NAME, TRUE, PLN_PRINT_BLACK, x, y + 2, at - x - 8, 1);
  pln_print_put (print, guest->organisation, SMALL, FALSE, PLN_PRINT_DIM, at, y + 4, width * (1 - NAME_PART), 1);
  pln_print_add_box (print, PLN_PRINT_BOX_FULL, PLN_PRINT_LINE, PLN_PRINT_MARGIN, y + ROW - 0.5, width, 0.5);
}

/**
 * pln_print_door:
 * @print: pages
 * @handout: who is expected
 *
 * Prints the list for the door.
 */
void
pln_print_door (PlnPrint         *print,
                const PlnHandout *handout)
{
  double y;

  if (handout->door->len == 0)
    {
      pln_print_nothing (print, handout, _("Nobody is going yet."));
      return;
    }

  y = begin_page (print, handout);
  for (guint i = 0; i < handout->door->len; i++)
    {
      if (y + ROW > pln_print_bottom (print))
        y = begin_page (print, handout);
      add_guest (print, g_ptr_array_index (handout->door, i), y);
      y += ROW;
    }
}
