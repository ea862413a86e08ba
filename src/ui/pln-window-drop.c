/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-window-private.h"

#define MAX_FILES 8

static gboolean
dropped_cb (PlnWindow    *self,
            const GValue *value)
{
  GSList *files = g_value_get_boxed (value);
  guint n_files = 0;

  for (; files != NULL && n_files < MAX_FILES; files = files->next, n_files++)
    PLN_WISHES_GET_IFACE (self->wishes)->preview_import (self->wishes, files->data, PLN_IMPORT_AS_SUGGESTED);

  return n_files > 0;
}

/**
 * pln_window_add_drop:
 * @self: a window
 *
 * Lets files be dropped anywhere in the window.
 */
void
pln_window_add_drop (PlnWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->toasts), GTK_EVENT_CONTROLLER (target));
  gtk_widget_add_css_class (GTK_WIDGET (self->toasts), "pln-drop");
}
