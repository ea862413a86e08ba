/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-window-private.h"

#include "pln-config.h"
#include "pln-str.h"
#include "pln-text-decode.h"

#include <glib/gi18n.h>

#define MAX_FILES 8
#define MAX_LIST (10 * 1000 * 1000) /* bytes of a list of people */

/* Lists of people come as text; everything else is for the importer to say. */
static gboolean
is_list_of_people (GFile *file)
{
  static const char *const suffixes[] = { ".csv", ".tsv", ".txt", ".vcf" };
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (base, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;

  return FALSE;
}

static void
show_unreadable (PlnWindow  *self,
                 GFile      *file,
                 const char *format, /* with one %s, the name */
                 const char *details)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *display = g_filename_display_name (base);
  g_autofree char *name = pln_str_one_line (display);
  g_autoptr(GString) message = g_string_new (format);

  g_string_replace (message, "%s", name, 1);
  pln_window_show_error (self, message->str, details);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  PlnWindow *self = user_data;
  GFile *file = G_FILE (source);
  g_autoptr(GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;

  g_file_load_contents_finish (file, result, &contents, &length, NULL, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the window may have gone */

  if (error != NULL)
    show_unreadable (self, file, _("The file %s could not be read. Look whether it is still there and open to you."), error->message);
  else if (length > MAX_LIST)
    show_unreadable (self, file, _("The file %s is too large for a list of people. Drop a list of at most 10 MB."), NULL);
  else if ((text = pln_text_decode (contents, length)) == NULL)
    show_unreadable (self, file, _("The file %s holds no text. Export the list as text or CSV, then drop it again."), NULL);
  else
    pln_window_paste_people (self, text);
}

static void
take_file (PlnWindow *self,
           GFile     *file)
{
  if (!is_list_of_people (file))
    PLN_WISHES_GET_IFACE (self->wishes)->preview_import (self->wishes, file, PLN_IMPORT_AS_SUGGESTED, NULL);
  else if (self->gathering == NULL)
    show_unreadable (self, file, _("The people in %s need a gathering first. Make one, then drop the file again."), NULL);
  else
    pln_window_read_people (self, file);
}

static gboolean
dropped_cb (PlnWindow    *self,
            const GValue *value)
{
  GSList *files = g_value_get_boxed (value);
  guint n_files = 0;

  for (; files != NULL && n_files < MAX_FILES; files = files->next, n_files++)
    take_file (self, files->data);

  return n_files > 0;
}

/**
 * pln_window_read_people:
 * @self: a window with a chosen gathering
 * @file: a list of people: a text, or a table as text
 *
 * Reads a list of people and shows what would be added.
 */
void
pln_window_read_people (PlnWindow *self,
                        GFile     *file)
{
  g_return_if_fail (PLN_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  g_file_load_contents_async (file, self->dropping, loaded_cb, self);
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

  self->dropping = g_cancellable_new ();
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->toasts), GTK_EVENT_CONTROLLER (target));
  gtk_widget_add_css_class (GTK_WIDGET (self->toasts), "pln-drop");
}
