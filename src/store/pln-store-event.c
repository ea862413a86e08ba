/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-event.h"
#include "pln-store-occurrence.h"
#include "pln-store-repeat.h"
#include "pln-store-write.h"
#include "pln-config.h"

#include "pln-ical-recurrence.h"

#include <glib/gi18n.h>

#define DAY            (24 * 60 * 60)
#define MOST_INSTANCES 100000

/* The component that describes an instance: its own, or that of the series. */
static int
find_part (PlnIcalText *text,
           const char  *uid,
           const char  *instance)
{
  int part = *instance != '\0' ? pln_ical_text_find_part (text, "VEVENT", uid, instance) : -1;

  return part >= 0 ? part : pln_ical_record_find_main (text);
}

static PlnEvent *
event_new (const PlnIcalRecord *record,
           const char          *calendar)
{
  PlnEvent *event = pln_event_new (record->uid);

  pln_event_set_calendar (event, calendar);
  pln_event_set_title (event, record->summary);
  pln_event_set_place (event, record->location);
  pln_event_set_description (event, record->description);
  pln_event_set_times (event, record->start.date_time, record->end.date_time, record->start.zone,
                       record->start.is_date);

  return event;
}

static gboolean
find_among (PlnIcalRecurrence *recurrence,
            const char        *id,
            gint64             from,
            gint64             to,
            PlnIcalInstance   *found)
{
  g_autoptr(GArray) instances = pln_ical_recurrence_list (recurrence, from, to, MOST_INSTANCES, NULL);

  for (guint i = 0; i < instances->len; i++)
    {
      *found = g_array_index (instances, PlnIcalInstance, i);
      if (g_str_equal (found->id, id))
        return TRUE;
    }

  return FALSE;
}

/* An instance takes place near the time that its RECURRENCE-ID says, unless it
 * was moved away. */
static gboolean
find_instance (PlnIcalRecurrence *recurrence,
               const char        *id,
               PlnIcalInstance   *found)
{
  g_autofree char *day = g_strndup (id, 8);
  g_autofree char *midnight = g_strconcat (day, "T000000Z", NULL);
  g_autoptr(GDateTime) at = g_date_time_new_from_iso8601 (midnight, NULL);
  gint64 near = at != NULL ? g_date_time_to_unix (at) : 0;
  gint64 first, last;

  if (find_among (recurrence, id, near - (2 * DAY), near + (3 * DAY), found))
    return TRUE;

  return pln_ical_recurrence_get_bounds (recurrence, &first, &last) && find_among (recurrence, id, first, last, found);
}

static void
place (PlnEvent              *event,
       const PlnIcalInstance *instance)
{
  g_autoptr(GDateTime) start = pln_store_moment_in (instance->start, instance->zone);
  g_autoptr(GDateTime) end = pln_store_moment_in (instance->end, instance->zone);

  pln_event_set_times (event, start, end, instance->zone, instance->is_date);
}

static PlnEvent *
read_event (GBytes      *bytes,
            const char  *uid,
            const char  *calendar,
            const char  *instance,
            GError     **error)
{
  g_autoptr(PlnIcalText) text = pln_ical_text_new (bytes, error);
  g_autoptr(PlnIcalRecurrence) recurrence = text != NULL ? pln_ical_recurrence_new (text, NULL) : NULL;
  g_autoptr(PlnIcalZones) zones = text != NULL ? pln_ical_zones_new (text) : NULL;
  int part = text != NULL ? find_part (text, uid, instance) : -1;
  g_autoptr(PlnIcalRecord) record = part >= 0 ? pln_ical_record_read (text, (guint) part, zones, error) : NULL;
  PlnIcalInstance found;
  PlnEvent *event;

  if (record == NULL)
    {
      if (text != NULL && part < 0)
        g_set_error_literal (error, PLN_STORE_ERROR, PLN_STORE_ERROR_NOT_FOUND, _("This is not an event."));
      return NULL;
    }

  event = event_new (record, calendar);
  pln_event_set_instance (event, instance);
  if (recurrence != NULL)
    {
      g_autofree char *repeats = pln_store_repeat_words (recurrence);

      pln_event_set_repeats (event, repeats);
      pln_event_set_is_recurring (event, pln_ical_recurrence_recurs (recurrence));
      pln_event_set_doubt (event, pln_ical_recurrence_get_doubt (recurrence));
      if (*instance != '\0' && find_instance (recurrence, instance, &found))
        place (event, &found);
    }

  return event;
}

/**
 * pln_store_read_event:
 * @db: a connection
 * @uid: an event
 * @instance: the RECURRENCE-ID of one of its instances, or ""
 * @error: return location for a [error@StoreError]; `PLN_STORE_ERROR_NOT_FOUND`
 *   if there is none of that UID
 *
 * Reads what a form shows of an event, or of one of its instances.
 *
 * Returns: (transfer full) (nullable): a fresh model
 */
PlnEvent *
pln_store_read_event (PlnStoreDb  *db,
                      const char  *uid,
                      const char  *instance,
                      GError     **error)
{
  GError *why = NULL;
  g_autoptr(PlnStoreRow) row = pln_store_row_load (db, uid, &why);
  g_autoptr(GBytes) text = row != NULL ? pln_store_text_load (db, uid, &why) : NULL;

  if (text != NULL)
    return read_event (text, uid, row->calendar, instance, error);

  if (why != NULL)
    g_propagate_error (error, why);
  else
    g_set_error_literal (error, PLN_STORE_ERROR, PLN_STORE_ERROR_NOT_FOUND,
                         _("This event is no longer in the library. It may lie in the bin."));

  return NULL;
}
