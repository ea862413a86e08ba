/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-window-private.h"

#include "pln-config.h"
#include "pln-notice.h"

#include <glib/gi18n.h>

#define JOIN_TIME 2000 /* ms in which changes join into one toast */
#define MAX_NOTICES 3

static void
undo_clicked_cb (AdwToast  *toast,
                 PlnWindow *self)
{
  for (guint i = 0; i < self->n_steps; i++)
    PLN_WISHES_GET_IFACE (self->wishes)->undo (self->wishes, FALSE);
}

static void
dismissed_cb (AdwToast  *toast,
              PlnWindow *self)
{
  if (self->toast == toast)
    self->toast = NULL;
}

/**
 * pln_window_show_done:
 * @self: a window
 * @message: what happened, not markup
 * @with_undo: whether a button offers the way back
 *
 * Shows for some seconds what happened, without interrupting. Changes within
 * two seconds join into one message, whose button takes all of them back.
 */
void
pln_window_show_done (PlnWindow  *self,
                      const char *message,
                      gboolean    with_undo)
{
  gint64 now = g_get_monotonic_time () / 1000;
  g_autofree char *joined = NULL;
  g_autofree char *markup = NULL;
  AdwToast *toast;

  g_return_if_fail (PLN_IS_WINDOW (self));

  if (self->toast != NULL && with_undo && self->n_steps > 0 && now - self->toasted_at < JOIN_TIME)
    {
      self->n_steps++;
      /* Translators: what happened last, and that the button takes back more than that */
      joined = g_strdup_printf (ngettext ("%s, and %u more change", "%s, and %u more changes", self->n_steps - 1),
                                message, self->n_steps - 1);
    }
  else
    self->n_steps = with_undo ? 1 : 0;

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast); /* it is no news any more, and would hold up what is */

  markup = g_markup_escape_text (joined != NULL ? joined : message, -1); /* a toast takes markup */
  toast = adw_toast_new (markup);
  adw_toast_set_timeout (toast, 5);
  if (with_undo)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), self, 0);
    }
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, 0);
  self->toast = toast;
  self->toasted_at = now;
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * pln_window_show_error:
 * @self: a window
 * @message: what happened, to what, what to do; not markup
 * @details: (nullable): what may help to find the reason
 *
 * Shows a notice on top of the view until the user closes it. The same
 * sentence is not shown twice, and the oldest makes room for a fourth.
 */
void
pln_window_show_error (PlnWindow  *self,
                       const char *message,
                       const char *details)
{
  GtkWidget *notice;
  guint n_notices = 0;

  g_return_if_fail (PLN_IS_WINDOW (self));

  for (GtkWidget *other = gtk_widget_get_first_child (GTK_WIDGET (self->notices)); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    {
      if (g_str_equal (pln_notice_get_sentence (PLN_NOTICE (other)), message))
        return;
      n_notices++;
    }

  if (n_notices >= MAX_NOTICES)
    gtk_box_remove (self->notices, gtk_widget_get_first_child (GTK_WIDGET (self->notices)));

  notice = pln_notice_new (message, details);
  gtk_box_append (self->notices, notice);
  pln_notice_reveal (PLN_NOTICE (notice));
  pln_window_show_content (self);
}

/**
 * pln_window_show_progress:
 * @self: a window
 * @message: (nullable): what is being done; %NULL when it is over
 * @fraction: 0 to 1, negative if it is not known
 * @cancellable: (nullable): what the cross cancels
 *
 * Shows in the state line that something takes time.
 */
void
pln_window_show_progress (PlnWindow    *self,
                          const char   *message,
                          double        fraction,
                          GCancellable *cancellable)
{
  g_return_if_fail (PLN_IS_WINDOW (self));

  pln_state_line_set_work (self->state_line, message, fraction, cancellable);
}
