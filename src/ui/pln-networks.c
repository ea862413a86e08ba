/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-networks.h"

#include "pln-style.h"

/**
 * PlnNetworks:
 *
 * The networks that the attendees of a gathering belong to, in the order in
 * which they are met: by its number each has a shape and a colour, the same in
 * all views.
 */
struct _PlnNetworks
{
  GObject     parent_instance;

  GPtrArray  *names;   /* by number */
  GHashTable *numbers; /* by name; borrows from names */
};

G_DEFINE_FINAL_TYPE (PlnNetworks, pln_networks, G_TYPE_OBJECT)

static const char *const colours[] = { "blue", "orange", "green", "teal", "purple", "red", "brown" };

#define N_SHAPES G_N_ELEMENTS (colours)

static void
attendees_changed_cb (PlnNetworks *self,
                      guint        position,
                      guint        removed,
                      guint        added,
                      GListModel  *attendees)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, i);
      const char *const *networks = pln_attendee_get_networks (attendee);

      for (guint j = 0; networks[j] != NULL; j++)
        pln_networks_get_number (self, networks[j]);
    }
}

static void
pln_networks_finalize (GObject *object)
{
  PlnNetworks *self = PLN_NETWORKS (object);

  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->names);

  G_OBJECT_CLASS (pln_networks_parent_class)->finalize (object);
}

static void
pln_networks_class_init (PlnNetworksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pln_networks_finalize;
}

static void
pln_networks_init (PlnNetworks *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * pln_networks_of:
 * @gathering: a gathering
 *
 * Returns: (transfer none): the networks of its attendees, one object for all
 *   who ask
 */
PlnNetworks *
pln_networks_of (PlnGathering *gathering)
{
  PlnNetworks *self;

  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);

  self = g_object_get_data (G_OBJECT (gathering), "pln-networks");
  if (self == NULL)
    {
      GListModel *attendees = pln_gathering_get_attendees (gathering);

      self = g_object_new (PLN_TYPE_NETWORKS, NULL);
      g_object_set_data_full (G_OBJECT (gathering), "pln-networks", self, g_object_unref);
      g_signal_connect_object (attendees, "items-changed", G_CALLBACK (attendees_changed_cb), self, G_CONNECT_SWAPPED);
      attendees_changed_cb (self, 0, 0, g_list_model_get_n_items (attendees), attendees);
    }

  return self;
}

/**
 * pln_networks_get_number:
 * @self: networks
 * @name: the name of one; not known yet, it is the next
 *
 * Returns: its number, from 0
 */
guint
pln_networks_get_number (PlnNetworks *self,
                         const char  *name)
{
  gpointer number;

  g_return_val_if_fail (PLN_IS_NETWORKS (self), 0);
  g_return_val_if_fail (name != NULL, 0);

  if (!g_hash_table_lookup_extended (self->numbers, name, NULL, &number))
    {
      char *own = g_strdup (name);

      number = GUINT_TO_POINTER (self->names->len);
      g_ptr_array_add (self->names, own);
      g_hash_table_insert (self->numbers, own, number);
    }

  return GPOINTER_TO_UINT (number);
}

/**
 * pln_networks_get_names:
 * @self: networks
 *
 * Returns: (transfer none) (element-type utf8): the names, by number
 */
GPtrArray *
pln_networks_get_names (PlnNetworks *self)
{
  g_return_val_if_fail (PLN_IS_NETWORKS (self), NULL);

  return self->names;
}

/**
 * pln_networks_get_colour:
 * @self: networks
 * @name: the name of one
 *
 * Returns: (transfer none): the name of its colour, as "blue"
 */
const char *
pln_networks_get_colour (PlnNetworks *self,
                         const char  *name)
{
  return colours[pln_networks_get_number (self, name) % N_SHAPES];
}

static void
polygon (cairo_t     *cr,
         const float  points[][2],
         guint        n_points)
{
  for (guint i = 0; i < n_points; i++)
    cairo_line_to (cr, points[i][0], points[i][1]);
  cairo_close_path (cr);
}

#define POLYGON(cr, ...) \
  G_STMT_START { \
    static const float points[][2] = { __VA_ARGS__ }; \
    polygon (cr, points, G_N_ELEMENTS (points)); \
  } G_STMT_END

/* The outlines lie in a square of 12 × 12. */
static void
outline (cairo_t *cr,
         guint    shape)
{
  switch (shape)
    {
    case 0:
      cairo_arc (cr, 6, 6, 5, 0, 2 * G_PI);
      break;
    case 1:
      cairo_rectangle (cr, 1.3, 1.3, 9.4, 9.4);
      break;
    case 2:
      POLYGON (cr, { 6, 0.7 }, { 11.7, 11 }, { 0.3, 11 });
      break;
    case 3:
      POLYGON (cr, { 6, 0 }, { 12, 6 }, { 6, 12 }, { 0, 6 });
      break;
    case 4:
      POLYGON (cr, { 3, 0.8 }, { 9, 0.8 }, { 12, 6 }, { 9, 11.2 }, { 3, 11.2 }, { 0, 6 });
      break;
    case 5:
      POLYGON (cr, { 6, 0 }, { 7.8, 3.9 }, { 12, 4.4 }, { 8.9, 7.3 }, { 9.7, 11.5 },
                   { 6, 9.4 }, { 2.3, 11.5 }, { 3.1, 7.3 }, { 0, 4.4 }, { 4.2, 3.9 });
      break;
    default:
      POLYGON (cr, { 4, 0 }, { 8, 0 }, { 8, 4 }, { 12, 4 }, { 12, 8 }, { 8, 8 },
                   { 8, 12 }, { 4, 12 }, { 4, 8 }, { 0, 8 }, { 0, 4 }, { 4, 4 });
    }
}

/**
 * pln_network_draw:
 * @widget: the widget that is drawn
 * @snapshot: where to
 * @number: the number of a network, or %PLN_NETWORK_NONE for the dashed ring
 *   that says that none is known
 * @x: left edge
 * @y: upper edge
 * @size: width and height, in pixels
 *
 * Draws the shape of a network. The first seven are full, the next hollow.
 */
void
pln_network_draw (GtkWidget   *widget,
                  GtkSnapshot *snapshot,
                  int          number,
                  float        x,
                  float        y,
                  float        size)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, y, size, size));
  GdkRGBA colour;

  cairo_translate (cr, x, y);
  cairo_scale (cr, size / 12, size / 12);
  pln_style_colour (widget, number == PLN_NETWORK_NONE ? "dim" : colours[number % N_SHAPES], &colour);
  gdk_cairo_set_source_rgba (cr, &colour);

  if (number == PLN_NETWORK_NONE)
    {
      cairo_set_line_width (cr, 1.5);
      cairo_set_dash (cr, (double[]) { 2, 1.8 }, 2, 0);
      cairo_arc (cr, 6, 6, 4.5, 0, 2 * G_PI);
      cairo_stroke (cr);
    }
  else if ((number / N_SHAPES) % 2 == 0)
    {
      outline (cr, number % N_SHAPES);
      cairo_fill (cr);
    }
  else
    {
      cairo_translate (cr, 1.2, 1.2); /* half a line, so that it stays inside */
      cairo_scale (cr, 0.8, 0.8);
      cairo_set_line_width (cr, 2);
      outline (cr, number % N_SHAPES);
      cairo_stroke (cr);
    }

  cairo_destroy (cr);
}
