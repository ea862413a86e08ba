/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-hit.h"

#include "pln-model-private.h"

enum
{
  PROP_0,
  PROP_KIND, /* texts, which lie in one array */
  PROP_UID,
  PROP_GATHERING,
  PROP_PERSON,
  PROP_TITLE,
  PROP_DETAIL,
  N_TEXTS,
  PROP_WHEN = N_TEXTS,
  N_PROPS
};

/**
 * PlnHit:
 *
 * One thing that a search found, that lies in the bin, or that another list
 * offers. It never changes.
 */
struct _PlnHit
{
  GObject    parent_instance;

  char      *texts[N_TEXTS]; /* by property */
  GDateTime *when;
};

G_DEFINE_FINAL_TYPE (PlnHit, pln_hit, G_TYPE_OBJECT)

static GParamSpec *props[N_PROPS];

static void
pln_hit_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  PlnHit *self = PLN_HIT (object);

  if (prop_id == PROP_WHEN)
    g_value_set_boxed (value, self->when);
  else
    g_value_set_string (value, pln_text_get (self->texts[prop_id]));
}

static void
pln_hit_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  PlnHit *self = PLN_HIT (object);

  if (prop_id == PROP_WHEN)
    pln_time_set (&self->when, g_value_get_boxed (value));
  else
    pln_text_set (&self->texts[prop_id], g_value_get_string (value));
}

static void
pln_hit_finalize (GObject *object)
{
  PlnHit *self = PLN_HIT (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->when, g_date_time_unref);

  G_OBJECT_CLASS (pln_hit_parent_class)->finalize (object);
}

static void
pln_hit_class_init (PlnHitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_hit_get_property;
  object_class->set_property = pln_hit_set_property;
  object_class->finalize = pln_hit_finalize;

  /**
   * PlnHit:kind:
   *
   * "gathering", "session", "person", "event" or "note".
   */
  props[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, "", PLN_PARAM_ONCE);

  /**
   * PlnHit:uid:
   *
   * The UID of the object.
   */
  props[PROP_UID] = g_param_spec_string ("uid", NULL, NULL, "", PLN_PARAM_ONCE);

  /**
   * PlnHit:gathering:
   *
   * The UID of the gathering that it belongs to, or empty.
   */
  props[PROP_GATHERING] = g_param_spec_string ("gathering", NULL, NULL, "", PLN_PARAM_ONCE);

  /**
   * PlnHit:person:
   *
   * The id of a person, or empty.
   */
  props[PROP_PERSON] = g_param_spec_string ("person", NULL, NULL, "", PLN_PARAM_ONCE);

  /**
   * PlnHit:title:
   *
   * What it is called.
   */
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", PLN_PARAM_ONCE);

  /**
   * PlnHit:detail:
   *
   * A second line, such as its place.
   */
  props[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, "", PLN_PARAM_ONCE);

  /**
   * PlnHit:when:
   *
   * When it starts; in the bin, when it was deleted; or %NULL.
   */
  props[PROP_WHEN] = g_param_spec_boxed ("when", NULL, NULL, G_TYPE_DATE_TIME, PLN_PARAM_ONCE);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_hit_init (PlnHit *self)
{
}

/**
 * pln_hit_new:
 * @kind: what it is
 * @uid: the UID of the object
 * @gathering: (nullable): the UID of its gathering
 * @person: (nullable): the id of a person
 * @title: (nullable): what it is called
 * @detail: (nullable): a second line
 * @when: (nullable): when it starts, or was deleted
 *
 * Returns: (transfer full): a hit
 */
PlnHit *
pln_hit_new (const char *kind,
             const char *uid,
             const char *gathering,
             const char *person,
             const char *title,
             const char *detail,
             GDateTime  *when)
{
  return g_object_new (PLN_TYPE_HIT,
                       "kind", kind, "uid", uid, "gathering", gathering, "person", person,
                       "title", title, "detail", detail, "when", when, NULL);
}

const char *
pln_hit_get_kind (PlnHit *self)
{
  g_return_val_if_fail (PLN_IS_HIT (self), "");

  return pln_text_get (self->texts[PROP_KIND]);
}

const char *
pln_hit_get_uid (PlnHit *self)
{
  g_return_val_if_fail (PLN_IS_HIT (self), "");

  return pln_text_get (self->texts[PROP_UID]);
}

const char *
pln_hit_get_gathering (PlnHit *self)
{
  g_return_val_if_fail (PLN_IS_HIT (self), "");

  return pln_text_get (self->texts[PROP_GATHERING]);
}

const char *
pln_hit_get_person (PlnHit *self)
{
  g_return_val_if_fail (PLN_IS_HIT (self), "");

  return pln_text_get (self->texts[PROP_PERSON]);
}

const char *
pln_hit_get_title (PlnHit *self)
{
  g_return_val_if_fail (PLN_IS_HIT (self), "");

  return pln_text_get (self->texts[PROP_TITLE]);
}

const char *
pln_hit_get_detail (PlnHit *self)
{
  g_return_val_if_fail (PLN_IS_HIT (self), "");

  return pln_text_get (self->texts[PROP_DETAIL]);
}

GDateTime *
pln_hit_get_when (PlnHit *self)
{
  g_return_val_if_fail (PLN_IS_HIT (self), NULL);

  return self->when;
}
