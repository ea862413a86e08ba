/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-note.h"

#include "pln-id.h"
#include "pln-list.h"
#include "pln-model-private.h"
#include "pln-order-key.h"

#include <string.h>

enum
{
  PROP_0,
  PROP_UID, /* texts, which lie in one array */
  PROP_PARENT,
  PROP_TITLE,
  N_TEXTS,
  PROP_READ_ONLY = N_TEXTS,
  PROP_STATE,
  PROP_LINES,
  N_PROPS
};

/**
 * PlnNote:
 *
 * What was said in one group or session: a list of lines.
 */
struct _PlnNote
{
  GObject       parent_instance;

  char         *texts[N_TEXTS]; /* by property */
  gboolean      read_only;
  PlnNoteState  state;
  GDateTime    *saved_at;
  GListStore   *lines;
  GHashTable   *by_id; /* borrows ids and lines from the list */
};

G_DEFINE_FINAL_TYPE (PlnNote, pln_note, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (PlnNoteState, pln_note_state,
  G_DEFINE_ENUM_VALUE (PLN_NOTE_SAVED, "saved"),
  G_DEFINE_ENUM_VALUE (PLN_NOTE_SAVING, "saving"),
  G_DEFINE_ENUM_VALUE (PLN_NOTE_UNSAVED, "unsaved"))

static GParamSpec *props[N_PROPS];

static const char *
original (PlnNoteLine *line)
{
  const char *beside = pln_note_line_get_beside (line);

  return *beside != '\0' ? beside : pln_note_line_get_id (line);
}

/* By position, those without one last, as they were written; a line stands
 * after the one that it was written beside. */
static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  PlnNoteLine *one = *(PlnNoteLine *const *) a;
  PlnNoteLine *two = *(PlnNoteLine *const *) b;
  const char *position_one = pln_note_line_get_position (one);
  const char *position_two = pln_note_line_get_position (two);
  gboolean has_one = pln_order_key_is_valid (position_one);
  gboolean has_two = pln_order_key_is_valid (position_two);
  GDateTime *at_one = pln_note_line_get_at (one);
  GDateTime *at_two = pln_note_line_get_at (two);
  int order = has_one && has_two ? strcmp (position_one, position_two) : has_two - has_one;

  if (order == 0 && !has_one && at_one != NULL && at_two != NULL)
    order = g_date_time_compare (at_one, at_two);
  if (order == 0)
    order = strcmp (original (one), original (two));
  if (order == 0)
    order = (*pln_note_line_get_beside (one) != '\0') - (*pln_note_line_get_beside (two) != '\0');
  if (order == 0)
    order = strcmp (pln_note_line_get_id (one), pln_note_line_get_id (two));

  return order;
}

static const PlnListRules by_position = {
  (const char *(*) (gpointer)) pln_note_line_get_id,
  (void (*) (gpointer, gpointer)) pln_note_line_take_from,
  compare_lines,
};

static void
pln_note_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  PlnNote *self = PLN_NOTE (object);

  switch (prop_id)
    {
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_LINES:
      g_value_set_object (value, self->lines);
      break;
    default:
      g_assert (prop_id < N_TEXTS);
      g_value_set_string (value, pln_text_get (self->texts[prop_id]));
    }
}

static void
pln_note_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  PlnNote *self = PLN_NOTE (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      pln_note_set_title (self, g_value_get_string (value));
      break;
    case PROP_READ_ONLY:
      pln_note_set_read_only (self, g_value_get_boolean (value));
      break;
    default:
      g_assert (prop_id < N_TEXTS);
      self->texts[prop_id] = g_value_dup_string (value);
    }
}

static void
pln_note_finalize (GObject *object)
{
  PlnNote *self = PLN_NOTE (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->saved_at, g_date_time_unref);
  g_hash_table_unref (self->by_id);
  g_object_unref (self->lines);

  G_OBJECT_CLASS (pln_note_parent_class)->finalize (object);
}

static void
pln_note_class_init (PlnNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_note_get_property;
  object_class->set_property = pln_note_set_property;
  object_class->finalize = pln_note_finalize;

  /**
   * PlnNote:uid:
   *
   * The UID of the calendar object.
   */
  props[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, NULL, PLN_PARAM_ONCE);

  /**
   * PlnNote:parent:
   *
   * The UID of the group or session where it was said.
   */
  props[PROP_PARENT] = g_param_spec_string ("parent", NULL, NULL, NULL, PLN_PARAM_ONCE);

  /**
   * PlnNote:title:
   *
   * The question that was talked about, as other programs show it.
   */
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnNote:read-only:
   *
   * Whether it must not be changed here.
   */
  props[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, PLN_PARAM_WRITE);

  /**
   * PlnNote:state:
   *
   * Whether what was last written is safe.
   */
  props[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, PLN_TYPE_NOTE_STATE, PLN_NOTE_SAVED, PLN_PARAM_READ);

  /**
   * PlnNote:lines:
   *
   * The list of [class@NoteLine].
   */
  props[PROP_LINES] = g_param_spec_object ("lines", NULL, NULL, G_TYPE_LIST_MODEL, PLN_PARAM_READ);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_note_init (PlnNote *self)
{
  self->lines = g_list_store_new (PLN_TYPE_NOTE_LINE);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * pln_note_new:
 * @uid: the UID of the calendar object
 * @parent: the UID of a group or session
 *
 * Returns: (transfer full): a note without lines
 */
PlnNote *
pln_note_new (const char *uid,
              const char *parent)
{
  return g_object_new (PLN_TYPE_NOTE, "uid", uid, "parent", parent, NULL);
}

/**
 * pln_note_new_for:
 * @parent: the UID of a group or session
 *
 * Makes the note of a group or session. Its UID follows from that of the
 * parent, so that two laptops which both begin it without a network begin the
 * same one.
 *
 * Returns: (transfer full): a note without lines
 */
PlnNote *
pln_note_new_for (const char *parent)
{
  g_autofree char *both = g_strconcat ("note of\n", parent, NULL);
  g_autofree char *one = pln_id_derive (parent);
  g_autofree char *two = pln_id_derive (both);
  g_autofree char *uid = g_strconcat (one, two, "@plenary", NULL);

  return pln_note_new (uid, parent);
}

/**
 * pln_note_copy:
 * @self: a note
 *
 * Returns: (transfer full): another object of the same note, with lines of its own
 */
PlnNote *
pln_note_copy (PlnNote *self)
{
  PlnNote *copy;

  g_return_val_if_fail (PLN_IS_NOTE (self), NULL);

  copy = pln_note_new (self->texts[PROP_UID], self->texts[PROP_PARENT]);
  pln_note_set_title (copy, self->texts[PROP_TITLE]);
  pln_note_set_read_only (copy, self->read_only);
  for (guint i = 0; i < pln_note_get_n_lines (self); i++)
    {
      g_autoptr(PlnNoteLine) line = pln_note_line_copy (pln_note_get_line (self, i));

      g_hash_table_insert (copy->by_id, (char *) pln_note_line_get_id (line), line);
      g_list_store_append (copy->lines, line);
    }

  return copy;
}

/**
 * pln_note_take_from:
 * @self: a note
 * @other: a note, which is not used any more
 *
 * Makes @self equal to @other in everything but the UID. Lines that stay are
 * the same objects.
 */
void
pln_note_take_from (PlnNote *self,
                    PlnNote *other)
{
  g_autoptr(GPtrArray) lines = NULL;

  g_return_if_fail (PLN_IS_NOTE (self) && PLN_IS_NOTE (other));

  if (self == other)
    return;
  pln_note_set_title (self, other->texts[PROP_TITLE]);
  pln_note_set_read_only (self, other->read_only);
  lines = pln_list_items (other->lines);
  pln_note_set_lines (self, lines);
}

/**
 * pln_note_take_differences:
 * @self: a note as it is by now
 * @before: the note as somebody found it
 * @after: as they left it
 *
 * Changes what differs between @before and @after, line by line, and nothing
 * else.
 */
void
pln_note_take_differences (PlnNote *self,
                           PlnNote *before,
                           PlnNote *after)
{
  g_return_if_fail (PLN_IS_NOTE (self) && PLN_IS_NOTE (before) && PLN_IS_NOTE (after));

  if (g_strcmp0 (before->texts[PROP_TITLE], after->texts[PROP_TITLE]) != 0)
    pln_note_set_title (self, after->texts[PROP_TITLE]);

  for (guint i = 0; i < pln_note_get_n_lines (before); i++)
    {
      const char *id = pln_note_line_get_id (pln_note_get_line (before, i));

      if (pln_note_find_line (after, id, NULL) == NULL)
        pln_note_remove_line (self, id);
    }
  for (guint i = 0; i < pln_note_get_n_lines (after); i++)
    {
      PlnNoteLine *line = pln_note_get_line (after, i);
      PlnNoteLine *was = pln_note_find_line (before, pln_note_line_get_id (line), NULL);
      PlnNoteLine *is = pln_note_find_line (self, pln_note_line_get_id (line), NULL);
      g_autoptr(PlnNoteLine) copy = NULL;

      if (was != NULL && pln_note_line_equal (was, line))
        continue;
      copy = pln_note_line_copy (is != NULL ? is : line);
      if (is != NULL && was != NULL)
        pln_note_line_take_differences (copy, was, line);
      else
        pln_note_line_take_from (copy, line);
      pln_note_put_line (self, copy);
    }
}

/**
 * pln_note_get_uid:
 * @self: a note
 *
 * Returns: (transfer none): see [property@Note:uid]
 */
const char *
pln_note_get_uid (PlnNote *self)
{
  g_return_val_if_fail (PLN_IS_NOTE (self), NULL);

  return self->texts[PROP_UID];
}

/**
 * pln_note_get_parent:
 * @self: a note
 *
 * Returns: (transfer none): see [property@Note:parent]
 */
const char *
pln_note_get_parent (PlnNote *self)
{
  g_return_val_if_fail (PLN_IS_NOTE (self), NULL);

  return pln_text_get (self->texts[PROP_PARENT]);
}

/**
 * pln_note_get_title:
 * @self: a note
 *
 * Returns: (transfer none): see [property@Note:title]
 */
const char *
pln_note_get_title (PlnNote *self)
{
  g_return_val_if_fail (PLN_IS_NOTE (self), NULL);

  return pln_text_get (self->texts[PROP_TITLE]);
}

/**
 * pln_note_set_title:
 * @self: a note
 * @title: (nullable): see [property@Note:title]
 */
void
pln_note_set_title (PlnNote    *self,
                    const char *title)
{
  g_return_if_fail (PLN_IS_NOTE (self));

  if (pln_text_set (&self->texts[PROP_TITLE], title))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

/**
 * pln_note_get_read_only:
 * @self: a note
 *
 * Returns: see [property@Note:read-only]
 */
gboolean
pln_note_get_read_only (PlnNote *self)
{
  g_return_val_if_fail (PLN_IS_NOTE (self), FALSE);

  return self->read_only;
}

/**
 * pln_note_set_read_only:
 * @self: a note
 * @read_only: see [property@Note:read-only]
 */
void
pln_note_set_read_only (PlnNote  *self,
                        gboolean  read_only)
{
  g_return_if_fail (PLN_IS_NOTE (self));

  if (self->read_only == !!read_only)
    return;
  self->read_only = !!read_only;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READ_ONLY]);
}

/**
 * pln_note_get_state:
 * @self: a note
 *
 * Returns: see [property@Note:state]
 */
PlnNoteState
pln_note_get_state (PlnNote *self)
{
  g_return_val_if_fail (PLN_IS_NOTE (self), PLN_NOTE_SAVED);

  return self->state;
}

/**
 * pln_note_get_saved_at:
 * @self: a note
 *
 * Returns: (transfer none) (nullable): when it was last written here; %NULL if
 *   it was not since the program began
 */
GDateTime *
pln_note_get_saved_at (PlnNote *self)
{
  g_return_val_if_fail (PLN_IS_NOTE (self), NULL);

  return self->saved_at;
}

/**
 * pln_note_set_state:
 * @self: a note
 * @state: see [property@Note:state]
 * @saved_at: (nullable): when it was written; %NULL: as before
 *
 * To be called by who writes it. Announced each time.
 */
void
pln_note_set_state (PlnNote      *self,
                    PlnNoteState  state,
                    GDateTime    *saved_at)
{
  g_return_if_fail (PLN_IS_NOTE (self));

  self->state = state;
  if (saved_at != NULL)
    pln_time_set (&self->saved_at, saved_at);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

/**
 * pln_note_get_lines:
 * @self: a note
 *
 * Returns: (transfer none): the list of [class@NoteLine], always the same
 *   object, in order
 */
GListModel *
pln_note_get_lines (PlnNote *self)
{
  g_return_val_if_fail (PLN_IS_NOTE (self), NULL);

  return G_LIST_MODEL (self->lines);
}

/**
 * pln_note_get_n_lines:
 * @self: a note
 *
 * Returns: how many lines it has
 */
guint
pln_note_get_n_lines (PlnNote *self)
{
  g_return_val_if_fail (PLN_IS_NOTE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->lines));
}

/**
 * pln_note_get_line:
 * @self: a note
 * @index: the place of a line, from 0
 *
 * Returns: (transfer none) (nullable): that line, if there are so many
 */
PlnNoteLine *
pln_note_get_line (PlnNote *self,
                   guint    index)
{
  g_autoptr(PlnNoteLine) line = NULL;

  g_return_val_if_fail (PLN_IS_NOTE (self), NULL);

  line = g_list_model_get_item (G_LIST_MODEL (self->lines), index);

  return line; /* the list keeps it */
}

/**
 * pln_note_find_line:
 * @self: a note
 * @id: the id of a line
 * @index: (out) (optional): its place, from 0
 *
 * Returns: (transfer none) (nullable): the line of that id, if any
 */
PlnNoteLine *
pln_note_find_line (PlnNote    *self,
                    const char *id,
                    guint      *index)
{
  PlnNoteLine *line;

  g_return_val_if_fail (PLN_IS_NOTE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  line = g_hash_table_lookup (self->by_id, id);
  if (line != NULL && index != NULL)
    g_list_store_find (self->lines, line, index);

  return line;
}

/* Gives every line of @lines a position that fits its place; @moved is known
 * not to have one. */
static void
settle_positions (GPtrArray   *lines,
                  PlnNoteLine *moved)
{
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lines->len; i++)
    {
      PlnNoteLine *line = g_ptr_array_index (lines, i);

      g_ptr_array_add (keys, line != moved ? g_strdup (pln_note_line_get_position (line)) : NULL);
    }
  pln_order_keys_fill (keys);
  for (guint i = 0; i < lines->len; i++)
    pln_note_line_set_position (g_ptr_array_index (lines, i), g_ptr_array_index (keys, i));
}

/**
 * pln_note_insert_line:
 * @self: a note
 * @line: (transfer none): a line of no note
 * @index: where it is to stand, from 0; after the last, if there are not so many
 *
 * Puts a line into its place, which its position says from then on.
 */
void
pln_note_insert_line (PlnNote     *self,
                      PlnNoteLine *line,
                      guint        index)
{
  g_autoptr(GPtrArray) lines = NULL;

  g_return_if_fail (PLN_IS_NOTE (self));
  g_return_if_fail (PLN_IS_NOTE_LINE (line));
  g_return_if_fail (!g_hash_table_contains (self->by_id, pln_note_line_get_id (line)));

  lines = pln_list_items (self->lines);
  index = MIN (index, lines->len);
  g_ptr_array_insert (lines, (int) index, g_object_ref (line));
  settle_positions (lines, line);

  g_hash_table_insert (self->by_id, (char *) pln_note_line_get_id (line), line);
  g_list_store_insert (self->lines, index, line);
}

/**
 * pln_note_move_line:
 * @self: a note
 * @id: the id of one of its lines
 * @index: where it is to stand, from 0
 *
 * Moves a line to another place.
 */
void
pln_note_move_line (PlnNote    *self,
                    const char *id,
                    guint       index)
{
  PlnNoteLine *line;
  guint from = 0;
  g_autoptr(GPtrArray) lines = NULL;

  g_return_if_fail (PLN_IS_NOTE (self));

  line = pln_note_find_line (self, id, &from);
  index = MIN (index, MAX (pln_note_get_n_lines (self), 1) - 1);
  if (line == NULL || index == from)
    return;

  lines = pln_list_items (self->lines);
  g_ptr_array_insert (lines, index > from ? (int) index + 1 : (int) index, g_object_ref (line));
  g_ptr_array_remove_index (lines, index > from ? from : from + 1);
  settle_positions (lines, line);
  g_list_store_splice (self->lines, 0, lines->len, lines->pdata, lines->len);
}

/**
 * pln_note_put_line:
 * @self: a note
 * @line: (transfer none): a line with a position
 *
 * Adds @line where its position says; if one of its id is here, that one takes
 * over what @line says.
 */
void
pln_note_put_line (PlnNote     *self,
                   PlnNoteLine *line)
{
  g_return_if_fail (PLN_IS_NOTE (self));
  g_return_if_fail (PLN_IS_NOTE_LINE (line));

  pln_list_put (self->lines, self->by_id, line, &by_position);
}

/**
 * pln_note_set_lines:
 * @self: a note
 * @lines: (element-type PlnNoteLine): all its lines, in any order
 *
 * Replaces the lines. Those of an id that is here stay the same objects, and
 * take over what is new.
 */
void
pln_note_set_lines (PlnNote   *self,
                    GPtrArray *lines)
{
  g_return_if_fail (PLN_IS_NOTE (self));
  g_return_if_fail (lines != NULL);

  pln_list_merge (self->lines, self->by_id, lines, &by_position);
}

/**
 * pln_note_remove_line:
 * @self: a note
 * @id: the id of a line
 *
 * Returns: %TRUE if there was a line of that id, which is removed now
 */
gboolean
pln_note_remove_line (PlnNote    *self,
                      const char *id)
{
  g_return_val_if_fail (PLN_IS_NOTE (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return pln_list_drop (self->lines, self->by_id, id);
}

/**
 * pln_note_is_empty:
 * @self: a note
 *
 * Returns: %TRUE if nothing is written in it
 */
gboolean
pln_note_is_empty (PlnNote *self)
{
  for (guint i = 0; i < pln_note_get_n_lines (self); i++)
    if (!pln_note_line_is_empty (pln_note_get_line (self, i)))
      return FALSE;

  return TRUE;
}
