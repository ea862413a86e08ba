/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-sync-run-private.h"

#define WHOLE_EVERY (7 * G_TIME_SPAN_DAY / G_TIME_SPAN_SECOND) /* change logs are pruned, and lie */

static void
note_free (gpointer data)
{
  PlnSyncNote *note = data;

  g_free (note->uid);
  g_free (note->title);
  g_free (note->text);
  g_free (note);
}

/**
 * pln_sync_open_free:
 * @open: (transfer full): a step
 */
void
pln_sync_open_free (PlnSyncOpenStep *open)
{
  g_free (open->step.token);
  g_free (open->step.ctag);
  g_strfreev (open->step.names);
  g_free (open->step.href);
  g_free (open->step.title);
  g_clear_pointer (&open->step.text, g_bytes_unref);
  g_free (open->step.etag);
  g_free (open->step.schedule_tag);
  g_clear_pointer (&open->step.settled, g_ptr_array_unref);
  g_ptr_array_unref (open->jobs);
  g_free (open);
}

/**
 * pln_sync_run_new:
 * @setup: what to bring together; it is copied
 *
 * Starts to bring a calendar of the library and one on a server together. A
 * run does nothing by itself: it hands out steps, and is told what came of
 * them. Dropping it at any moment loses nothing: what is not settled is found
 * again by the next one.
 *
 * Returns: (transfer full): a run
 */
PlnSyncRun *
pln_sync_run_new (const PlnSyncSetup *setup)
{
  PlnSyncRun *self = g_new0 (PlnSyncRun, 1);

  self->setup = *setup;
  self->calendar = g_strdup (setup->calendar);
  self->own_address = g_strdup (setup->own_address != NULL ? setup->own_address : "");
  self->old_token = g_strdup (setup->token);
  self->old_ctag = g_strdup (setup->ctag);
  self->setup.calendar = self->calendar;
  self->setup.own_address = self->own_address;
  self->setup.token = self->old_token;
  self->setup.ctag = self->old_ctag;
  self->random = g_rand_new_with_seed (setup->seed);
  self->result.failed = g_ptr_array_new_with_free_func (note_free);
  self->result.waiting = g_ptr_array_new_with_free_func (note_free);
  self->result.dropped = g_ptr_array_new_with_free_func (note_free);

  self->jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_sync_job_free);
  for (guint i = 0; i < PLN_SYNC_JOB_N_STATES; i++)
    g_queue_init (&self->queues[i]);
  self->by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  self->twins = g_ptr_array_new ();
  self->hashes = g_hash_table_new (g_str_hash, g_str_equal);
  self->pairs = g_hash_table_new (g_str_hash, g_str_equal);
  self->hrefs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_sync_open_free);
  self->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->is_due = setup->now - setup->listed > WHOLE_EVERY || setup->now < setup->listed;
  self->lists_whole = setup->token == NULL || self->is_due;

  return self;
}

/**
 * pln_sync_run_free:
 * @self: (transfer full) (nullable): a run
 */
void
pln_sync_run_free (PlnSyncRun *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < PLN_SYNC_JOB_N_STATES; i++)
    g_queue_clear (&self->queues[i]);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->jobs);
  g_ptr_array_unref (self->twins);
  g_hash_table_unref (self->by_uid);
  g_hash_table_unref (self->hashes);
  g_hash_table_unref (self->hrefs);
  g_hash_table_unref (self->pairs);
  g_hash_table_unref (self->named);
  g_clear_pointer (&self->locals, g_ptr_array_unref);
  g_clear_pointer (&self->agreed, g_ptr_array_unref);
  g_ptr_array_unref (self->result.failed);
  g_ptr_array_unref (self->result.waiting);
  g_ptr_array_unref (self->result.dropped);
  g_clear_error (&self->result.error);
  g_rand_free (self->random);
  g_free (self->calendar);
  g_free (self->own_address);
  g_free (self->old_token);
  g_free (self->old_ctag);
  g_free (self->token);
  g_free (self->ctag);
  g_free (self->peeked_token);
  g_free (self);
}

/**
 * pln_sync_run_get_result:
 * @self: a run
 *
 * Returns: (transfer none): what came of it so far
 */
const PlnSyncResult *
pln_sync_run_get_result (PlnSyncRun *self)
{
  return &self->result;
}

/**
 * pln_sync_run_add_job:
 * @self: a run
 * @uid: (nullable): of the object
 * @href: (nullable): where it is
 * @state: what it waits for
 *
 * Returns: (transfer none): a new job
 */
PlnSyncJob *
pln_sync_run_add_job (PlnSyncRun      *self,
                      const char      *uid,
                      const char      *href,
                      PlnSyncJobState  state)
{
  PlnSyncJob *job = pln_sync_job_new (uid, href);

  g_ptr_array_add (self->jobs, job);
  if (uid != NULL)
    g_hash_table_insert (self->by_uid, job->uid, job);
  pln_sync_run_queue (self, job, state);

  return job;
}

/**
 * pln_sync_run_queue:
 * @self: a run
 * @job: a job that is in no queue
 * @state: what it waits for
 */
void
pln_sync_run_queue (PlnSyncRun      *self,
                    PlnSyncJob      *job,
                    PlnSyncJobState  state)
{
  job->state = state;
  if (state == PLN_SYNC_JOB_DONE)
    pln_sync_job_forget (job);
  else
    g_queue_push_tail (&self->queues[state], job);
}

/**
 * pln_sync_run_note:
 * @notes: a list of a result
 * @job: what it is about
 * @text: what is to be told
 */
void
pln_sync_run_note (GPtrArray        *notes,
                   const PlnSyncJob *job,
                   const char       *text)
{
  PlnSyncNote *note = g_new0 (PlnSyncNote, 1);

  note->uid = g_strdup (job->uid);
  note->title = g_strdup (pln_sync_job_get_title (job));
  note->text = g_strdup (text);
  g_ptr_array_add (notes, note);
}

/**
 * pln_sync_run_fail:
 * @self: a run
 * @job: a job that will not succeed, however often it is tried
 * @why: a sentence
 */
void
pln_sync_run_fail (PlnSyncRun *self,
                   PlnSyncJob *job,
                   const char *why)
{
  pln_sync_run_note (self->result.failed, job, why);
  pln_sync_run_queue (self, job, PLN_SYNC_JOB_DONE);
}

/**
 * pln_sync_run_leave:
 * @self: a run
 * @job: a job that did not succeed now
 * @why: (nullable): a sentence, if the user should know
 *
 * Leaves an object to the next run, which is told of it again.
 */
void
pln_sync_run_leave (PlnSyncRun *self,
                    PlnSyncJob *job,
                    const char *why)
{
  if (why != NULL)
    pln_sync_run_note (self->result.failed, job, why);
  self->holds_token = TRUE;
  self->result.is_again = TRUE;
  pln_sync_run_queue (self, job, PLN_SYNC_JOB_DONE);
}

/**
 * pln_sync_run_stop:
 * @self: a run
 * @error: why nothing more can be done now
 * @retry_after: seconds that the server wants to be left alone, or 0
 */
void
pln_sync_run_stop (PlnSyncRun   *self,
                   const GError *error,
                   guint         retry_after)
{
  self->result.is_again = TRUE;
  self->result.retry_after = MAX (self->result.retry_after, retry_after);
  if (self->result.error == NULL)
    self->result.error = g_error_copy (error);
}

/**
 * pln_sync_run_close:
 * @self: a run
 * @step: a step that it handed out
 *
 * Returns: (transfer full): the step, which is answered
 */
PlnSyncOpenStep *
pln_sync_run_close (PlnSyncRun        *self,
                    const PlnSyncStep *step)
{
  guint at;

  g_assert (g_ptr_array_find (self->steps, step, &at));

  return g_ptr_array_steal_index_fast (self->steps, at);
}

/**
 * pln_sync_run_decide:
 * @self: a run
 * @job: a job of which both sides are known
 *
 * Goes on with an object.
 */
void
pln_sync_run_decide (PlnSyncRun *self,
                     PlnSyncJob *job)
{
  g_autoptr(GError) error = NULL;
  PlnSyncJobState state = pln_sync_job_decide (job, self->own_address, &error);

  if (error != NULL)
    pln_sync_run_fail (self, job, error->message);
  else if ((state != PLN_SYNC_JOB_PUT && state != PLN_SYNC_JOB_DELETE) || pln_sync_run_may_write (self, job))
    pln_sync_run_queue (self, job, state);
}

/**
 * pln_sync_backoff:
 * @n_failures: runs that ended early, one after the other; at least 1
 * @retry_after: what the server said, in seconds, or 0
 * @random: from 0 up to, but without, 1
 *
 * Returns: after how many seconds to try again: exponential, with full jitter,
 *   from 2 s up to 15 min, but not before the server wants it
 */
guint
pln_sync_backoff (guint  n_failures,
                  guint  retry_after,
                  double random)
{
  double most = MIN (2.0 * (1 << MIN (n_failures, 10)), 15.0 * 60);

  return MAX (retry_after, 2 + (guint) (random * (most - 2)));
}
