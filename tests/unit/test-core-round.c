/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core-library.h"

#include "pln-clock.h"

#define NOON G_GINT64_CONSTANT (1311073200) /* 19 July 2011, 11:00 UTC */

static void
save_rounds (Library      *library,
             PlnGathering *gathering,
             PlnRound     *before,
             PlnRound     *after)
{
  g_autoptr(GPtrArray) old = g_ptr_array_new ();
  g_autoptr(GPtrArray) new = g_ptr_array_new ();
  GError *error = NULL;

  if (before != NULL)
    g_ptr_array_add (old, before);
  if (after != NULL)
    g_ptr_array_add (new, after);
  pln_core_save_rounds_async (library->core, gathering, old, new, NULL, got_result_cb, &library->result);
  g_assert_true (pln_core_save_rounds_finish (library->core, wait_for (&library->result), &error));
  g_assert_no_error (error);
  g_clear_object (&library->result);
}

/* Ada and Ben sit in group 1, Cy, who has no address, in group 2. */
static PlnGathering *
new_day (Library *library)
{
  PlnGathering *gathering = library_new (library, "Day");
  g_autoptr(PlnRound) round = NULL;

  library_add (library, gathering, "Ada <ada@example.org>\nBen <ben@example.org>\n");
  {
    g_autoptr(PlnAttendee) cy = pln_attendee_new ("cy0000000001");
    GError *error = NULL;

    pln_attendee_set_name (cy, "Cy");
    pln_core_save_attendee_async (library->core, gathering, NULL, cy, NULL, got_result_cb, &library->result);
    pln_core_save_attendee_finish (library->core, wait_for (&library->result), &error);
    g_assert_no_error (error);
    g_clear_object (&library->result);
  }

  round = pln_core_draft_round (library->core, gathering);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(PlnGroup) group = pln_core_draft_group (library->core, round);
      g_autoptr(GPtrArray) places = pln_places_new ();

      for (guint j = i == 0 ? 0 : 2; j < (i == 0 ? 2 : 3); j++)
        g_ptr_array_add (places, pln_place_new (pln_attendee_get_id (person_at (gathering, j)),
                                                j == 0 ? PLN_GROUP_ROLE_FACILITATOR : PLN_GROUP_ROLE_NONE, j == 1));
      pln_group_set_places (group, places);
      pln_group_set_topic (group, i == 0 ? "Who leads?" : "Who could?");
      pln_group_set_room (group, "Room 1, table 1");
      pln_group_set_chairs (group, 6);
      pln_round_put_group (round, group);
    }
  save_rounds (library, gathering, NULL, round);

  return gathering;
}

static PlnGathering *
open_gathering (PlnCore    *core,
                const char *uid)
{
  g_autoptr(GAsyncResult) result = NULL;
  GError *error = NULL;
  PlnGathering *gathering;

  pln_core_open_gathering_async (core, uid, NULL, got_result_cb, &result);
  gathering = pln_core_open_gathering_finish (core, wait_for (&result), &error);
  g_assert_no_error (error);

  return gathering;
}

static void
undo (Library *library)
{
  g_autofree char *label = NULL;
  GError *error = NULL;

  pln_core_undo_async (library->core, FALSE, NULL, got_result_cb, &library->result);
  label = pln_core_undo_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
  g_clear_object (&library->result);
}

/* Who sits where, as “1:Ada*,Ben 2:Cy”; * leads. */
static char *
plan_of (PlnGathering *gathering)
{
  g_autoptr(PlnRound) round = g_list_model_get_item (pln_gathering_get_rounds (gathering), 0);
  GString *text = g_string_new (NULL);

  for (guint i = 0; round != NULL && i < g_list_model_get_n_items (pln_round_get_groups (round)); i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (pln_round_get_groups (round), i);
      GPtrArray *places = pln_group_get_places (group);

      g_string_append_printf (text, "%s%u:", i > 0 ? " " : "", pln_group_get_number (group));
      for (guint j = 0; j < places->len; j++)
        {
          const PlnPlace *place = g_ptr_array_index (places, j);

          g_string_append_printf (text, "%s%s%s%s", j > 0 ? "," : "",
                                  pln_attendee_get_name (pln_gathering_find_attendee (gathering, place->person)),
                                  place->role == PLN_GROUP_ROLE_FACILITATOR ? "*" : "", place->locked ? "!" : "");
        }
    }

  return g_string_free (text, FALSE);
}

/* The same in the models, and when the library is opened again. */
static void
assert_plan (Library      *library,
             PlnGathering *gathering,
             const char   *plan)
{
  g_autoptr(PlnCore) again = library_open (library->folder);
  g_autoptr(PlnGathering) stored = open_gathering (again, pln_gathering_get_uid (gathering));
  g_autofree char *shown = plan_of (gathering);
  g_autofree char *written = plan_of (stored);

  g_assert_cmpstr (shown, ==, plan);
  g_assert_cmpstr (written, ==, plan);
  pln_core_close (again);
}

static void
move (Library      *library,
      PlnGathering *gathering,
      guint         who,
      guint         number,
      PlnGroupRole  role)
{
  g_autoptr(PlnRound) round = g_list_model_get_item (pln_gathering_get_rounds (gathering), 0);
  g_autoptr(PlnGroup) group = number > 0 ? g_list_model_get_item (pln_round_get_groups (round), number - 1) : NULL;
  g_autoptr(GPtrArray) moves = pln_moves_new ();
  GError *error = NULL;

  g_ptr_array_add (moves, pln_move_new (pln_round_get_uid (round), group != NULL ? pln_group_get_uid (group) : NULL,
                                        pln_attendee_get_id (person_at (gathering, who)), role, FALSE));
  pln_core_place_people_async (library->core, gathering, moves, NULL, got_result_cb, &library->result);
  g_assert_true (pln_core_place_people_finish (library->core, wait_for (&library->result), &error));
  g_assert_no_error (error);
  g_clear_object (&library->result);
}

static void
test_rounds_are_stored (Library       *library,
                        gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = new_day (library);
  g_autoptr(PlnCore) again = library_open (library->folder);
  g_autoptr(PlnGathering) stored = open_gathering (again, pln_gathering_get_uid (gathering));
  g_autoptr(PlnRound) round = g_list_model_get_item (pln_gathering_get_rounds (stored), 0);
  g_autoptr(PlnGroup) group = g_list_model_get_item (pln_round_get_groups (round), 0);

  g_assert_cmpstr (pln_round_get_title (round), ==, "Round 1");
  g_assert_cmpuint (pln_round_get_minutes (round), ==, 30);
  g_assert_cmpstr (pln_group_get_topic (group), ==, "Who leads?");
  g_assert_cmpstr (pln_group_get_room (group), ==, "Room 1, table 1");
  g_assert_cmpuint (pln_group_get_chairs (group), ==, 6);
  pln_core_close (again);
  assert_plan (library, gathering, "1:Ada*,Ben! 2:Cy");
}

static void
test_people_are_moved (Library       *library,
                       gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = new_day (library);

  move (library, gathering, 0, 2, PLN_GROUP_ROLE_NONE);
  assert_plan (library, gathering, "1:Ben! 2:Cy,Ada");
  g_assert_cmpstr (pln_core_get_undo_label (library->core), ==, "Move Ada");
  move (library, gathering, 2, 1, PLN_GROUP_ROLE_FACILITATOR); /* without an address */
  assert_plan (library, gathering, "1:Ben!,Cy* 2:Ada");
  move (library, gathering, 1, 0, PLN_GROUP_ROLE_NONE);
  assert_plan (library, gathering, "1:Cy* 2:Ada");
  undo (library);
  undo (library);
  undo (library);
  assert_plan (library, gathering, "1:Ada*,Ben! 2:Cy");
  undo (library); /* the round */
  assert_plan (library, gathering, "");
}

/* Another address is written in the groups too; who is off the list sits nowhere. */
static void
test_groups_follow_people (Library       *library,
                           gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = new_day (library);
  PlnAttendee *ada = person_at (gathering, 0);
  g_autoptr(PlnAttendee) before = pln_attendee_copy (ada);
  g_autoptr(PlnAttendee) after = pln_attendee_copy (ada);
  g_autoptr(GPtrArray) gone = g_ptr_array_new ();
  GError *error = NULL;

  pln_attendee_set_email (after, "ada@example.net");
  pln_core_save_attendee_async (library->core, gathering, before, after, NULL, got_result_cb, &library->result);
  g_assert_true (pln_core_save_attendee_finish (library->core, wait_for (&library->result), &error));
  g_clear_object (&library->result);
  assert_plan (library, gathering, "1:Ada*,Ben! 2:Cy");
  move (library, gathering, 0, 2, PLN_GROUP_ROLE_NONE);
  assert_plan (library, gathering, "1:Ben! 2:Cy,Ada");

  g_ptr_array_add (gone, pln_gathering_find_attendee (gathering, pln_attendee_get_id (before)));
  pln_core_remove_attendees_async (library->core, gathering, gone, NULL, got_result_cb, &library->result);
  g_assert_true (pln_core_remove_attendees_finish (library->core, wait_for (&library->result), &error));
  g_clear_object (&library->result);
  assert_plan (library, gathering, "1:Ben! 2:Cy");
  undo (library);
  assert_plan (library, gathering, "1:Ben! 2:Cy,Ada");
}

/* Couples share an address: it stands once in a group, and each keeps a place. */
static void
test_shared_address (Library       *library,
                     gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = new_day (library);
  g_autoptr(PlnAttendee) eve = pln_attendee_new ("eve000000001");
  GError *error = NULL;

  pln_attendee_set_name (eve, "Eve");
  pln_attendee_set_email (eve, "ADA@example.org");
  pln_core_save_attendee_async (library->core, gathering, NULL, eve, NULL, got_result_cb, &library->result);
  g_assert_true (pln_core_save_attendee_finish (library->core, wait_for (&library->result), &error));
  g_assert_no_error (error);
  g_clear_object (&library->result);

  move (library, gathering, 3, 1, PLN_GROUP_ROLE_NONE);
  assert_plan (library, gathering, "1:Ada*,Ben!,Eve 2:Cy");
  move (library, gathering, 0, 2, PLN_GROUP_ROLE_NONE);
  assert_plan (library, gathering, "1:Ben!,Eve 2:Cy,Ada");
  move (library, gathering, 3, 1, PLN_GROUP_ROLE_FACILITATOR);
  move (library, gathering, 3, 0, PLN_GROUP_ROLE_NONE);
  assert_plan (library, gathering, "1:Ben! 2:Cy,Ada");
}

static void
set_presence (PlnCore      *core,
              PlnGathering *gathering,
              guint         who,
              PlnPresence   presence)
{
  g_autoptr(GPtrArray) attendees = g_ptr_array_new ();
  g_autoptr(GAsyncResult) result = NULL;
  GError *error = NULL;

  g_ptr_array_add (attendees, person_at (gathering, who));
  pln_core_set_presence_async (core, gathering, attendees, presence, NULL, got_result_cb, &result);
  g_assert_true (pln_core_set_presence_finish (core, wait_for (&result), &error));
  g_assert_no_error (error);
}

static void
test_who_is_here (Library       *library,
                  gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = new_day (library);
  PlnAttendee *ada = person_at (gathering, 0);

  pln_clock_set (NOON);
  set_presence (library->core, gathering, 0, PLN_PRESENCE_HERE);
  set_presence (library->core, gathering, 1, PLN_PRESENCE_HERE);
  pln_clock_set (NOON + 60);
  set_presence (library->core, gathering, 0, PLN_PRESENCE_LEFT);
  set_presence (library->core, gathering, 2, PLN_PRESENCE_LEFT); /* was not here: nothing to say */
  g_assert_cmpint (pln_attendee_get_presence (ada), ==, PLN_PRESENCE_LEFT);
  g_assert_cmpint (g_date_time_to_unix (pln_attendee_get_came_at (ada)), ==, NOON);
  g_assert_cmpint (g_date_time_to_unix (pln_attendee_get_left_at (ada)), ==, NOON + 60);
  g_assert_cmpuint (pln_gathering_get_n_here (gathering), ==, 1);
  g_assert_cmpuint (pln_gathering_get_n_came (gathering), ==, 2);

  {
    g_autoptr(PlnCore) again = library_open (library->folder);
    PlnGathering *listed = pln_core_find_gathering (again, pln_gathering_get_uid (gathering));
    g_autoptr(PlnGathering) stored = NULL;

    g_assert_cmpuint (pln_gathering_get_n_came (listed), ==, 2); /* the index knows */
    stored = open_gathering (again, pln_gathering_get_uid (gathering));
    g_assert_cmpuint (pln_gathering_get_n_here (stored), ==, 1);
    g_assert_cmpuint (pln_gathering_get_n_came (stored), ==, 2);
    pln_core_close (again);
  }

  set_presence (library->core, gathering, 1, PLN_PRESENCE_NONE);
  g_assert_cmpuint (pln_gathering_get_n_came (gathering), ==, 1);
  undo (library);
  g_assert_cmpuint (pln_gathering_get_n_came (gathering), ==, 2);
  undo (library);
  g_assert_cmpint (pln_attendee_get_presence (ada), ==, PLN_PRESENCE_HERE);
}

static void
test_walk_in (Library       *library,
              gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = new_day (library);
  g_autoptr(PlnAttendee) dot = pln_attendee_new ("dot000000001");
  GError *error = NULL;

  pln_attendee_set_name (dot, "Dot");
  pln_core_walk_in_async (library->core, gathering, dot, NULL, got_result_cb, &library->result);
  g_assert_true (pln_core_walk_in_finish (library->core, wait_for (&library->result), &error));
  g_assert_no_error (error);
  g_clear_object (&library->result);
  g_assert_cmpuint (pln_gathering_get_n_attendees (gathering), ==, 4);
  g_assert_cmpuint (pln_gathering_get_n_here (gathering), ==, 1);
  undo (library);
  g_assert_cmpuint (pln_gathering_get_n_attendees (gathering), ==, 3);
  g_assert_cmpuint (pln_gathering_get_n_here (gathering), ==, 0);
}

/* A file carries what one door saw to another; twice is once, and it is no
 * step of undo. */
static void
test_hand_over (Library       *library,
                gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = new_day (library);
  g_autoptr(GBytes) file = NULL;
  GError *error = NULL;
  guint n = 0;

  set_presence (library->core, gathering, 0, PLN_PRESENCE_HERE);
  pln_core_export_presence_async (library->core, gathering, NULL, got_result_cb, &library->result);
  file = pln_core_export_presence_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
  g_clear_object (&library->result);
  undo (library);
  g_assert_cmpuint (pln_gathering_get_n_here (gathering), ==, 0);

  for (guint i = 0; i < 2; i++)
    {
      pln_core_import_presence_async (library->core, gathering, file, NULL, got_result_cb, &library->result);
      g_assert_true (pln_core_import_presence_finish (library->core, wait_for (&library->result), &n, &error));
      g_assert_no_error (error);
      g_clear_object (&library->result);
      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpuint (pln_gathering_get_n_here (gathering), ==, 1);
    }
  g_assert_cmpstr (pln_core_get_undo_label (library->core), ==, "New round Round 1");
}

static void
test_hand_over_of_another_day (Library       *library,
                               gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = new_day (library);
  static const char text[] =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VJOURNAL\r\nUID:presence-x-other\r\nX-PLENARY-KIND:PRESENCE\r\n"
    "RELATED-TO:other\r\nX-PLENARY-PRESENCE;ID=aaaaaaaaaaaa;PERSON=cy0000000001;AT=20110719T110000Z:IN\r\n"
    "END:VJOURNAL\r\nEND:VCALENDAR\r\n";
  g_autoptr(GBytes) file = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr(GError) error = NULL;

  pln_core_import_presence_async (library->core, gathering, file, NULL, got_result_cb, &library->result);
  g_assert_false (pln_core_import_presence_finish (library->core, wait_for (&library->result), NULL, &error));
  g_assert_nonnull (error);
  g_clear_object (&library->result);
  g_assert_cmpuint (pln_gathering_get_n_here (gathering), ==, 0);
}

/* Rounds go with their gathering to another day, groups with their round. */
static void
test_rounds_follow_the_day (Library       *library,
                            gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = new_day (library);
  g_autoptr(PlnGathering) before = pln_gathering_copy (gathering);
  g_autoptr(PlnGathering) after = pln_gathering_copy (gathering);
  g_autoptr(PlnGathering) saved = NULL;
  g_autoptr(PlnRound) round = g_list_model_get_item (pln_gathering_get_rounds (gathering), 0);
  g_autoptr(GDateTime) was = g_date_time_ref (pln_round_get_start (round));
  g_autoptr(GDateTime) start = g_date_time_add_days (pln_gathering_get_start (gathering), 7);
  g_autoptr(GDateTime) end = g_date_time_add_days (pln_gathering_get_end (gathering), 7);
  GError *error = NULL;

  pln_gathering_set_times (after, start, end, pln_gathering_get_zone (gathering), FALSE);
  pln_core_save_gathering_async (library->core, before, after, NULL, got_result_cb, &library->result);
  saved = pln_core_save_gathering_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
  g_clear_object (&library->result);

  g_assert_cmpint (g_date_time_difference (pln_round_get_start (round), was), ==, 7 * G_TIME_SPAN_DAY);
  assert_plan (library, gathering, "1:Ada*,Ben! 2:Cy");
  undo (library);
  g_assert_true (g_date_time_equal (pln_round_get_start (round), was));
}

/* The same again has rounds and groups, and nobody in them. */
static void
test_the_same_again (Library       *library,
                     gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = new_day (library);
  g_autoptr(PlnGathering) draft = NULL;
  g_autoptr(PlnGathering) again = NULL;
  g_autoptr(PlnRound) old = g_list_model_get_item (pln_gathering_get_rounds (gathering), 0);
  g_autoptr(PlnRound) new = NULL;
  GError *error = NULL;

  pln_core_draft_follower_async (library->core, gathering, FALSE, NULL, got_result_cb, &library->result);
  draft = pln_core_draft_follower_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
  g_clear_object (&library->result);
  pln_core_save_gathering_async (library->core, NULL, draft, NULL, got_result_cb, &library->result);
  again = pln_core_save_gathering_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
  g_clear_object (&library->result);

  assert_plan (library, again, "1: 2:");
  new = g_list_model_get_item (pln_gathering_get_rounds (again), 0);
  g_assert_cmpstr (pln_round_get_uid (new), !=, pln_round_get_uid (old));
  g_assert_cmpint (g_date_time_difference (pln_round_get_start (new), pln_gathering_get_start (again)), ==,
                   g_date_time_difference (pln_round_get_start (old), pln_gathering_get_start (gathering)));
}

/* A round is an occurrence; moved in a calendar, it is saved as by its form. */
static void
test_round_in_the_calendar (Library       *library,
                            gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = new_day (library);
  g_autoptr(PlnRound) round = g_list_model_get_item (pln_gathering_get_rounds (gathering), 0);
  gint64 from = g_date_time_to_unix (pln_round_get_start (round)) - 60;
  g_autoptr(PlnSpan) span = pln_core_list_span (library->core, from, from + 24 * 60 * 60);
  g_autoptr(PlnOccurrence) moved = NULL;
  g_autoptr(GDateTime) start = g_date_time_add_hours (pln_round_get_start (round), 1);
  PlnOccurrence *shown;
  GError *error = NULL;

  while (pln_span_get_loading (span))
    g_main_context_iteration (NULL, TRUE);
  shown = pln_span_find (span, pln_round_get_uid (round), "");
  g_assert_nonnull (shown);
  g_assert_cmpint (pln_occurrence_get_kind (shown), ==, PLN_OCCURRENCE_KIND_ROUND);

  moved = pln_occurrence_new_shifted (shown, 0, 60);
  pln_core_save_occurrence_async (library->core, shown, moved, PLN_REACH_THIS, NULL, got_result_cb, &library->result);
  g_assert_true (pln_core_save_occurrence_finish (library->core, wait_for (&library->result), &error));
  g_assert_no_error (error);
  g_clear_object (&library->result);
  g_assert_true (g_date_time_equal (pln_round_get_start (round), start));
  g_assert_cmpuint (pln_round_get_n_placed (round), ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Library, NULL, library_set_up, function, library_tear_down)
  ADD ("/core/round/stored", test_rounds_are_stored);
  ADD ("/core/round/moved", test_people_are_moved);
  ADD ("/core/round/people", test_groups_follow_people);
  ADD ("/core/round/shared-address", test_shared_address);
  ADD ("/core/round/here", test_who_is_here);
  ADD ("/core/round/walk-in", test_walk_in);
  ADD ("/core/round/hand-over", test_hand_over);
  ADD ("/core/round/other-hand-over", test_hand_over_of_another_day);
  ADD ("/core/round/day", test_rounds_follow_the_day);
  ADD ("/core/round/again", test_the_same_again);
  ADD ("/core/round/calendar", test_round_in_the_calendar);
#undef ADD

  return g_test_run ();
}
