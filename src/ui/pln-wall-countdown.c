/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-wall-countdown.h"

#include "pln-config.h"
#include "pln-ring.h"
#include "pln-style.h"

#include <glib/gi18n.h>

#define RING 84 /* pixels at 1080 lines */

/**
 * PlnWallCountdown:
 *
 * What is left until a round begins or ends: figures, a ring, words and a
 * ground. That time is short is told by the ground, by the words and, in the
 * last minute, by a second ring.
 */
struct _PlnWallCountdown
{
  AdwBin     parent_instance;

  GtkWidget *box;
  PlnRing   *ring;
  GtkLabel  *figures;
  GtkLabel  *words;
};

G_DEFINE_FINAL_TYPE (PlnWallCountdown, pln_wall_countdown, ADW_TYPE_BIN)

static void
pln_wall_countdown_class_init (PlnWallCountdownClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plnwallcountdown");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_TIMER);
}

static void
pln_wall_countdown_init (PlnWallCountdown *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  self->ring = PLN_RING (pln_ring_new (RING));
  self->figures = GTK_LABEL (gtk_label_new (NULL));
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->figures, 0);
  gtk_label_set_xalign (self->words, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->figures), "pln-wall-figures");
  gtk_widget_add_css_class (GTK_WIDGET (self->figures), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "pln-wall-words");
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->figures));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->ring));
  gtk_box_append (GTK_BOX (self->box), texts);
  gtk_widget_add_css_class (self->box, "pln-wall-countdown");
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * pln_wall_countdown_new:
 *
 * Returns: a countdown to nothing
 */
GtkWidget *
pln_wall_countdown_new (void)
{
  return g_object_new (PLN_TYPE_WALL_COUNTDOWN, NULL);
}

/**
 * pln_wall_countdown_set_scale:
 * @self: a countdown
 * @scale: how large all is; 1 at 1080 lines
 */
void
pln_wall_countdown_set_scale (PlnWallCountdown *self,
                              double            scale)
{
  g_return_if_fail (PLN_IS_WALL_COUNTDOWN (self));

  pln_ring_set_size (self->ring, (int) (RING * scale));
}

/**
 * pln_wall_countdown_show:
 * @self: a countdown
 * @countdown: what is left
 * @name: of the round
 * @is_paused: whether it stands still
 */
void
pln_wall_countdown_show (PlnWallCountdown   *self,
                         const PlnCountdown *countdown,
                         const char         *name,
                         gboolean            is_paused)
{
  g_autofree char *figures = pln_countdown_figures (countdown->seconds);
  g_autofree char *words = is_paused ? g_strdup (_("Paused")) : pln_countdown_words (countdown->step, name);
  g_autofree char *spoken = NULL;

  g_return_if_fail (PLN_IS_WALL_COUNTDOWN (self));

  gtk_widget_set_visible (GTK_WIDGET (self), countdown->step != PLN_COUNTDOWN_NONE);
  pln_style_set_class (self->box, "soon", pln_countdown_is_soon (countdown->step));
  pln_style_set_class (self->box, "last", pln_countdown_is_last (countdown->step));
  pln_ring_set_part (self->ring, countdown->part);
  pln_ring_set_double (self->ring, pln_countdown_is_last (countdown->step));
  gtk_widget_set_visible (GTK_WIDGET (self->ring), countdown->step != PLN_COUNTDOWN_OVER);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), countdown->step != PLN_COUNTDOWN_OVER);
  gtk_label_set_text (self->figures, figures);
  gtk_label_set_text (self->words, words);

  /* A screen reader is not to say every second. */
  spoken = pln_countdown_spoken (countdown, name);
  if (spoken != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
