/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-note-columns.h"

#include "pln-config.h"
#include "pln-note-row.h"
#include "pln-note-words.h"
#include "pln-str.h"
#include "pln-when.h"

#include <glib/gi18n.h>

#define LEAST_WIDTH 240

/**
 * PlnNoteColumns:
 *
 * What all groups of a round wrote, side by side, for the plenary: to be read,
 * not to be changed.
 */
struct _PlnNoteColumns
{
  AdwBin          parent_instance;

  PlnGathering   *gathering; /* (nullable) */
  GPtrArray      *parents;   /* utf8 */
  guint           fill_id;
  GtkWidget      *box;
};

G_DEFINE_FINAL_TYPE (PlnNoteColumns, pln_note_columns, ADW_TYPE_BIN)

static GtkWidget *
line_widget (PlnNoteLine *line,
             GTimeZone   *zone)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  PlnNoteKind kind = pln_note_line_get_kind (line);
  GtkWidget *icon = gtk_image_new_from_icon_name (pln_note_kind_icon (kind));
  g_autofree char *text = pln_str_for_label (pln_note_line_get_text (line));
  g_autofree char *words = pln_note_words_line (line, zone);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (icon, pln_note_kind_class (kind));
  gtk_widget_add_css_class (icon, "pln-note-icon");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (kind == PLN_NOTE_DECISION)
    gtk_widget_add_css_class (label, "heading");
  else if (kind == PLN_NOTE_QUOTE)
    gtk_widget_add_css_class (label, "pln-note-said");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_tooltip_text (row, words);

  return row;
}

static GtkWidget *
column_head (PlnNoteColumns *self,
             const char     *parent,
             GtkWidget      *list)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *place = pln_note_words_place (self->gathering, parent);
  g_autofree char *question = pln_note_words_question (self->gathering, parent);
  g_autofree char *place_line = pln_str_one_line (place);
  g_autofree char *question_line = pln_str_one_line (question);
  GtkWidget *title = gtk_label_new (place_line);
  GtkWidget *about = gtk_label_new (question_line);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (about), 0);
  gtk_label_set_wrap (GTK_LABEL (about), TRUE);
  gtk_label_set_lines (GTK_LABEL (about), 2);
  gtk_label_set_ellipsize (GTK_LABEL (about), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (about, "caption");
  gtk_widget_add_css_class (about, "pln-dim");
  gtk_widget_set_visible (about, *question_line != '\0' && !g_str_equal (question_line, place_line));
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), about);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, place_line, -1);

  return head;
}

static GtkWidget *
column_new (PlnNoteColumns *self,
            const char     *parent)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *list = gtk_list_box_new ();
  GListModel *notes = pln_gathering_get_notes (self->gathering);
  g_autoptr(GTimeZone) zone = pln_when_zone (pln_gathering_get_zone (self->gathering));
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();
  gboolean empty = TRUE;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "pln-note-read");
  gtk_widget_add_css_class (column, "pln-note-column");
  gtk_widget_set_size_request (column, LEAST_WIDTH, -1);
  gtk_widget_set_hexpand (column, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(PlnNote) note = g_list_model_get_item (notes, i);

      for (guint j = 0; g_str_equal (pln_note_get_parent (note), parent) && j < pln_note_get_n_lines (note); j++)
        {
          gtk_list_box_append (GTK_LIST_BOX (list), line_widget (pln_note_get_line (note, j), zone != NULL ? zone : here));
          empty = FALSE;
        }
    }
  gtk_box_append (GTK_BOX (column), column_head (self, parent, list));
  if (empty)
    {
      GtkWidget *nothing = gtk_label_new (_("Nothing written yet"));

      gtk_label_set_xalign (GTK_LABEL (nothing), 0);
      gtk_widget_add_css_class (nothing, "pln-dim");
      gtk_box_append (GTK_BOX (column), nothing);
    }
  gtk_box_append (GTK_BOX (column), list);
  gtk_widget_set_visible (list, !empty);

  return column;
}

static void fill_soon (PlnNoteColumns *self);

static void
unwatch (PlnNoteColumns *self)
{
  GListModel *notes = self->gathering != NULL ? pln_gathering_get_notes (self->gathering) : NULL;

  if (notes != NULL)
    g_signal_handlers_disconnect_by_data (notes, self);
  for (guint i = 0; notes != NULL && i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(PlnNote) note = g_list_model_get_item (notes, i);

      g_signal_handlers_disconnect_by_data (note, self);
      g_signal_handlers_disconnect_by_data (pln_note_get_lines (note), self);
    }
}

static void
watch (PlnNoteColumns *self)
{
  GListModel *notes = self->gathering != NULL ? pln_gathering_get_notes (self->gathering) : NULL;

  if (notes != NULL)
    g_signal_connect_object (notes, "items-changed", G_CALLBACK (fill_soon), self, G_CONNECT_SWAPPED);
  for (guint i = 0; notes != NULL && i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(PlnNote) note = g_list_model_get_item (notes, i);

      g_signal_connect_object (note, "notify::state", G_CALLBACK (fill_soon), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (pln_note_get_lines (note), "items-changed", G_CALLBACK (fill_soon), self, G_CONNECT_SWAPPED);
    }
}

static void
fill (PlnNoteColumns *self)
{
  GtkWidget *column;

  while ((column = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), column);
  for (guint i = 0; self->gathering != NULL && i < self->parents->len; i++)
    gtk_box_append (GTK_BOX (self->box), column_new (self, g_ptr_array_index (self->parents, i)));
}

static gboolean
fill_cb (gpointer user_data)
{
  PlnNoteColumns *self = user_data;

  self->fill_id = 0;
  unwatch (self);
  watch (self);
  fill (self);

  return G_SOURCE_REMOVE;
}

static void
fill_soon (PlnNoteColumns *self)
{
  if (self->fill_id == 0)
    self->fill_id = g_idle_add (fill_cb, self);
}

static void
forget (PlnNoteColumns *self)
{
  g_clear_handle_id (&self->fill_id, g_source_remove);
  unwatch (self);
  g_clear_object (&self->gathering);
}

static void
pln_note_columns_dispose (GObject *object)
{
  forget (PLN_NOTE_COLUMNS (object));

  G_OBJECT_CLASS (pln_note_columns_parent_class)->dispose (object);
}

static void
pln_note_columns_finalize (GObject *object)
{
  g_ptr_array_unref (PLN_NOTE_COLUMNS (object)->parents);

  G_OBJECT_CLASS (pln_note_columns_parent_class)->finalize (object);
}

static void
pln_note_columns_class_init (PlnNoteColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pln_note_columns_dispose;
  G_OBJECT_CLASS (klass)->finalize = pln_note_columns_finalize;
}

static void
pln_note_columns_init (PlnNoteColumns *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->parents = g_ptr_array_new_with_free_func (g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (self->box), TRUE);
  gtk_widget_add_css_class (self->box, "pln-note-columns");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * pln_note_columns_show:
 * @self: columns
 * @gathering: (nullable): a gathering that is loaded
 * @parents: (nullable) (element-type utf8): the UIDs of groups or sessions
 *
 * Shows what was written there; it follows what is written from now on.
 */
void
pln_note_columns_show (PlnNoteColumns *self,
                       PlnGathering   *gathering,
                       GPtrArray      *parents)
{
  forget (self);
  g_ptr_array_set_size (self->parents, 0);
  for (guint i = 0; parents != NULL && i < parents->len; i++)
    g_ptr_array_add (self->parents, g_strdup (g_ptr_array_index (parents, i)));
  g_set_object (&self->gathering, gathering);
  watch (self);
  fill (self);
}
