/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-text-row.h"

#define LEAST_HEIGHT 84 /* four lines */
#define MOST_HEIGHT  240

/**
 * PlnTextRow:
 *
 * A row of a boxed list for a text of several lines, below its title.
 */
struct _PlnTextRow
{
  AdwPreferencesRow  parent_instance;

  GtkTextBuffer     *buffer;
  gboolean           showing;
};

G_DEFINE_FINAL_TYPE (PlnTextRow, pln_text_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (PlnTextRow *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

static void
pln_text_row_class_init (PlnTextRowClass *klass)
{
  /**
   * PlnTextRow::edited:
   * @self: the row
   *
   * The user changed the text.
   */
  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static gboolean
title_to_name (GBinding     *binding,
               const GValue *from,
               GValue       *to,
               gpointer      user_data)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (user_data), GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (from), -1);
  g_value_set_string (to, g_value_get_string (from));

  return TRUE;
}

static void
pln_text_row_init (PlnTextRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "pln-dim");
  g_object_bind_property_full (self, "title", title, "label", G_BINDING_SYNC_CREATE, title_to_name, NULL, view, NULL);

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LEAST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_add_css_class (box, "pln-text");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * pln_text_row_get_text:
 * @self: a row
 *
 * Returns: (transfer full): the text, without blanks around it
 */
char *
pln_text_row_get_text (PlnTextRow *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (PLN_IS_TEXT_ROW (self), NULL);

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));
}

/**
 * pln_text_row_set_text:
 * @self: a row
 * @text: (nullable): the text
 */
void
pln_text_row_set_text (PlnTextRow *self,
                       const char *text)
{
  g_return_if_fail (PLN_IS_TEXT_ROW (self));

  self->showing = TRUE;
  gtk_text_buffer_set_text (self->buffer, text != NULL ? text : "", -1);
  self->showing = FALSE;
}
