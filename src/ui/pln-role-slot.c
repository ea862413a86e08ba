/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-role-slot.h"

#include "pln-config.h"
#include "pln-group-words.h"

#include <glib/gi18n.h>

/**
 * PlnRoleSlot:
 *
 * The place of a role that nobody in a group has: a button that offers who
 * could, and a target for a card.
 */
struct _PlnRoleSlot
{
  GtkButton    parent_instance;

  PlnGroupRole role;
};

G_DEFINE_FINAL_TYPE (PlnRoleSlot, pln_role_slot, GTK_TYPE_BUTTON)

static void
pln_role_slot_class_init (PlnRoleSlotClass *klass)
{
}

static GtkWidget *
make_label (const char *text,
            const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, class);

  return label;
}

static void
pln_role_slot_init (PlnRoleSlot *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "pln-role-slot");
}

/**
 * pln_role_slot_new:
 * @group: a group
 * @role: a role that nobody in it has
 *
 * Returns: the place of that role
 */
GtkWidget *
pln_role_slot_new (PlnGroup     *group,
                   PlnGroupRole  role)
{
  PlnRoleSlot *self = g_object_new (PLN_TYPE_ROLE_SLOT, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *missing = pln_group_role_missing (role);
  g_autofree char *name = pln_group_name (group);
  /* Translators: of a group, as "Group 3" */
  g_autofree char *words = g_strdup_printf (role == PLN_GROUP_ROLE_FACILITATOR ? _("%s has no facilitator. Choose one")
                                                                               : _("%s has no note-taker. Choose one"), name);

  self->role = role;
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (lines), make_label (missing, "pln-compact"));
  gtk_box_append (GTK_BOX (lines), make_label (_("Choose one"), "caption"));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "board.choose");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(si)", pln_group_get_uid (group), (gint32) role);

  return GTK_WIDGET (self);
}

PlnGroupRole
pln_role_slot_get_role (PlnRoleSlot *self)
{
  g_return_val_if_fail (PLN_IS_ROLE_SLOT (self), PLN_GROUP_ROLE_NONE);

  return self->role;
}
