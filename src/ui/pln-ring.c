/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ring.h"

#define THICKNESS 0.16 /* of the size */
#define TRACK     0.22 /* how much of the colour shows where the ring is empty */

/**
 * PlnRing:
 *
 * A part of a whole as a ring, in the colour of the text; decoration, for the
 * same is said in words beside it.
 */
struct _PlnRing
{
  GtkWidget parent_instance;

  int       size;
  double    part;
  gboolean  is_double;
};

G_DEFINE_FINAL_TYPE (PlnRing, pln_ring, GTK_TYPE_WIDGET)

static void
draw (PlnRing       *self,
      cairo_t       *cr,
      const GdkRGBA *colour,
      double         radius,
      double         thickness)
{
  GdkRGBA track = *colour;

  track.alpha *= TRACK;
  cairo_set_line_width (cr, thickness);
  gdk_cairo_set_source_rgba (cr, &track);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
  if (self->part <= 0)
    return;

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_arc (cr, 0, 0, radius, -G_PI_2, -G_PI_2 + 2 * G_PI * MIN (self->part, 1));
  cairo_stroke (cr);
}

static void
pln_ring_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  PlnRing *self = PLN_RING (widget);
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double size = MIN (width, height), thickness = size * THICKNESS * (self->is_double ? 0.6 : 1);
  GdkRGBA colour;
  cairo_t *cr;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, width / 2, height / 2);
  draw (self, cr, &colour, (size - thickness) / 2, thickness);
  if (self->is_double)
    draw (self, cr, &colour, (size - thickness) / 2 - thickness * 1.7, thickness);
  cairo_destroy (cr);
}

static void
pln_ring_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  *minimum = *natural = PLN_RING (widget)->size;
}

static void
pln_ring_class_init (PlnRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = pln_ring_snapshot;
  widget_class->measure = pln_ring_measure;

  gtk_widget_class_set_css_name (widget_class, "plnring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pln_ring_init (PlnRing *self)
{
  self->size = 64;
}

/**
 * pln_ring_new:
 * @size: the diameter, in pixels
 *
 * Returns: an empty ring
 */
GtkWidget *
pln_ring_new (int size)
{
  PlnRing *self = g_object_new (PLN_TYPE_RING, NULL);

  self->size = size;

  return GTK_WIDGET (self);
}

/**
 * pln_ring_set_size:
 * @self: a ring
 * @size: the diameter, in pixels
 */
void
pln_ring_set_size (PlnRing *self,
                   int      size)
{
  g_return_if_fail (PLN_IS_RING (self));

  if (self->size == size)
    return;

  self->size = size;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * pln_ring_set_part:
 * @self: a ring
 * @part: how much of it is full, from 0 to 1
 */
void
pln_ring_set_part (PlnRing *self,
                   double   part)
{
  g_return_if_fail (PLN_IS_RING (self));

  self->part = part;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * pln_ring_set_double:
 * @self: a ring
 * @is_double: whether there is another one in it: a shape that warns
 */
void
pln_ring_set_double (PlnRing  *self,
                     gboolean  is_double)
{
  g_return_if_fail (PLN_IS_RING (self));

  self->is_double = is_double;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
