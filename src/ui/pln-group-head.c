/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-group-head.h"

#include "pln-config.h"
#include "pln-group-words.h"
#include "pln-str.h"
#include "pln-style.h"

#include <glib/gi18n.h>

/**
 * PlnGroupHead:
 *
 * What a group is: its number, topic, room, and how many sit in it. It opens
 * the group.
 */
struct _PlnGroupHead
{
  GtkButton  parent_instance;

  PlnRound  *round;
  PlnGroup  *group;

  GtkWidget *number;
  GtkWidget *topic;
  GtkWidget *icon;
  GtkWidget *room;
  GtkWidget *count;
};

G_DEFINE_FINAL_TYPE (PlnGroupHead, pln_group_head, GTK_TYPE_BUTTON)

static void
pln_group_head_dispose (GObject *object)
{
  PlnGroupHead *self = PLN_GROUP_HEAD (object);

  g_clear_object (&self->group);
  g_clear_object (&self->round);

  G_OBJECT_CLASS (pln_group_head_parent_class)->dispose (object);
}

static void
pln_group_head_class_init (PlnGroupHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pln_group_head_dispose;
}

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            gpointer       user_data)
{
  PlnGroupHead *self = PLN_GROUP_HEAD (user_data);

  return gtk_widget_activate_action (GTK_WIDGET (self), "win.notes-text", "(ss)",
                                     pln_group_get_uid (self->group), g_value_get_string (value));
}

/* A text, such as what somebody wrote on the way, goes into the notes. */
static void
take_texts (PlnGroupHead *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  g_signal_connect (drop, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

static GtkWidget *
make_label (const char *class)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, class);

  return label;
}

static void
pln_group_head_init (PlnGroupHead *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *where = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  self->number = gtk_label_new ("");
  gtk_widget_add_css_class (self->number, "pln-group-number");
  gtk_widget_set_valign (self->number, GTK_ALIGN_START);

  self->topic = make_label ("pln-group-topic");
  gtk_label_set_wrap (GTK_LABEL (self->topic), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->topic), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->topic), 2);
  gtk_label_set_width_chars (GTK_LABEL (self->topic), 6);

  self->icon = gtk_image_new ();
  gtk_widget_add_css_class (self->icon, "pln-dim");
  gtk_image_set_pixel_size (GTK_IMAGE (self->icon), 14);
  self->room = make_label ("caption");
  gtk_widget_add_css_class (self->room, "pln-dim");
  gtk_widget_set_hexpand (self->room, TRUE);
  self->count = gtk_label_new ("");
  gtk_widget_add_css_class (self->count, "caption-heading");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_box_append (GTK_BOX (where), self->icon);
  gtk_box_append (GTK_BOX (where), self->room);
  gtk_box_append (GTK_BOX (where), self->count);

  gtk_box_append (GTK_BOX (lines), self->topic);
  gtk_box_append (GTK_BOX (lines), where);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (box), self->number);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "pln-group-head");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "breakouts.open-group");
  take_texts (self);
}

/**
 * pln_group_head_new:
 * @round: a round
 * @group: one of its groups
 *
 * Returns: the head of that group
 */
GtkWidget *
pln_group_head_new (PlnRound *round,
                    PlnGroup *group)
{
  PlnGroupHead *self = g_object_new (PLN_TYPE_GROUP_HEAD, NULL);

  self->round = g_object_ref (round);
  self->group = g_object_ref (group);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", pln_group_get_uid (group));
  pln_group_head_show (self);

  return GTK_WIDGET (self);
}

/**
 * pln_group_head_show:
 * @self: a head
 *
 * Shows the group as it is now.
 */
void
pln_group_head_show (PlnGroupHead *self)
{
  guint number = pln_group_get_number (self->group);
  guint n = pln_group_get_n_places (self->group);
  guint chairs = pln_group_get_chairs (self->group);
  gboolean locked = pln_group_get_locked (self->group);
  gboolean over = chairs > 0 && n > chairs;
  g_autofree char *topic = pln_str_one_line (pln_group_get_topic (self->group));
  g_autofree char *room = pln_str_one_line (pln_group_get_room (self->group));
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  /* Translators: how many people of how many chairs */
  g_autofree char *count = over ? g_strdup_printf (_("%u of %u"), n, chairs) : g_strdup_printf ("%u", n);
  g_autofree char *name = pln_group_name (self->group);
  g_autofree char *words = pln_group_summary (self->round, self->group);

  gtk_label_set_text (GTK_LABEL (self->number), number_text);
  gtk_widget_set_visible (self->number, number > 0);
  gtk_label_set_text (GTK_LABEL (self->topic), *topic != '\0' ? topic : name);
  gtk_label_set_text (GTK_LABEL (self->room), *room != '\0' ? room : _("No room yet"));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), locked ? "changes-prevent-symbolic" : "pln-door-symbolic");
  gtk_label_set_text (GTK_LABEL (self->count), count);
  pln_style_set_class (self->count, "pln-warning", over);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
