/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-session.h"

#include "pln-config.h"
#include "pln-core-private.h"
#include "pln-id.h"

#include <glib/gi18n.h>

#define USUAL_LENGTH (30 * G_TIME_SPAN_MINUTE)

static PlnChange *
change_for (PlnGathering *gathering,
            PlnSession   *before,
            PlnSession   *after)
{
  const char *title = pln_session_get_title (after != NULL ? after : before);
  g_autofree char *label = NULL;
  PlnChange *change;

  if (before == NULL)
    label = g_strdup_printf (_("New session %s"), title);
  else if (after == NULL)
    label = g_strdup_printf (_("Delete session %s"), title);
  else
    label = g_strdup_printf (_("Edit session %s"), title);

  change = pln_change_new (label);
  pln_change_put_session (change, gathering, before, after);

  return change;
}

static void
show (PlnGathering *gathering,
      PlnSession   *before,
      PlnSession   *after)
{
  g_autoptr(PlnSession) session = NULL;

  if (after == NULL)
    {
      pln_gathering_remove_session (gathering, pln_session_get_uid (before));
      return;
    }
  if (before == NULL)
    session = pln_session_copy (after); /* the form keeps its own */
  else
    {
      session = pln_session_copy (pln_gathering_find_session (gathering, pln_session_get_uid (after)));
      pln_core_take_differences (session, before, after);
    }

  pln_gathering_put_session (gathering, session);
}

static gboolean
check_here (PlnGathering  *gathering,
            PlnSession    *before,
            GError       **error)
{
  if (before == NULL || pln_gathering_find_session (gathering, pln_session_get_uid (before)) != NULL)
    return TRUE;

  g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
               _("The session “%s” is not here any more. Look for it in the bin."), pln_session_get_title (before));

  return FALSE;
}

/**
 * pln_core_save_session_async:
 * @self: a core
 * @gathering: a gathering that is loaded
 * @before: (nullable): a copy of the session as a form found it, %NULL if it
 *   is new
 * @after: (nullable): a copy with what was entered, %NULL to delete it
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Saves, or deletes, an item of the programme. Only what the form changed is
 * written.
 */
void
pln_core_save_session_async (PlnCore             *self,
                             PlnGathering        *gathering,
                             PlnSession          *before,
                             PlnSession          *after,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task;
  PlnChange *change;
  GError *error = NULL;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));
  g_return_if_fail (before != NULL || after != NULL);

  task = pln_core_wish_new (self, pln_core_save_session_async, cancellable, callback, user_data);
  if (!pln_core_check_ready (self, gathering, &error)
      || !check_here (gathering, before, &error)
      || (after != NULL && !pln_core_check_session (after, &error)))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  change = change_for (gathering, before, after);
  show (gathering, before, after);
  pln_core_wish_apply (task, change, pln_gathering_get_uid (gathering));
}

/**
 * pln_core_save_session_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_core_save_session_finish (PlnCore       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* When the last session that has a time is over. */
static GDateTime *
end_of_sessions (PlnGathering *gathering)
{
  GListModel *sessions = pln_gathering_get_sessions (gathering);
  guint n = g_list_model_get_n_items (sessions);
  GDateTime *last = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnSession) session = g_list_model_get_item (sessions, i);
      GDateTime *end = pln_session_get_end (session);

      if (end != NULL && (last == NULL || g_date_time_compare (end, last) > 0))
        last = end;
    }

  return last;
}

/**
 * pln_core_draft_session:
 * @self: a core
 * @gathering: a gathering that is loaded
 *
 * Proposes a session: half an hour after the last one, or at the start of the
 * gathering. It is not saved yet.
 *
 * Returns: (transfer full): a new session
 */
PlnSession *
pln_core_draft_session (PlnCore      *self,
                        PlnGathering *gathering)
{
  g_autofree char *uid = pln_uid_new ();
  PlnSession *session = pln_session_new (uid);
  GDateTime *start;

  g_return_val_if_fail (PLN_IS_GATHERING (gathering), session);

  start = end_of_sessions (gathering);
  if (start == NULL)
    start = pln_gathering_get_start (gathering);
  if (start != NULL)
    {
      g_autoptr(GDateTime) end = g_date_time_add (start, USUAL_LENGTH);

      pln_session_set_times (session, start, end, pln_gathering_get_zone (gathering), FALSE);
    }

  return session;
}
