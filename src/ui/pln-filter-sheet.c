/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-filter-sheet.h"

#include "pln-config.h"
#include "pln-facet-box.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static GtkWidget *
make_facet (PlnAttendeeFilter *filter,
            PlnFacet           facet,
            GListModel        *attendees)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (pln_facet_title (facet));

  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), pln_facet_box_new (filter, facet, attendees));

  return box;
}

static GtkWidget *
make_facets (PlnAttendeeFilter *filter,
             GListModel        *attendees)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (int i = 0; i < PLN_N_FACETS; i++)
    gtk_box_append (GTK_BOX (box), make_facet (filter, i, attendees));
  gtk_widget_add_css_class (box, "pln-sheet");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

static void
clear_cb (GtkWidget         *button,
          PlnAttendeeFilter *filter)
{
  pln_attendee_filter_clear (filter);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (button)));
}

static gboolean
escape_cb (GtkWidget *sheet,
           GVariant  *arguments,
           gpointer   user_data)
{
  gtk_window_close (GTK_WINDOW (sheet));

  return TRUE;
}

static void
close_by_escape (GtkWidget *sheet)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (sheet, shortcuts);
}

/**
 * pln_filter_sheet_present:
 * @parent: a widget in the window above which the sheet is shown
 * @filter: what the choices change, at once
 * @attendees: the list of [class@Attendee] whose values are offered
 *
 * Shows all filters in one sheet, for where chips have no room.
 */
void
pln_filter_sheet_present (GtkWidget         *parent,
                          PlnAttendeeFilter *filter,
                          GListModel        *attendees)
{
  GtkWidget *sheet = adw_window_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *clear = gtk_button_new_with_label (_("Clear filters"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_signal_connect_object (clear, "clicked", G_CALLBACK (clear_cb), filter, 0);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), clear);
  gtk_widget_add_css_class (header, "flat");
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), make_facets (filter, attendees));
  adw_window_set_content (ADW_WINDOW (sheet), box);

  close_by_escape (sheet);
  gtk_window_set_title (GTK_WINDOW (sheet), _("Filters"));
  gtk_window_set_transient_for (GTK_WINDOW (sheet), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_set_modal (GTK_WINDOW (sheet), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (sheet), 360, 640);
  gtk_window_present (GTK_WINDOW (sheet));
}
