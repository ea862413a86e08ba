/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-file-dialog.h"

#include "pln-config.h"

#include <glib/gi18n.h>

/* GTK 4.8 has GtkFileChooserNative, 4.10 GtkFileDialog: this file is the one
 * place that knows. */

typedef struct
{
  PlnFileFunc func;
  gpointer    data;
} Call;

static void
response_cb (GtkNativeDialog *native,
             int              response,
             gpointer         user_data)
{
  g_autoptr(GtkWidget) widget = g_object_ref (g_object_get_data (G_OBJECT (native), "widget")); /* func may close it */
  Call *call = user_data;
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  gtk_native_dialog_hide (native);
  if (file != NULL)
    call->func (widget, file, call->data);

  /* Here the widget lets go of the dialog, and with it of the call. */
  g_object_set_data (G_OBJECT (widget), "pln-file-dialog", NULL);
}

static void
free_call (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

/* What is written goes to the user's documents, unless they say otherwise. */
static void
begin_in_documents (GtkFileChooser *chooser)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr(GFile) folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());

  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static void
ask (GtkWidget            *widget,
     const char           *title,
     GtkFileChooserAction  action,
     const char           *name,
     const char           *mime_type,
     PlnFileFunc           func,
     gpointer              data)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, parent, action,
                                                              action == GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER ? _("Write here") : NULL,
                                                              NULL);
  Call *call = g_new (Call, 1);

  call->func = func;
  call->data = data;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  if (action != GTK_FILE_CHOOSER_ACTION_OPEN)
    begin_in_documents (GTK_FILE_CHOOSER (native));
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), name);
  if (mime_type != NULL)
    {
      g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();
      g_autoptr(GtkFileFilter) some = gtk_file_filter_new ();

      gtk_file_filter_add_mime_type (some, mime_type);
      if (g_str_equal (mime_type, "text/calendar"))
        {
          gtk_file_filter_add_suffix (some, "xml");
          gtk_file_filter_add_suffix (some, "json");
          gtk_file_filter_set_name (some, _("Calendars and schedules"));
        }
      else
        gtk_file_filter_set_name (some, _("Text files"));
      gtk_file_filter_add_pattern (all, "*");
      gtk_file_filter_set_name (all, _("All files"));
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), some);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), all);
    }

  g_object_set_data (G_OBJECT (native), "widget", widget);
  g_signal_connect_data (native, "response", G_CALLBACK (response_cb), call, free_call, 0);
  /* A widget asks one thing at a time; when it goes, so does its question. */
  g_object_set_data_full (G_OBJECT (widget), "pln-file-dialog", native, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/**
 * pln_file_dialog_open:
 * @widget: who asks, in a window
 * @title: the title of the dialog
 * @mime_type: (nullable): which files to offer first
 * @func: called with the file
 * @data: for @func
 *
 * Asks for a file that is there.
 */
void
pln_file_dialog_open (GtkWidget   *widget,
                      const char  *title,
                      const char  *mime_type,
                      PlnFileFunc  func,
                      gpointer     data)
{
  ask (widget, title, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, mime_type, func, data);
}

/**
 * pln_file_dialog_save:
 * @widget: who asks, in a window
 * @title: the title of the dialog
 * @name: the name that is suggested
 * @func: called with the file
 * @data: for @func
 *
 * Asks where to write a file; that it may be replaced has been agreed to.
 */
void
pln_file_dialog_save (GtkWidget   *widget,
                      const char  *title,
                      const char  *name,
                      PlnFileFunc  func,
                      gpointer     data)
{
  ask (widget, title, GTK_FILE_CHOOSER_ACTION_SAVE, name, NULL, func, data);
}

/**
 * pln_file_dialog_folder:
 * @widget: who asks, in a window
 * @title: the title of the dialog
 * @func: called with the folder
 * @data: for @func
 *
 * Asks for a folder to write into; it can be made in the dialog.
 */
void
pln_file_dialog_folder (GtkWidget   *widget,
                        const char  *title,
                        PlnFileFunc  func,
                        gpointer     data)
{
  ask (widget, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, NULL, NULL, func, data);
}
