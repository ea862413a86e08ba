/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-agree.h"
#include "pln-store-answer.h"
#include "pln-store-link.h"
#include "pln-store-round.h"
#include "pln-store-settle.h"
#include "pln-store-worker.h"

static void
free_array (gpointer array)
{
  g_ptr_array_unref (array);
}

/**
 * pln_store_job_list_pairs:
 * @worker: the reader
 * @job: a job, with a calendar
 */
void
pln_store_job_list_pairs (PlnStoreWorker *worker,
                          PlnStoreJob    *job)
{
  job->result = pln_store_agree_list (worker->db, job->data, job->cancellable, &job->error);
  job->result_free = (GDestroyNotify) pln_store_trees_free;
}

/**
 * pln_store_job_get_pairs:
 * @worker: the reader
 * @job: a job, with a calendar and UIDs
 */
void
pln_store_job_get_pairs (PlnStoreWorker *worker,
                         PlnStoreJob    *job)
{
  const char *const *names = job->data;

  job->result = pln_store_agree_get (worker->db, names[0], names + 1, job->cancellable, &job->error);
  job->result_free = free_array;
}

/**
 * pln_store_job_settle:
 * @worker: the writer
 * @job: a job, with a round
 */
void
pln_store_job_settle (PlnStoreWorker *worker,
                      PlnStoreJob    *job)
{
  PlnStoreRound *round = job->data;

  job->result = pln_store_settle (worker->db, round->calendar, round->settled,
                                  round->is_listed ? &round->listed : NULL, &job->error);
  job->result_free = free_array;
  pln_store_worker_changed (worker, job, FALSE);
}

/**
 * pln_store_job_accounts:
 * @worker: the reader
 * @job: a job
 */
void
pln_store_job_accounts (PlnStoreWorker *worker,
                        PlnStoreJob    *job)
{
  job->result = pln_store_account_list (worker->db, &job->error);
  job->result_free = free_array;
}

/**
 * pln_store_job_links:
 * @worker: the reader
 * @job: a job
 */
void
pln_store_job_links (PlnStoreWorker *worker,
                     PlnStoreJob    *job)
{
  job->result = pln_store_link_list (worker->db, &job->error);
  job->result_free = free_array;
}

/**
 * pln_store_job_happenings:
 * @worker: the reader
 * @job: a job
 */
void
pln_store_job_happenings (PlnStoreWorker *worker,
                          PlnStoreJob    *job)
{
  job->result = pln_store_happening_list (worker->db, &job->error);
  job->result_free = free_array;
}

/* Accounts and links outlive the database. */
static void
tell_accounts (PlnStoreWorker *worker,
               PlnStoreJob    *job,
               gboolean        done)
{
  if (done)
    pln_store_worker_save_facts (worker);
  pln_store_worker_changed (worker, job, TRUE);
}

/**
 * pln_store_job_save_account:
 * @worker: the writer
 * @job: a job, with an account
 */
void
pln_store_job_save_account (PlnStoreWorker *worker,
                            PlnStoreJob    *job)
{
  tell_accounts (worker, job, pln_store_account_save (worker->db, job->data, &job->error));
}

/**
 * pln_store_job_remove_account:
 * @worker: the writer
 * @job: a job, with the ID of an account
 */
void
pln_store_job_remove_account (PlnStoreWorker *worker,
                              PlnStoreJob    *job)
{
  tell_accounts (worker, job, pln_store_account_remove (worker->db, job->data, &job->error));
}

/**
 * pln_store_job_save_link:
 * @worker: the writer
 * @job: a job, with a link
 */
void
pln_store_job_save_link (PlnStoreWorker *worker,
                         PlnStoreJob    *job)
{
  tell_accounts (worker, job, pln_store_link_save (worker->db, job->data, &job->error));
}

/**
 * pln_store_job_remove_link:
 * @worker: the writer
 * @job: a job, with a calendar
 */
void
pln_store_job_remove_link (PlnStoreWorker *worker,
                           PlnStoreJob    *job)
{
  tell_accounts (worker, job, pln_store_link_remove (worker->db, job->data, &job->error));
}

/**
 * pln_store_job_add_happening:
 * @worker: the writer
 * @job: a job, with what happened
 */
void
pln_store_job_add_happening (PlnStoreWorker *worker,
                             PlnStoreJob    *job)
{
  pln_store_happening_add (worker->db, job->data, &job->error);
}

/**
 * pln_store_job_questions:
 * @worker: the reader
 * @job: a job
 */
void
pln_store_job_questions (PlnStoreWorker *worker,
                         PlnStoreJob    *job)
{
  job->result = pln_store_question_list (worker->db, &job->error);
  job->result_free = free_array;
}

/**
 * pln_store_job_solve:
 * @worker: the writer
 * @job: a job, with the IDs of questions; its flag is the answer
 */
void
pln_store_job_solve (PlnStoreWorker *worker,
                     PlnStoreJob    *job)
{
  const GArray *ids = job->data;

  pln_store_question_solve (worker->db, (const gint64 *) (gconstpointer) ids->data, ids->len,
                            (PlnStoreAnswer) job->flag, &job->error);
  pln_store_worker_changed (worker, job, FALSE);
}
