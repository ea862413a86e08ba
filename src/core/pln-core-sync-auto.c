/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-sync-auto.h"

#include "pln-clock.h"
#include "pln-core-sync-private.h"
#include "pln-core-sync.h"

/* Sets the alarm for when a sync is due; only while it is wanted that this
 * goes by itself. */
static void set_alarm (PlnCore *self);

static void
synced_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnCoreSynced) synced = pln_core_sync_finish (PLN_CORE (source), result, &error);

  if (synced == NULL)
    g_debug ("The sync failed: %s", error->message);
}

static gboolean
alarm_cb (gpointer user_data)
{
  PlnCore *self = user_data;

  self->servers->alarm = 0;
  if (pln_core_times_wait (&self->servers->times, pln_clock_now ()) > 0)
    set_alarm (self);
  else
    pln_core_sync_async (self, NULL, NULL, synced_cb, NULL);

  return G_SOURCE_REMOVE;
}

static void
set_alarm (PlnCore *self)
{
  PlnCoreServers *servers = self->servers;
  gint64 wait = pln_core_times_wait (&servers->times, pln_clock_now ());

  g_clear_handle_id (&servers->alarm, g_source_remove);
  if (servers->is_automatic && servers->known->len > 0 && wait >= 0)
    servers->alarm = wait == 0 ? g_idle_add (alarm_cb, self) : g_timeout_add_seconds ((guint) wait, alarm_cb, self);
}

static void
take (PlnCore      *self,
      PlnCoreEvent  event)
{
  pln_core_times_take (&self->servers->times, event, pln_clock_now ());
  set_alarm (self);
}

static void
network_cb (GNetworkMonitor *monitor,
            gboolean         is_up,
            PlnCore         *self)
{
  take (self, is_up ? PLN_CORE_EVENT_CONNECTED : PLN_CORE_EVENT_CUT_OFF);
}

/**
 * pln_core_sync_by_itself:
 * @self: a core whose library is open and whose accounts were read
 * @minutes: how many lie between two syncs by the clock; 0: none
 *
 * From now on syncs by itself. May be called again with another number.
 */
void
pln_core_sync_by_itself (PlnCore *self,
                         guint    minutes)
{
  PlnCoreServers *servers = self->servers;
  GNetworkMonitor *monitor = g_network_monitor_get_default ();

  g_return_if_fail (PLN_IS_CORE (self));

  servers->times.every = minutes * 60;
  if (servers->is_automatic)
    {
      take (self, PLN_CORE_EVENT_ENDED);
      return;
    }

  servers->is_automatic = TRUE;
  pln_core_times_begin (&servers->times, minutes);
  servers->times.is_up = g_network_monitor_get_network_available (monitor);
  g_signal_connect_object (monitor, "network-changed", G_CALLBACK (network_cb), self, 0);
  take (self, PLN_CORE_EVENT_STARTED);
}

void
pln_core_sync_focused (PlnCore *self)
{
  g_return_if_fail (PLN_IS_CORE (self));

  take (self, PLN_CORE_EVENT_FOCUSED);
}

void
pln_core_sync_now (PlnCore *self)
{
  g_return_if_fail (PLN_IS_CORE (self));

  take (self, PLN_CORE_EVENT_WISHED);
}

void
pln_core_sync_edited (PlnCore *self)
{
  if (self->servers->known->len > 0)
    take (self, PLN_CORE_EVENT_EDITED);
}

void
pln_core_sync_begun (PlnCore *self)
{
  take (self, PLN_CORE_EVENT_BEGUN);
}

/* Servers that want to be left alone are, by all that goes by itself. */
void
pln_core_sync_ended (PlnCore *self)
{
  PlnCoreServers *servers = self->servers;
  gint64 not_before = PLN_CORE_TIMES_NEVER;
  gboolean tries_again = FALSE;

  for (guint i = 0; i < servers->known->len; i++)
    {
      const PlnCoreServer *server = g_ptr_array_index (servers->known, i);

      not_before = MIN (not_before, server->not_before);
      tries_again = tries_again || server->not_before > 0;
    }
  servers->times.not_before = not_before != PLN_CORE_TIMES_NEVER ? not_before : 0;
  take (self, PLN_CORE_EVENT_ENDED);
  if (tries_again && servers->is_automatic)
    {
      servers->times.due = MIN (servers->times.due, MAX (pln_clock_now () + 1, servers->times.not_before));
      set_alarm (self);
    }
}
