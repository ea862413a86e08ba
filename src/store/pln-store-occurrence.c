/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-occurrence.h"
#include "pln-object-model.h"
#include "pln-store-index.h"

#include "pln-gathering.h"
#include "pln-ical-recurrence.h"
#include "pln-occurrence.h"

#define MOST_INSTANCES 2000 /* of one series in one span: hourly for twelve weeks */

enum
{
  UID,
  KIND,
  PARENT,
  CALENDAR,
  TITLE,
  PLACE,
  STARTS,
  ENDS,
  ZONE,
  ZONE_NOTE,
  ALL_DAY,
  COLOUR,
  STATE,
  CANCELLED,
  TRACK,
  PEOPLE,
  IS_BREAK,
  IS_DONE,
  RECURS,
  PARENT_KIND,
  PARENT_COLOUR,
  PARENT_STATE,
  PARENT_CANCELLED,
};

/* A group is asked for only if its round is not here: it counts as an event. */
static gboolean
get_kind (const char        *nick,
          PlnOccurrenceKind *kind)
{
  if (g_str_equal (nick, "group"))
    nick = "event";
  for (*kind = PLN_OCCURRENCE_KIND_GATHERING; *kind <= PLN_OCCURRENCE_KIND_ACTION; (*kind)++)
    if (g_str_equal (nick, pln_occurrence_kind_get_nick (*kind)))
      return TRUE;

  return FALSE;
}

static GDateTime *
read_time (PlnStoreRows *rows,
           int           column)
{
  return pln_store_rows_is_null (rows, column)
         ? NULL : pln_store_index_read_time (pln_store_rows_number (rows, column), pln_store_rows_text (rows, ZONE));
}

static gboolean
flag (PlnStoreRows *rows,
      int           column)
{
  return pln_store_rows_number (rows, column) != 0;
}

/* An action is at the time that it is due: all of that day, or a moment. */
static void
place_action (PlnOccurrenceData  *data,
              GDateTime         **start,
              GDateTime         **end)
{
  GDateTime *due = *end != NULL ? *end : *start;
  g_autoptr(GDateTime) at = due != NULL ? g_date_time_ref (due) : NULL;

  g_clear_pointer (start, g_date_time_unref);
  g_clear_pointer (end, g_date_time_unref);
  if (at == NULL)
    return;

  *start = g_date_time_ref (at);
  *end = data->all_day ? g_date_time_add_days (at, 1) : g_date_time_ref (at);
}

/* The gathering's colour and state count for its sessions, too; but a track has
 * a colour of its own, and so have rounds. */
static void
take_from_gathering (PlnOccurrenceData *data,
                     PlnStoreRows      *rows)
{
  gboolean in_gathering = g_str_equal (pln_store_rows_text (rows, PARENT_KIND), "gathering");

  data->is_draft = pln_store_rows_number (rows, STATE) == PLN_STATE_DRAFT
                   || (in_gathering && pln_store_rows_number (rows, PARENT_STATE) == PLN_STATE_DRAFT);
  data->is_cancelled = flag (rows, CANCELLED) || (in_gathering && flag (rows, PARENT_CANCELLED));
  data->colour = pln_store_rows_text (rows, COLOUR);
  if (in_gathering && *data->colour == '\0' && *data->track == '\0' && data->kind != PLN_OCCURRENCE_KIND_ROUND)
    data->colour = pln_store_rows_text (rows, PARENT_COLOUR);
}

static void
fill (PlnOccurrenceData *data,
      PlnStoreRows      *rows)
{
  *data = (PlnOccurrenceData) {
    .kind = data->kind,
    .uid = pln_store_rows_text (rows, UID),
    .calendar = pln_store_rows_text (rows, CALENDAR),
    .title = pln_store_rows_text (rows, TITLE),
    .place = pln_store_rows_text (rows, PLACE),
    .track = pln_store_rows_text (rows, TRACK),
    .zone = pln_store_rows_text (rows, ZONE),
    .note = pln_store_rows_text (rows, ZONE_NOTE),
    .all_day = flag (rows, ALL_DAY),
    .is_break = flag (rows, IS_BREAK),
    .is_done = flag (rows, IS_DONE),
  };
  take_from_gathering (data, rows);
}

static void
add_one (PlnStoreRows      *rows,
         PlnOccurrenceData *data,
         gint64             from,
         gint64             to,
         GPtrArray         *occurrences)
{
  g_autoptr(GDateTime) start = read_time (rows, STARTS);
  g_autoptr(GDateTime) end = read_time (rows, ENDS);
  g_autoptr(PlnOccurrence) occurrence = NULL;

  if (data->kind == PLN_OCCURRENCE_KIND_ACTION)
    place_action (data, &start, &end);
  if (start == NULL)
    return;

  data->start = start;
  data->end = end;
  occurrence = pln_occurrence_new (data);
  if (pln_occurrence_is_within (occurrence, from, to))
    g_ptr_array_add (occurrences, g_steal_pointer (&occurrence));
}

/**
 * pln_store_moment_in:
 * @seconds: since 1970
 * @zone: an IANA name, "UTC", or "" for this computer
 *
 * Returns: (transfer full) (nullable): the moment on the clock of @zone
 */
GDateTime *
pln_store_moment_in (gint64      seconds,
                     const char *zone)
{
  g_autoptr(GTimeZone) there = *zone != '\0' ? pln_ical_zone_load (zone) : g_time_zone_new_local ();
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (seconds);

  return utc != NULL && there != NULL ? g_date_time_to_timezone (utc, there) : g_steal_pointer (&utc);
}

/* What one component says of its instances. */
static void
take_record (PlnOccurrenceData     *data,
             const PlnIcalRecord   *record,
             const PlnIcalInstance *instance)
{
  data->title = record->summary;
  data->place = record->location;
  if (*pln_object_model_colour (record) != '\0')
    data->colour = pln_object_model_colour (record);
  data->is_done = g_str_equal (record->status, "COMPLETED");
  data->is_draft = g_str_equal (record->status, "TENTATIVE");
  data->is_cancelled = instance->is_cancelled;
}

/* Returns: (nullable): %NULL for what no date and time can tell */
static PlnOccurrence *
occurrence_of (const PlnOccurrenceData *series,
               PlnIcalRecurrence       *recurrence,
               const PlnIcalInstance   *instance,
               const char              *doubt)
{
  g_autoptr(GDateTime) start = pln_store_moment_in (instance->start, instance->zone);
  g_autoptr(GDateTime) end = pln_store_moment_in (instance->end, instance->zone);
  const PlnIcalRecord *record = pln_ical_recurrence_get_record (recurrence, instance->part);
  PlnOccurrenceData data = *series;

  if (start == NULL || end == NULL)
    return NULL;

  if (record != NULL)
    take_record (&data, record, instance);
  data.instance = instance->id;
  data.zone = instance->zone;
  data.all_day = instance->is_date;
  data.note = doubt != NULL ? doubt : instance->note;
  data.is_recurring = TRUE;
  data.read_only = doubt != NULL || data.kind != PLN_OCCURRENCE_KIND_EVENT;
  data.start = start;
  data.end = end;

  return pln_occurrence_new (&data);
}

static gboolean
add_series (PlnStoreDb               *db,
            const PlnOccurrenceData  *series,
            gint64                    from,
            gint64                    to,
            GPtrArray                *occurrences,
            GError                  **error)
{
  g_autoptr(GBytes) text = pln_store_text_load (db, series->uid, error);
  g_autoptr(PlnIcalText) lines = text != NULL ? pln_ical_text_new (text, NULL) : NULL;
  g_autoptr(PlnIcalRecurrence) recurrence = lines != NULL ? pln_ical_recurrence_new (lines, NULL) : NULL;
  g_autoptr(GArray) instances = NULL;
  const char *doubt;

  if (recurrence == NULL)
    return text != NULL; /* what cannot be read is not shown, and no reason to show nothing */

  instances = pln_ical_recurrence_list (recurrence, from, to, MOST_INSTANCES, NULL);
  doubt = pln_ical_recurrence_get_doubt (recurrence); /* also what came up just now */
  for (guint i = 0; i < instances->len; i++)
    {
      g_autoptr(PlnOccurrence) occurrence =
        occurrence_of (series, recurrence, &g_array_index (instances, PlnIcalInstance, i), doubt);

      if (occurrence != NULL && pln_occurrence_is_within (occurrence, from, to))
        g_ptr_array_add (occurrences, g_steal_pointer (&occurrence));
    }

  return TRUE;
}

/**
 * pln_store_occurrences_add:
 * @db: a connection
 * @rows: at an object, asked by `PLN_STORE_OCCURRENCE`
 * @from: seconds since 1970
 * @to: seconds since 1970, not part of it
 * @occurrences: (element-type PlnOccurrence): where to add them
 * @error: return location for a [error@StoreError]
 *
 * Adds when an object takes place in a span, which may be never.
 *
 * Returns: %TRUE if that could be read
 */
gboolean
pln_store_occurrences_add (PlnStoreDb    *db,
                           PlnStoreRows  *rows,
                           gint64         from,
                           gint64         to,
                           GPtrArray     *occurrences,
                           GError       **error)
{
  g_auto(GStrv) people = g_strsplit (pln_store_rows_text (rows, PEOPLE), "\n", -1);
  g_autofree char *gathering = NULL;
  PlnOccurrenceData data;

  if (!get_kind (pln_store_rows_text (rows, KIND), &data.kind))
    return TRUE;

  fill (&data, rows);
  gathering = g_str_equal (pln_store_rows_text (rows, KIND), "group")
              ? g_strdup ("")
              : pln_store_gathering (db, data.uid, pln_store_rows_text (rows, KIND), pln_store_rows_text (rows, PARENT));
  data.gathering = gathering;
  data.people = (const char *const *) people;
  if (flag (rows, RECURS))
    return add_series (db, &data, from, to, occurrences, error);

  add_one (rows, &data, from, to, occurrences);

  return TRUE;
}
