/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-state-line.h"

#include "pln-config.h"
#include "pln-str.h"

#include <glib/gi18n.h>

#define PATIENCE 1000 /* ms of work before it is worth a word */

/**
 * PlnStateLine:
 *
 * The foot of the sidebar: one icon, one sentence, one button at most. At rest
 * it says where the library is kept; long work shows how far it is, and a
 * cross stops it.
 */
struct _PlnStateLine
{
  AdwBin        parent_instance;

  GCancellable *cancellable;
  char         *message;
  double        fraction;
  gboolean      working;
  guint         wait_id;

  GtkImage     *icon;
  GtkLabel     *sentence;
  GtkWidget    *stop;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (PlnStateLine, pln_state_line, ADW_TYPE_BIN)

static void
show (PlnStateLine *self)
{
  gboolean known = self->working && self->fraction >= 0;

  gtk_image_set_from_icon_name (self->icon, self->working ? "pln-sync-symbolic" : "folder-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->icon), self->working ? "pln-dim" : "pln-accent");
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), self->working ? "pln-accent" : "pln-dim");
  gtk_label_set_label (self->sentence, self->working ? self->message : _("Kept on this computer"));
  gtk_widget_set_visible (self->stop, self->working && self->cancellable != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), known);
  if (known)
    gtk_progress_bar_set_fraction (self->progress, MIN (self->fraction, 1));
}

static gboolean
wait_over_cb (gpointer user_data)
{
  PlnStateLine *self = user_data;

  self->wait_id = 0;
  self->working = TRUE;
  show (self);

  return G_SOURCE_REMOVE;
}

static void
stop_clicked_cb (PlnStateLine *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
pln_state_line_dispose (GObject *object)
{
  PlnStateLine *self = PLN_STATE_LINE (object);

  g_clear_handle_id (&self->wait_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLN_TYPE_STATE_LINE);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->message, g_free);

  G_OBJECT_CLASS (pln_state_line_parent_class)->dispose (object);
}

static void
pln_state_line_class_init (PlnStateLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pln_state_line_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-state-line.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnStateLine, icon);
  gtk_widget_class_bind_template_child (widget_class, PlnStateLine, sentence);
  gtk_widget_class_bind_template_child (widget_class, PlnStateLine, stop);
  gtk_widget_class_bind_template_child (widget_class, PlnStateLine, progress);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
}

static void
pln_state_line_init (PlnStateLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pln_state_line_set_work:
 * @self: a state line
 * @message: (nullable): what is being done, as “Reading 10,000 events…”; %NULL
 *   when it is over
 * @fraction: how much of it is done, 0 to 1; negative if that is not known
 * @cancellable: (nullable): what the cross cancels; without it there is none
 *
 * Shows that work is going on. What is done within a second shows nothing.
 */
void
pln_state_line_set_work (PlnStateLine *self,
                         const char   *message,
                         double        fraction,
                         GCancellable *cancellable)
{
  g_return_if_fail (PLN_IS_STATE_LINE (self));

  pln_set_str (&self->message, message);
  self->fraction = fraction;
  g_set_object (&self->cancellable, cancellable);

  if (message == NULL)
    {
      g_clear_handle_id (&self->wait_id, g_source_remove);
      self->working = FALSE;
    }
  else if (!self->working && self->wait_id == 0)
    self->wait_id = g_timeout_add (PATIENCE, wait_over_cb, self);

  show (self);
}
