/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-note-editor-private.h"

#include "pln-clock.h"
#include "pln-id.h"
#include "pln-note-words.h"
#include "pln-when.h"
#include "pln-wishes.h"

#define PAUSE  1000 /* ms after the last key */
#define REVEAL 18   /* px around the line where somebody writes */
#define LATEST 5000 /* ms after the first that is not saved, if there is no pause */

/**
 * PlnNoteEditor:
 *
 * Where the lines of a note are written. What stands here is the user's until
 * it is safe: it is saved a second after the last key, and what others write
 * meanwhile is put beside it, never over it.
 */
G_DEFINE_FINAL_TYPE (PlnNoteEditor, pln_note_editor, ADW_TYPE_BIN)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
announce (PlnNoteEditor *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GTimeZone *
zone_of (PlnNoteEditor *self)
{
  GTimeZone *zone = self->gathering != NULL ? pln_when_zone (pln_gathering_get_zone (self->gathering)) : NULL;

  return zone != NULL ? zone : g_time_zone_new_local ();
}

/* The row where somebody writes, or did last; or NULL. */
PlnNoteRow *
pln_note_editor_row (PlnNoteEditor *self)
{
  return self->current != NULL ? g_hash_table_lookup (self->rows, self->current) : NULL;
}

PlnNoteLine *
pln_note_editor_line_of (PlnNoteEditor *self,
                         PlnNoteRow    *row)
{
  return row != NULL && self->draft != NULL ? pln_note_find_line (self->draft, pln_note_row_get_id (row), NULL) : NULL;
}

/**
 * pln_note_editor_get_line:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the line that somebody writes in
 */
PlnNoteLine *
pln_note_editor_get_line (PlnNoteEditor *self)
{
  return pln_note_editor_line_of (self, pln_note_editor_row (self));
}

/**
 * pln_note_editor_get_note:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the note as it stands here
 */
PlnNote *
pln_note_editor_get_note (PlnNoteEditor *self)
{
  return self->draft;
}

/**
 * pln_note_editor_get_model:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the note as the library has it; %NULL as
 *   long as nothing was written
 */
PlnNote *
pln_note_editor_get_model (PlnNoteEditor *self)
{
  return self->watched;
}

static gboolean
is_dirty (PlnNoteEditor *self,
          PlnNoteLine   *line)
{
  PlnNoteLine *was = pln_note_find_line (self->base, pln_note_line_get_id (line), NULL);

  return was == NULL ? !pln_note_line_is_empty (line) : !pln_note_line_equal (was, line);
}

/**
 * pln_note_editor_is_dirty:
 * @self: an editor
 *
 * Returns: whether something stands here that was not given to the library yet
 */
gboolean
pln_note_editor_is_dirty (PlnNoteEditor *self)
{
  if (self->draft == NULL)
    return FALSE;

  for (guint i = 0; i < pln_note_get_n_lines (self->draft); i++)
    if (is_dirty (self, pln_note_get_line (self->draft, i)))
      return TRUE;
  for (guint i = 0; i < pln_note_get_n_lines (self->base); i++)
    if (pln_note_find_line (self->draft, pln_note_line_get_id (pln_note_get_line (self->base, i)), NULL) == NULL)
      return TRUE;

  return FALSE;
}

static void
forget_timers (PlnNoteEditor *self)
{
  g_clear_handle_id (&self->save_id, g_source_remove);
  g_clear_handle_id (&self->latest_id, g_source_remove);
}

static void follow_soon (PlnNoteEditor *self);

static void
unwatch (PlnNoteEditor *self)
{
  if (self->watched != NULL)
    g_signal_handlers_disconnect_by_data (self->watched, self);
  if (self->watched != NULL)
    g_signal_handlers_disconnect_by_data (pln_note_get_lines (self->watched), self);
  g_clear_object (&self->watched);
}

/* The model may come with the first line, and go by undo. */
static void
watch (PlnNoteEditor *self)
{
  PlnNote *model = pln_gathering_find_note (self->gathering, pln_note_get_uid (self->draft));

  if (model == self->watched)
    return;

  unwatch (self);
  if (model == NULL)
    return;
  self->watched = g_object_ref (model);
  g_signal_connect_swapped (model, "notify", G_CALLBACK (follow_soon), self);
  g_signal_connect_swapped (pln_note_get_lines (model), "items-changed", G_CALLBACK (follow_soon), self);
}

/* What is not empty of what stands here. */
static PlnNote *
written (PlnNoteEditor *self)
{
  PlnNote *note = pln_note_copy (self->draft);

  for (guint i = pln_note_get_n_lines (note); i > 0; i--)
    if (pln_note_line_is_empty (pln_note_get_line (note, i - 1)))
      pln_note_remove_line (note, pln_note_line_get_id (pln_note_get_line (note, i - 1)));

  return note;
}

/**
 * pln_note_editor_flush:
 * @self: an editor
 *
 * Saves what stands here, now.
 */
void
pln_note_editor_flush (PlnNoteEditor *self)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));
  g_autoptr(PlnNote) after = NULL;

  forget_timers (self);
  if (wishes == NULL || !pln_note_editor_is_dirty (self))
    return;

  after = written (self);
  PLN_WISHES_GET_IFACE (wishes)->save_note (wishes, self->gathering, self->watched != NULL ? self->base : NULL, after);
  watch (self);
  if (self->watched != NULL && pln_note_get_state (self->watched) == PLN_NOTE_SAVING)
    {
      g_object_unref (self->base);
      self->base = pln_note_copy (after);
    }
  announce (self);
}

static gboolean
save_cb (gpointer user_data)
{
  PlnNoteEditor *self = user_data;

  self->save_id = 0;
  pln_note_editor_flush (self);

  return G_SOURCE_REMOVE;
}

static gboolean
latest_cb (gpointer user_data)
{
  PlnNoteEditor *self = user_data;

  self->latest_id = 0;
  pln_note_editor_flush (self);

  return G_SOURCE_REMOVE;
}

static void
save_soon (PlnNoteEditor *self)
{
  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (PAUSE, save_cb, self);
  if (self->latest_id == 0)
    self->latest_id = g_timeout_add (LATEST, latest_cb, self);
}

static void
show_line (PlnNoteEditor *self,
           PlnNoteLine   *line)
{
  PlnNoteRow *row = g_hash_table_lookup (self->rows, pln_note_line_get_id (line));
  g_autoptr(GTimeZone) zone = zone_of (self);

  if (row == NULL)
    return;

  self->filling = TRUE;
  pln_note_row_show (row, line, zone);
  self->filling = FALSE;
}

/* The whole line where somebody writes is seen, with a bit of what follows. */
static gboolean
reveal_cb (gpointer user_data)
{
  PlnNoteEditor *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  PlnNoteRow *row = pln_note_editor_row (self);
  double y;

  self->reveal_id = 0;
  if (row != NULL && gtk_widget_get_focus_child (GTK_WIDGET (row)) != NULL
      && gtk_widget_translate_coordinates (GTK_WIDGET (row), GTK_WIDGET (self->list), 0, 0, NULL, &y))
    gtk_adjustment_clamp_page (adjustment, y - REVEAL, y + gtk_widget_get_height (GTK_WIDGET (row)) + REVEAL);

  return G_SOURCE_REMOVE;
}

/* After the rows have found their places. */
static void
reveal_soon (PlnNoteEditor *self)
{
  if (self->reveal_id == 0)
    self->reveal_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, reveal_cb, self, NULL);
}

/* To be called when a line was changed here. */
void
pln_note_editor_touch (PlnNoteEditor *self,
                       PlnNoteLine   *line)
{
  show_line (self, line);
  reveal_soon (self);
  save_soon (self);
  announce (self);
}

static void
typed_cb (PlnNoteEditor *self,
          PlnNoteRow    *row)
{
  PlnNoteLine *line = pln_note_editor_line_of (self, row);
  g_autofree char *text = pln_note_row_dup_text (row);

  if (line == NULL || self->filling)
    return;

  /* When a line was written is when the first of it was. */
  if (pln_note_line_is_empty (line))
    {
      g_autoptr(GDateTime) now = pln_clock_now_utc ();

      pln_note_line_set_at (line, now);
    }
  pln_note_line_set_text (line, text);
  pln_note_line_set_beside (line, NULL);
  pln_note_editor_touch (self, line);
}

gboolean
pln_note_editor_may_edit (PlnNoteEditor *self)
{
  return self->gathering != NULL && !pln_gathering_get_read_only (self->gathering)
         && !pln_note_get_read_only (self->draft);
}

static void
entered_cb (PlnNoteEditor           *self,
            GtkEventControllerFocus *focus)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));

  g_free (self->current);
  self->current = g_strdup (pln_note_row_get_id (PLN_NOTE_ROW (row)));
  reveal_soon (self);
  announce (self);
}

static void
add_row (PlnNoteEditor *self,
         PlnNoteLine   *line)
{
  GtkWidget *row = pln_note_row_new (pln_note_line_get_id (line));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_hash_table_insert (self->rows, (char *) pln_note_row_get_id (PLN_NOTE_ROW (row)), row);
  g_signal_connect_swapped (row, "typed", G_CALLBACK (typed_cb), self);
  pln_note_row_set_prompt (PLN_NOTE_ROW (row), g_hash_table_lookup (self->prompts, pln_note_line_get_id (line)));
  pln_note_row_set_editable (PLN_NOTE_ROW (row), pln_note_editor_may_edit (self));
  g_signal_connect_object (focus, "enter", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, focus);
  gtk_list_box_append (self->list, row);
}

static void
drop_rows (PlnNoteEditor *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (pln_note_editor_line_of (self, row) == NULL)
      {
        g_hash_table_iter_remove (&iter);
        gtk_list_box_remove (self->list, row);
      }
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  PlnNoteEditor *self = user_data;
  guint place_a = 0;
  guint place_b = 0;

  pln_note_find_line (self->draft, pln_note_row_get_id (PLN_NOTE_ROW (a)), &place_a);
  pln_note_find_line (self->draft, pln_note_row_get_id (PLN_NOTE_ROW (b)), &place_b);

  return (place_a > place_b) - (place_a < place_b);
}

/* Shows the lines as they stand here: rows that stay are the same ones. */
void
pln_note_editor_show (PlnNoteEditor *self)
{
  drop_rows (self);
  for (guint i = 0; i < pln_note_get_n_lines (self->draft); i++)
    {
      PlnNoteLine *line = pln_note_get_line (self->draft, i);

      if (!g_hash_table_contains (self->rows, pln_note_line_get_id (line)))
        add_row (self, line);
      show_line (self, line);
    }
  gtk_list_box_invalidate_sort (self->list);
  announce (self);
}

/* An empty line at a place, which is not kept before something is written. */
PlnNoteLine *
pln_note_editor_new_line (PlnNoteEditor *self,
                          const char    *text,
                          guint          index)
{
  g_autofree char *id = pln_id_new ();
  g_autoptr(PlnNoteLine) line = pln_note_line_new (id);
  g_autoptr(GDateTime) now = pln_clock_now_utc ();

  pln_note_line_set_text (line, text);
  pln_note_line_set_at (line, now);
  pln_note_insert_line (self->draft, line, index);

  return pln_note_find_line (self->draft, id, NULL);
}

/* There is always a line to write in. */
static void
ensure_line (PlnNoteEditor *self)
{
  if (pln_note_get_n_lines (self->draft) == 0 && pln_note_editor_may_edit (self))
    pln_note_editor_new_line (self, "", 0);
}

/* Both wrote in one line at once: mine stays, theirs stands below it. */
static void
keep_theirs (PlnNoteEditor *self,
             PlnNoteLine   *mine,
             PlnNoteLine   *theirs)
{
  guint index = 0;
  PlnNoteLine *beside;

  pln_note_find_line (self->draft, pln_note_line_get_id (mine), &index);
  beside = pln_note_editor_new_line (self, pln_note_line_get_text (theirs), index + 1);
  pln_note_line_set_kind (beside, pln_note_line_get_kind (theirs));
  pln_note_line_set_by (beside, pln_note_line_get_by (theirs));
  pln_note_line_set_owner (beside, pln_note_line_get_owner (theirs), pln_note_line_get_owner_id (theirs));
  pln_note_line_set_due (beside, pln_note_line_get_due (theirs));
  pln_note_line_set_beside (beside, pln_note_line_get_id (mine));
  save_soon (self);
}

static void
follow_line (PlnNoteEditor *self,
             PlnNoteLine   *theirs,
             GPtrArray     *come) /* ids */
{
  const char *id = pln_note_line_get_id (theirs);
  PlnNoteLine *was = pln_note_find_line (self->base, id, NULL);
  PlnNoteLine *mine = pln_note_find_line (self->draft, id, NULL);
  g_autoptr(PlnNoteLine) copy = NULL;

  if (was != NULL && pln_note_line_equal (was, theirs))
    return;
  if (mine != NULL && was != NULL && is_dirty (self, mine)
      && g_strcmp0 (pln_note_line_get_text (was), pln_note_line_get_text (theirs)) != 0
      && g_strcmp0 (pln_note_line_get_text (mine), pln_note_line_get_text (theirs)) != 0)
    {
      keep_theirs (self, mine, theirs);
      return;
    }
  if (mine == NULL && was != NULL)
    return; /* it was removed here */

  copy = pln_note_line_copy (mine != NULL && was != NULL ? mine : theirs);
  if (mine != NULL && was != NULL)
    pln_note_line_take_differences (copy, was, theirs);
  pln_note_put_line (self->draft, copy);
  g_ptr_array_add (come, g_strdup (id));
}

/* Lines that went elsewhere go here, unless they were changed here. */
static void
follow_removed (PlnNoteEditor *self,
                PlnNote       *theirs)
{
  for (guint i = 0; i < pln_note_get_n_lines (self->base); i++)
    {
      const char *id = pln_note_line_get_id (pln_note_get_line (self->base, i));
      PlnNoteLine *mine = pln_note_find_line (self->draft, id, NULL);

      if (mine != NULL && pln_note_find_line (theirs, id, NULL) == NULL && !is_dirty (self, mine))
        pln_note_remove_line (self->draft, id);
    }
}

static void
follow (PlnNoteEditor *self)
{
  g_autoptr(GPtrArray) come = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(PlnNote) theirs = NULL;

  watch (self);
  if (self->watched != NULL && pln_note_get_state (self->watched) == PLN_NOTE_SAVING)
    return; /* it says when that is over */

  theirs = self->watched != NULL ? pln_note_copy (self->watched)
                                 : pln_note_new (pln_note_get_uid (self->draft), self->parent);
  /* What could not be written is still mine. */
  if (self->watched == NULL || pln_note_get_state (self->watched) != PLN_NOTE_UNSAVED)
    {
      follow_removed (self, theirs);
      for (guint i = 0; i < pln_note_get_n_lines (theirs); i++)
        follow_line (self, pln_note_get_line (theirs, i), come);
    }
  g_object_unref (self->base);
  self->base = g_steal_pointer (&theirs);

  ensure_line (self);
  pln_note_editor_show (self);
  for (guint i = 0; i < come->len; i++)
    {
      PlnNoteRow *row = g_hash_table_lookup (self->rows, come->pdata[i]);

      if (row != NULL)
        pln_note_row_flash (row);
    }
}

static gboolean
follow_cb (gpointer user_data)
{
  PlnNoteEditor *self = user_data;

  self->follow_id = 0;
  if (self->draft != NULL)
    follow (self);

  return G_SOURCE_REMOVE;
}

static void
follow_soon (PlnNoteEditor *self)
{
  if (self->follow_id == 0)
    self->follow_id = g_idle_add (follow_cb, self);
}

static void
close_note (PlnNoteEditor *self)
{
  GtkWidget *row;

  forget_timers (self);
  g_clear_handle_id (&self->follow_id, g_source_remove);
  g_clear_handle_id (&self->reveal_id, g_source_remove);
  unwatch (self);
  if (self->gathering != NULL)
    g_signal_handlers_disconnect_by_data (pln_gathering_get_notes (self->gathering), self);
  g_clear_object (&self->gathering);
  g_clear_object (&self->base);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->parent, g_free);
  g_clear_pointer (&self->current, g_free);
  g_hash_table_remove_all (self->rows);
  g_hash_table_remove_all (self->prompts);
  while (self->list != NULL && (row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

/**
 * pln_note_editor_open:
 * @self: an editor
 * @gathering: (nullable): a gathering that is loaded; %NULL: nothing is open any more
 * @parent: (nullable): the UID of one of its groups or sessions
 *
 * Saves what stands here, and opens the note of another group or session. It is
 * made when the first line is written.
 */
void
pln_note_editor_open (PlnNoteEditor *self,
                      PlnGathering  *gathering,
                      const char    *parent)
{
  PlnNote *model;

  pln_note_editor_flush (self);
  close_note (self);
  if (gathering == NULL || parent == NULL)
    return;

  self->gathering = g_object_ref (gathering);
  self->parent = g_strdup (parent);
  model = pln_gathering_find_note_of (gathering, parent);
  if (model != NULL)
    self->base = pln_note_copy (model);
  else
    {
      g_autofree char *question = pln_note_words_question (gathering, parent);

      self->base = pln_note_new_for (parent);
      pln_note_set_title (self->base, question);
    }
  self->draft = pln_note_copy (self->base);
  g_signal_connect_swapped (pln_gathering_get_notes (gathering), "items-changed", G_CALLBACK (follow_soon), self);
  watch (self);
  ensure_line (self);
  pln_note_editor_show (self);
}

/**
 * pln_note_editor_set_kind:
 * @self: an editor
 * @kind: what the line is that somebody writes in
 */
void
pln_note_editor_set_kind (PlnNoteEditor *self,
                          PlnNoteKind    kind)
{
  PlnNoteLine *line = pln_note_editor_get_line (self);

  if (line == NULL || !pln_note_editor_may_edit (self) || pln_note_line_get_kind (line) == kind)
    return;

  pln_note_line_set_kind (line, kind);
  pln_note_editor_touch (self, line);
}

/**
 * pln_note_editor_edit_line:
 * @self: an editor
 * @id: (nullable): the id of a line; %NULL: the last
 *
 * Lets somebody go on there.
 */
void
pln_note_editor_edit_line (PlnNoteEditor *self,
                           const char    *id)
{
  guint n = self->draft != NULL ? pln_note_get_n_lines (self->draft) : 0;
  PlnNoteRow *row;

  if (n == 0)
    return;
  if (id == NULL)
    id = pln_note_line_get_id (pln_note_get_line (self->draft, n - 1));
  row = g_hash_table_lookup (self->rows, id);
  if (row != NULL)
    pln_note_row_edit (row, -1);
}

/**
 * pln_note_editor_start:
 * @self: an editor whose note is empty
 * @name: a template, see [func@note_words_prompt]
 *
 * Puts lines there that say what to write. They are kept only where something
 * is written.
 */
void
pln_note_editor_start (PlnNoteEditor *self,
                       const char    *name)
{
  const char *prompt;
  PlnNoteKind kind;
  const char *first = NULL;

  for (guint i = pln_note_get_n_lines (self->draft); i > 0; i--)
    if (pln_note_line_is_empty (pln_note_get_line (self->draft, i - 1)))
      pln_note_remove_line (self->draft, pln_note_line_get_id (pln_note_get_line (self->draft, i - 1)));
  for (guint i = 0; (prompt = pln_note_words_prompt (name, i, &kind)) != NULL; i++)
    {
      PlnNoteLine *line = pln_note_editor_new_line (self, "", G_MAXUINT);

      pln_note_line_set_kind (line, kind);
      pln_note_line_set_at (line, NULL);
      g_hash_table_insert (self->prompts, g_strdup (pln_note_line_get_id (line)), g_strdup (prompt));
      first = first != NULL ? first : pln_note_line_get_id (line);
    }
  pln_note_editor_show (self);
  if (first != NULL)
    pln_note_editor_edit_line (self, first);
}

/**
 * pln_note_editor_add_text:
 * @self: an editor
 * @text: what was pasted or dropped
 *
 * Puts each line of a text into a line of the note, after the one that has the
 * focus.
 *
 * Returns: %TRUE if there was more than one line, or something else than text
 */
gboolean
pln_note_editor_add_text (PlnNoteEditor *self,
                          const char    *text)
{
  PlnWishes *wishes = pln_wishes_find (GTK_WIDGET (self));
  PlnNoteLine *here = pln_note_editor_get_line (self);
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GError) error = NULL;
  guint index = G_MAXUINT - 1;

  if (wishes == NULL || self->draft == NULL || !pln_note_editor_may_edit (self))
    return FALSE;
  lines = PLN_WISHES_GET_IFACE (wishes)->read_note (wishes, text, &error);
  if (lines == NULL || lines->len == 0)
    return FALSE;

  if (here != NULL)
    pln_note_find_line (self->draft, pln_note_line_get_id (here), &index);
  for (guint i = 0; i < lines->len; i++)
    pln_note_insert_line (self->draft, g_ptr_array_index (lines, i), index + 1 + i);
  if (here != NULL && pln_note_line_is_empty (here))
    pln_note_remove_line (self->draft, pln_note_line_get_id (here));
  pln_note_editor_show (self);
  pln_note_editor_edit_line (self, pln_note_line_get_id (g_ptr_array_index (lines, lines->len - 1)));
  save_soon (self);

  return TRUE;
}

static void
left_cb (PlnNoteEditor *self)
{
  pln_note_editor_flush (self);
}

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            gpointer       user_data)
{
  return pln_note_editor_add_text (user_data, g_value_get_string (value));
}

static void
pln_note_editor_dispose (GObject *object)
{
  PlnNoteEditor *self = PLN_NOTE_EDITOR (object);

  close_note (self);
  self->list = NULL;

  G_OBJECT_CLASS (pln_note_editor_parent_class)->dispose (object);
}

static void
pln_note_editor_finalize (GObject *object)
{
  PlnNoteEditor *self = PLN_NOTE_EDITOR (object);

  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->prompts);

  G_OBJECT_CLASS (pln_note_editor_parent_class)->finalize (object);
}

/* Before it is gone nobody can be asked to save any more. */
static void
pln_note_editor_unmap (GtkWidget *widget)
{
  pln_note_editor_flush (PLN_NOTE_EDITOR (widget));

  GTK_WIDGET_CLASS (pln_note_editor_parent_class)->unmap (widget);
}

static void
pln_note_editor_class_init (PlnNoteEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pln_note_editor_dispose;
  object_class->finalize = pln_note_editor_finalize;
  widget_class->unmap = pln_note_editor_unmap;

  /**
   * PlnNoteEditor::changed:
   *
   * Something was written, came, went or was saved, or another line has the focus.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", PLN_TYPE_NOTE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);

  pln_note_editor_add_actions (widget_class);
}

static void
pln_note_editor_init (PlnNoteEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  self->prompts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_sort_func (self->list, compare_rows, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "pln-note-list");

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (self->scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), self->scroller);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (drop, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  pln_note_editor_add_keys (self);
}
