/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-sheet.h"

#include <glib/gi18n.h>

/**
 * PlnSheet:
 *
 * A modal window for one deed: Cancel on the left, the deed on the right, and
 * below what it is about. Ctrl+Enter does it, Enter too unless it tells
 * people; Esc closes, and asks first if something typed would be lost.
 */
typedef struct
{
  AdwWindowTitle *title;
  GtkWidget      *cancel;
  GtkWidget      *action;
  GtkWidget      *box;
  GtkWidget      *body;
  gboolean        tells;
  gboolean        discard; /* the user said so */
  gboolean        looking; /* it is not known yet whether the deed makes sense */
} PlnSheetPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (PlnSheet, pln_sheet, ADW_TYPE_WINDOW)

enum
{
  PROP_0,
  PROP_ACTION,
  PROP_BODY,
  PROP_CANCEL,
  PROP_TELLS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static PlnSheetPrivate *
private (PlnSheet *self)
{
  return pln_sheet_get_instance_private (self);
}

static void
set_body (PlnSheet  *self,
          GtkWidget *body)
{
  PlnSheetPrivate *priv = private (self);

  if (priv->body != NULL)
    gtk_box_remove (GTK_BOX (priv->box), priv->body);
  priv->body = body;
  if (body != NULL)
    {
      gtk_widget_set_vexpand (body, TRUE);
      gtk_box_append (GTK_BOX (priv->box), body);
    }
}

static void
set_tells (PlnSheet *self,
           gboolean  tells)
{
  PlnSheetPrivate *priv = private (self);

  priv->tells = tells;
  gtk_window_set_default_widget (GTK_WINDOW (self), tells ? NULL : priv->action);
}

static void
act_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  pln_sheet_act (PLN_SHEET (widget));
}

static void
answered_cb (PlnSheet   *self,
             const char *response)
{
  if (g_str_equal (response, "discard"))
    pln_sheet_close (self);
}

static void
ask_to_discard (PlnSheet *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Discard what you entered?"),
                                              _("It has not been saved yet."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("Keep editing"), "discard", _("Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (answered_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
pln_sheet_close_request (GtkWindow *window)
{
  PlnSheet *self = PLN_SHEET (window);
  PlnSheetClass *klass = PLN_SHEET_GET_CLASS (self);

  if (!private (self)->discard && klass->is_edited != NULL && klass->is_edited (self))
    {
      ask_to_discard (self);
      return TRUE;
    }

  return GTK_WINDOW_CLASS (pln_sheet_parent_class)->close_request (window);
}

static void
pln_sheet_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  PlnSheetPrivate *priv = private (PLN_SHEET (object));

  switch (prop_id)
    {
    case PROP_ACTION:
      g_value_set_string (value, gtk_button_get_label (GTK_BUTTON (priv->action)));
      break;
    case PROP_BODY:
      g_value_set_object (value, priv->body);
      break;
    case PROP_CANCEL:
      g_value_set_string (value, gtk_button_get_label (GTK_BUTTON (priv->cancel)));
      break;
    case PROP_TELLS:
      g_value_set_boolean (value, priv->tells);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_sheet_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  PlnSheet *self = PLN_SHEET (object);

  switch (prop_id)
    {
    case PROP_ACTION:
      pln_sheet_set_action (self, g_value_get_string (value));
      break;
    case PROP_BODY:
      set_body (self, g_value_get_object (value));
      break;
    case PROP_CANCEL:
      gtk_button_set_label (GTK_BUTTON (private (self)->cancel), g_value_get_string (value));
      break;
    case PROP_TELLS:
      set_tells (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_sheet_class_init (PlnSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pln_sheet_get_property;
  object_class->set_property = pln_sheet_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = pln_sheet_close_request;

  /**
   * PlnSheet:action:
   *
   * What the suggested button says; empty for a sheet without a deed.
   */
  props[PROP_ACTION] =
    g_param_spec_string ("action", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * PlnSheet:body:
   *
   * What stands below the header.
   */
  props[PROP_BODY] =
    g_param_spec_object ("body", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * PlnSheet:cancel:
   *
   * What the button on the left says; it closes the sheet.
   */
  props[PROP_CANCEL] =
    g_param_spec_string ("cancel", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * PlnSheet:tells:
   *
   * Whether the deed tells people something, so that Enter alone must not do it.
   */
  props[PROP_TELLS] =
    g_param_spec_boolean ("tells", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "sheet.act", NULL, act_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* Before a text of several lines takes it for a new line. */
static void
add_keys (PlnSheet *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                                                          gtk_named_action_new ("sheet.act")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
pln_sheet_init (PlnSheet *self)
{
  PlnSheetPrivate *priv = private (self);
  GtkWidget *header = adw_header_bar_new ();

  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 300);

  priv->title = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  g_object_bind_property (self, "title", priv->title, "title", G_BINDING_SYNC_CREATE);

  priv->cancel = gtk_button_new_with_label (_("Cancel"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (priv->cancel), "window.close");

  priv->action = gtk_button_new_with_label ("");
  gtk_widget_set_visible (priv->action, FALSE);
  gtk_widget_add_css_class (priv->action, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (priv->action), "sheet.act");

  gtk_widget_add_css_class (header, "flat");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (priv->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), priv->cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), priv->action);

  priv->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (priv->box), header);
  adw_window_set_content (ADW_WINDOW (self), priv->box);
  set_tells (self, FALSE);
  add_keys (self);
}

/**
 * pln_sheet_act:
 * @self: a sheet
 *
 * Does what the suggested button says, if it can be used now.
 */
void
pln_sheet_act (PlnSheet *self)
{
  PlnSheetPrivate *priv;

  g_return_if_fail (PLN_IS_SHEET (self));

  priv = private (self);
  if (gtk_widget_get_visible (priv->action) && gtk_widget_get_sensitive (priv->action))
    PLN_SHEET_GET_CLASS (self)->act (self);
}

/**
 * pln_sheet_close:
 * @self: a sheet
 *
 * Closes @self without asking.
 */
void
pln_sheet_close (PlnSheet *self)
{
  g_return_if_fail (PLN_IS_SHEET (self));

  private (self)->discard = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/**
 * pln_sheet_present:
 * @self: a sheet, whose default size is what it would like
 * @above: (nullable): the window that it belongs to
 *
 * Shows @self above a window. It is never larger than that window, and fills
 * a narrow one.
 */
void
pln_sheet_present (PlnSheet  *self,
                   GtkWindow *above)
{
  PlnSheetPrivate *priv = pln_sheet_get_instance_private (self);
  int width, height;

  g_return_if_fail (PLN_IS_SHEET (self));
  g_return_if_fail (above == NULL || GTK_IS_WINDOW (above));

  if (above != NULL)
    {
      int widest = gtk_widget_get_width (GTK_WIDGET (above));
      int highest = gtk_widget_get_height (GTK_WIDGET (above));

      gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
      if (widest > 0 && highest > 0)
        gtk_window_set_default_size (GTK_WINDOW (self), MIN (width, widest), widest < 600 ? highest : MIN (height, highest));
      gtk_window_set_transient_for (GTK_WINDOW (self), above);
    }

  /* Enter is the suggested button, not the first one, where nothing is to be typed. */
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL
      && gtk_window_get_default_widget (GTK_WINDOW (self)) == GTK_WIDGET (priv->action))
    {
      gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (priv->action));
      priv->looking = !gtk_widget_is_sensitive (priv->action);
    }

  gtk_window_present (GTK_WINDOW (self));
}

/**
 * pln_sheet_set_action:
 * @self: a sheet
 * @label: (nullable): what the suggested button says; %NULL or "" hides it
 */
void
pln_sheet_set_action (PlnSheet   *self,
                      const char *label)
{
  PlnSheetPrivate *priv;

  g_return_if_fail (PLN_IS_SHEET (self));

  priv = private (self);
  gtk_button_set_label (GTK_BUTTON (priv->action), label != NULL ? label : "");
  gtk_widget_set_visible (priv->action, label != NULL && *label != '\0');
}

/**
 * pln_sheet_set_cancel:
 * @self: a sheet
 * @label: what the button on the left says
 * @action_name: what it does: `window.close`, or an action of the sheet's own
 *   that goes back
 */
void
pln_sheet_set_cancel (PlnSheet   *self,
                      const char *label,
                      const char *action_name)
{
  PlnSheetPrivate *priv;

  g_return_if_fail (PLN_IS_SHEET (self));

  priv = private (self);
  gtk_button_set_label (GTK_BUTTON (priv->cancel), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (priv->cancel), action_name);
}

/**
 * pln_sheet_set_can_act:
 * @self: a sheet
 * @can_act: whether the deed makes sense now
 */
void
pln_sheet_set_can_act (PlnSheet *self,
                       gboolean  can_act)
{
  PlnSheetPrivate *priv;
  GtkWidget *focus;

  g_return_if_fail (PLN_IS_SHEET (self));

  priv = private (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.act", can_act);
  if (!can_act || !priv->looking)
    return;

  /* Nobody chose to be on Cancel: nothing else could have the focus. */
  priv->looking = FALSE;
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus == NULL || focus == priv->cancel)
    gtk_window_set_focus (GTK_WINDOW (self), priv->action);
}

/**
 * pln_sheet_set_subtitle:
 * @self: a sheet
 * @subtitle: what the sheet is about
 */
void
pln_sheet_set_subtitle (PlnSheet   *self,
                        const char *subtitle)
{
  g_return_if_fail (PLN_IS_SHEET (self));

  adw_window_title_set_subtitle (private (self)->title, subtitle);
}
