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

/**
 * pln_list_items:
 * @list: a list
 *
 * Returns: (transfer full) (element-type GObject): what it holds now
 */
GPtrArray *
pln_list_items (GListStore *list)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  GPtrArray *items = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (list), i));

  return items;
}

/**
 * pln_list_merge:
 * @list: a list
 * @by_uid: the items of @list by their UIDs, both borrowed
 * @wanted: (element-type GObject): what it shall hold, in any order
 * @rules: what the items are told apart and ordered by
 *
 * Makes a list hold the items of @wanted in the order of @rules, each UID once.
 * Those of a UID that is here stay the same object, and take over what is new.
 * @by_uid is right again before anything is announced.
 */
void
pln_list_merge (GListStore         *list,
                GHashTable         *by_uid,
                GPtrArray          *wanted,
                const PlnListRules *rules)
{
  g_autoptr(GPtrArray) merged = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < wanted->len; i++)
    {
      gpointer theirs = g_ptr_array_index (wanted, i);
      gpointer ours = g_hash_table_lookup (by_uid, rules->get_uid (theirs));

      if (!g_hash_table_add (taken, (char *) rules->get_uid (theirs)))
        continue;
      if (ours == NULL)
        ours = theirs;
      else if (ours != theirs)
        rules->take_from (ours, theirs);
      g_ptr_array_add (merged, g_object_ref (ours));
    }
  g_ptr_array_sort (merged, rules->compare);

  g_hash_table_remove_all (by_uid);
  for (guint i = 0; i < merged->len; i++)
    g_hash_table_insert (by_uid, (char *) rules->get_uid (merged->pdata[i]), merged->pdata[i]);
  pln_list_become (list, merged);
}

/**
 * pln_list_put:
 * @list: a list
 * @by_uid: the items of @list by their UIDs, both borrowed
 * @item: (transfer none): an item
 * @rules: what the items are told apart and ordered by
 *
 * Adds @item; if one of its UID is here, that one takes over what @item says,
 * and its place in the order.
 */
void
pln_list_put (GListStore         *list,
              GHashTable         *by_uid,
              gpointer            item,
              const PlnListRules *rules)
{
  g_autoptr(GPtrArray) all = pln_list_items (list);
  gpointer ours = g_hash_table_lookup (by_uid, rules->get_uid (item));

  if (ours == NULL)
    g_ptr_array_add (all, g_object_ref (item));
  else if (ours != item)
    rules->take_from (ours, item);

  pln_list_merge (list, by_uid, all, rules);
}

/**
 * pln_list_drop:
 * @list: a list
 * @by_uid: the items of @list by their UIDs, both borrowed
 * @uid: the UID of an item
 *
 * Returns: %TRUE if there was an item of that UID, which is removed now
 */
gboolean
pln_list_drop (GListStore *list,
               GHashTable *by_uid,
               const char *uid)
{
  gpointer item = g_hash_table_lookup (by_uid, uid);
  guint position;

  if (item == NULL || !g_list_store_find (list, item, &position))
    return FALSE;

  g_hash_table_remove (by_uid, uid);
  g_list_store_remove (list, position);

  return TRUE;
}
