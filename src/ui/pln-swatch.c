/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-swatch.h"

#include "pln-config.h"
#include "pln-style.h"

#define SIZE   12
#define RADIUS 3

/**
 * PlnSwatch:
 *
 * A small square in the colour of a calendar. It never says anything alone:
 * the calendar's name stands beside it.
 */
struct _PlnSwatch
{
  GtkWidget  parent_instance;

  char      *colour;
};

G_DEFINE_FINAL_TYPE (PlnSwatch, pln_swatch, GTK_TYPE_WIDGET)

static void
pln_swatch_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
pln_swatch_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  PlnSwatch *self = PLN_SWATCH (widget);
  float x = (float) (gtk_widget_get_width (widget) - SIZE) / 2;
  float y = (float) (gtk_widget_get_height (widget) - SIZE) / 2;
  graphene_rect_t square = GRAPHENE_RECT_INIT (x, y, SIZE, SIZE);
  GskRoundedRect rounded;
  GdkRGBA colour;

  pln_style_colour (widget, self->colour, &colour);
  gsk_rounded_rect_init_from_rect (&rounded, &square, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &colour, &square);
  gtk_snapshot_pop (snapshot);
}

static void
pln_swatch_finalize (GObject *object)
{
  g_free (PLN_SWATCH (object)->colour);

  G_OBJECT_CLASS (pln_swatch_parent_class)->finalize (object);
}

static void
pln_swatch_class_init (PlnSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pln_swatch_finalize;
  widget_class->measure = pln_swatch_measure;
  widget_class->snapshot = pln_swatch_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pln_swatch_init (PlnSwatch *self)
{
}

/**
 * pln_swatch_new:
 * @colour: as [func@style_colour] takes it
 *
 * Returns: a square in that colour
 */
GtkWidget *
pln_swatch_new (const char *colour)
{
  PlnSwatch *self = g_object_new (PLN_TYPE_SWATCH, NULL);

  self->colour = g_strdup (colour);

  return GTK_WIDGET (self);
}
