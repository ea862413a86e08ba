/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-handout-print.h"

static const double papers[][2] = { { 595.276, 841.89 }, { 612, 792 }, { 841.89, 595.276 }, { 420, 595 } };

static const char *const texts[] = {
  "Cosima Larkspur", "", "Ö", "Maria-Magdalena Wolfeschlegelsteinhausenbergerdorff von und zu Hohenlohe-Langenburg und Rothenfels",
  "名前", "Room 1", "Room 1, table 2", "Annexe", "<b>&</b>", "What can sectors share, and who would begin with it if nobody asked?",
};

static const char *
any_text (void)
{
  return texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))];
}

static PlnGroup *
group_of (const char *uid,
          guint       number,
          guint       first,
          guint       n)
{
  PlnGroup *group = pln_group_new (uid);
  g_autoptr(GPtrArray) places = pln_places_new ();

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      g_ptr_array_add (places, pln_place_new (id, i == first ? PLN_GROUP_ROLE_FACILITATOR : PLN_GROUP_ROLE_NONE, FALSE));
    }
  pln_group_set_number (group, number);
  pln_group_set_places (group, places);

  return group;
}

static void
add_people (PlnGathering *gathering,
            guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autoptr(PlnAttendee) attendee = pln_attendee_new (id);

      pln_attendee_set_name (attendee, i % 3 == 0 ? any_text () : id);
      pln_attendee_set_email (attendee, "secret@a.example");
      pln_attendee_set_organisation (attendee, any_text ());
      pln_attendee_set_answer (attendee, i % 2 == 0 ? PLN_ANSWER_ACCEPTED : PLN_ANSWER_DECLINED);
      pln_gathering_add_attendee (gathering, attendee);
    }
}

static void
add_round (PlnGathering *gathering,
           guint         number,
           guint         n_groups,
           guint         size)
{
  g_autofree char *uid = g_strdup_printf ("r%u", number);
  g_autoptr(PlnRound) round = pln_round_new (uid);
  g_autoptr(GDateTime) start = g_date_time_new_utc (2011, 7, 19 + (int) number / 6, 9 + (int) number % 6, 0, 0);
  g_autoptr(GDateTime) end = g_date_time_add_minutes (start, 45);

  pln_round_set_number (round, number);
  pln_round_set_times (round, start, end, "UTC");
  for (guint i = 0; i < n_groups; i++)
    {
      g_autofree char *group_uid = g_strdup_printf ("r%u-%u", number, i);
      g_autoptr(PlnGroup) group = group_of (group_uid, i + 1, i * size, size);

      pln_group_set_topic (group, any_text ());
      pln_group_set_question (group, any_text ());
      pln_group_set_room (group, any_text ());
      pln_round_put_group (round, group);
    }
  pln_gathering_put_round (gathering, round);
}

static void
expect_readable (PlnGathering *gathering)
{
  g_autoptr(PlnHandout) handout = pln_handout_new (gathering);

  for (guint paper = 0; paper < G_N_ELEMENTS (papers); paper++)
    for (PlnHandoutLayout layout = PLN_HANDOUT_GROUPS; layout <= PLN_HANDOUT_DOOR; layout++)
      {
        g_autoptr(PlnPages) pages = pln_handout_pages_new (handout, layout, papers[paper][0], papers[paper][1]);
        g_autofree char *fault = NULL;

        g_assert_cmpuint (pln_pages_get_n (pages), >=, 1);
        pln_pages_check (pages, &fault);
        g_assert_cmpstr (fault, ==, NULL);
      }
}

/* Whatever the groups are called, on whatever paper: nothing leaves its page,
 * no text stands on another. */
static void
test_any_can_be_read (void)
{
  static const guint sizes[][3] = { { 0, 0, 0 }, { 1, 0, 0 }, { 1, 1, 1 }, { 3, 12, 7 }, { 1, 2, 90 }, { 20, 3, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(PlnGathering) gathering = pln_gathering_new ("day");

      pln_gathering_set_title (gathering, any_text ());
      add_people (gathering, 180);
      for (guint round = 0; round < sizes[i][0]; round++)
        add_round (gathering, round + 1, sizes[i][1], sizes[i][2]);
      expect_readable (gathering);
    }
}

static guint
count (PlnHandout       *handout,
       PlnHandoutLayout  layout)
{
  g_autoptr(PlnPages) pages = pln_handout_pages_new (handout, layout, papers[0][0], papers[0][1]);

  return pln_pages_get_n (pages);
}

static void
test_pages (void)
{
  g_autoptr(PlnGathering) gathering = pln_gathering_new ("day");
  g_autoptr(PlnHandout) handout = NULL;

  add_people (gathering, 86);
  for (guint round = 1; round <= 3; round++)
    add_round (gathering, round, 12, 7);
  handout = pln_handout_new (gathering);
  g_assert_cmpuint (handout->people->len, ==, 84); /* two sit nowhere */
  g_assert_cmpuint (handout->door->len, ==, 43); /* the others are not going */
  g_assert_cmpuint (count (handout, PLN_HANDOUT_CARDS), ==, 18);
  g_assert_cmpuint (count (handout, PLN_HANDOUT_SIGNS), ==, handout->rooms->len);
  g_assert_cmpuint (count (handout, PLN_HANDOUT_SLIPS), <, 12);
}

/* A room of the gathering is one although there is a comma in its name. */
static void
test_rooms (void)
{
  g_autoptr(PlnGathering) gathering = pln_gathering_new ("day");
  g_autoptr(PlnRound) round = pln_round_new ("r");
  g_autoptr(GPtrArray) rooms = pln_rooms_new ();
  static const char *const where[] = { "Room 1, table 2", "Hall, north, table 3", "Room 12", "" };
  static const char *const room[] = { "Room 1", "Hall, north", "Room 12", "" };
  static const char *const table[] = { "table 2", "table 3", "", "" };
  g_autoptr(PlnHandout) handout = NULL;

  g_ptr_array_add (rooms, pln_room_new ("a", "Room 1", 0));
  g_ptr_array_add (rooms, pln_room_new ("b", "Hall, north", 0));
  pln_gathering_set_room_list (gathering, rooms);
  for (guint i = 0; i < G_N_ELEMENTS (where); i++)
    {
      g_autoptr(PlnGroup) group = group_of (where[i], i + 1, 0, 0);

      pln_group_set_room (group, where[i]);
      pln_round_put_group (round, group);
    }
  pln_gathering_put_round (gathering, round);
  handout = pln_handout_new (gathering);
  for (guint i = 0; i < G_N_ELEMENTS (where); i++)
    {
      const PlnHandoutGroup *group = g_ptr_array_index (((PlnHandoutRound *) g_ptr_array_index (handout->rounds, 0))->groups, i);

      g_assert_cmpstr (group->room, ==, room[i]);
      g_assert_cmpstr (group->table, ==, table[i]);
    }
  g_assert_cmpuint (handout->rooms->len, ==, 3);
}

/* Who has no name is not called by their address. */
static void
test_nothing_private (void)
{
  g_autoptr(PlnGathering) gathering = pln_gathering_new ("day");
  g_autoptr(PlnAttendee) attendee = pln_attendee_new ("p0");
  g_autoptr(PlnHandout) handout = NULL;

  pln_attendee_set_email (attendee, "secret@a.example");
  pln_gathering_add_attendee (gathering, attendee);
  add_round (gathering, 1, 1, 1);
  handout = pln_handout_new (gathering);
  g_assert_cmpstr (((PlnHandoutPerson *) g_ptr_array_index (handout->people, 0))->name, ==, "Guest");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/handout/any", test_any_can_be_read);
  g_test_add_func ("/exchange/handout/pages", test_pages);
  g_test_add_func ("/exchange/handout/rooms", test_rooms);
  g_test_add_func ("/exchange/handout/private", test_nothing_private);

  return g_test_run ();
}
