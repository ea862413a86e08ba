/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-column.h"

/**
 * PlnColumn:
 *
 * A part of the window that would like a width of its own, whatever its child
 * would like: long titles do not widen the sidebar, and the window folds by
 * its width and not by its contents.
 */
struct _PlnColumn
{
  GtkWidget  parent_instance;

  GtkWidget *child;
  int        natural_width;
};

static void pln_column_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlnColumn, pln_column, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, pln_column_buildable_init))

enum
{
  PROP_0,
  PROP_NATURAL_WIDTH,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
pln_column_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  PlnColumn *self = PLN_COLUMN (widget);

  *minimum = *natural = 0;
  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, self->natural_width);
}

static void
pln_column_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  PlnColumn *self = PLN_COLUMN (widget);

  if (self->child != NULL)
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
}

static GtkSizeRequestMode
pln_column_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
pln_column_compute_expand (GtkWidget *widget,
                           gboolean  *hexpand,
                           gboolean  *vexpand)
{
  /* Only what is set on the column itself counts, which GTK looks at first. */
  *hexpand = FALSE;
  *vexpand = TRUE;
}

static void
pln_column_add_child (GtkBuildable *buildable,
                      GtkBuilder   *builder,
                      GObject      *child,
                      const char   *type)
{
  PlnColumn *self = PLN_COLUMN (buildable);

  g_return_if_fail (self->child == NULL && GTK_IS_WIDGET (child));

  self->child = GTK_WIDGET (child);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

static void
pln_column_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = pln_column_add_child;
}

static void
pln_column_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  PlnColumn *self = PLN_COLUMN (object);

  switch (prop_id)
    {
    case PROP_NATURAL_WIDTH:
      g_value_set_int (value, self->natural_width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_column_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  PlnColumn *self = PLN_COLUMN (object);

  switch (prop_id)
    {
    case PROP_NATURAL_WIDTH:
      self->natural_width = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_column_dispose (GObject *object)
{
  PlnColumn *self = PLN_COLUMN (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (pln_column_parent_class)->dispose (object);
}

static void
pln_column_class_init (PlnColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pln_column_get_property;
  object_class->set_property = pln_column_set_property;
  object_class->dispose = pln_column_dispose;
  widget_class->measure = pln_column_measure;
  widget_class->size_allocate = pln_column_size_allocate;
  widget_class->get_request_mode = pln_column_get_request_mode;
  widget_class->compute_expand = pln_column_compute_expand;

  /**
   * PlnColumn:natural-width:
   *
   * The width that it would like, in pixels.
   */
  props[PROP_NATURAL_WIDTH] =
    g_param_spec_int ("natural-width", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "column");
}

static void
pln_column_init (PlnColumn *self)
{
}
