/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-help-window.h"

#include "pln-help-text.h"

#include <glib/gi18n.h>

#define FOLDER   "/plenary/help/"
#define CONTENTS "index.md"

/**
 * PlnHelpWindow:
 *
 * The user's help: pages that lie in the program, so that they can be read
 * without a network, and that name each other.
 */
struct _PlnHelpWindow
{
  AdwWindow          parent_instance;

  GtkWidget         *back;
  AdwWindowTitle    *title;
  GtkScrolledWindow *scrolled;
  AdwClamp          *clamp;
};

G_DEFINE_FINAL_TYPE (PlnHelpWindow, pln_help_window, ADW_TYPE_WINDOW)

static gboolean
link_cb (GtkLabel      *label,
         const char    *target,
         PlnHelpWindow *self)
{
  pln_help_window_show_page (self, target);

  return TRUE; /* nothing outside of the help is ever opened from here */
}

static void
listen_for_links (GtkWidget     *widget,
                  PlnHelpWindow *self)
{
  if (GTK_IS_LABEL (widget))
    g_signal_connect_object (widget, "activate-link", G_CALLBACK (link_cb), self, 0);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    listen_for_links (child, self);
}

static void
contents_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  pln_help_window_show_page (PLN_HELP_WINDOW (widget), CONTENTS);
}

static void
pln_help_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLN_TYPE_HELP_WINDOW);

  G_OBJECT_CLASS (pln_help_window_parent_class)->dispose (object);
}

static void
pln_help_window_class_init (PlnHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_help_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnHelpWindow, back);
  gtk_widget_class_bind_template_child (widget_class, PlnHelpWindow, title);
  gtk_widget_class_bind_template_child (widget_class, PlnHelpWindow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, PlnHelpWindow, clamp);
  gtk_widget_class_install_action (widget_class, "help.contents", NULL, contents_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "help.contents", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pln_help_window_init (PlnHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pln_help_window_show_page (self, CONTENTS);
}

/**
 * pln_help_window_new:
 * @parent: the window that it helps with
 *
 * Returns: (transfer none): the help, at its contents
 */
GtkWindow *
pln_help_window_new (GtkWindow *parent)
{
  return g_object_new (PLN_TYPE_HELP_WINDOW, "transient-for", parent, NULL);
}

/**
 * pln_help_window_show_page:
 * @self: the help
 * @page: the name of a page, such as `keyboard.md`
 *
 * Shows a page; what is no page stays without effect.
 */
void
pln_help_window_show_page (PlnHelpWindow *self,
                           const char    *page)
{
  g_autofree char *path = g_strconcat (FOLDER, page, NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *markdown = NULL;
  g_autofree char *title = NULL;
  GtkWidget *text;

  g_return_if_fail (PLN_IS_HELP_WINDOW (self));

  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    return;

  markdown = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  text = pln_help_text_show (markdown, &title);
  listen_for_links (text, self);
  adw_clamp_set_child (self->clamp, text);
  adw_window_title_set_title (self->title, title != NULL ? title : _("Help"));
  gtk_widget_set_visible (self->back, !g_str_equal (page, CONTENTS));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->scrolled));
}
