/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cards.h"

#define SPACING 12

/**
 * PlnCards:
 *
 * Children of one size, in as many equal columns as there is room for. Unlike
 * in a [class@Gtk.FlowBox] they are not wrapped in rows that take the focus,
 * and the height is right for the width.
 */
struct _PlnCards
{
  GtkWidget parent_instance;

  int       column_width;
  int       max_columns;
};

static void pln_cards_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlnCards, pln_cards, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, pln_cards_buildable_init))

enum
{
  PROP_0,
  PROP_COLUMN_WIDTH,
  PROP_MAX_COLUMNS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static int
count_columns (PlnCards *self,
               int       width)
{
  return CLAMP ((width + SPACING) / (self->column_width + SPACING), 1, self->max_columns);
}

/* The most that a child wants in one direction. */
static void
measure_children (PlnCards       *self,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *n_children)
{
  *minimum = 0;
  *n_children = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int wanted;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, for_size, &wanted, NULL, NULL, NULL);
      *minimum = MAX (*minimum, wanted);
      *n_children += 1;
    }
}

static void
pln_cards_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  PlnCards *self = PLN_CARDS (widget);
  int width = self->max_columns * (self->column_width + SPACING) - SPACING;
  int n_children;
  int height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_children (self, orientation, -1, minimum, &n_children);
      *natural = MAX (*minimum, width);
      return;
    }

  int columns = count_columns (self, for_size < 0 ? width : for_size);
  int column = ((for_size < 0 ? width : for_size) + SPACING) / columns - SPACING;

  measure_children (self, orientation, column, &height, &n_children);
  *minimum = *natural = MAX (0, (n_children + columns - 1) / columns * (height + SPACING) - SPACING);
}

static void
pln_cards_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  PlnCards *self = PLN_CARDS (widget);
  int columns = count_columns (self, width);
  int column = (width + SPACING) / columns - SPACING;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int n_children;
  int row;
  int i = 0;

  measure_children (self, GTK_ORIENTATION_VERTICAL, column, &row, &n_children);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int at = mirrored ? columns - 1 - i % columns : i % columns;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_size_allocate (child, &(GtkAllocation) { at * (column + SPACING), i / columns * (row + SPACING), column, row }, -1);
      i++;
    }
}

static GtkSizeRequestMode
pln_cards_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pln_cards_add_child (GtkBuildable *buildable,
                     GtkBuilder   *builder,
                     GObject      *child,
                     const char   *type)
{
  gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
}

static void
pln_cards_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = pln_cards_add_child;
}

static void
pln_cards_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  PlnCards *self = PLN_CARDS (object);

  switch (prop_id)
    {
    case PROP_COLUMN_WIDTH:
      g_value_set_int (value, self->column_width);
      break;
    case PROP_MAX_COLUMNS:
      g_value_set_int (value, self->max_columns);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_cards_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  PlnCards *self = PLN_CARDS (object);

  switch (prop_id)
    {
    case PROP_COLUMN_WIDTH:
      self->column_width = g_value_get_int (value);
      break;
    case PROP_MAX_COLUMNS:
      self->max_columns = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_cards_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (pln_cards_parent_class)->dispose (object);
}

static void
pln_cards_class_init (PlnCardsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pln_cards_get_property;
  object_class->set_property = pln_cards_set_property;
  object_class->dispose = pln_cards_dispose;
  widget_class->measure = pln_cards_measure;
  widget_class->size_allocate = pln_cards_size_allocate;
  widget_class->get_request_mode = pln_cards_get_request_mode;

  /**
   * PlnCards:column-width:
   *
   * The width that a column would like, in pixels; narrower ones make fewer.
   */
  props[PROP_COLUMN_WIDTH] =
    g_param_spec_int ("column-width", NULL, NULL, 1, G_MAXINT / 64, 200,
                      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * PlnCards:max-columns:
   *
   * How many columns there are at most.
   */
  props[PROP_MAX_COLUMNS] =
    g_param_spec_int ("max-columns", NULL, NULL, 1, 32, 2,
                      G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_cards_init (PlnCards *self)
{
}
