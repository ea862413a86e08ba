/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-state-line.h"

#include "pln-config.h"
#include "pln-str.h"
#include "pln-style.h"

#include <glib/gi18n.h>

#define PATIENCE 1000 /* ms of work before it is worth a word */

/**
 * PlnStateLine:
 *
 * The foot of the sidebar: one icon, one sentence, one button at most. At rest
 * it says how it stands with the servers; long work shows how far it is, and a
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

  PlnServerState *state;        /* (nullable) */
  PlnServerIs   is;             /* what is shown of it; as it was before a short sync */
  gboolean      was_asked;      /* whether anything of it was shown */
  guint         patience_id;
  guint         minute_id;      /* “2 minutes ago” grows old */

  GtkImage     *icon;
  GtkLabel     *sentence;
  GtkWidget    *act;
  GtkWidget    *stop;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (PlnStateLine, pln_state_line, ADW_TYPE_BIN)

/* How each state looks, and what its one button does. */
static const struct
{
  const char *icon;
  const char *colour;
  const char *label;       /* on the button; NULL: it is an icon, or there is none */
  const char *button_icon;
  const char *tooltip;
  const char *action;
} looks[] = {
  [PLN_SERVER_IS_LOCAL] = { "folder-symbolic", "pln-dim", NULL, NULL, NULL, NULL },
  [PLN_SERVER_IS_DONE] = { "emblem-ok-symbolic", "pln-good", NULL, "pln-sync-symbolic", N_("Sync now"), "win.sync" },
  [PLN_SERVER_IS_OFFLINE] = { "pln-cloud-off-symbolic", "pln-dim", NULL, NULL, NULL, NULL },
  [PLN_SERVER_IS_FAILED] = { "dialog-warning-symbolic", "pln-warning", N_("Show"), NULL, NULL, "win.servers" },
  [PLN_SERVER_IS_WORKING] = { "pln-sync-symbolic", "pln-accent", NULL, "window-close-symbolic", N_("Stop"), "win.stop-sync" },
  [PLN_SERVER_IS_UNTOLD] = { "pln-clock-symbolic", "pln-warning", N_("Show"), NULL, NULL, "win.servers" },
  [PLN_SERVER_IS_ASKING] = { "dialog-warning-symbolic", "pln-warning", N_("Show"), NULL, NULL, "win.servers" },
  [PLN_SERVER_IS_GONE] = { "window-close-symbolic", "pln-error", N_("Show"), NULL, NULL, "win.servers" },
  [PLN_SERVER_IS_DOUBTFUL] = { "dialog-warning-symbolic", "pln-warning", N_("Show"), NULL, NULL, "win.sign-in" },
  [PLN_SERVER_IS_LOCKED] = { "pln-key-symbolic", "pln-warning", N_("Sign in"), NULL, NULL, "win.sign-in" },
};

static void
show_icon (PlnStateLine *self,
           const char   *icon,
           const char   *colour)
{
  static const char *const colours[] = { "pln-dim", "pln-good", "pln-accent", "pln-warning", "pln-error" };

  gtk_image_set_from_icon_name (self->icon, icon);
  for (gsize i = 0; i < G_N_ELEMENTS (colours); i++)
    pln_style_set_class (GTK_WIDGET (self->icon), colours[i], g_str_equal (colours[i], colour));
}

/* A screen reader is not told what it was told already. */
static void
say (PlnStateLine *self,
     const char   *words)
{
  if (!g_str_equal (gtk_label_get_label (self->sentence), words))
    gtk_label_set_label (self->sentence, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sentence), words);
}

static gboolean
minute_cb (gpointer user_data)
{
  PlnStateLine *self = user_data;
  g_autofree char *words = pln_server_state_words (self->state);

  say (self, words);

  return G_SOURCE_CONTINUE;
}

static void
show_button (PlnStateLine *self,
             PlnServerIs   is)
{
  const char *label = looks[is].label;
  const char *tooltip = label == NULL && looks[is].tooltip != NULL ? _(looks[is].tooltip) : NULL;

  gtk_widget_set_visible (self->act, looks[is].action != NULL);
  if (looks[is].action == NULL)
    return;

  if (label != NULL)
    gtk_button_set_label (GTK_BUTTON (self->act), _(label));
  else
    gtk_button_set_icon_name (GTK_BUTTON (self->act), looks[is].button_icon);
  pln_style_set_class (self->act, "pln-accent", label != NULL);
  gtk_widget_set_tooltip_text (self->act, tooltip);
  if (tooltip != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->act), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->act), GTK_ACCESSIBLE_PROPERTY_LABEL);

  if (g_str_equal (looks[is].action, "win.sign-in"))
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->act), "s", pln_server_state_get_account (self->state));
  else
    gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->act), NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->act), looks[is].action);
}

static void
show_state (PlnStateLine *self)
{
  PlnServerIs is = self->state != NULL ? self->is : PLN_SERVER_IS_LOCAL;
  g_autofree char *words = NULL;

  g_clear_handle_id (&self->minute_id, g_source_remove);
  show_icon (self, looks[is].icon, looks[is].colour);
  show_button (self, is);
  if (self->state == NULL)
    say (self, _("Kept on this computer"));
  else if (self->patience_id == 0)
    {
      words = pln_server_state_words (self->state);
      say (self, words);
    }
  if (is == PLN_SERVER_IS_DONE && self->patience_id == 0)
    self->minute_id = g_timeout_add_seconds (60, minute_cb, self);
}

static void
show (PlnStateLine *self)
{
  gboolean known = self->working && self->fraction >= 0;

  gtk_widget_set_visible (self->stop, self->working && self->cancellable != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), known);
  if (known)
    gtk_progress_bar_set_fraction (self->progress, MIN (self->fraction, 1));
  if (!self->working)
    {
      show_state (self);
      return;
    }

  g_clear_handle_id (&self->minute_id, g_source_remove);
  gtk_widget_set_visible (self->act, FALSE);
  show_icon (self, "pln-sync-symbolic", "pln-accent");
  say (self, self->message);
}

static gboolean
patience_over_cb (gpointer user_data)
{
  PlnStateLine *self = user_data;

  self->patience_id = 0;
  self->is = PLN_SERVER_IS_WORKING;
  show (self);

  return G_SOURCE_REMOVE;
}

/* A sync that takes less than a second changes nothing. */
static void
state_changed_cb (PlnStateLine *self)
{
  PlnServerIs is = pln_server_state_get_is (self->state);
  gboolean waits = is == PLN_SERVER_IS_WORKING && self->is != is && self->was_asked;

  if (waits && self->patience_id == 0)
    self->patience_id = g_timeout_add (PATIENCE, patience_over_cb, self);
  if (!waits)
    {
      g_clear_handle_id (&self->patience_id, g_source_remove);
      self->is = is;
    }
  self->was_asked = TRUE;
  show (self);
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
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_handle_id (&self->minute_id, g_source_remove);
  if (self->state != NULL)
    g_signal_handlers_disconnect_by_data (self->state, self);
  g_clear_object (&self->state);
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
  gtk_widget_class_bind_template_child (widget_class, PlnStateLine, act);
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

/**
 * pln_state_line_set_state:
 * @self: a state line
 * @state: (nullable): how it stands with the servers
 *
 * Follows @state. A sync is shown once it takes longer than a second; until
 * then, what was true before.
 */
void
pln_state_line_set_state (PlnStateLine   *self,
                          PlnServerState *state)
{
  g_return_if_fail (PLN_IS_STATE_LINE (self));
  g_return_if_fail (state == NULL || PLN_IS_SERVER_STATE (state));

  if (self->state == state)
    return;

  if (self->state != NULL)
    g_signal_handlers_disconnect_by_data (self->state, self);
  g_set_object (&self->state, state);
  self->was_asked = FALSE;
  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (state != NULL)
    {
      g_signal_connect_swapped (state, "changed", G_CALLBACK (state_changed_cb), self);
      state_changed_cb (self);
    }
  else
    show (self);
}
