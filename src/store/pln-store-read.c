/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-read.h"
#include "pln-object-day.h"
#include "pln-object-model.h"
#include "pln-store-files.h"
#include "pln-store-index.h"
#include "pln-store.h"
#include "pln-config.h"

#include <glib/gi18n.h>
#include <string.h>

enum
{
  UID,
  CALENDAR,
  ORGANISERS_CALENDAR,
  TITLE,
  PLACE,
  ONLINE,
  URL,
  STARTS,
  ENDS,
  ZONE,
  ZONE_NOTE,
  ALL_DAY,
  COLOUR,
  ORGANISER_NAME,
  ORGANISER_EMAIL,
  CAPACITY,
  ANSWER_BY,
  STATE,
  CANCELLED,
  SERIES,
  PREVIOUS,
  ROOMS,
  SEQUENCE,
  GOING,
  MAYBE,
  SILENT,
  DECLINED,
  WAITING,
  TOLD,
  CAME,
};

static const char list_sql[] =
  "SELECT uid, calendar, organisers_calendar, title, place, online, url, starts, ends, zone, zone_note, all_day,"
  "  colour, organiser_name, organiser_email, capacity, answer_by, state, cancelled, series, previous, rooms,"
  "  sequence, going, maybe, silent, declined, waiting, told, came "
  "FROM object WHERE kind = 'gathering' ORDER BY starts, uid";

static GDateTime *
read_time (PlnStoreRows *rows,
           int           column,
           const char   *zone)
{
  return pln_store_rows_is_null (rows, column)
         ? NULL : pln_store_index_read_time (pln_store_rows_number (rows, column), zone);
}

static void
set_times (PlnGathering *gathering,
           PlnStoreRows *rows)
{
  const char *zone = pln_store_rows_text (rows, ZONE);
  g_autoptr(GDateTime) start = read_time (rows, STARTS, zone);
  g_autoptr(GDateTime) end = read_time (rows, ENDS, zone);
  g_autoptr(GDateTime) answer_by = read_time (rows, ANSWER_BY, zone);

  pln_gathering_set_times (gathering, start, end, zone, pln_store_rows_number (rows, ALL_DAY) != 0);
  pln_gathering_set_zone_note (gathering, pln_store_rows_text (rows, ZONE_NOTE));
  pln_gathering_set_answer_by (gathering, answer_by);
}

static void
set_words (PlnGathering *gathering,
           PlnStoreRows *rows)
{
  g_auto(GStrv) rooms = g_strsplit (pln_store_rows_text (rows, ROOMS), "\n", -1);

  pln_gathering_set_title (gathering, pln_store_rows_text (rows, TITLE));
  pln_gathering_set_location (gathering, pln_store_rows_text (rows, PLACE));
  pln_gathering_set_online (gathering, pln_store_rows_text (rows, ONLINE));
  pln_gathering_set_url (gathering, pln_store_rows_text (rows, URL));
  pln_gathering_set_colour (gathering, pln_store_rows_text (rows, COLOUR));
  pln_gathering_set_organiser (gathering, pln_store_rows_text (rows, ORGANISER_NAME),
                               pln_store_rows_text (rows, ORGANISER_EMAIL));
  pln_gathering_set_series (gathering, pln_store_rows_text (rows, SERIES), pln_store_rows_text (rows, PREVIOUS));
  pln_gathering_set_rooms (gathering, (const char *const *) rooms);
}

static PlnGathering *
gathering_new (PlnStoreRows *rows)
{
  PlnGathering *gathering = pln_gathering_new (pln_store_rows_text (rows, UID));
  guint answers[PLN_N_ANSWERS];

  pln_gathering_set_places (gathering, pln_store_rows_text (rows, CALENDAR),
                            pln_store_rows_text (rows, ORGANISERS_CALENDAR));
  set_words (gathering, rows);
  set_times (gathering, rows);
  pln_gathering_set_capacity (gathering, pln_store_rows_number (rows, CAPACITY));
  pln_gathering_set_state (gathering, (PlnState) pln_store_rows_number (rows, STATE));
  pln_gathering_set_cancelled (gathering, pln_store_rows_number (rows, CANCELLED) != 0);
  pln_gathering_set_sequence (gathering, (int) pln_store_rows_number (rows, SEQUENCE));

  answers[PLN_ANSWER_ACCEPTED] = pln_store_rows_number (rows, GOING);
  answers[PLN_ANSWER_TENTATIVE] = pln_store_rows_number (rows, MAYBE);
  answers[PLN_ANSWER_NEEDS_ACTION] = pln_store_rows_number (rows, SILENT);
  answers[PLN_ANSWER_DECLINED] = pln_store_rows_number (rows, DECLINED);
  pln_gathering_set_counts (gathering, answers, pln_store_rows_number (rows, WAITING),
                            pln_store_rows_number (rows, TOLD), pln_store_rows_number (rows, CAME));

  return gathering;
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  GDateTime *one = pln_gathering_get_start (*(PlnGathering **) a);
  GDateTime *two = pln_gathering_get_start (*(PlnGathering **) b);

  if (one == NULL || two == NULL)
    return (one == NULL) - (two == NULL);

  return g_date_time_compare (one, two);
}

/**
 * pln_store_read_gatherings:
 * @db: a connection
 * @cancellable: (nullable): stops the reading
 * @error: return location for a [error@StoreError]
 *
 * Lists all gatherings, without attendees, sessions and description. Reads the
 * index only.
 *
 * Returns: (transfer full) (nullable) (element-type PlnGathering): by start
 */
GPtrArray *
pln_store_read_gatherings (PlnStoreDb    *db,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr(PlnStoreRows) rows = pln_store_db_query (db, error, list_sql, NULL);
  g_autoptr(GPtrArray) gatherings = g_ptr_array_new_with_free_func (g_object_unref);
  GError *why = NULL;

  while (rows != NULL
         && !g_cancellable_set_error_if_cancelled (cancellable, &why)
         && pln_store_rows_next (rows, &why))
    g_ptr_array_add (gatherings, gathering_new (rows));
  if (why != NULL)
    g_propagate_error (error, why);
  if (rows == NULL || why != NULL)
    return NULL;

  g_ptr_array_sort (gatherings, compare_starts); /* what floats is compared here */

  return g_steal_pointer (&gatherings);
}

static gboolean
add_sessions (PlnStoreDb    *db,
              PlnGathering  *gathering,
              GError       **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT text FROM object JOIN content USING (id) "
                                   "WHERE parent = ? AND kind = 'session' ORDER BY starts, id",
                        "s", pln_gathering_get_uid (gathering));
  g_autoptr(GPtrArray) sessions = g_ptr_array_new_with_free_func (g_object_unref);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      g_autoptr(GBytes) text = pln_store_rows_bytes (rows, 0);
      g_autoptr(PlnIcalRecord) record = pln_ical_record_read_object (text, NULL);

      if (record != NULL)
        g_ptr_array_add (sessions, pln_object_model_session (record));
    }
  if (why != NULL)
    g_propagate_error (error, why);
  else
    pln_gathering_set_sessions (gathering, sessions);

  return rows != NULL && why == NULL;
}

static gboolean
add_groups (PlnStoreDb    *db,
            PlnGathering  *gathering,
            PlnRound      *round,
            GError       **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT text FROM object JOIN content USING (id) "
                                   "WHERE parent = ? AND kind = 'group' ORDER BY id", "s", pln_round_get_uid (round));
  g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func (g_object_unref);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      g_autoptr(GBytes) text = pln_store_rows_bytes (rows, 0);
      g_autoptr(PlnIcalRecord) record = pln_ical_record_read_object (text, NULL);

      if (record != NULL)
        g_ptr_array_add (groups, pln_object_day_group (record, gathering));
    }
  if (why != NULL)
    g_propagate_error (error, why);
  else
    pln_round_set_groups (round, groups);

  return rows != NULL && why == NULL;
}

static gboolean
add_rounds (PlnStoreDb    *db,
            PlnGathering  *gathering,
            GError       **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT text FROM object JOIN content USING (id) "
                                   "WHERE parent = ? AND kind = 'round' ORDER BY id",
                        "s", pln_gathering_get_uid (gathering));
  g_autoptr(GPtrArray) rounds = g_ptr_array_new_with_free_func (g_object_unref);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      g_autoptr(GBytes) text = pln_store_rows_bytes (rows, 0);
      g_autoptr(PlnIcalRecord) record = pln_ical_record_read_object (text, NULL);

      if (record == NULL)
        continue;
      g_ptr_array_add (rounds, pln_object_day_round (record));
      if (!add_groups (db, gathering, g_ptr_array_index (rounds, rounds->len - 1), &why))
        break;
    }
  if (why != NULL)
    g_propagate_error (error, why);
  else
    pln_gathering_set_rounds (gathering, rounds);

  return rows != NULL && why == NULL;
}

static gboolean
add_notes (PlnStoreDb    *db,
           PlnGathering  *gathering,
           GError       **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error,
                        "WITH RECURSIVE part (uid) AS (VALUES (?1) UNION "
                        "  SELECT object.uid FROM object JOIN part ON object.parent = part.uid"
                        "  WHERE object.parent <> '') "
                        "SELECT text FROM part JOIN object USING (uid) JOIN content USING (id) WHERE kind = 'note'",
                        "s", pln_gathering_get_uid (gathering));
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      g_autoptr(GBytes) text = pln_store_rows_bytes (rows, 0);
      PlnNote *note = pln_object_model_note (text);

      if (note != NULL)
        g_ptr_array_add (notes, note);
    }
  if (why != NULL)
    g_propagate_error (error, why);
  else
    pln_gathering_set_notes (gathering, notes);

  return rows != NULL && why == NULL;
}

static PlnGathering *
read_gathering (PlnStoreDb         *db,
                const PlnStoreRow  *row,
                GError            **error)
{
  g_autoptr(GPtrArray) people = NULL;
  g_autofree char *calendar = NULL;
  g_autoptr(GPtrArray) presence = NULL;
  g_autoptr(PlnIcalRecord) record = pln_store_index_load (db, row, &people, &presence, &calendar, error);
  g_autoptr(PlnGathering) gathering = NULL;
  g_autoptr(GPtrArray) attendees = NULL;

  if (record == NULL)
    return NULL;

  gathering = pln_object_model_gathering (record, row->calendar, calendar);
  attendees = pln_object_model_attendees (record, people, presence);
  pln_gathering_add_attendees (gathering, attendees);
  if (!add_sessions (db, gathering, error)
      || !add_rounds (db, gathering, error)
      || !add_notes (db, gathering, error))
    return NULL;
  pln_gathering_set_loaded (gathering, TRUE);

  return g_steal_pointer (&gathering);
}

/**
 * pln_store_read_gathering:
 * @db: a connection
 * @uid: a gathering
 * @error: return location for a [error@StoreError]; `PLN_STORE_ERROR_NOT_FOUND`
 *   if there is none of that UID
 *
 * Reads one gathering as it is at one moment, with its attendees, sessions,
 * rounds and notes.
 *
 * Returns: (transfer full) (nullable): a fresh model
 */
PlnGathering *
pln_store_read_gathering (PlnStoreDb  *db,
                          const char  *uid,
                          GError     **error)
{
  g_autoptr(PlnStoreTransaction) moment = pln_store_db_run (db, error, "BEGIN", NULL) ? db : NULL;
  GError *why = NULL;
  g_autoptr(PlnStoreRow) row = moment != NULL ? pln_store_row_load (db, uid, &why) : NULL;

  if (why != NULL)
    g_propagate_error (error, why);
  else if (moment != NULL && (row == NULL || !g_str_equal (row->kind, "gathering")))
    g_set_error_literal (error, PLN_STORE_ERROR, PLN_STORE_ERROR_NOT_FOUND,
                         _("This gathering is no longer in the library. It may lie in the bin."));
  else if (row != NULL)
    return read_gathering (db, row, error);

  return NULL;
}

/**
 * pln_store_object_free:
 * @object: (transfer full): an object
 */
void
pln_store_object_free (PlnStoreObject *object)
{
  g_free (object->uid);
  g_free (object->calendar);
  g_free (object->kind);
  g_free (object->parent);
  g_clear_pointer (&object->text, g_bytes_unref);
  g_free (object);
}

static PlnStoreObject *
object_new (PlnStoreRows *rows)
{
  PlnStoreObject *object = g_new0 (PlnStoreObject, 1);

  object->uid = g_strdup (pln_store_rows_text (rows, 0));
  object->calendar = g_strdup (pln_store_rows_text (rows, 1));
  object->kind = g_strdup (pln_store_rows_text (rows, 2));
  object->parent = g_strdup (pln_store_rows_text (rows, 3));
  object->text = pln_store_rows_bytes (rows, 4);

  return object;
}

static gboolean
add_objects (GPtrArray     *objects,
             PlnStoreRows  *rows, /* (transfer full) (nullable) */
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(PlnStoreRows) own = rows;
  GError *why = NULL;

  while (own != NULL
         && !g_cancellable_set_error_if_cancelled (cancellable, &why)
         && pln_store_rows_next (own, &why))
    g_ptr_array_add (objects, object_new (own));
  if (why != NULL)
    g_propagate_error (error, why);

  return own != NULL && why == NULL;
}

#define OBJECT "SELECT uid, calendar, kind, parent, text FROM object JOIN content USING (id) "

/**
 * pln_store_read_objects:
 * @db: a connection
 * @uids: (nullable): the objects; %NULL for all
 * @with_parts: whether all that belongs to them is read too
 * @cancellable: (nullable): stops the reading
 * @error: return location for a [error@StoreError]
 *
 * Those that are not there are left out.
 *
 * Returns: (transfer full) (nullable) (element-type PlnStoreObject): the objects
 */
GPtrArray *
pln_store_read_objects (PlnStoreDb         *db,
                        const char *const  *uids,
                        gboolean            with_parts,
                        GCancellable       *cancellable,
                        GError            **error)
{
  g_autoptr(GPtrArray) objects = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_object_free);

  if (uids == NULL)
    return add_objects (objects, pln_store_db_query (db, error, OBJECT "ORDER BY id", NULL), cancellable, error)
           ? g_steal_pointer (&objects) : NULL;

  for (; *uids != NULL; uids++)
    {
      g_autoptr(GPtrArray) parts = with_parts ? pln_store_parts (db, *uids, error) : g_ptr_array_new ();

      if (parts == NULL)
        return NULL;
      if (!with_parts)
        g_ptr_array_add (parts, (gpointer) *uids);
      for (guint i = 0; i < parts->len; i++)
        if (!add_objects (objects, pln_store_db_query (db, error, OBJECT "WHERE uid = ?", "s", parts->pdata[i]),
                          cancellable, error))
          return NULL;
    }

  return g_steal_pointer (&objects);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/**
 * pln_store_read_calendars:
 * @db: a connection
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the names of the
 *   calendars that have objects or a folder, without the private ones
 */
GPtrArray *
pln_store_read_calendars (PlnStoreDb  *db,
                          GError     **error)
{
  g_autoptr(PlnStoreRows) rows = pln_store_db_query (db, error, "SELECT DISTINCT calendar FROM object", NULL);
  g_autoptr(GPtrArray) names = pln_store_files_calendars (db);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    if (!g_ptr_array_find_with_equal_func (names, pln_store_rows_text (rows, 0), g_str_equal, NULL))
      g_ptr_array_add (names, g_strdup (pln_store_rows_text (rows, 0)));
  if (why != NULL)
    g_propagate_error (error, why);
  if (rows == NULL || why != NULL)
    return NULL;

  for (guint i = names->len; i > 0; i--)
    if (g_str_has_prefix (g_ptr_array_index (names, i - 1), PLN_STORE_PRIVATE "/"))
      g_ptr_array_remove_index (names, i - 1);
  g_ptr_array_sort (names, compare_names);

  return g_steal_pointer (&names);
}

/**
 * pln_store_read_facts:
 * @db: a connection
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): all facts
 */
GHashTable *
pln_store_read_facts (PlnStoreDb  *db,
                      GError     **error)
{
  g_autoptr(PlnStoreRows) rows = pln_store_db_query (db, error, "SELECT name, value FROM fact", NULL);
  g_autoptr(GHashTable) facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    g_hash_table_insert (facts, g_strdup (pln_store_rows_text (rows, 0)), g_strdup (pln_store_rows_text (rows, 1)));
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL ? g_steal_pointer (&facts) : NULL;
}
