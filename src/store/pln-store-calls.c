/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-change-private.h"
#include "pln-store-private.h"

/* What can be asked of a library, as pairs of functions: each makes a job for
 * one of the two threads. */

static void
set_path (PlnStoreJob *job,
          GFile       *file)
{
  job->data = g_file_get_path (file);
  job->data_free = g_free;
}

static void
free_strv (gpointer strings)
{
  g_strfreev (strings);
}

/**
 * pln_store_open_async:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Opens the library, and makes it if it is not there. The index can be read
 * while this goes on: it then writes the files that are behind after a crash,
 * and takes in what other programs changed.
 */
void
pln_store_open_async (PlnStore            *self,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  job = pln_store_job_new (self, pln_store_job_open, pln_store_done_open, pln_store_open_async,
                           cancellable, callback, user_data);
  job->ready = pln_store_ready;
  pln_store_push_write (self, job);
}

/**
 * pln_store_open_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]; `PLN_STORE_ERROR_NEWER` if
 *   a newer Plenary made it
 *
 * Returns: %TRUE if it is open
 */
gboolean
pln_store_open_finish (PlnStore      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * pln_store_apply_async:
 * @self: a store
 * @change: (transfer full): what to do
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Makes a change durable, as one step of undo, and writes its files. What was
 * handed over cannot be cancelled, only undone.
 */
void
pln_store_apply_async (PlnStore            *self,
                       PlnChange           *change,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  job = pln_store_job_new (self, pln_store_job_apply, pln_store_done_plain, pln_store_apply_async,
                           NULL, callback, user_data);
  pln_change_get_operations (change); /* sealed on this thread, where its models live */
  job->data = change;
  job->data_free = (GDestroyNotify) pln_change_free;
  pln_store_push_write (self, job);
}

/**
 * pln_store_apply_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError] or [error@IcalError]
 *
 * Returns: %TRUE if the disk has it; else nothing of it is there
 */
gboolean
pln_store_apply_finish (PlnStore      *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * pln_store_undo_async:
 * @self: a store
 * @redo: %TRUE to redo what was undone last
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Undoes what was done last. What arrived since, such as answers, stays.
 */
void
pln_store_undo_async (PlnStore            *self,
                      gboolean             redo,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  job = pln_store_job_new (self, pln_store_job_revert, pln_store_done_pointer, pln_store_undo_async,
                           NULL, callback, user_data);
  job->flag = redo;
  pln_store_push_write (self, job);
}

/**
 * pln_store_undo_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]; `PLN_STORE_ERROR_NOTHING`
 *   if there is nothing to undo
 *
 * Returns: (transfer full) (nullable): the label of the step
 */
char *
pln_store_undo_finish (PlnStore      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pln_store_refresh_async:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Looks at the database and at every file for changes by other programs, and
 * takes them in.
 */
void
pln_store_refresh_async (PlnStore            *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  job = pln_store_job_new (self, pln_store_job_refresh, pln_store_done_plain, pln_store_refresh_async,
                           cancellable, callback, user_data);
  pln_store_push_write (self, job);
}

/**
 * pln_store_refresh_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: %TRUE if all is taken in
 */
gboolean
pln_store_refresh_finish (PlnStore      *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * pln_store_list_gatherings_async:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Lists all gatherings with their counts, without attendees, sessions and
 * description. Only the index is read.
 */
void
pln_store_list_gatherings_async (PlnStore            *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  job = pln_store_job_new (self, pln_store_job_list, pln_store_done_list, pln_store_list_gatherings_async,
                           cancellable, callback, user_data);
  pln_store_push_read (self, job);
}

/**
 * pln_store_list_gatherings_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable) (element-type PlnGathering): by start
 */
GPtrArray *
pln_store_list_gatherings_finish (PlnStore      *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pln_store_load_gathering_async:
 * @self: a store
 * @uid: a gathering
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Reads one gathering with its attendees and sessions.
 */
void
pln_store_load_gathering_async (PlnStore            *self,
                                const char          *uid,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  job = pln_store_job_new (self, pln_store_job_load, pln_store_done_pointer, pln_store_load_gathering_async,
                           cancellable, callback, user_data);
  job->data = g_strdup (uid);
  job->data_free = g_free;
  pln_store_push_read (self, job);
}

/**
 * pln_store_load_gathering_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError];
 *   `PLN_STORE_ERROR_NOT_FOUND` if there is none of that UID
 *
 * Returns: (transfer full) (nullable): a fresh model, loaded
 */
PlnGathering *
pln_store_load_gathering_finish (PlnStore      *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pln_store_list_span_async:
 * @self: a store
 * @from: seconds since 1970
 * @to: seconds since 1970, not part of it
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Lists what takes place then, as calendar views show it.
 */
void
pln_store_list_span_async (PlnStore            *self,
                           gint64               from,
                           gint64               to,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  const gint64 times[] = { from, to };
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  job = pln_store_job_new (self, pln_store_job_span, pln_store_done_pointer, pln_store_list_span_async,
                           cancellable, callback, user_data);
  job->data = g_memdup2 (times, sizeof times);
  job->data_free = g_free;
  pln_store_push_read (self, job);
}

/**
 * pln_store_list_span_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable) (element-type PlnOccurrence): in order
 */
GPtrArray *
pln_store_list_span_finish (PlnStore      *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pln_store_load_event_async:
 * @self: a store
 * @uid: an event
 * @instance: the RECURRENCE-ID of one of its instances, or ""
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Reads what a form shows of an event.
 */
void
pln_store_load_event_async (PlnStore            *self,
                            const char          *uid,
                            const char          *instance,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  const char *names[] = { uid, instance, NULL };
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  job = pln_store_job_new (self, pln_store_job_event, pln_store_done_pointer, pln_store_load_event_async,
                           cancellable, callback, user_data);
  job->data = g_strdupv ((char **) names);
  job->data_free = free_strv;
  pln_store_push_read (self, job);
}

/**
 * pln_store_load_event_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable): a fresh model, see
 *   [func@store_read_event]
 */
PlnEvent *
pln_store_load_event_finish (PlnStore      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pln_store_get_objects_async:
 * @self: a store
 * @uids: (nullable) (array zero-terminated=1): objects; %NULL for all
 * @with_parts: whether all that belongs to them is read, too
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Reads objects as text. Those that are not there are left out.
 */
void
pln_store_get_objects_async (PlnStore            *self,
                             const char *const   *uids,
                             gboolean             with_parts,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  job = pln_store_job_new (self, pln_store_job_objects, pln_store_done_pointer, pln_store_get_objects_async,
                           cancellable, callback, user_data);
  job->data = g_strdupv ((char **) uids);
  job->data_free = free_strv;
  job->flag = with_parts;
  pln_store_push_read (self, job);
}

/**
 * pln_store_get_objects_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable) (element-type PlnStoreObject): the objects
 */
GPtrArray *
pln_store_get_objects_finish (PlnStore      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pln_store_list_origins_async:
 * @self: a store
 * @uid: a gathering
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Reads what the gathering and its parts were imported from.
 */
void
pln_store_list_origins_async (PlnStore            *self,
                              const char          *uid,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  job = pln_store_job_new (self, pln_store_job_origins, pln_store_done_pointer, pln_store_list_origins_async,
                           cancellable, callback, user_data);
  job->data = g_strdup (uid);
  job->data_free = g_free;
  pln_store_push_read (self, job);
}

/**
 * pln_store_list_origins_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable) (element-type utf8 GBytes): the origins,
 *   by the ids that the objects have for them
 */
GHashTable *
pln_store_list_origins_finish (PlnStore      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pln_store_search_async:
 * @self: a store
 * @text: what the user typed
 * @most: how many hits at most
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Finds gatherings, sessions, people and notes that have all words of @text, or
 * words that begin so, whatever their case and accents. Samples are left out.
 */
void
pln_store_search_async (PlnStore            *self,
                        const char          *text,
                        guint                most,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  job = pln_store_job_new (self, pln_store_job_search, pln_store_done_pointer, pln_store_search_async,
                           cancellable, callback, user_data);
  job->data = g_strdup (text);
  job->data_free = g_free;
  job->flag = most;
  pln_store_push_read (self, job);
}

/**
 * pln_store_search_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable) (element-type PlnHit): the best first
 */
GPtrArray *
pln_store_search_finish (PlnStore      *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pln_store_list_bin_async:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Lists what was deleted in the last 30 days.
 */
void
pln_store_list_bin_async (PlnStore            *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  job = pln_store_job_new (self, pln_store_job_bin, pln_store_done_pointer, pln_store_list_bin_async,
                           cancellable, callback, user_data);
  pln_store_push_read (self, job);
}

/**
 * pln_store_list_bin_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable) (element-type PlnHit): the newest first
 */
GPtrArray *
pln_store_list_bin_finish (PlnStore      *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pln_store_list_calendars_async:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Lists the calendars, without the private ones.
 */
void
pln_store_list_calendars_async (PlnStore            *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  job = pln_store_job_new (self, pln_store_job_calendars, pln_store_done_pointer, pln_store_list_calendars_async,
                           cancellable, callback, user_data);
  pln_store_push_read (self, job);
}

/**
 * pln_store_list_calendars_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): their names
 */
char **
pln_store_list_calendars_finish (PlnStore      *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pln_store_check_async:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Compares everything: the database with itself, and every file with its
 * object. Nothing is changed.
 */
void
pln_store_check_async (PlnStore            *self,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  job = pln_store_job_new (self, pln_store_job_check, pln_store_done_pointer, pln_store_check_async,
                           cancellable, callback, user_data);
  pln_store_push_write (self, job);
}

/**
 * pln_store_check_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable): what was found
 */
PlnStoreHealth *
pln_store_check_finish (PlnStore      *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pln_store_backup_async:
 * @self: a store
 * @file: where to, on this computer; it is replaced when the backup is whole
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Writes the whole library, as it is at one moment, into one file.
 */
void
pln_store_backup_async (PlnStore            *self,
                        GFile               *file,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));
  g_return_if_fail (g_file_peek_path (file) != NULL);

  job = pln_store_job_new (self, pln_store_job_backup, pln_store_done_plain, pln_store_backup_async,
                           cancellable, callback, user_data);
  set_path (job, file);
  pln_store_push_read (self, job);
}

/**
 * pln_store_backup_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError] or `G_IO_ERROR`
 *
 * Returns: %TRUE if the disk has it
 */
gboolean
pln_store_backup_finish (PlnStore      *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * pln_store_restore_async:
 * @self: a store
 * @file: a backup, on this computer
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Makes the library what a backup says, as one step of undo. What is only in
 * the library goes into the bin.
 */
void
pln_store_restore_async (PlnStore            *self,
                         GFile               *file,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));
  g_return_if_fail (g_file_peek_path (file) != NULL);

  job = pln_store_job_new (self, pln_store_job_restore, pln_store_done_plain, pln_store_restore_async,
                           cancellable, callback, user_data);
  set_path (job, file);
  pln_store_push_write (self, job);
}

/**
 * pln_store_restore_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: %TRUE if the disk has it; else nothing was changed
 */
gboolean
pln_store_restore_finish (PlnStore      *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * pln_store_set_fact_async:
 * @self: a store
 * @name: such as `identity.name`
 * @value: what it is from now on
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Keeps a small fact in the library. It is no step of undo.
 */
void
pln_store_set_fact_async (PlnStore            *self,
                          const char          *name,
                          const char          *value,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  job = pln_store_job_new (self, pln_store_job_fact, pln_store_done_plain, pln_store_set_fact_async,
                           NULL, callback, user_data);
  job->data = g_strdupv ((char *[]) { (char *) name, (char *) value, NULL });
  job->data_free = free_strv;
  pln_store_push_write (self, job);
}

/**
 * pln_store_set_fact_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: %TRUE if the disk has it
 */
gboolean
pln_store_set_fact_finish (PlnStore      *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
