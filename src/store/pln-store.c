/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store.h"
#include "pln-store-link.h"
#include "pln-store-private.h"
#include "pln-store-watch.h"
#include "pln-config.h"

#include "pln-str.h"

#include <glib/gi18n.h>

/**
 * PlnStore:
 *
 * A library: one folder, whose database makes changes durable and whose
 * calendar files every program can read.
 *
 * All functions are called on the thread that made it. The work is done on two
 * threads: one writes, in the order of the calls; the other one reads, so that
 * lists and searches do not wait for an import. What a change did is seen by
 * what is read after it was finished. Functions that read may be called as
 * soon as the library is being opened; they are answered from the index before
 * the files were looked at.
 */
struct _PlnStore
{
  GObject         parent_instance;

  char           *folder;
  char           *undo_label;
  char           *redo_label;
  guint           files_behind;
  guint           n_questions;
  gboolean        has_entries;
  GHashTable     *facts;

  GMainContext   *context;
  PlnStoreWorker *writer;
  PlnStoreWorker *reader;
  GQueue          waiting;  /* PlnStoreJob for the reader, until there is something to read */
  gboolean        is_ready;
  gboolean        is_closed;
  GError         *failure;
  PlnStoreWatch  *watch;
};

G_DEFINE_FINAL_TYPE (PlnStore, pln_store, G_TYPE_OBJECT)

enum
{
  PROP_UNDO_LABEL = 1,
  PROP_REDO_LABEL,
  PROP_FILES_BEHIND,
  PROP_HAS_ENTRIES,
  PROP_N_QUESTIONS,
  N_PROPERTIES,
};

enum
{
  CHANGED,
  ACCOUNTS_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/**
 * pln_store_job_new:
 * @self: a store
 * @run: what is to be done on the worker's thread
 * @done: what is called on this one when it is over
 * @tag: the function that was called
 * @cancellable: (nullable): stops it
 * @callback: what the caller wants to be called
 * @user_data: data for @callback
 *
 * Returns: (transfer full): a job, to be filled and pushed
 */
PlnStoreJob *
pln_store_job_new (PlnStore            *self,
                   PlnStoreJobFunc      run,
                   PlnStoreDoneFunc     done,
                   gpointer             tag,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  PlnStoreJob *job = g_new0 (PlnStoreJob, 1);

  job->run = run;
  job->done = done;
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  job->context = g_main_context_ref (self->context);
  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, tag);

  return job;
}

static void
job_fail (PlnStoreJob *job,
          GError      *error) /* (transfer full) */
{
  g_task_return_error (job->task, error);
  pln_store_job_free (job);
}

static GError *
closed_error (PlnStore *self)
{
  if (self->failure != NULL)
    return g_error_copy (self->failure);

  return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CLOSED, _("The library was closed."));
}

/**
 * pln_store_push_write:
 * @self: a store
 * @job: (transfer full): a job for the writer
 */
void
pln_store_push_write (PlnStore    *self,
                      PlnStoreJob *job)
{
  if (self->is_closed)
    job_fail (job, closed_error (self));
  else
    pln_store_worker_push (self->writer, job);
}

/**
 * pln_store_push_read:
 * @self: a store
 * @job: (transfer full): a job for the reader
 */
void
pln_store_push_read (PlnStore    *self,
                     PlnStoreJob *job)
{
  if (self->is_closed || self->failure != NULL)
    job_fail (job, closed_error (self));
  else if (!self->is_ready)
    g_queue_push_tail (&self->waiting, job);
  else
    pln_store_worker_push (self->reader, job);
}

static void
answer_waiting (PlnStore *self)
{
  PlnStoreJob *job;

  while ((job = g_queue_pop_head (&self->waiting)) != NULL)
    pln_store_push_read (self, job);
}

static void
set_has_entries (PlnStore *self,
                 gboolean  has_entries)
{
  if (self->has_entries == has_entries)
    return;

  self->has_entries = has_entries;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_ENTRIES]);
}

static void
set_labels (PlnStore     *self,
            PlnStoreNews *news)
{
  if (pln_set_str (&self->undo_label, news->undo_label))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  if (pln_set_str (&self->redo_label, news->redo_label))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
  if (self->files_behind != news->files_behind)
    {
      self->files_behind = news->files_behind;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILES_BEHIND]);
    }
  if (self->n_questions != news->n_questions)
    {
      self->n_questions = news->n_questions;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_QUESTIONS]);
    }
}

static void
set_facts (PlnStore   *self,
           GHashTable *facts) /* (transfer full) */
{
  gboolean same_accounts = g_strcmp0 (g_hash_table_lookup (self->facts, PLN_STORE_FACT_ACCOUNTS),
                                      g_hash_table_lookup (facts, PLN_STORE_FACT_ACCOUNTS)) == 0;

  g_hash_table_unref (self->facts);
  self->facts = facts;
  if (!same_accounts)
    g_signal_emit (self, signals[ACCOUNTS_CHANGED], 0);
}

static void
take_news (PlnStore     *self,
           PlnStoreNews *news)
{
  if (news == NULL)
    return;

  if (news->facts != NULL)
    set_facts (self, g_steal_pointer (&news->facts));
  set_labels (self, news);
  set_has_entries (self, news->has_entries);
  if (news->everything)
    g_signal_emit (self, signals[CHANGED], 0, NULL, TRUE);
  else if (news->gatherings->len > 0 || news->others)
    {
      g_ptr_array_add (news->gatherings, NULL);
      g_signal_emit (self, signals[CHANGED], 0, news->gatherings->pdata, news->others);
    }
}

/**
 * pln_store_done_plain:
 * @job: (transfer full): a job that gives nothing but success or an error
 */
void
pln_store_done_plain (PlnStoreJob *job)
{
  take_news (g_task_get_source_object (job->task), job->news);
  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_boolean (job->task, TRUE);
  pln_store_job_free (job);
}

/**
 * pln_store_done_pointer:
 * @job: (transfer full): a job that gives its result
 */
void
pln_store_done_pointer (PlnStoreJob *job)
{
  take_news (g_task_get_source_object (job->task), job->news);
  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->result_free);
  pln_store_job_free (job);
}

/**
 * pln_store_ready:
 * @job: the job that opens the library, and goes on
 *
 * The index can be read.
 */
void
pln_store_ready (PlnStoreJob *job)
{
  PlnStore *self = g_task_get_source_object (job->task);

  self->is_ready = TRUE;
  answer_waiting (self);
}

/**
 * pln_store_done_list:
 * @job: (transfer full): the job that listed the gatherings
 */
void
pln_store_done_list (PlnStoreJob *job)
{
  g_autoptr(PlnStore) self = g_object_ref (g_task_get_source_object (job->task));
  gboolean has_entries = job->error == NULL ? job->flag != 0 : self->has_entries;

  pln_store_done_pointer (job);
  set_has_entries (self, has_entries); /* the gatherings come first */
}

/**
 * pln_store_done_open:
 * @job: (transfer full): the job that opened the library
 */
void
pln_store_done_open (PlnStoreJob *job)
{
  PlnStore *self = g_task_get_source_object (job->task);

  g_clear_error (&self->failure);
  if (job->error != NULL)
    {
      self->failure = g_error_copy (job->error);
      answer_waiting (self);
    }
  pln_store_done_plain (job);
}

static void
pln_store_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  PlnStore *self = PLN_STORE (object);

  switch (property_id)
    {
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    case PROP_FILES_BEHIND:
      g_value_set_uint (value, self->files_behind);
      break;
    case PROP_HAS_ENTRIES:
      g_value_set_boolean (value, self->has_entries);
      break;
    case PROP_N_QUESTIONS:
      g_value_set_uint (value, self->n_questions);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

/* Jobs hold a reference, by their tasks: when this runs, none is under way. */
static void
pln_store_dispose (GObject *object)
{
  pln_store_close (PLN_STORE (object));

  G_OBJECT_CLASS (pln_store_parent_class)->dispose (object);
}

static void
pln_store_finalize (GObject *object)
{
  PlnStore *self = PLN_STORE (object);

  g_free (self->folder);
  g_free (self->undo_label);
  g_free (self->redo_label);
  g_hash_table_unref (self->facts);
  g_clear_error (&self->failure);
  g_main_context_unref (self->context);

  G_OBJECT_CLASS (pln_store_parent_class)->finalize (object);
}

static void
pln_store_class_init (PlnStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pln_store_get_property;
  object_class->dispose = pln_store_dispose;
  object_class->finalize = pln_store_finalize;

  /**
   * PlnStore:undo-label:
   *
   * What would be undone next, or %NULL.
   */
  properties[PROP_UNDO_LABEL] =
    g_param_spec_string ("undo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * PlnStore:redo-label:
   *
   * What would be redone next, or %NULL.
   */
  properties[PROP_REDO_LABEL] =
    g_param_spec_string ("redo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * PlnStore:files-behind:
   *
   * How many calendar files could not be written yet. What they lack is
   * durable in the database; they are tried again with each change.
   */
  properties[PROP_FILES_BEHIND] =
    g_param_spec_uint ("files-behind", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * PlnStore:has-entries:
   *
   * Whether there are entries of the calendar besides gatherings. Known when the
   * gatherings are listed.
   */
  properties[PROP_HAS_ENTRIES] =
    g_param_spec_boolean ("has-entries", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * PlnStore:n-questions:
   *
   * How many questions the user is to decide.
   */
  properties[PROP_N_QUESTIONS] =
    g_param_spec_uint ("n-questions", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * PlnStore::changed:
   * @self: a store
   * @gatherings: (nullable) (array zero-terminated=1): UIDs of gatherings that
   *   changed, or something that belongs to them; %NULL: anything may have
   * @others: whether objects changed that belong to no gathering
   *
   * Something changed by undo, redo, restore, another program or a file; not
   * by a change that was handed to [method@Store.apply_async], unless its
   * gathering was changed by another program as well.
   */
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRV, G_TYPE_BOOLEAN);

  /**
   * PlnStore::accounts-changed:
   * @self: a store
   *
   * Accounts or links changed, here or by another program.
   */
  signals[ACCOUNTS_CHANGED] =
    g_signal_new ("accounts-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
pln_store_init (PlnStore *self)
{
  self->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->context = g_main_context_ref_thread_default ();
  g_queue_init (&self->waiting);
}

/**
 * pln_store_new:
 * @folder: the library; it is made when it is opened, if it is not there
 *
 * Returns: (transfer full): a store that is not open yet
 */
PlnStore *
pln_store_new (const char *folder)
{
  PlnStore *self = g_object_new (PLN_TYPE_STORE, NULL);

  self->folder = g_canonicalize_filename (folder, NULL);
  self->writer = pln_store_worker_new (self->folder, TRUE);
  self->reader = pln_store_worker_new (self->folder, FALSE);

  return self;
}

/**
 * pln_store_get_folder:
 * @self: a store
 *
 * Returns: (transfer none): the folder, as an absolute path
 */
const char *
pln_store_get_folder (PlnStore *self)
{
  g_return_val_if_fail (PLN_IS_STORE (self), NULL);

  return self->folder;
}

/**
 * pln_store_get_undo_label:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): what would be undone next
 */
const char *
pln_store_get_undo_label (PlnStore *self)
{
  g_return_val_if_fail (PLN_IS_STORE (self), NULL);

  return self->undo_label;
}

/**
 * pln_store_get_redo_label:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): what would be redone next
 */
const char *
pln_store_get_redo_label (PlnStore *self)
{
  g_return_val_if_fail (PLN_IS_STORE (self), NULL);

  return self->redo_label;
}

/**
 * pln_store_get_has_entries:
 * @self: a store
 *
 * Returns: [property@Store:has-entries]
 */
gboolean
pln_store_get_has_entries (PlnStore *self)
{
  g_return_val_if_fail (PLN_IS_STORE (self), FALSE);

  return self->has_entries;
}

/**
 * pln_store_get_n_questions:
 * @self: a store
 *
 * Returns: [property@Store:n-questions]
 */
guint
pln_store_get_n_questions (PlnStore *self)
{
  g_return_val_if_fail (PLN_IS_STORE (self), 0);

  return self->n_questions;
}

/**
 * pln_store_get_files_behind:
 * @self: a store
 *
 * Returns: how many calendar files could not be written yet
 */
guint
pln_store_get_files_behind (PlnStore *self)
{
  g_return_val_if_fail (PLN_IS_STORE (self), 0);

  return self->files_behind;
}

/**
 * pln_store_close:
 * @self: a store
 *
 * Waits until everything that was handed over is durable, and closes the
 * library. Callbacks that are due come with the next iterations of the main
 * context. Nothing else can be done with the store afterwards.
 */
void
pln_store_close (PlnStore *self)
{
  g_return_if_fail (PLN_IS_STORE (self));

  if (self->is_closed)
    return;

  self->is_closed = TRUE;
  g_clear_pointer (&self->watch, pln_store_watch_free);
  answer_waiting (self);
  g_clear_pointer (&self->reader, pln_store_worker_join);
  g_clear_pointer (&self->writer, pln_store_worker_join);
}

/**
 * pln_store_get_fact:
 * @self: a store that is open
 * @name: such as `identity.name`
 *
 * Returns: (transfer none): what it is, "" if it was never set; valid until
 *   the main context runs
 */
const char *
pln_store_get_fact (PlnStore   *self,
                    const char *name)
{
  const char *value;

  g_return_val_if_fail (PLN_IS_STORE (self), "");

  value = g_hash_table_lookup (self->facts, name);

  return value != NULL ? value : "";
}

static void
free_strv (gpointer strings)
{
  g_strfreev (strings);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  /* It is looked at again with the next change. */
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_debug ("%s", error->message);
}

static void
watched_cb (const char *const *files,
            gpointer           user_data)
{
  PlnStore *self = user_data;
  PlnStoreJob *job = pln_store_job_new (self, files != NULL ? pln_store_job_look : pln_store_job_refresh,
                                        pln_store_done_plain, watched_cb, NULL, looked_cb, NULL);

  job->data = g_strdupv ((char **) files);
  job->data_free = free_strv;
  pln_store_push_write (self, job);
}

/**
 * pln_store_watch:
 * @self: a store that is open
 *
 * From now on looks by itself for changes by other programs, as they happen.
 */
void
pln_store_watch (PlnStore *self)
{
  g_return_if_fail (PLN_IS_STORE (self));
  g_return_if_fail (!self->is_closed);

  if (self->watch == NULL)
    self->watch = pln_store_watch_new (self->folder, watched_cb, self);
}
