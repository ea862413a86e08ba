/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-steady-rows.h"

/**
 * PlnSteadyRow:
 *
 * A row of [class@SteadyRows]: what it shows changes, the row stays.
 */
struct _PlnSteadyRow
{
  GObject parent_instance;

  GObject *item;
};

G_DEFINE_FINAL_TYPE (PlnSteadyRow, pln_steady_row, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
pln_steady_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, PLN_STEADY_ROW (object)->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
pln_steady_row_dispose (GObject *object)
{
  g_clear_object (&PLN_STEADY_ROW (object)->item);

  G_OBJECT_CLASS (pln_steady_row_parent_class)->dispose (object);
}

static void
pln_steady_row_class_init (PlnSteadyRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_steady_row_get_property;
  object_class->dispose = pln_steady_row_dispose;

  /**
   * PlnSteadyRow:item:
   *
   * What the row shows now.
   */
  props[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, G_TYPE_OBJECT, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
pln_steady_row_init (PlnSteadyRow *self)
{
}

/* Takes over the reference. */
static void
show (PlnSteadyRow *self,
      GObject      *item)
{
  gboolean same = self->item == item;

  g_clear_object (&self->item);
  self->item = item;
  if (!same)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ITEM]);
}

/**
 * pln_steady_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (type GObject) (nullable): what it shows now; tells
 *   of another one by [property@SteadyRow:item]
 */
gpointer
pln_steady_row_get_item (PlnSteadyRow *self)
{
  g_return_val_if_fail (PLN_IS_STEADY_ROW (self), NULL);

  return self->item;
}

/**
 * PlnSteadyRows:
 *
 * A selection model for a view of many rows, over another one: its items are
 * rows, [class@SteadyRow], which stay while what they show changes.
 *
 * GTK 4.8 keeps two hundred rows of widgets and makes those anew whose items
 * go, a thousand widgets for one key stroke in a search. With steady rows the
 * widgets stay, and are told what to show instead; only the difference in
 * number is added or removed. So the view keeps its place and not its people
 * when they are put in another order; who is chosen stays chosen.
 */
struct _PlnSteadyRows
{
  GObject            parent_instance;

  GtkSelectionModel *model;
  GPtrArray         *rows; /* as many as items; NULL where nobody asked */
};

static void pln_steady_rows_list_init (GListModelInterface *iface);
static void pln_steady_rows_selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlnSteadyRows, pln_steady_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, pln_steady_rows_list_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, pln_steady_rows_selection_init))

static GType
pln_steady_rows_get_item_type (GListModel *list)
{
  return PLN_TYPE_STEADY_ROW;
}

static guint
pln_steady_rows_get_n_items (GListModel *list)
{
  return PLN_STEADY_ROWS (list)->rows->len;
}

static gpointer
pln_steady_rows_get_item (GListModel *list,
                          guint       position)
{
  PlnSteadyRows *self = PLN_STEADY_ROWS (list);
  gpointer *row;

  if (position >= self->rows->len)
    return NULL;

  row = &g_ptr_array_index (self->rows, position);
  if (*row == NULL)
    {
      *row = g_object_new (PLN_TYPE_STEADY_ROW, NULL);
      show (*row, g_list_model_get_item (G_LIST_MODEL (self->model), position));
    }

  return g_object_ref (*row);
}

static void
pln_steady_rows_list_init (GListModelInterface *iface)
{
  iface->get_item_type = pln_steady_rows_get_item_type;
  iface->get_n_items = pln_steady_rows_get_n_items;
  iface->get_item = pln_steady_rows_get_item;
}

static gboolean
pln_steady_rows_is_selected (GtkSelectionModel *model,
                             guint              position)
{
  return gtk_selection_model_is_selected (PLN_STEADY_ROWS (model)->model, position);
}

static GtkBitset *
pln_steady_rows_get_selection_in_range (GtkSelectionModel *model,
                                        guint              position,
                                        guint              n_items)
{
  return gtk_selection_model_get_selection_in_range (PLN_STEADY_ROWS (model)->model, position, n_items);
}

static gboolean
pln_steady_rows_set_selection (GtkSelectionModel *model,
                               GtkBitset         *selected,
                               GtkBitset         *mask)
{
  return gtk_selection_model_set_selection (PLN_STEADY_ROWS (model)->model, selected, mask);
}

/* All the other ways to select come down to these. */
static void
pln_steady_rows_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = pln_steady_rows_is_selected;
  iface->get_selection_in_range = pln_steady_rows_get_selection_in_range;
  iface->set_selection = pln_steady_rows_set_selection;
}

static void
items_changed_cb (PlnSteadyRows *self,
                  guint          position,
                  guint          removed,
                  guint          added,
                  GListModel    *model)
{
  guint kept = MIN (removed, added);

  for (guint i = position; i < position + kept; i++)
    if (g_ptr_array_index (self->rows, i) != NULL)
      show (g_ptr_array_index (self->rows, i), g_list_model_get_item (model, i));

  if (removed > kept)
    g_ptr_array_remove_range (self->rows, position + kept, removed - kept);
  else if (added > kept)
    {
      guint n_behind = self->rows->len - position - kept;
      guint n_new = added - kept;
      gpointer *place;

      g_ptr_array_set_size (self->rows, self->rows->len + n_new);
      place = self->rows->pdata + position + kept;
      memmove (place + n_new, place, n_behind * sizeof *place);
      memset (place, 0, n_new * sizeof *place);
    }
  if (removed != added)
    g_list_model_items_changed (G_LIST_MODEL (self), position + kept, removed - kept, added - kept);
  if (kept > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, kept);
}

static void
pln_steady_rows_dispose (GObject *object)
{
  g_clear_object (&PLN_STEADY_ROWS (object)->model);

  G_OBJECT_CLASS (pln_steady_rows_parent_class)->dispose (object);
}

static void
row_free (gpointer row)
{
  if (row != NULL)
    g_object_unref (row);
}

static void
pln_steady_rows_finalize (GObject *object)
{
  g_ptr_array_unref (PLN_STEADY_ROWS (object)->rows);

  G_OBJECT_CLASS (pln_steady_rows_parent_class)->finalize (object);
}

static void
pln_steady_rows_class_init (PlnSteadyRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pln_steady_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = pln_steady_rows_finalize;
}

static void
pln_steady_rows_init (PlnSteadyRows *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
}

/**
 * pln_steady_rows_new:
 * @model: what to show, and what is chosen of it
 *
 * Returns: (transfer full): rows for @model
 */
PlnSteadyRows *
pln_steady_rows_new (GtkSelectionModel *model)
{
  PlnSteadyRows *self = g_object_new (PLN_TYPE_STEADY_ROWS, NULL);

  g_return_val_if_fail (GTK_IS_SELECTION_MODEL (model), NULL);

  self->model = g_object_ref (model);
  g_ptr_array_set_size (self->rows, g_list_model_get_n_items (G_LIST_MODEL (model)));
  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "selection-changed", G_CALLBACK (gtk_selection_model_selection_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}
