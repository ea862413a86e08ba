/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-answer.h"
#include "pln-store-apply.h"
#include "pln-store-backup.h"
#include "pln-store-bin.h"
#include "pln-store-check.h"
#include "pln-store-event.h"
#include "pln-store-facts.h"
#include "pln-store-files.h"
#include "pln-store-origin.h"
#include "pln-store-read.h"
#include "pln-store-span.h"
#include "pln-store-worker.h"

static void
free_array (gpointer array)
{
  g_ptr_array_unref (array);
}

static void
free_table (gpointer table)
{
  g_hash_table_unref (table);
}

static void
free_strv (gpointer strings)
{
  g_strfreev (strings);
}

static gint64
last_entry (PlnStoreDb *db)
{
  return pln_store_db_number (db, NULL, "SELECT seq FROM sqlite_sequence WHERE name = 'journal'", NULL);
}

static void
add_news_of_gatherings (PlnStoreWorker *worker,
                        PlnStoreNews   *news,
                        gint64          known_after,
                        gint64          known_to)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (worker->db, NULL, "SELECT DISTINCT gathering FROM journal "
                                          "WHERE id > ?1 AND NOT (id > ?2 AND id <= ?3)",
                        "iii", worker->last_entry, known_after, known_to);

  while (rows != NULL && pln_store_rows_next (rows, NULL))
    if (*pln_store_rows_text (rows, 0) != '\0')
      g_ptr_array_add (news->gatherings, g_strdup (pln_store_rows_text (rows, 0)));
    else
      news->others = TRUE;
}

/* Whether the calendar has anything to show but gatherings. */
static gboolean
has_entries (PlnStoreDb *db)
{
  return pln_store_db_number (db, NULL, "SELECT EXISTS (SELECT 1 FROM object "
                                        "WHERE kind IN ('event', 'action', 'session', 'round'))", NULL) == 1;
}

/* How the library stands. The entries of the journal from known_after to
 * known_to are those of a change that the models show already. */
static void
tell_news (PlnStoreWorker *worker,
           PlnStoreJob    *job,
           gint64          known_after,
           gint64          known_to,
           gboolean        with_facts)
{
  PlnStoreNews *news = g_new0 (PlnStoreNews, 1);

  news->undo_label = pln_store_step_label (worker->db, FALSE);
  news->redo_label = pln_store_step_label (worker->db, TRUE);
  news->files_behind = MAX (pln_store_roll_count (worker->db), 0);
  news->n_questions = (guint) pln_store_question_count (worker->db);
  news->has_entries = has_entries (worker->db);
  news->gatherings = g_ptr_array_new_with_free_func (g_free);
  if (with_facts)
    news->facts = pln_store_read_facts (worker->db, NULL);
  add_news_of_gatherings (worker, news, known_after, known_to);
  worker->last_entry = last_entry (worker->db);
  job->news = news;
}

/* Brings files and objects together: writes those that are behind; those that
 * another program changed meanwhile are taken in first. */
static void
settle (PlnStoreWorker *worker)
{
  g_autoptr(GPtrArray) foreign = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_file_free);
  g_autoptr(GPtrArray) missing = g_ptr_array_new ();
  g_autoptr(GPtrArray) again = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_file_free);
  g_autoptr(GError) error = NULL;

  if (!pln_store_roll_forward (worker->db, foreign, &error)
      || (foreign->len > 0 && (!pln_store_take_in (worker->db, foreign, missing, FALSE, &error)
                               || !pln_store_roll_forward (worker->db, again, &error))))
    g_debug ("files stay behind: %s", error->message);
}

/**
 * pln_store_worker_changed:
 * @worker: the writer
 * @job: its job
 * @with_facts: whether the facts may have changed, too
 *
 * The database changed: writes the files, and tells the store how it stands.
 */
void
pln_store_worker_changed (PlnStoreWorker *worker,
                          PlnStoreJob    *job,
                          gboolean        with_facts)
{
  settle (worker);
  tell_news (worker, job, 0, 0, with_facts);
}

/* If something of that cannot be done now, it is done by the next refresh. */
static void
catch_up (PlnStoreWorker *worker,
          gboolean        is_new)
{
  g_autoptr(GError) error = NULL;

  settle (worker);
  if (!pln_store_bin_empty (worker->db, &error) || !pln_store_origin_prune (worker->db, &error)
      || !pln_store_question_prune (worker->db, &error)
      || !pln_store_take_all (worker->db, is_new, &error))
    g_debug ("not up to date: %s", error->message);
  settle (worker);
}

/**
 * pln_store_worker_save_facts:
 * @worker: the writer
 *
 * Writes what must outlive the database. That has it, too, so that nothing is
 * lost if this cannot be done.
 */
void
pln_store_worker_save_facts (PlnStoreWorker *worker)
{
  g_autoptr(GError) error = NULL;

  if (!pln_store_facts_save (worker->db, &error))
    g_debug ("facts only in the database: %s", error->message);
}

/**
 * pln_store_job_open:
 * @worker: the writer
 * @job: a job
 *
 * Opens the library. As soon as the index can be read, that is told; then the
 * files are rolled forward and what other programs changed is taken in.
 */
void
pln_store_job_open (PlnStoreWorker *worker,
                    PlnStoreJob    *job)
{
  g_autoptr(PlnStoreDb) db = pln_store_db_open (worker->folder, &job->error);
  gboolean is_new = FALSE;

  if (db == NULL || !pln_store_schema_prepare (db, &is_new, &job->error)
      || (is_new && !pln_store_facts_load (db, &job->error)))
    {
      g_clear_error (&worker->failure);
      worker->failure = g_error_copy (job->error);
      return;
    }

  worker->db = g_steal_pointer (&db);
  worker->last_entry = last_entry (worker->db);
  pln_store_worker_tell_ready (worker, job);

  catch_up (worker, is_new);
  tell_news (worker, job, 0, 0, TRUE);
  job->news->everything = is_new;
}

/**
 * pln_store_job_apply:
 * @worker: the writer
 * @job: a job, with a [struct@Change]
 */
void
pln_store_job_apply (PlnStoreWorker *worker,
                     PlnStoreJob    *job)
{
  gint64 after = 0;
  gint64 to = 0;

  if (pln_store_apply (worker->db, job->data, &job->error))
    {
      after = worker->db->entries_before;
      to = worker->db->entries_after;
    }
  settle (worker);
  tell_news (worker, job, after, to, FALSE);
}

/**
 * pln_store_job_revert:
 * @worker: the writer
 * @job: a job; its flag says whether to redo
 */
void
pln_store_job_revert (PlnStoreWorker *worker,
                      PlnStoreJob    *job)
{
  job->result = pln_store_revert (worker->db, job->flag != 0, &job->error);
  job->result_free = g_free;
  pln_store_worker_changed (worker, job, FALSE);
}

/**
 * pln_store_job_refresh:
 * @worker: the writer
 * @job: a job
 *
 * Looks at everything.
 */
void
pln_store_job_refresh (PlnStoreWorker *worker,
                       PlnStoreJob    *job)
{
  settle (worker);
  pln_store_take_all (worker->db, FALSE, &job->error);
  pln_store_worker_changed (worker, job, TRUE);
}

/**
 * pln_store_job_look:
 * @worker: the writer
 * @job: a job, with calendars and names of files in turn
 *
 * Looks at some files, and at what another program wrote to the database.
 */
void
pln_store_job_look (PlnStoreWorker *worker,
                    PlnStoreJob    *job)
{
  if (!pln_store_take_some (worker->db, job->data, &job->error))
    return;

  pln_store_worker_changed (worker, job, TRUE);
}

/**
 * pln_store_job_list:
 * @worker: the reader
 * @job: a job; its flag becomes whether there is anything else for the calendar
 */
void
pln_store_job_list (PlnStoreWorker *worker,
                    PlnStoreJob    *job)
{
  job->result = pln_store_read_gatherings (worker->db, job->cancellable, &job->error);
  job->flag = has_entries (worker->db);
  job->result_free = free_array;
}

/**
 * pln_store_job_load:
 * @worker: the reader
 * @job: a job, with a UID
 */
void
pln_store_job_load (PlnStoreWorker *worker,
                    PlnStoreJob    *job)
{
  job->result = pln_store_read_gathering (worker->db, job->data, &job->error);
  job->result_free = g_object_unref;
}

/**
 * pln_store_job_span:
 * @worker: the reader
 * @job: a job, with two times
 */
void
pln_store_job_span (PlnStoreWorker *worker,
                    PlnStoreJob    *job)
{
  const gint64 *times = job->data;

  job->result = pln_store_read_span (worker->db, times[0], times[1], job->cancellable, &job->error);
  job->result_free = free_array;
}

/**
 * pln_store_job_event:
 * @worker: the reader
 * @job: a job, with a UID and an instance
 */
void
pln_store_job_event (PlnStoreWorker *worker,
                     PlnStoreJob    *job)
{
  char **names = job->data;

  job->result = pln_store_read_event (worker->db, names[0], names[1], &job->error);
  job->result_free = g_object_unref;
}

/**
 * pln_store_job_objects:
 * @worker: the reader
 * @job: a job, with UIDs, or %NULL; its flag says whether with parts
 */
void
pln_store_job_objects (PlnStoreWorker *worker,
                       PlnStoreJob    *job)
{
  job->result = pln_store_read_objects (worker->db, job->data, job->flag != 0, job->cancellable, &job->error);
  job->result_free = free_array;
}

/**
 * pln_store_job_origins:
 * @worker: the reader
 * @job: a job, with a UID
 */
void
pln_store_job_origins (PlnStoreWorker *worker,
                       PlnStoreJob    *job)
{
  job->result = pln_store_origin_list (worker->db, job->data, &job->error);
  job->result_free = free_table;
}

/**
 * pln_store_job_search:
 * @worker: the reader
 * @job: a job, with a text; its flag says how many hits at most
 */
void
pln_store_job_search (PlnStoreWorker *worker,
                      PlnStoreJob    *job)
{
  job->result = pln_store_search (worker->db, job->data, job->flag, job->cancellable, &job->error);
  job->result_free = free_array;
}

/**
 * pln_store_job_bin:
 * @worker: the reader
 * @job: a job
 */
void
pln_store_job_bin (PlnStoreWorker *worker,
                   PlnStoreJob    *job)
{
  job->result = pln_store_bin_list (worker->db, &job->error);
  job->result_free = free_array;
}

/**
 * pln_store_job_calendars:
 * @worker: the reader
 * @job: a job
 */
void
pln_store_job_calendars (PlnStoreWorker *worker,
                         PlnStoreJob    *job)
{
  GPtrArray *names = pln_store_read_calendars (worker->db, &job->error);

  if (names == NULL)
    return;
  g_ptr_array_add (names, NULL);
  job->result = g_ptr_array_free (names, FALSE);
  job->result_free = free_strv;
}

/**
 * pln_store_job_check:
 * @worker: the writer
 * @job: a job
 */
void
pln_store_job_check (PlnStoreWorker *worker,
                     PlnStoreJob    *job)
{
  job->result = pln_store_check (worker->db, job->cancellable, &job->error);
  job->result_free = (GDestroyNotify) pln_store_health_free;
}

/**
 * pln_store_job_backup:
 * @worker: the reader
 * @job: a job, with a path
 */
void
pln_store_job_backup (PlnStoreWorker *worker,
                      PlnStoreJob    *job)
{
  pln_store_backup (worker->db, job->data, job->cancellable, &job->error);
}

/**
 * pln_store_job_restore:
 * @worker: the writer
 * @job: a job, with a path
 */
void
pln_store_job_restore (PlnStoreWorker *worker,
                       PlnStoreJob    *job)
{
  gboolean done = pln_store_restore (worker->db, job->data, job->cancellable, &job->error);

  settle (worker);
  if (done)
    pln_store_worker_save_facts (worker);
  tell_news (worker, job, 0, 0, TRUE);
  job->news->everything = done;
}

/**
 * pln_store_job_fact:
 * @worker: the writer
 * @job: a job, with a name and a value
 */
void
pln_store_job_fact (PlnStoreWorker *worker,
                    PlnStoreJob    *job)
{
  char **fact = job->data;

  if (pln_store_facts_set (worker->db, fact[0], fact[1], &job->error))
    pln_store_worker_save_facts (worker);
  tell_news (worker, job, 0, 0, TRUE);
}
