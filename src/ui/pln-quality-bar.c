/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-quality-bar.h"

#include "pln-config.h"
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
  AdwBin     parent_instance;

  GtkImage  *icon;
  GtkLabel  *sentence;
  GtkWidget *who;
  GtkWidget *quality;
  GtkWidget *quality_label;
};

G_DEFINE_FINAL_TYPE (PlnQualityBar, pln_quality_bar, ADW_TYPE_BIN)

static void
pln_quality_bar_class_init (PlnQualityBarClass *klass)
{
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

  self->who = gtk_button_new_with_label (_("Who?"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->who), "breakouts.who");
  gtk_widget_set_tooltip_text (self->who, _("Show the exceptions by name"));
  gtk_widget_add_css_class (self->who, "flat");
  gtk_widget_add_css_class (self->who, "pln-link");
  gtk_widget_set_valign (self->who, GTK_ALIGN_CENTER);

  self->quality_label = gtk_label_new (_("Quality"));
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("view-reveal-symbolic"));
  gtk_box_append (GTK_BOX (content), self->quality_label);
  self->quality = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->quality), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->quality), "breakouts.quality");
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
 * @who: whether there are exceptions to be named
 * @quality: whether there are groups to be compared
 */
void
pln_quality_bar_offer (PlnQualityBar *self,
                       gboolean       who,
                       gboolean       quality)
{
  g_return_if_fail (PLN_IS_QUALITY_BAR (self));

  gtk_widget_set_visible (self->who, who);
  gtk_widget_set_visible (self->quality, quality);
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
