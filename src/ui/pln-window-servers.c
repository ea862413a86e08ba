/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-window-private.h"

#include "pln-account-sheet.h"
#include "pln-str.h"
#include "pln-servers-page.h"

/* What the window has to do with servers. */

static void
sync_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnWindow *self = PLN_WINDOW (widget);

  PLN_WISHES_GET_IFACE (self->wishes)->sync_now (self->wishes);
}

static void
stop_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnWindow *self = PLN_WINDOW (widget);

  PLN_WISHES_GET_IFACE (self->wishes)->stop_sync (self->wishes);
}

/* A calendar may be made for the gathering that is looked at, but for the sample. */
static void
sign_in (PlnWindow  *self,
         PlnAccount *account)
{
  gboolean is_own = self->gathering != NULL && !pln_gathering_get_is_example (self->gathering);
  g_autofree char *name = is_own ? pln_str_one_line (pln_gathering_get_title (self->gathering)) : NULL;

  pln_sheet_present (pln_account_sheet_new (self->wishes, account, name), GTK_WINDOW (self));
}

static void
add_account_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  sign_in (PLN_WINDOW (widget), NULL);
}

static void
sign_in_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  PlnWindow *self = PLN_WINDOW (widget);
  GListModel *accounts = PLN_WISHES_GET_IFACE (self->wishes)->list_accounts (self->wishes);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(PlnAccount) account = g_list_model_get_item (accounts, i);

      if (g_str_equal (pln_account_get_id (account), g_variant_get_string (parameter, NULL)))
        sign_in (self, account);
    }
}

/* Also where there is no gathering yet. The parameter is the UID of what a
 * question is about, or nothing. */
static void
servers_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  PlnWindow *self = PLN_WINDOW (widget);

  pln_window_close_notes (self);
  if (self->servers == NULL)
    {
      self->servers = pln_servers_page_new (self->wishes);
      gtk_stack_add_named (self->stack, self->servers, "servers");
    }
  if (!self->shows_servers)
    g_set_weak_pointer (&self->before_servers, gtk_window_get_focus (GTK_WINDOW (self)));
  self->shows_servers = TRUE;
  if (g_str_equal (action_name, "win.question"))
    pln_servers_page_find (PLN_SERVERS_PAGE (self->servers), g_variant_get_string (parameter, NULL));
  pln_window_choose_content (self);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  pln_servers_page_enter (PLN_SERVERS_PAGE (self->servers));
}

static void
close_servers_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  PlnWindow *self = PLN_WINDOW (widget);
  GtkWidget *before = self->before_servers;

  pln_window_close_servers (self);
  if (before != NULL && gtk_widget_get_root (before) == GTK_ROOT (self) && gtk_widget_get_mapped (before))
    gtk_widget_grab_focus (before);
}

/**
 * pln_window_close_servers:
 * @self: a window
 *
 * Shows the views again in place of the page about servers.
 */
void
pln_window_close_servers (PlnWindow *self)
{
  if (!self->shows_servers)
    return;

  self->shows_servers = FALSE;
  g_clear_weak_pointer (&self->before_servers);
  pln_window_choose_content (self);
}

/**
 * pln_window_add_servers:
 * @widget_class: the class of the window
 *
 * Installs the actions that have to do with servers, and their keys.
 */
void
pln_window_add_servers (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.sync", NULL, sync_cb);
  gtk_widget_class_install_action (widget_class, "win.stop-sync", NULL, stop_cb);
  gtk_widget_class_install_action (widget_class, "win.add-account", NULL, add_account_cb);
  gtk_widget_class_install_action (widget_class, "win.sign-in", "s", sign_in_cb);
  gtk_widget_class_install_action (widget_class, "win.servers", NULL, servers_cb);
  gtk_widget_class_install_action (widget_class, "win.question", "s", servers_cb);
  gtk_widget_class_install_action (widget_class, "win.close-servers", NULL, close_servers_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "win.sync", NULL);
}
