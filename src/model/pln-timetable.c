/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-timetable.h"

#include "pln-str.h"
#include "pln-when.h"

#include <string.h>

#define MAX_EMPTY_DAYS 14  /* of a gathering: days without a session are shown, too */
#define MAX_DAYS       400
#define USUAL_FROM     540
#define USUAL_TO       1080
#define AROUND         120 /* minutes before the first and after the last session */
#define MAX_ROOMS      1100 /* more are as good as none */
#define LEAST          15  /* minutes that something without a length takes */

/**
 * pln_timetable_get_day:
 * @at: a moment
 * @zone: the zone that the day is one of
 * @date: (out caller-allocates): the day of the programme it belongs to, which
 *   begins at four in the morning
 */
void
pln_timetable_get_day (GDateTime *at,
                       GTimeZone *zone,
                       GDate     *date)
{
  g_autoptr(GDateTime) there = g_date_time_to_timezone (at, zone);
  g_autoptr(GDateTime) before = g_date_time_add_minutes (there, -PLN_TIMETABLE_DAY_BREAK);

  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) g_date_time_get_day_of_month (before),
                  (GDateMonth) g_date_time_get_month (before), (GDateYear) g_date_time_get_year (before));
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return g_date_compare (a, b);
}

static void
add_day (GHashTable  *known,
         GArray      *days,
         const GDate *date)
{
  if (days->len < MAX_DAYS && g_hash_table_add (known, GUINT_TO_POINTER (g_date_get_julian (date))))
    g_array_append_vals (days, date, 1);
}

static gboolean
has_time (PlnSession *session)
{
  return pln_session_get_start (session) != NULL && !pln_session_get_all_day (session);
}

static void
find_days (PlnTimetable *timetable,
           PlnGathering *gathering)
{
  g_autoptr(GHashTable) known = g_hash_table_new (NULL, NULL);
  GListModel *sessions = pln_gathering_get_sessions (gathering);
  GDateTime *start = pln_gathering_get_start (gathering);
  GDateTime *end = pln_gathering_get_end (gathering);
  GDate date;

  if (start != NULL)
    {
      GDate last;

      pln_when_split (start, &date, NULL);
      last = date;
      if (end != NULL && g_date_time_compare (end, start) > 0)
        {
          g_autoptr(GDateTime) within = g_date_time_add_seconds (end, -1);

          pln_timetable_get_day (within, timetable->zone, &last);
        }
      for (guint i = 0; i < MAX_EMPTY_DAYS && (i == 0 || g_date_compare (&date, &last) <= 0); i++)
        {
          add_day (known, timetable->days, &date);
          g_date_add_days (&date, 1);
        }
    }

  for (guint i = 0; i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr(PlnSession) session = g_list_model_get_item (sessions, i);

      if (!has_time (session))
        continue;
      pln_timetable_get_day (pln_session_get_start (session), timetable->zone, &date);
      add_day (known, timetable->days, &date);
    }
  g_array_sort (timetable->days, compare_days);
}

/* Where each place that a session names is: first room and number. A room
 * that the gathering does not list is one as well, behind the others. */
static void
find_rooms (PlnTimetable *timetable,
            GHashTable   *own,
            GPtrArray    *rooms,
            PlnSession   *session,
            guint        *first,
            guint        *n)
{
  const char *place = pln_session_get_room (session);
  gpointer known;
  int at;

  if (g_hash_table_lookup_extended (own, place, NULL, &known))
    {
      *first = GPOINTER_TO_UINT (known) & 0xffff;
      *n = GPOINTER_TO_UINT (known) >> 16;
    }
  else if (!pln_rooms_cover (rooms, place, first, n))
    {
      *first = 0;
      *n = 0;
    }
  if (pln_session_get_is_break (session) && *first >= timetable->n_own)
    *n = 0;
  else
    g_hash_table_insert (own, (char *) place, GUINT_TO_POINTER (*n << 16 | *first));
  if (*n > 0 || pln_session_get_is_break (session))
    return;

  at = pln_rooms_find (timetable->rooms, timetable->rooms->len < MAX_ROOMS ? place : "");
  if (at < 0)
    {
      at = (int) timetable->rooms->len;
      g_ptr_array_add (timetable->rooms, pln_room_new (NULL, timetable->rooms->len < MAX_ROOMS ? place : "", 0));
    }
  *first = (guint) at;
  *n = 1;
  g_hash_table_insert (own, (char *) place, GUINT_TO_POINTER (1u << 16 | (guint) at));
}

static void
add_item (PlnTimetable *timetable,
          GHashTable   *own,
          GPtrArray    *rooms,
          PlnSession   *session)
{
  PlnTimetableItem item = { .session = g_object_ref (session) };
  GDate date;
  gint64 end = pln_session_get_end (session) != NULL ? g_date_time_to_unix (pln_session_get_end (session)) : 0;

  pln_timetable_get_day (pln_session_get_start (session), timetable->zone, &date);
  item.day = (guint) MAX (pln_timetable_find_day (timetable, &date), 0);
  item.start = g_date_time_to_unix (pln_session_get_start (session));
  item.end = MAX (end, item.start + LEAST * 60);
  find_rooms (timetable, own, rooms, session, &item.room, &item.n_rooms);
  g_array_append_val (timetable->items, item);
}

/* What has no room stands behind all that have one. */
static void
put_nowhere_last (PlnTimetable *timetable)
{
  int at = pln_rooms_find (timetable->rooms, "");
  guint last = timetable->rooms->len - 1;

  if (at < 0 || (guint) at == last)
    return;

  g_ptr_array_insert (timetable->rooms, -1, g_ptr_array_steal_index (timetable->rooms, (guint) at));
  for (guint i = 0; i < timetable->items->len; i++)
    {
      PlnTimetableItem *item = &g_array_index (timetable->items, PlnTimetableItem, i);

      if (item->room == (guint) at)
        item->room = last;
      else if (item->room > (guint) at)
        item->room--;
    }
}

static void
item_clear (PlnTimetableItem *item)
{
  g_object_unref (item->session);
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const PlnTimetableItem *one = a;
  const PlnTimetableItem *two = b;

  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;

  return one->room != two->room ? (one->room < two->room ? -1 : 1)
                                : g_strcmp0 (pln_session_get_uid (one->session), pln_session_get_uid (two->session));
}

/**
 * pln_timetable_new:
 * @gathering: a gathering
 *
 * Returns: (transfer full): its programme as it is now
 */
PlnTimetable *
pln_timetable_new (PlnGathering *gathering)
{
  PlnTimetable *timetable;
  GPtrArray *rooms;
  GListModel *sessions;
  g_autoptr(GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);

  rooms = pln_gathering_get_room_list (gathering);
  sessions = pln_gathering_get_sessions (gathering);
  timetable = g_new0 (PlnTimetable, 1);
  timetable->zone = pln_when_zone (pln_gathering_get_zone (gathering));
  timetable->zone_name = g_strdup (pln_gathering_get_zone (gathering));
  timetable->days = g_array_new (FALSE, FALSE, sizeof (GDate));
  timetable->rooms = pln_rooms_copy (rooms);
  timetable->n_own = rooms->len;
  timetable->items = g_array_new (FALSE, FALSE, sizeof (PlnTimetableItem));
  g_array_set_clear_func (timetable->items, (GDestroyNotify) item_clear);
  timetable->tray = g_ptr_array_new_with_free_func (g_object_unref);

  find_days (timetable, gathering);
  for (guint i = 0; i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr(PlnSession) session = g_list_model_get_item (sessions, i);

      if (has_time (session))
        add_item (timetable, own, rooms, session);
      else
        g_ptr_array_add (timetable->tray, g_steal_pointer (&session));
    }

  if (timetable->rooms->len == 0)
    g_ptr_array_add (timetable->rooms, pln_room_new (NULL, "", 0));
  put_nowhere_last (timetable);

  /* A break that is in no room is as wide as there are any. */
  for (guint i = 0; i < timetable->items->len; i++)
    {
      PlnTimetableItem *item = &g_array_index (timetable->items, PlnTimetableItem, i);

      if (item->n_rooms == 0)
        {
          item->room = 0;
          item->n_rooms = timetable->n_own > 0 ? timetable->n_own : timetable->rooms->len;
        }
    }

  g_array_sort (timetable->items, compare_items);

  return timetable;
}

/**
 * pln_timetable_free:
 * @programme: (transfer full): a programme
 */
void
pln_timetable_free (PlnTimetable *timetable)
{
  g_array_unref (timetable->days);
  g_ptr_array_unref (timetable->rooms);
  g_array_unref (timetable->items);
  g_ptr_array_unref (timetable->tray);
  g_time_zone_unref (timetable->zone);
  g_free (timetable->zone_name);
  g_free (timetable);
}

/**
 * pln_timetable_find_day:
 * @programme: a programme
 * @date: a day
 *
 * Returns: its place among the days, or -1
 */
int
pln_timetable_find_day (const PlnTimetable *timetable,
                        const GDate        *date)
{
  guint at;

  return g_array_binary_search (timetable->days, date, compare_days, &at) ? (int) at : -1;
}

/**
 * pln_timetable_get_hours:
 * @programme: a programme
 * @first_day: the first of the days to show
 * @n_days: how many they are
 * @from: (out): from when on there is something, minutes from midnight
 * @to: (out): until when; more than 24 hours if it goes on after midnight
 *
 * The hours that are worth showing, whole ones, with some to spare.
 */
void
pln_timetable_get_hours (const PlnTimetable *timetable,
                         guint               first_day,
                         guint               n_days,
                         guint              *from,
                         guint              *to)
{
  guint first = G_MAXUINT;
  guint last = 0;

  for (guint i = 0; i < timetable->items->len; i++)
    {
      const PlnTimetableItem *item = &g_array_index (timetable->items, PlnTimetableItem, i);
      g_autoptr(GDateTime) start = NULL;
      guint minutes;

      if (item->day < first_day || item->day >= first_day + n_days)
        continue;

      start = g_date_time_to_timezone (pln_session_get_start (item->session), timetable->zone);
      minutes = (guint) (g_date_time_get_hour (start) * 60 + g_date_time_get_minute (start));
      if (minutes < PLN_TIMETABLE_DAY_BREAK)
        minutes += PLN_MINUTES_A_DAY;
      first = MIN (first, minutes);
      last = MAX (last, minutes + (guint) MIN (item->end - item->start, 86400) / 60);
    }

  if (first == G_MAXUINT)
    {
      first = USUAL_FROM;
      last = USUAL_TO;
    }
  *from = MAX (PLN_TIMETABLE_DAY_BREAK, (first > AROUND ? first - AROUND : 0) / 60 * 60);
  *to = MIN (PLN_TIMETABLE_DAY_BREAK + PLN_MINUTES_A_DAY, (last + AROUND + 59) / 60 * 60);
}

/**
 * pln_timetable_place:
 * @programme: a programme
 * @room: the first of some rooms
 * @n_rooms: how many they are
 *
 * Returns: (transfer full): how a session that is in them calls its place
 */
char *
pln_timetable_place (const PlnTimetable *timetable,
                     guint               room,
                     guint               n_rooms)
{
  GString *place = g_string_new (NULL);

  for (guint i = room; i < MIN (room + n_rooms, timetable->rooms->len); i++)
    g_string_append_printf (place, "%s%s", place->len > 0 ? ", " : "",
                            ((const PlnRoom *) g_ptr_array_index (timetable->rooms, i))->name);

  return g_string_free (place, FALSE);
}
