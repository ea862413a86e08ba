/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core-library.h"

#include "pln-quality-words.h"

/* So few steps that tests are fast; enough for so few people. */
#define STEPS 200000

/* @n people who are going, of three sectors. */
static PlnGathering *
make_gathering (Library *library,
                guint    n)
{
  static const char *const sectors[] = { "academic", "public", "school" };
  PlnGathering *gathering = library_new (library, "Meet-up");
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) after = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "Person %02u <p%02u@example.org>\n", i, i);
  library_add (library, gathering, text->str);

  for (guint i = 0; i < n; i++)
    {
      PlnAttendee *attendee = person_at (gathering, i);
      PlnAttendee *changed = pln_attendee_copy (attendee);

      pln_attendee_set_answer (changed, PLN_ANSWER_ACCEPTED);
      pln_attendee_set_sector (changed, sectors[i % G_N_ELEMENTS (sectors)]);
      g_ptr_array_add (before, pln_attendee_copy (attendee));
      g_ptr_array_add (after, changed);
    }
  pln_core_save_attendees_async (library->core, gathering, before, after, NULL, got_result_cb, &result);
  pln_core_save_attendees_finish (library->core, wait_for (&result), &error);
  g_assert_no_error (error);

  return gathering;
}

static void
wait_for_mixing (PlnMixing *mixing)
{
  while (pln_mixing_get_state (mixing) == PLN_MIXING_LOOKING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (pln_mixing_get_message (mixing), ==, "");
}

static void
use (Library   *library,
     PlnMixing *mixing)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  wait_for_mixing (mixing);
  pln_core_use_mix_async (library->core, mixing, NULL, got_result_cb, &result);
  pln_core_use_mix_finish (library->core, wait_for (&result), &error);
  g_assert_no_error (error);
}

static PlnMixingSettings *
settings_for (Library      *library,
              PlnGathering *gathering,
              guint         rounds,
              guint         size)
{
  PlnMixingSettings *settings = pln_core_draft_mix (library->core, gathering);

  pln_mixing_settings_set_rounds (settings, rounds);
  pln_mixing_settings_set_size (settings, size);

  return settings;
}

static void
mix_and_use (Library      *library,
             PlnGathering *gathering,
             guint         rounds,
             guint         size)
{
  g_autoptr(PlnMixingSettings) settings = settings_for (library, gathering, rounds, size);
  g_autoptr(PlnMixing) mixing = pln_core_mix_people (library->core, gathering, settings, 1, STEPS, 0);

  use (library, mixing);
}

static PlnRound *
round_at (PlnGathering *gathering,
          guint         position)
{
  PlnRound *round = g_list_model_get_item (pln_gathering_get_rounds (gathering), position);

  g_object_unref (round);

  return round;
}

static PlnGroup *
group_at (PlnRound *round,
          guint     position)
{
  PlnGroup *group = g_list_model_get_item (pln_round_get_groups (round), position);

  g_object_unref (group);

  return group;
}

/* Who sits where, as a text. */
static char *
describe (GListModel *rounds)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);

      for (guint j = 0; j < g_list_model_get_n_items (pln_round_get_groups (round)); j++)
        {
          GPtrArray *places = pln_group_get_places (group_at (round, j));

          for (guint k = 0; k < places->len; k++)
            g_string_append_printf (text, "%s ", ((PlnPlace *) g_ptr_array_index (places, k))->person);
          g_string_append (text, "| ");
        }
    }

  return g_string_free (text, FALSE);
}

static char *
describe_mixing (PlnMixing *mixing)
{
  g_autoptr(GListStore) list = g_list_store_new (PLN_TYPE_ROUND);
  GPtrArray *rounds = pln_mixing_get_rounds (mixing);

  for (guint i = 0; i < rounds->len; i++)
    g_list_store_append (list, g_ptr_array_index (rounds, i));

  return describe (G_LIST_MODEL (list));
}

static void
test_everybody_gets_a_place (Library       *library,
                             gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = make_gathering (library, 16);
  g_autoptr(PlnQuality) quality = NULL;
  g_auto(GStrv) words = NULL;

  mix_and_use (library, gathering, 3, 4);

  g_assert_cmpuint (g_list_model_get_n_items (pln_gathering_get_rounds (gathering)), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      PlnRound *round = round_at (gathering, i);

      g_assert_cmpuint (pln_round_get_n_placed (round), ==, 16);
      for (guint j = 0; j < 4; j++)
        {
          PlnGroup *group = group_at (round, j);

          g_assert_cmpuint (pln_group_get_n_places (group), ==, 4);
          g_assert_nonnull (pln_group_get_person (group, PLN_GROUP_ROLE_FACILITATOR));
          g_assert_nonnull (pln_group_get_person (group, PLN_GROUP_ROLE_NOTE_TAKER));
        }
    }

  quality = pln_core_judge (library->core, gathering, NULL);
  words = pln_quality_words (quality);
  g_assert_cmpuint (quality->n_to_mend, ==, 0);
  g_assert_cmpuint (quality->n_again, ==, 0);
  g_assert_cmpstr (words[0], ==, "Everybody meets 9 new people; nobody meets twice.");
}

/* Roles go round: with 24 of them, nobody of 16 has more than two. */
static void
test_roles_go_round (Library       *library,
                     gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = make_gathering (library, 16);
  g_autoptr(GHashTable) turns = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer n;

  mix_and_use (library, gathering, 3, 4);
  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 4; j++)
      {
        GPtrArray *places = pln_group_get_places (group_at (round_at (gathering, i), j));

        for (guint k = 0; k < places->len; k++)
          {
            const PlnPlace *place = g_ptr_array_index (places, k);

            if (place->role != PLN_GROUP_ROLE_NONE)
              g_hash_table_insert (turns, place->person,
                                   GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (turns, place->person)) + 1));
          }
      }
  g_hash_table_iter_init (&iter, turns);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    g_assert_cmpuint (GPOINTER_TO_UINT (n), <=, 2);
}

static void
test_one_step_of_undo (Library       *library,
                       gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = make_gathering (library, 12);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  mix_and_use (library, gathering, 2, 4);
  pln_core_undo_async (library->core, FALSE, NULL, got_result_cb, &result);
  g_free (pln_core_undo_finish (library->core, wait_for (&result), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (pln_gathering_get_rounds (gathering)), ==, 0);
}

static void
test_same_seed_same_plan (Library       *library,
                          gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = make_gathering (library, 20);
  g_autoptr(PlnMixingSettings) settings = settings_for (library, gathering, 4, 5);
  char *plans[3];

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(PlnMixing) mixing = pln_core_mix_people (library->core, gathering, settings, i < 2 ? 7 : 8, STEPS, 0);

      wait_for_mixing (mixing);
      plans[i] = describe_mixing (mixing);
    }
  g_assert_cmpstr (plans[0], ==, plans[1]);
  g_assert_cmpstr (plans[0], !=, plans[2]);
  for (guint i = 0; i < 3; i++)
    g_free (plans[i]);
}

static void
set_presence (Library      *library,
              PlnGathering *gathering,
              guint         first,
              guint         n,
              PlnPresence   presence)
{
  g_autoptr(GPtrArray) attendees = g_ptr_array_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = first; i < first + n; i++)
    g_ptr_array_add (attendees, person_at (gathering, i));
  pln_core_set_presence_async (library->core, gathering, attendees, presence, NULL, got_result_cb, &result);
  pln_core_set_presence_finish (library->core, wait_for (&result), &error);
  g_assert_no_error (error);
}

/* Two leave and one comes late: nobody else moves. */
static void
test_mend_moves_nobody_without_need (Library       *library,
                                     gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = make_gathering (library, 25);
  g_autoptr(PlnMixing) mixing = NULL;
  g_autoptr(PlnQuality) before = NULL;
  g_autoptr(PlnQuality) after = NULL;
  const char *late = pln_attendee_get_id (person_at (gathering, 24));
  guint n_told = 0;
  GPtrArray *tell;

  set_presence (library, gathering, 0, 24, PLN_PRESENCE_HERE);
  mix_and_use (library, gathering, 2, 6);
  g_assert_cmpuint (pln_round_get_n_placed (round_at (gathering, 0)), ==, 24);

  set_presence (library, gathering, 3, 2, PLN_PRESENCE_LEFT);
  set_presence (library, gathering, 24, 1, PLN_PRESENCE_HERE);
  before = pln_core_judge (library->core, gathering, NULL);
  g_assert_cmpuint (before->n_to_mend, ==, 3);

  mixing = pln_core_mend_people (library->core, gathering);
  use (library, mixing);
  tell = pln_mixing_get_tell (mixing);
  for (guint i = 0; i < tell->len; i++)
    {
      const PlnTell *one = g_ptr_array_index (tell, i);

      if (one->stays)
        {
          g_assert_cmpint (one->role, !=, PLN_GROUP_ROLE_NONE); /* in place of somebody who left */
          continue;
        }
      g_assert_cmpstr (one->person, ==, late);
      g_assert_cmpstr (one->from, ==, "");
      n_told++;
    }
  g_assert_cmpuint (n_told, ==, 2); /* one person, in both rounds */
  g_assert_cmpuint (pln_mixing_count_people (mixing), ==, 3);
  g_assert_cmpstr (pln_core_get_undo_label (library->core), ==, "Mend the groups");
  g_assert_cmpuint (pln_round_get_n_placed (round_at (gathering, 0)), ==, 23);
  after = pln_core_judge (library->core, gathering, NULL);
  g_assert_cmpuint (after->n_to_mend, ==, 0);
}

/* Who did not come makes room, though nobody has to be told. */
static void
test_mend_frees_places (Library       *library,
                        gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = make_gathering (library, 24);
  g_autoptr(PlnMixing) mixing = NULL;
  g_autoptr(GPtrArray) gone = NULL;
  guint n_placed;

  mix_and_use (library, gathering, 1, 6);
  n_placed = pln_round_get_n_placed (round_at (gathering, 0));
  g_assert_cmpuint (n_placed, ==, 24);
  set_presence (library, gathering, 0, 23, PLN_PRESENCE_HERE);

  mixing = pln_core_mend_people (library->core, gathering);
  use (library, mixing);
  gone = pln_mixing_list_gone (mixing);
  g_assert_cmpuint (gone->len, ==, 1);
  g_assert_cmpstr (gone->pdata[0], ==, pln_attendee_get_id (person_at (gathering, 23)));
  g_assert_cmpuint (pln_mixing_count_people (mixing), ==, 1);
  g_assert_cmpuint (pln_round_get_n_placed (round_at (gathering, 0)), ==, 23);
}

/* Who counts is proposed; what was chosen then is kept. */
static void
test_who_counts (Library       *library,
                 gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = make_gathering (library, 24);
  g_autoptr(PlnMixingSettings) early = pln_core_draft_mix (library->core, gathering);
  g_autoptr(PlnMixingSettings) later = NULL;
  g_autoptr(PlnMixingSettings) kept = NULL;
  g_autoptr(PlnMixing) mixing = NULL;

  g_assert_cmpint (pln_mixing_settings_get_who (early), ==, PLN_MIXING_WHO_GOING);
  mix_and_use (library, gathering, 1, 6);
  set_presence (library, gathering, 0, 20, PLN_PRESENCE_HERE);
  later = pln_core_draft_mix (library->core, gathering);
  g_assert_cmpint (pln_mixing_settings_get_who (later), ==, PLN_MIXING_WHO_HERE);

  pln_mixing_settings_set_who (later, PLN_MIXING_WHO_GOING);
  mixing = pln_core_mix_people (library->core, gathering, later, 1, STEPS, 0);
  use (library, mixing);
  g_assert_cmpuint (pln_round_get_n_placed (round_at (gathering, 0)), ==, 24);
  kept = pln_core_draft_mix (library->core, gathering);
  g_assert_cmpint (pln_mixing_settings_get_who (kept), ==, PLN_MIXING_WHO_GOING);
}

/* What is locked stays, and so does a round that has begun. */
static void
test_locked_stays (Library       *library,
                   gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = make_gathering (library, 16);
  g_autoptr(PlnRound) before = NULL;
  g_autoptr(PlnRound) after = NULL;
  g_autoptr(GPtrArray) old = g_ptr_array_new ();
  g_autoptr(GPtrArray) new = g_ptr_array_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(PlnMixingSettings) settings = NULL;
  g_autoptr(PlnMixing) mixing = NULL;

  mix_and_use (library, gathering, 2, 4);
  before = pln_round_copy (round_at (gathering, 0));
  after = pln_round_copy (before);
  pln_round_set_locked (after, TRUE);
  g_ptr_array_add (old, before);
  g_ptr_array_add (new, after);
  pln_core_save_rounds_async (library->core, gathering, old, new, NULL, got_result_cb, &result);
  g_assert_true (pln_core_save_rounds_finish (library->core, wait_for (&result), NULL));

  settings = settings_for (library, gathering, 2, 4);
  mixing = pln_core_mix_people (library->core, gathering, settings, 99, STEPS, 0);
  use (library, mixing);
  for (guint i = 0; i < 4; i++)
    g_assert_true (pln_places_equal (pln_group_get_places (group_at (before, i)),
                                     pln_group_get_places (group_at (round_at (gathering, 0), i))));
}

/* A move is judged before it is made, and nothing changes by that. */
static void
test_judge_looks_ahead (Library       *library,
                        gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = make_gathering (library, 16);
  g_autoptr(GPtrArray) moves = pln_moves_new ();
  g_autoptr(PlnQuality) now = NULL;
  g_autoptr(PlnQuality) then = NULL;
  g_autoptr(PlnQuality) still = NULL;
  const PlnPlace *place;
  PlnRound *round;

  mix_and_use (library, gathering, 3, 4);
  round = round_at (gathering, 1);
  place = g_ptr_array_index (pln_group_get_places (group_at (round, 0)), 0);
  g_ptr_array_add (moves, pln_move_new (pln_round_get_uid (round), "", place->person, PLN_GROUP_ROLE_NONE, FALSE));
  now = pln_core_judge (library->core, gathering, NULL);
  then = pln_core_judge (library->core, gathering, moves);
  still = pln_core_judge (library->core, gathering, NULL);
  g_assert_cmpuint (now->n_to_mend, ==, 0);
  g_assert_cmpuint (then->n_to_mend, ==, 1);
  g_assert_cmpuint (then->n_part, ==, 1);
  g_assert_cmpuint (still->n_to_mend, ==, 0);
}

static void
set_rooms (Library      *library,
           PlnGathering *gathering,
           const char   *first,
           const char   *second)
{
  const char *names[] = { first, second };
  g_autoptr(PlnGathering) before = pln_gathering_copy (gathering);
  g_autoptr(PlnGathering) after = pln_gathering_copy (gathering);
  g_autoptr(GPtrArray) rooms = pln_rooms_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnGathering) saved = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (rooms, pln_room_new (names[i], names[i], 8));
  pln_gathering_set_room_list (after, rooms);
  pln_core_save_gathering_async (library->core, before, after, NULL, got_result_cb, &result);
  saved = pln_core_save_gathering_finish (library->core, wait_for (&result), &error);
  g_assert_no_error (error);
}

/* Rooms that hold everybody are used, table by table; when one is gone, its
 * groups find chairs in the others and nobody else moves. */
static void
test_room_gone (Library       *library,
                gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = make_gathering (library, 16);
  g_autoptr(PlnMixing) mixing = NULL;
  g_autoptr(PlnQuality) quality = NULL;
  g_autoptr(PlnQuality) mended = NULL;
  GPtrArray *tell;

  set_rooms (library, gathering, "hallhallhall", "librarylibra");
  mix_and_use (library, gathering, 1, 4);
  g_assert_cmpstr (pln_group_get_room (group_at (round_at (gathering, 0), 3)), ==, "librarylibra, table 4");
  g_assert_cmpuint (pln_group_get_chairs (group_at (round_at (gathering, 0), 3)), ==, 4);

  set_rooms (library, gathering, "hallhallhall", "atticatticat");
  quality = pln_core_judge (library->core, gathering, NULL);
  g_assert_cmpuint (pln_quality_count_flaws (quality, PLN_FLAW_NO_ROOM), ==, 2);
  g_assert_cmpuint (quality->n_to_mend, ==, 2);

  mixing = pln_core_mend_people (library->core, gathering);
  use (library, mixing);
  tell = pln_mixing_get_tell (mixing);
  g_assert_cmpuint (tell->len, ==, 8);
  for (guint i = 0; i < tell->len; i++)
    g_assert_cmpstr (((PlnTell *) g_ptr_array_index (tell, i))->from, ==,
                     ((PlnTell *) g_ptr_array_index (tell, i))->to);
  g_assert_cmpstr (pln_group_get_room (group_at (round_at (gathering, 0), 2)), ==, "atticatticat");
  mended = pln_core_judge (library->core, gathering, NULL);
  g_assert_cmpuint (mended->n_to_mend, ==, 0);
}

/* It is asked while a card is held. */
static void
test_judge_is_fast (Library       *library,
                    gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = make_gathering (library, 300);
  g_autoptr(GPtrArray) moves = pln_moves_new ();
  double best = G_MAXDOUBLE;
  PlnRound *round;
  const PlnPlace *place;

  mix_and_use (library, gathering, 3, 6);
  round = round_at (gathering, 1);
  place = g_ptr_array_index (pln_group_get_places (group_at (round, 0)), 0);
  g_ptr_array_add (moves, pln_move_new (pln_round_get_uid (round), pln_group_get_uid (group_at (round, 1)),
                                        place->person, PLN_GROUP_ROLE_NONE, FALSE));
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr(PlnQuality) quality = NULL;

      g_test_timer_start ();
      quality = pln_core_judge (library->core, gathering, moves);
      best = MIN (best, g_test_timer_elapsed ());
      g_assert_cmpuint (quality->n_people, ==, 300);
    }
  g_test_minimized_result (best, "300 people, 3 rounds: %.3f ms", best * 1000);
}

/* Rules that contradict each other are named, with the reason. */
static void
test_broken_rule_is_named (Library       *library,
                           gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = make_gathering (library, 8);
  g_autoptr(PlnMixingSettings) settings = settings_for (library, gathering, 1, 4);
  g_autoptr(GPtrArray) rules = pln_mixing_rules_new ();
  const char *two[] = { pln_attendee_get_id (person_at (gathering, 0)), pln_attendee_get_id (person_at (gathering, 1)),
                        NULL };
  g_autoptr(PlnMixing) mixing = NULL;
  g_autofree char *rule = NULL;
  g_autofree char *words = NULL;
  PlnQuality *quality;

  g_ptr_array_add (rules, pln_mixing_rule_new (TRUE, two, "interpreter"));
  g_ptr_array_add (rules, pln_mixing_rule_new (FALSE, two, NULL));
  rule = pln_mixing_rule_words (g_ptr_array_index (rules, 0), gathering);
  g_assert_cmpstr (rule, ==, "Person 00 and Person 01 stay together (interpreter)");
  pln_mixing_settings_set_rules (settings, rules);
  mixing = pln_core_mix_people (library->core, gathering, settings, 1, STEPS, 0);
  wait_for_mixing (mixing);
  quality = pln_mixing_get_quality (mixing);
  g_assert_cmpint (quality->grade, ==, PLN_QUALITY_BROKEN);
  words = pln_quality_words_flaw (g_ptr_array_index (quality->flaws, 0), gathering);
  g_assert_nonnull (strstr (words, "Two rules contradict each other."));
}

static void
test_nobody_is_told_why (Library       *library,
                         gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = library_new (library, "Empty");
  g_autoptr(PlnMixingSettings) settings = pln_core_draft_mix (library->core, gathering);
  g_autoptr(PlnMixing) mixing = pln_core_mix_people (library->core, gathering, settings, 1, STEPS, 0);

  while (pln_mixing_get_state (mixing) == PLN_MIXING_LOOKING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (pln_mixing_get_state (mixing), ==, PLN_MIXING_FAILED);
  g_assert_cmpstr (pln_mixing_get_message (mixing), ==,
                   "Fewer than two people are going. Add people, or set their answers.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/core/mix/" path, Library, NULL, library_set_up, func, library_tear_down)
  ADD ("places", test_everybody_gets_a_place);
  ADD ("roles", test_roles_go_round);
  ADD ("undo", test_one_step_of_undo);
  ADD ("seed", test_same_seed_same_plan);
  ADD ("mend", test_mend_moves_nobody_without_need);
  ADD ("mend-frees", test_mend_frees_places);
  ADD ("who-counts", test_who_counts);
  ADD ("locked", test_locked_stays);
  ADD ("judge", test_judge_looks_ahead);
  ADD ("rooms", test_room_gone);
  ADD ("fast", test_judge_is_fast);
  ADD ("rules", test_broken_rule_is_named);
  ADD ("nobody", test_nobody_is_told_why);
#undef ADD

  return g_test_run ();
}
