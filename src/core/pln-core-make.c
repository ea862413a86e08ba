/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-gathering.h"

#include "pln-config.h"
#include "pln-core-open.h"
#include "pln-core-private.h"

#include <glib/gi18n.h>

/* An event becomes a gathering: its task keeps the UID. */

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GError *error = NULL;
  PlnGathering *gathering = pln_core_open_gathering_finish (PLN_CORE (source), result, &error);

  pln_core_wish_done (user_data, gathering, g_object_unref, error);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (pln_core_read_finish (PLN_CORE (source), result, &error))
    pln_core_open_gathering_async (PLN_CORE (source), g_task_get_task_data (task), NULL, loaded_cb, task);
  else
    pln_core_wish_fail (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (pln_store_apply_finish (PLN_STORE (source), result, &error))
    pln_core_read_async (g_task_get_source_object (task), NULL, listed_cb, task);
  else
    pln_core_wish_fail (task, error);
}

static gboolean
check (PlnEvent  *event,
       GError   **error)
{
  const char *title = pln_event_get_title (event);

  if (pln_event_get_is_recurring (event))
    g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_READ_ONLY,
                 _("“%s” repeats. A series is several gatherings: make a gathering, and from it the next one."), title);
  else if (pln_event_get_start (event) == NULL)
    g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_BAD_TIME, _("“%s” has no start. Choose a day and a time."), title);
  else
    return TRUE;

  return FALSE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr(PlnEvent) event = pln_store_load_event_finish (PLN_STORE (source), result, &error);
  g_autofree char *label = NULL;
  PlnChange *change;

  if (event == NULL || !check (event, &error))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  label = g_strdup_printf (_("Make %s a gathering"), pln_event_get_title (event));
  change = pln_change_new (label);
  pln_change_make_gathering (change, pln_event_get_uid (event));
  self->n_wishes++;
  pln_store_apply_async (self->store, change, written_cb, task);
}

/**
 * pln_core_make_gathering_async:
 * @self: a core
 * @uid: an event that does not repeat
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is in the list
 * @user_data: data for @callback
 *
 * Makes an event a gathering. What belongs to it becomes its programme. One
 * that is a gathering already stays as it is.
 */
void
pln_core_make_gathering_async (PlnCore             *self,
                               const char          *uid,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (uid != NULL);

  task = pln_core_wish_new (self, pln_core_make_gathering_async, cancellable, callback, user_data);
  g_task_set_task_data (task, g_strdup (uid), g_free);
  if (pln_core_find_gathering (self, uid) != NULL)
    pln_core_open_gathering_async (self, uid, NULL, loaded_cb, task);
  else
    pln_store_load_event_async (self->store, uid, "", NULL, read_cb, task);
}

/**
 * pln_core_make_gathering_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: (transfer full): the gathering in the list, loaded; or %NULL
 */
PlnGathering *
pln_core_make_gathering_finish (PlnCore       *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
