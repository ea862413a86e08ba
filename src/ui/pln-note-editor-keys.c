/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-note-editor-private.h"

#include "pln-note-choose.h"

#include <string.h>

#define MOST_ZOOM 5 /* steps larger */
#define LEAST_ZOOM (-2)

/* What a popover is asked for. */
typedef struct
{
  PlnNoteEditor *editor;
  char          *id;      /* of the line */
  const char    *literal; /* (nullable): what was typed, if it is not answered */
} Asked;

static Asked *
asked_new (PlnNoteEditor *self,
           PlnNoteLine   *line,
           const char    *literal)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->editor = g_object_ref (self);
  asked->id = g_strdup (pln_note_line_get_id (line));
  asked->literal = literal;

  return asked;
}

static void
asked_free (gpointer data)
{
  Asked *asked = data;
  PlnNoteRow *row = g_hash_table_lookup (asked->editor->rows, asked->id);

  if (asked->literal != NULL && row != NULL)
    gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (pln_note_row_get_view (row)), asked->literal, -1);
  g_object_unref (asked->editor);
  g_free (asked->id);
  g_free (asked);
}

/* The line, unless it went meanwhile; the focus goes back to it. */
static PlnNoteLine *
asked_line (Asked *asked)
{
  PlnNoteLine *line = asked->editor->draft != NULL ? pln_note_find_line (asked->editor->draft, asked->id, NULL) : NULL;

  asked->literal = NULL;
  if (line != NULL)
    pln_note_editor_edit_line (asked->editor, asked->id);

  return line;
}

static void
speaker_chosen (const char *name,
                const char *id,
                gpointer    data)
{
  Asked *asked = data;
  PlnNoteLine *line = asked_line (asked);

  if (line == NULL)
    return;
  pln_note_line_set_by (line, name);
  pln_note_editor_touch (asked->editor, line);
}

static void
owner_chosen (const char *name,
              const char *id,
              gpointer    data)
{
  Asked *asked = data;
  PlnNoteLine *line = asked_line (asked);

  if (line == NULL)
    return;
  pln_note_line_set_owner (line, name, id);
  pln_note_editor_touch (asked->editor, line);
}

static void
day_chosen (const char *day,
            gpointer    data)
{
  Asked *asked = data;
  PlnNoteLine *line = asked_line (asked);

  if (line == NULL)
    return;
  pln_note_line_set_due (line, day);
  pln_note_editor_touch (asked->editor, line);
}

static void
ask_person (PlnNoteEditor *self,
            PlnNoteRow    *row,
            gboolean       is_owner,
            const char    *literal)
{
  PlnNoteLine *line = pln_note_editor_line_of (self, row);
  GdkRectangle cursor;

  if (line == NULL || !pln_note_editor_may_edit (self))
    return;

  pln_note_row_find_cursor (row, &cursor);
  pln_note_choose_person (is_owner ? pln_note_row_get_owner (row) : GTK_WIDGET (row), is_owner ? NULL : &cursor,
                          self->gathering, self->parent, is_owner, is_owner ? owner_chosen : speaker_chosen,
                          asked_new (self, line, literal), asked_free);
}

static void
ask_day (PlnNoteEditor *self,
         PlnNoteRow    *row,
         const char    *literal)
{
  PlnNoteLine *line = pln_note_editor_line_of (self, row);

  if (line != NULL && pln_note_editor_may_edit (self))
    pln_note_choose_day (pln_note_row_get_due (row), pln_note_line_get_due (line), day_chosen,
                         asked_new (self, line, literal), asked_free);
}

static gboolean
is_action (PlnNoteEditor *self,
           PlnNoteRow    *row)
{
  PlnNoteLine *line = pln_note_editor_line_of (self, row);

  return line != NULL && pln_note_line_get_kind (line) == PLN_NOTE_ACTION;
}

/* What is behind the cursor goes to a line of its own. */
static gboolean
split_line (PlnNoteEditor *self,
            PlnNoteRow    *row)
{
  PlnNoteLine *line = pln_note_editor_line_of (self, row);
  g_autofree char *text = pln_note_row_dup_text (row);
  int cursor = pln_note_row_get_cursor (row);
  const char *at = g_utf8_offset_to_pointer (text, cursor >= 0 ? cursor : (int) g_utf8_strlen (text, -1));
  g_autofree char *left = g_strndup (text, (gsize) (at - text));
  guint index = 0;
  PlnNoteLine *next;

  pln_note_find_line (self->draft, pln_note_line_get_id (line), &index);
  next = pln_note_editor_new_line (self, at + strspn (at, " \n"), index + 1);
  if (*at != '\0')
    pln_note_line_set_text (line, g_strchomp (left));
  pln_note_editor_show (self);
  pln_note_editor_touch (self, line);
  pln_note_editor_edit_line (self, pln_note_line_get_id (next));
  pln_note_row_edit (pln_note_editor_row (self), 0);

  return TRUE;
}

/* A line becomes the end of the one before. */
static gboolean
join_lines (PlnNoteEditor *self,
            guint          index)
{
  PlnNoteLine *first = pln_note_get_line (self->draft, index);
  PlnNoteLine *second = pln_note_get_line (self->draft, index + 1);
  g_autofree char *text = NULL;
  int cursor;

  if (first == NULL || second == NULL)
    return FALSE;

  cursor = (int) g_utf8_strlen (pln_note_line_get_text (first), -1);
  text = g_strconcat (pln_note_line_get_text (first),
                      *pln_note_line_get_text (first) != '\0' && *pln_note_line_get_text (second) != '\0' ? " " : "",
                      pln_note_line_get_text (second), NULL);
  if (*pln_note_line_get_text (first) == '\0') /* then it was the second that counts */
    pln_note_line_set_kind (first, pln_note_line_get_kind (second));
  pln_note_line_set_text (first, text);
  pln_note_remove_line (self->draft, pln_note_line_get_id (second));
  pln_note_editor_show (self);
  pln_note_editor_touch (self, first);
  pln_note_editor_edit_line (self, pln_note_line_get_id (first));
  pln_note_row_edit (pln_note_editor_row (self), cursor);

  return TRUE;
}

static gboolean
remove_line (PlnNoteEditor *self,
             guint          index)
{
  PlnNoteLine *line = pln_note_get_line (self->draft, index);
  PlnNoteLine *next;

  pln_note_remove_line (self->draft, pln_note_line_get_id (line));
  if (pln_note_get_n_lines (self->draft) == 0)
    pln_note_editor_new_line (self, "", 0);
  pln_note_editor_show (self);
  next = pln_note_get_line (self->draft, MIN (index, pln_note_get_n_lines (self->draft) - 1));
  pln_note_editor_touch (self, next);
  pln_note_editor_edit_line (self, pln_note_line_get_id (next));

  return TRUE;
}

static gboolean
move_line (PlnNoteEditor *self,
           guint          index,
           int            step)
{
  PlnNoteLine *line = pln_note_get_line (self->draft, index);

  if ((step < 0 && index == 0) || (step > 0 && index + 1 >= pln_note_get_n_lines (self->draft)))
    return TRUE;

  pln_note_move_line (self->draft, pln_note_line_get_id (line), (guint) ((int) index + step));
  pln_note_editor_show (self);
  pln_note_editor_touch (self, line);

  return TRUE;
}

static gboolean
go_to (PlnNoteEditor *self,
       PlnNoteRow    *row,
       guint          index,
       int            step)
{
  PlnNoteLine *next;

  if (!pln_note_row_at_edge (row, step < 0) || (step < 0 && index == 0))
    return FALSE;
  next = pln_note_get_line (self->draft, (guint) ((int) index + step));
  if (next == NULL)
    return FALSE;

  pln_note_editor_edit_line (self, pln_note_line_get_id (next));

  return TRUE;
}

/* Only this sheet's text, for people at arm's length. */
static gboolean
zoom (PlnNoteEditor *self,
      int            step)
{
  static const char *const classes[] = {
    "pln-note-zoom-80", "pln-note-zoom-90", NULL, "pln-note-zoom-115", "pln-note-zoom-130", "pln-note-zoom-150",
    "pln-note-zoom-175", "pln-note-zoom-200",
  };
  int now = step == 0 ? 0 : CLAMP (self->zoom + step, LEAST_ZOOM, MOST_ZOOM);

  if (classes[self->zoom - LEAST_ZOOM] != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->list), classes[self->zoom - LEAST_ZOOM]);
  self->zoom = now;
  if (classes[now - LEAST_ZOOM] != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->list), classes[now - LEAST_ZOOM]);

  return TRUE;
}

/* Whether what is typed next begins a word: an “@” in an address, or a “/” in
 * a date, is only that. */
static gboolean
begins_word (PlnNoteRow *row)
{
  g_autofree char *text = pln_note_row_dup_text (row);
  int cursor = pln_note_row_get_cursor (row);

  return cursor == 0 || (cursor > 0 && g_unichar_isspace (g_utf8_get_char (g_utf8_offset_to_pointer (text, cursor - 1))));
}

static gboolean
paste_received (PlnNoteEditor *self,
                const char    *text)
{
  PlnNoteRow *row = pln_note_editor_row (self);

  if (text == NULL || row == NULL)
    return FALSE;
  if (strchr (text, '\n') != NULL)
    return pln_note_editor_add_text (self, text);

  gtk_text_buffer_delete_selection (gtk_text_view_get_buffer (pln_note_row_get_view (row)), TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (pln_note_row_get_view (row)), text, -1);

  return TRUE;
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(PlnNoteEditor) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->draft != NULL && pln_note_editor_may_edit (self))
    paste_received (self, text);
}

/* Several lines become several lines. */
static gboolean
paste (PlnNoteEditor *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb, g_object_ref (self));

  return TRUE;
}

static gboolean
undo (PlnNoteEditor *self,
      gboolean       redo)
{
  pln_note_editor_flush (self);
  gtk_widget_activate_action (GTK_WIDGET (self), redo ? "win.redo" : "win.undo", NULL);

  return TRUE;
}

static gboolean
key_with_alt (PlnNoteEditor *self,
              guint          index,
              guint          key)
{
  if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    return move_line (self, index, -1);
  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    return move_line (self, index, 1);
  if (key < GDK_KEY_1 || key > GDK_KEY_7)
    return FALSE;
  pln_note_editor_set_kind (self, (PlnNoteKind) (key - GDK_KEY_1));

  return TRUE;
}

static gboolean
key_with_ctrl (PlnNoteEditor *self,
               guint          index,
               guint          key,
               gboolean       shift)
{
  switch (key)
    {
    case GDK_KEY_BackSpace:
      return remove_line (self, index);
    case GDK_KEY_v:
    case GDK_KEY_V:
      return paste (self);
    case GDK_KEY_z:
    case GDK_KEY_Z:
      return undo (self, shift);
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      return zoom (self, 1);
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      return zoom (self, -1);
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      return zoom (self, 0);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return gtk_widget_activate_action (GTK_WIDGET (self), "sheet.go", "i", -1);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return gtk_widget_activate_action (GTK_WIDGET (self), "sheet.go", "i", 1);
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return gtk_widget_activate_action (GTK_WIDGET (self), "win.part", "i", shift ? -1 : 1);
    default:
      return FALSE;
    }
}

static gboolean
key_alone (PlnNoteEditor *self,
           PlnNoteRow    *row,
           guint          index,
           guint          key,
           gboolean       shift)
{
  int cursor = pln_note_row_get_cursor (row);
  g_autofree char *text = pln_note_row_dup_text (row);

  if (key >= GDK_KEY_F2 && key <= GDK_KEY_F8 && !shift)
    {
      pln_note_editor_set_kind (self, (PlnNoteKind) (key - GDK_KEY_F2));
      return TRUE;
    }

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return !shift && split_line (self, row);
    case GDK_KEY_BackSpace:
      return cursor == 0 && index > 0 && join_lines (self, index - 1);
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      return cursor == g_utf8_strlen (text, -1) && join_lines (self, index);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return !shift && go_to (self, row, index, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return !shift && go_to (self, row, index, 1);
    case GDK_KEY_at:
      if (!begins_word (row))
        return FALSE;
      ask_person (self, row, is_action (self, row), "@");
      return TRUE;
    case GDK_KEY_slash:
      if (!is_action (self, row) || !begins_word (row))
        return FALSE;
      ask_day (self, row, "/");
      return TRUE;
    default:
      return FALSE;
    }
}

/* Before the text views see them. */
static gboolean
pressed_cb (GtkEventControllerKey *keys,
            guint                  key,
            guint                  code,
            GdkModifierType        state,
            gpointer               user_data)
{
  PlnNoteEditor *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  PlnNoteRow *row = pln_note_editor_row (self);
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;
  guint index = 0;

  if (row == NULL || root == NULL || gtk_root_get_focus (root) != GTK_WIDGET (pln_note_row_get_view (row))
      || pln_note_find_line (self->draft, pln_note_row_get_id (row), &index) == NULL)
    return FALSE;
  if (!pln_note_editor_may_edit (self))
    return key != GDK_KEY_Tab && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0
           && (key == GDK_KEY_Up || key == GDK_KEY_Down) && go_to (self, row, index, key == GDK_KEY_Up ? -1 : 1);

  switch (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    {
    case 0:
      return key_alone (self, row, index, key, shift);
    case GDK_ALT_MASK:
      return key_with_alt (self, index, key);
    case GDK_CONTROL_MASK:
      return key_with_ctrl (self, index, key, shift);
    default:
      return FALSE; /* AltGr */
    }
}

void
pln_note_editor_add_keys (PlnNoteEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* A tag is pressed: its row has the focus by then. */
static void
tag_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  PlnNoteEditor *self = PLN_NOTE_EDITOR (widget);
  PlnNoteRow *row = pln_note_editor_row (self);

  if (row == NULL)
    return;
  if (g_str_equal (action_name, "note.owner"))
    ask_person (self, row, TRUE, NULL);
  else
    ask_day (self, row, NULL);
}

void
pln_note_editor_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "note.owner", NULL, tag_cb);
  gtk_widget_class_install_action (widget_class, "note.due", NULL, tag_cb);
}
