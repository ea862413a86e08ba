/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-pages-private.h"

#include "pln-clock.h"
#include "pln-config.h"

#include <cairo-pdf.h>
#include <langinfo.h>

#define POINTS_A_MM (72 / 25.4)

struct _PlnPages
{
  PlnPrint *print;
};

/* @print: (transfer full) */
PlnPages *
pln_pages_new (PlnPrint *print)
{
  PlnPages *pages = g_new (PlnPages, 1);

  pages->print = print;

  return pages;
}

/**
 * pln_pages_free:
 * @pages: (transfer full): pages
 */
void
pln_pages_free (PlnPages *pages)
{
  pln_print_free (pages->print);
  g_free (pages);
}

guint
pln_pages_get_n (PlnPages *pages)
{
  return pln_print_get_n_pages (pages->print);
}

/**
 * pln_pages_draw:
 * @pages: pages
 * @cr: where to; one unit is a point
 * @page: the number of a page, counted from 0
 */
void
pln_pages_draw (PlnPages *pages,
                cairo_t  *cr,
                guint     page)
{
  pln_print_draw (pages->print, cr, page);
}

/**
 * pln_pages_check:
 * @pages: pages
 * @fault: (out) (transfer full): what is wrong
 *
 * Looks whether all can be read. For tests.
 *
 * Returns: %TRUE if all is well
 */
gboolean
pln_pages_check (PlnPages  *pages,
                 char     **fault)
{
  return pln_print_check (pages->print, fault);
}

/**
 * pln_pages_find_paper:
 * @is_wide: whether it is held wide
 * @width: (out): in points
 * @height: (out): in points
 *
 * Finds the paper of the country.
 */
void
pln_pages_find_paper (gboolean  is_wide,
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

/**
 * pln_pages_to_pdf:
 * @pages: pages
 * @title: what they are
 *
 * Returns: (transfer full): a PDF
 */
GBytes *
pln_pages_to_pdf (PlnPages   *pages,
                  const char *title)
{
  GByteArray *content = g_byte_array_new ();
  g_autoptr(GDateTime) now = g_date_time_new_from_unix_utc (pln_clock_now ());
  g_autofree char *stamp = g_date_time_format (now, "%FT%TZ");
  cairo_surface_t *surface;
  cairo_t *cr;

  surface = cairo_pdf_surface_create_for_stream (write_cb, content, pln_print_get_width (pages->print),
                                                 pln_print_get_height (pages->print));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Plenary " PLN_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
  cr = cairo_create (surface);
  for (guint i = 0; i < pln_pages_get_n (pages); i++)
    {
      pln_pages_draw (pages, cr, i);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (content);
}
