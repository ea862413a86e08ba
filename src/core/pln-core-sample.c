/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-sample.h"

#include "pln-clock.h"
#include "pln-config.h"
#include "pln-core-open.h"
#include "pln-core-private.h"
#include "pln-core-sample-resources.h"
#include "pln-ics-import.h"
#include "pln-when.h"

#include <glib/gi18n.h>

#define FOLDER    "/plenary/core/sample/"
#define ENTRIES   "organisers.ics" /* no gathering, but what organisers do around one */
#define MEET_UP   "cpd23-meet-up@plenary"
#define WEEKS     3
#define MERGE_KEY "sample"

static GPtrArray *
read_resource (const char  *name,
               GError     **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr(GBytes) bytes = NULL;

  /* By hand: the linker drops the constructor that would register it. */
  bytes = g_resource_lookup_data (pln_core_sample_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (bytes == NULL)
    return NULL;

  return pln_ics_import_read (bytes, name, g_str_equal (name, ENTRIES) ? PLN_IMPORT_AS_EVENTS : PLN_IMPORT_AS_SUGGESTED,
                              TRUE, error);
}

/* Returns: (transfer full): all objects of all files; NULL on error */
static GPtrArray *
read_sample (GError **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_ics_offer_free);
  g_auto(GStrv) names = NULL;

  names = g_resource_enumerate_children (pln_core_sample_get_resource (), FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (names == NULL)
    return NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      GPtrArray *offers = read_resource (names[i], error);

      if (offers == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (all, offers);
    }

  return g_steal_pointer (&all);
}

static PlnChange *
new_change (void)
{
  PlnChange *change = pln_change_new (_("Add the examples"));

  pln_change_set_merge_key (change, MERGE_KEY); /* what is added in two parts is one step */

  return change;
}

/* A Wednesday evening in three weeks or a little later. */
static GDateTime *
start_of_next (PlnGathering *meet_up)
{
  g_autoptr(GDateTime) now = pln_clock_now_here ();
  GDate day, day_before;
  guint minutes;

  pln_when_split (now, &day, NULL);
  pln_when_split (pln_gathering_get_start (meet_up), &day_before, &minutes);
  g_date_add_days (&day, 7 * WEEKS);
  while (g_date_get_weekday (&day) != g_date_get_weekday (&day_before))
    g_date_add_days (&day, 1);

  return pln_when_join (&day, minutes, pln_gathering_get_zone (meet_up));
}

/* The same people as last time; some have answered. */
static void
invite_again (PlnGathering *next,
              PlnGathering *meet_up,
              PlnChange    *change)
{
  static const PlnAnswer answers[] = {
    PLN_ANSWER_ACCEPTED, PLN_ANSWER_ACCEPTED, PLN_ANSWER_TENTATIVE,
    PLN_ANSWER_ACCEPTED, PLN_ANSWER_NEEDS_ACTION, PLN_ANSWER_DECLINED, PLN_ANSWER_NEEDS_ACTION,
  };
  GListModel *people = pln_gathering_get_attendees (meet_up);
  g_autoptr(GPtrArray) guests = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(PlnAttendee) person = g_list_model_get_item (people, i);
      PlnAttendee *guest = pln_attendee_copy (person);

      pln_attendee_set_answer (guest, answers[i % G_N_ELEMENTS (answers)]);
      pln_attendee_set_said (guest, NULL, NULL);
      pln_attendee_set_told (guest, TRUE, 0);
      pln_attendee_set_waiting (guest, FALSE);
      pln_attendee_set_first_time (guest, FALSE);
      pln_change_put_attendee (change, next, NULL, guest);
      g_ptr_array_add (guests, guest);
    }

  pln_gathering_add_attendees (next, guests);
}

static void
meet_up_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = PLN_CORE (source);
  g_autoptr(PlnGathering) meet_up = NULL;
  g_autoptr(PlnGathering) next = NULL;
  g_autoptr(GDateTime) start = NULL;
  PlnChange *change;
  GError *error = NULL;

  meet_up = pln_core_open_gathering_finish (self, result, &error);
  if (meet_up == NULL)
    {
      pln_core_wish_fail (task, error);
      return;
    }

  start = start_of_next (meet_up);
  next = pln_core_draft_follower (self, meet_up, TRUE, start);
  pln_gathering_set_places (next, PLN_CORE_EXAMPLES, PLN_CORE_EXAMPLES);
  pln_gathering_set_organiser (next, pln_gathering_get_organiser_name (meet_up),
                               pln_gathering_get_organiser_email (meet_up));
  pln_gathering_set_state (next, PLN_STATE_PUBLISHED);

  change = new_change ();
  pln_change_put_gathering (change, NULL, next);
  invite_again (next, meet_up, change);
  pln_core_insert (self, next);
  pln_core_wish_apply (task, change, pln_gathering_get_uid (next));
}

static gboolean
has_next (PlnCore *self)
{
  GListModel *gatherings = pln_core_get_gatherings (self);

  for (guint i = 0; i < g_list_model_get_n_items (gatherings); i++)
    {
      g_autoptr(PlnGathering) gathering = g_list_model_get_item (gatherings, i);

      if (pln_gathering_get_is_example (gathering)
          && g_str_equal (pln_gathering_get_previous (gathering), MEET_UP))
        return TRUE;
    }

  return FALSE;
}

static void
shown_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = PLN_CORE (source);
  GError *error = NULL;

  if (!pln_core_read_finish (self, result, &error))
    pln_core_wish_fail (task, error);
  else if (has_next (self))
    pln_core_wish_done (task, NULL, NULL, NULL);
  else
    pln_core_open_gathering_async (self, MEET_UP, NULL, meet_up_loaded_cb, task);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (pln_store_apply_finish (PLN_STORE (source), result, &error))
    pln_core_read_async (g_task_get_source_object (task), NULL, shown_cb, task);
  else
    pln_core_wish_fail (task, error);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  GTask *task = user_data;
  PlnCore *self = g_task_get_source_object (task);
  GPtrArray *offers = g_task_get_task_data (task);
  g_autoptr(GHashTable) here = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) objects = NULL;
  PlnChange *change;
  GError *error = NULL;

  objects = pln_store_get_objects_finish (PLN_STORE (source), result, &error);
  if (objects == NULL)
    {
      pln_core_wish_fail (task, error);
      return;
    }

  for (guint i = 0; i < objects->len; i++)
    g_hash_table_add (here, ((PlnStoreObject *) g_ptr_array_index (objects, i))->uid);
  change = new_change ();
  for (guint i = 0; i < offers->len; i++)
    {
      PlnIcsOffer *offer = g_ptr_array_index (offers, i);

      if (!g_hash_table_contains (here, offer->uid))
        pln_change_put_text (change, PLN_CORE_EXAMPLES, offer->uid, offer->text);
    }

  self->n_wishes++;
  pln_store_apply_async (self->store, change, written_cb, task);
}

/**
 * pln_core_add_sample_async:
 * @self: a core
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when the examples are shown
 * @user_data: data for @callback
 *
 * Adds the example gatherings to their calendar, as one step of undo: two of
 * July 2011, and one to come that follows them. Those that are there already
 * are left alone.
 */
void
pln_core_add_sample_async (PlnCore             *self,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GPtrArray) uids = g_ptr_array_new ();
  GPtrArray *offers;
  GTask *task;
  GError *error = NULL;

  g_return_if_fail (PLN_IS_CORE (self));

  task = pln_core_wish_new (self, pln_core_add_sample_async, cancellable, callback, user_data);
  offers = read_sample (&error);
  if (offers == NULL)
    {
      pln_core_wish_fail (task, error);
      return;
    }

  g_task_set_task_data (task, offers, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < offers->len; i++)
    g_ptr_array_add (uids, ((PlnIcsOffer *) g_ptr_array_index (offers, i))->uid);
  g_ptr_array_add (uids, NULL);
  pln_store_get_objects_async (self->store, (const char *const *) uids->pdata, FALSE, NULL, looked_up_cb, task);
}

/**
 * pln_core_add_sample_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for an error of the library
 *
 * Returns: %TRUE if the examples are there
 */
gboolean
pln_core_add_sample_finish (PlnCore       *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static GPtrArray *
examples (PlnCore *self)
{
  GListModel *gatherings = pln_core_get_gatherings (self);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (gatherings); i++)
    {
      g_autoptr(PlnGathering) gathering = g_list_model_get_item (gatherings, i);

      if (pln_gathering_get_is_example (gathering))
        g_ptr_array_add (found, g_steal_pointer (&gathering));
    }

  return found;
}

/**
 * pln_core_remove_sample_async:
 * @self: a core
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Puts all that lies in the calendar of the examples into the bin, as one step
 * of undo.
 */
void
pln_core_remove_sample_async (PlnCore             *self,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GPtrArray) gatherings = NULL;
  PlnChange *change;

  g_return_if_fail (PLN_IS_CORE (self));

  gatherings = examples (self);
  for (guint i = 0; i < gatherings->len; i++)
    pln_core_remove (self, g_ptr_array_index (gatherings, i));

  change = pln_change_new (_("Remove the examples"));
  pln_change_delete_calendar (change, PLN_CORE_EXAMPLES);
  pln_core_wish_apply (pln_core_wish_new (self, pln_core_remove_sample_async, cancellable, callback, user_data),
                       change, NULL);
}

/**
 * pln_core_remove_sample_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for an error of the library
 *
 * Returns: %TRUE if they lie in the bin
 */
gboolean
pln_core_remove_sample_finish (PlnCore       *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
