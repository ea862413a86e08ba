/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-open.h"

#include "pln-config.h"
#include "pln-core-private.h"

#include <glib/gi18n.h>

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GError *error = NULL;

  pln_core_read_finish (PLN_CORE (source), result, &error);
  pln_core_wish_done (user_data, NULL, NULL, error);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (pln_store_open_finish (PLN_STORE (source), result, &error))
    pln_core_read_async (g_task_get_source_object (task), NULL, listed_cb, task);
  else
    pln_core_wish_fail (task, error);
}

/**
 * pln_core_open_async:
 * @self: a core
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when the list is filled
 * @user_data: data for @callback
 *
 * Opens the library, makes it if it is new, and fills the list of gatherings
 * from the index, which is before the callback comes: that waits until all
 * files were looked at for what other programs did.
 */
void
pln_core_open_async (PlnCore             *self,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));

  task = pln_core_wish_new (self, pln_core_open_async, cancellable, callback, user_data);
  pln_store_open_async (self->store, cancellable, opened_cb, task);
  pln_core_read_async (self, NULL, NULL, NULL); /* as the index knows it, while the files are looked at */
}

/**
 * pln_core_open_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for an error of the library
 *
 * Returns: %TRUE if the library is open
 */
gboolean
pln_core_open_finish (PlnCore       *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void fetch (PlnCore *self,
                   GTask   *task);

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = g_task_get_source_object (task);
  guint n_wishes = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (task), "n-wishes"));
  g_autoptr(PlnGathering) theirs = NULL;
  PlnGathering *ours;
  GError *error = NULL;

  theirs = pln_store_load_gathering_finish (PLN_STORE (source), result, &error);
  if (theirs == NULL)
    {
      pln_core_wish_fail (task, error);
      return;
    }
  if (n_wishes != self->n_wishes)
    {
      fetch (self, task); /* what was read is older than what is shown */
      return;
    }

  ours = pln_core_find_gathering (self, pln_gathering_get_uid (theirs));
  if (ours != NULL)
    pln_gathering_take_from (ours, theirs);
  else
    pln_core_insert (self, ours = theirs);

  pln_core_wish_done (task, g_object_ref (ours), g_object_unref, NULL);
}

/* @task: (transfer full) */
static void
fetch (PlnCore *self,
       GTask   *task)
{
  g_object_set_data (G_OBJECT (task), "n-wishes", GUINT_TO_POINTER (self->n_wishes));
  pln_store_load_gathering_async (self->store, g_task_get_task_data (task), g_task_get_cancellable (task),
                                  fetched_cb, task);
}

/**
 * pln_core_open_gathering_async:
 * @self: a core
 * @uid: the UID of a gathering
 * @cancellable: (nullable): stops the reading
 * @callback: (scope async): called when it is loaded
 * @user_data: data for @callback
 *
 * Reads attendees and sessions of a gathering into the one model of it. One
 * that is loaded already is there at once.
 */
void
pln_core_open_gathering_async (PlnCore             *self,
                               const char          *uid,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  PlnGathering *gathering;
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (uid != NULL);

  task = pln_core_wish_new (self, pln_core_open_gathering_async, cancellable, callback, user_data);
  g_task_set_task_data (task, g_strdup (uid), g_free);

  gathering = pln_core_find_gathering (self, uid);
  if (gathering == NULL)
    pln_core_wish_fail (task, g_error_new (PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                                           _("There is no gathering “%s”. It may lie in the bin."), uid));
  else if (pln_gathering_get_loaded (gathering))
    pln_core_wish_done (task, g_object_ref (gathering), g_object_unref, NULL);
  else
    fetch (self, task);
}

/**
 * pln_core_open_gathering_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: (transfer full): the gathering, loaded; or %NULL
 */
PlnGathering *
pln_core_open_gathering_finish (PlnCore       *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  pln_core_wish_done (user_data, NULL, NULL, NULL);
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (pln_store_refresh_finish (PLN_STORE (source), result, &error))
    pln_core_settle_async (g_task_get_source_object (task), settled_cb, task);
  else
    pln_core_wish_fail (task, error);
}

/**
 * pln_core_watch:
 * @self: a core whose library is open
 *
 * From now on looks by itself for what other programs change; the models
 * follow as it happens.
 */
void
pln_core_watch (PlnCore *self)
{
  g_return_if_fail (PLN_IS_CORE (self));

  pln_store_watch (self->store);
}

/**
 * pln_core_refresh_async:
 * @self: a core
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when the models followed
 * @user_data: data for @callback
 *
 * Looks for what other programs changed in the library; the models follow.
 */
void
pln_core_refresh_async (PlnCore             *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));

  task = pln_core_wish_new (self, pln_core_refresh_async, cancellable, callback, user_data);
  pln_store_refresh_async (self->store, cancellable, refreshed_cb, task);
}

/**
 * pln_core_refresh_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for an error of the library
 *
 * Returns: %TRUE if the models show what is written
 */
gboolean
pln_core_refresh_finish (PlnCore       *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
