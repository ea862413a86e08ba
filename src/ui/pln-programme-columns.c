/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-programme-columns.h"

#include "pln-id.h"

#define USUAL_LENGTH 45 /* minutes of what had no time so far */

/* With all days at once only the rooms that something is in: most have a few
 * on the last one. */
static gboolean
is_used (const PlnTimetable *timetable,
         guint               day,
         guint               room)
{
  for (guint i = 0; i < timetable->items->len; i++)
    {
      const PlnTimetableItem *item = &g_array_index (timetable->items, PlnTimetableItem, i);

      if (item->day == day && room >= item->room && room < item->room + item->n_rooms
          && !pln_session_get_is_break (item->session))
        return TRUE;
    }

  return FALSE;
}

/**
 * pln_programme_columns_new:
 * @programme: a programme
 * @day: which of its days, or -1: all, one after the other
 *
 * Returns: (transfer full) (element-type PlnProgrammeColumn): the columns, at
 *   least one a day
 */
GArray *
pln_programme_columns_new (const PlnTimetable *timetable,
                           int                 day)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (PlnProgrammeColumn));
  guint first = day >= 0 ? (guint) day : 0;
  guint last = day >= 0 ? first + 1 : timetable->days->len;

  for (guint i = first; i < last; i++)
    {
      guint before = columns->len;

      for (guint room = 0; room < timetable->rooms->len; room++)
        {
          PlnProgrammeColumn column = { i, room };

          if ((day >= 0 && room < timetable->n_own) || is_used (timetable, i, room))
            g_array_append_val (columns, column);
        }
      if (columns->len == before)
        g_array_append_vals (columns, &(PlnProgrammeColumn) { i, 0 }, 1);
    }

  return columns;
}

/**
 * pln_programme_columns_find:
 * @columns: (element-type PlnProgrammeColumn): the columns
 * @item: an item of the programme
 * @column: (out): the first that it is in
 * @n_columns: (out): how many it is in
 *
 * Returns: %TRUE if it is in any
 */
gboolean
pln_programme_columns_find (GArray                 *columns,
                            const PlnTimetableItem *item,
                            guint                  *column,
                            guint                  *n_columns)
{
  *n_columns = 0;
  for (guint i = 0; i < columns->len; i++)
    {
      const PlnProgrammeColumn *at = &g_array_index (columns, PlnProgrammeColumn, i);

      if (at->day != item->day || at->room < item->room || at->room >= item->room + item->n_rooms)
        continue;
      if (*n_columns == 0)
        *column = i;
      ++*n_columns;
    }

  return *n_columns > 0;
}

static GDateTime *
moment (const PlnTimetable *timetable,
        gint64              at)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (at);

  return g_date_time_to_timezone (utc, timetable->zone);
}

static void
set_times (const PlnTimetable *timetable,
           PlnSession         *session,
           gint64              start,
           gint64              end) /* 0: nobody knows */
{
  g_autoptr(GDateTime) from = moment (timetable, start);
  g_autoptr(GDateTime) to = end != 0 ? moment (timetable, end) : NULL;

  /* Times stay in the zone that they are written in. */
  if (pln_session_get_start (session) != NULL && !pln_session_get_all_day (session))
    {
      GTimeZone *zone = g_date_time_get_timezone (pln_session_get_start (session));
      g_autoptr(GDateTime) own_from = g_date_time_to_timezone (from, zone);
      g_autoptr(GDateTime) own_to = to != NULL ? g_date_time_to_timezone (to, zone) : NULL;

      pln_session_set_times (session, own_from, own_to, pln_session_get_zone (session), FALSE);
    }
  else
    {
      pln_session_set_times (session, from, to, timetable->zone_name, FALSE);
    }
}

static const PlnTimetableItem *
item_of (const PlnTimetable *timetable,
         PlnSession         *session)
{
  for (guint i = 0; i < timetable->items->len; i++)
    if (g_array_index (timetable->items, PlnTimetableItem, i).session == session)
      return &g_array_index (timetable->items, PlnTimetableItem, i);

  return NULL;
}

static void
set_room (const PlnTimetable     *timetable,
          GArray                 *columns,
          PlnSession             *after,
          const PlnTimetableItem *item,
          guint                   column)
{
  guint room = g_array_index (columns, PlnProgrammeColumn, column).room;
  guint n_rooms = item != NULL ? item->n_rooms : 1;
  g_autofree char *place = NULL;
  guint first = 0;
  guint n = 0;

  /* Lunch in the foyer is as wide as all rooms and in none of them. */
  if (item != NULL && item->n_rooms > 1
      && !pln_rooms_cover (timetable->rooms, pln_session_get_room (after), &first, &n))
    return;
  if (item != NULL && room == item->room)
    return;

  place = pln_timetable_place (timetable, MIN (room, timetable->rooms->len - n_rooms), n_rooms);
  pln_session_set_room (after, place);
}

/**
 * pln_programme_columns_moved:
 * @programme: a programme
 * @columns: (element-type PlnProgrammeColumn): its columns
 * @session: a session of it
 * @column: where it is to be
 * @start: when it is to begin, in seconds since 1970
 *
 * Returns: (transfer full): a copy of @session as it is there; as long as it
 *   was
 */
PlnSession *
pln_programme_columns_moved (const PlnTimetable *timetable,
                             GArray             *columns,
                             PlnSession         *session,
                             guint               column,
                             gint64              start)
{
  const PlnTimetableItem *item = item_of (timetable, session);
  PlnSession *after = pln_session_copy (session);
  gint64 minutes = item != NULL ? pln_session_get_minutes (session) : USUAL_LENGTH;

  if (column < columns->len)
    set_room (timetable, columns, after, item, column);
  set_times (timetable, after, start, minutes > 0 ? start + minutes * 60 : 0);

  return after;
}

/**
 * pln_programme_columns_resized:
 * @timetable: a programme
 * @session: a session
 * @start: when it is to begin, in seconds since 1970
 * @end: when it is to be over
 *
 * Returns: (transfer full): a copy of @session at that time
 */
PlnSession *
pln_programme_columns_resized (const PlnTimetable *timetable,
                               PlnSession         *session,
                               gint64              start,
                               gint64              end)
{
  PlnSession *after = pln_session_copy (session);

  set_times (timetable, after, start, end);

  return after;
}

/**
 * pln_programme_columns_created:
 * @programme: a programme
 * @columns: (element-type PlnProgrammeColumn): its columns
 * @column: where it is to be
 * @start: when it is to begin, in seconds since 1970
 * @end: when it is to be over
 *
 * Returns: (transfer full): a new session without a title
 */
PlnSession *
pln_programme_columns_created (const PlnTimetable *timetable,
                               GArray             *columns,
                               guint               column,
                               gint64              start,
                               gint64              end)
{
  g_autofree char *uid = pln_uid_new ();
  PlnSession *session = pln_session_new (uid);
  g_autoptr(GDateTime) from = moment (timetable, start);
  g_autoptr(GDateTime) to = moment (timetable, end);

  pln_session_set_times (session, from, to, timetable->zone_name, FALSE);
  if (column < columns->len)
    set_room (timetable, columns, session, NULL, column);

  return session;
}
