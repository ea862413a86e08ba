/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-note-line.h"

#include "pln-model-private.h"

#include <string.h>

enum
{
  PROP_0,
  PROP_ID, /* texts, which lie in one array */
  PROP_POSITION,
  PROP_BY,
  PROP_TEXT,
  PROP_OWNER,
  PROP_OWNER_ID,
  PROP_DUE,
  PROP_BESIDE,
  N_TEXTS,
  PROP_KIND = N_TEXTS,
  PROP_AT,
  N_PROPS
};

/**
 * PlnNoteLine:
 *
 * One line of a note: what was said, by whom, when.
 */
struct _PlnNoteLine
{
  GObject      parent_instance;

  char        *texts[N_TEXTS]; /* by property */
  PlnNoteKind  kind;
  GDateTime   *at;
};

G_DEFINE_FINAL_TYPE (PlnNoteLine, pln_note_line, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (PlnNoteKind, pln_note_kind,
  G_DEFINE_ENUM_VALUE (PLN_NOTE_POINT, "point"),
  G_DEFINE_ENUM_VALUE (PLN_NOTE_QUESTION, "question"),
  G_DEFINE_ENUM_VALUE (PLN_NOTE_IDEA, "idea"),
  G_DEFINE_ENUM_VALUE (PLN_NOTE_DECISION, "decision"),
  G_DEFINE_ENUM_VALUE (PLN_NOTE_ACTION, "action"),
  G_DEFINE_ENUM_VALUE (PLN_NOTE_QUOTE, "quote"),
  G_DEFINE_ENUM_VALUE (PLN_NOTE_PARKED, "parked"))

static const char *const stored_forms[PLN_N_NOTE_KINDS] = {
  "POINT", "QUESTION", "IDEA", "DECISION", "ACTION", "QUOTE", "PARKED",
};

static GParamSpec *props[N_PROPS];

/**
 * pln_note_kind_store:
 * @kind: a kind
 *
 * Returns: (transfer none): its stored form, in upper case
 */
const char *
pln_note_kind_store (PlnNoteKind kind)
{
  g_return_val_if_fail (kind < PLN_N_NOTE_KINDS, stored_forms[PLN_NOTE_POINT]);

  return stored_forms[kind];
}

/**
 * pln_note_kind_parse:
 * @stored: (nullable): a word, in any case
 * @kind: (out): what it means; a point, if it is none
 *
 * Returns: %TRUE if @stored is a kind
 */
gboolean
pln_note_kind_parse (const char   *stored,
                     PlnNoteKind  *kind)
{
  *kind = PLN_NOTE_POINT;
  for (guint i = 0; stored != NULL && i < PLN_N_NOTE_KINDS; i++)
    if (g_ascii_strcasecmp (stored, stored_forms[i]) == 0)
      {
        *kind = (PlnNoteKind) i;
        return TRUE;
      }

  return FALSE;
}

static void
set_text (PlnNoteLine *self,
          guint        prop,
          const char  *value)
{
  if (pln_text_set (&self->texts[prop], value))
    g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
pln_note_line_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PlnNoteLine *self = PLN_NOTE_LINE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_AT:
      g_value_set_boxed (value, self->at);
      break;
    default:
      g_assert (prop_id < N_TEXTS);
      g_value_set_string (value, pln_text_get (self->texts[prop_id]));
    }
}

static void
pln_note_line_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  PlnNoteLine *self = PLN_NOTE_LINE (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->texts[PROP_ID] = g_value_dup_string (value);
      break;
    case PROP_KIND:
      pln_note_line_set_kind (self, g_value_get_enum (value));
      break;
    case PROP_AT:
      pln_note_line_set_at (self, g_value_get_boxed (value));
      break;
    default:
      g_assert (prop_id < N_TEXTS);
      set_text (self, prop_id, g_value_get_string (value));
    }
}

static void
pln_note_line_finalize (GObject *object)
{
  PlnNoteLine *self = PLN_NOTE_LINE (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->at, g_date_time_unref);

  G_OBJECT_CLASS (pln_note_line_parent_class)->finalize (object);
}

static void
pln_note_line_class_init (PlnNoteLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_note_line_get_property;
  object_class->set_property = pln_note_line_set_property;
  object_class->finalize = pln_note_line_finalize;

  /**
   * PlnNoteLine:id:
   *
   * By what it is known, see [func@id_new].
   */
  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, PLN_PARAM_ONCE);

  /**
   * PlnNoteLine:position:
   *
   * A key of [func@order_key_between], by which lines are in order.
   */
  props[PROP_POSITION] = g_param_spec_string ("position", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnNoteLine:by:
   *
   * Who said it, or "".
   */
  props[PROP_BY] = g_param_spec_string ("by", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnNoteLine:text:
   *
   * What was said; may have several lines.
   */
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnNoteLine:owner:
   *
   * Who does it, of an action; or "".
   */
  props[PROP_OWNER] = g_param_spec_string ("owner", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnNoteLine:owner-id:
   *
   * The id of the attendee who does it, or "".
   */
  props[PROP_OWNER_ID] = g_param_spec_string ("owner-id", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnNoteLine:due:
   *
   * By when, of an action: `20110805`; or "".
   */
  props[PROP_DUE] = g_param_spec_string ("due", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnNoteLine:beside:
   *
   * The id of the line that somebody else wrote instead of this one at the
   * same time, or "".
   */
  props[PROP_BESIDE] = g_param_spec_string ("beside", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnNoteLine:kind:
   *
   * What it is.
   */
  props[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, PLN_TYPE_NOTE_KIND, PLN_NOTE_POINT, PLN_PARAM_WRITE);

  /**
   * PlnNoteLine:at:
   *
   * When it was written; %NULL if that is not known.
   */
  props[PROP_AT] = g_param_spec_boxed ("at", NULL, NULL, G_TYPE_DATE_TIME, PLN_PARAM_WRITE);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_note_line_init (PlnNoteLine *self)
{
}

/**
 * pln_note_line_new:
 * @id: its id, see [func@id_new]
 *
 * Returns: (transfer full): an empty point
 */
PlnNoteLine *
pln_note_line_new (const char *id)
{
  return g_object_new (PLN_TYPE_NOTE_LINE, "id", id, NULL);
}

/**
 * pln_note_line_copy:
 * @self: a line
 *
 * Returns: (transfer full): another object of the same line
 */
PlnNoteLine *
pln_note_line_copy (PlnNoteLine *self)
{
  PlnNoteLine *copy;

  g_return_val_if_fail (PLN_IS_NOTE_LINE (self), NULL);

  copy = pln_note_line_new (self->texts[PROP_ID]);
  pln_note_line_take_from (copy, self);

  return copy;
}

/**
 * pln_note_line_take_from:
 * @self: a line
 * @other: a line
 *
 * Makes @self equal to @other in everything but the id.
 */
void
pln_note_line_take_from (PlnNoteLine *self,
                         PlnNoteLine *other)
{
  g_return_if_fail (PLN_IS_NOTE_LINE (self) && PLN_IS_NOTE_LINE (other));

  for (guint i = PROP_ID + 1; i < N_TEXTS; i++)
    set_text (self, i, other->texts[i]);
  pln_note_line_set_kind (self, other->kind);
  pln_note_line_set_at (self, other->at);
}

/**
 * pln_note_line_take_differences:
 * @self: a line as it is by now
 * @before: the line as somebody found it
 * @after: as they left it
 *
 * Sets what differs between @before and @after, and nothing else.
 */
void
pln_note_line_take_differences (PlnNoteLine *self,
                                PlnNoteLine *before,
                                PlnNoteLine *after)
{
  g_return_if_fail (PLN_IS_NOTE_LINE (self) && PLN_IS_NOTE_LINE (before) && PLN_IS_NOTE_LINE (after));

  for (guint i = PROP_ID + 1; i < N_TEXTS; i++)
    if (g_strcmp0 (before->texts[i], after->texts[i]) != 0)
      set_text (self, i, after->texts[i]);
  if (before->kind != after->kind)
    pln_note_line_set_kind (self, after->kind);
}

/**
 * pln_note_line_equal:
 * @self: a line
 * @other: a line
 *
 * Returns: %TRUE if both say the same at the same place
 */
gboolean
pln_note_line_equal (PlnNoteLine *self,
                     PlnNoteLine *other)
{
  g_return_val_if_fail (PLN_IS_NOTE_LINE (self) && PLN_IS_NOTE_LINE (other), FALSE);

  for (guint i = PROP_ID; i < N_TEXTS; i++)
    if (g_strcmp0 (self->texts[i], other->texts[i]) != 0)
      return FALSE;

  return self->kind == other->kind;
}

/**
 * pln_note_line_is_empty:
 * @self: a line
 *
 * Returns: %TRUE if nothing is written on it: such a line is not kept
 */
gboolean
pln_note_line_is_empty (PlnNoteLine *self)
{
  const char *text = pln_note_line_get_text (self);

  return text[strspn (text, " \n\t")] == '\0'
         && *pln_note_line_get_owner (self) == '\0'
         && *pln_note_line_get_due (self) == '\0';
}

/**
 * pln_note_line_get_id:
 * @self: a line
 *
 * Returns: (transfer none): see [property@NoteLine:id]
 */
const char *
pln_note_line_get_id (PlnNoteLine *self)
{
  g_return_val_if_fail (PLN_IS_NOTE_LINE (self), NULL);

  return self->texts[PROP_ID];
}

/**
 * pln_note_line_get_kind:
 * @self: a line
 *
 * Returns: see [property@NoteLine:kind]
 */
PlnNoteKind
pln_note_line_get_kind (PlnNoteLine *self)
{
  g_return_val_if_fail (PLN_IS_NOTE_LINE (self), PLN_NOTE_POINT);

  return self->kind;
}

/**
 * pln_note_line_set_kind:
 * @self: a line
 * @kind: see [property@NoteLine:kind]
 */
void
pln_note_line_set_kind (PlnNoteLine *self,
                        PlnNoteKind  kind)
{
  g_return_if_fail (PLN_IS_NOTE_LINE (self));
  g_return_if_fail (kind < PLN_N_NOTE_KINDS);

  if (self->kind == kind)
    return;
  self->kind = kind;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KIND]);
}

/**
 * pln_note_line_get_position:
 * @self: a line
 *
 * Returns: (transfer none): see [property@NoteLine:position]
 */
const char *
pln_note_line_get_position (PlnNoteLine *self)
{
  g_return_val_if_fail (PLN_IS_NOTE_LINE (self), NULL);

  return pln_text_get (self->texts[PROP_POSITION]);
}

/**
 * pln_note_line_set_position:
 * @self: a line
 * @position: (nullable): see [property@NoteLine:position]
 */
void
pln_note_line_set_position (PlnNoteLine *self,
                            const char  *position)
{
  g_return_if_fail (PLN_IS_NOTE_LINE (self));

  set_text (self, PROP_POSITION, position);
}

/**
 * pln_note_line_get_at:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): see [property@NoteLine:at]
 */
GDateTime *
pln_note_line_get_at (PlnNoteLine *self)
{
  g_return_val_if_fail (PLN_IS_NOTE_LINE (self), NULL);

  return self->at;
}

/**
 * pln_note_line_set_at:
 * @self: a line
 * @at: (nullable): see [property@NoteLine:at]
 */
void
pln_note_line_set_at (PlnNoteLine *self,
                      GDateTime   *at)
{
  g_return_if_fail (PLN_IS_NOTE_LINE (self));

  if (pln_time_set (&self->at, at))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AT]);
}

/**
 * pln_note_line_get_by:
 * @self: a line
 *
 * Returns: (transfer none): see [property@NoteLine:by]
 */
const char *
pln_note_line_get_by (PlnNoteLine *self)
{
  g_return_val_if_fail (PLN_IS_NOTE_LINE (self), NULL);

  return pln_text_get (self->texts[PROP_BY]);
}

/**
 * pln_note_line_set_by:
 * @self: a line
 * @by: (nullable): see [property@NoteLine:by]
 */
void
pln_note_line_set_by (PlnNoteLine *self,
                      const char  *by)
{
  g_return_if_fail (PLN_IS_NOTE_LINE (self));

  set_text (self, PROP_BY, by);
}

/**
 * pln_note_line_get_text:
 * @self: a line
 *
 * Returns: (transfer none): see [property@NoteLine:text]
 */
const char *
pln_note_line_get_text (PlnNoteLine *self)
{
  g_return_val_if_fail (PLN_IS_NOTE_LINE (self), NULL);

  return pln_text_get (self->texts[PROP_TEXT]);
}

/**
 * pln_note_line_set_text:
 * @self: a line
 * @text: (nullable): see [property@NoteLine:text]
 */
void
pln_note_line_set_text (PlnNoteLine *self,
                        const char  *text)
{
  g_return_if_fail (PLN_IS_NOTE_LINE (self));

  set_text (self, PROP_TEXT, text);
}

/**
 * pln_note_line_get_owner:
 * @self: a line
 *
 * Returns: (transfer none): see [property@NoteLine:owner]
 */
const char *
pln_note_line_get_owner (PlnNoteLine *self)
{
  g_return_val_if_fail (PLN_IS_NOTE_LINE (self), NULL);

  return pln_text_get (self->texts[PROP_OWNER]);
}

/**
 * pln_note_line_get_owner_id:
 * @self: a line
 *
 * Returns: (transfer none): see [property@NoteLine:owner-id]
 */
const char *
pln_note_line_get_owner_id (PlnNoteLine *self)
{
  g_return_val_if_fail (PLN_IS_NOTE_LINE (self), NULL);

  return pln_text_get (self->texts[PROP_OWNER_ID]);
}

/**
 * pln_note_line_set_owner:
 * @self: a line
 * @name: (nullable): see [property@NoteLine:owner]
 * @id: (nullable): see [property@NoteLine:owner-id]
 */
void
pln_note_line_set_owner (PlnNoteLine *self,
                         const char  *name,
                         const char  *id)
{
  g_return_if_fail (PLN_IS_NOTE_LINE (self));

  set_text (self, PROP_OWNER, name);
  set_text (self, PROP_OWNER_ID, id);
}

/**
 * pln_note_line_get_due:
 * @self: a line
 *
 * Returns: (transfer none): see [property@NoteLine:due]
 */
const char *
pln_note_line_get_due (PlnNoteLine *self)
{
  g_return_val_if_fail (PLN_IS_NOTE_LINE (self), NULL);

  return pln_text_get (self->texts[PROP_DUE]);
}

/**
 * pln_note_line_set_due:
 * @self: a line
 * @due: (nullable): see [property@NoteLine:due]
 */
void
pln_note_line_set_due (PlnNoteLine *self,
                       const char  *due)
{
  g_return_if_fail (PLN_IS_NOTE_LINE (self));

  set_text (self, PROP_DUE, due);
}

/**
 * pln_note_line_get_due_day:
 * @self: a line
 *
 * Returns: (transfer full) (nullable): the day of [property@NoteLine:due], at
 *   midnight; %NULL if there is none
 */
GDateTime *
pln_note_line_get_due_day (PlnNoteLine *self)
{
  int number;

  g_return_val_if_fail (PLN_IS_NOTE_LINE (self), NULL);

  if (strlen (pln_note_line_get_due (self)) != 8)
    return NULL;
  number = (int) g_ascii_strtoll (pln_note_line_get_due (self), NULL, 10);

  return g_date_time_new_utc (number / 10000, number / 100 % 100, number % 100, 0, 0, 0);
}

/**
 * pln_note_line_get_beside:
 * @self: a line
 *
 * Returns: (transfer none): see [property@NoteLine:beside]
 */
const char *
pln_note_line_get_beside (PlnNoteLine *self)
{
  g_return_val_if_fail (PLN_IS_NOTE_LINE (self), NULL);

  return pln_text_get (self->texts[PROP_BESIDE]);
}

/**
 * pln_note_line_set_beside:
 * @self: a line
 * @beside: (nullable): see [property@NoteLine:beside]
 */
void
pln_note_line_set_beside (PlnNoteLine *self,
                          const char  *beside)
{
  g_return_if_fail (PLN_IS_NOTE_LINE (self));

  set_text (self, PROP_BESIDE, beside);
}
