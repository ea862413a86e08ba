/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-programme-print.h"

#include "pln-clock.h"
#include "pln-config.h"
#include "pln-print-programme.h"

#include <cairo-pdf.h>
#include <langinfo.h>

#define POINTS_A_MM (72 / 25.4)

struct _PlnProgrammePages
{
  PlnPrint *print;
};

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
PlnProgrammePages *
pln_programme_pages_new (const PlnProgramme *programme,
                         PlnProgrammeLayout  layout,
                         double              width,
                         double              height)
{
  PlnProgrammePages *pages = g_new (PlnProgrammePages, 1);

  pages->print = pln_print_new (width, height);
  switch (layout)
    {
    case PLN_PROGRAMME_DAYS:
      pln_print_days (pages->print, programme);
      break;
    case PLN_PROGRAMME_ROOMS:
      pln_print_rooms (pages->print, programme);
      break;
    case PLN_PROGRAMME_LIST:
    default:
      pln_print_list (pages->print, programme);
    }
  pln_print_feet (pages->print, programme);

  return pages;
}

/**
 * pln_programme_pages_free:
 * @pages: (transfer full): pages
 */
void
pln_programme_pages_free (PlnProgrammePages *pages)
{
  pln_print_free (pages->print);
  g_free (pages);
}

guint
pln_programme_pages_get_n (PlnProgrammePages *pages)
{
  return pln_print_get_n_pages (pages->print);
}

/**
 * pln_programme_pages_draw:
 * @pages: pages
 * @cr: where to; one unit is a point
 * @page: the number of a page, counted from 0
 */
void
pln_programme_pages_draw (PlnProgrammePages *pages,
                          cairo_t           *cr,
                          guint              page)
{
  pln_print_draw (pages->print, cr, page);
}

/**
 * pln_programme_pages_check:
 * @pages: pages
 * @fault: (out) (transfer full): what is wrong
 *
 * Looks whether all can be read. For tests.
 *
 * Returns: %TRUE if all is well
 */
gboolean
pln_programme_pages_check (PlnProgrammePages  *pages,
                           char              **fault)
{
  return pln_print_check (pages->print, fault);
}

/* The paper of the country, in points, as it is held. */
static void
find_paper (gboolean  is_wide,
            double   *width,
            double   *height)
{
  double narrow = (double) GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_WIDTH)) * POINTS_A_MM;
  double long_side = (double) GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_HEIGHT)) * POINTS_A_MM;

  *width = is_wide ? long_side : narrow;
  *height = is_wide ? narrow : long_side;
}

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
print_pdf (const PlnProgramme *programme,
           PlnProgrammeLayout  layout)
{
  GByteArray *content = g_byte_array_new ();
  g_autoptr(PlnProgrammePages) pages = NULL;
  g_autoptr(GDateTime) now = g_date_time_new_from_unix_utc (pln_clock_now ());
  g_autofree char *stamp = g_date_time_format (now, "%FT%TZ");
  cairo_surface_t *surface;
  cairo_t *cr;
  double width, height;

  find_paper (layout == PLN_PROGRAMME_DAYS, &width, &height);
  pages = pln_programme_pages_new (programme, layout, width, height);
  surface = cairo_pdf_surface_create_for_stream (write_cb, content, width, height);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, programme->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Plenary " PLN_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
  cr = cairo_create (surface);
  for (guint i = 0; i < pln_programme_pages_get_n (pages); i++)
    {
      pln_programme_pages_draw (pages, cr, i);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (content);
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
