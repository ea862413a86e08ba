/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-sync-run-private.h"

#include "pln-sync-tell.h"

#include <glib/gi18n.h>

#define MOST_TRIES 5

/* Takes in what came, and leaves what could not be written for another time. */
static void
settle_here (PlnSyncRun *self,
             PlnSyncJob *job)
{
  pln_sync_run_queue (self, job, pln_sync_job_settle_here (job));
}

static void
refuse (PlnSyncRun *self,
        PlnSyncJob *job,
        const char *why)
{
  if (!job->is_leftover)
    pln_sync_run_note (self->result.failed, job, why);
  settle_here (self, job);
}

/* What of an object the server cannot keep, or may not be given. */
static char *
find_obstacle (PlnSyncRun *self,
               PlnSyncJob *job)
{
  const char *title = pln_sync_job_get_title (job);
  const char *etag = job->is_read ? job->etag : job->pair != NULL ? job->pair->etag : NULL;
  gboolean is_new = job->sent != NULL && job->prior == NULL;
  PlnDavComponents component = is_new ? pln_sync_read_component (job->sent) : 0;

  if (self->setup.is_read_only)
    return g_strdup_printf (_("You may only read this calendar on the server. The change to “%s” is kept on this computer."), title);
  if (is_new && self->setup.components != 0 && component != 0 && (component & self->setup.components) == 0)
    return g_strdup_printf (component == PLN_DAV_NOTES
                            ? _("This calendar on the server does not take notes. “%s” is kept on this computer; choose another calendar for it.")
                            : component == PLN_DAV_ACTIONS
                            ? _("This calendar on the server does not take actions. “%s” is kept on this computer; choose another calendar for it.")
                            : _("This calendar on the server does not take events. “%s” is kept on this computer; choose another calendar for it."),
                            title);
  if (!is_new && etag == NULL)
    return g_strdup_printf (_("The server does not say which version of “%s” it has, so that somebody else’s change could be lost. "
                              "The change is kept on this computer."), title);

  return NULL;
}

/**
 * pln_sync_run_may_write:
 * @self: a run
 * @job: a job that is to be written, or deleted on the server
 *
 * Nothing is written without asking here. What would mail somebody waits until
 * the user says so.
 *
 * Returns: whether it may be done; if not, the job is in its next queue
 */
gboolean
pln_sync_run_may_write (PlnSyncRun *self,
                        PlnSyncJob *job)
{
  GBytes *before = job->sent != NULL ? job->prior : job->is_read ? job->remote : job->pair->remote;
  g_autofree char *obstacle = find_obstacle (self, job);
  g_auto(GStrv) told = NULL;

  if (obstacle != NULL)
    {
      refuse (self, job, obstacle);
      return FALSE;
    }

  told = pln_sync_would_tell (before, job->sent, self->setup.schedules, self->own_address);
  if (told != NULL)
    {
      g_autofree char *whom = g_strjoinv (", ", told);

      pln_sync_run_note (self->result.waiting, job, whom);
      self->result.counts.waiting++;
      settle_here (self, job);
      return FALSE;
    }

  if (job->href == NULL)
    {
      g_autofree char *name = pln_sync_job_name (job->uid, job->n_names);

      job->href = g_strconcat (self->calendar, name, NULL);
    }

  return TRUE;
}

static void
read_again (PlnSyncRun *self,
            PlnSyncJob *job)
{
  if (++job->n_tries > MOST_TRIES)
    pln_sync_run_leave (self, job, NULL);
  else
    pln_sync_run_queue (self, job, job->n_tries == 1 ? PLN_SYNC_JOB_GET : PLN_SYNC_JOB_REST);
}

/**
 * pln_sync_run_refused:
 * @self: a run
 * @job: what was to be written, or deleted on the server
 * @error: what the server answered, if anything
 *
 * Goes on after a write that failed, or whose answer was lost: then only
 * reading tells what became of it.
 */
void
pln_sync_run_refused (PlnSyncRun   *self,
                      PlnSyncJob   *job,
                      const GError *error)
{
  if (job->is_leftover)
    {
      pln_sync_run_queue (self, job, PLN_SYNC_JOB_DONE); /* it is listed again */
      return;
    }

  switch ((PlnDavError) error->code)
    {
    case PLN_DAV_ERROR_CHANGED:
    case PLN_DAV_ERROR_NOT_FOUND:
      read_again (self, job);
      break;
    case PLN_DAV_ERROR_TWIN:
      pln_sync_run_queue (self, job, PLN_SYNC_JOB_LOST);
      break;
    case PLN_DAV_ERROR_OFFLINE:
    case PLN_DAV_ERROR_SERVER:
      g_free (job->why);
      job->why = g_strdup (error->message);
      pln_sync_run_queue (self, job, PLN_SYNC_JOB_CHECK);
      break;
    case PLN_DAV_ERROR_AUTH:
    case PLN_DAV_ERROR_CERTIFICATE:
    case PLN_DAV_ERROR_FORBIDDEN:
    case PLN_DAV_ERROR_MOVED:
    case PLN_DAV_ERROR_REFUSED:
    default:
      refuse (self, job, error->message);
    }
}

static void
settle_sent (PlnSyncRun *self,
             PlnSyncJob *job)
{
  g_autofree char *dropped = NULL;

  pln_sync_run_queue (self, job, pln_sync_job_settle_sent (job, &dropped));
  if (dropped != NULL && g_hash_table_add (self->named, g_strdup (dropped)))
    pln_sync_run_note (self->result.dropped, job, dropped);
}

static void
checked_deletion (PlnSyncRun *self,
                  PlnSyncJob *job)
{
  if (pln_sync_job_is_gone (job))
    pln_sync_run_queue (self, job, pln_sync_job_settle_gone (job));
  else
    pln_sync_run_leave (self, job, job->why);
}

static void
decide_again (PlnSyncRun *self,
              PlnSyncJob *job)
{
  if (++job->n_tries > MOST_TRIES)
    pln_sync_run_leave (self, job, job->why);
  else
    pln_sync_run_decide (self, job);
}

/* The server said that it took it. */
static void
checked_written (PlnSyncRun *self,
                 PlnSyncJob *job)
{
  if (pln_sync_job_is_stored (job) && !job->was_others && pln_sync_job_is_others (job))
    {
      job->was_others = TRUE;
      decide_again (self, job);
    }
  else if (pln_sync_job_is_stored (job))
    settle_sent (self, job);
  else if (pln_sync_job_is_gone (job))
    pln_sync_run_leave (self, job, NULL); /* it lags, or somebody deleted it at once */
  else
    {
      g_autofree char *why = g_strdup_printf (_("The server said that it stored “%s”, but it did not. It is kept on this computer."),
                                              pln_sync_job_get_title (job));

      self->result.is_again = TRUE;
      refuse (self, job, why);
    }
}

/**
 * pln_sync_run_checked:
 * @self: a run
 * @job: a job that was written or deleted, perhaps, and read again
 *
 * Goes on with what the server really has.
 */
void
pln_sync_run_checked (PlnSyncRun *self,
                      PlnSyncJob *job)
{
  if (job->sent == NULL)
    checked_deletion (self, job);
  else if (job->is_written)
    checked_written (self, job);
  else if (pln_sync_job_is_gone (job) && job->prior == NULL)
    pln_sync_run_leave (self, job, job->why);
  else if (pln_sync_job_is_gone (job))
    read_again (self, job);
  else if (pln_sync_job_is_sent (job))
    settle_sent (self, job);
  else if (!pln_sync_job_is_stored (job))
    {
      self->result.is_again = TRUE;
      refuse (self, job, job->why);
    }
  else
    decide_again (self, job);
}
