/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-paste-list.h"

#include "pln-paste-group.h"

#define N_STATES (PLN_LINE_UNREADABLE + 1)

/**
 * PlnPasteList:
 *
 * The lines of a pasted list, put into groups by what becomes of them, each
 * under its head. What needs a deed stands first.
 *
 * Whoever changes lines says so by [method@PasteList.update].
 */
struct _PlnPasteList
{
  GObject        parent_instance;

  GListModel    *lines;
  PlnPasteGroup *heads[N_STATES];
  GPtrArray     *members[N_STATES]; /* lines, by state */
  GPtrArray     *rows; /* heads and lines */
};

static void pln_paste_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlnPasteList, pln_paste_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, pln_paste_list_model_init))

static const PlnLineState order[] = { PLN_LINE_UNREADABLE, PLN_LINE_NEW, PLN_LINE_TWICE, PLN_LINE_ALREADY };

static GType
pln_paste_list_get_item_type (GListModel *list)
{
  return G_TYPE_OBJECT;
}

static guint
pln_paste_list_get_n_items (GListModel *list)
{
  return PLN_PASTE_LIST (list)->rows->len;
}

static gpointer
pln_paste_list_get_item (GListModel *list,
                         guint       position)
{
  PlnPasteList *self = PLN_PASTE_LIST (list);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position)) : NULL;
}

static void
pln_paste_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = pln_paste_list_get_item_type;
  iface->get_n_items = pln_paste_list_get_n_items;
  iface->get_item = pln_paste_list_get_item;
}

static void
pln_paste_list_finalize (GObject *object)
{
  PlnPasteList *self = PLN_PASTE_LIST (object);

  for (int i = 0; i < N_STATES; i++)
    {
      g_object_unref (self->heads[i]);
      g_ptr_array_unref (self->members[i]);
    }
  g_ptr_array_unref (self->rows);
  g_object_unref (self->lines);

  G_OBJECT_CLASS (pln_paste_list_parent_class)->finalize (object);
}

static void
pln_paste_list_class_init (PlnPasteListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pln_paste_list_finalize;
}

static void
pln_paste_list_init (PlnPasteList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 0; i < N_STATES; i++)
    {
      self->heads[i] = pln_paste_group_new (i);
      self->members[i] = g_ptr_array_new_with_free_func (g_object_unref);
    }
}

/**
 * pln_paste_list_new:
 * @lines: [class@PersonLine], in the order in which they were pasted
 *
 * Returns: (transfer full): the lines, in groups
 */
PlnPasteList *
pln_paste_list_new (GListModel *lines)
{
  PlnPasteList *self = g_object_new (PLN_TYPE_PASTE_LIST, NULL);

  self->lines = g_object_ref (lines);
  pln_paste_list_update (self);

  return self;
}

static void
sort_lines (PlnPasteList *self)
{
  guint n = g_list_model_get_n_items (self->lines);

  for (int i = 0; i < N_STATES; i++)
    g_ptr_array_set_size (self->members[i], 0);
  for (guint i = 0; i < n; i++)
    {
      PlnPersonLine *line = g_list_model_get_item (self->lines, i);

      g_ptr_array_add (self->members[pln_person_line_get_state (line)], line);
    }
  for (int i = 0; i < N_STATES; i++)
    pln_paste_group_set_n (self->heads[i], self->members[i]->len);
}

static GPtrArray *
make_rows (PlnPasteList *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GPtrArray *members = self->members[order[i]];

      if (members->len > 0)
        g_ptr_array_add (rows, g_object_ref (self->heads[order[i]]));
      for (guint j = 0; j < members->len; j++)
        g_ptr_array_add (rows, g_object_ref (g_ptr_array_index (members, j)));
    }

  return rows;
}

/**
 * pln_paste_list_update:
 * @self: a list
 *
 * Puts the lines into their groups again, after some came, went, or changed
 * their state.
 */
void
pln_paste_list_update (PlnPasteList *self)
{
  g_autoptr(GPtrArray) before = NULL;
  guint start = 0;
  guint end = 0;
  guint most;

  g_return_if_fail (PLN_IS_PASTE_LIST (self));

  sort_lines (self);
  before = g_steal_pointer (&self->rows);
  self->rows = make_rows (self);

  /* What is the same at both ends is not announced. */
  most = MIN (before->len, self->rows->len);
  while (start < most && g_ptr_array_index (before, start) == g_ptr_array_index (self->rows, start))
    start++;
  while (end < most - start
         && g_ptr_array_index (before, before->len - 1 - end) == g_ptr_array_index (self->rows, self->rows->len - 1 - end))
    end++;
  if (start + end < MAX (before->len, self->rows->len))
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end, self->rows->len - start - end);
}

/**
 * pln_paste_list_get:
 * @self: a list
 * @state: a state
 *
 * Returns: (transfer none) (element-type PlnPersonLine): the lines in that
 *   state, until the next update
 */
GPtrArray *
pln_paste_list_get (PlnPasteList *self,
                    PlnLineState  state)
{
  g_return_val_if_fail (PLN_IS_PASTE_LIST (self), NULL);

  return self->members[state];
}
