/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-time-item.h"

/**
 * PlnTimeItem:
 *
 * What stands in a [class@TimeGrid]: in which columns, from when to when. It
 * never changes; something that moved is another item with the same key.
 */
struct _PlnTimeItem
{
  GObject  parent_instance;

  char    *key;
  GObject *object;
  guint    column;
  guint    n_columns;
  gint64   start;
  gint64   end;
  gboolean fixed;
};

G_DEFINE_FINAL_TYPE (PlnTimeItem, pln_time_item, G_TYPE_OBJECT)

static void
pln_time_item_finalize (GObject *object)
{
  PlnTimeItem *self = PLN_TIME_ITEM (object);

  g_free (self->key);
  g_clear_object (&self->object);

  G_OBJECT_CLASS (pln_time_item_parent_class)->finalize (object);
}

static void
pln_time_item_class_init (PlnTimeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pln_time_item_finalize;
}

static void
pln_time_item_init (PlnTimeItem *self)
{
}

/**
 * pln_time_item_new:
 * @key: what it is known by while it moves and changes; no other item of the
 *   grid has it
 * @object: (nullable) (type GObject): what it stands for
 * @column: its first column
 * @n_columns: how many columns it reaches over, at least 1
 * @start: when it begins, in seconds since 1970; this may be before the day of
 *   its column
 * @end: when it is over; at least @start, maybe after the day of its column
 * @fixed: whether it can neither be moved nor changed
 *
 * Returns: (transfer full): an item
 */
PlnTimeItem *
pln_time_item_new (const char *key,
                   gpointer    object,
                   guint       column,
                   guint       n_columns,
                   gint64      start,
                   gint64      end,
                   gboolean    fixed)
{
  PlnTimeItem *self = g_object_new (PLN_TYPE_TIME_ITEM, NULL);

  self->key = g_strdup (key);
  self->object = object != NULL ? g_object_ref (object) : NULL;
  self->column = column;
  self->n_columns = MAX (n_columns, 1);
  self->start = start;
  self->end = MAX (end, start);
  self->fixed = fixed;

  return self;
}

/**
 * pln_time_item_get_key:
 * @self: an item
 *
 * Returns: (transfer none): what it is known by
 */
const char *
pln_time_item_get_key (PlnTimeItem *self)
{
  g_return_val_if_fail (PLN_IS_TIME_ITEM (self), NULL);

  return self->key;
}

/**
 * pln_time_item_get_object:
 * @self: an item
 *
 * Returns: (transfer none) (nullable) (type GObject): what it stands for
 */
gpointer
pln_time_item_get_object (PlnTimeItem *self)
{
  g_return_val_if_fail (PLN_IS_TIME_ITEM (self), NULL);

  return self->object;
}

guint
pln_time_item_get_column (PlnTimeItem *self)
{
  g_return_val_if_fail (PLN_IS_TIME_ITEM (self), 0);

  return self->column;
}

guint
pln_time_item_get_n_columns (PlnTimeItem *self)
{
  g_return_val_if_fail (PLN_IS_TIME_ITEM (self), 1);

  return self->n_columns;
}

gint64
pln_time_item_get_start (PlnTimeItem *self)
{
  g_return_val_if_fail (PLN_IS_TIME_ITEM (self), 0);

  return self->start;
}

gint64
pln_time_item_get_end (PlnTimeItem *self)
{
  g_return_val_if_fail (PLN_IS_TIME_ITEM (self), 0);

  return self->end;
}

gboolean
pln_time_item_get_fixed (PlnTimeItem *self)
{
  g_return_val_if_fail (PLN_IS_TIME_ITEM (self), TRUE);

  return self->fixed;
}
