/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-import-item.h"

#include "pln-model-private.h"

enum
{
  PROP_0,
  PROP_KIND, /* texts, which lie in one array */
  PROP_TITLE,
  PROP_REASON,
  N_TEXTS,
  PROP_START = N_TEXTS,
  PROP_FATE,
  N_PROPS
};

/**
 * PlnImportItem:
 *
 * One object that a file offers, as the preview shows it. It never changes.
 */
struct _PlnImportItem
{
  GObject        parent_instance;

  char          *texts[N_TEXTS]; /* by property */
  GDateTime     *start;
  PlnImportFate  fate;
};

G_DEFINE_FINAL_TYPE (PlnImportItem, pln_import_item, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (PlnImportAs, pln_import_as,
  G_DEFINE_ENUM_VALUE (PLN_IMPORT_AS_SUGGESTED, "suggested"),
  G_DEFINE_ENUM_VALUE (PLN_IMPORT_AS_SESSIONS, "sessions"),
  G_DEFINE_ENUM_VALUE (PLN_IMPORT_AS_EVENTS, "events"),
  G_DEFINE_ENUM_VALUE (PLN_IMPORT_AS_GATHERINGS, "gatherings"))

G_DEFINE_ENUM_TYPE (PlnImportFate, pln_import_fate,
  G_DEFINE_ENUM_VALUE (PLN_IMPORT_ADDED, "added"),
  G_DEFINE_ENUM_VALUE (PLN_IMPORT_CHANGED, "changed"),
  G_DEFINE_ENUM_VALUE (PLN_IMPORT_UNCHANGED, "unchanged"),
  G_DEFINE_ENUM_VALUE (PLN_IMPORT_REFUSED, "refused"))

static GParamSpec *props[N_PROPS];

static void
pln_import_item_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  PlnImportItem *self = PLN_IMPORT_ITEM (object);

  if (prop_id == PROP_START)
    g_value_set_boxed (value, self->start);
  else if (prop_id == PROP_FATE)
    g_value_set_enum (value, self->fate);
  else
    g_value_set_string (value, pln_text_get (self->texts[prop_id]));
}

static void
pln_import_item_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  PlnImportItem *self = PLN_IMPORT_ITEM (object);

  if (prop_id == PROP_START)
    pln_time_set (&self->start, g_value_get_boxed (value));
  else if (prop_id == PROP_FATE)
    self->fate = g_value_get_enum (value);
  else
    pln_text_set (&self->texts[prop_id], g_value_get_string (value));
}

static void
pln_import_item_finalize (GObject *object)
{
  PlnImportItem *self = PLN_IMPORT_ITEM (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
  g_clear_pointer (&self->start, g_date_time_unref);

  G_OBJECT_CLASS (pln_import_item_parent_class)->finalize (object);
}

static void
pln_import_item_class_init (PlnImportItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_import_item_get_property;
  object_class->set_property = pln_import_item_set_property;
  object_class->finalize = pln_import_item_finalize;

  /**
   * PlnImportItem:kind:
   *
   * "gathering", "session", "event", "task" or "note".
   */
  props[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, "", PLN_PARAM_ONCE);

  /**
   * PlnImportItem:title:
   *
   * What the file calls it.
   */
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", PLN_PARAM_ONCE);

  /**
   * PlnImportItem:reason:
   *
   * A sentence why it is refused, or empty.
   */
  props[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, "", PLN_PARAM_ONCE);

  /**
   * PlnImportItem:start:
   *
   * When it begins, or %NULL.
   */
  props[PROP_START] = g_param_spec_boxed ("start", NULL, NULL, G_TYPE_DATE_TIME, PLN_PARAM_ONCE);

  /**
   * PlnImportItem:fate:
   *
   * What becomes of it.
   */
  props[PROP_FATE] = g_param_spec_enum ("fate", NULL, NULL, PLN_TYPE_IMPORT_FATE,
                                        PLN_IMPORT_ADDED, PLN_PARAM_ONCE);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_import_item_init (PlnImportItem *self)
{
}

/**
 * pln_import_item_new:
 * @kind: what it is
 * @title: (nullable): what it is called
 * @start: (nullable): when it begins
 * @fate: what becomes of it
 * @reason: (nullable): a sentence why it is refused
 *
 * Returns: (transfer full): an item for the preview
 */
PlnImportItem *
pln_import_item_new (const char    *kind,
                     const char    *title,
                     GDateTime     *start,
                     PlnImportFate  fate,
                     const char    *reason)
{
  return g_object_new (PLN_TYPE_IMPORT_ITEM,
                       "kind", kind, "title", title, "start", start, "fate", fate, "reason", reason, NULL);
}

const char *
pln_import_item_get_kind (PlnImportItem *self)
{
  g_return_val_if_fail (PLN_IS_IMPORT_ITEM (self), "");

  return pln_text_get (self->texts[PROP_KIND]);
}

const char *
pln_import_item_get_title (PlnImportItem *self)
{
  g_return_val_if_fail (PLN_IS_IMPORT_ITEM (self), "");

  return pln_text_get (self->texts[PROP_TITLE]);
}

GDateTime *
pln_import_item_get_start (PlnImportItem *self)
{
  g_return_val_if_fail (PLN_IS_IMPORT_ITEM (self), NULL);

  return self->start;
}

PlnImportFate
pln_import_item_get_fate (PlnImportItem *self)
{
  g_return_val_if_fail (PLN_IS_IMPORT_ITEM (self), PLN_IMPORT_REFUSED);

  return self->fate;
}

const char *
pln_import_item_get_reason (PlnImportItem *self)
{
  g_return_val_if_fail (PLN_IS_IMPORT_ITEM (self), "");

  return pln_text_get (self->texts[PROP_REASON]);
}
