/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-filter-sheet.h"

#include "pln-config.h"
#include "pln-facet-box.h"
#include "pln-sheet.h"

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
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (button)));
}

static void
allow_clear_cb (GtkWidget         *button,
                guint              change,
                PlnAttendeeFilter *filter)
{
  gtk_widget_set_sensitive (button, !pln_attendee_filter_is_empty (filter));
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
  GtkWidget *clear = gtk_button_new_with_label (_("Clear filters"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  PlnSheet *sheet = g_object_new (PLN_TYPE_SHEET,
                                  "title", _("Filters"), "cancel", _("Close"), "body", box,
                                  "default-width", 360, "default-height", 640, NULL);

  gtk_box_append (GTK_BOX (box), make_facets (filter, attendees));
  g_signal_connect_object (clear, "clicked", G_CALLBACK (clear_cb), filter, 0);
  gtk_widget_add_css_class (clear, "pln-sheet-button");
  g_signal_connect_object (filter, "changed", G_CALLBACK (allow_clear_cb), clear, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (clear, !pln_attendee_filter_is_empty (filter));
  gtk_box_append (GTK_BOX (box), clear);

  pln_sheet_present (sheet, GTK_WINDOW (gtk_widget_get_root (parent)));
}
