/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-occurrence.h"

#include "pln-config.h"
#include "pln-core-gathering.h"
#include "pln-core-open.h"
#include "pln-core-private.h"
#include "pln-core-round.h"
#include "pln-core-session.h"
#include "pln-id.h"

#include <glib/gi18n.h>

typedef struct
{
  PlnOccurrence *before; /* NULL: it is new */
  PlnOccurrence *after;  /* NULL: it goes */
  PlnReach       reach;
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_object (&saving->before);
  g_clear_object (&saving->after);
  g_free (saving);
}

static PlnOccurrence *
either (Saving *saving)
{
  return saving->after != NULL ? saving->after : saving->before;
}

/* Other programs and forms write as well: what is not read yet when a hand
 * drops it is read first, and shown at once nevertheless. */
static void
end_opening (PlnCore *self)
{
  self->n_writing--;
  if (self->n_writing == 0 && self->spans_are_old)
    pln_core_read_spans (self);
}

static void
fail (GTask  *task,
      GError *error)
{
  pln_core_read_spans (g_task_get_source_object (task));
  pln_core_wish_fail (task, error);
}

static void
session_saved_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  GError *error = NULL;

  if (pln_core_save_session_finish (PLN_CORE (source), result, &error))
    pln_core_wish_done (user_data, NULL, NULL, NULL);
  else
    fail (user_data, error);
}

static void
gathering_saved_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  GError *error = NULL;
  g_autoptr(PlnGathering) gathering = pln_core_save_gathering_finish (PLN_CORE (source), result, &error);

  if (gathering != NULL)
    pln_core_wish_done (user_data, NULL, NULL, NULL);
  else
    fail (user_data, error);
}

static void
gathering_deleted_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  GError *error = NULL;

  if (pln_core_delete_gathering_finish (PLN_CORE (source), result, &error))
    pln_core_wish_done (user_data, NULL, NULL, NULL);
  else
    fail (user_data, error);
}

static PlnSession *
session_after (PlnSession    *session, /* (nullable) */
               PlnOccurrence *after,
               gboolean       is_new)
{
  g_autofree char *uid = is_new ? pln_uid_new () : g_strdup (pln_occurrence_get_uid (after));
  PlnSession *changed = pln_session_new (uid);

  if (session != NULL)
    pln_session_take_from (changed, session);
  pln_session_set_title (changed, pln_occurrence_get_title (after));
  pln_session_set_room (changed, pln_occurrence_get_place (after));
  pln_session_set_track (changed, pln_occurrence_get_track (after));
  pln_session_set_is_break (changed, pln_occurrence_get_is_break (after));
  pln_session_set_times (changed, pln_occurrence_get_start (after), pln_occurrence_get_end (after),
                         pln_occurrence_get_zone (after), pln_occurrence_get_all_day (after));

  return changed;
}

static void
save_session (GTask        *task,
              PlnGathering *gathering)
{
  PlnCore *self = g_task_get_source_object (task);
  Saving *saving = g_task_get_task_data (task);
  PlnSession *there = pln_gathering_find_session (gathering, pln_occurrence_get_uid (either (saving)));
  g_autoptr(PlnSession) before = NULL;
  g_autoptr(PlnSession) after = NULL;

  if (saving->before != NULL && there == NULL)
    {
      fail (task, g_error_new (PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                               _("The session “%s” is not here any more. Look for it in the bin."),
                               pln_occurrence_get_title (saving->before)));
      return;
    }

  before = saving->before != NULL ? pln_session_copy (there) : NULL;
  after = saving->after != NULL ? session_after (there, saving->after, saving->before == NULL) : NULL;
  pln_core_save_session_async (self, gathering, before, after, g_task_get_cancellable (task), session_saved_cb, task);
}

static void
round_saved_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GError *error = NULL;

  if (pln_core_save_rounds_finish (PLN_CORE (source), result, &error))
    pln_core_wish_done (user_data, NULL, NULL, NULL);
  else
    fail (user_data, error);
}

/* A new round of the gathering, at that time; a copy has the groups, and nobody
 * sits in them. */
static PlnRound *
new_round (PlnCore       *self,
           PlnGathering  *gathering,
           PlnOccurrence *after)
{
  g_autoptr(PlnRound) draft = pln_core_draft_round (self, gathering);
  PlnRound *like = pln_gathering_find_round (gathering, pln_occurrence_get_uid (after));
  PlnRound *round = like != NULL ? pln_core_round_again (like) : g_object_ref (draft);

  pln_round_set_number (round, pln_round_get_number (draft));
  pln_round_set_title (round, like != NULL || *pln_occurrence_get_title (after) == '\0'
                              ? pln_round_get_title (draft) : pln_occurrence_get_title (after));

  return round;
}

static void
save_round (GTask        *task,
            PlnGathering *gathering)
{
  PlnCore *self = g_task_get_source_object (task);
  Saving *saving = g_task_get_task_data (task);
  PlnRound *there = saving->before != NULL
                    ? pln_gathering_find_round (gathering, pln_occurrence_get_uid (saving->before)) : NULL;
  g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) after = g_ptr_array_new_with_free_func (g_object_unref);
  PlnRound *round = NULL;

  if (saving->before != NULL && there == NULL)
    {
      fail (task, g_error_new (PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                               _("The round “%s” is not here any more. Look for it in the bin."),
                               pln_occurrence_get_title (saving->before)));
      return;
    }

  if (there != NULL)
    g_ptr_array_add (before, pln_round_copy (there));
  if (saving->after != NULL && there != NULL)
    {
      round = pln_round_copy (there);
      pln_round_set_title (round, pln_occurrence_get_title (saving->after));
    }
  else if (saving->after != NULL)
    round = new_round (self, gathering, saving->after);
  if (round != NULL)
    {
      pln_round_set_times (round, pln_occurrence_get_start (saving->after), pln_occurrence_get_end (saving->after),
                           pln_occurrence_get_zone (saving->after));
      g_ptr_array_add (after, round);
    }
  pln_core_save_rounds_async (self, gathering, before, after, g_task_get_cancellable (task), round_saved_cb, task);
}

static PlnGathering *
gathering_after (PlnGathering  *gathering,
                 PlnOccurrence *after)
{
  PlnGathering *changed = pln_gathering_copy (gathering);

  pln_gathering_set_title (changed, pln_occurrence_get_title (after));
  pln_gathering_set_location (changed, pln_occurrence_get_place (after));
  pln_gathering_set_times (changed, pln_occurrence_get_start (after), pln_occurrence_get_end (after),
                           pln_occurrence_get_zone (after), pln_occurrence_get_all_day (after));

  return changed;
}

/* A copy of a gathering has its programme, and nobody is invited to it. */
static void
save_gathering (GTask        *task,
                PlnGathering *gathering)
{
  PlnCore *self = g_task_get_source_object (task);
  Saving *saving = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr(PlnGathering) before = pln_gathering_copy (gathering);
  g_autoptr(PlnGathering) after = NULL;

  if (saving->after == NULL)
    {
      pln_core_delete_gathering_async (self, gathering, cancellable, gathering_deleted_cb, task);
      return;
    }

  if (saving->before == NULL)
    after = pln_core_draft_follower (self, gathering, FALSE, pln_occurrence_get_start (saving->after));
  else
    after = gathering_after (gathering, saving->after);
  pln_core_save_gathering_async (self, saving->before != NULL ? before : NULL, after, cancellable,
                                 gathering_saved_cb, task);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = PLN_CORE (source);
  Saving *saving = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(PlnGathering) gathering = pln_core_open_gathering_finish (self, result, &error);

  if (gathering == NULL)
    fail (task, error);
  else if (pln_occurrence_get_kind (either (saving)) == PLN_OCCURRENCE_KIND_SESSION)
    save_session (task, gathering);
  else if (pln_occurrence_get_kind (either (saving)) == PLN_OCCURRENCE_KIND_ROUND)
    save_round (task, gathering);
  else
    save_gathering (task, gathering);
  end_opening (self);
}

static void
open_gathering (GTask *task)
{
  PlnCore *self = g_task_get_source_object (task);
  Saving *saving = g_task_get_task_data (task);
  PlnOccurrence *occurrence = either (saving);

  if (saving->before != NULL)
    pln_core_show_occurrence (self, saving->before, saving->after, PLN_REACH_THIS);
  self->n_writing++;
  pln_core_open_gathering_async (self, pln_occurrence_get_gathering (occurrence), NULL, opened_cb, task);
}

static void
save_action (GTask *task)
{
  PlnCore *self = g_task_get_source_object (task);
  Saving *saving = g_task_get_task_data (task);
  g_autofree char *label = NULL;
  PlnChange *change;

  if (saving->after == NULL)
    label = g_strdup_printf (_("Delete action %s"), pln_occurrence_get_title (saving->before));
  else
    label = g_strdup_printf (_("Edit action %s"), pln_occurrence_get_title (saving->after));
  change = pln_change_new (label);
  pln_change_put_action (change, saving->before, saving->after);
  pln_core_show_occurrence (self, saving->before, saving->after, PLN_REACH_ALL);
  pln_core_wish_apply (task, change, NULL);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  Saving *saving = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(PlnEvent) event = pln_core_load_event_finish (PLN_CORE (source), result, &error);
  g_autoptr(PlnEvent) copy = NULL;
  PlnChange *change;
  g_autofree char *label = NULL;
  g_autofree char *uid = NULL;
  g_autoptr(PlnOccurrence) shown = NULL;
  PlnOccurrenceData data;

  if (event == NULL)
    {
      fail (task, error);
      return;
    }

  uid = pln_uid_new ();
  copy = pln_event_copy_as (event, uid);
  pln_event_set_instance (copy, "");
  pln_event_set_times (copy, pln_occurrence_get_start (saving->after), pln_occurrence_get_end (saving->after),
                       pln_occurrence_get_zone (saving->after), pln_occurrence_get_all_day (saving->after));
  pln_event_set_is_recurring (copy, FALSE);
  pln_event_set_repeats (copy, "");
  label = g_strdup_printf (_("Copy event %s"), pln_event_get_title (copy));
  change = pln_change_new (label);
  pln_change_put_event (change, NULL, copy, PLN_REACH_ALL);

  data = *pln_occurrence_get_data (saving->after);
  data.uid = uid;
  data.instance = "";
  data.is_recurring = FALSE;
  data.colour = "";
  shown = pln_occurrence_new (&data);
  pln_core_show_occurrence (PLN_CORE (source), NULL, shown, PLN_REACH_THIS);
  pln_core_wish_apply (task, change, NULL);
}

static void
save_event (GTask *task)
{
  PlnCore *self = g_task_get_source_object (task);
  Saving *saving = g_task_get_task_data (task);

  if (saving->before == NULL && *pln_occurrence_get_uid (saving->after) != '\0')
    pln_core_load_event_async (self, pln_occurrence_get_uid (saving->after), pln_occurrence_get_instance (saving->after),
                               NULL, loaded_cb, task);
  else
    pln_core_save_shown_event (task, saving->before, saving->after, saving->reach);
}

static gboolean
check (Saving  *saving,
       GError **error)
{
  PlnOccurrence *occurrence = either (saving);

  if (pln_occurrence_get_kind (occurrence) == PLN_OCCURRENCE_KIND_ACTION && saving->before == NULL)
    g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_READ_ONLY,
                 _("An action cannot be copied. It comes from the notes of a group."));
  else if (pln_occurrence_get_kind (occurrence) != PLN_OCCURRENCE_KIND_EVENT
           && pln_occurrence_get_is_recurring (occurrence))
    g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_READ_ONLY,
                 _("“%s” repeats within a gathering, which cannot be changed here. Change it where it came from."),
                 pln_occurrence_get_title (occurrence));
  else
    return TRUE;

  return FALSE;
}

/**
 * pln_core_save_occurrence_async:
 * @self: a core
 * @before: (nullable): what is shown; %NULL if it is new
 * @after: (nullable): as it is to be, see [method@Occurrence.new_moved]; %NULL
 *   to delete it
 * @reach: of what repeats: the one that is meant, or all of the series
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Does what was done with the hand in a calendar. A gathering, a session and a
 * round are saved as by their forms: sessions and rounds go with a gathering
 * that moves, groups with their round. Without
 * @before it is new; if @after has the UID of something, it is a copy of that,
 * with a UID of its own. A new session needs its gathering.
 */
void
pln_core_save_occurrence_async (PlnCore             *self,
                                PlnOccurrence       *before,
                                PlnOccurrence       *after,
                                PlnReach             reach,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Saving *saving = g_new0 (Saving, 1);
  GTask *task;
  GError *error = NULL;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (before != NULL || after != NULL);

  g_set_object (&saving->before, before);
  g_set_object (&saving->after, after);
  saving->reach = reach;
  task = pln_core_wish_new (self, pln_core_save_occurrence_async, cancellable, callback, user_data);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  if (!check (saving, &error))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  switch (pln_occurrence_get_kind (either (saving)))
    {
    case PLN_OCCURRENCE_KIND_GATHERING:
    case PLN_OCCURRENCE_KIND_SESSION:
      open_gathering (task);
      break;
    case PLN_OCCURRENCE_KIND_ACTION:
      save_action (task);
      break;
    case PLN_OCCURRENCE_KIND_ROUND:
      if (*pln_occurrence_get_gathering (either (saving)) != '\0')
        open_gathering (task);
      else
        save_event (task); /* its gathering is not here */
      break;
    case PLN_OCCURRENCE_KIND_EVENT:
      save_event (task);
      break;
    }
}

/**
 * pln_core_save_occurrence_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_core_save_occurrence_finish (PlnCore       *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
