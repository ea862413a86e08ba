/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-sync-plan.h"

#define MOST_SURE 10 /* so few may go without a question, unless they are all */
#define DOUBTFUL  0.9

/* What is known of one object on the three sides. */
typedef struct
{
  const PlnSyncLocal  *local;
  const PlnSyncBase   *base;
  const PlnSyncRemote *remote; /* NULL: nothing was said of it */
} Row;

typedef struct
{
  const PlnSyncTrees *trees;
  PlnSyncPlan        *plan;
  GArray             *rows;
} Planner;

static void
collect_rows (Planner *planner)
{
  const PlnSyncTrees *trees = planner->trees;
  g_autoptr(GHashTable) by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) by_href = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < trees->n_base; i++)
    {
      Row row = { .base = trees->base + i };

      g_hash_table_insert (by_uid, (gpointer) row.base->uid, GUINT_TO_POINTER (planner->rows->len));
      g_hash_table_insert (by_href, (gpointer) row.base->href, GUINT_TO_POINTER (planner->rows->len));
      g_array_append_val (planner->rows, row);
    }

  for (guint i = 0; i < trees->n_local; i++)
    {
      Row row = { .local = trees->local + i };
      gpointer at;

      if (g_hash_table_lookup_extended (by_uid, row.local->uid, NULL, &at))
        g_array_index (planner->rows, Row, GPOINTER_TO_UINT (at)).local = row.local;
      else
        g_array_append_val (planner->rows, row);
    }

  /* The same href twice: what was said last counts. */
  for (guint i = 0; i < trees->n_remote; i++)
    {
      Row row = { .remote = trees->remote + i };
      gpointer at;

      if (g_hash_table_lookup_extended (by_href, row.remote->href, NULL, &at))
        g_array_index (planner->rows, Row, GPOINTER_TO_UINT (at)).remote = row.remote;
      else
        {
          g_hash_table_insert (by_href, (gpointer) row.remote->href, GUINT_TO_POINTER (planner->rows->len));
          g_array_append_val (planner->rows, row);
        }
    }
}

static gboolean
is_gone_there (Planner   *planner,
               const Row *row)
{
  return row->base != NULL && (row->remote != NULL ? row->remote->gone : planner->trees->is_whole);
}

static gboolean
is_changed_there (const Row *row)
{
  return row->remote != NULL && !row->remote->gone
         && (row->base == NULL || row->remote->etag == NULL || g_strcmp0 (row->remote->etag, row->base->etag) != 0);
}

static gboolean
is_changed_here (const Row *row)
{
  return row->local != NULL && (row->base == NULL || !g_str_equal (row->local->hash, row->base->hash));
}

static void
add (Planner     *planner,
     PlnSyncKind  kind,
     const Row   *row)
{
  PlnSyncOperation operation = {
    .kind = kind,
    .uid = row->local != NULL ? row->local->uid : row->base != NULL ? row->base->uid : NULL,
    .href = row->base != NULL ? row->base->href : row->remote != NULL ? row->remote->href : NULL,
    .etag = row->base != NULL ? row->base->etag : NULL,
  };

  if (kind == PLN_SYNC_PUSH_AGAIN)
    operation.etag = NULL;
  g_array_append_val (planner->plan->operations, operation);
}

/* An edit is stronger than a deletion, on either side: it can be deleted
 * again, but what is lost is lost. */
static void
plan_row (Planner   *planner,
          const Row *row)
{
  gboolean gone_there = is_gone_there (planner, row);
  gboolean gone_here = row->base != NULL && row->local == NULL;

  if (gone_there && gone_here)
    add (planner, PLN_SYNC_FORGET, row);
  else if (gone_there && is_changed_here (row))
    add (planner, PLN_SYNC_PUSH_AGAIN, row);
  else if (gone_there)
    {
      if (planner->plan->n_missing == 0)
        add (planner, PLN_SYNC_DELETE_HERE, row);
    }
  else if (is_changed_there (row))
    add (planner, PLN_SYNC_FETCH, row);
  else if (gone_here)
    add (planner, PLN_SYNC_DELETE_THERE, row);
  else if (is_changed_here (row))
    add (planner, PLN_SYNC_PUSH, row);
}

/* DAViCal 1.1.12 answers a token that it does not know by a whole listing,
 * without a word and without deletions. */
static gboolean
looks_whole (Planner *planner)
{
  guint n_known = 0;

  if (planner->trees->is_whole || planner->trees->n_base < MOST_SURE)
    return FALSE;

  for (guint i = 0; i < planner->rows->len; i++)
    {
      const Row *row = &g_array_index (planner->rows, Row, i);

      if (row->remote == NULL || row->base == NULL)
        continue;
      if (row->remote->gone)
        return FALSE;
      n_known++;
    }

  return n_known >= DOUBTFUL * planner->trees->n_base;
}

static void
guard_deletions (Planner *planner)
{
  guint n_gone = 0;
  guint n_here = 0;

  if (planner->trees->may_empty)
    return;

  for (guint i = 0; i < planner->rows->len; i++)
    {
      const Row *row = &g_array_index (planner->rows, Row, i);

      if (row->base == NULL || row->local == NULL)
        continue;
      n_here++;
      n_gone += is_gone_there (planner, row);
    }

  if (pln_sync_is_too_much (n_gone, n_here))
    planner->plan->n_missing = n_gone;
}

static int
compare_operations (gconstpointer a,
                    gconstpointer b)
{
  const PlnSyncOperation *one = a;
  const PlnSyncOperation *other = b;
  int order = (int) one->kind - (int) other->kind;

  if (order == 0)
    order = g_strcmp0 (one->uid, other->uid);

  return order != 0 ? order : g_strcmp0 (one->href, other->href);
}

/**
 * pln_sync_is_too_much:
 * @n_gone: how many objects would be deleted here
 * @n_here: of how many
 *
 * Returns: whether the user is to be asked before: a server that lost its data
 *   must not empty a library
 */
gboolean
pln_sync_is_too_much (guint n_gone,
                      guint n_here)
{
  return n_gone > 0 && ((n_here >= MOST_SURE && n_gone * 3 > n_here) || (n_gone == n_here && n_here > 1));
}

/**
 * pln_sync_plan_new:
 * @trees: what is here, what was when both agreed, and what is there. Their
 *   strings must live as long as the plan
 *
 * Finds what brings two sides together. Here counts as changed what differs
 * from the base's own text, there what has another ETag than the base's: so
 * what a server rewrites is nobody's change. The order of the trees does not
 * matter. This function has no side effects and may be called from any thread;
 * it is linear but for sorting.
 *
 * Returns: (transfer full): a plan
 */
PlnSyncPlan *
pln_sync_plan_new (const PlnSyncTrees *trees)
{
  Planner planner = { .trees = trees };

  planner.plan = g_new0 (PlnSyncPlan, 1);
  planner.plan->operations = g_array_new (FALSE, FALSE, sizeof (PlnSyncOperation));
  planner.rows = g_array_new (FALSE, FALSE, sizeof (Row));

  collect_rows (&planner);
  planner.plan->is_doubtful = looks_whole (&planner);
  if (!planner.plan->is_doubtful)
    {
      guard_deletions (&planner);
      for (guint i = 0; i < planner.rows->len; i++)
        plan_row (&planner, &g_array_index (planner.rows, Row, i));
      g_array_sort (planner.plan->operations, compare_operations);
    }
  g_array_unref (planner.rows);

  return planner.plan;
}

/**
 * pln_sync_plan_free:
 * @plan: (transfer full) (nullable): a plan
 */
void
pln_sync_plan_free (PlnSyncPlan *plan)
{
  if (plan == NULL)
    return;

  g_array_unref (plan->operations);
  g_free (plan);
}
