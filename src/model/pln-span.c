/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-span.h"

#include "pln-list.h"
#include "pln-model-private.h"

enum
{
  PROP_0,
  PROP_LOADING,
  N_PROPS
};

/**
 * PlnSpan:
 *
 * A list of the occurrences of some days, sorted by
 * [method@Occurrence.compare]. It is kept right while somebody holds it, and
 * announces no more than what changed: an occurrence that stayed as it was
 * stays the same object.
 */
struct _PlnSpan
{
  GObject     parent_instance;

  gint64      from;
  gint64      to;
  GListStore *items;
  GHashTable *by_key; /* borrows items from the store */
  gboolean    loading;
};

static GParamSpec *props[N_PROPS];

static GType
pln_span_get_item_type (GListModel *model)
{
  return PLN_TYPE_OCCURRENCE;
}

static guint
pln_span_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (PLN_SPAN (model)->items));
}

static gpointer
pln_span_get_item (GListModel *model,
                   guint       position)
{
  return g_list_model_get_item (G_LIST_MODEL (PLN_SPAN (model)->items), position);
}

static void
pln_span_list_init (GListModelInterface *iface)
{
  iface->get_item_type = pln_span_get_item_type;
  iface->get_n_items = pln_span_get_n_items;
  iface->get_item = pln_span_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PlnSpan, pln_span, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, pln_span_list_init))

static guint
key_hash (gconstpointer key)
{
  const PlnOccurrenceData *data = pln_occurrence_get_data ((PlnOccurrence *) key);

  return g_str_hash (data->uid) * 31 + g_str_hash (data->instance);
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  return pln_occurrence_is_same ((PlnOccurrence *) a, (PlnOccurrence *) b);
}

static void
pln_span_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  g_value_set_boolean (value, PLN_SPAN (object)->loading);
}

static void
pln_span_finalize (GObject *object)
{
  PlnSpan *self = PLN_SPAN (object);

  g_hash_table_unref (self->by_key);
  g_object_unref (self->items);

  G_OBJECT_CLASS (pln_span_parent_class)->finalize (object);
}

static void
pln_span_class_init (PlnSpanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_span_get_property;
  object_class->finalize = pln_span_finalize;

  /**
   * PlnSpan:loading:
   *
   * Whether it is not known yet what takes place then.
   */
  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, TRUE, PLN_PARAM_READ);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_span_init (PlnSpan *self)
{
  self->loading = TRUE;
  self->by_key = g_hash_table_new (key_hash, key_equal);
  self->items = g_list_store_new (PLN_TYPE_OCCURRENCE);
  g_signal_connect_swapped (self->items, "items-changed", G_CALLBACK (g_list_model_items_changed), self);
}

/**
 * pln_span_new:
 * @from: when it begins, in seconds since 1970
 * @to: when it ends, which is not part of it
 *
 * Returns: (transfer full): an empty span that is loading
 */
PlnSpan *
pln_span_new (gint64 from,
              gint64 to)
{
  PlnSpan *self = g_object_new (PLN_TYPE_SPAN, NULL);

  self->from = from;
  self->to = to;

  return self;
}

gint64
pln_span_get_from (PlnSpan *self)
{
  g_return_val_if_fail (PLN_IS_SPAN (self), 0);

  return self->from;
}

gint64
pln_span_get_to (PlnSpan *self)
{
  g_return_val_if_fail (PLN_IS_SPAN (self), 0);

  return self->to;
}

gboolean
pln_span_get_loading (PlnSpan *self)
{
  g_return_val_if_fail (PLN_IS_SPAN (self), FALSE);

  return self->loading;
}

void
pln_span_set_loading (PlnSpan  *self,
                      gboolean  loading)
{
  g_return_if_fail (PLN_IS_SPAN (self));

  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  return pln_occurrence_compare ((PlnOccurrence *) a, (PlnOccurrence *) b);
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  return pln_occurrence_compare (*(PlnOccurrence **) a, *(PlnOccurrence **) b);
}

/**
 * pln_span_find:
 * @self: a span
 * @uid: the UID of an object
 * @instance: which of its instances, or ""
 *
 * Returns: (transfer none) (nullable): its occurrence, if it is in the span
 */
PlnOccurrence *
pln_span_find (PlnSpan    *self,
               const char *uid,
               const char *instance)
{
  g_autoptr(GDateTime) any = g_date_time_new_from_unix_utc (0);
  PlnOccurrenceData data = { .uid = uid, .instance = instance, .start = any };
  g_autoptr(PlnOccurrence) key = pln_occurrence_new (&data);

  g_return_val_if_fail (PLN_IS_SPAN (self), NULL);

  return g_hash_table_lookup (self->by_key, key);
}

/* The one that is there already, if it is just the same. */
static PlnOccurrence *
known (PlnSpan       *self,
       PlnOccurrence *occurrence)
{
  PlnOccurrence *old = g_hash_table_lookup (self->by_key, occurrence);

  return old != NULL && pln_occurrence_equal (old, occurrence) ? old : occurrence;
}

static gboolean
is_sorted (GPtrArray *occurrences)
{
  for (guint i = 1; i < occurrences->len; i++)
    if (pln_occurrence_compare (occurrences->pdata[i - 1], occurrences->pdata[i]) > 0)
      return FALSE;

  return TRUE;
}

/**
 * pln_span_take:
 * @self: a span
 * @occurrences: (element-type PlnOccurrence): all that takes place then, best
 *   in order; what does not is left out
 *
 * Makes the list hold these. It is not loading any more.
 */
void
pln_span_take (PlnSpan   *self,
               GPtrArray *occurrences)
{
  g_autoptr(GPtrArray) wanted = g_ptr_array_new_full (occurrences->len, g_object_unref);
  g_autoptr(GHashTable) by_key = g_hash_table_new (key_hash, key_equal);

  g_return_if_fail (PLN_IS_SPAN (self));

  for (guint i = 0; i < occurrences->len; i++)
    {
      PlnOccurrence *occurrence = known (self, g_ptr_array_index (occurrences, i));

      if (!pln_occurrence_is_within (occurrence, self->from, self->to) || g_hash_table_contains (by_key, occurrence))
        continue;
      g_hash_table_add (by_key, occurrence);
      g_ptr_array_add (wanted, g_object_ref (occurrence));
    }
  if (!is_sorted (wanted))
    g_ptr_array_sort (wanted, compare_entries);

  g_hash_table_unref (self->by_key);
  self->by_key = g_steal_pointer (&by_key);
  pln_list_become (self->items, wanted);
  pln_span_set_loading (self, FALSE);
}

static void
drop (PlnSpan       *self,
      PlnOccurrence *occurrence)
{
  guint position;

  g_hash_table_remove (self->by_key, occurrence);
  if (g_list_store_find (self->items, occurrence, &position))
    g_list_store_remove (self->items, position);
}

/**
 * pln_span_put:
 * @self: a span
 * @occurrence: something as it is now
 *
 * Shows it: adds it, replaces the one of the same instance, or takes that out
 * if it takes place at another time now.
 */
void
pln_span_put (PlnSpan       *self,
              PlnOccurrence *occurrence)
{
  PlnOccurrence *old;

  g_return_if_fail (PLN_IS_SPAN (self));
  g_return_if_fail (PLN_IS_OCCURRENCE (occurrence));

  old = g_hash_table_lookup (self->by_key, occurrence);
  if (old != NULL && pln_occurrence_equal (old, occurrence))
    return;
  if (old != NULL)
    drop (self, old);
  if (!pln_occurrence_is_within (occurrence, self->from, self->to))
    return;

  g_hash_table_add (self->by_key, occurrence);
  g_list_store_insert_sorted (self->items, occurrence, compare_cb, NULL);
}

/**
 * pln_span_remove:
 * @self: a span
 * @uid: the UID of an object
 * @instance: (nullable): which of its instances, or ""; %NULL: all of them
 *
 * Shows no longer what is gone.
 */
void
pln_span_remove (PlnSpan    *self,
                 const char *uid,
                 const char *instance)
{
  g_return_if_fail (PLN_IS_SPAN (self));

  for (guint i = pln_span_get_n_items (G_LIST_MODEL (self)); i > 0; i--)
    {
      g_autoptr(PlnOccurrence) occurrence = pln_span_get_item (G_LIST_MODEL (self), i - 1);

      if (g_str_equal (pln_occurrence_get_uid (occurrence), uid)
          && (instance == NULL || g_str_equal (pln_occurrence_get_instance (occurrence), instance)))
        drop (self, occurrence);
    }
}
