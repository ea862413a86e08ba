/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-timetable.h"
#include "pln-when.h"

#define ZONE "Europe/Berlin"

static GDateTime *
at (GDateDay day,
    int      clock)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, G_DATE_DECEMBER, 2024);

  return pln_when_join (&date, (guint) (clock / 100 * 60 + clock % 100), ZONE);
}

static void
add (PlnGathering *gathering,
     const char   *uid,
     const char   *room,
     gboolean      is_break,
     GDateDay      day, /* 0: without a time */
     int           from,
     int           minutes)
{
  g_autoptr(PlnSession) session = pln_session_new (uid);
  g_autoptr(GDateTime) start = day > 0 ? at (day, from) : NULL;
  g_autoptr(GDateTime) end = day > 0 && minutes > 0 ? g_date_time_add_minutes (start, minutes) : NULL;

  pln_session_set_room (session, room);
  pln_session_set_is_break (session, is_break);
  pln_session_set_times (session, start, end, ZONE, FALSE);
  pln_gathering_put_session (gathering, session);
}

static PlnGathering *
new_gathering (const char *const *rooms)
{
  PlnGathering *gathering = pln_gathering_new ("g@example.org");
  g_autoptr(GDateTime) start = at (27, 1000);
  g_autoptr(GDateTime) end = at (28, 1800);

  pln_gathering_set_times (gathering, start, end, ZONE, FALSE);
  pln_gathering_set_rooms (gathering, rooms);

  return gathering;
}

static const PlnTimetableItem *
find (PlnTimetable *timetable,
      const char   *uid)
{
  for (guint i = 0; i < timetable->items->len; i++)
    if (g_str_equal (pln_session_get_uid (g_array_index (timetable->items, PlnTimetableItem, i).session), uid))
      return &g_array_index (timetable->items, PlnTimetableItem, i);

  return NULL;
}

static void
assert_place (PlnTimetable *timetable,
              const char   *uid,
              guint         day,
              guint         room,
              guint         n_rooms)
{
  const PlnTimetableItem *item = find (timetable, uid);

  g_assert_nonnull (item);
  g_assert_cmpuint (item->day, ==, day);
  g_assert_cmpuint (item->room, ==, room);
  g_assert_cmpuint (item->n_rooms, ==, n_rooms);
}

static void
test_rooms (void)
{
  static const char *const rooms[] = { "Hall (250)", "Room 1", "Room 2", NULL };
  g_autoptr(PlnGathering) gathering = new_gathering (rooms);
  g_autoptr(PlnTimetable) timetable = NULL;
  g_autofree char *place = NULL;

  add (gathering, "nowhere", "", FALSE, 27, 1000, 30);
  add (gathering, "hall", "Hall", FALSE, 27, 1000, 30);
  add (gathering, "round", "Rooms 1 to 2", FALSE, 27, 1100, 30);
  add (gathering, "attic", "Attic", FALSE, 27, 1200, 30);
  add (gathering, "attic2", "attic", FALSE, 28, 1200, 0);
  add (gathering, "lunch", "Foyer", TRUE, 27, 1300, 30);
  add (gathering, "tea", "", TRUE, 27, 1500, 30);
  add (gathering, "drinks", "Room 2", TRUE, 27, 1600, 30);
  add (gathering, "some-day", "Hall", FALSE, 0, 0, 0);
  timetable = pln_timetable_new (gathering);

  g_assert_cmpuint (timetable->n_own, ==, 3);
  g_assert_cmpuint (timetable->rooms->len, ==, 5); /* and the attic, and none */
  g_assert_cmpstr (((PlnRoom *) timetable->rooms->pdata[3])->name, ==, "Attic");
  g_assert_cmpstr (((PlnRoom *) timetable->rooms->pdata[4])->name, ==, "");
  assert_place (timetable, "hall", 0, 0, 1);
  assert_place (timetable, "round", 0, 1, 2);
  assert_place (timetable, "attic", 0, 3, 1);
  assert_place (timetable, "attic2", 1, 3, 1);
  assert_place (timetable, "nowhere", 0, 4, 1);
  assert_place (timetable, "lunch", 0, 0, 3);
  assert_place (timetable, "tea", 0, 0, 3);
  assert_place (timetable, "drinks", 0, 2, 1);
  g_assert_cmpint (find (timetable, "attic2")->end - find (timetable, "attic2")->start, ==, 900);
  g_assert_cmpuint (timetable->tray->len, ==, 1);

  place = pln_timetable_place (timetable, 1, 2);
  g_assert_cmpstr (place, ==, "Room 1, Room 2");
}

/* What begins before four in the morning belongs to the evening before. */
static void
test_days (void)
{
  g_autoptr(PlnGathering) gathering = new_gathering (NULL);
  g_autoptr(PlnTimetable) timetable = NULL;
  guint from, to;

  add (gathering, "talk", "", FALSE, 27, 1030, 60);
  add (gathering, "party", "", FALSE, 28, 30, 120);
  add (gathering, "breakfast", "", FALSE, 28, 400, 60);
  add (gathering, "late", "", FALSE, 30, 200, 30);
  timetable = pln_timetable_new (gathering);

  g_assert_cmpuint (timetable->days->len, ==, 3); /* 27, 28, 29 */
  g_assert_cmpuint (g_date_get_day (&g_array_index (timetable->days, GDate, 2)), ==, 29);
  assert_place (timetable, "talk", 0, 0, 1);
  assert_place (timetable, "party", 0, 0, 1);
  assert_place (timetable, "breakfast", 1, 0, 1);
  assert_place (timetable, "late", 2, 0, 1);

  pln_timetable_get_hours (timetable, 0, 1, &from, &to);
  g_assert_cmpuint (from, ==, 8 * 60);
  g_assert_cmpuint (to, ==, 28 * 60); /* 24:30 and two hours, and two to spare, but not beyond the day */
  pln_timetable_get_hours (timetable, 1, 1, &from, &to);
  g_assert_cmpuint (from, ==, 4 * 60);
  g_assert_cmpuint (to, ==, 7 * 60);
}

static void
test_empty (void)
{
  static const char *const rooms[] = { "Hall", NULL };
  g_autoptr(PlnGathering) gathering = new_gathering (rooms);
  g_autoptr(PlnTimetable) timetable = pln_timetable_new (gathering);
  g_autoptr(PlnGathering) bare = pln_gathering_new ("b@example.org");
  g_autoptr(PlnTimetable) nothing = pln_timetable_new (bare);
  guint from, to;

  g_assert_cmpuint (timetable->days->len, ==, 2);
  g_assert_cmpuint (timetable->rooms->len, ==, 1);
  pln_timetable_get_hours (timetable, 0, 2, &from, &to);
  g_assert_cmpuint (from, ==, 7 * 60);
  g_assert_cmpuint (to, ==, 20 * 60);

  g_assert_cmpuint (nothing->days->len, ==, 0);
  g_assert_cmpuint (nothing->rooms->len, ==, 1); /* there is always a column */
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/timetable/rooms", test_rooms);
  g_test_add_func ("/model/timetable/days", test_days);
  g_test_add_func ("/model/timetable/empty", test_empty);

  return g_test_run ();
}
