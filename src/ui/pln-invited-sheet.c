/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-invited-sheet.h"

#include <glib/gi18n.h>

/**
 * PlnInvitedSheet:
 *
 * What became of exported invitations: where the files are, and the words to
 * paste into the mails.
 */
struct _PlnInvitedSheet
{
  PlnSheet     parent_instance;

  GFile       *folder;

  GtkLabel    *count_label;
  GtkLabel    *folder_label;
  GtkButton   *copy_button;
  GtkTextView *words_view;
};

G_DEFINE_FINAL_TYPE (PlnInvitedSheet, pln_invited_sheet, PLN_TYPE_SHEET)

static void
copy_cb (PlnInvitedSheet *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->words_view);
  g_autofree char *words = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  words = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), words);
  gtk_button_set_label (self->copy_button, _("Copied"));
}

static void
pln_invited_sheet_act (PlnSheet *sheet)
{
  g_autofree char *uri = g_file_get_uri (PLN_INVITED_SHEET (sheet)->folder);

  gtk_show_uri (GTK_WINDOW (sheet), uri, GDK_CURRENT_TIME);
}

static void
pln_invited_sheet_dispose (GObject *object)
{
  g_clear_object (&PLN_INVITED_SHEET (object)->folder);

  G_OBJECT_CLASS (pln_invited_sheet_parent_class)->dispose (object);
}

static void
pln_invited_sheet_class_init (PlnInvitedSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_invited_sheet_dispose;
  PLN_SHEET_CLASS (klass)->act = pln_invited_sheet_act;

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-invited-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnInvitedSheet, count_label);
  gtk_widget_class_bind_template_child (widget_class, PlnInvitedSheet, folder_label);
  gtk_widget_class_bind_template_child (widget_class, PlnInvitedSheet, copy_button);
  gtk_widget_class_bind_template_child (widget_class, PlnInvitedSheet, words_view);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
pln_invited_sheet_init (PlnInvitedSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pln_invited_sheet_new:
 * @folder: where the files are
 * @n_files: how many guests got one
 * @words: the words for the mails
 *
 * Returns: (transfer none): a sheet, to be shown with [method@Sheet.present]
 */
PlnSheet *
pln_invited_sheet_new (GFile      *folder,
                       guint       n_files,
                       const char *words)
{
  PlnInvitedSheet *self;
  g_autofree char *count = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  self = g_object_new (PLN_TYPE_INVITED_SHEET, NULL);
  self->folder = g_object_ref (folder);

  count = g_strdup_printf (ngettext ("%u file, for %u guest", "%u files, one for each of %u guests", n_files), n_files, n_files);
  gtk_label_set_label (self->count_label, count);
  gtk_label_set_label (self->folder_label, g_file_peek_path (folder) != NULL ? g_file_peek_path (folder) : "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->words_view), words, -1);
  pln_sheet_set_action (PLN_SHEET (self), _("Open folder"));

  return PLN_SHEET (self);
}
