/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-filter-chip.h"

#include "pln-config.h"
#include "pln-facet-box.h"

#include <glib/gi18n.h>

/**
 * PlnFilterChip:
 *
 * A chip that filters by one facet: "Role" opens the values to choose from;
 * when some are chosen it is tinted, names them, and has a cross that clears
 * them.
 */
struct _PlnFilterChip
{
  AdwBin             parent_instance;

  PlnAttendeeFilter *filter;
  PlnFacet           facet;
  GListModel        *attendees;

  GtkWidget         *box;
  GtkMenuButton     *menu;
  GtkLabel          *label;
  GtkWidget         *arrow;
  GtkWidget         *clear;
};

G_DEFINE_FINAL_TYPE (PlnFilterChip, pln_filter_chip, ADW_TYPE_BIN)

/* "Role", "Role: speaker", "Role: 2 chosen" */
static char *
label_words (PlnFilterChip *self)
{
  const char *title = pln_facet_title (self->facet);
  guint n = pln_attendee_filter_get_n (self->filter, self->facet);
  g_autofree char *word = NULL;
  g_autofree char *lower = NULL;

  if (n == 0)
    return g_strdup (title);
  if (n > 1)
    /* Translators: a filter and how many of its values are chosen, as “Role: 2 chosen” */
    return g_strdup_printf (ngettext ("%s: %u chosen", "%s: %u chosen", n), title, n);

  word = pln_facet_word (self->facet, pln_attendee_filter_get_one (self->filter, self->facet));
  if (self->facet == PLN_FACET_NETWORK || self->facet == PLN_FACET_SECTOR || self->facet == PLN_FACET_STAGE)
    lower = g_strdup (word); /* as the organisers wrote it */
  else
    lower = g_utf8_strdown (word, -1);

  /* Translators: a filter and the value chosen, as “Role: speaker” */
  return g_strdup_printf (_("%s: %s"), title, lower);
}

static void
update (PlnFilterChip *self)
{
  gboolean on = pln_attendee_filter_get_n (self->filter, self->facet) > 0;
  g_autofree char *words = label_words (self);
  g_autofree char *name = g_strdup_printf (_("Filter by %s"), words);

  if (g_str_equal (gtk_label_get_text (self->label), words))
    return; /* another facet, or the search */

  gtk_label_set_text (self->label, words);
  gtk_widget_set_visible (self->arrow, !on);
  gtk_widget_set_visible (self->clear, on);
  if (on)
    gtk_widget_add_css_class (self->box, "pln-on");
  else
    gtk_widget_remove_css_class (self->box, "pln-on");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
create_popup_cb (GtkMenuButton *menu,
                 gpointer       user_data)
{
  PlnFilterChip *self = user_data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *content = pln_facet_box_new (self->filter, self->facet, self->attendees);

  gtk_widget_add_css_class (content, "pln-popover");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, pln_facet_title (self->facet), -1);
  gtk_menu_button_set_popover (menu, popover);
}

static void
clear_cb (PlnFilterChip *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->menu)); /* the cross goes */
  pln_attendee_filter_clear_facet (self->filter, self->facet);
}

static void
pln_filter_chip_dispose (GObject *object)
{
  PlnFilterChip *self = PLN_FILTER_CHIP (object);

  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  g_clear_object (&self->filter);
  g_clear_object (&self->attendees);

  G_OBJECT_CLASS (pln_filter_chip_parent_class)->dispose (object);
}

static void
pln_filter_chip_class_init (PlnFilterChipClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pln_filter_chip_dispose;
}

static void
pln_filter_chip_init (PlnFilterChip *self)
{
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->attendees = G_LIST_MODEL (g_list_store_new (PLN_TYPE_ATTENDEE));
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->menu = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");
  self->clear = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_box_append (GTK_BOX (inside), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (inside), self->arrow);
  gtk_menu_button_set_child (self->menu, inside);
  gtk_menu_button_set_create_popup_func (self->menu, create_popup_cb, self, NULL);
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (clear_cb), self);

  gtk_widget_add_css_class (self->box, "pln-filter");
  gtk_widget_add_css_class (self->clear, "pln-clear");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->menu));
  gtk_box_append (GTK_BOX (self->box), self->clear);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * pln_filter_chip_new:
 * @filter: what the chip changes
 * @facet: the facet that it filters by
 *
 * Returns: a chip
 */
GtkWidget *
pln_filter_chip_new (PlnAttendeeFilter *filter,
                     PlnFacet           facet)
{
  PlnFilterChip *self = g_object_new (PLN_TYPE_FILTER_CHIP, NULL);
  g_autofree char *clear = g_strdup_printf (_("Clear filter %s"), pln_facet_title (facet));

  self->filter = g_object_ref (filter);
  self->facet = facet;
  gtk_widget_set_tooltip_text (self->clear, clear);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, clear, -1);
  g_signal_connect_swapped (filter, "changed", G_CALLBACK (update), self);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * pln_filter_chip_set_attendees:
 * @self: a chip
 * @attendees: the list of [class@Attendee] whose values are offered
 */
void
pln_filter_chip_set_attendees (PlnFilterChip *self,
                               GListModel    *attendees)
{
  g_return_if_fail (PLN_IS_FILTER_CHIP (self));
  g_return_if_fail (G_IS_LIST_MODEL (attendees));

  g_set_object (&self->attendees, attendees);
}
