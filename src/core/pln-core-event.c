/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-occurrence.h"

#include "pln-config.h"
#include "pln-core-private.h"
#include "pln-id.h"
#include "pln-when.h"

#include <glib/gi18n.h>

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GError *error = NULL;
  PlnEvent *event = pln_store_load_event_finish (PLN_STORE (source), result, &error);

  pln_core_wish_done (user_data, event, g_object_unref, error);
}

/**
 * pln_core_load_event_async:
 * @self: a core
 * @uid: an event
 * @instance: which of its instances, or ""
 * @cancellable: (nullable): stops the reading
 * @callback: (scope async): called when it is there
 * @user_data: data for @callback
 *
 * Reads what a form shows of an event and a view does not, such as its
 * description.
 */
void
pln_core_load_event_async (PlnCore             *self,
                           const char          *uid,
                           const char          *instance,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (uid != NULL && instance != NULL);

  task = pln_core_wish_new (self, pln_core_load_event_async, cancellable, callback, user_data);
  pln_store_load_event_async (self->store, uid, instance, cancellable, loaded_cb, task);
}

/**
 * pln_core_load_event_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for an error of the library
 *
 * Returns: (transfer full): the event, as a copy that a form can change; or
 *   %NULL
 */
PlnEvent *
pln_core_load_event_finish (PlnCore       *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static char *
label_of (PlnEvent *before,
          PlnEvent *after)
{
  const char *title = pln_event_get_title (after != NULL ? after : before);

  if (before == NULL)
    return g_strdup_printf (_("New event %s"), title);

  return after != NULL ? g_strdup_printf (_("Edit event %s"), title) : g_strdup_printf (_("Delete event %s"), title);
}

/* As a view shows it, if one does: there is more than a form knows, such as its
 * colour. */
static PlnOccurrence *
shown_of (PlnCore  *self,
          PlnEvent *event)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      PlnOccurrence *shown = pln_span_find (g_ptr_array_index (self->spans, i), pln_event_get_uid (event),
                                            pln_event_get_instance (event));

      if (shown != NULL)
        return g_object_ref (shown);
    }

  return NULL;
}

static PlnOccurrence *
occurrence_of (PlnEvent      *event,
               PlnOccurrence *shown)
{
  PlnOccurrenceData data = { .kind = PLN_OCCURRENCE_KIND_EVENT };

  if (shown != NULL)
    data = *pln_occurrence_get_data (shown);
  data.uid = pln_event_get_uid (event);
  data.instance = pln_event_get_instance (event);
  data.calendar = pln_event_get_calendar (event);
  data.title = pln_event_get_title (event);
  data.place = pln_event_get_place (event);
  data.zone = pln_event_get_all_day (event) ? "" : pln_event_get_zone (event);
  data.start = pln_event_get_start (event);
  data.end = pln_event_get_end (event);
  data.all_day = pln_event_get_all_day (event);
  data.is_recurring = pln_event_get_is_recurring (event);

  return pln_occurrence_new (&data);
}

/* Hands over a change of an event, and shows it. */
static void
apply (GTask         *task,
       PlnEvent      *before,
       PlnEvent      *after,
       PlnOccurrence *shown_before,
       PlnOccurrence *shown_after,
       PlnReach       reach)
{
  PlnCore *self = g_task_get_source_object (task);
  g_autofree char *label = label_of (before, after);
  PlnChange *change = pln_change_new (label);

  pln_change_put_event (change, before, after, reach);
  pln_core_show_occurrence (self, shown_before, shown_after, reach);
  pln_core_wish_apply (task, change, NULL);
}

static gboolean
check (PlnEvent  *before,
       PlnEvent  *after,
       GError   **error)
{
  const char *doubt = before != NULL ? pln_event_get_doubt (before) : "";

  if (*doubt == '\0')
    return after == NULL || pln_core_check_event (after, error);

  g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_READ_ONLY,
               _("“%s” cannot be changed here. %s"), pln_event_get_title (before), doubt);

  return FALSE;
}

/* A new event has its own UID, and lies where nothing else was said. */
static PlnEvent *
complete (PlnEvent *event)
{
  g_autofree char *uid = *pln_event_get_uid (event) == '\0' ? pln_uid_new () : g_strdup (pln_event_get_uid (event));
  PlnEvent *complete = pln_event_copy_as (event, uid);

  if (*pln_event_get_calendar (complete) == '\0')
    pln_event_set_calendar (complete, PLN_CORE_CALENDAR);

  return complete;
}

/**
 * pln_core_save_event_async:
 * @self: a core
 * @before: (nullable): the event as the form found it; %NULL if it is new
 * @after: (nullable): with what was entered; %NULL to delete it
 * @reach: if it repeats: the one that is meant, or all of the series
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Saves, or deletes, an event. Only what the form changed is written.
 */
void
pln_core_save_event_async (PlnCore             *self,
                           PlnEvent            *before,
                           PlnEvent            *after,
                           PlnReach             reach,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(PlnEvent) new = NULL;
  g_autoptr(PlnOccurrence) shown = NULL;
  g_autoptr(PlnOccurrence) shown_before = NULL;
  g_autoptr(PlnOccurrence) shown_after = NULL;
  GTask *task;
  GError *error = NULL;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (before != NULL || after != NULL);

  task = pln_core_wish_new (self, pln_core_save_event_async, cancellable, callback, user_data);
  if (!check (before, after, &error))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  new = after != NULL ? complete (after) : NULL;
  shown = before != NULL ? shown_of (self, before) : NULL;
  shown_before = before != NULL ? occurrence_of (before, shown) : NULL;
  shown_after = new != NULL ? occurrence_of (new, shown) : NULL;
  apply (task, before, new, shown_before, shown_after, reach);
}

/**
 * pln_core_save_event_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_core_save_event_finish (PlnCore       *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* The same for what a view changed.
 *
 * @task: (transfer full) */
void
pln_core_save_shown_event (GTask         *task,
                           PlnOccurrence *before,
                           PlnOccurrence *after,
                           PlnReach       reach)
{
  g_autoptr(PlnEvent) old = before != NULL ? pln_event_new_from (before) : NULL;
  g_autoptr(PlnEvent) given = after != NULL ? pln_event_new_from (after) : NULL;
  g_autoptr(PlnEvent) new = NULL;
  g_autoptr(PlnOccurrence) shown = NULL;
  GError *error = NULL;

  if (before != NULL && pln_occurrence_get_read_only (before))
    pln_event_set_doubt (old, pln_occurrence_get_note (before));
  if (!check (old, given, &error))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  new = given != NULL ? complete (given) : NULL;
  shown = new != NULL ? occurrence_of (new, after) : NULL;
  apply (task, old, new, before, shown, reach);
}
