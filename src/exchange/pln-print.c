/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-print.h"

#include <pango/pangocairo.h>

#define FAMILY "Cantarell, sans-serif"
#define EDGE   3.0 /* points: the edge of a tinted box */
#define ROUND  3.0 /* points: its corners */
#define TINT   0.11

/* A text if it has one, else a box. */
typedef struct
{
  PangoLayout *text;
  PlnPrintBox  box;
  double       red;
  double       green;
  double       blue;
  double       x;
  double       y;
  double       width;
  double       height;
} Piece;

struct _PlnPrint
{
  PangoContext *context;
  double        width;
  double        height;
  GPtrArray    *pages; /* GArray of Piece */
  GArray       *page;  /* the one that is written */
};

static void
piece_clear (Piece *piece)
{
  g_clear_object (&piece->text);
}

/**
 * pln_print_new:
 * @width: of the paper, in points
 * @height: of the paper, in points
 *
 * Returns: (transfer full): no page yet
 */
PlnPrint *
pln_print_new (double width,
               double height)
{
  PlnPrint *print = g_new0 (PlnPrint, 1);
  PangoFontMap *fonts = pango_cairo_font_map_get_default (); /* of this thread */
  cairo_font_options_t *options = cairo_font_options_create ();

  print->width = width;
  print->height = height;
  print->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  print->context = pango_font_map_create_context (fonts);

  /* On paper letters stand where they belong, not where pixels are. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (print->context, options);
  pango_cairo_context_set_resolution (print->context, 72);
  pango_context_set_round_glyph_positions (print->context, FALSE);
  cairo_font_options_destroy (options);

  return print;
}

/**
 * pln_print_free:
 * @print: (transfer full): pages
 */
void
pln_print_free (PlnPrint *print)
{
  g_ptr_array_unref (print->pages);
  g_object_unref (print->context);
  g_free (print);
}

double
pln_print_get_width (PlnPrint *print)
{
  return print->width;
}

double
pln_print_get_height (PlnPrint *print)
{
  return print->height;
}

guint
pln_print_get_n_pages (PlnPrint *print)
{
  return print->pages->len;
}

/**
 * pln_print_add_page:
 * @print: pages
 *
 * Adds a page, onto which everything is written from now on.
 */
void
pln_print_add_page (PlnPrint *print)
{
  print->page = g_array_new (FALSE, TRUE, sizeof (Piece));
  g_array_set_clear_func (print->page, (GDestroyNotify) piece_clear);
  g_ptr_array_add (print->pages, print->page);
}

/**
 * pln_print_set_page:
 * @print: pages
 * @page: a page that is there, onto which everything is written from now on
 */
void
pln_print_set_page (PlnPrint *print,
                    guint     page)
{
  print->page = g_ptr_array_index (print->pages, page);
}

/**
 * pln_print_text_new:
 * @print: pages
 * @text: plain text
 * @size: in points
 * @is_bold: whether it is bold
 * @width: where it wraps, in points; negative: nowhere
 *
 * Returns: (transfer full): a text that can be measured and added
 */
PangoLayout *
pln_print_text_new (PlnPrint   *print,
                    const char *text,
                    double      size,
                    gboolean    is_bold,
                    double      width)
{
  PangoLayout *layout = pango_layout_new (print->context);
  PangoFontDescription *font = pango_font_description_from_string (FAMILY);

  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  pango_font_description_set_weight (font, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width >= 0 ? (int) (MAX (width, size) * PANGO_SCALE) : -1);
  pango_font_description_free (font);

  return layout;
}

/**
 * pln_print_text_limit:
 * @text: a text
 * @height: in points
 *
 * Cuts off what does not fit, with an ellipsis; the first line always stays.
 */
void
pln_print_text_limit (PangoLayout *text,
                      double       height)
{
  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (text, (int) (MAX (height, 1) * PANGO_SCALE));
}

/**
 * pln_print_text_height:
 * @text: a text
 *
 * Returns: its height in points
 */
double
pln_print_text_height (PangoLayout *text)
{
  int height;

  pango_layout_get_size (text, NULL, &height);

  return (double) height / PANGO_SCALE;
}

/**
 * pln_print_text_width:
 * @text: a text
 *
 * Returns: how wide it really is, in points
 */
double
pln_print_text_width (PangoLayout *text)
{
  PangoRectangle logical;

  pango_layout_get_extents (text, NULL, &logical);

  return (double) logical.width / PANGO_SCALE;
}

static double
channel (const char *colour,
         guint       at)
{
  int high = g_ascii_xdigit_value (colour[1 + 2 * at]), low = g_ascii_xdigit_value (colour[2 + 2 * at]);

  return (16 * high + low) / 255.0;
}

static Piece *
add (PlnPrint   *print,
     const char *colour,
     double      x,
     double      y)
{
  Piece piece = { .red = channel (colour, 0), .green = channel (colour, 1), .blue = channel (colour, 2), .x = x, .y = y };

  g_array_append_val (print->page, piece);

  return &g_array_index (print->page, Piece, print->page->len - 1);
}

/**
 * pln_print_add_text:
 * @print: pages
 * @text: (transfer full): a text
 * @colour: `#rrggbb`
 * @x: its left edge
 * @y: its upper edge
 */
void
pln_print_add_text (PlnPrint    *print,
                    PangoLayout *text,
                    const char  *colour,
                    double       x,
                    double       y)
{
  Piece *piece = add (print, colour, x, y);
  int width = pango_layout_get_width (text);

  piece->text = text;
  piece->width = width >= 0 ? (double) width / PANGO_SCALE : pln_print_text_width (text);
  piece->height = pln_print_text_height (text);
}

/**
 * pln_print_add_box:
 * @print: pages
 * @box: what it looks like
 * @colour: `#rrggbb`
 * @x: its left edge
 * @y: its upper edge
 * @width: in points
 * @height: in points
 */
void
pln_print_add_box (PlnPrint    *print,
                   PlnPrintBox  box,
                   const char  *colour,
                   double       x,
                   double       y,
                   double       width,
                   double       height)
{
  Piece *piece = add (print, colour, x, y);

  piece->box = box;
  piece->width = width;
  piece->height = height;
}

static void
round_rectangle (cairo_t     *cr,
                 const Piece *piece)
{
  double radius = MIN (ROUND, MIN (piece->width, piece->height) / 2);
  double right = piece->x + piece->width - radius, bottom = piece->y + piece->height - radius;
  double left = piece->x + radius, top = piece->y + radius;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right, top, radius, -G_PI_2, 0);
  cairo_arc (cr, right, bottom, radius, 0, G_PI_2);
  cairo_arc (cr, left, bottom, radius, G_PI_2, G_PI);
  cairo_arc (cr, left, top, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_tint (cairo_t     *cr,
           const Piece *piece)
{
  round_rectangle (cr, piece);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, 1 - TINT * (1 - piece->red), 1 - TINT * (1 - piece->green), 1 - TINT * (1 - piece->blue));
  cairo_paint (cr);
  cairo_set_source_rgb (cr, piece->red, piece->green, piece->blue);
  cairo_rectangle (cr, piece->x, piece->y, EDGE, piece->height);
  cairo_fill (cr);
}

static void
draw_hatch (cairo_t     *cr,
            const Piece *piece)
{
  round_rectangle (cr, piece);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, 0.93, 0.93, 0.94);
  cairo_set_line_width (cr, 2);
  for (double x = piece->x - piece->height; x < piece->x + piece->width; x += 7)
    {
      cairo_move_to (cr, x, piece->y + piece->height);
      cairo_line_to (cr, x + piece->height, piece->y);
    }
  cairo_stroke (cr);
}

static void
draw_cut (cairo_t     *cr,
          const Piece *piece)
{
  static const double dashes[] = { 5, 4 };

  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, MIN (piece->width, piece->height));
  cairo_move_to (cr, piece->x, piece->y);
  cairo_line_to (cr, piece->width > piece->height ? piece->x + piece->width : piece->x,
                 piece->width > piece->height ? piece->y : piece->y + piece->height);
  cairo_stroke (cr);
}

static void
draw_piece (cairo_t     *cr,
            const Piece *piece)
{
  cairo_save (cr);
  cairo_set_source_rgb (cr, piece->red, piece->green, piece->blue);
  if (piece->text != NULL)
    {
      cairo_move_to (cr, piece->x, piece->y);
      pango_cairo_show_layout (cr, piece->text);
    }
  else if (piece->box == PLN_PRINT_BOX_TINT)
    draw_tint (cr, piece);
  else if (piece->box == PLN_PRINT_BOX_HATCH)
    draw_hatch (cr, piece);
  else if (piece->box == PLN_PRINT_BOX_CUT)
    draw_cut (cr, piece);
  else
    {
      cairo_rectangle (cr, piece->x, piece->y, piece->width, piece->height);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

/**
 * pln_print_draw:
 * @print: pages
 * @cr: where to; one unit is a point
 * @page: the number of a page, counted from 0
 */
void
pln_print_draw (PlnPrint *print,
                cairo_t  *cr,
                guint     page)
{
  GArray *pieces = g_ptr_array_index (print->pages, page);

  for (guint i = 0; i < pieces->len; i++)
    draw_piece (cr, &g_array_index (pieces, Piece, i));
}

static gboolean
overlap (const Piece *a,
         const Piece *b)
{
  const double slack = 0.5;

  return a->x + slack < b->x + b->width && b->x + slack < a->x + a->width
         && a->y + slack < b->y + b->height && b->y + slack < a->y + a->height;
}

/**
 * pln_print_check:
 * @print: pages
 * @fault: (out) (transfer full): what is wrong
 *
 * Looks whether anything leaves its page, and whether a text stands on
 * another. Takes time in proportion to the square of what is on a page.
 *
 * Returns: %TRUE if all is well
 */
gboolean
pln_print_check (PlnPrint  *print,
                 char     **fault)
{
  for (guint i = 0; i < print->pages->len; i++)
    {
      GArray *pieces = g_ptr_array_index (print->pages, i);

      for (guint a = 0; a < pieces->len; a++)
        {
          const Piece *piece = &g_array_index (pieces, Piece, a);
          const char *text = piece->text != NULL ? pango_layout_get_text (piece->text) : "a box";

          if (piece->x < 0 || piece->y < 0 || piece->x + piece->width > print->width + 0.5
              || piece->y + piece->height > print->height + 0.5)
            {
              *fault = g_strdup_printf ("page %u: “%s” leaves the page: %g %g, %g × %g", i + 1, text, piece->x, piece->y,
                                        piece->width, piece->height);
              return FALSE;
            }
          for (guint b = 0; b < a && piece->text != NULL; b++)
            {
              const Piece *other = &g_array_index (pieces, Piece, b);

              if (other->text == NULL || !overlap (piece, other))
                continue;
              *fault = g_strdup_printf ("page %u: “%s” stands on “%s”", i + 1, text, pango_layout_get_text (other->text));
              return FALSE;
            }
        }
    }

  return TRUE;
}
