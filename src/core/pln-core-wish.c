/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-sync-private.h"

#define NOBODY_WAITS "pln-nobody-waits"

/* The task of one wish.
 *
 * Returns: (transfer full): the task, to be ended by pln_core_wish_done (),
 *   _fail () or _apply () */
GTask *
pln_core_wish_new (PlnCore             *self,
                   gpointer             tag,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  if (callback == NULL)
    g_object_set_data (G_OBJECT (task), NOBODY_WAITS, GINT_TO_POINTER (TRUE));

  return task;
}

/* Ends a wish with an error. If nobody waits for its result, the signal
 * failed-later says what happened.
 *
 * @task: (transfer full)
 * @error: (transfer full) */
void
pln_core_wish_fail (GTask  *task,
                    GError *error)
{
  gboolean nobody = g_object_get_data (G_OBJECT (task), NOBODY_WAITS) != NULL
                    || g_cancellable_is_cancelled (g_task_get_cancellable (task));

  if (nobody && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (g_task_get_source_object (task), "failed-later", error->message);

  g_task_return_error (task, error);
  g_object_unref (task);
}

/* Ends a wish with what came of it; error NULL: it went well.
 *
 * @task: (transfer full)
 * @result: (transfer full): NULL for a wish whose result is only that it went well
 * @error: (transfer full) (nullable) */
void
pln_core_wish_done (GTask          *task,
                    gpointer        result,
                    GDestroyNotify  destroy,
                    GError         *error)
{
  if (error != NULL)
    {
      pln_core_wish_fail (task, error);
      return;
    }

  if (result != NULL)
    g_task_return_pointer (task, result, destroy);
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/* What is shown goes back to what is durable; the reason is told afterwards. */
static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *reason = g_object_steal_data (G_OBJECT (task), "reason");

  pln_core_wish_fail (g_steal_pointer (&task), reason);
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = g_task_get_source_object (task);
  const char *uid = g_object_get_data (G_OBJECT (task), "uid");
  const char *uids[] = { uid, NULL };
  GError *error = NULL;

  self->n_writing--;
  if (pln_store_apply_finish (PLN_STORE (source), result, &error))
    {
      pln_core_read_spans (self);
      pln_core_sync_edited (self);
      pln_core_wish_done (task, NULL, NULL, NULL);
      return;
    }

  g_object_set_data_full (G_OBJECT (task), "reason", error, (GDestroyNotify) g_error_free);
  pln_core_read_async (self, uid != NULL ? uids : NULL, taken_back_cb, task);
}

/* Ends a wish, whose models show it already, by having it written. If that
 * fails, the gathering @uid (NULL: everything) is shown as it is written, and
 * the wish ends with the reason.
 *
 * @task: (transfer full): its result is TRUE
 * @change: (transfer full) */
void
pln_core_wish_apply (GTask      *task,
                     PlnChange  *change,
                     const char *uid)
{
  PlnCore *self = g_task_get_source_object (task);

  if (pln_change_is_empty (change))
    {
      pln_change_free (change);
      pln_core_wish_done (task, NULL, NULL, NULL);
      return;
    }

  self->n_wishes++;
  self->n_writing++;
  if (uid != NULL)
    pln_core_show_in_spans (self, uid);
  g_object_set_data_full (G_OBJECT (task), "uid", g_strdup (uid), g_free);
  pln_store_apply_async (self->store, change, applied_cb, task);
}
