/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-wall-window-private.h"

#include "pln-clock.h"
#include "pln-config.h"

#include <glib/gi18n.h>

/* What the wall is made of, and its keys. */

#define CONTROLS_SECONDS 4 /* after the pointer moved */
#define B_SECONDS        2 /* within which a B was the begin of a name */

static GtkLabel *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return GTK_LABEL (label);
}

static GtkWidget *
make_field (PlnWallWindow *self)
{
  GtkWidget *field = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *overlay = gtk_overlay_new ();

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_icon_from_icon_name (self->entry, GTK_ENTRY_ICON_PRIMARY, "edit-find-symbolic");
  gtk_entry_set_icon_activatable (self->entry, GTK_ENTRY_ICON_PRIMARY, FALSE);
  gtk_entry_set_max_length (self->entry, 100);
  gtk_entry_set_input_hints (self->entry, GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_PRIVATE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find your name"), -1);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (pln_wall_window_find), self);
  self->n_found = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->n_found), "pln-wall-found");
  gtk_widget_set_halign (GTK_WIDGET (self->n_found), GTK_ALIGN_END);
  gtk_widget_set_valign (GTK_WIDGET (self->n_found), GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (GTK_WIDGET (self->n_found), FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->entry));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->n_found));
  gtk_box_append (GTK_BOX (field), GTK_WIDGET (make_label ("pln-wall-pale")));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (field)), _("Find your name"));
  gtk_box_append (GTK_BOX (field), overlay);
  gtk_widget_set_valign (field, GTK_ALIGN_CENTER);

  return field;
}

static GtkWidget *
make_head (PlnWallWindow *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 42);
  GtkWidget *titles = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->subtitle = make_label ("pln-wall-subtitle");
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "pln-wall-pale");
  self->title = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "xalign", 0.0,
                                         "ellipsize", PANGO_ELLIPSIZE_END, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "pln-wall-title");
  gtk_box_append (GTK_BOX (titles), GTK_WIDGET (self->subtitle));
  gtk_box_append (GTK_BOX (titles), GTK_WIDGET (self->title));
  gtk_widget_set_hexpand (titles, TRUE);
  gtk_widget_set_valign (titles, GTK_ALIGN_CENTER);
  self->countdown = PLN_WALL_COUNTDOWN (pln_wall_countdown_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->countdown), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), titles);
  gtk_box_append (GTK_BOX (head), make_field (self));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->countdown));

  return head;
}

static void
add_button (GtkWidget  *box,
            const char *icon,
            const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_focusable (button, FALSE); /* keys go to the field */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (box), button);
}

static void
pause_cb (PlnWallWindow *self)
{
  gboolean is_paused = gtk_toggle_button_get_active (self->pause);

  if (is_paused == (self->paused_at != 0))
    return;
  if (is_paused)
    self->paused_at = pln_clock_now ();
  else
    {
      self->shift += pln_clock_now () - self->paused_at;
      self->paused_at = 0;
    }
  pln_wall_window_tick (self);
}

/* Seen while the pointer moves, for whom the keys are not there. */
static GtkWidget *
make_controls (PlnWallWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->pause = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("Pause")));
  gtk_widget_set_focusable (GTK_WIDGET (self->pause), FALSE);
  g_signal_connect_swapped (self->pause, "toggled", G_CALLBACK (pause_cb), self);
  self->in_full = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (_("Full names: everybody agreed")));
  gtk_widget_set_focusable (GTK_WIDGET (self->in_full), FALSE);

  add_button (box, "go-previous-symbolic", _("Round before (Left)"), "wall.step(-1)");
  add_button (box, "go-next-symbolic", _("Next round (Right)"), "wall.step(1)");
  add_button (box, "list-remove-symbolic", _("A minute less (−)"), "wall.minute(-1)");
  add_button (box, "list-add-symbolic", _("A minute more (+)"), "wall.minute(1)");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pause));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->in_full));
  add_button (box, "display-brightness-symbolic", _("Black (B)"), "wall.black");
  add_button (box, "view-fullscreen-symbolic", _("Fill the screen (F11)"), "wall.fill");
  add_button (box, "window-close-symbolic", _("Close the wall (Escape)"), "wall.close");
  self->controls = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->controls, GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (self->controls, box);
  gtk_widget_set_valign (GTK_WIDGET (self->controls), GTK_ALIGN_END);
  gtk_widget_set_halign (GTK_WIDGET (self->controls), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "pln-wall-controls");

  return GTK_WIDGET (self->controls);
}

static GtkWidget *
make_foot (PlnWallWindow *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);

  self->next = make_label ("pln-wall-pale");
  self->page = make_label ("pln-wall-pale");
  self->clock = make_label ("pln-wall-pale");
  gtk_widget_add_css_class (GTK_WIDGET (self->clock), "numeric");
  gtk_widget_set_hexpand (GTK_WIDGET (self->next), TRUE);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->next));
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->page));
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->clock));

  return foot;
}

static void
hide_controls_cb (gpointer user_data)
{
  PlnWallWindow *self = user_data;

  self->controls_source = 0;
  gtk_revealer_set_reveal_child (self->controls, FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
}

static void
moved_cb (PlnWallWindow *self)
{
  g_clear_handle_id (&self->controls_source, g_source_remove);
  self->controls_source = g_timeout_add_once (1000 * CONTROLS_SECONDS, hide_controls_cb, self);
  gtk_revealer_set_reveal_child (self->controls, TRUE);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

/* (internal): Makes all that is in the window. */
void
pln_wall_window_build (PlnWallWindow *self)
{
  GtkWidget *wall = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *black = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->sizes = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)), GTK_STYLE_PROVIDER (self->sizes),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 3);
  self->board = PLN_WALL_BOARD (pln_wall_board_new ());
  self->nothing = make_label ("pln-wall-title");
  gtk_widget_set_halign (GTK_WIDGET (self->nothing), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->nothing), GTK_ALIGN_CENTER);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->board));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->nothing));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), make_controls (self));
  gtk_box_append (GTK_BOX (wall), make_head (self));
  gtk_box_append (GTK_BOX (wall), overlay);
  gtk_box_append (GTK_BOX (wall), make_foot (self));
  gtk_widget_add_css_class (wall, "pln-wall-content");
  gtk_widget_add_css_class (black, "pln-wall-black");

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, wall, "wall");
  gtk_stack_add_named (self->stack, black, "black");
  gtk_window_set_child (GTK_WINDOW (self), GTK_WIDGET (self->stack));
  gtk_widget_add_css_class (GTK_WIDGET (self), "pln-wall");

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (pln_wall_window_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->entry));
  pln_wall_window_rescale (self, 1);
}

/* (internal): All is as large as the screen lets it be. */
void
pln_wall_window_rescale (PlnWallWindow *self,
                         double         scale)
{
  g_autofree char *css = NULL;

  self->scale = scale;
  css = g_strdup_printf (".pln-wall { font-size: %dpx; }"
                         ".pln-wall .pln-wall-subtitle { font-size: %dpx; }"
                         ".pln-wall .pln-wall-title { font-size: %dpx; }"
                         ".pln-wall entry { font-size: %dpx; min-height: %dpx; min-width: %dpx; padding: 0 %dpx; }"
                         ".pln-wall .pln-wall-found { color: #5e5c64; margin-right: %dpx; font-size: %dpx; }"
                         ".pln-wall .pln-wall-figures { font-size: %dpx; }"
                         ".pln-wall .pln-wall-countdown { padding: %dpx %dpx; }"
                         ".pln-wall .pln-wall-content { padding: %dpx %dpx; }",
                         (int) (24 * scale), (int) (27 * scale), (int) (62 * scale), (int) (32 * scale), (int) (64 * scale),
                         (int) (380 * scale), (int) (18 * scale), (int) (20 * scale), (int) (21 * scale), (int) (66 * scale),
                         (int) (6 * scale), (int) (30 * scale), (int) (42 * scale), (int) (60 * scale));
  gtk_css_provider_load_from_data (self->sizes, css, -1);
  pln_wall_countdown_set_scale (self->countdown, scale);
}

static void
step_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  pln_wall_window_step (PLN_WALL_WINDOW (widget), g_variant_get_int32 (parameter));
}

static void
minute_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PLN_WALL_WINDOW (widget)->shift += 60 * g_variant_get_int32 (parameter);
  pln_wall_window_tick (PLN_WALL_WINDOW (widget));
}

static void
toggle_pause_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  GtkToggleButton *pause = PLN_WALL_WINDOW (widget)->pause;

  gtk_toggle_button_set_active (pause, !gtk_toggle_button_get_active (pause));
}

static gboolean
is_black (PlnWallWindow *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "black");
}

static void
black_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  PlnWallWindow *self = PLN_WALL_WINDOW (widget);

  gtk_stack_set_visible_child_name (self->stack, is_black (self) ? "wall" : "black");
  self->blackened_at = g_get_monotonic_time ();
  if (!is_black (self))
    gtk_entry_grab_focus_without_selecting (self->entry);
}

static void
fill_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
close_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

/* (internal): What keys and buttons do. */
void
pln_wall_window_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "wall.step", "i", step_cb);
  gtk_widget_class_install_action (widget_class, "wall.minute", "i", minute_cb);
  gtk_widget_class_install_action (widget_class, "wall.pause", NULL, toggle_pause_cb);
  gtk_widget_class_install_action (widget_class, "wall.black", NULL, black_cb);
  gtk_widget_class_install_action (widget_class, "wall.fill", NULL, fill_cb);
  gtk_widget_class_install_action (widget_class, "wall.close", NULL, close_cb);
}

static gboolean
do_action (PlnWallWindow *self,
           const char    *action,
           int            argument)
{
  if (argument != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), action, "i", argument);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);

  return GDK_EVENT_STOP;
}

/* Any key ends the black. A letter soon after a B says that the B was the
 * begin of a name. */
static gboolean
end_black (PlnWallWindow   *self,
           guint            key,
           GdkModifierType  state)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  gboolean is_soon = g_get_monotonic_time () - self->blackened_at < B_SECONDS * G_USEC_PER_SEC;

  if (gdk_keyval_to_upper (key) == gdk_keyval_to_lower (key) && letter == 0 && key != GDK_KEY_Escape && key != GDK_KEY_Return)
    return GDK_EVENT_STOP; /* Shift, Control and their like */

  do_action (self, "wall.black", 0);
  if (is_soon && g_unichar_isalpha (letter) && letter != 'b' && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0)
    {
      char name[8] = "b";
      int length = g_unichar_to_utf8 (letter, name + 1);

      name[1 + length] = '\0';
      gtk_editable_set_text (GTK_EDITABLE (self->entry), name);
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
    }

  return GDK_EVENT_STOP;
}

/* (internal): Keys that are not for the name field. */
gboolean
pln_wall_window_key (PlnWallWindow   *self,
                     guint            key,
                     guint            code,
                     GdkModifierType  state)
{
  gboolean is_empty = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0';

  if (is_black (self))
    return end_black (self, key, state);

  switch (key)
    {
    case GDK_KEY_F11:
      return do_action (self, "wall.fill", 0);
    case GDK_KEY_Left:
      return do_action (self, "wall.step", -1);
    case GDK_KEY_Right:
      return do_action (self, "wall.step", 1);
    case GDK_KEY_Escape:
      if (is_empty)
        return do_action (self, "wall.close", 0);
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      return GDK_EVENT_STOP;
    default:
      break;
    }
  if (!is_empty)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_space:
      return do_action (self, "wall.pause", 0);
    case GDK_KEY_plus:
    case GDK_KEY_KP_Add:
      return do_action (self, "wall.minute", 1);
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      return do_action (self, "wall.minute", -1);
    case GDK_KEY_b:
    case GDK_KEY_B:
      return do_action (self, "wall.black", 0);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}
