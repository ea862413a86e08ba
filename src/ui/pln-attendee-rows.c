/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-attendee-rows.h"

#include "pln-attendee-row.h"
#include "pln-config.h"
#include "pln-steady-rows.h"

#include <glib/gi18n.h>

/**
 * PlnAttendeeRows:
 *
 * The attendees as a list of rows, for where a table has no room. A tap opens
 * a person by the action `attendees.open (position)`; a long press adds to
 * the selection.
 */
struct _PlnAttendeeRows
{
  AdwBin       parent_instance;

  GtkListView *view;
  PlnNetworks *networks;
};

G_DEFINE_FINAL_TYPE (PlnAttendeeRows, pln_attendee_rows, ADW_TYPE_BIN)

static void
released_cb (GtkListItem *item,
             int          n_press,
             double       x,
             double       y,
             GtkGesture  *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    gtk_widget_activate_action (gtk_list_item_get_child (item), "attendees.open", "u", gtk_list_item_get_position (item));
}

static void
long_pressed_cb (GtkListItem *item,
                 double       x,
                 double       y,
                 GtkGesture  *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (gtk_list_item_get_child (item), "list.select-item", "(ubb)",
                              gtk_list_item_get_position (item), TRUE, FALSE);
}

static void
setup_cb (PlnAttendeeRows *self,
          GtkListItem     *item)
{
  GtkWidget *row = pln_attendee_row_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), item);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (long_pressed_cb), item);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (press));
  gtk_list_item_set_child (item, row);
}

static void
fill_row (PlnSteadyRow   *steady,
          GParamSpec     *pspec,
          PlnAttendeeRow *row)
{
  pln_attendee_row_show (row, pln_steady_row_get_item (steady));
}

static void
bind_cb (PlnAttendeeRows *self,
         GtkListItem     *item)
{
  PlnSteadyRow *steady = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);

  pln_attendee_row_set_networks (PLN_ATTENDEE_ROW (row), self->networks);
  g_signal_connect (steady, "notify::item", G_CALLBACK (fill_row), row);
  fill_row (steady, NULL, PLN_ATTENDEE_ROW (row));
}

static void
unbind_cb (PlnAttendeeRows *self,
           GtkListItem     *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), fill_row, row);
  pln_attendee_row_show (PLN_ATTENDEE_ROW (row), NULL);
}

static void
pln_attendee_rows_dispose (GObject *object)
{
  g_clear_object (&PLN_ATTENDEE_ROWS (object)->networks);

  G_OBJECT_CLASS (pln_attendee_rows_parent_class)->dispose (object);
}

static void
pln_attendee_rows_class_init (PlnAttendeeRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pln_attendee_rows_dispose;
}

static void
pln_attendee_rows_init (PlnAttendeeRows *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);

  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "pln-people");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Attendees"), -1);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * pln_attendee_rows_new:
 *
 * Returns: an empty list
 */
GtkWidget *
pln_attendee_rows_new (void)
{
  return g_object_new (PLN_TYPE_ATTENDEE_ROWS, NULL);
}

/**
 * pln_attendee_rows_get_view:
 * @self: a list of rows
 *
 * Returns: (transfer none): the view in it
 */
GtkListView *
pln_attendee_rows_get_view (PlnAttendeeRows *self)
{
  g_return_val_if_fail (PLN_IS_ATTENDEE_ROWS (self), NULL);

  return self->view;
}

/**
 * pln_attendee_rows_set_model:
 * @self: a list of rows
 * @model: (nullable): the [class@Attendee] to show; %NULL while the list is
 *   not to be seen
 */
void
pln_attendee_rows_set_model (PlnAttendeeRows   *self,
                             GtkSelectionModel *model)
{
  g_autoptr(PlnSteadyRows) rows = model != NULL ? pln_steady_rows_new (model) : NULL;

  g_return_if_fail (PLN_IS_ATTENDEE_ROWS (self));

  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (rows));
}

/**
 * pln_attendee_rows_set_networks:
 * @self: a list of rows
 * @networks: (nullable): the networks of the gathering whose attendees will be
 *   shown
 */
void
pln_attendee_rows_set_networks (PlnAttendeeRows *self,
                                PlnNetworks     *networks)
{
  g_return_if_fail (PLN_IS_ATTENDEE_ROWS (self));

  g_set_object (&self->networks, networks);
}
