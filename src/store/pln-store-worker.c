/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-worker.h"
#include "pln-config.h"

#include <glib/gi18n.h>

static PlnStoreJob quit; /* its address ends a thread */

static void
news_free (PlnStoreNews *news)
{
  g_free (news->undo_label);
  g_free (news->redo_label);
  g_clear_pointer (&news->facts, g_hash_table_unref);
  g_ptr_array_unref (news->gatherings);
  g_free (news);
}

/**
 * pln_store_job_free:
 * @job: (transfer full): a job that is over
 *
 * To be called on the thread of its context, as it may drop the last reference
 * to the store.
 */
void
pln_store_job_free (PlnStoreJob *job)
{
  if (job->data_free != NULL)
    job->data_free (job->data);
  if (job->result != NULL && job->result_free != NULL)
    job->result_free (job->result);
  g_clear_pointer (&job->news, news_free);
  g_clear_error (&job->error);
  g_clear_object (&job->cancellable);
  g_clear_object (&job->task);
  g_main_context_unref (job->context);
  g_free (job);
}

static gboolean
done_cb (gpointer user_data)
{
  PlnStoreJob *job = user_data;

  job->done (job);

  return G_SOURCE_REMOVE;
}

static gboolean
ready_cb (gpointer user_data)
{
  PlnStoreJob *job = user_data;

  job->ready (job);

  return G_SOURCE_REMOVE;
}

/* Not g_main_context_invoke(): that would call it at once if the context has
 * no owner just now. Messages arrive in their order. */
static void
post (PlnStoreJob *job,
      GSourceFunc  function)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, function, job, NULL);
  g_source_attach (source, job->context);
}

/**
 * pln_store_worker_tell_ready:
 * @worker: the writer
 * @job: the job that opens the library
 *
 * Says that the index can be read, while the job goes on.
 */
void
pln_store_worker_tell_ready (PlnStoreWorker *worker,
                             PlnStoreJob    *job)
{
  post (job, ready_cb);
}

static gboolean
can_run (PlnStoreWorker *worker,
         PlnStoreJob    *job)
{
  if (g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
    return FALSE;

  if (worker->db != NULL || job->run == pln_store_job_open)
    return TRUE;

  if (!worker->is_writer)
    worker->db = pln_store_db_open_reader (worker->folder, &job->error);
  else if (worker->failure != NULL)
    job->error = g_error_copy (worker->failure);
  else
    job->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, _("The library is not open."));

  return worker->db != NULL;
}

static gpointer
worker_thread (gpointer data)
{
  PlnStoreWorker *worker = data;
  PlnStoreJob *job;

  while ((job = g_async_queue_pop (worker->queue)) != &quit)
    {
      if (can_run (worker, job))
        job->run (worker, job);
      post (job, done_cb);
    }
  g_clear_pointer (&worker->db, pln_store_db_close);

  return NULL;
}

/**
 * pln_store_worker_new:
 * @folder: a library
 * @is_writer: whether it is the one that writes
 *
 * Starts a thread that does its jobs in their order.
 *
 * Returns: (transfer full): a worker, ended by [func@store_worker_join]
 */
PlnStoreWorker *
pln_store_worker_new (const char *folder,
                      gboolean    is_writer)
{
  PlnStoreWorker *worker = g_new0 (PlnStoreWorker, 1);

  worker->folder = g_strdup (folder);
  worker->is_writer = is_writer;
  worker->queue = g_async_queue_new ();
  worker->thread = g_thread_new (is_writer ? "store-writer" : "store-reader", worker_thread, worker);

  return worker;
}

/**
 * pln_store_worker_push:
 * @worker: a worker
 * @job: (transfer full): what it shall do
 */
void
pln_store_worker_push (PlnStoreWorker *worker,
                       PlnStoreJob    *job)
{
  g_async_queue_push (worker->queue, job);
}

/**
 * pln_store_worker_join:
 * @worker: (transfer full): a worker
 *
 * Waits until all its jobs are done.
 */
void
pln_store_worker_join (PlnStoreWorker *worker)
{
  g_async_queue_push (worker->queue, &quit);
  g_thread_join (worker->thread);
  g_async_queue_unref (worker->queue);
  g_clear_error (&worker->failure);
  g_free (worker->folder);
  g_free (worker);
}
