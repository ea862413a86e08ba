/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-first-start.h"

#include "pln-cards.h"
#include "pln-config.h"

/**
 * PlnFirstStart:
 *
 * What there is to see where there is nothing yet: the ways to begin.
 */
struct _PlnFirstStart
{
  AdwBin    parent_instance;

  GtkImage *picture;
};

G_DEFINE_FINAL_TYPE (PlnFirstStart, pln_first_start, ADW_TYPE_BIN)

static void
pln_first_start_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLN_TYPE_FIRST_START);

  G_OBJECT_CLASS (pln_first_start_parent_class)->dispose (object);
}

static void
pln_first_start_class_init (PlnFirstStartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pln_first_start_dispose;

  g_type_ensure (PLN_TYPE_CARDS);

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/plenary/ui/pln-first-start.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), PlnFirstStart, picture);
}

static void
pln_first_start_init (PlnFirstStart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_image_set_from_icon_name (self->picture, PLN_APP_ID);
}
