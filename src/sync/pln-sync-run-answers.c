/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-sync-run-private.h"

#include "pln-str.h"

#include <glib/gi18n.h>

#define MOST_FAILURES 8 /* one after the other: it is the server, not the object */
#define MOST_SETTLES  3

/**
 * pln_sync_run_take_peek:
 * @self: a run
 * @step: what is answered
 * @calendar: (nullable): what was said of the calendar; %NULL if nothing was
 *
 * A server of which neither token moved has nothing new. If the ctag moved and
 * the token did not, the token is not believed.
 */
void
pln_sync_run_take_peek (PlnSyncRun        *self,
                        const PlnSyncStep *step,
                        const PlnDavItem  *calendar)
{
  gboolean same_token;
  gboolean same_ctag;

  pln_sync_open_free (pln_sync_run_close (self, step));
  if (calendar == NULL || (calendar->kinds & PLN_DAV_CALENDAR) == 0)
    {
      g_autoptr(GError) error = g_error_new (PLN_DAV_ERROR, PLN_DAV_ERROR_NOT_FOUND,
                                             _("This is no longer a calendar on the server. Nothing was deleted here."));

      pln_sync_run_stop (self, error, 0);
      return;
    }

  same_token = g_strcmp0 (calendar->sync_token, self->old_token) == 0;
  same_ctag = g_strcmp0 (calendar->ctag, self->old_ctag) == 0;

  self->was_peeked = TRUE;
  self->setup.is_read_only = self->setup.is_read_only || !calendar->writable;
  self->is_unchanged = !self->is_due && same_token && same_ctag
                       && (calendar->sync_token != NULL || calendar->ctag != NULL);
  self->lists_whole = self->lists_whole || (same_token && self->old_ctag != NULL && !same_ctag);
  pln_set_str (&self->ctag, calendar->ctag);
  pln_set_str (&self->peeked_token, calendar->sync_token);
  if (self->is_unchanged)
    pln_set_str (&self->token, self->old_token);
}

/**
 * pln_sync_run_take_trees:
 * @self: a run
 * @step: what is answered
 * @locals: (element-type PlnStoreLocal): what is here
 * @pairs: (element-type PlnStorePair): what was agreed
 */
void
pln_sync_run_take_trees (PlnSyncRun        *self,
                         const PlnSyncStep *step,
                         GPtrArray         *locals,
                         GPtrArray         *pairs)
{
  pln_sync_open_free (pln_sync_run_close (self, step));

  self->locals = g_ptr_array_ref (locals);
  self->agreed = g_ptr_array_ref (pairs);
  for (guint i = 0; i < locals->len; i++)
    {
      PlnStoreLocal *local = g_ptr_array_index (locals, i);

      g_hash_table_insert (self->hashes, local->uid, local->hash);
    }
  for (guint i = 0; i < pairs->len; i++)
    {
      PlnStorePair *pair = g_ptr_array_index (pairs, i);

      g_hash_table_insert (self->pairs, pair->uid, pair);
      g_hash_table_insert (self->hrefs, pln_dav_href_key (pair->href), pair);
    }
}

/**
 * pln_sync_run_take_listing:
 * @self: a run
 * @step: what is answered
 * @listing: what is there, or changed there
 */
void
pln_sync_run_take_listing (PlnSyncRun          *self,
                           const PlnSyncStep   *step,
                           const PlnDavListing *listing)
{
  PlnSyncOpenStep *open = pln_sync_run_close (self, step);

  if (open->is_for_twins)
    pln_sync_run_look_for_twins (self, listing);
  else
    {
      self->is_whole = listing->is_whole;
      pln_set_str (&self->token, listing->token);
      if (g_strcmp0 (self->token, self->peeked_token) != 0)
        g_clear_pointer (&self->ctag, g_free); /* something came in between */
      pln_sync_run_plan (self, listing);
    }
  pln_sync_open_free (open);
}

/* Something else may be where a new object was to be. */
static void
choose_other_name (PlnSyncRun *self,
                   PlnSyncJob *job)
{
  g_clear_pointer (&job->href, g_free);
  g_clear_pointer (&job->remote, g_bytes_unref);
  job->is_read = FALSE;
  job->n_names++;
  pln_sync_run_decide (self, job);
}

static void
go_on (PlnSyncRun *self,
       PlnSyncJob *job)
{
  PlnSyncJobState was = job->state;

  if (was == PLN_SYNC_JOB_CHECK)
    pln_sync_run_checked (self, job);
  else if (job->uid == NULL && pln_sync_job_is_gone (job))
    pln_sync_run_queue (self, job, PLN_SYNC_JOB_DONE);
  else if (job->uid == NULL && !pln_sync_run_claim (self, job))
    return;
  else if (job->has_texts)
    pln_sync_run_decide (self, job);
  else if (!self->is_open && (g_hash_table_contains (self->pairs, job->uid) || g_hash_table_contains (self->hashes, job->uid)))
    pln_sync_run_queue (self, job, PLN_SYNC_JOB_HELD);
  else
    pln_sync_run_decide (self, job); /* it is new, and nothing is here */
}

static void
take_object (PlnSyncRun       *self,
             PlnSyncJob       *job,
             const PlnDavItem *item)
{
  g_autofree char *uid = NULL;

  if (item == NULL)
    {
      pln_sync_run_leave (self, job, NULL);
      return;
    }
  if (item->status == 404 || item->data == NULL)
    {
      pln_sync_job_take_remote (job, job->href, NULL, NULL, NULL);
      go_on (self, job);
      return;
    }

  uid = job->uid != NULL ? pln_sync_read_line (item->data, "UID") : NULL;
  pln_sync_job_take_remote (job, job->href, item->data, item->etag, item->schedule_tag);
  if (job->uid == NULL || g_strcmp0 (uid, job->uid) == 0)
    go_on (self, job);
  else if (job->has_texts && job->pair == NULL && job->n_names == 0)
    choose_other_name (self, job);
  else
    {
      g_autofree char *why = g_strdup_printf (_("The server gave something else for “%s”. It was left alone."),
                                              pln_sync_job_get_title (job));

      pln_sync_run_leave (self, job, why);
    }
}

/**
 * pln_sync_run_take_objects:
 * @self: a run
 * @step: what is answered
 * @items: (element-type PlnDavItem): in any order; what is missing could not be
 *   read now
 */
void
pln_sync_run_take_objects (PlnSyncRun        *self,
                           const PlnSyncStep *step,
                           GPtrArray         *items)
{
  PlnSyncOpenStep *open = pln_sync_run_close (self, step);
  g_autoptr(GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->n_failures = 0;
  for (guint i = 0; i < items->len; i++)
    {
      PlnDavItem *item = g_ptr_array_index (items, i);

      g_hash_table_insert (found, pln_dav_href_key (item->href), item);
    }
  for (guint i = 0; i < open->jobs->len; i++)
    {
      PlnSyncJob *job = g_ptr_array_index (open->jobs, i);
      g_autofree char *key = pln_dav_href_key (job->href);

      take_object (self, job, g_hash_table_lookup (found, key));
    }
  pln_sync_open_free (open);
}

static void
take_known (PlnSyncJob          *job,
            const PlnStoreKnown *known)
{
  pln_sync_job_forget_here (job);
  job->has_texts = TRUE;
  if (known == NULL)
    return;

  job->hash = g_strdup (known->hash);
  job->local = known->text != NULL ? g_bytes_ref (known->text) : NULL;
  job->pair = known->pair != NULL ? pln_store_pair_copy (known->pair) : NULL;
  if (known->title != NULL && *known->title != '\0')
    pln_set_str (&job->title, known->title);
  if (job->href == NULL && job->pair != NULL)
    job->href = g_strdup (job->pair->href);
}

/**
 * pln_sync_run_take_texts:
 * @self: a run
 * @step: what is answered
 * @known: (element-type PlnStoreKnown): what is here and what was agreed, in
 *   any order; of what is missing, nothing is known
 */
void
pln_sync_run_take_texts (PlnSyncRun        *self,
                         const PlnSyncStep *step,
                         GPtrArray         *known)
{
  PlnSyncOpenStep *open = pln_sync_run_close (self, step);
  g_autoptr(GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < known->len; i++)
    {
      PlnStoreKnown *one = g_ptr_array_index (known, i);

      g_hash_table_insert (found, one->uid, one);
    }
  for (guint i = 0; i < open->jobs->len; i++)
    {
      PlnSyncJob *job = g_ptr_array_index (open->jobs, i);

      take_known (job, g_hash_table_lookup (found, job->uid));
      if (job->pair != NULL && !job->is_read && (job->pair->remote == NULL || job->pair->etag == NULL))
        pln_sync_run_queue (self, job, PLN_SYNC_JOB_GET);
      else
        pln_sync_run_decide (self, job);
    }
  pln_sync_open_free (open);
}

/**
 * pln_sync_run_take_written:
 * @self: a run
 * @step: what is answered
 * @written: what the server said
 *
 * It is read again in any case: what a server says of a version does not mean
 * that it stored what was sent.
 */
void
pln_sync_run_take_written (PlnSyncRun          *self,
                           const PlnSyncStep   *step,
                           const PlnDavWritten *written)
{
  PlnSyncOpenStep *open = pln_sync_run_close (self, step);
  PlnSyncJob *job = g_ptr_array_index (open->jobs, 0);

  self->n_failures = 0;
  job->is_written = TRUE;
  pln_set_str (&job->put_etag, written->etag);
  if (written->href != NULL)
    pln_set_str (&job->href, written->href);
  pln_sync_run_queue (self, job, PLN_SYNC_JOB_CHECK);
  pln_sync_open_free (open);
}

/**
 * pln_sync_run_take_deleted:
 * @self: a run
 * @step: what is answered
 */
void
pln_sync_run_take_deleted (PlnSyncRun        *self,
                           const PlnSyncStep *step)
{
  PlnSyncOpenStep *open = pln_sync_run_close (self, step);
  PlnSyncJob *job = g_ptr_array_index (open->jobs, 0);

  self->n_failures = 0;
  if (job->is_leftover)
    pln_sync_run_queue (self, job, PLN_SYNC_JOB_DONE);
  else
    pln_sync_run_queue (self, job, pln_sync_job_settle_gone (job));
  pln_sync_open_free (open);
}

static void
add_counts (PlnSyncCounts       *sum,
            const PlnSyncCounts *counts)
{
  sum->downloaded += counts->downloaded;
  sum->uploaded += counts->uploaded;
  sum->merged += counts->merged;
  sum->conflicts += counts->conflicts;
  sum->deleted += counts->deleted;
}

/* What was agreed in another place is deleted there, when all of it is here. */
static void
delete_leftover (PlnSyncRun *self,
                 PlnSyncJob *job)
{
  PlnSyncJob *leftover = pln_sync_run_add_job (self, NULL, job->pair->href, PLN_SYNC_JOB_DONE);

  leftover->title = g_strdup (job->title);
  leftover->pair = pln_store_pair_copy (job->pair);
  leftover->is_leftover = TRUE;
  if (pln_sync_run_may_write (self, leftover))
    pln_sync_run_queue (self, leftover, PLN_SYNC_JOB_DELETE);
}

/**
 * pln_sync_run_take_settled:
 * @self: a run
 * @step: what is answered
 * @left: (element-type utf8): UIDs of what was left alone, because it changed
 *   here in the meantime
 */
void
pln_sync_run_take_settled (PlnSyncRun        *self,
                           const PlnSyncStep *step,
                           GPtrArray         *left)
{
  PlnSyncOpenStep *open = pln_sync_run_close (self, step);

  for (guint i = 0; i < open->jobs->len; i++)
    {
      PlnSyncJob *job = g_ptr_array_index (open->jobs, i);

      if (g_ptr_array_find_with_equal_func (left, job->uid, g_str_equal, NULL))
        {
          if (++job->n_settles <= MOST_SETTLES)
            pln_sync_run_queue (self, job, PLN_SYNC_JOB_TEXTS);
          else
            pln_sync_run_leave (self, job, NULL);
          continue;
        }
      add_counts (&self->result.counts, &job->counts);
      if (job->has_leftover && job->pair != NULL)
        delete_leftover (self, job);
      pln_sync_run_queue (self, job, PLN_SYNC_JOB_DONE);
    }
  pln_sync_open_free (open);
}

/**
 * pln_sync_run_take_waited:
 * @self: a run
 * @step: what is answered
 */
void
pln_sync_run_take_waited (PlnSyncRun        *self,
                          const PlnSyncStep *step)
{
  PlnSyncOpenStep *open = pln_sync_run_close (self, step);

  for (guint i = 0; i < open->jobs->len; i++)
    pln_sync_run_queue (self, g_ptr_array_index (open->jobs, i), PLN_SYNC_JOB_GET);
  pln_sync_open_free (open);
}

/* Whether it is of no use to ask this server for anything now. */
static gboolean
concerns_account (const GError *error,
                  guint         retry_after)
{
  return retry_after > 0 || error->domain != PLN_DAV_ERROR
         || error->code == PLN_DAV_ERROR_AUTH || error->code == PLN_DAV_ERROR_CERTIFICATE;
}

static void
take_read_error (PlnSyncRun      *self,
                 PlnSyncOpenStep *open,
                 const GError    *error)
{
  gboolean is_final = g_error_matches (error, PLN_DAV_ERROR, PLN_DAV_ERROR_FORBIDDEN)
                      || g_error_matches (error, PLN_DAV_ERROR, PLN_DAV_ERROR_REFUSED);

  for (guint i = 0; i < open->jobs->len; i++)
    {
      PlnSyncJob *job = g_ptr_array_index (open->jobs, i);

      if (open->jobs->len > 1 || !job->is_alone)
        {
          job->is_alone = TRUE;
          pln_sync_run_queue (self, job, job->state);
        }
      else if (is_final)
        pln_sync_run_fail (self, job, error->message);
      else
        pln_sync_run_leave (self, job, error->message);
    }
}

/**
 * pln_sync_run_take_error:
 * @self: a run
 * @step: what failed
 * @error: why
 * @retry_after: seconds that the server said to wait, or 0
 *
 * What went wrong with one object does not stop the rest; what goes wrong with
 * the account, the calendar or the library does.
 */
void
pln_sync_run_take_error (PlnSyncRun        *self,
                         const PlnSyncStep *step,
                         const GError      *error,
                         guint              retry_after)
{
  PlnSyncOpenStep *open = pln_sync_run_close (self, step);
  gboolean is_write = step->kind == PLN_SYNC_STEP_PUT || step->kind == PLN_SYNC_STEP_DELETE;
  gboolean is_offline = g_error_matches (error, PLN_DAV_ERROR, PLN_DAV_ERROR_OFFLINE);

  if (step->kind == PLN_SYNC_STEP_SETTLE || step->kind == PLN_SYNC_STEP_TEXTS || step->kind == PLN_SYNC_STEP_TREES)
    self->store_failed = TRUE;
  if (is_offline || g_error_matches (error, PLN_DAV_ERROR, PLN_DAV_ERROR_SERVER))
    self->n_failures++;

  if (concerns_account (error, retry_after) || self->n_failures >= MOST_FAILURES
      || (!is_write && (step->kind != PLN_SYNC_STEP_GET || is_offline)))
    pln_sync_run_stop (self, error, retry_after);
  else if (is_write)
    pln_sync_run_refused (self, g_ptr_array_index (open->jobs, 0), error);
  else
    take_read_error (self, open, error);
  pln_sync_open_free (open);
}
