/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-colour-chooser.h"

#include "pln-str.h"

#include <glib/gi18n.h>

/* In the order of the document; the names are the stored form. */
static const struct
{
  const char *name;
  const char *title;
} colours[] = {
  { "blue", N_("Blue") },   { "green", N_("Green") }, { "orange", N_("Orange") }, { "purple", N_("Purple") }, { "teal", N_("Teal") },
  { "red", N_("Red") },     { "brown", N_("Brown") }, { "slate", N_("Slate") },   { "gold", N_("Gold") },
};

/**
 * PlnColourChooser:
 *
 * The nine own colours as round buttons, and the name of the chosen one.
 */
struct _PlnColourChooser
{
  AdwBin     parent_instance;

  char      *colour;
  GtkWidget *title;
  GtkWidget *buttons[G_N_ELEMENTS (colours)];
};

G_DEFINE_FINAL_TYPE (PlnColourChooser, pln_colour_chooser, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_COLOUR,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
update (PlnColourChooser *self)
{
  const char *name = *self->colour == '\0' ? "blue" : self->colour;
  const char *title = _("As in its file");

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      gboolean chosen = g_str_equal (name, colours[i].name);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), chosen);
      gtk_widget_set_visible (gtk_button_get_child (GTK_BUTTON (self->buttons[i])), chosen);
      if (chosen)
        title = _(colours[i].title);
    }
  gtk_label_set_label (GTK_LABEL (self->title), title);
}

static void
toggled_cb (GtkToggleButton  *button,
            PlnColourChooser *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    if (self->buttons[i] == GTK_WIDGET (button) && (i != 0 || *self->colour != '\0'))
      pln_colour_chooser_set_colour (self, colours[i].name);
}

static GtkWidget *
make_button (PlnColourChooser *self,
             guint             i)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  if (i > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->buttons[0]));
  gtk_button_set_child (GTK_BUTTON (button), tick);
  gtk_widget_set_visible (tick, FALSE);
  gtk_widget_set_tooltip_text (button, _(colours[i].title));
  gtk_widget_add_css_class (button, "pln-swatch");
  gtk_widget_add_css_class (button, colours[i].name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(colours[i].title), -1);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);

  return button;
}

static void
pln_colour_chooser_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  PlnColourChooser *self = PLN_COLOUR_CHOOSER (object);

  switch (prop_id)
    {
    case PROP_COLOUR:
      g_value_set_string (value, self->colour);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_colour_chooser_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_COLOUR:
      pln_colour_chooser_set_colour (PLN_COLOUR_CHOOSER (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_colour_chooser_finalize (GObject *object)
{
  PlnColourChooser *self = PLN_COLOUR_CHOOSER (object);

  g_free (self->colour);

  G_OBJECT_CLASS (pln_colour_chooser_parent_class)->finalize (object);
}

static void
pln_colour_chooser_class_init (PlnColourChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_colour_chooser_get_property;
  object_class->set_property = pln_colour_chooser_set_property;
  object_class->finalize = pln_colour_chooser_finalize;

  /**
   * PlnColourChooser:colour:
   *
   * One of the nine names, `#rrggbb` as a file brought it, or "" for the
   * usual one.
   */
  props[PROP_COLOUR] =
    g_param_spec_string ("colour", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pln_colour_chooser_init (PlnColourChooser *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_("Colour"));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->colour = g_strdup ("");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  self->title = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "pln-dim");
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), self->title);

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    {
      self->buttons[i] = make_button (self, i);
      gtk_box_append (GTK_BOX (row), self->buttons[i]);
    }

  gtk_box_append (GTK_BOX (column), head);
  gtk_box_append (GTK_BOX (column), row);
  adw_bin_set_child (ADW_BIN (self), column);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Colour"), -1);
  update (self);
}

/**
 * pln_colour_chooser_get_colour:
 * @self: a chooser
 *
 * Returns: (transfer none): the name of the colour, or what was set
 */
const char *
pln_colour_chooser_get_colour (PlnColourChooser *self)
{
  g_return_val_if_fail (PLN_IS_COLOUR_CHOOSER (self), NULL);

  return self->colour;
}

/**
 * pln_colour_chooser_set_colour:
 * @self: a chooser
 * @colour: (nullable): one of the nine names, `#rrggbb`, or "" for the usual
 */
void
pln_colour_chooser_set_colour (PlnColourChooser *self,
                               const char       *colour)
{
  g_return_if_fail (PLN_IS_COLOUR_CHOOSER (self));

  if (!pln_set_str (&self->colour, colour != NULL ? colour : ""))
    return;

  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COLOUR]);
}
