/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-pair.h"

#define NARROW     640 /* below that, one stands under the other */
#define START_PART 0.52

/**
 * PlnPair:
 *
 * Two things side by side where there is room, one below the other where
 * there is not. It is meant to be scrolled.
 */
struct _PlnPair
{
  GtkWidget  parent_instance;

  GtkWidget *start;
  GtkWidget *end;
};

static void pln_pair_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlnPair, pln_pair, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, pln_pair_buildable_init))

static int
start_width (int width)
{
  return (int) (width * START_PART);
}

static int
height_of (GtkWidget *child,
           int        width,
           int       *minimum)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, minimum, &natural, NULL, NULL);

  return natural;
}

static void
pln_pair_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  PlnPair *self = PLN_PAIR (widget);
  int start_min, end_min, start_nat, end_nat;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->start, orientation, -1, &start_min, &start_nat, NULL, NULL);
      gtk_widget_measure (self->end, orientation, -1, &end_min, &end_nat, NULL, NULL);
      *minimum = MAX (start_min, end_min);
      *natural = MAX (start_nat + end_nat, *minimum);
    }
  else if (for_size >= NARROW)
    {
      start_nat = height_of (self->start, start_width (for_size), &start_min);
      end_nat = height_of (self->end, for_size - start_width (for_size), &end_min);
      *minimum = MAX (start_min, end_min);
      *natural = MAX (start_nat, end_nat);
    }
  else
    {
      start_nat = height_of (self->start, for_size, &start_min);
      end_nat = height_of (self->end, for_size, &end_min);
      *minimum = start_min + end_min;
      *natural = start_nat + end_nat;
    }
}

static void
pln_pair_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  PlnPair *self = PLN_PAIR (widget);
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int first = start_width (width);
  int minimum;

  if (width >= NARROW)
    {
      gtk_widget_size_allocate (self->start, &(GtkAllocation) { right_to_left ? width - first : 0, 0, first, height }, -1);
      gtk_widget_size_allocate (self->end, &(GtkAllocation) { right_to_left ? 0 : first, 0, width - first, height }, -1);
      return;
    }

  first = height_of (self->start, width, &minimum);
  first = MAX (minimum, MIN (first, height));
  gtk_widget_size_allocate (self->start, &(GtkAllocation) { 0, 0, width, first }, -1);
  gtk_widget_size_allocate (self->end, &(GtkAllocation) { 0, first, width, MAX (height - first, height_of (self->end, width, &minimum)) }, -1);
}

static GtkSizeRequestMode
pln_pair_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pln_pair_add_child (GtkBuildable *buildable,
                    GtkBuilder   *builder,
                    GObject      *child,
                    const char   *type)
{
  PlnPair *self = PLN_PAIR (buildable);

  if (self->start == NULL)
    self->start = GTK_WIDGET (child);
  else
    self->end = GTK_WIDGET (child);
  gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (self));
}

static void
pln_pair_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = pln_pair_add_child;
}

static void
pln_pair_dispose (GObject *object)
{
  PlnPair *self = PLN_PAIR (object);

  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);

  G_OBJECT_CLASS (pln_pair_parent_class)->dispose (object);
}

static void
pln_pair_class_init (PlnPairClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_pair_dispose;
  widget_class->measure = pln_pair_measure;
  widget_class->size_allocate = pln_pair_size_allocate;
  widget_class->get_request_mode = pln_pair_get_request_mode;
}

static void
pln_pair_init (PlnPair *self)
{
}
