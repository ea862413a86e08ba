/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-sync-drive.h"

#include "pln-clock.h"
#include "pln-id.h"
#include "pln-store-pair.h"
#include "pln-sync-run.h"
#include "pln-sync-server-private.h"

#include <glib/gi18n.h>

/* A run thinks in a thread: what 100 objects mean, and how they merge, takes
 * longer than a frame. It is only ever touched by one thread at a time: while
 * a thought is under way, answers wait. */
typedef struct
{
  PlnSyncRun          *run;
  PlnStore            *store;
  char                *calendar;   /* in the library */
  GUri                *uri;        /* of the one on the server */
  PlnSyncProgressFunc  progress;
  gpointer             progress_data;
  GPtrArray           *answers;    /* Answer, not thought about yet */
  gboolean             is_thinking;
  gint64               started;
} Drive;

/* What came of a step. */
typedef struct
{
  const PlnSyncStep *step;
  gpointer           value; /* (nullable): by the kind of the step */
  GDestroyNotify     destroy;
  GError            *error; /* (nullable) */
  guint              retry_after;
} Answer;

/* What a thread thinks about, and what came of that. */
typedef struct
{
  PlnSyncRun *run;
  GPtrArray  *answers;
  GPtrArray  *steps; /* to be done now; they belong to the run */
  gboolean    is_done;
  gboolean    is_sending;
  guint       n_done;
  guint       n_total;
} Thought;

static void
drive_free (Drive *drive)
{
  pln_sync_run_free (drive->run);
  g_object_unref (drive->store);
  g_free (drive->calendar);
  g_clear_pointer (&drive->uri, g_uri_unref);
  g_ptr_array_unref (drive->answers);
  g_free (drive);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  if (answer->value != NULL && answer->destroy != NULL)
    answer->destroy (answer->value);
  g_clear_error (&answer->error);
  g_free (answer);
}

static void
thought_free (gpointer data)
{
  Thought *thought = data;

  g_ptr_array_unref (thought->answers);
  g_ptr_array_unref (thought->steps);
  g_free (thought);
}

/* The calendar among what was said of it. */
static const PlnDavItem *
find_calendar (PlnDavMultistatus *multistatus)
{
  for (guint i = 0; i < multistatus->items->len; i++)
    {
      const PlnDavItem *item = g_ptr_array_index (multistatus->items, i);

      if ((item->kinds & PLN_DAV_CALENDAR) != 0)
        return item;
    }

  return NULL;
}

static void
tell (PlnSyncRun *run,
      Answer     *answer)
{
  const PlnSyncStep *step = answer->step;
  PlnStoreTrees *trees = answer->value;

  if (answer->error != NULL)
    {
      pln_sync_run_take_error (run, step, answer->error, answer->retry_after);
      return;
    }

  switch (step->kind)
    {
    case PLN_SYNC_STEP_PEEK:
      pln_sync_run_take_peek (run, step, find_calendar (answer->value));
      break;
    case PLN_SYNC_STEP_TREES:
      pln_sync_run_take_trees (run, step, trees->locals, trees->pairs);
      break;
    case PLN_SYNC_STEP_LIST:
      pln_sync_run_take_listing (run, step, answer->value);
      break;
    case PLN_SYNC_STEP_GET:
      pln_sync_run_take_objects (run, step, answer->value);
      break;
    case PLN_SYNC_STEP_TEXTS:
      pln_sync_run_take_texts (run, step, answer->value);
      break;
    case PLN_SYNC_STEP_PUT:
      pln_sync_run_take_written (run, step, answer->value);
      break;
    case PLN_SYNC_STEP_DELETE:
      pln_sync_run_take_deleted (run, step);
      break;
    case PLN_SYNC_STEP_SETTLE:
      pln_sync_run_take_settled (run, step, answer->value);
      break;
    case PLN_SYNC_STEP_WAIT:
      pln_sync_run_take_waited (run, step);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
think_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Thought *thought = task_data;
  const PlnSyncStep *step;

  for (guint i = 0; i < thought->answers->len; i++)
    tell (thought->run, g_ptr_array_index (thought->answers, i));
  while ((step = pln_sync_run_next (thought->run)) != NULL)
    g_ptr_array_add (thought->steps, (gpointer) step);

  thought->is_done = pln_sync_run_is_done (thought->run);
  thought->is_sending = pln_sync_run_count (thought->run, &thought->n_done, &thought->n_total);
  g_task_return_boolean (task, TRUE);
}

static void carry_out (GTask             *task,
                       const PlnSyncStep *step);
static void think     (GTask *task);

static void
finish (GTask *task)
{
  Drive *drive = g_task_get_task_data (task);
  PlnSyncServer *server = g_task_get_source_object (task);
  PlnDavTraffic traffic = pln_sync_server_take_traffic (server);
  PlnSyncResult *result = pln_sync_result_copy (pln_sync_run_get_result (drive->run));

  result->counts.requests = traffic.requests;
  result->counts.bytes_sent = traffic.bytes_sent;
  result->counts.bytes_received = traffic.bytes_received;
  result->counts.seconds = (double) (g_get_monotonic_time () - drive->started) / G_USEC_PER_SEC;
  g_task_return_pointer (task, result, (GDestroyNotify) pln_sync_result_free);
  g_object_unref (task);
}

static void
thought_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  Drive *drive = g_task_get_task_data (task);
  Thought *thought = g_task_get_task_data (G_TASK (result));

  drive->is_thinking = FALSE;
  if (thought->is_done)
    {
      finish (task);
      return;
    }

  if (drive->progress != NULL)
    drive->progress (thought->is_sending, thought->n_done, thought->n_total, drive->progress_data);
  for (guint i = 0; i < thought->steps->len; i++)
    carry_out (task, g_ptr_array_index (thought->steps, i));
  if (drive->answers->len > 0)
    think (task);
}

static void
think (GTask *task)
{
  Drive *drive = g_task_get_task_data (task);
  g_autoptr(GTask) thinking = NULL;
  Thought *thought;

  if (drive->is_thinking)
    return;

  thought = g_new0 (Thought, 1);
  thought->run = drive->run;
  thought->answers = g_steal_pointer (&drive->answers);
  thought->steps = g_ptr_array_new ();
  drive->answers = g_ptr_array_new_with_free_func (answer_free);
  drive->is_thinking = TRUE;

  thinking = g_task_new (NULL, NULL, thought_cb, task);
  g_task_set_source_tag (thinking, think);
  g_task_set_task_data (thinking, thought, thought_free);
  g_task_run_in_thread (thinking, think_thread);
}

/* A step on its way. */
typedef struct
{
  GTask             *task; /* (unowned): the drive's, which lives until all is answered */
  const PlnSyncStep *step;
} Errand;

/* @errand: (transfer full)
 * @value: (transfer full) (nullable)
 * @error: (transfer full) (nullable) */
static void
come_back (Errand         *errand,
           gpointer        value,
           GDestroyNotify  destroy,
           GError         *error)
{
  g_autofree Errand *done = errand;
  PlnSyncServer *server = g_task_get_source_object (done->task);
  Drive *drive = g_task_get_task_data (done->task);
  Answer *answer = g_new0 (Answer, 1);

  answer->step = done->step;
  answer->value = value;
  answer->destroy = destroy;
  answer->error = error;
  answer->retry_after = error != NULL ? pln_sync_server_get_wait (server) : 0;
  g_ptr_array_add (drive->answers, answer);
  think (done->task);
}

static void
peeked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GError *error = NULL;
  PlnDavMultistatus *said = pln_dav_calendar_peek_finish (PLN_DAV_CLIENT (source), result, &error);

  come_back (user_data, said, (GDestroyNotify) pln_dav_multistatus_free, error);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GError *error = NULL;
  PlnDavListing *listing = pln_dav_calendar_list_finish (PLN_DAV_CLIENT (source), result, &error);

  come_back (user_data, listing, (GDestroyNotify) pln_dav_listing_free, error);
}

static void
got_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  GError *error = NULL;
  GPtrArray *items = pln_dav_calendar_get_finish (PLN_DAV_CLIENT (source), result, &error);

  come_back (user_data, items, (GDestroyNotify) g_ptr_array_unref, error);
}

static void
put_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  GError *error = NULL;
  PlnDavWritten *written = pln_dav_calendar_put_finish (PLN_DAV_CLIENT (source), result, &error);

  come_back (user_data, written, (GDestroyNotify) pln_dav_written_free, error);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GError *error = NULL;

  pln_dav_calendar_delete_finish (PLN_DAV_CLIENT (source), result, &error);
  come_back (user_data, NULL, NULL, error);
}

static void
trees_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GError *error = NULL;
  PlnStoreTrees *trees = pln_store_list_pairs_finish (PLN_STORE (source), result, &error);

  come_back (user_data, trees, (GDestroyNotify) pln_store_trees_free, error);
}

static void
texts_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GError *error = NULL;
  GPtrArray *known = pln_store_get_pairs_finish (PLN_STORE (source), result, &error);

  come_back (user_data, known, (GDestroyNotify) g_ptr_array_unref, error);
}

static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GError *error = NULL;
  GPtrArray *left = pln_store_settle_finish (PLN_STORE (source), result, &error);

  come_back (user_data, left, (GDestroyNotify) g_ptr_array_unref, error);
}

static gboolean
waited_cb (gpointer user_data)
{
  Errand *errand = user_data;
  GError *error = NULL;

  g_cancellable_set_error_if_cancelled (g_task_get_cancellable (errand->task), &error);
  come_back (errand, NULL, NULL, error);

  return G_SOURCE_REMOVE;
}

static void
wait (Errand *errand)
{
  GCancellable *cancellable = g_task_get_cancellable (errand->task);
  g_autoptr(GSource) source = g_timeout_source_new (errand->step->milliseconds);

  if (cancellable != NULL)
    {
      g_autoptr(GSource) stop = g_cancellable_source_new (cancellable);

      g_source_set_dummy_callback (stop);
      g_source_add_child_source (source, stop);
    }
  g_source_set_callback (source, waited_cb, errand, NULL);
  g_source_attach (source, g_main_context_get_thread_default ());
}

static void
settle (Errand *errand)
{
  Drive *drive = g_task_get_task_data (errand->task);
  const PlnSyncStep *step = errand->step;
  PlnStoreListed listed = { .token = step->token, .ctag = step->ctag, .is_whole = step->is_whole };

  pln_store_settle_async (drive->store, drive->calendar, step->settled, step->is_last ? &listed : NULL,
                          settled_cb, errand);
}

static void
write_there (Errand *errand)
{
  Drive *drive = g_task_get_task_data (errand->task);
  PlnDavClient *client = pln_sync_server_get_client (g_task_get_source_object (errand->task));
  GCancellable *cancellable = g_task_get_cancellable (errand->task);
  const PlnSyncStep *step = errand->step;
  g_autoptr(GUri) uri = pln_dav_client_resolve (client, drive->uri, step->href);

  if (uri == NULL)
    come_back (errand, NULL, NULL, g_error_new (PLN_DAV_ERROR, PLN_DAV_ERROR_REFUSED,
                                                _("“%s” is in a place that does not belong to the account."), step->title));
  else if (step->kind == PLN_SYNC_STEP_PUT)
    pln_dav_calendar_put_async (client, uri, step->title, step->text, step->etag, step->schedule_tag,
                                cancellable, put_cb, errand);
  else
    pln_dav_calendar_delete_async (client, uri, step->title, step->etag, cancellable, deleted_cb, errand);
}

static void
carry_out (GTask             *task,
           const PlnSyncStep *step)
{
  Drive *drive = g_task_get_task_data (task);
  PlnDavClient *client = pln_sync_server_get_client (g_task_get_source_object (task));
  GCancellable *cancellable = g_task_get_cancellable (task);
  Errand *errand = g_new (Errand, 1);
  PlnDavMultistatus *said;

  *errand = (Errand) { task, step };
  switch (step->kind)
    {
    case PLN_SYNC_STEP_PEEK:
      said = pln_sync_server_take_said (g_task_get_source_object (task), drive->uri);
      if (said != NULL)
        come_back (errand, said, (GDestroyNotify) pln_dav_multistatus_free, NULL);
      else
        pln_dav_calendar_peek_async (client, drive->uri, cancellable, peeked_cb, errand);
      break;
    case PLN_SYNC_STEP_LIST:
      pln_dav_calendar_list_async (client, drive->uri, step->token, cancellable, listed_cb, errand);
      break;
    case PLN_SYNC_STEP_GET:
      pln_dav_calendar_get_async (client, drive->uri, (const char *const *) step->names, cancellable, got_cb, errand);
      break;
    case PLN_SYNC_STEP_PUT:
    case PLN_SYNC_STEP_DELETE:
      write_there (errand);
      break;
    case PLN_SYNC_STEP_TREES:
      pln_store_list_pairs_async (drive->store, drive->calendar, cancellable, trees_cb, errand);
      break;
    case PLN_SYNC_STEP_TEXTS:
      pln_store_get_pairs_async (drive->store, drive->calendar, (const char *const *) step->names, cancellable,
                                 texts_cb, errand);
      break;
    case PLN_SYNC_STEP_SETTLE:
      settle (errand);
      break;
    case PLN_SYNC_STEP_WAIT:
      wait (errand);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * pln_sync_drive_async:
 * @server: the server of the account
 * @store: an open library
 * @link: which calendars; copied
 * @options: how; copied
 * @cancellable: (nullable): stops it; what was settled stays settled
 * @callback: (scope async): called when it is over
 * @user_data: data for @callback
 *
 * Brings a calendar of the library and one on a server together: carries out
 * the steps of a [struct@SyncRun]. Only one may run for a calendar at a time.
 */
void
pln_sync_drive_async (PlnSyncServer        *server,
                      PlnStore             *store,
                      const PlnStoreLink   *link,
                      const PlnSyncOptions *options,
                      GCancellable         *cancellable,
                      GAsyncReadyCallback   callback,
                      gpointer              user_data)
{
  GTask *task = g_task_new (server, cancellable, callback, user_data);
  PlnDavClient *client = pln_sync_server_get_client (server);
  g_autofree char *id = pln_id_new ();
  Drive *drive = g_new0 (Drive, 1);
  PlnSyncSetup setup = {
    .token = link->token,
    .ctag = link->ctag,
    .listed = link->listed,
    .now = pln_clock_now (),
    .own_address = options->own_address,
    .schedules = link->schedules,
    .is_read_only = (link->rights & PLN_STORE_MAY_WRITE) == 0,
    .may_empty = options->may_empty,
    .components = link->components,
    .seed = g_str_hash (id),
  };

  g_task_set_source_tag (task, pln_sync_drive_async);
  g_task_set_task_data (task, drive, (GDestroyNotify) drive_free);
  drive->store = g_object_ref (store);
  drive->calendar = g_strdup (link->calendar);
  drive->answers = g_ptr_array_new_with_free_func (answer_free);
  drive->progress = options->progress;
  drive->progress_data = options->progress_data;
  drive->started = g_get_monotonic_time ();
  drive->uri = pln_dav_client_resolve (client, pln_dav_client_get_account (client), link->url);
  if (drive->uri == NULL)
    {
      g_task_return_new_error (task, PLN_DAV_ERROR, PLN_DAV_ERROR_MOVED,
                               _("The calendar “%s” is on another server than its account. Sign in to that server."),
                               link->title);
      g_object_unref (task);
      return;
    }

  setup.calendar = g_uri_get_path (drive->uri);
  drive->run = pln_sync_run_new (&setup);
  think (task);
}

/**
 * pln_sync_drive_finish:
 * @server: the server
 * @result: what came with the callback
 * @error: return location for an error that came before anything was done
 *
 * Returns: (transfer full) (nullable): what came of it; its own error says why
 *   it ended early
 */
PlnSyncResult *
pln_sync_drive_finish (PlnSyncServer  *server,
                       GAsyncResult   *result,
                       GError        **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
