/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-index.h"
#include "pln-object-model.h"
#include "pln-store-span.h"

#include "pln-str.h"

/**
 * pln_store_index_time:
 * @time: a time
 * @zone: its zone, as in [struct@IcalTime]
 *
 * Returns: the number that stands for it in the index
 */
gint64
pln_store_index_time (GDateTime  *time,
                      const char *zone)
{
  gint64 seconds = g_date_time_to_unix (time);

  if (*zone == '\0')
    seconds += g_date_time_get_utc_offset (time) / G_TIME_SPAN_SECOND;

  return seconds;
}

/**
 * pln_store_index_read_time:
 * @stored: a number from the index
 * @zone: its zone
 *
 * Returns: (transfer full) (nullable): the time that it stands for
 */
GDateTime *
pln_store_index_read_time (gint64      stored,
                           const char *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (stored);
  g_autoptr(GTimeZone) there = NULL;

  if (utc == NULL)
    return NULL;
  if (*zone == '\0')
    return g_date_time_new_local (g_date_time_get_year (utc), g_date_time_get_month (utc),
                                  g_date_time_get_day_of_month (utc), g_date_time_get_hour (utc),
                                  g_date_time_get_minute (utc), g_date_time_get_seconds (utc));

  there = pln_ical_zone_load (zone);

  return g_date_time_to_timezone (utc, there);
}

static PlnIcalKind
kind_from_nick (const char *nick)
{
  for (int kind = PLN_ICAL_KIND_EVENT; kind <= PLN_ICAL_KIND_JOURNAL; kind++)
    if (g_str_equal (nick, pln_ical_kind_get_nick (kind)))
      return kind;

  return PLN_ICAL_KIND_EVENT;
}

/**
 * pln_store_index_kind:
 * @db: a connection
 * @record: an object
 *
 * Returns: what it is, as far as is known without its children: its own word,
 *   or what follows from its parent, if that is here
 */
const char *
pln_store_index_kind (PlnStoreDb          *db,
                      const PlnIcalRecord *record)
{
  g_autoptr(PlnStoreRow) parent = *record->parent != '\0' ? pln_store_row_load (db, record->parent, NULL) : NULL;
  PlnIcalKind kind = record->kind;

  if (parent != NULL)
    kind = pln_ical_kind_from_parent (kind, record->uid, kind_from_nick (parent->kind));

  return pln_ical_kind_get_nick (kind);
}

/* Objects that came before their parent, and without a word of what they are. */
static gboolean
name_children (PlnStoreDb  *db,
               const char  *uid,
               const char  *kind,
               GError     **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT id, uid, kind FROM object "
                                   "WHERE parent = ? AND parent <> '' AND kind IN ('event', 'journal')", "s", uid);

  while (rows != NULL && pln_store_rows_next (rows, NULL))
    {
      PlnIcalKind child = pln_ical_kind_from_parent (kind_from_nick (pln_store_rows_text (rows, 2)),
                                                     pln_store_rows_text (rows, 1), kind_from_nick (kind));

      if (!pln_store_db_run (db, error, "UPDATE object SET kind = ? WHERE id = ?", "si",
                             pln_ical_kind_get_nick (child), pln_store_rows_number (rows, 0)))
        return FALSE;
    }

  return rows != NULL;
}

static gboolean
put_time (PlnStoreDb   *db,
          gint64        id,
          const char   *sql,
          GDateTime    *time,
          const char   *zone,
          GError      **error)
{
  return time == NULL
         || pln_store_db_run (db, error, sql, "ii", pln_store_index_time (time, zone), id);
}

static gint64
time_or_never (const PlnIcalTime *time,
               const char        *zone)
{
  return time->date_time != NULL ? pln_store_index_time (time->date_time, zone) : PLN_STORE_NEVER;
}

/* Speakers, or whoever an action falls to. Who runs a gathering is no speaker. */
static char *
people_of (const PlnIcalRecord *record)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  if (record->kind == PLN_ICAL_KIND_GATHERING)
    return g_strdup ("");
  if (record->kind != PLN_ICAL_KIND_ACTION)
    return g_strjoinv ("\n", record->speakers);

  for (guint i = 0; i < record->attendees->len; i++)
    {
      const PlnIcalAttendee *attendee = g_ptr_array_index (record->attendees, i);

      g_ptr_array_add (names, (char *) (*attendee->name != '\0' ? attendee->name : attendee->email));
    }
  g_ptr_array_add (names, NULL);

  return g_strjoinv ("\n", (char **) names->pdata);
}

/* What calendar views show of it, and where they look for it. */
static gboolean
put_shown (PlnStoreDb           *db,
           gint64                id,
           const PlnIcalRecord  *record,
           GBytes               *text,
           GError              **error)
{
  g_autofree char *people = people_of (record);
  PlnStoreShown shown;

  pln_store_span_place (record, text, &shown);

  return pln_store_db_run (db, error,
                           "UPDATE object SET zone_note = ?1, colour = ?2, cancelled = ?3, track = ?4, people = ?5,"
                           "  is_break = ?6, is_done = ?7, recurs = ?8, shown_from = nullif (?9, ?10),"
                           "  shown_to = nullif (?11, ?10), reach = nullif (?12, -1),"
                           "  state = iif (kind = 'gathering', state, ?14) WHERE id = ?13",
                           "ssissiiiiiiiii", record->start.note != NULL ? record->start.note : "",
                           pln_object_model_colour (record), (gint64) g_str_equal (record->status, "CANCELLED"),
                           pln_object_model_track (record), people, (gint64) record->is_break,
                           (gint64) g_str_equal (record->status, "COMPLETED"),
                           (gint64) (record->recurs || pln_store_has_overrides (text)),
                           shown.from, PLN_STORE_NEVER, shown.to, (gint64) shown.reach, id,
                           (gint64) (g_str_equal (record->status, "TENTATIVE") ? PLN_STATE_DRAFT : PLN_STATE_PUBLISHED));
}

static gboolean
put_columns (PlnStoreDb           *db,
             gint64                id,
             const PlnIcalRecord  *record,
             const char           *kind,
             GError              **error)
{
  gboolean is_due = record->kind == PLN_ICAL_KIND_ACTION && record->end.date_time != NULL;
  const PlnIcalTime *first = is_due ? &record->end : &record->start;

  return pln_store_db_run (db, error,
                           "UPDATE object SET kind = ?1, parent = ?2, title = ?3, place = ?4,"
                           "  starts = nullif (?5, ?6), ends = nullif (?7, ?6), zone = ?8, all_day = ?9 WHERE id = ?10",
                           "ssssiiisii", kind, record->parent, record->summary, record->location,
                           time_or_never (&record->start, first->zone), PLN_STORE_NEVER,
                           time_or_never (&record->end, first->zone), first->zone, (gint64) first->is_date, id);
}

static gboolean
put_words (PlnStoreDb           *db,
           gint64                id,
           const PlnIcalRecord  *record,
           const char           *kind,
           GError              **error)
{
  g_autofree char *speakers = g_strjoinv ("\n", record->speakers);
  g_autofree char *categories = g_strjoinv ("\n", record->categories);
  g_autofree char *people = g_strjoin ("\n", speakers, record->organiser_name, record->organiser_email, NULL);
  g_autofree char *body = g_strjoin ("\n", record->description, categories, NULL);

  return pln_store_db_run (db, error, "DELETE FROM words WHERE rowid = ?", "i", id)
         && pln_store_db_run (db, error, "DELETE FROM gathering_words WHERE rowid = ?", "i", id)
         && pln_store_db_run (db, error,
                              g_str_equal (kind, "gathering")
                              ? "INSERT INTO gathering_words (rowid, title, place, people, body) VALUES (?, ?, ?, ?, ?)"
                              : "INSERT INTO words (rowid, title, place, people, body) VALUES (?, ?, ?, ?, ?)",
                              "issss", id, record->summary, record->location, people, body);
}

/**
 * pln_store_index_put:
 * @write: a change
 * @id: the number of an object
 * @record: what its text says
 * @text: its text
 * @gathering: the gathering that it belongs to, or ""
 * @error: return location for a [error@StoreError]
 *
 * Notes what lists, counts and searches need to know of an object.
 *
 * Returns: %TRUE if it was noted
 */
gboolean
pln_store_index_put (PlnStoreWrite        *write,
                     gint64                id,
                     const PlnIcalRecord  *record,
                     GBytes               *text,
                     const char           *gathering,
                     GError              **error)
{
  const char *kind = pln_store_index_kind (write->db, record);

  return put_columns (write->db, id, record, kind, error)
         && put_shown (write->db, id, record, text, error)
         && put_words (write->db, id, record, kind, error)
         && pln_store_index_people (write->db, id, record, gathering, error)
         && name_children (write->db, record->uid, kind, error);
}

/**
 * pln_store_index_again:
 * @db: the writer's connection, in a transaction
 * @error: return location for a [error@StoreError]
 *
 * Notes of all objects what calendar views need to know, as the libraries of
 * the first version did not.
 *
 * Returns: %TRUE if it was noted
 */
gboolean
pln_store_index_again (PlnStoreDb  *db,
                       GError     **error)
{
  g_autoptr(PlnStoreRows) rows = pln_store_db_query (db, error,
                                                     "SELECT id, kind, text FROM object JOIN content USING (id)", NULL);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      gint64 id = pln_store_rows_number (rows, 0);
      g_autoptr(GBytes) text = pln_store_rows_bytes (rows, 2);
      g_autoptr(PlnIcalRecord) record = pln_ical_record_read_object (text, NULL);

      if (record != NULL
          && (!put_columns (db, id, record, pln_store_rows_text (rows, 1), &why)
              || !put_shown (db, id, record, text, &why)))
        break;
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL;
}

/* Those of a kind that belong to it, in the order in which they came. */
static GPtrArray *
load_parts (PlnStoreDb  *db,
            const char  *gathering,
            const char  *kind,
            char       **calendar,
            GError     **error)
{
  g_autoptr(PlnStoreRows) rows =
    pln_store_db_query (db, error, "SELECT text, calendar FROM object JOIN content USING (id) "
                                   "WHERE parent = ? AND kind = ? ORDER BY id", "ss", gathering, kind);
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_ical_record_free);
  GError *why = NULL;

  while (rows != NULL && pln_store_rows_next (rows, &why))
    {
      g_autoptr(GBytes) text = pln_store_rows_bytes (rows, 0);
      PlnIcalRecord *record = pln_ical_record_read_object (text, NULL);

      if (record != NULL)
        g_ptr_array_add (parts, record);
      pln_set_str (calendar, pln_store_rows_text (rows, 1));
    }
  if (why != NULL)
    g_propagate_error (error, why);

  return rows != NULL && why == NULL ? g_steal_pointer (&parts) : NULL;
}

/* Where the organisers' part will lie, as long as there is none. */
static const char *
usual_calendar (const PlnStoreRow *row)
{
  return g_str_equal (row->calendar, PLN_STORE_EXAMPLES) ? PLN_STORE_EXAMPLES : PLN_STORE_ORGANISERS;
}

/**
 * pln_store_index_load:
 * @db: a connection
 * @row: a gathering
 * @people: (out) (element-type PlnIcalRecord): its people objects
 * @presence: (out) (element-type PlnIcalRecord): its presence objects
 * @organisers_calendar: (out): where these lie, or will lie
 * @error: return location for a [error@StoreError]
 *
 * Reads what says who belongs to a gathering, and who is there.
 *
 * Returns: (transfer full) (nullable): the gathering, or %NULL on error
 */
PlnIcalRecord *
pln_store_index_load (PlnStoreDb         *db,
                      const PlnStoreRow  *row,
                      GPtrArray         **people,
                      GPtrArray         **presence,
                      char              **organisers_calendar,
                      GError            **error)
{
  g_autoptr(GBytes) text = pln_store_text_load (db, row->uid, error);
  PlnIcalRecord *record = text != NULL ? pln_ical_record_read_object (text, error) : NULL;

  *organisers_calendar = g_strdup (usual_calendar (row));
  *presence = record != NULL ? load_parts (db, row->uid, "presence", organisers_calendar, error) : NULL;
  *people = *presence != NULL ? load_parts (db, row->uid, "people", organisers_calendar, error) : NULL;
  if (*people == NULL)
    g_clear_pointer (&record, pln_ical_record_free);

  return record;
}

/* All that the list of gatherings shows. */
static gboolean
put_gathering (PlnStoreDb    *db,
               gint64         id,
               PlnGathering  *gathering,
               GError       **error)
{
  const char *const *names = pln_gathering_get_rooms (gathering);
  g_autofree char *rooms = g_strjoinv ("\n", (char **) names);
  const char *zone = pln_gathering_get_zone (gathering);

  return pln_store_db_run (db, error,
                           "UPDATE object SET answer_by = NULL, ends = NULL, zone_note = ?, colour = ?, state = ?,"
                           "  cancelled = ?, series = ?, previous = ?, online = ?, url = ?, organiser_name = ?,"
                           "  organiser_email = ?, organisers_calendar = ?, capacity = ?, rooms = ?, sequence = ? "
                           "WHERE id = ?", "ssiisssssssisii",
                           pln_gathering_get_zone_note (gathering), pln_gathering_get_colour (gathering),
                           (gint64) pln_gathering_get_state (gathering),
                           (gint64) pln_gathering_get_cancelled (gathering),
                           pln_gathering_get_series (gathering), pln_gathering_get_previous (gathering),
                           pln_gathering_get_online (gathering), pln_gathering_get_url (gathering),
                           pln_gathering_get_organiser_name (gathering),
                           pln_gathering_get_organiser_email (gathering),
                           pln_gathering_get_organisers_calendar (gathering),
                           (gint64) pln_gathering_get_capacity (gathering), rooms,
                           (gint64) pln_gathering_get_sequence (gathering), id)
         && put_time (db, id, "UPDATE object SET answer_by = ? WHERE id = ?",
                      pln_gathering_get_answer_by (gathering), zone, error)
         && put_time (db, id, "UPDATE object SET ends = ? WHERE id = ?",
                      pln_gathering_get_end (gathering), zone, error);
}

static gboolean
put_counts (PlnStoreDb             *db,
            gint64                  id,
            const PlnObjectCounts  *counts,
            GError                **error)
{
  return pln_store_db_run (db, error,
                           "UPDATE object SET going = ?, maybe = ?, silent = ?, declined = ?, waiting = ?, told = ?,"
                           "  came = ? WHERE id = ?", "iiiiiiii",
                           (gint64) counts->answers[PLN_ANSWER_ACCEPTED],
                           (gint64) counts->answers[PLN_ANSWER_TENTATIVE],
                           (gint64) counts->answers[PLN_ANSWER_NEEDS_ACTION],
                           (gint64) counts->answers[PLN_ANSWER_DECLINED],
                           (gint64) counts->waiting, (gint64) counts->told, (gint64) counts->came, id);
}

/**
 * pln_store_index_gathering:
 * @write: a change
 * @uid: a gathering, which may be gone, or be something else
 * @error: return location for a [error@StoreError]
 *
 * Notes what the list of gatherings shows, and how many come.
 *
 * Returns: %TRUE if it was noted
 */
gboolean
pln_store_index_gathering (PlnStoreWrite  *write,
                           const char     *uid,
                           GError        **error)
{
  GError *why = NULL;
  g_autoptr(PlnStoreRow) row = pln_store_row_load (write->db, uid, &why);
  g_autoptr(PlnIcalRecord) record = NULL;
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GPtrArray) presence = NULL;
  g_autoptr(PlnGathering) gathering = NULL;
  g_autofree char *calendar = NULL;
  PlnObjectCounts counts;

  if (why == NULL && row != NULL && g_str_equal (row->kind, "gathering"))
    record = pln_store_index_load (write->db, row, &people, &presence, &calendar, &why);
  if (why != NULL)
    g_propagate_error (error, why);
  if (record == NULL)
    return why == NULL;

  gathering = pln_object_model_gathering (record, row->calendar, calendar);
  pln_object_model_count (record, people, presence, &counts);

  return put_gathering (write->db, row->id, gathering, error)
         && put_counts (write->db, row->id, &counts, error);
}
