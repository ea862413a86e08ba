/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-missing-pane.h"

#include "pln-avatar.h"
#include "pln-config.h"
#include "pln-door.h"
#include "pln-ring.h"
#include "pln-str.h"

#include <glib/gi18n.h>

/**
 * PlnMissingPane:
 *
 * How many are here, as a ring and in words, and who is not.
 */
struct _PlnMissingPane
{
  AdwBin      parent_instance;

  GListStore *missing;
  PlnRing    *ring;
  GtkLabel   *here;
  GtkLabel   *whole;
  GtkLabel   *title;
  GtkWidget  *list;
};

G_DEFINE_FINAL_TYPE (PlnMissingPane, pln_missing_pane, ADW_TYPE_BIN)

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *avatar = pln_avatar_new (26);

  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), avatar);
  gtk_box_append (GTK_BOX (row), words);
  add_label (words, "pln-compact");
  add_label (words, "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (words), "pln-dim");
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  PlnAttendee *attendee = gtk_list_item_get_item (item);
  GtkWidget *avatar = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *name = gtk_widget_get_first_child (gtk_widget_get_next_sibling (avatar));
  GtkWidget *organisation = gtk_widget_get_next_sibling (name);
  g_autofree char *line = pln_str_one_line (pln_attendee_get_display_name (attendee));
  g_autofree char *where = pln_str_one_line (pln_attendee_get_organisation (attendee));

  pln_avatar_show (PLN_AVATAR (avatar), attendee);
  gtk_label_set_text (GTK_LABEL (name), line);
  gtk_label_set_text (GTK_LABEL (organisation), where);
  gtk_widget_set_visible (organisation, *where != '\0');
}

static GtkWidget *
make_count (PlnMissingPane *self)
{
  GtkWidget *count = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->ring = PLN_RING (pln_ring_new (64));
  gtk_widget_add_css_class (GTK_WIDGET (self->ring), "pln-here-ring");
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (count), GTK_WIDGET (self->ring));
  gtk_box_append (GTK_BOX (count), words);
  self->here = add_label (words, "title-2");
  self->whole = add_label (words, "pln-dim");
  gtk_widget_add_css_class (GTK_WIDGET (self->here), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->whole), "numeric");

  return count;
}

static GtkWidget *
make_list (PlnMissingPane *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->missing)))), factory);
  gtk_widget_add_css_class (self->list, "pln-missing");
  gtk_widget_set_focusable (self->list, FALSE);
  gtk_widget_set_can_focus (self->list, FALSE); /* the field has the focus, always */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static void
pln_missing_pane_dispose (GObject *object)
{
  g_clear_object (&PLN_MISSING_PANE (object)->missing);

  G_OBJECT_CLASS (pln_missing_pane_parent_class)->dispose (object);
}

static void
pln_missing_pane_class_init (PlnMissingPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pln_missing_pane_dispose;
}

static void
pln_missing_pane_init (PlnMissingPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->missing = g_list_store_new (PLN_TYPE_ATTENDEE);
  gtk_box_append (GTK_BOX (box), make_count (self));
  self->title = add_label (box, "heading");
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_widget_add_css_class (box, "pln-missing-pane");
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * pln_missing_pane_show:
 * @self: a pane
 * @gathering: a gathering that is loaded
 *
 * Shows who is here now, and who is not.
 */
void
pln_missing_pane_show (PlnMissingPane *self,
                       PlnGathering   *gathering)
{
  PlnDoorCount count = pln_door_count (gathering);
  g_autoptr(GPtrArray) missing = pln_door_missing (gathering);
  g_autofree char *here = g_strdup_printf (ngettext ("%u here", "%u here", count.here), count.here);
  /* Translators: below “74 here”: how many are expected */
  g_autofree char *whole = g_strdup_printf (_("of %u"), count.expected);
  g_autofree char *title = g_strdup_printf (ngettext ("%u not here", "%u not here", count.missing), count.missing);

  g_return_if_fail (PLN_IS_MISSING_PANE (self));

  pln_ring_set_part (self->ring, count.expected > 0 ? (double) count.here / count.expected : 0);
  gtk_label_set_text (self->here, here);
  gtk_label_set_text (self->whole, whole);
  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_list_store_splice (self->missing, 0, g_list_model_get_n_items (G_LIST_MODEL (self->missing)), missing->pdata, missing->len);
}
