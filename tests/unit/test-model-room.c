/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-gathering.h"

static GPtrArray *
list (const char *const *texts)
{
  GPtrArray *rooms = pln_rooms_new ();

  for (; *texts != NULL; texts++)
    g_ptr_array_add (rooms, pln_room_parse (NULL, *texts));

  return rooms;
}

static void
test_parse (void)
{
  static const struct { const char *text, *name; guint capacity; } cases[] = {
    { "Hall (60)", "Hall", 60 },
    { "Hall", "Hall", 0 },
    { "Hall (old)", "Hall (old)", 0 },
    { "UD2.208 (Decroly) (96)", "UD2.208 (Decroly)", 96 },
    { "(60)", "(60)", 0 },
    { "Hall (6000000)", "Hall (6000000)", 0 },
    { "Hall (60) ", "Hall (60)", 0 },
    { " Café\n(5)", "Café", 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(PlnRoom) room = pln_room_parse (NULL, cases[i].text);
      g_autofree char *text = pln_room_format (room);
      g_autoptr(PlnRoom) again = pln_room_parse (room->id, text);

      g_assert_cmpstr (room->name, ==, cases[i].name);
      g_assert_cmpuint (room->capacity, ==, cases[i].capacity);
      g_assert_cmpstr (again->id, ==, room->id);
    }
}

static void
test_cover (void)
{
  static const char *const texts[] = { "Auditorium (250)", "Room 1", "Room 2", "Room 3", "K.1.105 (La Fontaine)", "A - B", NULL };
  static const struct { const char *place; guint first, n; } cases[] = {
    { "Auditorium", 0, 1 },
    { "auditorium ", 0, 1 },
    { "Rooms 1 to 3", 1, 3 },
    { "Rooms 1–3", 1, 3 },
    { "rooms 2-3", 2, 2 },
    { "Room 1 to Room 2", 1, 2 },
    { "Rooms 1, 2 and 3", 1, 3 },
    { "Room 3, Room 2", 2, 2 },
    { "Auditorium + Room 1", 0, 2 },
    { "K.1.105 (La Fontaine)", 4, 1 },
    { "A - B", 5, 1 },
    { "Foyer", 0, 0 },
    { "", 0, 0 },
    { "Room 1, Room 3", 0, 0 }, /* no neighbours */
    { "Rooms 3 to 1", 0, 0 },
    { "Room 1, Foyer", 0, 0 },
    { "Room", 0, 0 },
  };
  g_autoptr(GPtrArray) rooms = list (texts);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint first = 0;
      guint n = 0;

      g_assert_cmpint (pln_rooms_cover (rooms, cases[i].place, &first, &n), ==, cases[i].n > 0);
      g_assert_cmpuint (first, ==, cases[i].first);
      g_assert_cmpuint (n, ==, cases[i].n);
    }
}

/* A room that keeps its name keeps its id, one that is renamed too. */
static void
test_ids (void)
{
  static const char *const before[] = { "Attic (9)", "Hall (60)", NULL };
  static const char *const after[] = { "Cellar", "Hall (70)", NULL };
  g_autoptr(PlnGathering) gathering = pln_gathering_new ("g@example.org");
  g_autoptr(GPtrArray) rooms = NULL;
  g_autofree char *hall = NULL;

  pln_gathering_set_rooms (gathering, before);
  rooms = pln_rooms_copy (pln_gathering_get_room_list (gathering));
  hall = g_strdup (((PlnRoom *) rooms->pdata[1])->id);
  g_free (((PlnRoom *) rooms->pdata[1])->name);
  ((PlnRoom *) rooms->pdata[1])->name = g_strdup ("Great hall");
  pln_gathering_set_room_list (gathering, rooms);
  g_assert_cmpstr (pln_gathering_get_rooms (gathering)[1], ==, "Great hall (60)");
  g_assert_cmpint (pln_rooms_find_id (pln_gathering_get_room_list (gathering), hall), ==, 1);

  pln_gathering_set_rooms (gathering, after);
  g_assert_cmpint (pln_rooms_find_id (pln_gathering_get_room_list (gathering), hall), ==, 1);
  g_assert_cmpint (pln_rooms_find (pln_gathering_get_room_list (gathering), "CELLAR"), ==, 0);
  g_assert_cmpuint (((PlnRoom *) pln_gathering_get_room_list (gathering)->pdata[1])->capacity, ==, 70);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/room/parse", test_parse);
  g_test_add_func ("/model/room/cover", test_cover);
  g_test_add_func ("/model/room/ids", test_ids);

  return g_test_run ();
}
