/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-network-shapes.h"

#include "pln-person-words.h"

#define MOST 3 /* shapes; how many more there are is said in figures */
#define SIZE 12
#define GAP 3

/**
 * PlnNetworkShapes:
 *
 * The networks of a person as shapes: at most three, then "+2". Their names
 * are its accessible name and its tooltip.
 */
struct _PlnNetworkShapes
{
  GtkWidget    parent_instance;

  int          numbers[MOST];
  guint        n_names;
  PangoLayout *more; /* "+2", or NULL */
};

G_DEFINE_FINAL_TYPE (PlnNetworkShapes, pln_network_shapes, GTK_TYPE_WIDGET)

static void
update_more (PlnNetworkShapes *self)
{
  g_autofree char *text = NULL;

  g_clear_object (&self->more);
  if (self->n_names <= MOST)
    return;

  text = g_strdup_printf ("+%u", self->n_names - MOST);
  self->more = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
}

static int
shapes_width (PlnNetworkShapes *self)
{
  int n = CLAMP ((int) self->n_names, 1, MOST);

  return n * SIZE + (n - 1) * GAP;
}

static void
pln_network_shapes_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  PlnNetworkShapes *self = PLN_NETWORK_SHAPES (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int n = CLAMP ((int) self->n_names, 1, MOST);

  for (int i = 0; i < n; i++)
    {
      int x = i * (SIZE + GAP);

      pln_network_draw (widget, snapshot, self->n_names > 0 ? self->numbers[i] : PLN_NETWORK_NONE,
                        mirrored ? width - x - SIZE : x, (height - SIZE) / 2, SIZE);
    }

  if (self->more != NULL)
    {
      int x = shapes_width (self) + GAP;
      int text_width;
      int text_height;

      pango_layout_get_pixel_size (self->more, &text_width, &text_height);
      gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget),
                                  mirrored ? width - x - text_width : x, (height - text_height) / 2, self->more);
    }
}

static void
pln_network_shapes_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  PlnNetworkShapes *self = PLN_NETWORK_SHAPES (widget);
  int text_width = 0;
  int text_height = 0;

  if (self->more != NULL)
    pango_layout_get_pixel_size (self->more, &text_width, &text_height);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = shapes_width (self) + (text_width > 0 ? GAP + text_width : 0);
  else
    *minimum = *natural = MAX (SIZE, text_height);
}

static void
pln_network_shapes_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (pln_network_shapes_parent_class)->css_changed (widget, change);
  update_more (PLN_NETWORK_SHAPES (widget));
}

static void
pln_network_shapes_dispose (GObject *object)
{
  g_clear_object (&PLN_NETWORK_SHAPES (object)->more);

  G_OBJECT_CLASS (pln_network_shapes_parent_class)->dispose (object);
}

static void
pln_network_shapes_class_init (PlnNetworkShapesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_network_shapes_dispose;
  widget_class->snapshot = pln_network_shapes_snapshot;
  widget_class->measure = pln_network_shapes_measure;
  widget_class->css_changed = pln_network_shapes_css_changed;

  gtk_widget_class_set_css_name (widget_class, "networkshapes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
pln_network_shapes_init (PlnNetworkShapes *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self), "pln-dim");
}

/**
 * pln_network_shapes_new:
 *
 * Returns: the shape of a person of whom no network is known
 */
GtkWidget *
pln_network_shapes_new (void)
{
  return g_object_new (PLN_TYPE_NETWORK_SHAPES, NULL);
}

/**
 * pln_network_shapes_show:
 * @self: shapes
 * @networks: the networks of the gathering
 * @names: (array zero-terminated=1): those of a person
 *
 * Shows the networks of a person.
 */
void
pln_network_shapes_show (PlnNetworkShapes  *self,
                         PlnNetworks       *networks,
                         const char *const *names)
{
  g_autofree char *words = NULL;

  g_return_if_fail (PLN_IS_NETWORK_SHAPES (self));

  self->n_names = g_strv_length ((char **) names);
  for (guint i = 0; i < MIN (self->n_names, MOST); i++)
    self->numbers[i] = pln_networks_get_number (networks, names[i]);
  update_more (self);

  words = pln_networks_words (names);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
