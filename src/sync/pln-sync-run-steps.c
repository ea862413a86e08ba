/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-sync-run-private.h"

#define MOST_READS 3 /* at once; and one write */

static guint
count_open (PlnSyncRun      *self,
            PlnSyncStepKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < self->steps->len; i++)
    n += ((PlnSyncStep *) g_ptr_array_index (self->steps, i))->kind == kind;

  return n;
}

static PlnSyncOpenStep *
open_step (PlnSyncRun      *self,
           PlnSyncStepKind  kind)
{
  PlnSyncOpenStep *open = g_new0 (PlnSyncOpenStep, 1);

  open->step.kind = kind;
  open->jobs = g_ptr_array_new ();
  g_ptr_array_add (self->steps, open);

  return open;
}

static PlnSyncOpenStep *
open_batch (PlnSyncRun      *self,
            PlnSyncStepKind  kind,
            PlnSyncJobState  state,
            guint            most)
{
  PlnSyncOpenStep *open = open_step (self, kind);
  PlnSyncJob *job;

  while (open->jobs->len < most && (job = g_queue_peek_head (&self->queues[state])) != NULL
         && !(job->is_alone && open->jobs->len > 0))
    {
      g_ptr_array_add (open->jobs, g_queue_pop_head (&self->queues[state]));
      if (job->is_alone)
        break;
    }

  return open;
}

static const PlnSyncStep *
open_reading (PlnSyncRun      *self,
              PlnSyncStepKind  kind,
              PlnSyncJobState  state)
{
  PlnSyncOpenStep *open = open_batch (self, kind, state, PLN_SYNC_BATCH);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < open->jobs->len; i++)
    {
      const PlnSyncJob *job = g_ptr_array_index (open->jobs, i);

      g_ptr_array_add (names, g_strdup (kind == PLN_SYNC_STEP_GET ? job->href : job->uid));
    }
  g_ptr_array_add (names, NULL);
  open->step.names = (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);

  return &open->step;
}

static const PlnSyncStep *
open_writing (PlnSyncRun      *self,
              PlnSyncStepKind  kind,
              PlnSyncJobState  state)
{
  PlnSyncOpenStep *open = open_batch (self, kind, state, 1);
  const PlnSyncJob *job = g_ptr_array_index (open->jobs, 0);
  gboolean is_new = kind == PLN_SYNC_STEP_PUT && job->prior == NULL;

  open->step.href = g_strdup (job->href);
  open->step.title = g_strdup (pln_sync_job_get_title (job));
  open->step.text = job->sent != NULL ? g_bytes_ref (job->sent) : NULL;
  if (!is_new)
    {
      open->step.etag = g_strdup (job->is_read ? job->etag : job->pair->etag);
      open->step.schedule_tag = g_strdup (job->is_read ? job->schedule_tag : job->pair->schedule_tag);
    }

  return &open->step;
}

static const PlnSyncStep *
open_settling (PlnSyncRun *self)
{
  PlnSyncOpenStep *open = open_batch (self, PLN_SYNC_STEP_SETTLE, PLN_SYNC_JOB_SETTLE, PLN_SYNC_BATCH);

  open->step.settled = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_settled_free);
  for (guint i = 0; i < open->jobs->len; i++)
    {
      PlnSyncJob *job = g_ptr_array_index (open->jobs, i);

      g_ptr_array_add (open->step.settled, g_steal_pointer (&job->settled));
    }

  return &open->step;
}

/* The token goes last, alone: what changed here while the rest was settled
 * would be forgotten if it went along. */
static const PlnSyncStep *
open_last (PlnSyncRun *self)
{
  PlnSyncOpenStep *open;

  self->asked_last = TRUE;
  if (self->holds_token || (!self->is_whole && g_strcmp0 (self->token, self->old_token) == 0
                            && g_strcmp0 (self->ctag, self->old_ctag) == 0))
    return NULL;

  open = open_step (self, PLN_SYNC_STEP_SETTLE);
  open->step.settled = g_ptr_array_new ();
  open->step.token = g_strdup (self->token);
  open->step.ctag = g_strdup (self->ctag);
  open->step.is_last = TRUE;
  open->step.is_whole = self->is_whole;

  return &open->step;
}

static const PlnSyncStep *
open_wait (PlnSyncRun *self)
{
  PlnSyncOpenStep *open = open_step (self, PLN_SYNC_STEP_WAIT);
  guint n_tries = 1;
  PlnSyncJob *job;

  while ((job = g_queue_pop_head (&self->queues[PLN_SYNC_JOB_REST])) != NULL)
    {
      n_tries = MAX (n_tries, job->n_tries);
      g_ptr_array_add (open->jobs, job);
    }
  open->step.milliseconds = g_rand_int_range (self->random, 50, 200 << MIN (n_tries, 6));

  return &open->step;
}

static const PlnSyncStep *
open_listing (PlnSyncRun *self,
              gboolean    is_for_twins)
{
  PlnSyncOpenStep *open = open_step (self, PLN_SYNC_STEP_LIST);

  open->is_for_twins = is_for_twins;
  open->step.token = is_for_twins || self->lists_whole ? NULL : g_strdup (self->old_token);

  return &open->step;
}

static const PlnSyncStep *
open_first (PlnSyncRun *self)
{
  if (!self->asked_peek)
    {
      self->asked_peek = TRUE;
      return &open_step (self, PLN_SYNC_STEP_PEEK)->step;
    }
  if (!self->asked_trees)
    {
      self->asked_trees = TRUE;
      return &open_step (self, PLN_SYNC_STEP_TREES)->step;
    }
  if (!self->was_peeked || self->locals == NULL || self->asked_list)
    return NULL;

  self->asked_list = TRUE;
  if (!self->is_unchanged)
    return open_listing (self, FALSE);

  pln_sync_run_plan (self, NULL);

  return pln_sync_run_next (self);
}

static gboolean
has (PlnSyncRun      *self,
     PlnSyncJobState  state)
{
  return !g_queue_is_empty (&self->queues[state]);
}

static gboolean
is_many (PlnSyncRun      *self,
         PlnSyncJobState  state)
{
  return self->queues[state].length >= PLN_SYNC_BATCH;
}

/* Writes go one after the other: servers lock the calendar for each. */
static const PlnSyncStep *
open_write (PlnSyncRun *self)
{
  if (count_open (self, PLN_SYNC_STEP_PUT) + count_open (self, PLN_SYNC_STEP_DELETE) > 0)
    return NULL;
  if (has (self, PLN_SYNC_JOB_PUT))
    return open_writing (self, PLN_SYNC_STEP_PUT, PLN_SYNC_JOB_PUT);
  if (has (self, PLN_SYNC_JOB_DELETE))
    return open_writing (self, PLN_SYNC_STEP_DELETE, PLN_SYNC_JOB_DELETE);

  return NULL;
}

static gboolean
is_store_free (PlnSyncRun *self)
{
  return count_open (self, PLN_SYNC_STEP_TEXTS) + count_open (self, PLN_SYNC_STEP_SETTLE) == 0;
}

static const PlnSyncStep *
open_work (PlnSyncRun *self)
{
  const PlnSyncStep *step = NULL;
  gboolean is_reading = has (self, PLN_SYNC_JOB_GET) || count_open (self, PLN_SYNC_STEP_GET) > 0;

  if (is_many (self, PLN_SYNC_JOB_SETTLE) && is_store_free (self))
    return open_settling (self);
  if (has (self, PLN_SYNC_JOB_GET) && count_open (self, PLN_SYNC_STEP_GET) < MOST_READS
      && self->queues[PLN_SYNC_JOB_SETTLE].length < MOST_READS * PLN_SYNC_BATCH)
    return open_reading (self, PLN_SYNC_STEP_GET, PLN_SYNC_JOB_GET);
  if (!self->is_open && !is_reading)
    pln_sync_run_open (self);
  if (self->is_open && (step = open_write (self)) != NULL)
    return step;
  if (has (self, PLN_SYNC_JOB_TEXTS) && is_store_free (self) && !is_many (self, PLN_SYNC_JOB_PUT)
      && !is_many (self, PLN_SYNC_JOB_CHECK))
    return open_reading (self, PLN_SYNC_STEP_TEXTS, PLN_SYNC_JOB_TEXTS);
  if (is_many (self, PLN_SYNC_JOB_CHECK) && count_open (self, PLN_SYNC_STEP_GET) < MOST_READS)
    return open_reading (self, PLN_SYNC_STEP_GET, PLN_SYNC_JOB_CHECK);
  if (has (self, PLN_SYNC_JOB_REST) && count_open (self, PLN_SYNC_STEP_WAIT) == 0)
    return open_wait (self);

  return NULL;
}

/* What is left when nothing else is under way. */
static const PlnSyncStep *
open_rest (PlnSyncRun *self)
{
  if (has (self, PLN_SYNC_JOB_CHECK))
    return open_reading (self, PLN_SYNC_STEP_GET, PLN_SYNC_JOB_CHECK);
  if (has (self, PLN_SYNC_JOB_SETTLE))
    return open_settling (self);
  if (has (self, PLN_SYNC_JOB_LOST) && !self->listed_twins)
    {
      self->listed_twins = TRUE;
      return open_listing (self, TRUE);
    }
  pln_sync_run_give_up_lost (self);

  return self->asked_last ? NULL : open_last (self);
}

/* When the server cannot be reached any more, what came before is kept. */
static gboolean
may_settle_late (PlnSyncRun *self)
{
  return !self->store_failed && has (self, PLN_SYNC_JOB_SETTLE) && is_store_free (self);
}

/**
 * pln_sync_run_next:
 * @self: a run
 *
 * Hands out something to do. Steps that do not depend on each other are handed
 * out without waiting for an answer: who carries them out asks again at once,
 * unless as many requests are under way as a server should be given, and again
 * after each answer.
 *
 * Returns: (transfer none) (nullable): a step; %NULL if answers are waited for,
 *   or the run is done
 */
const PlnSyncStep *
pln_sync_run_next (PlnSyncRun *self)
{
  const PlnSyncStep *step;

  if (self->result.error != NULL)
    return may_settle_late (self) ? open_settling (self) : NULL;
  if (!self->is_planned)
    return open_first (self);

  step = open_work (self);

  return step != NULL || self->steps->len > 0 ? step : open_rest (self);
}

/**
 * pln_sync_run_is_done:
 * @self: a run whose last [func@run_next] handed out nothing
 *
 * Returns: whether it is over: nothing is under way any more
 */
gboolean
pln_sync_run_is_done (PlnSyncRun *self)
{
  return self->steps->len == 0 && (self->result.error != NULL ? !may_settle_late (self) : self->asked_last);
}

/**
 * pln_sync_run_count:
 * @self: a run
 * @n_done: (out): how many objects it is done with
 * @n_total: (out): of how many that are to be brought together; 0 while that
 *   is not known
 *
 * Returns: whether it writes, and not only reads
 */
gboolean
pln_sync_run_count (PlnSyncRun *self,
                    guint      *n_done,
                    guint      *n_total)
{
  guint n_open = 0;

  for (guint i = 0; i < PLN_SYNC_JOB_N_STATES; i++)
    n_open += self->queues[i].length;
  for (guint i = 0; i < self->steps->len; i++)
    n_open += ((PlnSyncOpenStep *) g_ptr_array_index (self->steps, i))->jobs->len;
  *n_total = self->jobs->len;
  *n_done = self->jobs->len - MIN (n_open, self->jobs->len);

  return count_open (self, PLN_SYNC_STEP_PUT) + count_open (self, PLN_SYNC_STEP_DELETE) > 0;
}
