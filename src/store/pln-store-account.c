/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-account.h"
#include "pln-store-private.h"

/**
 * pln_store_account_copy:
 * @account: an account
 *
 * Returns: (transfer full): the same
 */
PlnStoreAccount *
pln_store_account_copy (const PlnStoreAccount *account)
{
  PlnStoreAccount *copy = g_new0 (PlnStoreAccount, 1);

  copy->id = g_strdup (account->id);
  copy->name = g_strdup (account->name);
  copy->url = g_strdup (account->url);
  copy->user = g_strdup (account->user);
  copy->pin = g_strdup (account->pin);
  copy->addresses = g_strdupv (account->addresses);
  copy->inbox = g_strdup (account->inbox);
  copy->schedules = account->schedules;

  return copy;
}

/**
 * pln_store_account_free:
 * @account: (transfer full): an account
 */
void
pln_store_account_free (PlnStoreAccount *account)
{
  g_free (account->id);
  g_free (account->name);
  g_free (account->url);
  g_free (account->user);
  g_free (account->pin);
  g_strfreev (account->addresses);
  g_free (account->inbox);
  g_free (account);
}

/**
 * pln_store_link_copy:
 * @link: a link
 *
 * Returns: (transfer full): the same
 */
PlnStoreLink *
pln_store_link_copy (const PlnStoreLink *link)
{
  PlnStoreLink *copy = g_memdup2 (link, sizeof *link);

  copy->calendar = g_strdup (link->calendar);
  copy->account = g_strdup (link->account);
  copy->url = g_strdup (link->url);
  copy->title = g_strdup (link->title);
  copy->token = g_strdup (link->token);
  copy->ctag = g_strdup (link->ctag);

  return copy;
}

/**
 * pln_store_link_free:
 * @link: (transfer full): a link
 */
void
pln_store_link_free (PlnStoreLink *link)
{
  g_free (link->calendar);
  g_free (link->account);
  g_free (link->url);
  g_free (link->title);
  g_free (link->token);
  g_free (link->ctag);
  g_free (link);
}

/**
 * pln_store_happening_free:
 * @happening: (transfer full): what happened
 */
void
pln_store_happening_free (PlnStoreHappening *happening)
{
  g_free (happening->calendar);
  g_free (happening->kind);
  g_free (happening->title);
  g_free (happening->detail);
  g_free (happening);
}

static PlnStoreHappening *
copy_happening (const PlnStoreHappening *happening)
{
  PlnStoreHappening *copy = g_new0 (PlnStoreHappening, 1);

  copy->at = happening->at;
  copy->calendar = g_strdup (happening->calendar);
  copy->kind = g_strdup (happening->kind);
  copy->title = g_strdup (happening->title);
  copy->detail = g_strdup (happening->detail);

  return copy;
}

/**
 * pln_store_list_accounts_async:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Lists the accounts.
 */
void
pln_store_list_accounts_async (PlnStore            *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (PLN_IS_STORE (self));

  pln_store_push_read (self, pln_store_job_new (self, pln_store_job_accounts, pln_store_done_pointer,
                                                pln_store_list_accounts_async, cancellable, callback, user_data));
}

/**
 * pln_store_list_accounts_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable) (element-type PlnStoreAccount): by name
 */
GPtrArray *
pln_store_list_accounts_finish (PlnStore      *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pln_store_save_account_async:
 * @self: a store
 * @account: an account, which may be new
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Keeps an account. That is no step of undo.
 */
void
pln_store_save_account_async (PlnStore                *self,
                              const PlnStoreAccount   *account,
                              GAsyncReadyCallback      callback,
                              gpointer                 user_data)
{
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  job = pln_store_job_new (self, pln_store_job_save_account, pln_store_done_plain, pln_store_save_account_async,
                           NULL, callback, user_data);
  job->data = pln_store_account_copy (account);
  job->data_free = (GDestroyNotify) pln_store_account_free;
  pln_store_push_write (self, job);
}

/**
 * pln_store_save_account_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_store_save_account_finish (PlnStore      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * pln_store_remove_account_async:
 * @self: a store
 * @id: an account
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Forgets an account and its links. Calendars and objects stay, on both sides.
 */
void
pln_store_remove_account_async (PlnStore            *self,
                                const char          *id,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  job = pln_store_job_new (self, pln_store_job_remove_account, pln_store_done_plain, pln_store_remove_account_async,
                           NULL, callback, user_data);
  job->data = g_strdup (id);
  job->data_free = g_free;
  pln_store_push_write (self, job);
}

/**
 * pln_store_remove_account_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_store_remove_account_finish (PlnStore      *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * pln_store_list_links_async:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Lists which calendars are kept together with one on a server.
 */
void
pln_store_list_links_async (PlnStore            *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (PLN_IS_STORE (self));

  pln_store_push_read (self, pln_store_job_new (self, pln_store_job_links, pln_store_done_pointer,
                                                pln_store_list_links_async, cancellable, callback, user_data));
}

/**
 * pln_store_list_links_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable) (element-type PlnStoreLink): by calendar
 */
GPtrArray *
pln_store_list_links_finish (PlnStore      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pln_store_save_link_async:
 * @self: a store
 * @link: a link, which may be new
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Keeps a link. If it is with another calendar than before, nothing is agreed.
 */
void
pln_store_save_link_async (PlnStore             *self,
                           const PlnStoreLink   *link,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data)
{
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  job = pln_store_job_new (self, pln_store_job_save_link, pln_store_done_plain, pln_store_save_link_async,
                           NULL, callback, user_data);
  job->data = pln_store_link_copy (link);
  job->data_free = (GDestroyNotify) pln_store_link_free;
  pln_store_push_write (self, job);
}

/**
 * pln_store_save_link_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]; `PLN_STORE_ERROR_REFUSED`
 *   for a calendar that is never sent to a server, or one on the server that is
 *   kept together with another one here
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_store_save_link_finish (PlnStore      *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * pln_store_remove_link_async:
 * @self: a store
 * @calendar: a calendar in the library
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * From now on the calendar is only here. Objects stay, on both sides.
 */
void
pln_store_remove_link_async (PlnStore            *self,
                             const char          *calendar,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  job = pln_store_job_new (self, pln_store_job_remove_link, pln_store_done_plain, pln_store_remove_link_async,
                           NULL, callback, user_data);
  job->data = g_strdup (calendar);
  job->data_free = g_free;
  pln_store_push_write (self, job);
}

/**
 * pln_store_remove_link_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_store_remove_link_finish (PlnStore      *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * pln_store_list_happenings_async:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Lists what happened last.
 */
void
pln_store_list_happenings_async (PlnStore            *self,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_return_if_fail (PLN_IS_STORE (self));

  pln_store_push_read (self, pln_store_job_new (self, pln_store_job_happenings, pln_store_done_pointer,
                                                pln_store_list_happenings_async, cancellable, callback, user_data));
}

/**
 * pln_store_list_happenings_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable) (element-type PlnStoreHappening): the
 *   newest first
 */
GPtrArray *
pln_store_list_happenings_finish (PlnStore      *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * pln_store_add_happening_async:
 * @self: a store
 * @happening: what happened
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Notes what happened.
 */
void
pln_store_add_happening_async (PlnStore                  *self,
                               const PlnStoreHappening   *happening,
                               GAsyncReadyCallback        callback,
                               gpointer                   user_data)
{
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  job = pln_store_job_new (self, pln_store_job_add_happening, pln_store_done_plain, pln_store_add_happening_async,
                           NULL, callback, user_data);
  job->data = copy_happening (happening);
  job->data_free = (GDestroyNotify) pln_store_happening_free;
  pln_store_push_write (self, job);
}

/**
 * pln_store_add_happening_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_store_add_happening_finish (PlnStore      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
