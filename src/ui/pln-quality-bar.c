/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-quality-bar.h"

#include "pln-config.h"
#include "pln-quality-lists.h"
#include "pln-style.h"

#include <glib/gi18n.h>

/**
 * PlnQualityBar:
 *
 * What the groups are worth, in a few sentences; while something is in the
 * air, what dropping it would mean. It is the text that a screen reader follows.
 */
struct _PlnQualityBar
{
  AdwBin        parent_instance;

  PlnGathering *gathering;
  PlnRound     *round;
  PlnQuality   *facts;

  GtkImage     *icon;
  GtkLabel     *sentence;
  GtkWidget    *who;
  GtkWidget    *quality;
  GtkWidget    *quality_label;
};

G_DEFINE_FINAL_TYPE (PlnQualityBar, pln_quality_bar, ADW_TYPE_BIN)

static void
pln_quality_bar_dispose (GObject *object)
{
  PlnQualityBar *self = PLN_QUALITY_BAR (object);

  g_clear_object (&self->gathering);
  g_clear_object (&self->round);
  g_clear_pointer (&self->facts, pln_quality_unref);

  G_OBJECT_CLASS (pln_quality_bar_parent_class)->dispose (object);
}

static void
pln_quality_bar_class_init (PlnQualityBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pln_quality_bar_dispose;
}

static void
open_popover (GtkMenuButton *button,
              GtkWidget     *list)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), list);
  gtk_menu_button_set_popover (button, popover);
}

static void
who_cb (GtkMenuButton *button,
        gpointer       user_data)
{
  PlnQualityBar *self = user_data;

  open_popover (button, pln_quality_list_exceptions (self->gathering, self->facts));
}

static void
quality_cb (GtkMenuButton *button,
            gpointer       user_data)
{
  PlnQualityBar *self = user_data;

  open_popover (button, pln_quality_list_groups (self->gathering, self->round, self->facts));
}

static void
pln_quality_bar_init (PlnQualityBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->icon = GTK_IMAGE (gtk_image_new ());
  self->sentence = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL));
  gtk_label_set_xalign (self->sentence, 0);
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_label_set_wrap_mode (self->sentence, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->sentence, 3);
  gtk_label_set_ellipsize (self->sentence, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->sentence), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "pln-compact");

  self->who = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->who), gtk_label_new (_("Who?"))); /* without an arrow */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->who), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who?"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->who), who_cb, self, NULL);
  gtk_widget_set_tooltip_text (self->who, _("Show the exceptions by name"));
  gtk_widget_add_css_class (self->who, "flat");
  gtk_widget_add_css_class (self->who, "pln-link");
  gtk_widget_set_valign (self->who, GTK_ALIGN_CENTER);

  self->quality_label = gtk_label_new (_("Quality"));
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("view-reveal-symbolic"));
  gtk_box_append (GTK_BOX (content), self->quality_label);
  self->quality = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->quality), content);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->quality), quality_cb, self, NULL);
  gtk_widget_set_tooltip_text (self->quality, _("Show how mixed each group is"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->quality), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Quality"), -1);
  gtk_widget_add_css_class (self->quality, "flat");
  gtk_widget_set_valign (self->quality, GTK_ALIGN_CENTER);

  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (box), self->who);
  gtk_box_append (GTK_BOX (box), self->quality);
  gtk_widget_add_css_class (box, "pln-quality");
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * pln_quality_bar_new:
 *
 * Returns: a bar that says nothing yet
 */
GtkWidget *
pln_quality_bar_new (void)
{
  return g_object_new (PLN_TYPE_QUALITY_BAR, NULL);
}

/**
 * pln_quality_bar_say:
 * @self: a bar
 * @first: the most important sentence
 * @rest: what else there is to say, or ""
 * @warns: whether something is not as it should be
 *
 * Shows what the groups are worth.
 */
void
pln_quality_bar_say (PlnQualityBar *self,
                     const char    *first,
                     const char    *rest,
                     gboolean       warns)
{
  g_autofree char *markup = NULL;

  g_return_if_fail (PLN_IS_QUALITY_BAR (self));

  markup = g_markup_printf_escaped (*rest != '\0' ? "<b>%s</b> %s" : "<b>%s</b>%s", first, rest);
  if (g_strcmp0 (gtk_label_get_label (self->sentence), markup) != 0)
    gtk_label_set_markup (self->sentence, markup);
  gtk_image_set_from_icon_name (self->icon, warns ? "dialog-warning-symbolic" : "pln-answer-going-symbolic");
  pln_style_set_class (GTK_WIDGET (self->icon), "pln-warning", warns);
  pln_style_set_class (GTK_WIDGET (self->icon), "pln-good", !warns);
}

/**
 * pln_quality_bar_get_text:
 * @self: a bar
 *
 * Returns: (transfer none): what it says
 */
const char *
pln_quality_bar_get_text (PlnQualityBar *self)
{
  g_return_val_if_fail (PLN_IS_QUALITY_BAR (self), "");

  return gtk_label_get_text (self->sentence);
}

/**
 * pln_quality_bar_offer:
 * @self: a bar
 * @gathering: (nullable): a gathering
 * @round: (nullable): the round that is shown
 * @quality: (nullable): what its groups are worth; %NULL: nothing is known
 *
 * Offers the exceptions by name, and the quality of each group.
 */
void
pln_quality_bar_offer (PlnQualityBar *self,
                       PlnGathering  *gathering,
                       PlnRound      *round,
                       PlnQuality    *quality)
{
  g_return_if_fail (PLN_IS_QUALITY_BAR (self));

  g_set_object (&self->gathering, gathering);
  g_set_object (&self->round, round);
  if (quality != NULL)
    pln_quality_ref (quality);
  g_clear_pointer (&self->facts, pln_quality_unref);
  self->facts = quality;
  gtk_widget_set_visible (self->who, quality != NULL && quality->flaws->len > 0);
  gtk_widget_set_visible (self->quality, quality != NULL && round != NULL);
}

/**
 * pln_quality_bar_set_narrow:
 * @self: a bar
 * @narrow: whether there is room for little more than the sentence
 */
void
pln_quality_bar_set_narrow (PlnQualityBar *self,
                            gboolean       narrow)
{
  g_return_if_fail (PLN_IS_QUALITY_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self->icon), !narrow);
  gtk_widget_set_visible (self->quality_label, !narrow);
}
