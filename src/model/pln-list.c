/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-list.h"

static gpointer
list_peek (GListStore *list,
           guint       position)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (list), position);

  return item; /* the list keeps it */
}

static void
remove_unwanted (GListStore *list,
                 GHashTable *wanted)
{
  guint end = g_list_model_get_n_items (G_LIST_MODEL (list));

  while (end > 0)
    {
      guint start = end;

      while (start > 0 && !g_hash_table_contains (wanted, list_peek (list, start - 1)))
        start--;
      if (start < end)
        g_list_store_splice (list, start, end - start, NULL, 0);
      end = start > 0 ? start - 1 : 0;
    }
}

/**
 * pln_list_become:
 * @list: a list
 * @wanted: (element-type GObject): what it shall hold, each object once
 *
 * Makes a list hold exactly the objects of @wanted, in their order, and
 * announces no more than that: runs that go and runs that come. Objects that
 * stay are not announced, unless their order changed. Linear, but for the
 * splices.
 */
void
pln_list_become (GListStore *list,
                 GPtrArray  *wanted)
{
  g_autoptr(GHashTable) set = g_hash_table_new (NULL, NULL);
  guint n;

  for (guint i = 0; i < wanted->len; i++)
    g_hash_table_add (set, g_ptr_array_index (wanted, i));
  remove_unwanted (list, set);

  /* What is still in the set from here on is not in the list. */
  n = g_list_model_get_n_items (G_LIST_MODEL (list));
  for (guint i = 0; i < n; i++)
    g_hash_table_remove (set, list_peek (list, i));

  for (guint i = 0; i < wanted->len; i++)
    {
      guint end = i;

      n = g_list_model_get_n_items (G_LIST_MODEL (list));
      if (i < n && list_peek (list, i) == g_ptr_array_index (wanted, i))
        continue;

      while (end < wanted->len && g_hash_table_contains (set, g_ptr_array_index (wanted, end)))
        end++;
      if (end == i) /* another order: all that follows anew */
        {
          g_list_store_splice (list, i, n - i, wanted->pdata + i, wanted->len - i);
          return;
        }
      g_list_store_splice (list, i, 0, wanted->pdata + i, end - i);
      i = end - 1;
    }
}
