/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-field.h"

/**
 * PlnField:
 *
 * A place for something that is typed and has a meaning, such as a date: its
 * title, the text, what may stand beside it. Several fit into one row of a
 * boxed list. The text is read as it is typed and put into its usual form when
 * the field is left; what makes no sense stays as it was typed.
 */
typedef struct
{
  GtkWidget *box; /* all that is in it */
  GtkWidget *title;
  GtkWidget *text;
  gboolean   valid;
  gboolean   showing; /* the text is being set by the program */
} PlnFieldPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PlnField, pln_field, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_VALID,
  N_PROPS
};

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static PlnFieldPrivate *
private (PlnField *self)
{
  return pln_field_get_instance_private (self);
}

static void
set_valid (PlnField *self,
           gboolean  valid)
{
  PlnFieldPrivate *priv = private (self);

  if (priv->valid == valid)
    return;

  priv->valid = valid;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALID]);
}

static void
changed_cb (PlnField *self)
{
  PlnFieldPrivate *priv = private (self);
  g_autofree char *text = NULL;

  if (priv->showing)
    return;

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (priv->text))));
  set_valid (self, PLN_FIELD_GET_CLASS (self)->read (self, text));
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
left_cb (PlnField *self)
{
  if (private (self)->valid)
    pln_field_show_value (self);
}

static gboolean
key_pressed_cb (PlnField        *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  modifiers)
{
  gboolean up = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up;

  if ((modifiers & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || (!up && keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down))
    return GDK_EVENT_PROPAGATE;

  PLN_FIELD_GET_CLASS (self)->step (self, up ? 1 : -1);

  return GDK_EVENT_STOP;
}

static void
pressed_cb (PlnField *self)
{
  gtk_widget_grab_focus (private (self)->text);
}

/* By default the field itself would take the focus on Shift+Tab, and give it
 * back to its text. */
static gboolean
pln_field_focus (GtkWidget        *widget,
                 GtkDirectionType  direction)
{
  return gtk_widget_child_focus (private (PLN_FIELD (widget))->box, direction);
}

static gboolean
pln_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (private (PLN_FIELD (widget))->text);
}

static void
pln_field_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  PlnField *self = PLN_FIELD (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, pln_field_get_title (self));
      break;
    case PROP_VALID:
      g_value_set_boolean (value, private (self)->valid);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_field_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  PlnFieldPrivate *priv = private (PLN_FIELD (object));

  switch (prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_label (GTK_LABEL (priv->title), g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (priv->text),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value), -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_field_dispose (GObject *object)
{
  PlnFieldPrivate *priv = private (PLN_FIELD (object));

  g_clear_pointer (&priv->box, gtk_widget_unparent);

  G_OBJECT_CLASS (pln_field_parent_class)->dispose (object);
}

static void
pln_field_class_init (PlnFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pln_field_get_property;
  object_class->set_property = pln_field_set_property;
  object_class->dispose = pln_field_dispose;
  widget_class->focus = pln_field_focus;
  widget_class->grab_focus = pln_field_grab_focus;

  /**
   * PlnField:title:
   *
   * What is to be typed.
   */
  props[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * PlnField:valid:
   *
   * Whether the text makes sense.
   */
  props[PROP_VALID] =
    g_param_spec_boolean ("valid", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * PlnField::edited:
   * @self: the field
   *
   * The user changed the text, by typing, by a step or by choosing.
   */
  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "field");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pln_field_init (PlnField *self)
{
  PlnFieldPrivate *priv = private (self);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  priv->valid = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "pln-field");
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);

  priv->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (priv->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (priv->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (priv->title, "caption");
  gtk_widget_add_css_class (priv->title, "pln-dim");

  /* Not a bare GtkText, which a screen reader does not find. */
  priv->text = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (priv->text), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (priv->text), 4);
  gtk_widget_add_css_class (priv->text, "numeric");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (priv->text, keys);
  gtk_widget_add_controller (priv->text, focus);
  g_signal_connect_swapped (priv->text, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (column, GTK_EVENT_CONTROLLER (click));

  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), priv->title);
  gtk_box_append (GTK_BOX (column), priv->text);

  priv->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (priv->box), column);
  gtk_widget_set_parent (priv->box, GTK_WIDGET (self));
}

/**
 * pln_field_get_title:
 * @self: a field
 *
 * Returns: (transfer none): what is to be typed
 */
const char *
pln_field_get_title (PlnField *self)
{
  g_return_val_if_fail (PLN_IS_FIELD (self), NULL);

  return gtk_label_get_label (GTK_LABEL (private (self)->title));
}

/**
 * pln_field_is_valid:
 * @self: a field
 *
 * Returns: %TRUE if the text makes sense
 */
gboolean
pln_field_is_valid (PlnField *self)
{
  g_return_val_if_fail (PLN_IS_FIELD (self), FALSE);

  return private (self)->valid;
}

/**
 * pln_field_set_text:
 * @self: a field
 * @text: what the user typed
 *
 * Takes @text in as if it was typed.
 */
void
pln_field_set_text (PlnField   *self,
                    const char *text)
{
  g_return_if_fail (PLN_IS_FIELD (self));

  gtk_editable_set_text (GTK_EDITABLE (private (self)->text), text);
}

/**
 * pln_field_set_problem:
 * @self: a field
 * @problem: (nullable): what is wrong, a sentence that stands near the field;
 *   %NULL if nothing is
 *
 * Marks the field, by colour and for a screen reader.
 */
void
pln_field_set_problem (PlnField   *self,
                       const char *problem)
{
  GtkAccessible *text;

  g_return_if_fail (PLN_IS_FIELD (self));

  text = GTK_ACCESSIBLE (private (self)->text);
  gtk_accessible_update_property (text, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, problem != NULL ? problem : "", -1);
  gtk_accessible_update_state (text, GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

/**
 * pln_field_show_value:
 * @self: a field
 *
 * Shows the value in its usual form, without announcing it as an edit.
 */
void
pln_field_show_value (PlnField *self)
{
  PlnFieldPrivate *priv;
  g_autofree char *text = NULL;

  g_return_if_fail (PLN_IS_FIELD (self));

  priv = private (self);
  text = PLN_FIELD_GET_CLASS (self)->write (self);
  set_valid (self, TRUE);
  if (g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (priv->text))))
    return;

  priv->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (priv->text), text);
  gtk_editable_set_position (GTK_EDITABLE (priv->text), -1);
  priv->showing = FALSE;
}

/**
 * pln_field_take_value:
 * @self: a field
 *
 * Shows the value that the user chose in another way than by typing, and
 * announces it.
 */
void
pln_field_take_value (PlnField *self)
{
  g_return_if_fail (PLN_IS_FIELD (self));

  pln_field_show_value (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/**
 * pln_field_add_suffix:
 * @self: a field
 * @suffix: a widget to stand behind the text
 */
void
pln_field_add_suffix (PlnField  *self,
                      GtkWidget *suffix)
{
  g_return_if_fail (PLN_IS_FIELD (self));

  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (private (self)->box), suffix);
}
