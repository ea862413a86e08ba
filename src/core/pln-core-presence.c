/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-presence.h"

#include "pln-clock.h"
#include "pln-config.h"
#include "pln-core-private.h"
#include "pln-id.h"
#include "pln-presence-file.h"

#include <glib/gi18n.h>

#define DOOR "door" /* the fact that tells this computer's presence objects from those of others */

static void
door_noted_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  pln_store_set_fact_finish (PLN_STORE (source), result, NULL); /* the next one is noted again */
}

/* A library that was copied to another computer is another door. */
static char *
find_door (PlnCore *self)
{
  g_autofree char *here = NULL;

  if (self->door == NULL)
    {
      self->door = g_strdup (pln_store_get_fact (self->store, DOOR));
      if (!pln_id_is_valid (self->door))
        {
          g_free (self->door);
          self->door = pln_id_new ();
          pln_store_set_fact_async (self->store, DOOR, self->door, door_noted_cb, NULL);
        }
    }
  here = g_strconcat (self->door, "@", g_get_host_name (), NULL);

  return pln_id_derive (here);
}

static GDateTime *
now_at (PlnGathering *gathering,
        gint64        now)
{
  GDateTime *start = pln_gathering_get_start (gathering);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (now);

  return start != NULL ? g_date_time_to_timezone (utc, g_date_time_get_timezone (start)) : g_date_time_ref (utc);
}

/* Whether it says anything new of that person. */
static gboolean
is_news (PlnAttendee *attendee,
         PlnPresence  presence)
{
  PlnPresence now = pln_attendee_get_presence (attendee);

  return presence == PLN_PRESENCE_LEFT ? now == PLN_PRESENCE_HERE : now != presence;
}

static void
show (PlnAttendee *attendee,
      PlnPresence  presence,
      GDateTime   *now)
{
  GDateTime *came_at = pln_attendee_get_came_at (attendee);

  pln_attendee_set_presence (attendee, presence,
                             presence == PLN_PRESENCE_NONE ? NULL : came_at != NULL ? came_at : now,
                             presence == PLN_PRESENCE_LEFT ? now : NULL);
}

static char *
label_of (GPtrArray   *attendees,
          PlnPresence  presence)
{
  const char *name = attendees->len > 0 ? pln_attendee_get_display_name (g_ptr_array_index (attendees, 0)) : "";
  guint n = attendees->len;

  switch (presence)
    {
    case PLN_PRESENCE_HERE:
      return n == 1 ? g_strdup_printf (_("Check in %s"), name)
                    : g_strdup_printf (ngettext ("Check in %u person", "Check in %u people", n), n);
    case PLN_PRESENCE_LEFT:
      return n == 1 ? g_strdup_printf (_("Check out %s"), name)
                    : g_strdup_printf (ngettext ("Check out %u person", "Check out %u people", n), n);
    case PLN_PRESENCE_NONE:
    default:
      return n == 1 ? g_strdup_printf (_("Take back the check-in of %s"), name)
                    : g_strdup_printf (ngettext ("Take back %u check-in", "Take back %u check-ins", n), n);
    }
}

/**
 * pln_core_set_presence_async:
 * @self: a core
 * @gathering: a gathering that is loaded
 * @attendees: (element-type PlnAttendee): people of its list
 * @presence: here checks them in, left checks them out, none takes back that
 *   they were here
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Notes who is here, now. Who is as it is said already is left out.
 */
void
pln_core_set_presence_async (PlnCore             *self,
                             PlnGathering        *gathering,
                             GPtrArray           *attendees,
                             PlnPresence          presence,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GPtrArray) seen = g_ptr_array_new ();
  g_autoptr(GDateTime) now = NULL;
  g_autofree char *label = NULL;
  g_autofree char *door = NULL;
  PlnChange *change;
  GTask *task;
  GError *error = NULL;
  gint64 at = pln_clock_now ();

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));
  g_return_if_fail (attendees != NULL);

  task = pln_core_wish_new (self, pln_core_set_presence_async, cancellable, callback, user_data);
  if (!pln_core_check_ready (self, gathering, &error))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  for (guint i = 0; i < attendees->len; i++)
    {
      PlnAttendee *attendee = pln_gathering_find_attendee (gathering, pln_attendee_get_id (attendees->pdata[i]));

      if (attendee != NULL && is_news (attendee, presence))
        g_ptr_array_add (seen, attendee);
    }
  label = label_of (seen, presence);
  change = pln_change_new (label);
  now = now_at (gathering, at);
  door = seen->len > 0 ? find_door (self) : NULL;
  for (guint i = 0; i < seen->len; i++)
    {
      pln_change_put_presence (change, gathering, door, pln_attendee_get_id (seen->pdata[i]), presence, at);
      show (seen->pdata[i], presence, now);
    }
  pln_core_wish_apply (task, change, pln_gathering_get_uid (gathering));
}

/**
 * pln_core_set_presence_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_core_set_presence_finish (PlnCore       *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * pln_core_walk_in_async:
 * @self: a core
 * @gathering: a gathering that is loaded
 * @attendee: a person who is not on its list; the core keeps a copy
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Adds somebody who just came in, and checks that person in.
 */
void
pln_core_walk_in_async (PlnCore             *self,
                        PlnGathering        *gathering,
                        PlnAttendee         *attendee,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(PlnAttendee) entered = NULL;
  g_autoptr(GDateTime) now = NULL;
  g_autofree char *label = NULL;
  g_autofree char *door = NULL;
  PlnChange *change;
  GTask *task;
  GError *error = NULL;
  gint64 at = pln_clock_now ();

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));
  g_return_if_fail (PLN_IS_ATTENDEE (attendee));

  task = pln_core_wish_new (self, pln_core_walk_in_async, cancellable, callback, user_data);
  if (!pln_core_check_ready (self, gathering, &error)
      || !pln_core_check_person (gathering, NULL, attendee, &error))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  entered = pln_attendee_copy (attendee);
  pln_attendee_set_answer (entered, PLN_ANSWER_ACCEPTED); /* by coming */
  pln_core_set_said (self, entered);
  label = g_strdup_printf (_("Walk-in %s"), pln_attendee_get_display_name (entered));
  door = find_door (self);
  now = now_at (gathering, at);
  change = pln_change_new (label);
  pln_change_put_attendee (change, gathering, NULL, entered);
  pln_change_put_presence (change, gathering, door, pln_attendee_get_id (entered), PLN_PRESENCE_HERE, at);

  show (entered, PLN_PRESENCE_HERE, now);
  pln_gathering_add_attendee (gathering, entered);
  pln_core_wish_apply (task, change, pln_gathering_get_uid (gathering));
}

/**
 * pln_core_walk_in_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_core_walk_in_finish (PlnCore       *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
doors_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GTask *task = user_data;
  GError *error = NULL;
  g_autoptr(GPtrArray) objects = pln_store_get_objects_finish (PLN_STORE (source), result, &error);
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();
  GBytes *file = NULL;

  for (guint i = 0; objects != NULL && i < objects->len; i++)
    {
      PlnStoreObject *object = g_ptr_array_index (objects, i);

      if (g_str_equal (object->kind, "presence"))
        g_ptr_array_add (texts, object->text);
    }
  if (objects != NULL)
    file = pln_presence_file_write (texts, &error);
  pln_core_wish_done (task, file, (GDestroyNotify) g_bytes_unref, error);
}

/**
 * pln_core_export_presence_async:
 * @self: a core
 * @gathering: a gathering
 * @cancellable: (nullable): stops it
 * @callback: (scope async): called with the file
 * @user_data: data for @callback
 *
 * Makes a file of what was seen at all doors, to be handed over to another
 * computer without a network.
 */
void
pln_core_export_presence_async (PlnCore             *self,
                                PlnGathering        *gathering,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  const char *uids[] = { NULL, NULL };
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));

  uids[0] = pln_gathering_get_uid (gathering);
  task = pln_core_wish_new (self, pln_core_export_presence_async, cancellable, callback, user_data);
  pln_store_get_objects_async (self->store, uids, TRUE, cancellable, doors_read_cb, task);
}

/**
 * pln_core_export_presence_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for an error of the library
 *
 * Returns: (transfer full): the file; or %NULL
 */
GBytes *
pln_core_export_presence_finish (PlnCore       *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
read_again_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  GError *error = NULL;

  pln_core_read_finish (PLN_CORE (source), result, &error);
  pln_core_wish_done (user_data, NULL, NULL, error);
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = g_task_get_source_object (task);
  const char *uids[] = { g_object_get_data (G_OBJECT (task), "gathering"), NULL };
  GError *error = NULL;

  if (pln_store_apply_finish (PLN_STORE (source), result, &error))
    pln_core_read_async (self, uids, read_again_cb, task);
  else
    pln_core_wish_fail (task, error);
}

/**
 * pln_core_import_presence_async:
 * @self: a core
 * @gathering: a gathering that is loaded
 * @file: the content of a file of [method@Core.export_presence_async]
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Adds what was seen at other doors. It is no step of undo: they are other
 * people's check-ins. The same file twice adds nothing.
 */
void
pln_core_import_presence_async (PlnCore             *self,
                                PlnGathering        *gathering,
                                GBytes              *file,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(PlnChange) change = NULL;
  guint n_sightings = 0;
  GTask *task;
  GError *error = NULL;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));
  g_return_if_fail (file != NULL);

  task = pln_core_wish_new (self, pln_core_import_presence_async, cancellable, callback, user_data);
  change = pln_change_new (_("Take in a hand-over"));
  pln_change_set_lasting (change);
  if (!pln_core_check_ready (self, gathering, &error)
      || !pln_presence_file_read (change, gathering, file, &n_sightings, &error))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  g_task_set_task_data (task, GUINT_TO_POINTER (n_sightings), NULL);
  g_object_set_data_full (G_OBJECT (task), "gathering", g_strdup (pln_gathering_get_uid (gathering)), g_free);
  pln_store_apply_async (self->store, g_steal_pointer (&change), taken_cb, task);
}

/**
 * pln_core_import_presence_finish:
 * @self: a core
 * @result: the result given to the callback
 * @n_sightings: (out) (optional): how much the file says
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_core_import_presence_finish (PlnCore       *self,
                                 GAsyncResult  *result,
                                 guint         *n_sightings,
                                 GError       **error)
{
  if (n_sightings != NULL)
    *n_sightings = GPOINTER_TO_UINT (g_task_get_task_data (G_TASK (result)));

  return g_task_propagate_boolean (G_TASK (result), error);
}
