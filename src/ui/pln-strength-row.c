/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-strength-row.h"

#include "pln-config.h"

#include <glib/gi18n.h>

#define WIDTH 120

/**
 * PlnStrengthRow:
 *
 * How strongly people are mixed across something: a scale of four steps, and
 * the word of the step.
 */
struct _PlnStrengthRow
{
  AdwActionRow parent_instance;

  GtkLabel    *word;
  GtkRange    *scale;
};

G_DEFINE_FINAL_TYPE (PlnStrengthRow, pln_strength_row, ADW_TYPE_ACTION_ROW)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const words[PLN_MIXING_STRONGEST + 1] = { N_("off"), N_("a little"), N_("rather"), N_("strongly") };

static void
show_word (PlnStrengthRow *self)
{
  const char *word = _(words[pln_strength_row_get_strength (self)]);

  gtk_label_set_text (self->word, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, word, -1);
}

static void
value_changed_cb (PlnStrengthRow *self)
{
  show_word (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
pln_strength_row_class_init (PlnStrengthRowClass *klass)
{
  /**
   * PlnStrengthRow::changed:
   * @self: the row
   *
   * The user chose another strength.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", PLN_TYPE_STRENGTH_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
pln_strength_row_init (PlnStrengthRow *self)
{
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, PLN_MIXING_STRONGEST, 1);

  self->scale = GTK_RANGE (scale);
  gtk_scale_set_draw_value (GTK_SCALE (scale), FALSE);
  gtk_range_set_round_digits (self->scale, 0);
  gtk_widget_set_size_request (scale, WIDTH, -1);
  gtk_widget_set_valign (scale, GTK_ALIGN_CENTER);
  for (int i = 0; i <= PLN_MIXING_STRONGEST; i++)
    gtk_scale_add_mark (GTK_SCALE (scale), i, GTK_POS_BOTTOM, NULL);
  g_signal_connect_swapped (scale, "value-changed", G_CALLBACK (value_changed_cb), self);

  self->word = GTK_LABEL (gtk_label_new (""));
  gtk_widget_add_css_class (GTK_WIDGET (self->word), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->word), "pln-dim");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->word));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), scale);
}

/**
 * pln_strength_row_new:
 * @title: what people are mixed across
 *
 * Returns: a row
 */
GtkWidget *
pln_strength_row_new (const char *title)
{
  PlnStrengthRow *self = g_object_new (PLN_TYPE_STRENGTH_ROW, "title", title, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  show_word (self);

  return GTK_WIDGET (self);
}

/**
 * pln_strength_row_get_strength:
 * @self: a row
 *
 * Returns: the strength, from 0, which is off, to %PLN_MIXING_STRONGEST
 */
guint
pln_strength_row_get_strength (PlnStrengthRow *self)
{
  g_return_val_if_fail (PLN_IS_STRENGTH_ROW (self), 0);

  return (guint) CLAMP (gtk_range_get_value (self->scale) + 0.5, 0, PLN_MIXING_STRONGEST);
}

/**
 * pln_strength_row_set_strength:
 * @self: a row
 * @strength: the strength
 */
void
pln_strength_row_set_strength (PlnStrengthRow *self,
                               guint           strength)
{
  g_return_if_fail (PLN_IS_STRENGTH_ROW (self));

  gtk_range_set_value (self->scale, MIN (strength, PLN_MIXING_STRONGEST));
}
