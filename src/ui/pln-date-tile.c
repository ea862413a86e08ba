/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-date-tile.h"

#include "pln-str.h"
#include "pln-style.h"

/**
 * PlnDateTile:
 *
 * A day as a leaf of a calendar: the month on a band in the gathering's
 * colour, the day below. It says nothing to a screen reader; whatever it
 * stands in names the date in full.
 */
struct _PlnDateTile
{
  GtkWidget  parent_instance;

  GtkWidget *month;
  GtkWidget *day;
  char      *colour;
};

G_DEFINE_FINAL_TYPE (PlnDateTile, pln_date_tile, GTK_TYPE_WIDGET)

static void
pln_date_tile_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  PlnDateTile *self = PLN_DATE_TILE (widget);
  int height = gtk_widget_get_height (self->month);
  GdkRGBA colour;

  pln_style_colour (widget, self->colour, &colour);
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), height));

  GTK_WIDGET_CLASS (pln_date_tile_parent_class)->snapshot (widget, snapshot);
}

static void
pln_date_tile_dispose (GObject *object)
{
  PlnDateTile *self = PLN_DATE_TILE (object);

  g_clear_pointer (&self->month, gtk_widget_unparent);
  g_clear_pointer (&self->day, gtk_widget_unparent);

  G_OBJECT_CLASS (pln_date_tile_parent_class)->dispose (object);
}

static void
pln_date_tile_finalize (GObject *object)
{
  PlnDateTile *self = PLN_DATE_TILE (object);

  g_free (self->colour);

  G_OBJECT_CLASS (pln_date_tile_parent_class)->finalize (object);
}

static void
pln_date_tile_class_init (PlnDateTileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pln_date_tile_dispose;
  object_class->finalize = pln_date_tile_finalize;
  widget_class->snapshot = pln_date_tile_snapshot;

  gtk_widget_class_set_css_name (widget_class, "datetile");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pln_date_tile_init (PlnDateTile *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->colour = g_strdup ("");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_size_request (widget, 42, 46);
  gtk_widget_set_halign (widget, GTK_ALIGN_START);
  gtk_widget_set_valign (widget, GTK_ALIGN_START);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (widget, "pln-date-tile");

  self->month = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->month, "month");
  gtk_widget_set_parent (self->month, widget);

  self->day = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->day, "day");
  gtk_widget_add_css_class (self->day, "numeric");
  gtk_widget_set_vexpand (self->day, TRUE);
  gtk_widget_set_parent (self->day, widget);
}

/**
 * pln_date_tile_new:
 *
 * Returns: a tile without a date
 */
GtkWidget *
pln_date_tile_new (void)
{
  return g_object_new (PLN_TYPE_DATE_TILE, NULL);
}

/**
 * pln_date_tile_show:
 * @self: a tile
 * @date: (nullable): the day, in the zone in which it is to be read
 * @colour: the colour of its band, as for [func@style_colour]
 */
void
pln_date_tile_show (PlnDateTile *self,
                    GDateTime   *date,
                    const char  *colour)
{
  g_return_if_fail (PLN_IS_DATE_TILE (self));

  if (date != NULL)
    {
      g_autofree char *month = g_date_time_format (date, "%b");
      g_autofree char *upper = g_utf8_strup (month, -1);
      g_autofree char *day = g_date_time_format (date, "%-e");

      gtk_label_set_label (GTK_LABEL (self->month), upper);
      gtk_label_set_label (GTK_LABEL (self->day), day);
    }
  else
    {
      gtk_label_set_label (GTK_LABEL (self->month), "");
      gtk_label_set_label (GTK_LABEL (self->day), "–");
    }

  if (pln_set_str (&self->colour, colour))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
