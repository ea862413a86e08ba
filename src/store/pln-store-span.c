/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-span.h"
#include "pln-store-index.h"
#include "pln-store-occurrence.h"

#include "pln-ical-recurrence.h"
#include "pln-occurrence.h"

#define DAY (24 * 60 * 60)

/* The longest of each class, in seconds. What is longer, or has no end, is in
 * one more: it is looked at whenever it began, but there is little of it. */
static const gint64 lengths[] = { DAY, 8 * DAY, 64 * DAY, 512 * DAY };

/* What floats lies in the index as if this computer were in UTC, or where it
 * was then. */
#define FLOATING (2 * DAY)

/* A group is seen in its round; without that it is seen here, not lost. */
#define SHOWN " AND (o.kind IN ('gathering', 'session', 'round', 'event', 'action') " \
              "  OR (o.kind = 'group' AND p.uid IS NULL)) "

/* ?1 from and ?2 to, ?3 the class, ?4 the earliest start. */
static const char in_class[] =
  PLN_STORE_OCCURRENCE "WHERE o.reach = ?3 AND o.shown_from > ?4 AND o.shown_from < ?2 "
          "AND (o.shown_to IS NULL OR o.shown_to >= ?1)" SHOWN;

/* Does any component describe one instance? */
gboolean
pln_store_has_overrides (GBytes *text)
{
  gsize length;
  const char *at = g_bytes_get_data (text, &length);

  return g_strstr_len (at, (gssize) length, "RECURRENCE-ID") != NULL;
}

/* From the first instance to the last. What never takes place stays where it
 * says that it begins. */
static void
place_series (GBytes        *text,
              PlnStoreShown *shown)
{
  g_autoptr(PlnIcalText) lines = pln_ical_text_new (text, NULL);
  g_autoptr(PlnIcalRecurrence) recurrence = lines != NULL ? pln_ical_recurrence_new (lines, NULL) : NULL;
  gint64 first, last;

  if (recurrence == NULL || !pln_ical_recurrence_get_bounds (recurrence, &first, &last))
    return;

  shown->from = first;
  shown->to = last != G_MAXINT64 ? last : PLN_STORE_NEVER;
}

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
  if (record->recurs || pln_store_has_overrides (text))
    place_series (text, shown);
  for (shown->reach = 0; shown->reach < (int) G_N_ELEMENTS (lengths); shown->reach++)
    if (shown->to != PLN_STORE_NEVER && shown->to - shown->from <= lengths[shown->reach])
      break;
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
         && pln_store_rows_next (rows, &why)
         && pln_store_occurrences_add (db, rows, from, to, occurrences, &why))
    ;
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return pln_occurrence_compare (*(PlnOccurrence **) a, *(PlnOccurrence **) b);
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
 * Returns: (transfer full) (nullable) (element-type PlnOccurrence): in order,
 *   see [method@Occurrence.compare]
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
  g_ptr_array_sort (occurrences, compare);

  return g_steal_pointer (&occurrences);
}
