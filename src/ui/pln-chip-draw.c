/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-chip-private.h"

#include "pln-style.h"

#include <adwaita.h>
#include <math.h>

#define RADIUS      6
#define ICON        14
#define ICON_GAP    3
#define BADGE_WIDTH 22
#define DOT         6
#define ROOM_FOR_LOOP 100 /* in a narrower chip the title needs it more */
#define FONT_SIZE   9 /* points, as in plenary.css */

/* What one picture of a chip needs to know. */
typedef struct
{
  PlnChip        *chip;
  GtkWidget      *widget;
  GtkSnapshot    *snapshot;
  int             width;
  int             height;
  gboolean        mirrored;
  gboolean        contrast;
  gboolean        dark;
  GdkRGBA         own;
  GskRoundedRect  outline;
} Canvas;

static const GdkRGBA amber = { 0xe5 / 255.0f, 0xa5 / 255.0f, 0x0a / 255.0f, 1 };
static const GdkRGBA on_amber = { 0x24 / 255.0f, 0x1f / 255.0f, 0, 1 };

/* Where something begins that is @width wide and stands @x from the side where
 * reading begins. */
static float
place (const Canvas *canvas,
       float         x,
       float         width)
{
  return canvas->mirrored ? canvas->width - x - width : x;
}

static GdkRGBA
mixed (const GdkRGBA *ground,
       const GdkRGBA *colour,
       float          part)
{
  return (GdkRGBA) {
    ground->red + (colour->red - ground->red) * part,
    ground->green + (colour->green - ground->green) * part,
    ground->blue + (colour->blue - ground->blue) * part,
    1,
  };
}

static void
look_up (const Canvas *canvas,
         const char   *name,
         GdkRGBA      *colour)
{
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (canvas->widget), name, colour))
    *colour = (GdkRGBA) { 0.5, 0.5, 0.5, 1 };
}

static void
shape (Canvas *canvas)
{
  gboolean at_left = (canvas->chip->flags & PLN_CHIP_FROM_BEFORE) == 0;
  gboolean at_right = (canvas->chip->flags & PLN_CHIP_GOES_ON) == 0;
  float radius = MIN (RADIUS, canvas->height / 2.0f);
  graphene_size_t left, right;

  if (canvas->mirrored)
    {
      gboolean swap = at_left;

      at_left = at_right;
      at_right = swap;
    }

  left = at_left ? GRAPHENE_SIZE_INIT (radius, radius) : GRAPHENE_SIZE_INIT (0, 0);
  right = at_right ? GRAPHENE_SIZE_INIT (radius, radius) : GRAPHENE_SIZE_INIT (0, 0);
  gsk_rounded_rect_init (&canvas->outline, &GRAPHENE_RECT_INIT (0, 0, canvas->width, canvas->height),
                         &left, &right, &right, &left);
}

static void
draw_hatch (Canvas                *canvas,
            const graphene_rect_t *area)
{
  GdkRGBA ink;
  GdkRGBA none;

  look_up (canvas, "window_fg_color", &ink);
  none = ink;
  ink.alpha = 0.05f;
  none.alpha = 0;
  gtk_snapshot_append_repeating_linear_gradient (canvas->snapshot, area, &area->origin,
                                                 &GRAPHENE_POINT_INIT (area->origin.x + 5 * G_SQRT2, area->origin.y + 5 * G_SQRT2),
                                                 (GskColorStop[]) { { 0, none }, { 0.5, none }, { 0.5, ink }, { 1, ink } }, 4);
}

static void
draw_edge (Canvas *canvas)
{
  PlnChip *chip = canvas->chip;
  guint n = chip->edge != NULL ? g_strv_length (chip->edge) : 0;
  float x = place (canvas, 0, PLN_CHIP_EDGE);

  if (n == 0)
    {
      gtk_snapshot_append_color (canvas->snapshot, &canvas->own, &GRAPHENE_RECT_INIT (x, 0, PLN_CHIP_EDGE, canvas->height));
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      float top = (float) canvas->height * (float) i / (float) n;
      float bottom = (float) canvas->height * (float) (i + 1) / (float) n - (i + 1 < n ? 1.5f : 0);
      GdkRGBA colour;

      pln_style_colour (canvas->widget, chip->edge[i], &colour);
      gtk_snapshot_append_color (canvas->snapshot, &colour, &GRAPHENE_RECT_INIT (x, top, PLN_CHIP_EDGE, bottom - top));
    }
}

static void
draw_dashes (Canvas        *canvas,
             const GdkRGBA *colour)
{
  cairo_t *cr = gtk_snapshot_append_cairo (canvas->snapshot, &canvas->outline.bounds);
  double right = canvas->width - 1;
  double bottom = canvas->height - 1;
  double radius = MAX (MIN (RADIUS, canvas->height / 2.0) - 1, 0.5);

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, 1 + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, 1 + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, 1 + radius, 1 + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, canvas->contrast ? 2 : 1.5);
  cairo_set_dash (cr, (double[]) { 4, 3 }, 2, 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
draw_frame (Canvas        *canvas,
            const GdkRGBA *colour)
{
  gtk_snapshot_append_border (canvas->snapshot, &canvas->outline, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { *colour, *colour, *colour, *colour });
}

static void
fill (Canvas *canvas)
{
  PlnChipStyle style = canvas->chip->style;
  const graphene_rect_t *area = &canvas->outline.bounds;
  GdkRGBA ground;

  look_up (canvas, "view_bg_color", &ground);
  if (style == PLN_CHIP_SOLID)
    gtk_snapshot_append_color (canvas->snapshot, &canvas->own, area);
  else if (canvas->contrast)
    gtk_snapshot_append_color (canvas->snapshot, &ground, area);
  else if (style == PLN_CHIP_TINT)
    {
      GdkRGBA tint = mixed (&ground, &canvas->own, canvas->dark ? 0.24f : 0.13f);

      gtk_snapshot_append_color (canvas->snapshot, &tint, area);
    }
  else if (style == PLN_CHIP_BREAK)
    {
      look_up (canvas, "window_bg_color", &ground);
      gtk_snapshot_append_color (canvas->snapshot, &ground, area);
      draw_hatch (canvas, area);
    }
}

static void
draw_ground (Canvas *canvas)
{
  PlnChip *chip = canvas->chip;
  GtkStateFlags state = gtk_widget_get_state_flags (canvas->widget);
  gboolean framed = canvas->contrast && chip->style != PLN_CHIP_SOLID && chip->style != PLN_CHIP_ACTION;
  GdkRGBA dashes;

  gtk_snapshot_push_rounded_clip (canvas->snapshot, &canvas->outline);
  fill (canvas);
  if (chip->style == PLN_CHIP_TINT && (chip->flags & PLN_CHIP_FROM_BEFORE) == 0)
    draw_edge (canvas);
  if ((state & GTK_STATE_FLAG_PRELIGHT) != 0)
    gtk_snapshot_append_color (canvas->snapshot,
                               &(GdkRGBA) { canvas->dark ? 1 : 0, canvas->dark ? 1 : 0, canvas->dark ? 1 : 0, 0.05f },
                               &canvas->outline.bounds);
  gtk_snapshot_pop (canvas->snapshot);

  if (chip->style == PLN_CHIP_TINT)
    dashes = canvas->own;
  else
    pln_style_colour (canvas->widget, chip->style == PLN_CHIP_SOLID ? "solid_fg" : "dim", &dashes);
  if ((chip->flags & PLN_CHIP_DRAFT) != 0 || (framed && chip->style == PLN_CHIP_BREAK))
    draw_dashes (canvas, &dashes);
  else if (framed)
    draw_frame (canvas, &canvas->own);
  if ((chip->flags & PLN_CHIP_CLASH) != 0)
    draw_frame (canvas, &amber);
}

static void
draw_icon (Canvas        *canvas,
           const char    *name,
           const GdkRGBA *colour,
           float          x,
           float          y,
           int            size)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (canvas->widget));
  g_autoptr(GtkIconPaintable) icon =
    gtk_icon_theme_lookup_icon (theme, name, NULL, size, gtk_widget_get_scale_factor (canvas->widget),
                                gtk_widget_get_direction (canvas->widget), 0);

  gtk_snapshot_save (canvas->snapshot);
  gtk_snapshot_translate (canvas->snapshot, &GRAPHENE_POINT_INIT (place (canvas, x, size), y));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), GDK_SNAPSHOT (canvas->snapshot), size, size, colour, 1);
  gtk_snapshot_restore (canvas->snapshot);
}

static void
draw_check (Canvas *canvas)
{
  float x = place (canvas, PLN_CHIP_EDGE, PLN_CHIP_CHECK);
  float y = floorf ((canvas->height - PLN_CHIP_CHECK) / 2.0f);
  GskRoundedRect box;
  GdkRGBA colour;

  gsk_rounded_rect_init_from_rect (&box, &GRAPHENE_RECT_INIT (x, y, PLN_CHIP_CHECK, PLN_CHIP_CHECK), 3);
  if ((canvas->chip->flags & PLN_CHIP_DONE) != 0)
    {
      pln_style_colour (canvas->widget, "suggested", &colour);
      gtk_snapshot_push_rounded_clip (canvas->snapshot, &box);
      gtk_snapshot_append_color (canvas->snapshot, &colour, &box.bounds);
      gtk_snapshot_pop (canvas->snapshot);
      draw_icon (canvas, "object-select-symbolic", &(GdkRGBA) { 1, 1, 1, 1 }, PLN_CHIP_EDGE + 1, y + 1, PLN_CHIP_CHECK - 2);
      return;
    }

  pln_style_colour (canvas->widget, "dim", &colour);
  gtk_snapshot_append_border (canvas->snapshot, &box, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { colour, colour, colour, colour });
}

static void
draw_badge (Canvas *canvas)
{
  int height = MIN (18, canvas->height - 4);
  float x = place (canvas, canvas->width - BADGE_WIDTH - 4, BADGE_WIDTH);
  float y = canvas->height < 30 ? (canvas->height - height) / 2.0f : 4;
  GskRoundedRect badge;

  if (height < 8)
    return;

  gsk_rounded_rect_init_from_rect (&badge, &GRAPHENE_RECT_INIT (x, y, BADGE_WIDTH, height), height / 2.0f);
  gtk_snapshot_push_rounded_clip (canvas->snapshot, &badge);
  gtk_snapshot_append_color (canvas->snapshot, &amber, &badge.bounds);
  gtk_snapshot_pop (canvas->snapshot);
  draw_icon (canvas, "dialog-warning-symbolic", &on_amber, canvas->width - 4 - (BADGE_WIDTH + height - 4) / 2.0f,
             y + 2, height - 4);
}

static void
draw_dot (Canvas *canvas,
          float   x,
          int     line_height)
{
  float y = canvas->chip->n_lines > 1 ? PLN_CHIP_PAD_Y + (line_height - DOT) / 2.0f : (canvas->height - DOT) / 2.0f;
  GskRoundedRect dot;
  GdkRGBA colour;

  pln_style_colour (canvas->widget, canvas->chip->style == PLN_CHIP_SOLID ? "solid_fg" : "now", &colour);
  gsk_rounded_rect_init_from_rect (&dot, &GRAPHENE_RECT_INIT (place (canvas, x, DOT), y, DOT, DOT), DOT / 2.0f);
  gtk_snapshot_push_rounded_clip (canvas->snapshot, &dot);
  gtk_snapshot_append_color (canvas->snapshot, &colour, &dot.bounds);
  gtk_snapshot_pop (canvas->snapshot);
}

static void
add_attribute (PangoAttrList  *attributes,
               PangoAttribute *attribute,
               gsize           from,
               gsize           to)
{
  attribute->start_index = (guint) from;
  attribute->end_index = (guint) to;
  pango_attr_list_insert (attributes, attribute);
}

static void
add_colour (PangoAttrList *attributes,
            const GdkRGBA *colour,
            gsize          from,
            gsize          to)
{
  if (from < to)
    add_attribute (attributes, pango_attr_foreground_new ((guint16) (colour->red * 65535), (guint16) (colour->green * 65535),
                                                          (guint16) (colour->blue * 65535)), from, to);
}

/* Every text begins at the side where reading begins, whatever its script. */
static void
align (Canvas      *canvas,
       PangoLayout *layout)
{
  gboolean backwards = pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;

  pango_layout_set_alignment (layout, backwards == canvas->mirrored ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
}

static gboolean
is_dim (PlnChip *chip)
{
  return chip->style == PLN_CHIP_BREAK || (chip->flags & PLN_CHIP_DONE) != 0;
}

/* Lead, title and brief are one layout, so that one ellipsis is enough. */
static void
make_text (Canvas *canvas,
           int     n_lines)
{
  PlnChip *chip = canvas->chip;
  gboolean in_line = (chip->flags & PLN_CHIP_LINE) != 0;
  gboolean lead = chip->lead != NULL && (in_line || n_lines > 1);
  gboolean brief = chip->brief != NULL && !in_line && n_lines == 1;
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr(GString) text = g_string_new (lead ? chip->lead : NULL);
  gsize title_from, title_to;
  GdkRGBA dim;

  if (lead)
    g_string_append_c (text, in_line ? ' ' : '\n');
  title_from = text->len;
  g_string_append (text, chip->title);
  title_to = text->len;
  if (brief)
    g_string_append_printf (text, " · %s", chip->brief);

  if (chip->style == PLN_CHIP_SOLID || !in_line)
    add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), title_from, title_to);
  if ((chip->flags & PLN_CHIP_DONE) != 0)
    add_attribute (attributes, pango_attr_strikethrough_new (TRUE), title_from, title_to);
  pln_style_colour (canvas->widget, "dim", &dim);
  if (chip->style != PLN_CHIP_SOLID)
    {
      add_colour (attributes, &dim, 0, is_dim (chip) ? title_to : title_from);
      add_colour (attributes, &dim, title_to, text->len);
    }

  chip->text = gtk_widget_create_pango_layout (canvas->widget, text->str);
  pango_layout_set_attributes (chip->text, attributes);
  pango_layout_set_ellipsize (chip->text, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (chip->text, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (chip->text, n_lines > 1 ? -MAX (n_lines - (lead ? 1 : 0), 1) : -1);
  align (canvas, chip->text);
}

static void
make_meta (Canvas *canvas,
           int     n_lines)
{
  PlnChip *chip = canvas->chip;
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  GdkRGBA dim;

  pln_style_colour (canvas->widget, "dim", &dim);
  if (chip->style != PLN_CHIP_SOLID)
    add_colour (attributes, &dim, 0, G_MAXUINT);
  chip->meta_text = gtk_widget_create_pango_layout (canvas->widget, chip->meta);
  pango_layout_set_attributes (chip->meta_text, attributes);
  pango_layout_set_ellipsize (chip->meta_text, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (chip->meta_text, -1);
  align (canvas, chip->meta_text);
}

/* Whole lines only. */
static int
lines_in (PlnChip *chip,
          int      height,
          int      line_height)
{
  if (height < line_height || line_height == 0)
    return 0;
  if ((chip->flags & PLN_CHIP_LINE) != 0 || chip->style == PLN_CHIP_ACTION)
    return 1;

  return MAX ((height - 2 * PLN_CHIP_PAD_Y) / line_height, 1);
}

static void
lay_out (Canvas *canvas,
         int     n_lines,
         int     text_width,
         int     meta_width)
{
  PlnChip *chip = canvas->chip;
  int used;

  if (chip->text != NULL && chip->n_lines == n_lines && chip->text_width == text_width)
    return;

  if (chip->n_lines != n_lines)
    {
      g_clear_object (&chip->text);
      g_clear_object (&chip->meta_text);
    }
  chip->n_lines = n_lines;
  chip->text_width = text_width;
  if (chip->text == NULL)
    make_text (canvas, n_lines);
  pango_layout_set_width (chip->text, text_width * PANGO_SCALE);

  used = pango_layout_get_line_count (chip->text);
  if (chip->meta == NULL || used >= n_lines)
    {
      g_clear_object (&chip->meta_text);
      return;
    }
  if (chip->meta_text == NULL)
    make_meta (canvas, n_lines - used);
  pango_layout_set_width (chip->meta_text, meta_width * PANGO_SCALE);
}

static void
draw_layout (Canvas        *canvas,
             PangoLayout   *layout,
             const GdkRGBA *colour,
             float          x,
             float          y)
{
  gtk_snapshot_save (canvas->snapshot);
  gtk_snapshot_translate (canvas->snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (canvas->snapshot, layout, colour);
  gtk_snapshot_restore (canvas->snapshot);
}

/* Of meta, so many lines as are left, each a paragraph with its own ellipsis. */
static void
draw_meta (Canvas        *canvas,
           const GdkRGBA *colour,
           float          x,
           float          y,
           int            n_lines,
           int            line_height)
{
  PangoLayout *layout = canvas->chip->meta_text;
  int width = canvas->width;

  gtk_snapshot_push_clip (canvas->snapshot, &GRAPHENE_RECT_INIT (0, y, width, n_lines * line_height));
  draw_layout (canvas, layout, colour, x, y);
  gtk_snapshot_pop (canvas->snapshot);
}

/* Beside the title's last line, towards the end of the chip: what is written
 * from right to left may stand in one that is not, and the other way round. */
static void
draw_loop (Canvas        *canvas,
           const GdkRGBA *colour,
           int            start,
           float          y,
           int            line_height)
{
  PangoLayout *layout = canvas->chip->text;
  int last = pango_layout_get_line_count (layout) - 1;
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoRectangle area;
  int before;

  while (pango_layout_iter_next_line (iter))
    ;
  pango_layout_iter_get_line_extents (iter, NULL, &area);
  pango_layout_iter_free (iter);
  pango_extents_to_pixels (&area, NULL);
  before = canvas->mirrored ? canvas->chip->text_width - area.x : area.x + area.width;
  draw_icon (canvas, "pln-recurring-symbolic", colour, (float) (start + MIN (before, canvas->chip->text_width) + ICON_GAP),
             y + (float) (last * line_height) + (float) (line_height - 12) / 2, 12);
}

static void
draw_text (Canvas *canvas,
           int     n_lines,
           int     line_height)
{
  PlnChip *chip = canvas->chip;
  int start = chip->style == PLN_CHIP_ACTION ? PLN_CHIP_EDGE + PLN_CHIP_CHECK + 5 : PLN_CHIP_EDGE + PLN_CHIP_PAD_X;
  int end = canvas->width - PLN_CHIP_PAD_X;
  int meta_end = end;
  int loop = (chip->flags & PLN_CHIP_RECURRING) != 0 && canvas->width >= ROOM_FOR_LOOP ? ICON + ICON_GAP : 0;
  float y;
  GdkRGBA colour;

  if (chip->style == PLN_CHIP_SOLID)
    pln_style_colour (canvas->widget, "solid_fg", &colour);
  else
    gtk_style_context_get_color (gtk_widget_get_style_context (canvas->widget), &colour);

  if ((chip->flags & PLN_CHIP_CLASH) != 0)
    end -= BADGE_WIDTH + ICON_GAP;
  if ((chip->flags & PLN_CHIP_OPENS) != 0)
    {
      end -= ICON;
      draw_icon (canvas, canvas->mirrored ? "go-previous-symbolic" : "go-next-symbolic", &colour, (float) end,
                 n_lines > 1 ? PLN_CHIP_PAD_Y + (float) (line_height - 12) / 2 : (float) (canvas->height - 12) / 2, 12);
    }
  if ((chip->flags & PLN_CHIP_NOW) != 0)
    {
      end -= DOT;
      draw_dot (canvas, (float) end, line_height);
      end -= ICON_GAP;
    }
  if (end - loop <= start)
    return;

  lay_out (canvas, n_lines, end - start - loop, meta_end - start);
  y = n_lines == 1 ? floorf ((float) (canvas->height - line_height) / 2) : PLN_CHIP_PAD_Y;
  draw_layout (canvas, chip->text, &colour, place (canvas, (float) start, (float) chip->text_width), y);
  if (loop > 0)
    draw_loop (canvas, &colour, start, y, line_height);
  if (chip->meta_text != NULL)
    {
      int used = pango_layout_get_line_count (chip->text);

      draw_meta (canvas, &colour, place (canvas, (float) start, (float) (meta_end - start)),
                 y + (float) (used * line_height), n_lines - used, line_height);
    }
}

/* (internal): The height of a line of a chip's text, in pixels. */
int
pln_chip_line_height (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  g_autoptr(PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (context));
  PangoFontMetrics *metrics;
  int height;

  pango_font_description_set_size (font, FONT_SIZE * PANGO_SCALE);
  metrics = pango_context_get_metrics (context, font, NULL);
  height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));
  pango_font_metrics_unref (metrics);

  return height;
}

/* (internal): Draws all but the entry. */
void
pln_chip_draw (PlnChip     *self,
               GtkSnapshot *snapshot)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkWidget *widget = GTK_WIDGET (self);
  Canvas canvas = {
    .chip = self,
    .widget = widget,
    .snapshot = snapshot,
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
    .mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
    .contrast = adw_style_manager_get_high_contrast (manager),
    .dark = adw_style_manager_get_dark (manager),
  };
  int line_height = pln_chip_line_height (widget);
  int n_lines = lines_in (self, canvas.height, line_height);

  pln_style_colour (widget, self->colour, &canvas.own);
  shape (&canvas);
  draw_ground (&canvas);
  if (self->style == PLN_CHIP_ACTION)
    draw_check (&canvas);
  if (n_lines > 0 && self->entry == NULL)
    draw_text (&canvas, n_lines, line_height);
  if ((self->flags & PLN_CHIP_CLASH) != 0)
    draw_badge (&canvas);
}
