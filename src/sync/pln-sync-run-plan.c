/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-sync-run-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The listing, in the spelling of the pairs. */
static GArray *
read_listing (PlnSyncRun          *self,
              const PlnDavListing *listing)
{
  GArray *remote = g_array_new (FALSE, FALSE, sizeof (PlnSyncRemote));

  for (guint i = 0; listing != NULL && i < listing->items->len; i++)
    {
      const PlnDavItem *item = g_ptr_array_index (listing->items, i);
      g_autofree char *key = pln_dav_href_key (item->href);
      const PlnStorePair *pair = g_hash_table_lookup (self->hrefs, key);
      PlnSyncRemote one = { pair != NULL ? pair->href : item->href, item->etag, item->status == 404 };

      if (*key != '\0' && item->status / 100 <= 2)
        g_array_append_val (remote, one);
      else if (one.gone)
        g_array_append_val (remote, one);
    }

  return remote;
}

static PlnSyncPlan *
make_plan (PlnSyncRun          *self,
           const PlnDavListing *listing)
{
  g_autoptr(GArray) local = g_array_new (FALSE, FALSE, sizeof (PlnSyncLocal));
  g_autoptr(GArray) base = g_array_new (FALSE, FALSE, sizeof (PlnSyncBase));
  g_autoptr(GArray) remote = read_listing (self, listing);
  PlnSyncTrees trees = { .is_whole = listing != NULL && listing->is_whole, .may_empty = self->setup.may_empty };
  GHashTableIter iter;
  gpointer pair;

  for (guint i = 0; i < self->locals->len; i++)
    {
      const PlnStoreLocal *each = g_ptr_array_index (self->locals, i);
      PlnSyncLocal one = { each->uid, each->hash };

      g_array_append_val (local, one);
    }
  g_hash_table_iter_init (&iter, self->pairs);
  while (g_hash_table_iter_next (&iter, NULL, &pair))
    {
      const PlnStorePair *each = pair;
      PlnSyncBase one = { each->uid, each->local_hash != NULL ? each->local_hash : "", each->href, each->etag };

      g_array_append_val (base, one);
    }

  trees.local = (const PlnSyncLocal *) (gpointer) local->data;
  trees.n_local = local->len;
  trees.base = (const PlnSyncBase *) (gpointer) base->data;
  trees.n_base = base->len;
  trees.remote = (const PlnSyncRemote *) (gpointer) remote->data;
  trees.n_remote = remote->len;

  return pln_sync_plan_new (&trees);
}

/* What the server said of an object is read before it is believed: a listing
 * can lag behind, and what lies elsewhere may have the same UID. */
static PlnSyncJobState
first_state (PlnSyncKind kind)
{
  switch (kind)
    {
    case PLN_SYNC_FETCH:
    case PLN_SYNC_PUSH_AGAIN:
    case PLN_SYNC_DELETE_HERE:
    case PLN_SYNC_FORGET:
      return PLN_SYNC_JOB_GET;
    case PLN_SYNC_PUSH:
    case PLN_SYNC_DELETE_THERE:
    default:
      return PLN_SYNC_JOB_HELD;
    }
}

/**
 * pln_sync_run_plan:
 * @self: a run
 * @listing: (nullable): what is there, or changed there; %NULL: nothing did
 *
 * Makes a job of each object for which something is to be done.
 */
void
pln_sync_run_plan (PlnSyncRun          *self,
                   const PlnDavListing *listing)
{
  g_autoptr(PlnSyncPlan) plan = make_plan (self, listing);

  if (plan->is_doubtful)
    {
      self->lists_whole = TRUE;
      self->asked_list = FALSE;
      return;
    }

  for (guint i = 0; i < plan->operations->len; i++)
    {
      const PlnSyncOperation *operation = &g_array_index (plan->operations, PlnSyncOperation, i);

      pln_sync_run_add_job (self, operation->uid, operation->href, first_state (operation->kind));
    }
  if (plan->n_missing > 0)
    {
      self->result.n_missing = plan->n_missing;
      self->holds_token = TRUE;
    }
  self->is_planned = TRUE;
}

/**
 * pln_sync_run_claim:
 * @self: a run
 * @job: what was read from a place that is not known
 *
 * Finds out which object it is.
 *
 * Returns: whether it is new; if not, another job has its UID, and both are
 *   looked at when all is read
 */
gboolean
pln_sync_run_claim (PlnSyncRun *self,
                    PlnSyncJob *job)
{
  job->uid = pln_sync_read_line (job->remote, "UID");
  if (job->uid == NULL)
    {
      g_autofree char *why = g_strdup_printf (_("“%s” on the server is no calendar object that Plenary can read. It was left alone."),
                                              pln_sync_job_get_title (job));

      pln_sync_run_fail (self, job, why);
      return FALSE;
    }
  if (g_hash_table_contains (self->by_uid, job->uid) || g_hash_table_contains (self->pairs, job->uid))
    {
      job->state = PLN_SYNC_JOB_DONE;
      g_ptr_array_add (self->twins, job);
      return FALSE;
    }

  g_hash_table_insert (self->by_uid, job->uid, job);

  return TRUE;
}

static void
give (PlnSyncJob *twin,
      PlnSyncJob *job)
{
  pln_sync_job_take_remote (job, twin->href, twin->remote, twin->etag, twin->schedule_tag);
  pln_sync_job_forget (twin);
}

static int
compare_hrefs (const char *a,
               const char *b)
{
  g_autofree char *one = pln_dav_href_key (a);
  g_autofree char *other = pln_dav_href_key (b);

  return strcmp (one, other);
}

/* The server has an object twice. Of two the one whose name comes first
 * counts, so that all computers choose the same; what is here is merged into
 * it, and where it was before is deleted. */
static void
settle_twin (PlnSyncRun         *self,
             PlnSyncJob         *twin,
             PlnSyncJob         *job,
             const PlnStorePair *pair)
{
  if (compare_hrefs (twin->href, pair != NULL ? pair->href : job->href) >= 0)
    {
      g_autofree char *why = g_strdup_printf (_("“%s” is on the server twice. Plenary shows one of them."),
                                              pln_sync_job_get_title (twin));

      pln_sync_run_fail (self, twin, why);
      self->holds_token = TRUE; /* when the other one goes, this one is left */
      return;
    }

  if (job != NULL)
    give (twin, job);
  else
    {
      job = twin;
      g_hash_table_insert (self->by_uid, job->uid, job);
      pln_sync_run_queue (self, job, PLN_SYNC_JOB_HELD);
    }
  job->is_stranger = TRUE;
  job->has_leftover = pair != NULL;
}

static void
look_at_twin (PlnSyncRun *self,
              PlnSyncJob *twin)
{
  PlnSyncJob *job = g_hash_table_lookup (self->by_uid, twin->uid);
  const PlnStorePair *pair = g_hash_table_lookup (self->pairs, twin->uid);

  if (job != NULL && job->state == PLN_SYNC_JOB_LOST)
    {
      g_queue_remove (&self->queues[PLN_SYNC_JOB_LOST], job);
      give (twin, job);
      pln_sync_run_queue (self, job, PLN_SYNC_JOB_TEXTS);
    }
  else if (self->listed_twins || (job != NULL && job->state != PLN_SYNC_JOB_HELD))
    {
      /* The other one is done already; the next run finds this one. */
      self->holds_token = TRUE;
      self->result.is_again = TRUE;
    }
  else if (job != NULL && (job->href == NULL || pln_sync_job_is_gone (job)))
    give (twin, job); /* new on both sides, or it has another name now */
  else
    settle_twin (self, twin, job, pair);
}

static gboolean
is_unchanged_here (PlnSyncRun       *self,
                   const PlnSyncJob *job)
{
  const PlnStorePair *pair = job->uid != NULL ? g_hash_table_lookup (self->pairs, job->uid) : NULL;
  const char *hash = pair != NULL ? g_hash_table_lookup (self->hashes, job->uid) : NULL;

  return hash != NULL && g_strcmp0 (hash, pair->local_hash) == 0;
}

/* A server that lists everything, but finds nothing, must not empty a library
 * either. */
static void
guard_gone (PlnSyncRun *self)
{
  g_autoptr(GPtrArray) gone = g_ptr_array_new ();

  for (GList *each = self->queues[PLN_SYNC_JOB_HELD].head; each != NULL; each = each->next)
    if (pln_sync_job_is_gone (each->data) && is_unchanged_here (self, each->data))
      g_ptr_array_add (gone, each->data);

  if (self->setup.may_empty || !pln_sync_is_too_much (gone->len, g_hash_table_size (self->pairs)))
    return;

  for (guint i = 0; i < gone->len; i++)
    {
      PlnSyncJob *job = g_ptr_array_index (gone, i);

      g_queue_remove (&self->queues[PLN_SYNC_JOB_HELD], job);
      pln_sync_run_queue (self, job, PLN_SYNC_JOB_DONE);
    }
  self->result.n_missing = gone->len;
  self->holds_token = TRUE;
}

/**
 * pln_sync_run_open:
 * @self: a run in which all that was listed is read
 *
 * Goes on with what waited for that.
 */
void
pln_sync_run_open (PlnSyncRun *self)
{
  PlnSyncJob *job;

  for (guint i = 0; i < self->twins->len; i++)
    look_at_twin (self, g_ptr_array_index (self->twins, i));
  g_ptr_array_set_size (self->twins, 0);

  guard_gone (self);
  while ((job = g_queue_pop_head (&self->queues[PLN_SYNC_JOB_HELD])) != NULL)
    pln_sync_run_queue (self, job, PLN_SYNC_JOB_TEXTS);
  self->is_open = TRUE;
}

/**
 * pln_sync_run_look_for_twins:
 * @self: a run that lost objects: the server has their UIDs somewhere
 * @listing: all that is there
 *
 * Reads what is in places that are not known.
 */
void
pln_sync_run_look_for_twins (PlnSyncRun          *self,
                             const PlnDavListing *listing)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->jobs->len; i++)
    {
      const PlnSyncJob *job = g_ptr_array_index (self->jobs, i);

      if (job->href != NULL && job->state != PLN_SYNC_JOB_LOST)
        g_hash_table_add (known, pln_dav_href_key (job->href));
    }
  for (guint i = 0; i < listing->items->len; i++)
    {
      const PlnDavItem *item = g_ptr_array_index (listing->items, i);
      g_autofree char *key = pln_dav_href_key (item->href);

      if (item->status != 404 && !g_hash_table_contains (self->hrefs, key) && !g_hash_table_contains (known, key))
        pln_sync_run_add_job (self, NULL, item->href, PLN_SYNC_JOB_GET);
    }
  self->is_open = FALSE;
}

/**
 * pln_sync_run_give_up_lost:
 * @self: a run
 *
 * Says of each object whose UID was not found that it cannot be written.
 */
void
pln_sync_run_give_up_lost (PlnSyncRun *self)
{
  PlnSyncJob *job;

  while ((job = g_queue_pop_head (&self->queues[PLN_SYNC_JOB_LOST])) != NULL)
    {
      g_autofree char *why = g_strdup_printf (_("“%s” is on the server already, but not in this calendar. It is kept on this computer."),
                                              pln_sync_job_get_title (job));

      pln_sync_run_fail (self, job, why);
    }
}
