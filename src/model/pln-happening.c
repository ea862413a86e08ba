/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-happening.h"

#include "pln-model-private.h"

enum
{
  PROP_0,
  PROP_KIND, /* texts, which lie in one array */
  PROP_TITLE,
  PROP_DETAIL,
  N_TEXTS,
  PROP_WHEN = N_TEXTS,
  N_PROPS
};

/**
 * PlnHappening:
 *
 * One thing that a sync did or met. It never changes.
 */
struct _PlnHappening
{
  GObject    parent_instance;

  char      *texts[N_TEXTS]; /* by property */
  GDateTime *when;
};

G_DEFINE_FINAL_TYPE (PlnHappening, pln_happening, G_TYPE_OBJECT)

static GParamSpec *props[N_PROPS];

static void
pln_happening_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PlnHappening *self = PLN_HAPPENING (object);

  if (prop_id == PROP_WHEN)
    g_value_set_boxed (value, self->when);
  else
    g_value_set_string (value, pln_text_get (self->texts[prop_id]));
}

static void
pln_happening_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  PlnHappening *self = PLN_HAPPENING (object);

  if (prop_id == PROP_WHEN)
    pln_time_set (&self->when, g_value_get_boxed (value));
  else
    pln_text_set (&self->texts[prop_id], g_value_get_string (value));
}

static void
pln_happening_finalize (GObject *object)
{
  PlnHappening *self = PLN_HAPPENING (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->when, g_date_time_unref);

  G_OBJECT_CLASS (pln_happening_parent_class)->finalize (object);
}

static void
pln_happening_class_init (PlnHappeningClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_happening_get_property;
  object_class->set_property = pln_happening_set_property;
  object_class->finalize = pln_happening_finalize;

  /**
   * PlnHappening:kind:
   *
   * What sort it is, for its icon: "synced", "offline", "password",
   * "certificate", "question", "refused", "dropped", "untold", "gone", "failed"
   * or "account".
   */
  props[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, "", PLN_PARAM_ONCE);

  /**
   * PlnHappening:title:
   *
   * What happened.
   */
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", PLN_PARAM_ONCE);

  /**
   * PlnHappening:detail:
   *
   * More of it, such as the name of the calendar, or empty.
   */
  props[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, "", PLN_PARAM_ONCE);

  /**
   * PlnHappening:when:
   *
   * When it was, in the zone of this computer.
   */
  props[PROP_WHEN] = g_param_spec_boxed ("when", NULL, NULL, G_TYPE_DATE_TIME, PLN_PARAM_ONCE);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_happening_init (PlnHappening *self)
{
}

/**
 * pln_happening_new:
 * @when: when it was, in the zone of this computer
 * @kind: what sort it is
 * @title: what happened
 * @detail: (nullable): more of it
 *
 * Returns: (transfer full): a happening
 */
PlnHappening *
pln_happening_new (GDateTime  *when,
                   const char *kind,
                   const char *title,
                   const char *detail)
{
  return g_object_new (PLN_TYPE_HAPPENING, "when", when, "kind", kind, "title", title, "detail", detail, NULL);
}

GDateTime *
pln_happening_get_when (PlnHappening *self)
{
  g_return_val_if_fail (PLN_IS_HAPPENING (self), NULL);

  return self->when;
}

const char *
pln_happening_get_kind (PlnHappening *self)
{
  g_return_val_if_fail (PLN_IS_HAPPENING (self), "");

  return pln_text_get (self->texts[PROP_KIND]);
}

const char *
pln_happening_get_title (PlnHappening *self)
{
  g_return_val_if_fail (PLN_IS_HAPPENING (self), "");

  return pln_text_get (self->texts[PROP_TITLE]);
}

const char *
pln_happening_get_detail (PlnHappening *self)
{
  g_return_val_if_fail (PLN_IS_HAPPENING (self), "");

  return pln_text_get (self->texts[PROP_DETAIL]);
}
