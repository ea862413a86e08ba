/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-choice-row.h"

#include <glib/gi18n.h>

/**
 * PlnChoiceRow:
 *
 * A row for a text that is often one of a few, such as a room: typed, or
 * chosen from a menu.
 */
struct _PlnChoiceRow
{
  AdwEntryRow  parent_instance;

  GtkWidget   *button;
};

G_DEFINE_FINAL_TYPE (PlnChoiceRow, pln_choice_row, ADW_TYPE_ENTRY_ROW)

static void
choose_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  gtk_editable_set_text (GTK_EDITABLE (widget), g_variant_get_string (parameter, NULL));
}

static void
pln_choice_row_class_init (PlnChoiceRowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "row.choose", "s", choose_cb);
}

static void
pln_choice_row_init (PlnChoiceRow *self)
{
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "pan-down-symbolic");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->button, FALSE);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_tooltip_text (self->button, _("Choose one that is there"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose one that is there"), -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->button);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self), TRUE);
}

/**
 * pln_choice_row_set_choices:
 * @self: a row
 * @choices: (array zero-terminated=1): what can be chosen
 */
void
pln_choice_row_set_choices (PlnChoiceRow      *self,
                            const char *const *choices)
{
  g_autoptr(GMenu) menu = g_menu_new ();

  g_return_if_fail (PLN_IS_CHOICE_ROW (self));

  for (guint i = 0; choices[i] != NULL; i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (choices[i], NULL);

      g_menu_item_set_action_and_target (item, "row.choose", "s", choices[i]);
      g_menu_append_item (menu, item);
    }

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), G_MENU_MODEL (menu));
  gtk_widget_set_visible (self->button, choices[0] != NULL);
}
