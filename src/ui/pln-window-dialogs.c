/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-window-private.h"

#include "pln-config.h"
#include "pln-help-window.h"
#include "pln-identity-window.h"
#include "pln-search-window.h"

#include <glib/gi18n.h>

/* The dialogs of the window; none is made before it is wanted. */

static void
open_hit_cb (PlnWindow *self,
             PlnHit    *hit)
{
  const char *gathering = pln_hit_get_gathering (hit);

  if (gathering[0] == '\0')
    gathering = pln_hit_get_uid (hit);
  if (g_str_equal (pln_hit_get_kind (hit), "session"))
    pln_window_show_agenda (self);

  pln_window_show_content (self);
  PLN_WISHES_GET_IFACE (self->wishes)->open_gathering (self->wishes, gathering, pln_hit_get_person (hit));
}

static gboolean
has_sample (PlnWindow *self)
{
  for (guint i = 0; self->gatherings != NULL && i < g_list_model_get_n_items (self->gatherings); i++)
    {
      g_autoptr(PlnGathering) gathering = g_list_model_get_item (self->gatherings, i);

      if (pln_gathering_get_is_example (gathering))
        return TRUE;
    }

  return FALSE;
}

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  PlnWindow *self = PLN_WINDOW (widget);

  if (self->search == NULL)
    {
      g_set_weak_pointer (&self->search, pln_search_window_new (GTK_WINDOW (self), has_sample (self)));
      g_signal_connect_object (self->search, "open", G_CALLBACK (open_hit_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_window_present (self->search);
}

static void
identity_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GtkWindow *window = pln_identity_window_new (GTK_WINDOW (widget));

  if (g_str_equal (action_name, "win.preferences"))
    gtk_window_set_title (window, _("Preferences"));
  gtk_window_present (window);
}

static void
shortcuts_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource ("/plenary/ui/pln-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, GTK_WINDOW (widget));
  gtk_window_present (window);
}

static void
help_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  gtk_window_present (pln_help_window_new (GTK_WINDOW (widget)));
}

static void
about_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  adw_show_about_window (GTK_WINDOW (widget),
                         "application-name", _("Plenary"),
                         "application-icon", PLN_APP_ID,
                         "version", PLN_VERSION,
                         "comments", _("Plan meet-ups and conferences with the people who come."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         NULL);
}

/**
 * pln_window_add_dialogs:
 * @widget_class: the class of the window
 *
 * Installs the actions that open a dialog, and their keys.
 */
void
pln_window_add_dialogs (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.identity", NULL, identity_cb);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, identity_cb);
  gtk_widget_class_install_action (widget_class, "win.shortcuts", NULL, shortcuts_cb);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_cb);
  gtk_widget_class_install_action (widget_class, "win.about", NULL, about_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "win.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, 0, "win.help", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_comma, GDK_CONTROL_MASK, "win.preferences", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, GDK_CONTROL_MASK, "win.shortcuts", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.shortcuts", NULL);
}

/**
 * pln_window_ask_identity:
 * @self: a window
 *
 * Asks who invites, because now it matters.
 */
void
pln_window_ask_identity (PlnWindow *self)
{
  g_return_if_fail (PLN_IS_WINDOW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.identity", NULL);
}

/**
 * pln_window_show_hits:
 * @self: a window
 * @text: what was searched for
 * @hits: (element-type PlnHit): what was found
 *
 * Answers the wish to search; of no use when the search was closed meanwhile.
 */
void
pln_window_show_hits (PlnWindow  *self,
                      const char *text,
                      GPtrArray  *hits)
{
  g_return_if_fail (PLN_IS_WINDOW (self));

  if (self->search != NULL)
    pln_search_window_show_hits (PLN_SEARCH_WINDOW (self->search), text, hits);
}
