/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-paste-sheet.h"

#include "pln-address.h"
#include "pln-config.h"
#include "pln-paste-list.h"
#include "pln-paste-row.h"

#include <glib/gi18n.h>

/**
 * PlnPasteSheet:
 *
 * Where a list of people is pasted. Its lines become rows: who will be added,
 * who stands there twice or is on the list already, and what could not be
 * read, which can be mended, copied, and is kept for the next time.
 */
struct _PlnPasteSheet
{
  PlnSheet       parent_instance;

  PlnWishes     *wishes;
  PlnGathering  *gathering;
  GListStore    *lines; /* of whoever opened the sheet: what is left in it, stays */
  PlnPasteList  *rows;  /* the same in groups */

  GtkStack      *stack;
  GtkWidget     *text_page;
  GtkWidget     *result_page;
  GtkTextView   *text;
  GtkWidget     *notice;
  GtkLabel      *notice_text;
  GtkLabel      *summary;
  GtkListView   *list;
};

G_DEFINE_FINAL_TYPE (PlnPasteSheet, pln_paste_sheet, PLN_TYPE_SHEET)

static guint
count (PlnPasteSheet *self,
       PlnLineState   state)
{
  return pln_paste_list_get (self->rows, state)->len;
}

static gboolean
shows_text (PlnPasteSheet *self)
{
  return gtk_stack_get_visible_child (self->stack) == self->text_page;
}

static char *
summary_words (PlnPasteSheet *self)
{
  guint n_new = count (self, PLN_LINE_NEW);
  guint n_twice = count (self, PLN_LINE_TWICE);
  guint n_already = count (self, PLN_LINE_ALREADY);
  guint n_unread = count (self, PLN_LINE_UNREADABLE);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  g_autofree char *added = g_strdup_printf (ngettext ("%u will be added", "%u will be added", n_new), n_new);
  g_autofree char *twice = g_strdup_printf (ngettext ("%u twice", "%u twice", n_twice), n_twice);
  g_autofree char *already = g_strdup_printf (ngettext ("%u already on the list", "%u already on the list", n_already), n_already);
  g_autofree char *unread = g_strdup_printf (ngettext ("%u not an address", "%u not an address", n_unread), n_unread);

  g_strv_builder_add (builder, added);
  if (n_twice > 0)
    g_strv_builder_add (builder, twice);
  if (n_already > 0)
    g_strv_builder_add (builder, already);
  if (n_unread > 0)
    g_strv_builder_add (builder, unread);
  parts = g_strv_builder_end (builder);

  /* Translators: joins counts, as in “38 will be added, 1 twice” */
  return g_strjoinv (_(", "), parts);
}

static void
update (PlnPasteSheet *self)
{
  guint n_new = count (self, PLN_LINE_NEW);
  g_autofree char *summary = summary_words (self);
  g_autofree char *add = g_strdup_printf (ngettext ("Add %u person", "Add %u people", n_new), n_new);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);

  gtk_label_set_text (self->summary, summary);
  pln_sheet_set_action (PLN_SHEET (self), shows_text (self) ? _("Continue") : add);
  pln_sheet_set_can_act (PLN_SHEET (self), shows_text (self) ? gtk_text_buffer_get_char_count (buffer) > 0 : n_new > 0);
}

static void
show_page (PlnPasteSheet *self,
           GtkWidget     *page)
{
  gtk_stack_set_visible_child (self->stack, page);
  update (self);
  if (page == self->text_page)
    gtk_widget_grab_focus (GTK_WIDGET (self->text));
  else
    {
      gtk_widget_grab_focus (gtk_window_get_default_widget (GTK_WINDOW (self)));
      if (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (self->list))) > 0)
        gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
    }
}

/* Addresses that will be added, in any case. */
static GHashTable *
new_addresses (PlnPasteSheet *self)
{
  GHashTable *addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *lines = pln_paste_list_get (self->rows, PLN_LINE_NEW);

  for (guint i = 0; i < lines->len; i++)
    g_hash_table_add (addresses, g_utf8_casefold (pln_person_line_get_email (g_ptr_array_index (lines, i)), -1));

  return addresses;
}

/* What becomes of a line that has an address now. */
static void
place (PlnPasteSheet *self,
       PlnPersonLine *line,
       GHashTable    *addresses)
{
  const char *email = pln_person_line_get_email (line);
  g_autofree char *folded = g_utf8_casefold (email, -1);

  if (pln_gathering_find_address (self->gathering, email) != NULL)
    pln_person_line_set_state (line, PLN_LINE_ALREADY, _("Is on the list already"));
  else if (g_hash_table_contains (addresses, folded))
    pln_person_line_set_state (line, PLN_LINE_TWICE, _("Stands here twice"));
  else
    {
      pln_person_line_set_state (line, PLN_LINE_NEW, NULL);
      g_hash_table_add (addresses, g_steal_pointer (&folded));
    }
}

/* Looks at the lines that could not be read: some may have been mended. */
static void
take_mended (PlnPasteSheet *self)
{
  g_autoptr(GHashTable) addresses = new_addresses (self);
  GPtrArray *lines = pln_paste_list_get (self->rows, PLN_LINE_UNREADABLE);

  for (guint i = 0; i < lines->len; i++)
    {
      PlnPersonLine *line = g_ptr_array_index (lines, i);

      if (pln_address_is_mail (pln_person_line_get_email (line)))
        {
          g_object_set_data (G_OBJECT (line), "mended", line);
          place (self, line, addresses);
        }
      else if (*pln_person_line_get_email (line) != '\0')
        pln_person_line_set_state (line, PLN_LINE_UNREADABLE, _("This is not an address: it should read like ada@example.org."));
    }
  pln_paste_list_update (self->rows);
  update (self);
}

static void
mended_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  take_mended (PLN_PASTE_SHEET (widget));
}

static void
more_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  PlnPasteSheet *self = PLN_PASTE_SHEET (widget);

  show_page (self, self->text_page);
}

static void
copy_unread_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  PlnPasteSheet *self = PLN_PASTE_SHEET (widget);
  GPtrArray *lines = pln_paste_list_get (self->rows, PLN_LINE_UNREADABLE);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", pln_person_line_get_text (g_ptr_array_index (lines, i)));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
}

static gboolean
is_mended (PlnPersonLine *line)
{
  return g_object_get_data (G_OBJECT (line), "mended") != NULL;
}

/* Leaves only what could not be read. */
static void
drop_lines (PlnPasteSheet *self,
            gboolean       mended_too)
{
  g_autoptr(GPtrArray) left = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *lines = G_LIST_MODEL (self->lines);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(PlnPersonLine) line = g_list_model_get_item (lines, i);

      if (pln_person_line_get_state (line) == PLN_LINE_UNREADABLE || (is_mended (line) && !mended_too))
        g_ptr_array_add (left, g_steal_pointer (&line));
    }
  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (lines), left->pdata, left->len);
  pln_paste_list_update (self->rows);
}

static void
add (PlnPasteSheet *self)
{
  g_autoptr(GListStore) added = g_list_store_new (PLN_TYPE_PERSON_LINE);
  GPtrArray *lines = pln_paste_list_get (self->rows, PLN_LINE_NEW);

  g_list_store_splice (added, 0, 0, lines->pdata, lines->len);
  PLN_WISHES_GET_IFACE (self->wishes)->add_people (self->wishes, self->gathering, G_LIST_MODEL (added));

  drop_lines (self, TRUE);
  pln_sheet_close (PLN_SHEET (self));
}

static void
pln_paste_sheet_act (PlnSheet *sheet)
{
  PlnPasteSheet *self = PLN_PASTE_SHEET (sheet);
  g_autofree char *text = NULL;

  if (!shows_text (self))
    {
      take_mended (self);
      add (self);
      return;
    }

  g_object_get (gtk_text_view_get_buffer (self->text), "text", &text, NULL);
  pln_paste_sheet_read (self, text);
}

/* What was typed and not read yet; a list that was pasted can be pasted again. */
static gboolean
pln_paste_sheet_is_edited (PlnSheet *sheet)
{
  return gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (PLN_PASTE_SHEET (sheet)->text)) > 0;
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(PlnPasteSheet) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);

  if (text == NULL)
    return;

  if (gtk_text_buffer_get_char_count (buffer) == 0 && strchr (g_strchomp (text), '\n') != NULL)
    pln_paste_sheet_read (self, text);
  else
    {
      gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
      gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
    }
}

/* A list that is pasted into the empty field is read at once: laying out ten
 * thousand lines of text, to show them as rows the next moment, would take
 * longer than to read them. */
static void
paste_clipboard_cb (PlnPasteSheet *self,
                    GtkTextView   *view)
{
  g_signal_stop_emission_by_name (view, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL, pasted_cb, g_object_ref (self));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, pln_paste_row_new ());
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  pln_paste_row_show (PLN_PASTE_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  pln_paste_row_show (PLN_PASTE_ROW (gtk_list_item_get_child (item)), NULL);
}

/* The window is as good as gone: now the lines are put in order that stay. */
static void
unmap_cb (PlnPasteSheet *self)
{
  drop_lines (self, FALSE); /* one that was mended by hand is worth keeping */
}

static void
pln_paste_sheet_dispose (GObject *object)
{
  PlnPasteSheet *self = PLN_PASTE_SHEET (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLN_TYPE_PASTE_SHEET);
  g_clear_object (&self->rows);
  g_clear_object (&self->lines);
  g_clear_object (&self->gathering);
  g_clear_object (&self->wishes);

  G_OBJECT_CLASS (pln_paste_sheet_parent_class)->dispose (object);
}

static void
pln_paste_sheet_class_init (PlnPasteSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_paste_sheet_dispose;
  PLN_SHEET_CLASS (klass)->act = pln_paste_sheet_act;
  PLN_SHEET_CLASS (klass)->is_edited = pln_paste_sheet_is_edited;

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-paste-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnPasteSheet, stack);
  gtk_widget_class_bind_template_child (widget_class, PlnPasteSheet, text_page);
  gtk_widget_class_bind_template_child (widget_class, PlnPasteSheet, result_page);
  gtk_widget_class_bind_template_child (widget_class, PlnPasteSheet, text);
  gtk_widget_class_bind_template_child (widget_class, PlnPasteSheet, notice);
  gtk_widget_class_bind_template_child (widget_class, PlnPasteSheet, notice_text);
  gtk_widget_class_bind_template_child (widget_class, PlnPasteSheet, summary);
  gtk_widget_class_bind_template_child (widget_class, PlnPasteSheet, list);
  gtk_widget_class_bind_template_callback (widget_class, paste_clipboard_cb);

  gtk_widget_class_install_action (widget_class, "paste.more", NULL, more_cb);
  gtk_widget_class_install_action (widget_class, "paste.mended", NULL, mended_cb);
  gtk_widget_class_install_action (widget_class, "paste.copy-unread", NULL, copy_unread_cb);
}

static void
pln_paste_sheet_init (PlnPasteSheet *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  g_signal_connect (self, "unmap", G_CALLBACK (unmap_cb), NULL);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * pln_paste_sheet_new:
 * @wishes: who reads lists and adds people
 * @gathering: to which people are added
 * @lines: [class@PersonLine] that were left the last time; what cannot be read
 *   is left here again
 *
 * Returns: a sheet, to be presented
 */
PlnSheet *
pln_paste_sheet_new (PlnWishes    *wishes,
                     PlnGathering *gathering,
                     GListStore   *lines)
{
  PlnPasteSheet *self = g_object_new (PLN_TYPE_PASTE_SHEET, NULL);
  g_autoptr(GtkNoSelection) selection = NULL;

  self->wishes = g_object_ref (wishes);
  self->gathering = g_object_ref (gathering);
  self->lines = g_object_ref (lines);
  self->rows = pln_paste_list_new (G_LIST_MODEL (lines));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  show_page (self, g_list_model_get_n_items (G_LIST_MODEL (lines)) > 0 ? self->result_page : self->text_page);

  return PLN_SHEET (self);
}

/**
 * pln_paste_sheet_read:
 * @self: a sheet
 * @text: a list of people, in any of the ways in which they are written
 *
 * Adds the lines of @text to the rows of the sheet.
 */
void
pln_paste_sheet_read (PlnPasteSheet *self,
                      const char    *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) read = NULL;
  g_autoptr(GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) addresses = NULL;

  g_return_if_fail (PLN_IS_PASTE_SHEET (self));
  g_return_if_fail (text != NULL);

  read = PLN_WISHES_GET_IFACE (self->wishes)->read_people (self->wishes, self->gathering, text, &error);
  gtk_widget_set_visible (self->notice, error != NULL);
  if (error != NULL)
    {
      gtk_label_set_text (self->notice_text, error->message);
      return;
    }

  addresses = new_addresses (self);
  for (guint i = 0; i < g_list_model_get_n_items (read); i++)
    {
      PlnPersonLine *line = g_list_model_get_item (read, i);

      /* What was pasted before counts as well. */
      if (pln_person_line_get_state (line) == PLN_LINE_NEW)
        place (self, line, addresses);
      g_ptr_array_add (added, line);
    }
  g_list_store_splice (self->lines, g_list_model_get_n_items (G_LIST_MODEL (self->lines)), 0, added->pdata, added->len);
  pln_paste_list_update (self->rows);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), "", 0);
  show_page (self, self->result_page);
}

/**
 * pln_paste_sheet_n_unread:
 * @lines: lines of a sheet
 *
 * Returns: how many could not be read
 */
guint
pln_paste_sheet_n_unread (GListModel *lines)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(PlnPersonLine) line = g_list_model_get_item (lines, i);

      n += pln_person_line_get_state (line) == PLN_LINE_UNREADABLE;
    }

  return n;
}
