/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-db.h"

G_BEGIN_DECLS

typedef struct _PlnStoreWorker PlnStoreWorker;
typedef struct _PlnStoreJob PlnStoreJob;

/**
 * PlnStoreNews:
 * @undo_label: (nullable): what would be undone next
 * @redo_label: (nullable): what would be redone next
 * @files_behind: how many files could not be written yet
 * @n_questions: how many questions the user is to decide
 * @has_entries: whether there are entries of the calendar besides gatherings
 * @facts: (nullable): all facts, if they may have changed
 * @gatherings: (element-type utf8): that changed otherwise than by a change
 *   that was handed over
 * @others: whether other objects did
 * @everything: whether anything may have changed
 *
 * How the library stands after a job of the writer.
 */
typedef struct
{
  char       *undo_label;
  char       *redo_label;
  guint       files_behind;
  guint       n_questions;
  gboolean    has_entries;
  GHashTable *facts;
  GPtrArray  *gatherings;
  gboolean    others;
  gboolean    everything;
} PlnStoreNews;

/* Runs on the worker's thread. It sets result, or error. */
typedef void (*PlnStoreJobFunc) (PlnStoreWorker *worker,
                                 PlnStoreJob    *job);
/* Runs on the thread of the context. It owns the job. */
typedef void (*PlnStoreDoneFunc) (PlnStoreJob *job);

/**
 * PlnStoreJob:
 * @run: what is to be done
 * @done: what is called when it is over, on the thread of @context
 * @data: plain data for @run
 * @flag: the same, for what is only a yes or no, or a number
 * @task: only for @done; the worker never touches it
 * @result: plain data from @run
 * @news: (nullable): set by the writer
 *
 * One job for a thread of the store. It holds no reference to the store that
 * the worker could be the last to drop.
 */
struct _PlnStoreJob
{
  PlnStoreJobFunc   run;
  PlnStoreDoneFunc  ready; /* only when opening: as soon as the index answers */
  PlnStoreDoneFunc  done;
  gpointer          data;
  GDestroyNotify    data_free;
  guint             flag;
  GCancellable     *cancellable;
  GMainContext     *context;
  GTask            *task;
  gpointer          result;
  GDestroyNotify    result_free;
  GError           *error;
  PlnStoreNews     *news;
};

void            pln_store_job_free       (PlnStoreJob     *job);

PlnStoreWorker *pln_store_worker_new     (const char      *folder,
                                          gboolean         is_writer);
void            pln_store_worker_push    (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job);
void            pln_store_worker_join    (PlnStoreWorker  *worker);

/* pln-store-jobs.c: the jobs themselves, for the worker's thread. */
void            pln_store_job_open       (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job);
void            pln_store_job_apply      (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job); /* data: PlnChange */
void            pln_store_job_revert     (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job); /* flag: redo; result: label */
void            pln_store_job_refresh    (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job);
void            pln_store_job_look       (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job); /* data: GStrv, calendar and name in turn */
void            pln_store_job_list       (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job);
void            pln_store_job_load       (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job); /* data: uid */
void            pln_store_job_span       (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job); /* data: two gint64, from and to */
void            pln_store_job_event      (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job); /* data: GStrv, UID and instance */
void            pln_store_job_objects    (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job); /* data: GStrv; flag: with parts */
void            pln_store_job_search     (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job); /* data: text; flag: most */
void            pln_store_job_origins    (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job);
void            pln_store_job_bin        (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job);
void            pln_store_job_calendars  (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job);
void            pln_store_job_check      (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job);
void            pln_store_job_backup     (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job); /* data: path */
void            pln_store_job_restore    (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job); /* data: path */
void            pln_store_job_fact       (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job); /* data: GStrv, name and value */

/* pln-store-jobs-sync.c: those of sync. */
void            pln_store_job_list_pairs (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job); /* data: calendar */
void            pln_store_job_get_pairs  (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job); /* data: GStrv, calendar and UIDs */
void            pln_store_job_settle     (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job); /* data: PlnStoreRound */
void            pln_store_job_accounts   (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job);
void            pln_store_job_links      (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job);
void            pln_store_job_happenings (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job);
void            pln_store_job_save_account (PlnStoreWorker *worker,
                                            PlnStoreJob    *job); /* data: PlnStoreAccount */
void            pln_store_job_remove_account (PlnStoreWorker *worker,
                                              PlnStoreJob    *job); /* data: ID */
void            pln_store_job_save_link  (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job); /* data: PlnStoreLink */
void            pln_store_job_remove_link (PlnStoreWorker *worker,
                                           PlnStoreJob    *job); /* data: calendar */
void            pln_store_job_add_happening (PlnStoreWorker *worker,
                                             PlnStoreJob    *job); /* data: PlnStoreHappening */
void            pln_store_job_questions  (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job);
void            pln_store_job_solve      (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job); /* data: GArray of IDs; flag: answer */

/* For the pln-store-jobs*.c files. */
void            pln_store_worker_changed (PlnStoreWorker  *worker,
                                          PlnStoreJob     *job,
                                          gboolean         with_facts);
void            pln_store_worker_save_facts (PlnStoreWorker *worker);

/**
 * PlnStoreWorker:
 * @db: (nullable): the connection; %NULL if it could not be opened
 * @failure: (nullable): why not
 * @last_entry: the last entry of the journal that is known
 *
 * One thread of the store, with its own connection. Everything but the queue
 * belongs to that thread.
 */
struct _PlnStoreWorker
{
  char        *folder;
  gboolean     is_writer;
  GThread     *thread;
  GAsyncQueue *queue;
  PlnStoreDb  *db;
  GError      *failure;
  gint64       last_entry;
};

void            pln_store_worker_tell_ready (PlnStoreWorker *worker,
                                             PlnStoreJob    *job);

G_END_DECLS
