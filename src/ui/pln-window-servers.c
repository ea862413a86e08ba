/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-window-private.h"

#include "pln-account-sheet.h"
#include "pln-str.h"

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

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "win.sync", NULL);
}
