/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-attendees-page-private.h"

#include "pln-attendee-row.h"
#include "pln-config.h"

#include <glib/gi18n.h>

static PlnAttendee *
find_attendee (GtkWidget *widget)
{
  PlnAttendee *attendee = NULL;

  if (PLN_IS_ATTENDEE_CELL (widget))
    return pln_attendee_cell_get_attendee (PLN_ATTENDEE_CELL (widget));
  if (PLN_IS_ATTENDEE_ROW (widget))
    return pln_attendee_row_get_attendee (PLN_ATTENDEE_ROW (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       attendee == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    attendee = find_attendee (child);

  return attendee;
}

/* The row of the view that a widget is, or is in. */
static GtkWidget *
row_of (GtkWidget *widget)
{
  while (widget != NULL && g_strcmp0 (gtk_widget_get_css_name (widget), "row") != 0)
    widget = gtk_widget_get_parent (widget);

  return widget;
}

static GMenuModel *
make_model (void)
{
  static const struct { const char *label; const char *action; } answers[] = {
    { N_("Going"), "attendees.answer::accepted" },
    { N_("Maybe"), "attendees.answer::tentative" },
    { N_("No answer"), "attendees.answer::needs-action" },
    { N_("Declined"), "attendees.answer::declined" },
  };
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) first = g_menu_new ();
  g_autoptr(GMenu) answer = g_menu_new ();
  g_autoptr(GMenu) last = g_menu_new ();

  g_menu_append (first, _("Open"), "attendees.open-chosen");
  g_menu_append (first, _("Copy"), "attendees.copy");
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    g_menu_append (answer, _(answers[i].label), answers[i].action);
  g_menu_append (last, _("Invite…"), "attendees.invite");
  g_menu_append (last, _("Remove"), "attendees.remove");

  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, _("Answer"), G_MENU_MODEL (answer));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
closed_cb (PlnAttendeesPage *self)
{
  gtk_widget_grab_focus (pln_attendees_page_get_view (self));
}

/* Opens the menu for who is chosen; who is not, becomes the only one. */
static void
show_menu (PlnAttendeesPage *self,
           GtkWidget        *row,
           GdkRectangle     *at)
{
  PlnAttendee *attendee = row != NULL ? find_attendee (row) : NULL;
  guint position = attendee != NULL ? pln_attendees_page_find (self, attendee) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);

  if (self->menu == NULL)
    {
      g_autoptr(GMenuModel) model = make_model ();

      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Attendees"), -1);
      g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (closed_cb), self);
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
show_menu_at (PlnAttendeesPage   *self,
              double              x,
              double              y,
              GtkEventController *controller)
{
  GtkWidget *view = gtk_event_controller_get_widget (controller);
  GtkWidget *widget = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  double page_x;
  double page_y;

  gtk_widget_translate_coordinates (view, GTK_WIDGET (self), x, y, &page_x, &page_y);
  show_menu (self, row_of (widget), &(GdkRectangle) { page_x, page_y, 1, 1 });
}

static void
pressed_cb (PlnAttendeesPage *self,
            int               n_press,
            double            x,
            double            y,
            GtkGesture       *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu_at (self, x, y, GTK_EVENT_CONTROLLER (gesture));
}

/**
 * pln_attendees_page_show_menu:
 * @self: a page
 *
 * Opens the menu of the row that has the focus.
 */
void
pln_attendees_page_show_menu (PlnAttendeesPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = row_of (focus);
  graphene_rect_t place;

  if (row == NULL || !gtk_widget_is_ancestor (row, GTK_WIDGET (self))
      || !gtk_widget_compute_bounds (row, GTK_WIDGET (self), &place))
    return;

  show_menu (self, row, &(GdkRectangle) { place.origin.x + place.size.height, place.origin.y + place.size.height, 1, 1 });
}

/**
 * pln_attendees_page_add_menu:
 * @self: a page
 * @view: the table, or the list of rows
 *
 * Lets a click with the second button open the menu of a row.
 */
void
pln_attendees_page_add_menu (PlnAttendeesPage *self,
                             GtkWidget        *view)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (view, GTK_EVENT_CONTROLLER (click));
}
