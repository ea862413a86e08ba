/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-span.h"
#include "pln-object-model.h"
#include "pln-store-index.h"

#include "pln-gathering.h"
#include "pln-occurrence.h"

#define DAY (24 * 60 * 60)

/* The longest of each class, in seconds. What is longer, or has no end, is in
 * one more: it is looked at whenever it began, but there is little of it. */
static const gint64 lengths[] = { DAY, 8 * DAY, 64 * DAY, 512 * DAY };

/* What floats lies in the index as if this computer were in UTC. */
#define FLOATING DAY

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

#define COLUMNS \
  "SELECT o.uid, o.kind, o.parent, o.calendar, o.title, o.place, o.starts, o.ends, o.zone, o.zone_note, o.all_day," \
  "  o.colour, o.state, o.cancelled, o.track, o.people, o.is_break, o.is_done, o.recurs," \
  "  p.kind, p.colour, p.state, p.cancelled " \
  "FROM object AS o LEFT JOIN object AS p ON o.parent <> '' AND p.uid = o.parent "

#define SHOWN " AND o.kind IN ('gathering', 'session', 'round', 'event', 'action') "

/* ?1 from and ?2 to, ?3 the class, ?4 the earliest start. */
static const char in_class[] =
  COLUMNS "WHERE o.reach = ?3 AND o.shown_from > ?4 AND o.shown_from < ?2 "
          "AND (o.shown_to IS NULL OR o.shown_to >= ?1)" SHOWN;

/**
 * pln_store_span_place:
 * @record: an object
 * @text: the same as text
 * @shown: (out): where it is to be looked for
 *
 * Finds out when an object takes place for the first and for the last time.
 */
void
pln_store_span_place (const PlnIcalRecord *record,
                      GBytes              *text,
                      PlnStoreShown       *shown)
{
  const PlnIcalTime *last = record->end.date_time != NULL ? &record->end : &record->start;
  const PlnIcalTime *first = record->kind != PLN_ICAL_KIND_ACTION ? &record->start : last;

  *shown = (PlnStoreShown) { PLN_STORE_NEVER, PLN_STORE_NEVER, -1 };
  if (first->date_time == NULL)
    return;

  shown->from = pln_store_index_time (first->date_time, first->zone);
  shown->to = pln_store_index_time (last->date_time, last->zone);
  if (record->kind == PLN_ICAL_KIND_ACTION && last->is_date) /* that day */
    shown->to += DAY;
  for (shown->reach = 0; shown->reach < (int) G_N_ELEMENTS (lengths); shown->reach++)
    if (shown->to != PLN_STORE_NEVER && shown->to - shown->from <= lengths[shown->reach])
      break;
}

static gboolean
get_kind (const char        *nick,
          PlnOccurrenceKind *kind)
{
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

/* The gathering's colour and state count for its sessions, too. */
static void
take_from_gathering (PlnOccurrenceData *data,
                     PlnStoreRows      *rows)
{
  gboolean in_gathering = g_str_equal (pln_store_rows_text (rows, PARENT_KIND), "gathering");

  data->is_draft = pln_store_rows_number (rows, STATE) == PLN_STATE_DRAFT
                   || (in_gathering && pln_store_rows_number (rows, PARENT_STATE) == PLN_STATE_DRAFT);
  data->is_cancelled = flag (rows, CANCELLED) || (in_gathering && flag (rows, PARENT_CANCELLED));
  data->colour = pln_store_rows_text (rows, COLOUR);
  if (in_gathering && *data->colour == '\0')
    data->colour = pln_store_rows_text (rows, PARENT_COLOUR);
}

/* Returns: (nullable): %NULL for what has no time that can be told */
static PlnOccurrence *
occurrence_new (PlnStoreDb   *db,
                PlnStoreRows *rows)
{
  g_auto(GStrv) people = g_strsplit (pln_store_rows_text (rows, PEOPLE), "\n", -1);
  g_autoptr(GDateTime) start = read_time (rows, STARTS);
  g_autoptr(GDateTime) end = read_time (rows, ENDS);
  g_autofree char *gathering = NULL;
  PlnOccurrenceData data = {
    .uid = pln_store_rows_text (rows, UID),
    .calendar = pln_store_rows_text (rows, CALENDAR),
    .title = pln_store_rows_text (rows, TITLE),
    .place = pln_store_rows_text (rows, PLACE),
    .track = pln_store_rows_text (rows, TRACK),
    .zone = pln_store_rows_text (rows, ZONE),
    .note = pln_store_rows_text (rows, ZONE_NOTE),
    .people = (const char *const *) people,
    .all_day = flag (rows, ALL_DAY),
    .is_break = flag (rows, IS_BREAK),
    .is_recurring = flag (rows, RECURS),
    .is_done = flag (rows, IS_DONE),
    .read_only = flag (rows, RECURS),
  };

  if (!get_kind (pln_store_rows_text (rows, KIND), &data.kind))
    return NULL;
  if (data.kind == PLN_OCCURRENCE_KIND_ACTION)
    place_action (&data, &start, &end);
  if (start == NULL)
    return NULL;

  data.start = start;
  data.end = end;
  gathering = pln_store_gathering (db, data.uid, pln_store_rows_text (rows, KIND), pln_store_rows_text (rows, PARENT));
  data.gathering = gathering;
  take_from_gathering (&data, rows);

  return pln_occurrence_new (&data);
}

static gboolean
add_class (PlnStoreDb    *db,
           int            reach,
           gint64         from,
           gint64         to,
           GPtrArray     *occurrences,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 earliest = reach < (int) G_N_ELEMENTS (lengths) ? from - FLOATING - lengths[reach] - 1 : G_MININT64;
  g_autoptr(PlnStoreRows) rows = pln_store_db_query (db, error, in_class, "iiii", from - FLOATING, to + FLOATING,
                                                     (gint64) reach, earliest);
  GError *why = NULL;

  while (rows != NULL
         && !g_cancellable_set_error_if_cancelled (cancellable, &why)
         && pln_store_rows_next (rows, &why))
    {
      g_autoptr(PlnOccurrence) occurrence = occurrence_new (db, rows);

      if (occurrence != NULL && pln_occurrence_is_within (occurrence, from, to))
        g_ptr_array_add (occurrences, g_steal_pointer (&occurrence));
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL;
}

/**
 * pln_store_read_span:
 * @db: a connection
 * @from: seconds since 1970
 * @to: seconds since 1970, not part of it
 * @cancellable: (nullable): stops the reading
 * @error: return location for a [error@StoreError]
 *
 * Lists what takes place then. Reads the index, and the text of what repeats.
 *
 * Returns: (transfer full) (nullable) (element-type PlnOccurrence): in no order
 */
GPtrArray *
pln_store_read_span (PlnStoreDb    *db,
                     gint64         from,
                     gint64         to,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(PlnStoreTransaction) moment = pln_store_db_run (db, error, "BEGIN", NULL) ? db : NULL;
  g_autoptr(GPtrArray) occurrences = g_ptr_array_new_with_free_func (g_object_unref);

  if (moment == NULL)
    return NULL;
  for (int reach = 0; reach <= (int) G_N_ELEMENTS (lengths); reach++)
    if (!add_class (db, reach, from, to, occurrences, cancellable, error))
      return NULL;

  return g_steal_pointer (&occurrences);
}
