/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

#define PLN_PRINT_MARGIN 36.0 /* points */

/* Inks that are no own colour. */
#define PLN_PRINT_BLACK "#1e1e1e"
#define PLN_PRINT_DIM   "#55535b"
#define PLN_PRINT_LINE  "#c9c7cc"

/**
 * PlnPrintBox:
 * @PLN_PRINT_BOX_FULL: a line or a rectangle, filled
 * @PLN_PRINT_BOX_TINT: round corners, filled with a tint of the colour, its edge
 *   in full
 * @PLN_PRINT_BOX_HATCH: hatched: a break
 * @PLN_PRINT_BOX_CUT: a dashed line along the longer side, where paper is cut
 */
typedef enum
{
  PLN_PRINT_BOX_FULL,
  PLN_PRINT_BOX_TINT,
  PLN_PRINT_BOX_HATCH,
  PLN_PRINT_BOX_CUT,
} PlnPrintBox;

/**
 * PlnPrint:
 *
 * Pages of texts and boxes, measured in points. What is on them is fixed
 * before the first is drawn, so that they can be counted. For one thread.
 */
typedef struct _PlnPrint PlnPrint;

PlnPrint    *pln_print_new         (double        width,
                                    double        height);
void         pln_print_free        (PlnPrint     *print);
double       pln_print_get_width   (PlnPrint     *print);
double       pln_print_get_height  (PlnPrint     *print);

guint        pln_print_get_n_pages (PlnPrint     *print);
void         pln_print_add_page    (PlnPrint     *print);
void         pln_print_set_page    (PlnPrint     *print,
                                    guint         page);
PangoLayout *pln_print_text_new    (PlnPrint     *print,
                                    const char   *text,
                                    double        size,
                                    gboolean      is_bold,
                                    double        width);
void         pln_print_text_limit  (PangoLayout  *text,
                                    double        height);
double       pln_print_text_height (PangoLayout  *text);
double       pln_print_text_width  (PangoLayout  *text);
void         pln_print_add_text    (PlnPrint     *print,
                                    PangoLayout  *text,
                                    const char   *colour,
                                    double        x,
                                    double        y);
void         pln_print_add_box     (PlnPrint     *print,
                                    PlnPrintBox   box,
                                    const char   *colour,
                                    double        x,
                                    double        y,
                                    double        width,
                                    double        height);

void         pln_print_draw        (PlnPrint     *print,
                                    cairo_t      *cr,
                                    guint         page);
gboolean     pln_print_check       (PlnPrint     *print,
                                    char        **fault);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnPrint, pln_print_free)

G_END_DECLS
