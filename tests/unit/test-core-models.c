/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core-library.h"

static void
undo (Library  *library,
      gboolean  redo)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *label = NULL;

  pln_core_undo_async (library->core, redo, NULL, got_result_cb, &library->result);
  label = pln_core_undo_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
}

static void
later_cb (PlnCore    *core,
          const char *message,
          char      **told)
{
  g_assert_null (*told);
  *told = g_strdup (message);
}

/* Shown before anything is written. */
static void
test_shown_at_once (Library       *library,
                    gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = library_new (library, "CPD23 meet-up");
  g_autoptr(PlnGathering) before = pln_gathering_copy (gathering);
  g_autoptr(PlnGathering) after = pln_gathering_copy (gathering);
  g_autoptr(PlnGathering) saved = NULL;
  g_autoptr(GError) error = NULL;

  pln_gathering_set_location (after, "The Grafton");
  pln_core_save_gathering_async (library->core, before, after, NULL, got_result_cb, &library->result);
  g_assert_cmpstr (pln_gathering_get_location (gathering), ==, "The Grafton");

  saved = pln_core_save_gathering_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
  g_assert_true (saved == gathering);
}

/* A form that was open for a while overwrites only what was typed in it. */
static void
test_form_overwrites_no_more (Library       *library,
                              gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = library_new (library, "CPD23 meet-up");
  g_autoptr(PlnGathering) opened = pln_gathering_copy (gathering);
  g_autoptr(PlnGathering) entered = pln_gathering_copy (gathering);
  g_autoptr(PlnGathering) other = pln_gathering_copy (gathering);
  g_autoptr(GError) error = NULL;

  pln_gathering_set_location (other, "The Grafton");
  pln_core_save_gathering_async (library->core, opened, other, NULL, NULL, NULL);
  pln_gathering_set_title (entered, "CPD23 party");
  pln_core_save_gathering_async (library->core, opened, entered, NULL, got_result_cb, &library->result);
  g_object_unref (pln_core_save_gathering_finish (library->core, wait_for (&library->result), &error));
  g_assert_no_error (error);

  g_assert_cmpstr (pln_gathering_get_title (gathering), ==, "CPD23 party");
  g_assert_cmpstr (pln_gathering_get_location (gathering), ==, "The Grafton");
}

/* Undo and redo lead the models; the objects stay the same. */
static void
test_undo_keeps_objects (Library       *library,
                         gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = library_new (library, "CPD23 meet-up");
  GListModel *gatherings = pln_core_get_gatherings (library->core);
  g_autoptr(GPtrArray) one = g_ptr_array_new ();
  PlnAttendee *una;
  g_autoptr(GError) error = NULL;

  library_add (library, gathering, "Una Tarn <una@tarn.example>\nkit@alderman.example");
  una = person_at (gathering, 0);
  g_ptr_array_add (one, una);
  pln_core_answer_async (library->core, gathering, one, PLN_ANSWER_ACCEPTED, NULL, got_result_cb, &library->result);
  pln_core_answer_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pln_core_get_undo_label (library->core), ==, "Answer of Una Tarn");

  undo (library, FALSE);
  g_assert_cmpint (pln_attendee_get_answer (una), ==, PLN_ANSWER_NEEDS_ACTION);
  g_assert_true (person_at (gathering, 0) == una);
  g_assert_cmpstr (pln_core_get_redo_label (library->core), ==, "Answer of Una Tarn");
  undo (library, TRUE);
  g_assert_cmpint (pln_attendee_get_answer (una), ==, PLN_ANSWER_ACCEPTED);

  pln_core_delete_gathering_async (library->core, gathering, NULL, got_result_cb, &library->result);
  g_assert_cmpuint (g_list_model_get_n_items (gatherings), ==, 0);
  pln_core_delete_gathering_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
  undo (library, FALSE);
  g_assert_true (pln_core_find_gathering (library->core, pln_gathering_get_uid (gathering)) == gathering);
  g_assert_true (person_at (gathering, 0) == una);
}

/* Who undoes faster than the disk writes still ends where they began. */
static void
test_undo_behind_a_wish (Library       *library,
                         gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = library_new (library, "CPD23 meet-up");
  g_autoptr(GPtrArray) one = g_ptr_array_new ();

  library_add (library, gathering, "una@tarn.example");
  g_ptr_array_add (one, person_at (gathering, 0));
  pln_core_answer_async (library->core, gathering, one, PLN_ANSWER_DECLINED, NULL, NULL, NULL);
  pln_core_answer_async (library->core, gathering, one, PLN_ANSWER_ACCEPTED, NULL, NULL, NULL);
  undo (library, FALSE);

  g_assert_cmpint (pln_attendee_get_answer (person_at (gathering, 0)), ==, PLN_ANSWER_DECLINED);
}

/* What another program did to the library is shown after a refresh; what it
 * deleted cannot be written to, and is taken back with a sentence. */
static void
test_two_programs (Library       *library,
                   gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = library_new (library, "CPD23 meet-up");
  const char *uid = pln_gathering_get_uid (gathering);
  PlnCore *other = library_open (library->folder);
  g_autoptr(PlnGathering) theirs = NULL;
  g_autoptr(PlnGathering) before = NULL;
  g_autoptr(PlnGathering) after = NULL;
  g_autofree char *told = NULL;
  g_autoptr(GError) error = NULL;

  pln_core_open_gathering_async (other, uid, NULL, got_result_cb, &library->result);
  theirs = pln_core_open_gathering_finish (other, wait_for (&library->result), &error);
  g_assert_no_error (error);
  before = pln_gathering_copy (theirs);
  after = pln_gathering_copy (theirs);
  pln_gathering_set_title (after, "CPD23 party");
  pln_core_save_gathering_async (other, before, after, NULL, got_result_cb, &library->result);
  g_object_unref (pln_core_save_gathering_finish (other, wait_for (&library->result), &error));
  g_assert_no_error (error);

  pln_core_refresh_async (library->core, NULL, got_result_cb, &library->result);
  pln_core_refresh_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pln_gathering_get_title (gathering), ==, "CPD23 party");

  pln_core_delete_gathering_async (other, theirs, NULL, got_result_cb, &library->result);
  pln_core_delete_gathering_finish (other, wait_for (&library->result), &error);
  g_assert_no_error (error);
  pln_core_close (other);
  g_object_unref (other);

  g_signal_connect (library->core, "failed-later", G_CALLBACK (later_cb), &told);
  g_set_object (&after, NULL);
  after = pln_gathering_copy (gathering);
  pln_gathering_set_location (after, "The Grafton");
  pln_core_save_gathering_async (library->core, gathering, after, NULL, NULL, NULL);
  while (told == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (pln_core_find_gathering (library->core, uid));
}

static void
test_closed_before_it_is_read (Library       *library,
                               gconstpointer  user_data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(PlnGathering) gathering = library_new (library, "CPD23 meet-up");
  g_autoptr(PlnGathering) opened = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  pln_core_open_gathering_async (library->core, pln_gathering_get_uid (gathering), cancellable,
                                 got_result_cb, &library->result);
  opened = pln_core_open_gathering_finish (library->core, wait_for (&library->result), &error);
  g_assert_null (opened);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What is written can be read again, all of it. */
static void
test_read_again (Library       *library,
                 gconstpointer  user_data)
{
  static const char *const networks[] = { "LISNPN", "CDG", NULL };
  static const char *const rooms[] = { "Bronte (60)", "Eliot", NULL };
  g_autoptr(PlnGathering) draft = pln_core_draft_template (library->core, "conference", NULL);
  g_autoptr(PlnGathering) gathering = NULL;
  g_autoptr(PlnGathering) again = NULL;
  g_autoptr(PlnAttendee) before = NULL;
  g_autoptr(PlnAttendee) after = NULL;
  PlnAttendee *read;
  g_autoptr(GError) error = NULL;

  pln_gathering_set_title (draft, "LIS DREaM");
  pln_gathering_set_rooms (draft, rooms);
  pln_gathering_set_capacity (draft, 100);
  pln_gathering_set_description (draft, "One day,\nfor everybody; bring lunch");
  pln_core_save_gathering_async (library->core, NULL, draft, NULL, got_result_cb, &library->result);
  gathering = pln_core_save_gathering_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);

  library_add (library, gathering, "Una Tarn <una@tarn.example>");
  before = pln_attendee_copy (person_at (gathering, 0));
  after = pln_attendee_copy (before);
  pln_attendee_set_networks (after, networks);
  pln_attendee_set_role (after, PLN_ROLE_SPEAKER);
  pln_attendee_set_mode (after, PLN_MODE_ONLINE);
  pln_attendee_set_answer (after, PLN_ANSWER_ACCEPTED);
  pln_core_save_attendee_async (library->core, gathering, before, after, NULL, got_result_cb, &library->result);
  pln_core_save_attendee_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
  pln_core_close (library->core);
  g_object_unref (library->core);

  library->core = library_open (library->folder);
  pln_core_open_gathering_async (library->core, pln_gathering_get_uid (gathering), NULL,
                                 got_result_cb, &library->result);
  again = pln_core_open_gathering_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
  g_assert_true (again != gathering);
  g_assert_cmpstr (pln_gathering_get_description (again), ==, pln_gathering_get_description (gathering));
  g_assert_true (g_strv_equal (pln_gathering_get_rooms (again), rooms));
  g_assert_cmpuint (pln_gathering_get_capacity (again), ==, 100);
  g_assert_true (g_date_time_equal (pln_gathering_get_start (again), pln_gathering_get_start (gathering)));
  g_assert_cmpstr (pln_gathering_get_zone (again), ==, pln_gathering_get_zone (gathering));
  g_assert_cmpuint (g_list_model_get_n_items (pln_gathering_get_sessions (again)), ==, 11);
  read = person_at (again, 0);
  g_assert_cmpstr (pln_attendee_get_name (read), ==, "Una Tarn");
  g_assert_true (g_strv_equal (pln_attendee_get_networks (read), networks));
  g_assert_cmpint (pln_attendee_get_role (read), ==, PLN_ROLE_SPEAKER);
  g_assert_cmpint (pln_attendee_get_mode (read), ==, PLN_MODE_ONLINE);
  g_assert_cmpint (pln_attendee_get_answer (read), ==, PLN_ANSWER_ACCEPTED);
  g_assert_nonnull (pln_attendee_get_said_at (read));
}

/* The programme of a template knows the rooms by the names that the form gave them. */
static void
test_rooms_of_a_template (Library       *library,
                          gconstpointer  user_data)
{
  g_autoptr(PlnGathering) draft = pln_core_draft_template (library->core, "unconference", NULL);
  g_autoptr(PlnGathering) form = pln_gathering_copy (draft);
  g_autoptr(GPtrArray) rooms = pln_rooms_copy (pln_gathering_get_room_list (form));
  const PlnRoom *second = g_ptr_array_index (rooms, 1);
  PlnRoom *renamed = pln_room_new (second->id, "Reading room", 30);
  g_autoptr(PlnGathering) gathering = NULL;
  g_autoptr(PlnSession) slot = NULL;
  g_autoptr(PlnSession) opening = NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_remove_index (rooms, 1);
  g_ptr_array_insert (rooms, 1, renamed);
  pln_gathering_set_title (form, "Library camp");
  pln_gathering_set_room_list (form, rooms);
  pln_core_save_gathering_async (library->core, NULL, form, NULL, got_result_cb, &library->result);
  gathering = pln_core_save_gathering_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);

  opening = g_list_model_get_item (pln_gathering_get_sessions (gathering), 1);
  slot = g_list_model_get_item (pln_gathering_get_sessions (gathering), 2);
  g_assert_cmpstr (pln_session_get_room (opening), ==, "Hall");
  g_assert_cmpstr (pln_session_get_room (slot), ==, "Reading room, Room 2, Room 3");
}

/* Several people are one step: changed together, undone together; if one of
 * them cannot be, nobody is. */
static void
test_several (Library       *library,
              gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = library_new (library, "CPD23 meet-up");
  g_autoptr(GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) after = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) refused = NULL;

  library_add (library, gathering, "Una Tarn <una@tarn.example>\nIvo Larch <ivo@larch.example>");
  for (guint i = 0; i < 2; i++)
    {
      PlnAttendee *changed = pln_attendee_copy (person_at (gathering, i));

      pln_attendee_set_sector (changed, "Public");
      g_ptr_array_add (before, pln_attendee_copy (person_at (gathering, i)));
      g_ptr_array_add (after, changed);
    }

  pln_core_save_attendees_async (library->core, gathering, before, after, NULL, got_result_cb, &library->result);
  pln_core_save_attendees_finish (library->core, wait_for (&library->result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (pln_attendee_get_sector (person_at (gathering, 0)), ==, "Public");
  g_assert_cmpstr (pln_attendee_get_sector (person_at (gathering, 1)), ==, "Public");
  undo (library, FALSE);
  g_assert_cmpstr (pln_attendee_get_sector (person_at (gathering, 0)), ==, "");
  g_assert_cmpstr (pln_attendee_get_sector (person_at (gathering, 1)), ==, "");

  pln_attendee_set_email (g_ptr_array_index (after, 1), "not an address");
  pln_core_save_attendees_async (library->core, gathering, before, after, NULL, got_result_cb, &library->result);
  g_assert_false (pln_core_save_attendees_finish (library->core, wait_for (&library->result), &refused));
  g_assert_nonnull (refused);
  g_assert_cmpstr (pln_attendee_get_sector (person_at (gathering, 0)), ==, "");
}

/* What another window writes is seen while nobody looks for it. */
static void
test_watch_sees_another_program (Library       *library,
                                 gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = library_new (library, "CPD23 meet-up");
  g_autoptr(PlnCore) other = NULL;
  g_autoptr(PlnGathering) before = pln_gathering_copy (gathering);
  g_autoptr(PlnGathering) after = pln_gathering_copy (gathering);
  g_autoptr(PlnGathering) saved = NULL;
  g_autoptr(GError) error = NULL;

  pln_core_watch (library->core);
  other = library_open (library->folder);
  pln_gathering_set_location (after, "The Grafton");
  pln_core_save_gathering_async (other, before, after, NULL, got_result_cb, &library->result);
  saved = pln_core_save_gathering_finish (other, wait_for (&library->result), &error);
  g_assert_no_error (error);
  g_assert_true (saved != gathering);

  while (!g_str_equal (pln_gathering_get_location (gathering), "The Grafton"))
    g_main_context_iteration (NULL, TRUE);
  pln_core_close (other);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Library, NULL, library_set_up, test, library_tear_down)
  ADD ("/core/models/at-once", test_shown_at_once);
  ADD ("/core/models/form", test_form_overwrites_no_more);
  ADD ("/core/models/watch", test_watch_sees_another_program);
  ADD ("/core/models/undo", test_undo_keeps_objects);
  ADD ("/core/models/undo-behind", test_undo_behind_a_wish);
  ADD ("/core/models/two-programs", test_two_programs);
  ADD ("/core/models/cancelled", test_closed_before_it_is_read);
  ADD ("/core/models/read-again", test_read_again);
  ADD ("/core/models/rooms-of-a-template", test_rooms_of_a_template);
  ADD ("/core/models/several", test_several);

  return g_test_run ();
}
