/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-person-line.h"

#include "pln-model-private.h"

enum
{
  PROP_0,
  PROP_TEXT, /* texts, which lie in one array */
  PROP_NAME,
  PROP_EMAIL,
  PROP_ORGANISATION,
  PROP_NOTE,
  N_TEXTS,
  PROP_STATE = N_TEXTS,
  PROP_NUMBER,
  N_PROPS
};

/**
 * PlnPersonLine:
 *
 * One line of a pasted or opened list of people, and what was read in it.
 */
struct _PlnPersonLine
{
  GObject       parent_instance;

  char         *texts[N_TEXTS]; /* by property */
  PlnLineState  state;
  guint         number;
};

G_DEFINE_FINAL_TYPE (PlnPersonLine, pln_person_line, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (PlnLineState, pln_line_state,
  G_DEFINE_ENUM_VALUE (PLN_LINE_NEW, "new"),
  G_DEFINE_ENUM_VALUE (PLN_LINE_TWICE, "twice"),
  G_DEFINE_ENUM_VALUE (PLN_LINE_ALREADY, "already"),
  G_DEFINE_ENUM_VALUE (PLN_LINE_UNREADABLE, "unreadable"))

static GParamSpec *props[N_PROPS];

static void
set_text (PlnPersonLine *self,
          guint          prop,
          const char    *value)
{
  if (pln_text_set (&self->texts[prop], value))
    g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
set_state (PlnPersonLine *self,
           PlnLineState   state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

static void
pln_person_line_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  PlnPersonLine *self = PLN_PERSON_LINE (object);

  if (prop_id == PROP_STATE)
    g_value_set_enum (value, self->state);
  else if (prop_id == PROP_NUMBER)
    g_value_set_uint (value, self->number);
  else
    g_value_set_string (value, pln_text_get (self->texts[prop_id]));
}

static void
pln_person_line_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  PlnPersonLine *self = PLN_PERSON_LINE (object);

  if (prop_id == PROP_STATE)
    set_state (self, g_value_get_enum (value));
  else if (prop_id == PROP_NUMBER)
    self->number = g_value_get_uint (value);
  else
    set_text (self, prop_id, g_value_get_string (value));
}

static void
pln_person_line_finalize (GObject *object)
{
  PlnPersonLine *self = PLN_PERSON_LINE (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (pln_person_line_parent_class)->finalize (object);
}

static void
pln_person_line_class_init (PlnPersonLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_person_line_get_property;
  object_class->set_property = pln_person_line_set_property;
  object_class->finalize = pln_person_line_finalize;

  /**
   * PlnPersonLine:text:
   *
   * The line as it was pasted.
   */
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnPersonLine:name:
   *
   * The name that was read, or typed.
   */
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnPersonLine:email:
   *
   * The address that was read, or typed.
   */
  props[PROP_EMAIL] = g_param_spec_string ("email", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnPersonLine:organisation:
   *
   * The organisation that was read, or typed.
   */
  props[PROP_ORGANISATION] = g_param_spec_string ("organisation", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnPersonLine:note:
   *
   * Why the line is not new, a sentence; or empty.
   */
  props[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, "", PLN_PARAM_WRITE);

  /**
   * PlnPersonLine:state:
   *
   * What becomes of the line.
   */
  props[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, PLN_TYPE_LINE_STATE,
                                         PLN_LINE_NEW, PLN_PARAM_WRITE);

  /**
   * PlnPersonLine:number:
   *
   * The number of the line, from 1.
   */
  props[PROP_NUMBER] = g_param_spec_uint ("number", NULL, NULL, 0, G_MAXUINT, 0, PLN_PARAM_ONCE);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_person_line_init (PlnPersonLine *self)
{
}

/**
 * pln_person_line_new:
 * @number: the number of the line, from 1
 * @text: the line
 *
 * Returns: (transfer full): a line in which nothing was read yet
 */
PlnPersonLine *
pln_person_line_new (guint       number,
                     const char *text)
{
  return g_object_new (PLN_TYPE_PERSON_LINE, "number", number, "text", text, NULL);
}

guint
pln_person_line_get_number (PlnPersonLine *self)
{
  g_return_val_if_fail (PLN_IS_PERSON_LINE (self), 0);

  return self->number;
}

const char *
pln_person_line_get_text (PlnPersonLine *self)
{
  g_return_val_if_fail (PLN_IS_PERSON_LINE (self), "");

  return pln_text_get (self->texts[PROP_TEXT]);
}

const char *
pln_person_line_get_name (PlnPersonLine *self)
{
  g_return_val_if_fail (PLN_IS_PERSON_LINE (self), "");

  return pln_text_get (self->texts[PROP_NAME]);
}

const char *
pln_person_line_get_email (PlnPersonLine *self)
{
  g_return_val_if_fail (PLN_IS_PERSON_LINE (self), "");

  return pln_text_get (self->texts[PROP_EMAIL]);
}

const char *
pln_person_line_get_organisation (PlnPersonLine *self)
{
  g_return_val_if_fail (PLN_IS_PERSON_LINE (self), "");

  return pln_text_get (self->texts[PROP_ORGANISATION]);
}

/**
 * pln_person_line_set_person:
 * @self: a line
 * @name: (nullable): the name
 * @email: (nullable): the address
 * @organisation: (nullable): the organisation
 *
 * Sets who is meant.
 */
void
pln_person_line_set_person (PlnPersonLine *self,
                            const char    *name,
                            const char    *email,
                            const char    *organisation)
{
  g_return_if_fail (PLN_IS_PERSON_LINE (self));

  set_text (self, PROP_NAME, name);
  set_text (self, PROP_EMAIL, email);
  set_text (self, PROP_ORGANISATION, organisation);
}

PlnLineState
pln_person_line_get_state (PlnPersonLine *self)
{
  g_return_val_if_fail (PLN_IS_PERSON_LINE (self), PLN_LINE_UNREADABLE);

  return self->state;
}

const char *
pln_person_line_get_note (PlnPersonLine *self)
{
  g_return_val_if_fail (PLN_IS_PERSON_LINE (self), "");

  return pln_text_get (self->texts[PROP_NOTE]);
}

/**
 * pln_person_line_set_state:
 * @self: a line
 * @state: what becomes of it
 * @note: (nullable): why, a sentence
 */
void
pln_person_line_set_state (PlnPersonLine *self,
                           PlnLineState   state,
                           const char    *note)
{
  g_return_if_fail (PLN_IS_PERSON_LINE (self));

  set_text (self, PROP_NOTE, note);
  set_state (self, state);
}
