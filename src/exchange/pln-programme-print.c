/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-programme-print.h"

#include "pln-pages-private.h"
#include "pln-print-programme.h"

/**
 * pln_programme_pages_new:
 * @programme: a programme, of which nothing is needed afterwards
 * @layout: how
 * @width: of the paper as it is held, in points
 * @height: of the paper, in points
 *
 * Puts a programme on pages. Nothing is cut but a title that is longer than a
 * page, and no two things stand on each other.
 *
 * Returns: (transfer full): the pages, one at least
 */
PlnPages *
pln_programme_pages_new (const PlnProgramme *programme,
                         PlnProgrammeLayout  layout,
                         double              width,
                         double              height)
{
  PlnPrint *print = pln_print_new (width, height);

  switch (layout)
    {
    case PLN_PROGRAMME_DAYS:
      pln_print_days (print, programme);
      break;
    case PLN_PROGRAMME_ROOMS:
      pln_print_rooms (print, programme);
      break;
    case PLN_PROGRAMME_LIST:
    default:
      pln_print_list (print, programme);
    }
  pln_print_programme_feet (print, programme);

  return pln_pages_new (print);
}

static GBytes *
print_pdf (const PlnProgramme *programme,
           PlnProgrammeLayout  layout)
{
  g_autoptr(PlnPages) pages = NULL;
  double width, height;

  pln_pages_find_paper (layout == PLN_PROGRAMME_DAYS, &width, &height);
  pages = pln_programme_pages_new (programme, layout, width, height);

  return pln_pages_to_pdf (pages, programme->title);
}

/**
 * pln_programme_print_list:
 * @programme: a programme
 * @address: (nullable): not needed
 *
 * Returns: (transfer full): the whole programme as a PDF, on the paper of the
 *   country
 */
GBytes *
pln_programme_print_list (const PlnProgramme *programme,
                          const char         *address)
{
  return print_pdf (programme, PLN_PROGRAMME_LIST);
}

/**
 * pln_programme_print_days:
 * @programme: a programme
 * @address: (nullable): not needed
 *
 * Returns: (transfer full): a PDF with a grid of rooms and time a day
 */
GBytes *
pln_programme_print_days (const PlnProgramme *programme,
                          const char         *address)
{
  return print_pdf (programme, PLN_PROGRAMME_DAYS);
}

/**
 * pln_programme_print_rooms:
 * @programme: a programme
 * @address: (nullable): not needed
 *
 * Returns: (transfer full): a PDF with a sheet for each door and day
 */
GBytes *
pln_programme_print_rooms (const PlnProgramme *programme,
                           const char         *address)
{
  return print_pdf (programme, PLN_PROGRAMME_ROOMS);
}
