/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-gathering.h"
#include "pln-move.h"

static GPtrArray *
places_of (const char *const *people)
{
  GPtrArray *places = pln_places_new ();

  for (; *people != NULL; people++)
    g_ptr_array_add (places, pln_place_new (*people, PLN_GROUP_ROLE_NONE, FALSE));

  return places;
}

static PlnGroup *
new_group (const char        *uid,
           guint              number,
           const char *const *people)
{
  PlnGroup *group = pln_group_new (uid);
  g_autoptr(GPtrArray) places = places_of (people);

  pln_group_set_number (group, number);
  pln_group_set_places (group, places);

  return group;
}

static PlnRound *
new_round (const char *uid,
           guint       number,
           int         hour)
{
  static const char *const one[] = { "ada", "ben", NULL };
  static const char *const two[] = { "cy", NULL };
  PlnRound *round = pln_round_new (uid);
  g_autoptr(GDateTime) start = g_date_time_new_utc (2011, 7, 19, hour, 0, 0);
  g_autoptr(GDateTime) end = g_date_time_add_minutes (start, 45);
  g_autofree char *second_uid = g_strconcat (uid, "-2", NULL);
  g_autofree char *first_uid = g_strconcat (uid, "-1", NULL);
  g_autoptr(PlnGroup) second = new_group (second_uid, 2, two);
  g_autoptr(PlnGroup) first = new_group (first_uid, 1, one);

  pln_round_set_number (round, number);
  pln_round_set_times (round, start, end, "UTC");
  pln_round_put_group (round, second);
  pln_round_put_group (round, first);

  return round;
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  guint *n = user_data;

  (*n)++;
}

static void
test_groups_stand_by_number (void)
{
  g_autoptr(PlnRound) round = new_round ("r", 1, 14);
  g_autoptr(PlnGroup) first = g_list_model_get_item (pln_round_get_groups (round), 0);

  g_assert_cmpstr (pln_group_get_uid (first), ==, "r-1");
  g_assert_cmpuint (pln_round_get_n_placed (round), ==, 3);
  g_assert_true (pln_round_find_person (round, "ben") == first);
  g_assert_null (pln_round_find_person (round, "dot"));
  g_assert_cmpuint (pln_round_get_minutes (round), ==, 45);
}

/* Who stays is the same object; the copy is another one in everything. */
static void
test_copy_and_merge (void)
{
  static const char *const moved[] = { "cy", "ben", NULL };
  g_autoptr(PlnRound) round = new_round ("r", 1, 14);
  g_autoptr(PlnRound) copy = pln_round_copy (round);
  PlnGroup *second = pln_round_find_group (round, "r-2");
  PlnGroup *theirs = pln_round_find_group (copy, "r-2");
  g_autoptr(GPtrArray) places = places_of (moved);
  guint n = 0;

  g_assert_true (second != theirs);
  g_signal_connect (second, "notify::places", G_CALLBACK (count_cb), &n);
  pln_group_set_places (theirs, places);
  g_assert_cmpuint (pln_group_get_n_places (second), ==, 1);

  g_assert_true (pln_round_remove_group (copy, "r-1"));
  pln_round_take_from (round, copy);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (pln_round_get_groups (round)), ==, 1);
  g_assert_true (pln_round_find_group (round, "r-2") == second);
  g_assert_cmpuint (pln_group_get_n_places (second), ==, 2);

  pln_round_take_from (round, copy); /* the same again is nothing new */
  g_assert_cmpuint (n, ==, 1);
}

static void
test_rounds_stand_by_start (void)
{
  g_autoptr(PlnGathering) gathering = pln_gathering_new ("g");
  g_autoptr(PlnRound) late = new_round ("late", 2, 15);
  g_autoptr(PlnRound) early = new_round ("early", 1, 14);
  g_autoptr(PlnRound) undecided = pln_round_new ("undecided");
  g_autoptr(PlnRound) first = NULL;
  g_autoptr(PlnRound) last = NULL;

  pln_gathering_put_round (gathering, undecided);
  pln_gathering_put_round (gathering, late);
  pln_gathering_put_round (gathering, early);

  first = g_list_model_get_item (pln_gathering_get_rounds (gathering), 0);
  last = g_list_model_get_item (pln_gathering_get_rounds (gathering), 2);
  g_assert_true (first == early);
  g_assert_true (last == undecided);
  g_assert_cmpstr (pln_group_get_uid (pln_gathering_find_group (gathering, "late-2")), ==, "late-2");
  g_assert_true (pln_gathering_remove_round (gathering, "late"));
  g_assert_null (pln_gathering_find_group (gathering, "late-2"));
  g_assert_false (pln_gathering_remove_round (gathering, "late"));
}

static void
test_what_began_is_frozen (void)
{
  g_autoptr(PlnRound) round = new_round ("r", 1, 14);
  g_autoptr(GDateTime) before = g_date_time_new_utc (2011, 7, 19, 13, 59, 59);
  g_autoptr(GDateTime) at = g_date_time_new_utc (2011, 7, 19, 14, 0, 0);
  g_autoptr(GDateTime) after = g_date_time_new_utc (2011, 7, 19, 14, 45, 0);

  g_assert_false (pln_round_is_frozen (round, before));
  g_assert_true (pln_round_is_frozen (round, at));
  g_assert_true (pln_round_is_running (round, at));
  g_assert_true (pln_round_is_frozen (round, after));
  g_assert_false (pln_round_is_running (round, after));

  pln_round_set_locked (round, TRUE);
  g_assert_true (pln_round_is_frozen (round, before));
}

static void
test_roles_are_read_and_written (void)
{
  static const char *const people[] = { "ada", "ben", NULL };
  g_autoptr(PlnGroup) group = new_group ("g", 1, people);
  g_autoptr(GPtrArray) places = pln_places_copy (pln_group_get_places (group));
  PlnGroupRole role;

  for (guint i = 0; i < PLN_N_GROUP_ROLES; i++)
    {
      g_assert_true (pln_group_role_parse (pln_group_role_store (i), &role));
      g_assert_cmpint (role, ==, i);
    }
  g_assert_true (pln_group_role_parse ("NOTE-TAKER", &role));
  g_assert_cmpint (role, ==, PLN_GROUP_ROLE_NOTE_TAKER);
  g_assert_false (pln_group_role_parse ("CLOWN", &role));
  g_assert_cmpint (role, ==, PLN_GROUP_ROLE_NONE);

  ((PlnPlace *) g_ptr_array_index (places, 1))->role = PLN_GROUP_ROLE_NOTE_TAKER;
  pln_group_set_places (group, places);
  g_assert_cmpstr (pln_group_get_person (group, PLN_GROUP_ROLE_NOTE_TAKER), ==, "ben");
  g_assert_null (pln_group_get_person (group, PLN_GROUP_ROLE_FACILITATOR));
}

/* The gathering counts who is here and who came, whoever of them changes. */
static void
test_presence_is_counted (void)
{
  g_autoptr(PlnGathering) gathering = pln_gathering_new ("g");
  g_autoptr(PlnAttendee) ada = pln_attendee_new ("ada");
  g_autoptr(PlnAttendee) ben = pln_attendee_new ("ben");
  g_autoptr(GDateTime) nine = g_date_time_new_utc (2011, 7, 19, 9, 0, 0);
  g_autoptr(GDateTime) ten = g_date_time_new_utc (2011, 7, 19, 10, 0, 0);
  guint n = 0;

  pln_gathering_add_attendee (gathering, ada);
  pln_gathering_add_attendee (gathering, ben);
  pln_gathering_set_loaded (gathering, TRUE);
  g_signal_connect (gathering, "notify::n-here", G_CALLBACK (count_cb), &n);

  pln_attendee_set_presence (ada, PLN_PRESENCE_HERE, nine, NULL);
  pln_attendee_set_presence (ben, PLN_PRESENCE_HERE, ten, NULL);
  pln_attendee_set_presence (ada, PLN_PRESENCE_LEFT, nine, ten);
  g_assert_cmpuint (pln_gathering_get_n_here (gathering), ==, 1);
  g_assert_cmpuint (pln_gathering_get_n_came (gathering), ==, 2);
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (pln_attendee_came_after (ben, nine));
  g_assert_false (pln_attendee_came_after (ada, nine));

  pln_attendee_set_presence (ben, PLN_PRESENCE_NONE, NULL, NULL);
  g_assert_cmpuint (pln_gathering_get_n_came (gathering), ==, 1);
}

static void
test_who_comes_late_is_not_expected (void)
{
  g_autoptr(PlnAttendee) ada = pln_attendee_new ("ada");
  g_autoptr(GDateTime) nine = g_date_time_new_utc (2011, 7, 19, 9, 0, 0);
  g_autoptr(GDateTime) ten = g_date_time_new_utc (2011, 7, 19, 10, 0, 0);
  g_autoptr(GDateTime) noon = g_date_time_new_utc (2011, 7, 19, 12, 0, 0);

  g_assert_true (pln_attendee_is_expected (ada, nine, noon));
  pln_attendee_set_expected (ada, ten, NULL);
  g_assert_false (pln_attendee_is_expected (ada, nine, noon));
  g_assert_true (pln_attendee_is_expected (ada, ten, noon));
  pln_attendee_set_expected (ada, NULL, ten);
  g_assert_true (pln_attendee_is_expected (ada, nine, ten));
  g_assert_false (pln_attendee_is_expected (ada, nine, noon));
}

static void
test_wishes_are_about_roles (void)
{
  g_autoptr(PlnAttendee) ada = pln_attendee_new ("ada");

  pln_attendee_set_role_wish (ada, PLN_ROLE_WISH_NOT_TODAY, 0);
  g_assert_cmpint (pln_attendee_wishes_role (ada, PLN_GROUP_ROLE_REPORTER), ==, PLN_ROLE_WISH_NOT_TODAY);

  pln_attendee_set_role_wish (ada, PLN_ROLE_WISH_HAPPY, PLN_GROUP_ROLE_BIT (PLN_GROUP_ROLE_NOTE_TAKER));
  g_assert_cmpint (pln_attendee_wishes_role (ada, PLN_GROUP_ROLE_REPORTER), ==, PLN_ROLE_WISH_UNKNOWN);
  g_assert_cmpint (pln_attendee_wishes_role (ada, PLN_GROUP_ROLE_NOTE_TAKER), ==, PLN_ROLE_WISH_HAPPY);
}

static void
test_move_without_a_group (void)
{
  g_autoptr(PlnMove) move = pln_move_new ("r", NULL, "ada", PLN_GROUP_ROLE_NONE, FALSE);

  g_assert_cmpstr (move->group, ==, "");
  g_assert_cmpstr (move->place.person, ==, "ada");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/round/groups", test_groups_stand_by_number);
  g_test_add_func ("/model/round/copy", test_copy_and_merge);
  g_test_add_func ("/model/round/order", test_rounds_stand_by_start);
  g_test_add_func ("/model/round/frozen", test_what_began_is_frozen);
  g_test_add_func ("/model/round/roles", test_roles_are_read_and_written);
  g_test_add_func ("/model/round/presence", test_presence_is_counted);
  g_test_add_func ("/model/round/expected", test_who_comes_late_is_not_expected);
  g_test_add_func ("/model/round/wishes", test_wishes_are_about_roles);
  g_test_add_func ("/model/round/move", test_move_without_a_group);

  return g_test_run ();
}
