/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-window-private.h"

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

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "win.sync", NULL);
}
