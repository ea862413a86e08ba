/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-board-private.h"

/* A text that is pasted on a group goes into its notes. */

typedef struct
{
  PlnBoard *board;
  char     *group;
} Paste;

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Paste *paste = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && *text != '\0' && gtk_widget_get_root (GTK_WIDGET (paste->board)) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (paste->board), "win.notes-text", "(ss)", paste->group, text);
  g_object_unref (paste->board);
  g_free (paste->group);
  g_free (paste);
}

/* (internal): Takes what was copied into the notes of the group that @at
 * belongs to. Returns whether it belongs to one. */
gboolean
pln_board_paste (PlnBoard  *self,
                 GtkWidget *at)
{
  GtkWidget *column = at != NULL ? gtk_widget_get_ancestor (at, PLN_TYPE_GROUP_COLUMN) : NULL;
  Paste *paste;

  if (column == NULL)
    return FALSE;

  paste = g_new0 (Paste, 1);
  paste->board = g_object_ref (self);
  paste->group = g_strdup (pln_group_get_uid (pln_group_column_get_group (PLN_GROUP_COLUMN (column))));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb, paste);

  return TRUE;
}
