/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-time-grid-private.h"

#include "pln-clock.h"
#include "pln-style.h"

#include <math.h>

#define FREE_UNTIL  540  /* minutes of the clock: people work from 9 to 18 */
#define FREE_FROM   1080
#define HALF_HOURS  72   /* from this height of an hour on, its half has a line, too */

typedef struct
{
  PlnTimeGrid *grid;
  GtkSnapshot *snapshot;
  int          width;
  int          height;
  GdkRGBA      view;
  GdkRGBA      shade;
  GdkRGBA      line;
} Canvas;

static void
look_up (PlnTimeGrid *self,
         const char  *name,
         GdkRGBA     *colour)
{
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), name, colour))
    *colour = (GdkRGBA) { 0.5, 0.5, 0.5, 1 };
}

static void
draw_area (Canvas        *canvas,
           const GdkRGBA *colour,
           double         x,
           double         y,
           double         width,
           double         height)
{
  if (width > 0 && height > 0)
    gtk_snapshot_append_color (canvas->snapshot, colour, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static double
y_of_clock (Canvas *canvas,
            int     minutes)
{
  PlnDayAxis *axis = canvas->grid->axis;

  for (double place = pln_day_axis_get_start (axis); place <= pln_day_axis_get_end (axis); place += 15)
    if (pln_day_axis_clock (axis, place, NULL) >= minutes)
      return round (pln_time_grid_place_to_y (canvas->grid, place));

  return canvas->height;
}

static void
draw_holes (Canvas *canvas,
            guint   column,
            double  x,
            double  width)
{
  PlnTimeGrid *self = canvas->grid;
  GdkRGBA ink = canvas->line;
  GdkRGBA none = { ink.red, ink.green, ink.blue, 0 };
  double from, to;

  for (guint n = 0; pln_day_axis_get_hole (self->axis, column, n, &from, &to); n++)
    {
      double y = pln_time_grid_place_to_y (self, from);
      graphene_rect_t area = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width,
                                                 (float) (pln_time_grid_place_to_y (self, to) - y));

      draw_area (canvas, &canvas->shade, area.origin.x, area.origin.y, area.size.width, area.size.height);
      gtk_snapshot_append_repeating_linear_gradient (canvas->snapshot, &area, &area.origin,
                                                     &GRAPHENE_POINT_INIT (area.origin.x + 6, area.origin.y + 6),
                                                     (GskColorStop[]) { { 0, none }, { 0.8f, none }, { 0.8f, ink }, { 1, ink } }, 4);
    }
}

static void
draw_columns (Canvas *canvas)
{
  PlnTimeGrid *self = canvas->grid;
  double morning = y_of_clock (canvas, FREE_UNTIL);
  double evening = y_of_clock (canvas, FREE_FROM);

  draw_area (canvas, &canvas->shade, 0, 0, canvas->width, canvas->height);
  for (guint i = 0; i < self->columns->len; i++)
    {
      int x, width;

      pln_time_grid_get_column_area (self, i, &x, &width);
      if (!g_array_index (self->columns, PlnTimeGridColumn, i).is_free)
        draw_area (canvas, &canvas->view, x, morning, width, evening - morning);
      draw_holes (canvas, i, x, width);
    }
}

static void
draw_lines (Canvas *canvas)
{
  PlnTimeGrid *self = canvas->grid;
  GdkRGBA half = canvas->line;
  double end = pln_day_axis_get_end (self->axis);

  half.alpha *= 0.55f;
  for (double place = pln_day_axis_get_start (self->axis); place < end; place += 1)
    {
      int minute = pln_day_axis_clock (self->axis, place, NULL) % 60;
      double y = round (pln_time_grid_place_to_y (self, place));

      if (minute == 0)
        draw_area (canvas, &canvas->line, 0, y, canvas->width, 1);
      else if (minute % 30 == 0 && self->hour_height >= HALF_HOURS)
        draw_area (canvas, &half, 0, y, canvas->width, 1);
    }

  for (guint i = 1; i < self->columns->len; i++)
    {
      int x, width;

      pln_time_grid_get_column_area (self, i, &x, &width);
      if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
        x += width;
      draw_area (canvas, &canvas->line, x - 1, 0, 1, canvas->height);
    }
}

/* Ground, free hours, hours that are missing, lines. */
void
pln_time_grid_draw_ground (PlnTimeGrid *self,
                           GtkSnapshot *snapshot)
{
  Canvas canvas = {
    .grid = self,
    .snapshot = snapshot,
    .width = gtk_widget_get_width (GTK_WIDGET (self)),
    .height = gtk_widget_get_height (GTK_WIDGET (self)),
  };

  look_up (self, "view_bg_color", &canvas.view);
  look_up (self, "window_bg_color", &canvas.shade);
  pln_style_colour (GTK_WIDGET (self), "line_faint", &canvas.line);

  draw_columns (&canvas);
  draw_lines (&canvas);
}

/* The line of now, in the columns whose day has it; over chips it is faint. */
void
pln_time_grid_draw_now (PlnTimeGrid *self,
                        GtkSnapshot *snapshot,
                        double       opacity)
{
  gint64 now = pln_clock_now ();
  GdkRGBA colour;

  pln_style_colour (GTK_WIDGET (self), "now", &colour);
  colour.alpha *= (float) opacity;

  for (guint i = 0; i < self->columns->len; i++)
    {
      double place = pln_day_axis_to_place (self->axis, i, now);
      int x, width;
      float y;

      if (place < pln_day_axis_get_start (self->axis) || place >= pln_day_axis_get_end (self->axis))
        continue;

      y = (float) round (pln_time_grid_place_to_y (self, place));
      pln_time_grid_get_column_area (self, i, &x, &width);
      gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x, y - 1, width, 2));
      if (opacity == 1 && (i == 0 || pln_day_axis_to_place (self->axis, i - 1, now) != place))
        {
          gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
          GskRoundedRect knob;

          gsk_rounded_rect_init_from_rect (&knob, &GRAPHENE_RECT_INIT (mirrored ? x + width - 3 : x - 3, y - 5, 6, 10), 3);
          gtk_snapshot_push_rounded_clip (snapshot, &knob);
          gtk_snapshot_append_color (snapshot, &colour, &knob.bounds);
          gtk_snapshot_pop (snapshot);
        }
    }
}
