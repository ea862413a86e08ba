/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-selection-bar.h"

#include "pln-config.h"
#include "pln-str.h"
#include "pln-suggest.h"

#include <glib/gi18n.h>

/**
 * PlnSelectionBar:
 *
 * The bar that rises when several people are chosen: what can be done with all
 * of them. It works by the actions `attendees.answer (answer)`,
 * `attendees.tag (network, sector, stage)`, `attendees.invite` and
 * `attendees.remove`.
 */
struct _PlnSelectionBar
{
  AdwBin         parent_instance;

  PlnGathering  *gathering;

  GtkRevealer   *revealer;
  GtkLabel      *count;
  GtkMenuButton *tag;
  GtkEntry      *network;
  GtkEntry      *sector;
  GtkEntry      *stage;
  GtkButton     *tag_button;
  GtkButton     *invite;
  GtkButton     *remove;
};

G_DEFINE_FINAL_TYPE (PlnSelectionBar, pln_selection_bar, ADW_TYPE_BIN)

static char *
take_text (GtkEntry *entry)
{
  char *text = pln_str_one_line (gtk_editable_get_text (GTK_EDITABLE (entry)));

  gtk_editable_set_text (GTK_EDITABLE (entry), "");

  return text;
}

static void
tag_cb (PlnSelectionBar *self)
{
  g_autofree char *network = take_text (self->network);
  g_autofree char *sector = take_text (self->sector);
  g_autofree char *stage = take_text (self->stage);

  gtk_menu_button_popdown (self->tag);
  if (*network != '\0' || *sector != '\0' || *stage != '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "attendees.tag", "(sss)", network, sector, stage);
}

static void
tag_shown_cb (PlnSelectionBar *self)
{
  GListModel *attendees;

  if (self->gathering == NULL)
    return;

  attendees = pln_gathering_get_attendees (self->gathering);
  pln_suggest_values (self->network, PLN_FACET_NETWORK, attendees);
  pln_suggest_values (self->sector, PLN_FACET_SECTOR, attendees);
  pln_suggest_values (self->stage, PLN_FACET_STAGE, attendees);
}

static void
pln_selection_bar_dispose (GObject *object)
{
  g_clear_object (&PLN_SELECTION_BAR (object)->gathering);
  adw_bin_set_child (ADW_BIN (object), NULL); /* it is bound as well, and would be gone before the bin lets go of it */
  gtk_widget_dispose_template (GTK_WIDGET (object), PLN_TYPE_SELECTION_BAR);

  G_OBJECT_CLASS (pln_selection_bar_parent_class)->dispose (object);
}

static void
pln_selection_bar_class_init (PlnSelectionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_selection_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-selection-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnSelectionBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, PlnSelectionBar, count);
  gtk_widget_class_bind_template_child (widget_class, PlnSelectionBar, tag);
  gtk_widget_class_bind_template_child (widget_class, PlnSelectionBar, network);
  gtk_widget_class_bind_template_child (widget_class, PlnSelectionBar, sector);
  gtk_widget_class_bind_template_child (widget_class, PlnSelectionBar, stage);
  gtk_widget_class_bind_template_child (widget_class, PlnSelectionBar, tag_button);
  gtk_widget_class_bind_template_child (widget_class, PlnSelectionBar, invite);
  gtk_widget_class_bind_template_child (widget_class, PlnSelectionBar, remove);
  gtk_widget_class_bind_template_callback (widget_class, tag_cb);
  gtk_widget_class_bind_template_callback (widget_class, tag_shown_cb);
}

static void
pln_selection_bar_init (PlnSelectionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pln_selection_bar_set_narrow (self, FALSE);
}

/**
 * pln_selection_bar_set_gathering:
 * @self: a bar
 * @gathering: (nullable): whose networks, sectors and stages are suggested
 */
void
pln_selection_bar_set_gathering (PlnSelectionBar *self,
                                 PlnGathering    *gathering)
{
  g_return_if_fail (PLN_IS_SELECTION_BAR (self));

  g_set_object (&self->gathering, gathering);
}

/**
 * pln_selection_bar_set_count:
 * @self: a bar
 * @n_people: how many are chosen; from 2 on the bar is seen
 */
void
pln_selection_bar_set_count (PlnSelectionBar *self,
                             guint            n_people)
{
  g_autofree char *count = g_strdup_printf (ngettext ("%u chosen", "%u chosen", n_people), n_people);
  g_autofree char *tag = g_strdup_printf (ngettext ("Tag %u person", "Tag %u people", n_people), n_people);

  g_return_if_fail (PLN_IS_SELECTION_BAR (self));

  gtk_label_set_text (self->count, count);
  gtk_button_set_label (self->tag_button, tag);
  gtk_revealer_set_reveal_child (self->revealer, n_people > 1);
}

/**
 * pln_selection_bar_set_narrow:
 * @self: a bar
 * @narrow: whether there is no room for all the words
 */
void
pln_selection_bar_set_narrow (PlnSelectionBar *self,
                              gboolean         narrow)
{
  g_return_if_fail (PLN_IS_SELECTION_BAR (self));

  if (narrow)
    {
      gtk_button_set_icon_name (self->invite, "mail-send-symbolic");
      gtk_button_set_icon_name (self->remove, "user-trash-symbolic");
    }
  else
    {
      gtk_button_set_label (self->invite, _("Invite…"));
      gtk_button_set_label (self->remove, _("Remove"));
    }
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->invite), narrow ? _("Invite…") : NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->remove), narrow ? _("Remove") : NULL);
}
