/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-paste-row.h"

#include "pln-config.h"
#include "pln-paste-group.h"
#include "pln-str.h"

#include <glib/gi18n.h>

/**
 * PlnPasteRow:
 *
 * A row of what was pasted: the head of a group, a person, or a line that
 * could not be read, with fields to mend it. A line that the user typed in is
 * announced by the action `paste.mended`.
 */
struct _PlnPasteRow
{
  AdwBin          parent_instance;

  GObject        *item;

  GtkStack       *stack;
  GtkWidget      *head;
  GtkLabel       *title;
  GtkWidget      *copy_all;
  GtkWidget      *person;
  GtkImage       *icon;
  GtkInscription *name;
  GtkInscription *detail;
  GtkWidget      *unread;
  GtkLabel       *text;
  GtkLabel       *note;
  GtkEditable    *name_entry;
  GtkEditable    *email_entry;
};

G_DEFINE_FINAL_TYPE (PlnPasteRow, pln_paste_row, ADW_TYPE_BIN)

static void
show_group (PlnPasteRow   *self,
            PlnPasteGroup *group)
{
  g_autofree char *title = pln_paste_group_title (group);

  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (self->copy_all, pln_paste_group_get_state (group) == PLN_LINE_UNREADABLE);
  gtk_stack_set_visible_child (self->stack, self->head);
}

static void
show_person (PlnPasteRow   *self,
             PlnPersonLine *line)
{
  const char *email = pln_person_line_get_email (line);
  const char *organisation = pln_person_line_get_organisation (line);
  const char *note = pln_person_line_get_note (line);
  gboolean is_new = pln_person_line_get_state (line) == PLN_LINE_NEW;
  const char *name = *pln_person_line_get_name (line) != '\0' ? pln_person_line_get_name (line) : email;
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) parts = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *name_line = pln_str_one_line (name);
  g_autofree char *detail = NULL;

  if (name != email)
    g_strv_builder_add (builder, email);
  if (*organisation != '\0')
    g_strv_builder_add (builder, organisation);
  if (*note != '\0')
    g_strv_builder_add (builder, note);
  parts = g_strv_builder_end (builder);
  joined = g_strjoinv (" · ", parts);
  detail = pln_str_one_line (joined);

  gtk_inscription_set_text (self->name, name_line);
  gtk_inscription_set_text (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
  gtk_image_set_from_icon_name (self->icon, is_new ? "list-add-symbolic" : "pln-answer-none-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), (const char *[]) { is_new ? "pln-good" : "pln-dim", NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_new ? _("Will be added") : _("Will not be added"), -1);
  gtk_stack_set_visible_child (self->stack, self->person);
}

static void
show_unread (PlnPasteRow   *self,
             PlnPersonLine *line)
{
  g_autofree char *text = pln_str_one_line (pln_person_line_get_text (line));
  g_autofree char *numbered = g_strdup_printf (_("Line %u: %s"), pln_person_line_get_number (line), text);

  gtk_label_set_text (self->text, numbered);
  gtk_label_set_text (self->note, pln_person_line_get_note (line));
  gtk_widget_set_visible (GTK_WIDGET (self->note), *pln_person_line_get_note (line) != '\0');
  gtk_editable_set_text (self->name_entry, pln_person_line_get_name (line));
  gtk_editable_set_text (self->email_entry, pln_person_line_get_email (line));
  gtk_stack_set_visible_child (self->stack, self->unread);
}

static void
update (PlnPasteRow *self)
{
  if (PLN_IS_PASTE_GROUP (self->item))
    show_group (self, PLN_PASTE_GROUP (self->item));
  else if (pln_person_line_get_state (PLN_PERSON_LINE (self->item)) == PLN_LINE_UNREADABLE)
    show_unread (self, PLN_PERSON_LINE (self->item));
  else
    show_person (self, PLN_PERSON_LINE (self->item));
}

static void
copy_cb (PlnPasteRow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          pln_person_line_get_text (PLN_PERSON_LINE (self->item)));
}

/* Keeps what was typed in the line, readable or not. Returns: whether it is
 * something new. */
static gboolean
keep_typed (PlnPasteRow *self)
{
  PlnPersonLine *line;
  g_autofree char *name = pln_str_one_line (gtk_editable_get_text (self->name_entry));
  g_autofree char *email = pln_str_one_line (gtk_editable_get_text (self->email_entry));

  if (!PLN_IS_PERSON_LINE (self->item)
      || pln_person_line_get_state (PLN_PERSON_LINE (self->item)) != PLN_LINE_UNREADABLE)
    return FALSE;

  line = PLN_PERSON_LINE (self->item);
  if (g_str_equal (name, pln_person_line_get_name (line)) && g_str_equal (email, pln_person_line_get_email (line)))
    return FALSE;

  g_signal_handlers_block_by_func (line, update, self);
  pln_person_line_set_person (line, name, email, pln_person_line_get_organisation (line));
  g_signal_handlers_unblock_by_func (line, update, self);

  return TRUE;
}

static void
mended_cb (PlnPasteRow *self)
{
  if (keep_typed (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "paste.mended", NULL);
}

static void
forget (PlnPasteRow *self)
{
  if (self->item == NULL)
    return;

  keep_typed (self); /* scrolled away while being typed in */
  g_signal_handlers_disconnect_by_func (self->item, update, self);
  g_clear_object (&self->item);
}

static void
pln_paste_row_dispose (GObject *object)
{
  PlnPasteRow *self = PLN_PASTE_ROW (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update, self);
  g_clear_object (&self->item);
  adw_bin_set_child (ADW_BIN (self), NULL); /* it is bound as well, and would be gone before the bin lets go of it */
  gtk_widget_dispose_template (GTK_WIDGET (self), PLN_TYPE_PASTE_ROW);

  G_OBJECT_CLASS (pln_paste_row_parent_class)->dispose (object);
}

static void
pln_paste_row_class_init (PlnPasteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pln_paste_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/plenary/ui/pln-paste-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlnPasteRow, stack);
  gtk_widget_class_bind_template_child (widget_class, PlnPasteRow, head);
  gtk_widget_class_bind_template_child (widget_class, PlnPasteRow, title);
  gtk_widget_class_bind_template_child (widget_class, PlnPasteRow, copy_all);
  gtk_widget_class_bind_template_child (widget_class, PlnPasteRow, person);
  gtk_widget_class_bind_template_child (widget_class, PlnPasteRow, icon);
  gtk_widget_class_bind_template_child (widget_class, PlnPasteRow, name);
  gtk_widget_class_bind_template_child (widget_class, PlnPasteRow, detail);
  gtk_widget_class_bind_template_child (widget_class, PlnPasteRow, unread);
  gtk_widget_class_bind_template_child (widget_class, PlnPasteRow, text);
  gtk_widget_class_bind_template_child (widget_class, PlnPasteRow, note);
  gtk_widget_class_bind_template_child (widget_class, PlnPasteRow, name_entry);
  gtk_widget_class_bind_template_child (widget_class, PlnPasteRow, email_entry);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, mended_cb);
}

static void
pln_paste_row_init (PlnPasteRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (mended_cb), self);
  gtk_widget_add_controller (self->unread, focus);
}

/**
 * pln_paste_row_new:
 *
 * Returns: an empty row
 */
GtkWidget *
pln_paste_row_new (void)
{
  return g_object_new (PLN_TYPE_PASTE_ROW, NULL);
}

/**
 * pln_paste_row_show:
 * @self: a row
 * @item: (nullable): a [class@PasteGroup] or a [class@PersonLine] to show, and
 *   to follow
 */
void
pln_paste_row_show (PlnPasteRow *self,
                    GObject     *item)
{
  g_return_if_fail (PLN_IS_PASTE_ROW (self));

  forget (self);
  if (item == NULL)
    return;

  self->item = g_object_ref (item);
  g_signal_connect_swapped (item, "notify", G_CALLBACK (update), self);
  update (self);
}
