/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-programme-tray.h"

#include "pln-programme-face.h"

#include <glib/gi18n.h>

#define CHIP_WIDTH 180

/**
 * PlnProgrammeTray:
 *
 * What has no time yet, as chips in a row at the foot of a programme, from
 * where they are dragged into it. Alt+Up puts one there by keyboard.
 */
struct _PlnProgrammeTray
{
  GtkWidget   parent_instance;

  GtkWidget  *label;
  GtkWidget  *scroller;
  GtkWidget  *row;
  PlnSession *selected;
};

G_DEFINE_FINAL_TYPE (PlnProgrammeTray, pln_programme_tray, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SELECT,
  SIGNAL_ACTIVATE,
  SIGNAL_PUT,
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static PlnSession *
session_of (GtkEventController *controller)
{
  return pln_chip_get_item (PLN_CHIP (gtk_event_controller_get_widget (controller)));
}

/* Not before the button is let go: it may become a drag, and the pane that a
 * click opens would move the places where it can be dropped. */
static void
released_cb (PlnProgrammeTray *self,
             int               n_press,
             double            x,
             double            y,
             GtkGesture       *click)
{
  gtk_widget_grab_focus (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click)));
  g_signal_emit (self, signals[n_press == 2 ? SIGNAL_ACTIVATE : SIGNAL_SELECT], 0,
                 session_of (GTK_EVENT_CONTROLLER (click)));
}

static void
activate_cb (PlnProgrammeTray *self,
             PlnChip          *chip)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, pln_chip_get_item (chip));
}

static gboolean
key_cb (PlnProgrammeTray      *self,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        GtkEventControllerKey *keys)
{
  PlnSession *session = session_of (GTK_EVENT_CONTROLLER (keys));
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (keyval == GDK_KEY_Up && modifiers == GDK_ALT_MASK)
    g_signal_emit (self, signals[SIGNAL_PUT], 0, session);
  else if ((keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete) && modifiers == 0)
    g_signal_emit (self, signals[SIGNAL_REMOVE], 0, session);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source)
{
  GtkWidget *chip = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (chip);

  gtk_drag_source_set_icon (source, picture, 12, 12);

  return gdk_content_provider_new_typed (PLN_TYPE_SESSION, session_of (GTK_EVENT_CONTROLLER (source)));
}

static GtkWidget *
new_chip (PlnProgrammeTray *self,
          PlnGathering     *gathering,
          PlnSession       *session,
          gboolean          editable)
{
  GtkWidget *chip = pln_chip_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  pln_chip_set_item (PLN_CHIP (chip), session);
  pln_programme_face_show (PLN_CHIP (chip), gathering, session, NULL, TRUE);
  pln_chip_set_selected (PLN_CHIP (chip), session == self->selected);
  gtk_widget_set_size_request (chip, CHIP_WIDTH, pln_chip_get_height (GTK_WIDGET (self), 2));
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  g_signal_connect_object (chip, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (click));

  if (editable)
    {
      GtkDragSource *drag = gtk_drag_source_new ();

      gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
      g_signal_connect_object (drag, "prepare", G_CALLBACK (prepare_cb), self, 0);
      gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (drag));
      g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (chip, keys);
    }
  else
    {
      g_object_unref (keys);
    }

  return chip;
}

static void
pln_programme_tray_dispose (GObject *object)
{
  PlnProgrammeTray *self = PLN_PROGRAMME_TRAY (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selected);

  G_OBJECT_CLASS (pln_programme_tray_parent_class)->dispose (object);
}

static void
pln_programme_tray_class_init (PlnProgrammeTrayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_programme_tray_dispose;

  /**
   * PlnProgrammeTray::select:
   * @self: the tray
   * @session: what was clicked
   */
  signals[SIGNAL_SELECT] =
    g_signal_new ("select", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, PLN_TYPE_SESSION);

  /**
   * PlnProgrammeTray::activate:
   * @self: the tray
   * @session: what was double clicked, or Enter pressed on
   */
  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, PLN_TYPE_SESSION);

  /**
   * PlnProgrammeTray::put:
   * @self: the tray
   * @session: what is to go into the programme
   */
  signals[SIGNAL_PUT] =
    g_signal_new ("put", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, PLN_TYPE_SESSION);

  /**
   * PlnProgrammeTray::remove:
   * @self: the tray
   * @session: what is to be deleted
   */
  signals[SIGNAL_REMOVE] =
    g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, PLN_TYPE_SESSION);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "programmetray");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
pln_programme_tray_init (PlnProgrammeTray *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_add_css_class (self->label, "caption-heading");
  gtk_widget_add_css_class (self->label, "pln-dim");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->row);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * pln_programme_tray_new:
 *
 * Returns: a tray, hidden as long as it is empty
 */
GtkWidget *
pln_programme_tray_new (void)
{
  return g_object_new (PLN_TYPE_PROGRAMME_TRAY, "visible", FALSE, NULL);
}

/**
 * pln_programme_tray_set_sessions:
 * @self: a tray
 * @gathering: whose programme it is
 * @sessions: (element-type PlnSession): what has no time
 * @editable: whether they may go elsewhere
 */
void
pln_programme_tray_set_sessions (PlnProgrammeTray *self,
                                 PlnGathering     *gathering,
                                 GPtrArray        *sessions,
                                 gboolean          editable)
{
  g_autofree char *count = NULL;
  gboolean had_focus;
  GtkWidget *child;

  g_return_if_fail (PLN_IS_PROGRAMME_TRAY (self));

  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  while ((child = gtk_widget_get_first_child (self->row)) != NULL)
    gtk_box_remove (GTK_BOX (self->row), child);
  for (guint i = 0; i < sessions->len; i++)
    gtk_box_append (GTK_BOX (self->row), new_chip (self, gathering, g_ptr_array_index (sessions, i), editable));

  count = g_strdup_printf (ngettext ("%u without a time", "%u without a time", sessions->len), sessions->len);
  gtk_label_set_label (GTK_LABEL (self->label), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, count, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), editable ? _("Drag one into the programme, or press Alt+Up on it") : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), sessions->len > 0);
  if (had_focus && sessions->len > 0)
    gtk_widget_grab_focus (gtk_widget_get_first_child (self->row));
}

/**
 * pln_programme_tray_select:
 * @self: a tray
 * @session: (nullable): what is shown as selected
 */
void
pln_programme_tray_select (PlnProgrammeTray *self,
                           PlnSession       *session)
{
  GtkWidget *chip;

  g_return_if_fail (PLN_IS_PROGRAMME_TRAY (self));

  g_set_object (&self->selected, session);
  for (chip = gtk_widget_get_first_child (self->row); chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    pln_chip_set_selected (PLN_CHIP (chip), pln_chip_get_item (PLN_CHIP (chip)) == (gpointer) session);
}
