/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-lanes.h"

/* What is being packed: the items by their places in the caller's array. */
typedef struct
{
  PlnLanesItem *items;
  guint         max_lanes;
} Packing;

static gboolean
overlap (const PlnLanesItem *a,
         const PlnLanesItem *b)
{
  return a->start < b->end && b->start < a->end;
}

/* By start; what lasts longer comes first; then as they were given. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  const PlnLanesItem *items = user_data;
  guint i = *(const guint *) a;
  guint k = *(const guint *) b;

  if (items[i].start != items[k].start)
    return items[i].start < items[k].start ? -1 : 1;
  if (items[i].end != items[k].end)
    return items[i].end > items[k].end ? -1 : 1;

  return i < k ? -1 : i > k;
}

/* The first free lane for each, which needs no more lanes than there are
 * items at once; returns how many. ends is as long as there are items. */
static guint
assign (Packing     *packing,
        const guint *order,
        guint        n)
{
  g_autofree gint64 *ends = g_new (gint64, n);
  guint n_lanes = 0;

  for (guint i = 0; i < n; i++)
    {
      PlnLanesItem *item = &packing->items[order[i]];
      guint lane = 0;

      while (lane < n_lanes && ends[lane] > item->start)
        lane++;
      ends[lane] = item->end;
      n_lanes = MAX (n_lanes, lane + 1);
      item->lane = lane;
      item->group = order[i];
      item->group_end = item->end;
    }

  return n_lanes;
}

/* Lets each grow into the lanes beside it that are free all its time. */
static void
widen (Packing     *packing,
       const guint *order,
       guint        n,
       guint        first_lane,
       guint        n_lanes)
{
  for (guint i = 0; i < n; i++)
    {
      PlnLanesItem *item = &packing->items[order[i]];
      guint end = n_lanes;

      for (guint k = 0; k < n; k++)
        {
          const PlnLanesItem *other = &packing->items[order[k]];

          if (k != i && other->lane > item->lane && other->lane < end && overlap (item, other))
            end = other->lane;
        }
      item->span = end - item->lane;
    }

  for (guint i = 0; i < n; i++)
    packing->items[order[i]].lane += first_lane;
}

/* Shows as one what begins while the first of them lasts; the next begins
 * another group, which ends the place of the one before. */
static void
join (Packing     *packing,
      const guint *order,
      guint        n,
      guint        first_lane)
{
  for (guint i = 0, k; i < n; i = k)
    {
      const PlnLanesItem *first = &packing->items[order[i]];
      gint64 end = first->end;

      for (k = i + 1; k < n && packing->items[order[k]].start < first->end; k++)
        end = MAX (end, packing->items[order[k]].end);
      if (k < n)
        end = MIN (end, packing->items[order[k]].start);

      for (guint m = i; m < k; m++)
        {
          PlnLanesItem *item = &packing->items[order[m]];

          item->lane = first_lane;
          item->n_lanes = first_lane > 0 ? packing->max_lanes : 1;
          item->span = item->n_lanes - first_lane;
          item->group = order[i];
          item->group_end = end;
        }
    }
}

/* Where the items that overlap, one by one, with the first of order end. */
static guint
cluster_end (Packing     *packing,
             const guint *order,
             guint        n)
{
  gint64 end = packing->items[order[0]].end;
  guint i = 1;

  while (i < n && packing->items[order[i]].start < end)
    {
      end = MAX (end, packing->items[order[i]].end);
      i++;
    }

  return i;
}

/* Moves the longest item to the front if the others then fall apart. */
static gboolean
take_out_bridge (Packing *packing,
                 guint   *order,
                 guint    n)
{
  guint longest = 0;
  guint bridge;

  for (guint i = 1; i < n; i++)
    {
      const PlnLanesItem *item = &packing->items[order[i]];
      const PlnLanesItem *best = &packing->items[order[longest]];

      if (item->end - item->start > best->end - best->start)
        longest = i;
    }

  bridge = order[longest];
  for (guint i = longest; i > 0; i--)
    order[i] = order[i - 1];
  order[0] = bridge;

  if (n > 2 && cluster_end (packing, order + 1, n - 1) < n - 1)
    return TRUE;

  for (guint i = 0; i < longest; i++)
    order[i] = order[i + 1];
  order[longest] = bridge;

  return FALSE;
}

static void pack (Packing *packing,
                  guint   *order,
                  guint    n,
                  guint    first_lane);

static void
pack_cluster (Packing *packing,
              guint   *order,
              guint    n,
              guint    first_lane)
{
  guint room = packing->max_lanes - first_lane;
  guint n_lanes = assign (packing, order, n);

  if (n_lanes <= room)
    {
      guint end = first_lane > 0 ? room : n_lanes;

      widen (packing, order, n, first_lane, end);
      for (guint i = 0; i < n; i++)
        packing->items[order[i]].n_lanes = first_lane + end;
    }
  else if (room > 1 && take_out_bridge (packing, order, n))
    {
      PlnLanesItem *bridge = &packing->items[order[0]];

      pack (packing, order + 1, n - 1, first_lane + 1);
      bridge->lane = first_lane;
      bridge->span = 1;
      bridge->n_lanes = packing->max_lanes;
    }
  else
    join (packing, order, n, first_lane);
}

static void
pack (Packing *packing,
      guint   *order,
      guint    n,
      guint    first_lane)
{
  for (guint i = 0; i < n;)
    {
      guint length = cluster_end (packing, order + i, n - i);

      pack_cluster (packing, order + i, length, first_lane);
      i += length;
    }
}

/**
 * pln_lanes_pack:
 * @items: (array length=n_items): intervals; their places are filled in
 * @n_items: how many
 * @max_lanes: how many lanes have room side by side; 0 for any number
 *
 * Puts intervals that overlap into lanes side by side, with as few lanes as
 * can be. Earlier ones come first, of those that start together the longer,
 * then in the order of @items. What has free lanes beside it all its time
 * fills them.
 *
 * Where more than @max_lanes overlap, those that begin while the first of them
 * lasts become one group, shown as one; an item that merely lasts so long that
 * it ties others together keeps a lane of its own. Takes time in proportion to the square of the largest number of
 * items that hang together.
 */
void
pln_lanes_pack (PlnLanesItem *items,
                guint         n_items,
                guint         max_lanes)
{
  Packing packing = { .items = items, .max_lanes = max_lanes > 0 ? max_lanes : G_MAXUINT };
  g_autofree guint *order = NULL;

  g_return_if_fail (items != NULL || n_items == 0);

  if (n_items == 0)
    return;

  order = g_new (guint, n_items);
  for (guint i = 0; i < n_items; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n_items, sizeof *order, compare, items);

  pack (&packing, order, n_items, 0);
}
