/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-servers-private.h"

#include "pln-core-secret.h"
#include "pln-happening.h"
#include "pln-str.h"

#include <glib/gi18n.h>

static PlnRemoteCalendar *
calendar_of (PlnCore            *self,
             const PlnStoreLink *link)
{
  PlnRemoteCalendar *calendar =
    pln_remote_calendar_new (link->url, link->title, NULL, (PlnHolds) link->components,
                             (link->rights & PLN_STORE_MAY_WRITE) != 0);

  pln_remote_calendar_set_size (calendar, (int) link->n_pairs);
  pln_remote_calendar_set_schedules (calendar, link->schedules);
  pln_remote_calendar_set_calendar (calendar, link->calendar);
  pln_remote_calendar_set_chosen (calendar, TRUE);
  pln_remote_calendar_set_gone (calendar, pln_core_servers_recall (self, PLN_CORE_GONE, link->calendar) != 0);

  return calendar;
}

static void
show (PlnCore       *self,
      PlnCoreServer *server)
{
  const PlnStoreAccount *stored = server->stored;
  g_autoptr(GUri) uri = g_uri_parse (stored->url, G_URI_FLAGS_NONE, NULL);
  g_autoptr(GPtrArray) calendars = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 synced = pln_core_servers_recall (self, PLN_CORE_SYNCED, stored->id);

  pln_account_set_server (server->account, stored->name, uri != NULL ? g_uri_get_host (uri) : stored->url,
                          stored->user, stored->url);
  pln_account_set_addresses (server->account, (const char *const *) stored->addresses, stored->schedules);
  for (guint i = 0; i < server->links->len; i++)
    g_ptr_array_add (calendars, calendar_of (self, g_ptr_array_index (server->links, i)));
  pln_account_set_calendars (server->account, calendars);
  if (synced > 0)
    {
      g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (synced);

      pln_account_set_synced (server->account, time);
    }
}

/* What the program knows of an account stays when it is read again. */
static PlnCoreServer *
take_known (PlnCore    *self,
            const char *id)
{
  GPtrArray *known = self->servers->known;
  PlnCoreServer *server;

  for (guint i = 0; i < known->len; i++)
    if (g_str_equal (((PlnCoreServer *) g_ptr_array_index (known, i))->stored->id, id))
      {
        server = g_ptr_array_steal_index (known, i);
        pln_store_account_free (server->stored);
        g_ptr_array_set_size (server->links, 0);
        return server;
      }

  server = g_new0 (PlnCoreServer, 1);
  server->account = pln_account_new (id);
  server->links = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_link_free);

  return server;
}

static void
take_accounts (PlnCore   *self,
               GPtrArray *accounts,
               GPtrArray *links)
{
  PlnCoreServers *servers = self->servers;
  g_autoptr(GPtrArray) order = g_ptr_array_new ();

  for (guint i = 0; i < accounts->len; i++)
    {
      PlnCoreServer *server = take_known (self, ((PlnStoreAccount *) g_ptr_array_index (accounts, i))->id);

      server->stored = pln_store_account_copy (g_ptr_array_index (accounts, i));
      for (guint j = 0; j < links->len; j++)
        {
          const PlnStoreLink *link = g_ptr_array_index (links, j);

          if (g_str_equal (link->account, server->stored->id))
            g_ptr_array_add (server->links, pln_store_link_copy (link));
        }
      g_ptr_array_add (order, server);
    }

  g_ptr_array_set_size (servers->known, 0);
  for (guint i = 0; i < order->len; i++)
    {
      PlnCoreServer *server = g_ptr_array_index (order, i);

      g_ptr_array_add (servers->known, server);
      show (self, server);
      order->pdata[i] = server->account;
    }
  g_list_store_splice (servers->accounts, 0, g_list_model_get_n_items (G_LIST_MODEL (servers->accounts)),
                       order->pdata, order->len);
}

static void
questions_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  GError *error = NULL;

  pln_core_read_questions_finish (PLN_CORE (source), result, &error);
  pln_core_wish_done (user_data, NULL, NULL, error);
}

static void
happenings_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr(GPtrArray) stored = pln_store_list_happenings_finish (PLN_STORE (source), result, &error);
  g_autoptr(GPtrArray) happenings = g_ptr_array_new_with_free_func (g_object_unref);

  if (stored == NULL)
    {
      pln_core_wish_fail (task, error);
      return;
    }

  for (guint i = 0; i < stored->len; i++)
    {
      const PlnStoreHappening *one = g_ptr_array_index (stored, i);
      g_autoptr(GDateTime) at = g_date_time_new_from_unix_local (one->at);

      g_ptr_array_add (happenings, pln_happening_new (at, one->kind, one->title, one->detail));
    }
  g_list_store_splice (self->servers->happenings, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->servers->happenings)),
                       happenings->pdata, happenings->len);
  pln_core_read_questions_async (self, questions_read_cb, task);
}

static void
links_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr(GPtrArray) links = pln_store_list_links_finish (PLN_STORE (source), result, &error);

  if (links == NULL)
    {
      pln_core_wish_fail (task, error);
      return;
    }

  take_accounts (self, g_task_get_task_data (task), links);
  if (self->servers->running != NULL)
    pln_core_wish_done (task, NULL, NULL, NULL); /* a sync tells by itself what happens */
  else
    pln_store_list_happenings_async (self->store, g_task_get_cancellable (task), happenings_cb, task);
}

static void
accounts_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = g_task_get_source_object (task);
  GError *error = NULL;
  GPtrArray *accounts = pln_store_list_accounts_finish (PLN_STORE (source), result, &error);

  if (accounts == NULL)
    {
      pln_core_wish_fail (task, error);
      return;
    }

  g_task_set_task_data (task, accounts, (GDestroyNotify) g_ptr_array_unref);
  pln_store_list_links_async (self->store, g_task_get_cancellable (task), links_cb, task);
}

/**
 * pln_core_read_accounts_async:
 * @self: a core whose library is open
 * @cancellable: (nullable): stops the reading
 * @callback: (scope async): called when the lists are filled
 * @user_data: data for @callback
 *
 * Reads accounts, their calendars, what happened last, and the questions.
 */
void
pln_core_read_accounts_async (PlnCore             *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));

  task = pln_core_wish_new (self, pln_core_read_accounts_async, cancellable, callback, user_data);
  pln_set_str (&self->servers->seen, pln_store_get_fact (self->store, PLN_STORE_FACT_ACCOUNTS));
  pln_store_list_accounts_async (self->store, cancellable, accounts_cb, task);
}

/**
 * pln_core_read_accounts_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for an error of the library
 *
 * Returns: %TRUE if the lists are filled
 */
gboolean
pln_core_read_accounts_finish (PlnCore       *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

GListModel *
pln_core_get_accounts (PlnCore *self)
{
  g_return_val_if_fail (PLN_IS_CORE (self), NULL);

  return G_LIST_MODEL (self->servers->accounts);
}

GListModel *
pln_core_get_questions (PlnCore *self)
{
  g_return_val_if_fail (PLN_IS_CORE (self), NULL);

  return G_LIST_MODEL (self->servers->questions);
}

GListModel *
pln_core_get_happenings (PlnCore *self)
{
  g_return_val_if_fail (PLN_IS_CORE (self), NULL);

  return G_LIST_MODEL (self->servers->happenings);
}

PlnServerState *
pln_core_get_server_state (PlnCore *self)
{
  g_return_val_if_fail (PLN_IS_CORE (self), NULL);

  return self->servers->state;
}

/**
 * pln_core_find_account:
 * @self: a core whose accounts were read
 * @text: an id, a name, a user or a host
 *
 * Returns: (transfer none) (nullable): the first account that it names
 */
PlnAccount *
pln_core_find_account (PlnCore    *self,
                       const char *text)
{
  g_return_val_if_fail (PLN_IS_CORE (self), NULL);

  for (guint i = 0; i < self->servers->known->len; i++)
    {
      PlnAccount *account = ((PlnCoreServer *) g_ptr_array_index (self->servers->known, i))->account;

      if (g_str_equal (text, pln_account_get_id (account)) || g_str_equal (text, pln_account_get_name (account))
          || g_str_equal (text, pln_account_get_user (account)) || g_str_equal (text, pln_account_get_host (account)))
        return account;
    }

  return NULL;
}

/**
 * pln_core_give_password:
 * @self: a core
 * @account: an account of it
 * @password: its password
 *
 * Keeps a password in memory, for as long as the program runs.
 */
void
pln_core_give_password (PlnCore    *self,
                        PlnAccount *account,
                        const char *password)
{
  PlnCoreServer *server = pln_core_servers_find (self, pln_account_get_id (account));

  g_return_if_fail (server != NULL);

  pln_core_secret_wipe (server->password);
  server->password = g_strdup (password);
  g_clear_object (&server->server);
  server->was_refused = FALSE;
  server->n_failures = 0;
  server->not_before = 0;
  pln_account_set_problem (server->account, PLN_ACCOUNT_NEEDS_NOTHING, NULL);
  pln_core_servers_tell (self);
}

static void
read_again_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GError *error = NULL;

  pln_core_read_accounts_finish (PLN_CORE (source), result, &error);
  pln_core_wish_done (user_data, NULL, NULL, error);
}

/* A place that is no longer on a server is as good as any on this computer:
 * new gatherings go to the usual ones again. */
static void
leave_places (PlnCore    *self,
              const char *calendar)
{
  if (g_str_equal (pln_core_usual_calendar (self), calendar))
    pln_core_set_usual (self, PLN_CORE_FACT_GATHERINGS, "");
  if (g_str_equal (pln_core_usual_organisers (self), calendar))
    pln_core_set_usual (self, PLN_CORE_FACT_ORGANISERS, "");
  pln_core_servers_remember (self, PLN_CORE_GONE, calendar, 0);
  pln_core_servers_remember (self, PLN_CORE_MISSING, calendar, 0);
  pln_core_servers_remember (self, PLN_CORE_UNTOLD, calendar, 0);
}

static void
account_removed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = g_task_get_source_object (task);
  PlnAccount *account = g_task_get_task_data (task);
  g_autofree char *title = NULL;
  GError *error = NULL;

  if (!pln_store_remove_account_finish (PLN_STORE (source), result, &error))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  pln_core_secret_forget (pln_account_get_id (account));
  title = g_strdup_printf (_("The account “%s” was removed"), pln_account_get_name (account));
  pln_core_servers_say (self, NULL, "account", title, _("What was here stays here, and on the server"));
  pln_core_read_accounts_async (self, NULL, read_again_cb, task);
}

/**
 * pln_core_remove_account_async:
 * @self: a core
 * @account: an account of it
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Forgets an account, its password, and what was agreed with it. Calendars and
 * what is in them stay, here and there.
 */
void
pln_core_remove_account_async (PlnCore             *self,
                               PlnAccount          *account,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  PlnCoreServer *server;
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_ACCOUNT (account));

  task = pln_core_wish_new (self, pln_core_remove_account_async, cancellable, callback, user_data);
  g_task_set_task_data (task, g_object_ref (account), g_object_unref);
  server = pln_core_servers_find (self, pln_account_get_id (account));
  for (guint i = 0; server != NULL && i < server->links->len; i++)
    leave_places (self, ((PlnStoreLink *) g_ptr_array_index (server->links, i))->calendar);
  if (self->servers->running != NULL)
    g_cancellable_cancel (self->servers->running);
  pln_store_remove_account_async (self->store, pln_account_get_id (account), account_removed_cb, task);
}

/**
 * pln_core_remove_account_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for an error of the library
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_core_remove_account_finish (PlnCore       *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
link_removed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (pln_store_remove_link_finish (PLN_STORE (source), result, &error))
    pln_core_read_accounts_async (g_task_get_source_object (task), NULL, read_again_cb, task);
  else
    pln_core_wish_fail (task, error);
}

/**
 * pln_core_stop_calendar_async:
 * @self: a core
 * @calendar: a calendar of the library
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Keeps a calendar on this computer only from now on. What is in it stays, here
 * and on the server.
 */
void
pln_core_stop_calendar_async (PlnCore             *self,
                              const char          *calendar,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (calendar != NULL);

  task = pln_core_wish_new (self, pln_core_stop_calendar_async, cancellable, callback, user_data);
  leave_places (self, calendar);
  pln_store_remove_link_async (self->store, calendar, link_removed_cb, task);
}

/**
 * pln_core_stop_calendar_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for an error of the library
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_core_stop_calendar_finish (PlnCore       *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
