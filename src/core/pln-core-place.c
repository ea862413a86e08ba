/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-place.h"

#include "pln-core-gathering.h"
#include "pln-core-servers-private.h"

#include <glib/gi18n.h>

static const PlnStoreLink *
find_link (PlnCore    *self,
           const char *calendar)
{
  for (guint i = 0; i < self->servers->known->len; i++)
    {
      GPtrArray *links = ((PlnCoreServer *) g_ptr_array_index (self->servers->known, i))->links;

      for (guint j = 0; j < links->len; j++)
        if (g_str_equal (((PlnStoreLink *) g_ptr_array_index (links, j))->calendar, calendar))
          return g_ptr_array_index (links, j);
    }

  return NULL;
}

/* Another place for what one does not take: one that does, or this computer. */
static const char *
find_other (PlnCore  *self,
            PlnHolds  wanted)
{
  for (guint i = 0; i < self->servers->known->len; i++)
    {
      GPtrArray *links = ((PlnCoreServer *) g_ptr_array_index (self->servers->known, i))->links;

      for (guint j = 0; j < links->len; j++)
        {
          const PlnStoreLink *link = g_ptr_array_index (links, j);

          if ((link->rights & PLN_STORE_MAY_WRITE) != 0 && (link->components == 0 || (link->components & wanted) == wanted))
            return link->calendar;
        }
    }

  return wanted == PLN_HOLDS_EVENTS ? PLN_CORE_CALENDAR : PLN_CORE_ORGANISERS;
}

/* What a place is for: a calendar that does not take it says so, and another
 * one is offered.
 *
 * @for_organisers: whether notes, people and actions go there
 *
 * Returns: whether it takes that */
gboolean
pln_core_check_place (PlnCore     *self,
                      const char  *calendar,
                      gboolean     for_organisers,
                      GError     **error)
{
  const PlnStoreLink *link = find_link (self, calendar);
  PlnHolds wanted = for_organisers ? PLN_HOLDS_ALL : PLN_HOLDS_EVENTS;

  if (link == NULL)
    return TRUE;

  if ((link->rights & PLN_STORE_MAY_WRITE) == 0)
    g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_READ_ONLY,
                 _("You may read the calendar “%s”, but not write to it. Choose “%s”."), calendar,
                 find_other (self, wanted));
  else if (link->components != 0 && (link->components & PLN_HOLDS_EVENTS) == 0)
    g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_BAD_NAME,
                 _("The calendar “%s” takes no events on its server. Choose “%s”."), calendar, find_other (self, wanted));
  else if (link->components != 0 && (link->components & wanted) != wanted)
    g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_BAD_NAME,
                 _("The calendar “%s” takes no notes or actions on its server. For the part of organisers choose “%s”."),
                 calendar, find_other (self, wanted));
  else
    return TRUE;

  return FALSE;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GError *error = NULL;
  PlnGathering *gathering = pln_core_save_gathering_finish (PLN_CORE (source), result, &error);

  g_clear_object (&gathering);
  pln_core_wish_done (user_data, NULL, NULL, error);
}

/**
 * pln_core_move_gathering_async:
 * @self: a core whose accounts were read
 * @gathering: a gathering that is loaded
 * @calendar: (nullable): where gathering and sessions go; %NULL: they stay
 * @organisers: (nullable): where people, notes, rounds and actions go; %NULL:
 *   they stay
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Moves a gathering to other calendars, with everything that is joined to it.
 * The server that had it loses it when the one that is to have it confirmed it.
 */
void
pln_core_move_gathering_async (PlnCore             *self,
                               PlnGathering        *gathering,
                               const char          *calendar,
                               const char          *organisers,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(PlnGathering) before = NULL;
  g_autoptr(PlnGathering) after = NULL;
  GTask *task;
  GError *error = NULL;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_GATHERING (gathering));

  task = pln_core_wish_new (self, pln_core_move_gathering_async, cancellable, callback, user_data);
  if (!pln_core_check_ready (self, gathering, &error))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  before = pln_gathering_copy (gathering);
  after = pln_gathering_copy (gathering);
  pln_gathering_set_places (after, calendar != NULL ? calendar : pln_gathering_get_calendar (gathering),
                            organisers != NULL ? organisers : pln_gathering_get_organisers_calendar (gathering));
  pln_core_save_gathering_async (self, before, after, NULL, saved_cb, task);
}

/**
 * pln_core_move_gathering_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_core_move_gathering_finish (PlnCore       *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
