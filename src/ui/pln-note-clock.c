/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-note-clock.h"

#include "pln-clock.h"
#include "pln-config.h"

#include <glib/gi18n.h>

#define SOON (5 * 60) /* seconds: amber from here on */
#define LAST 60       /* red */

/**
 * PlnNoteClock:
 *
 * A tag that says how long a group or session still has, from its start to its
 * end: neutral, amber for the last five minutes, red for the last one, each
 * with a sign of its own. A screen reader is told at 5, 2 and 1 minutes only.
 */
struct _PlnNoteClock
{
  AdwBin      parent_instance;

  gint64      start; /* seconds since 1970 */
  gint64      end;
  guint       tick_id;

  GtkWidget  *tag;
  GtkImage   *icon;
  GtkLabel   *figures;
  GtkLabel   *words;
  GtkWidget  *spoken; /* a label that is never seen, but heard */
};

G_DEFINE_FINAL_TYPE (PlnNoteClock, pln_note_clock, ADW_TYPE_BIN)

static void
speak (PlnNoteClock *self,
       gint64        left)
{
  static const guint minutes[] = { 5, 2, 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (minutes); i++)
    if (left == 60 * (gint64) minutes[i])
      {
        g_autofree char *words = g_strdup_printf (ngettext ("%u minute left", "%u minutes left", minutes[i]), minutes[i]);

        gtk_accessible_update_property (GTK_ACCESSIBLE (self->spoken), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
        gtk_label_set_label (GTK_LABEL (self->spoken), words);
      }
}

static void
show (PlnNoteClock *self)
{
  gint64 now = pln_clock_now ();
  gint64 left = self->end - now;
  gboolean running = self->end > 0 && now >= self->start && left > 0;
  g_autofree char *figures = left >= 3600
                             ? g_strdup_printf ("%d:%02d:%02d", (int) (left / 3600), (int) (left / 60 % 60), (int) (left % 60))
                             : g_strdup_printf ("%d:%02d", (int) (left / 60), (int) (left % 60));

  gtk_widget_set_visible (GTK_WIDGET (self), running);
  if (!running)
    return;

  gtk_label_set_label (self->figures, figures);
  gtk_widget_remove_css_class (self->tag, "pln-note-soon");
  gtk_widget_remove_css_class (self->tag, "pln-note-last");
  if (left <= LAST)
    gtk_widget_add_css_class (self->tag, "pln-note-last");
  else if (left <= SOON)
    gtk_widget_add_css_class (self->tag, "pln-note-soon");
  gtk_image_set_from_icon_name (self->icon, left <= LAST ? "dialog-warning-symbolic" : "pln-clock-symbolic");
  speak (self, left);
}

static gboolean
tick_cb (gpointer user_data)
{
  show (user_data);

  return G_SOURCE_CONTINUE;
}

static void
pln_note_clock_map (GtkWidget *widget)
{
  PlnNoteClock *self = PLN_NOTE_CLOCK (widget);

  GTK_WIDGET_CLASS (pln_note_clock_parent_class)->map (widget);
  show (self);
}

static void
pln_note_clock_root (GtkWidget *widget)
{
  PlnNoteClock *self = PLN_NOTE_CLOCK (widget);

  GTK_WIDGET_CLASS (pln_note_clock_parent_class)->root (widget);
  self->tick_id = g_timeout_add_seconds (1, tick_cb, self);
}

static void
pln_note_clock_unroot (GtkWidget *widget)
{
  PlnNoteClock *self = PLN_NOTE_CLOCK (widget);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  GTK_WIDGET_CLASS (pln_note_clock_parent_class)->unroot (widget);
}

static void
pln_note_clock_class_init (PlnNoteClockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = pln_note_clock_map;
  widget_class->root = pln_note_clock_root;
  widget_class->unroot = pln_note_clock_unroot;
}

static void
pln_note_clock_init (PlnNoteClock *self)
{
  self->tag = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->icon = GTK_IMAGE (gtk_image_new_from_icon_name ("pln-clock-symbolic"));
  self->figures = GTK_LABEL (gtk_label_new (NULL));
  self->words = GTK_LABEL (gtk_label_new (_("left")));
  self->spoken = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->tag, "pln-tag");
  gtk_widget_add_css_class (self->tag, "pln-note-clock");
  gtk_widget_add_css_class (GTK_WIDGET (self->figures), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->figures), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "pln-dim");
  gtk_box_append (GTK_BOX (self->tag), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (self->tag), GTK_WIDGET (self->figures));
  gtk_box_append (GTK_BOX (self->tag), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (self->tag), self->spoken);
  gtk_widget_set_valign (self->tag, GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), self->tag);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * pln_note_clock_set_times:
 * @self: a clock
 * @start: (nullable): when it begins
 * @end: (nullable): when it is over
 *
 * Shows how long there is, while it lasts.
 */
void
pln_note_clock_set_times (PlnNoteClock *self,
                          GDateTime    *start,
                          GDateTime    *end)
{
  self->start = start != NULL ? g_date_time_to_unix (start) : 0;
  self->end = start != NULL && end != NULL ? g_date_time_to_unix (end) : 0;
  show (self);
}
