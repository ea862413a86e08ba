/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-question.h"

#include "pln-model-private.h"

#include <glib/gi18n.h>

enum
{
  PROP_0,
  PROP_ID, /* texts, which lie in one array */
  PROP_UID,
  PROP_INSTANCE,
  PROP_GATHERING,
  PROP_CALENDAR,
  PROP_KIND,
  PROP_TITLE,
  PROP_PART,
  PROP_BASE,
  PROP_MINE,
  PROP_THEIRS,
  PROP_WHO,
  N_TEXTS,
  PROP_MINE_AT = N_TEXTS,
  PROP_THEIRS_AT,
  PROP_MAY_BOTH,
  PROP_N_DELETED,
  N_PROPS
};

/**
 * PlnQuestion:
 *
 * Something that a sync cannot decide: two people changed the same to something
 * else, or very much is gone on the server. It never changes; solved, it leaves
 * its list.
 */
struct _PlnQuestion
{
  GObject    parent_instance;

  char      *texts[N_TEXTS]; /* by property */
  GDateTime *mine_at;
  GDateTime *theirs_at;
  gboolean   may_both;
  guint      n_deleted;
};

G_DEFINE_FINAL_TYPE (PlnQuestion, pln_question, G_TYPE_OBJECT)

static GParamSpec *props[N_PROPS];

static void
pln_question_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  PlnQuestion *self = PLN_QUESTION (object);

  if (prop_id == PROP_MINE_AT)
    g_value_set_boxed (value, self->mine_at);
  else if (prop_id == PROP_THEIRS_AT)
    g_value_set_boxed (value, self->theirs_at);
  else if (prop_id == PROP_MAY_BOTH)
    g_value_set_boolean (value, self->may_both);
  else if (prop_id == PROP_N_DELETED)
    g_value_set_uint (value, self->n_deleted);
  else
    g_value_set_string (value, pln_text_get (self->texts[prop_id]));
}

static void
pln_question_finalize (GObject *object)
{
  PlnQuestion *self = PLN_QUESTION (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->mine_at, g_date_time_unref);
  g_clear_pointer (&self->theirs_at, g_date_time_unref);

  G_OBJECT_CLASS (pln_question_parent_class)->finalize (object);
}

static void
pln_question_class_init (PlnQuestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_question_get_property;
  object_class->finalize = pln_question_finalize;

  /**
   * PlnQuestion:id:
   *
   * What it is known by.
   */
  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnQuestion:uid:
   *
   * The UID of the object; empty for deletions.
   */
  props[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnQuestion:instance:
   *
   * Which of a series, or empty.
   */
  props[PROP_INSTANCE] = g_param_spec_string ("instance", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnQuestion:gathering:
   *
   * The UID of the gathering that it belongs to, or empty.
   */
  props[PROP_GATHERING] = g_param_spec_string ("gathering", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnQuestion:calendar:
   *
   * Where the object lies in the library.
   */
  props[PROP_CALENDAR] = g_param_spec_string ("calendar", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnQuestion:kind:
   *
   * What the object is, as a [class@Hit] has it.
   */
  props[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnQuestion:title:
   *
   * What the object is called; for deletions, the calendar.
   */
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnQuestion:part:
   *
   * Which part of it: the name of the property in iCalendar.
   */
  props[PROP_PART] = g_param_spec_string ("part", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnQuestion:base:
   *
   * What both agreed on last, or empty.
   */
  props[PROP_BASE] = g_param_spec_string ("base", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnQuestion:mine:
   *
   * What was here.
   */
  props[PROP_MINE] = g_param_spec_string ("mine", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnQuestion:theirs:
   *
   * What came from the server, and is shown.
   */
  props[PROP_THEIRS] = g_param_spec_string ("theirs", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnQuestion:who:
   *
   * Who changed it there, or empty.
   */
  props[PROP_WHO] = g_param_spec_string ("who", NULL, NULL, "", PLN_PARAM_READ);

  /**
   * PlnQuestion:mine-at:
   *
   * When it was changed here, or %NULL.
   */
  props[PROP_MINE_AT] = g_param_spec_boxed ("mine-at", NULL, NULL, G_TYPE_DATE_TIME, PLN_PARAM_READ);

  /**
   * PlnQuestion:theirs-at:
   *
   * When it was changed there, or %NULL.
   */
  props[PROP_THEIRS_AT] = g_param_spec_boxed ("theirs-at", NULL, NULL, G_TYPE_DATE_TIME, PLN_PARAM_READ);

  /**
   * PlnQuestion:may-both:
   *
   * Whether both can be kept, one after the other.
   */
  props[PROP_MAY_BOTH] = g_param_spec_boolean ("may-both", NULL, NULL, FALSE, PLN_PARAM_READ);

  /**
   * PlnQuestion:n-deleted:
   *
   * How many objects are gone on the server; 0 if it is a conflict.
   */
  props[PROP_N_DELETED] = g_param_spec_uint ("n-deleted", NULL, NULL, 0, G_MAXUINT, 0, PLN_PARAM_READ);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_question_init (PlnQuestion *self)
{
}

/**
 * pln_question_new:
 * @facts: what it is about; copied
 *
 * Returns: (transfer full): a question
 */
PlnQuestion *
pln_question_new (const PlnQuestionFacts *facts)
{
  PlnQuestion *self = g_object_new (PLN_TYPE_QUESTION, NULL);

  pln_text_set (&self->texts[PROP_ID], facts->id);
  pln_text_set (&self->texts[PROP_UID], facts->uid);
  pln_text_set (&self->texts[PROP_INSTANCE], facts->instance);
  pln_text_set (&self->texts[PROP_GATHERING], facts->gathering);
  pln_text_set (&self->texts[PROP_CALENDAR], facts->calendar);
  pln_text_set (&self->texts[PROP_KIND], facts->kind);
  pln_text_set (&self->texts[PROP_TITLE], facts->title);
  pln_text_set (&self->texts[PROP_PART], facts->part);
  pln_text_set (&self->texts[PROP_BASE], facts->base);
  pln_text_set (&self->texts[PROP_MINE], facts->mine);
  pln_text_set (&self->texts[PROP_THEIRS], facts->theirs);
  pln_text_set (&self->texts[PROP_WHO], facts->who);
  pln_time_set (&self->mine_at, facts->mine_at);
  pln_time_set (&self->theirs_at, facts->theirs_at);
  self->may_both = !!facts->may_both;
  self->n_deleted = facts->n_deleted;

  return self;
}

const char *
pln_question_get_id (PlnQuestion *self)
{
  g_return_val_if_fail (PLN_IS_QUESTION (self), "");

  return pln_text_get (self->texts[PROP_ID]);
}

const char *
pln_question_get_uid (PlnQuestion *self)
{
  g_return_val_if_fail (PLN_IS_QUESTION (self), "");

  return pln_text_get (self->texts[PROP_UID]);
}

const char *
pln_question_get_instance (PlnQuestion *self)
{
  g_return_val_if_fail (PLN_IS_QUESTION (self), "");

  return pln_text_get (self->texts[PROP_INSTANCE]);
}

const char *
pln_question_get_gathering (PlnQuestion *self)
{
  g_return_val_if_fail (PLN_IS_QUESTION (self), "");

  return pln_text_get (self->texts[PROP_GATHERING]);
}

const char *
pln_question_get_calendar (PlnQuestion *self)
{
  g_return_val_if_fail (PLN_IS_QUESTION (self), "");

  return pln_text_get (self->texts[PROP_CALENDAR]);
}

const char *
pln_question_get_kind (PlnQuestion *self)
{
  g_return_val_if_fail (PLN_IS_QUESTION (self), "");

  return pln_text_get (self->texts[PROP_KIND]);
}

const char *
pln_question_get_title (PlnQuestion *self)
{
  g_return_val_if_fail (PLN_IS_QUESTION (self), "");

  return pln_text_get (self->texts[PROP_TITLE]);
}

const char *
pln_question_get_part (PlnQuestion *self)
{
  g_return_val_if_fail (PLN_IS_QUESTION (self), "");

  return pln_text_get (self->texts[PROP_PART]);
}

const char *
pln_question_get_base (PlnQuestion *self)
{
  g_return_val_if_fail (PLN_IS_QUESTION (self), "");

  return pln_text_get (self->texts[PROP_BASE]);
}

const char *
pln_question_get_mine (PlnQuestion *self)
{
  g_return_val_if_fail (PLN_IS_QUESTION (self), "");

  return pln_text_get (self->texts[PROP_MINE]);
}

const char *
pln_question_get_theirs (PlnQuestion *self)
{
  g_return_val_if_fail (PLN_IS_QUESTION (self), "");

  return pln_text_get (self->texts[PROP_THEIRS]);
}

const char *
pln_question_get_who (PlnQuestion *self)
{
  g_return_val_if_fail (PLN_IS_QUESTION (self), "");

  return pln_text_get (self->texts[PROP_WHO]);
}

GDateTime *
pln_question_get_mine_at (PlnQuestion *self)
{
  g_return_val_if_fail (PLN_IS_QUESTION (self), NULL);

  return self->mine_at;
}

GDateTime *
pln_question_get_theirs_at (PlnQuestion *self)
{
  g_return_val_if_fail (PLN_IS_QUESTION (self), NULL);

  return self->theirs_at;
}

gboolean
pln_question_get_may_both (PlnQuestion *self)
{
  g_return_val_if_fail (PLN_IS_QUESTION (self), FALSE);

  return self->may_both;
}

guint
pln_question_get_n_deleted (PlnQuestion *self)
{
  g_return_val_if_fail (PLN_IS_QUESTION (self), 0);

  return self->n_deleted;
}

/**
 * pln_question_is_same:
 * @self: a question
 * @other: another
 *
 * Returns: whether both ask the same, with the same texts
 */
gboolean
pln_question_is_same (PlnQuestion *self,
                      PlnQuestion *other)
{
  g_return_val_if_fail (PLN_IS_QUESTION (self) && PLN_IS_QUESTION (other), FALSE);

  for (guint i = PROP_0 + 1; i < N_TEXTS; i++)
    if (g_strcmp0 (self->texts[i], other->texts[i]) != 0)
      return FALSE;

  return self->n_deleted == other->n_deleted;
}

static const struct { const char *part; const char *words; } whats[] = {
  { "SUMMARY", N_("title") },
  { "DESCRIPTION", N_("description") },
  { "LOCATION", N_("place") },
  { "DTSTART", N_("time") },
  { "DUE", N_("due date") },
  { "STATUS", N_("status") },
  { "URL", N_("web address") },
  { "GEO", N_("point on the map") },
  { "ORGANIZER", N_("organiser") },
  { "ATTENDEE", N_("person") },
  { "CATEGORIES", N_("tags") },
  { "CLASS", N_("who may see it") },
  { "COLOR", N_("colour") },
  { "PRIORITY", N_("priority") },
  { "COMPLETED", N_("when it was done") },
  { "X-PLENARY-CAPACITY", N_("number of places") },
  { "X-PLENARY-ANSWER-BY", N_("answer-by date") },
  { "X-PLENARY-STATE", N_("state") },
  { "X-PLENARY-ROOM", N_("room") },
  { "X-PLENARY-SPEAKER", N_("speaker") },
  { "X-PLENARY-LINE", N_("line") },
  { "X-PLENARY-GUEST", N_("person") },
};

/**
 * pln_question_words_what:
 * @self: a question
 *
 * Returns: (transfer full): what both changed, such as “description”; a
 *   property that has no word by its name in the file
 */
char *
pln_question_words_what (PlnQuestion *self)
{
  const char *part = pln_question_get_part (self);

  for (gsize i = 0; i < G_N_ELEMENTS (whats); i++)
    if (g_str_equal (whats[i].part, part))
      return g_strdup (_(whats[i].words));

  return g_strdup (part);
}

/**
 * pln_question_words_title:
 * @self: a question
 *
 * Returns: (transfer full): what it is about, such as “Session “Welcome”,
 *   description” or “412 entries of “CPD23” are gone on the server”
 */
char *
pln_question_words_title (PlnQuestion *self)
{
  const char *kind = pln_question_get_kind (self);
  const char *title = pln_question_get_title (self);
  g_autofree char *what = NULL;

  if (self->n_deleted > 0)
    return g_strdup_printf (ngettext ("%u entry of “%s” is gone on the server", "%u entries of “%s” are gone on the server",
                                      self->n_deleted), self->n_deleted, title);

  what = pln_question_words_what (self);
  if (g_str_equal (kind, "gathering"))
    return g_strdup_printf (_("Gathering “%s”, %s"), title, what);
  if (g_str_equal (kind, "session"))
    return g_strdup_printf (_("Session “%s”, %s"), title, what);
  if (g_str_equal (kind, "note"))
    return g_strdup_printf (_("Notes “%s”, %s"), title, what);
  if (g_str_equal (kind, "action"))
    return g_strdup_printf (_("Action “%s”, %s"), title, what);

  /* Translators: the title of an object, and which part of it: “Lunch”, time */
  return g_strdup_printf (_("“%s”, %s"), title, what);
}
