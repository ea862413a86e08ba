/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-notice.h"

#include "pln-config.h"

#include <glib/gi18n.h>

/**
 * PlnNotice:
 *
 * A bar on top of a view that says what went wrong, and what to do. Details
 * for those who have to look for the reason can be copied. It removes itself
 * from its box once it was closed.
 */
struct _PlnNotice
{
  AdwBin     parent_instance;

  GtkLabel  *sentence;
  GtkWidget *details;
  GtkLabel  *text;
};

G_DEFINE_FINAL_TYPE (PlnNotice, pln_notice, ADW_TYPE_BIN)

/* Not bound as a child of the template: gtk_widget_dispose_template () would
 * take it from the bin, which then takes it away once more. */
static GtkRevealer *
get_revealer (PlnNotice *self)
{
  return GTK_REVEALER (adw_bin_get_child (ADW_BIN (self)));
}

static void
leave (PlnNotice *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (GTK_IS_BOX (parent))
    gtk_box_remove (GTK_BOX (parent), GTK_WIDGET (self));
}

static void
revealed_cb (PlnNotice *self)
{
  if (!gtk_revealer_get_reveal_child (get_revealer (self)) && !gtk_revealer_get_child_revealed (get_revealer (self)))
    leave (self);
}

static void
close_clicked_cb (PlnNotice *self)
{
  gtk_revealer_set_reveal_child (get_revealer (self), FALSE);
}

static void
copy_clicked_cb (PlnNotice *self)
{
  g_autofree char *all = g_strconcat (gtk_label_get_text (self->sentence), "\n", gtk_label_get_text (self->text), "\n", NULL);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), all);
}

static void
pln_notice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLN_TYPE_NOTICE);

  G_OBJECT_CLASS (pln_notice_parent_class)->dispose (object);
}

static void
pln_notice_class_init (PlnNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_notice_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnNotice, sentence);
  gtk_widget_class_bind_template_child (widget_class, PlnNotice, details);
  gtk_widget_class_bind_template_child (widget_class, PlnNotice, text);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
pln_notice_init (PlnNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pln_notice_new:
 * @sentence: what happened, to what, what to do; not markup
 * @details: (nullable): what may help to find the reason
 *
 * Returns: a notice that is not revealed yet
 */
GtkWidget *
pln_notice_new (const char *sentence,
                const char *details)
{
  PlnNotice *self = g_object_new (PLN_TYPE_NOTICE, NULL);

  gtk_label_set_label (self->sentence, sentence);
  gtk_label_set_label (self->text, details != NULL ? details : "");
  gtk_widget_set_visible (self->details, details != NULL && details[0] != '\0');

  return GTK_WIDGET (self);
}

/**
 * pln_notice_get_sentence:
 * @self: a notice
 *
 * Returns: (transfer none): what it says
 */
const char *
pln_notice_get_sentence (PlnNotice *self)
{
  g_return_val_if_fail (PLN_IS_NOTICE (self), NULL);

  return gtk_label_get_text (self->sentence);
}

/**
 * pln_notice_reveal:
 * @self: a notice that was put into a box
 *
 * Slides it in.
 */
void
pln_notice_reveal (PlnNotice *self)
{
  g_return_if_fail (PLN_IS_NOTICE (self));

  gtk_revealer_set_reveal_child (get_revealer (self), TRUE);
}
