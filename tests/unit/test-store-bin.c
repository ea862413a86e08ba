/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-library.h"

#include "pln-clock.h"

#include <string.h>

#define DAY (24 * 60 * 60)

static void
expect_bin (Library    *library,
            const char *titles)
{
  g_autofree char *bin = library_bin (library);

  g_assert_cmpstr (bin, ==, titles);
}

static void
expect_sound (Library *library)
{
  g_autofree char *problems = library_check (library);

  g_assert_cmpstr (problems, ==, "");
}

/* A gathering with one person, a session and its note. */
static void
add_conference (Library *library)
{
  g_autofree char *note = event_text ("note", "Note", "X-PLENARY-KIND:NOTE\r\nRELATED-TO:session\r\n");
  g_autoptr(PlnGathering) gathering = NULL;
  g_autoptr(PlnAttendee) person = pln_attendee_new ("ada000000001");
  g_autoptr(PlnSession) session = pln_session_new ("session");
  PlnChange *change = pln_change_new ("Fill");

  library_apply (library, change_new_gathering ("g", "Conference"));
  gathering = library_load (library, "g");
  pln_attendee_set_name (person, "Ada");
  pln_session_set_title (session, "Talk");
  pln_change_put_attendee (change, gathering, NULL, person);
  pln_change_put_session (change, gathering, NULL, session);
  library_apply (library, change);
  library_apply (library, change_put_text ("Note", "Organisers", "note", note));
}

static void
delete (Library    *library,
        const char *uid)
{
  PlnChange *change = pln_change_new ("Delete");

  pln_change_delete (change, uid);
  library_apply (library, change);
}

static gboolean
restore (Library     *library,
         const char  *uid,
         GError     **error)
{
  PlnChange *change = pln_change_new ("Restore");

  pln_change_restore (change, uid);

  return library_try_apply (library, change, error);
}

static void
test_what_belongs_together_goes_together (Library       *library,
                                          gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = NULL;
  g_autoptr(GError) error = NULL;

  add_conference (library);
  g_assert_cmpint (library_number (library, "SELECT count(*) FROM object"), ==, 4);
  delete (library, "g");
  g_assert_cmpint (library_number (library, "SELECT count(*) FROM object"), ==, 0);
  g_assert_null (library_read (library, "calendars/Gatherings/session.ics"));
  expect_bin (library, "Conference");
  expect_sound (library);

  g_assert_true (restore (library, "g", &error));
  expect_bin (library, "");
  gathering = library_load (library, "g");
  g_assert_cmpuint (pln_gathering_get_n_attendees (gathering), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (pln_gathering_get_sessions (gathering)), ==, 1);
  g_assert_cmpint (library_number (library, "SELECT count(*) FROM object"), ==, 4);
  expect_sound (library);

  g_assert_false (restore (library, "g", &error)); /* it is not in the bin */
  g_assert_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_NOT_FOUND);
}

/* Whatever undo and redo do, what is not in the library is in the bin. */
static void
test_undo_and_bin (Library       *library,
                   gconstpointer  user_data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_conference (library);
  before = library_text (library, "g");
  delete (library, "g");

  g_free (library_undo (library));
  expect_bin (library, "");
  after = library_text (library, "g");
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (library_number (library, "SELECT count(*) FROM object"), ==, 4);

  g_free (library_redo (library));
  expect_bin (library, "Conference");

  g_assert_true (restore (library, "g", NULL));
  expect_bin (library, "");
  g_free (library_undo (library));
  expect_bin (library, "Conference");
  g_assert_cmpint (library_number (library, "SELECT count(*) FROM object"), ==, 0);
  expect_sound (library);
}

static void
test_bin_is_emptied (Library       *library,
                     gconstpointer  user_data)
{
  gint64 now = pln_clock_now ();

  add_conference (library);
  delete (library, "g");

  pln_clock_set (now + 29 * DAY);
  library_close (library);
  library_open (library);
  expect_bin (library, "Conference");

  pln_clock_set (now + 31 * DAY);
  library_close (library);
  library_open (library);
  expect_bin (library, "");
  g_assert_cmpint (library_number (library, "SELECT count(*) FROM bin"), ==, 0);
}

static void
test_examples_go_with_one_click (Library       *library,
                                 gconstpointer  user_data)
{
  g_autofree char *one = event_text ("one", "One", "X-PLENARY-KIND:GATHERING\r\n");
  g_autofree char *two = event_text ("two", "Two", "X-PLENARY-KIND:GATHERING\r\n");
  g_autofree char *talk = event_text ("talk", "Talk", "X-PLENARY-KIND:SESSION\r\nRELATED-TO:two\r\n");
  g_autofree char *folder = library_path (library, "calendars/Examples");
  PlnChange *change = pln_change_new ("Remove examples");

  library_apply (library, change_put_text ("Sample", "Examples", "talk", talk));
  library_apply (library, change_put_text ("Sample", "Examples", "one", one));
  library_apply (library, change_put_text ("Sample", "Examples", "two", two));
  library_apply (library, change_new_gathering ("mine", "Mine"));

  pln_change_delete_calendar (change, "Examples");
  library_apply (library, change);
  g_assert_cmpint (library_number (library, "SELECT count(*) FROM object"), ==, 1);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  expect_bin (library, "One|Two"); /* each by itself, with its own */

  g_assert_true (restore (library, "two", NULL));
  g_assert_cmpint (library_number (library, "SELECT count(*) FROM object"), ==, 3);
  expect_bin (library, "One");
  expect_sound (library);
}

static void
test_move_to_other_calendars (Library       *library,
                              gconstpointer  user_data)
{
  g_autoptr(PlnGathering) before = NULL;
  g_autoptr(PlnGathering) after = NULL;
  g_autofree char *file = NULL;
  PlnChange *change = pln_change_new ("Move");

  add_conference (library);
  before = library_load (library, "g");
  after = pln_gathering_copy (before);
  pln_gathering_set_places (after, "Shared", "Committee");
  pln_change_put_gathering (change, before, after);
  library_apply (library, change);

  g_assert_cmpint (library_number (library, "SELECT count(*) FROM object WHERE calendar = 'Shared'"), ==, 2);
  g_assert_cmpint (library_number (library, "SELECT count(*) FROM object WHERE calendar = 'Committee'"), ==, 2);
  file = library_read (library, "calendars/Shared/g.ics");
  g_assert_nonnull (file);
  g_assert_null (library_read (library, "calendars/Gatherings/g.ics"));
  expect_sound (library);

  g_free (library_undo (library));
  g_assert_cmpint (library_number (library, "SELECT count(*) FROM object WHERE calendar = 'Gatherings'"), ==, 2);
  g_assert_null (library_read (library, "calendars/Shared/g.ics"));
  expect_sound (library);
}

/* Objects that say they belong to each other. */
static void
test_circle_ends (Library       *library,
                  gconstpointer  user_data)
{
  g_autofree char *a = event_text ("a", "A", "X-PLENARY-KIND:SESSION\r\nRELATED-TO:b\r\n");
  g_autofree char *b = event_text ("b", "B", "X-PLENARY-KIND:SESSION\r\nRELATED-TO:a\r\n");

  library_apply (library, change_put_text ("Import", "Gatherings", "a", a));
  library_apply (library, change_put_text ("Import", "Gatherings", "b", b));
  delete (library, "a");
  g_assert_cmpint (library_number (library, "SELECT count(*) FROM object"), ==, 0);
  expect_bin (library, "A");
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*test) (Library *, gconstpointer);
  } tests[] = {
    { "/store/bin/together", test_what_belongs_together_goes_together },
    { "/store/bin/undo", test_undo_and_bin },
    { "/store/bin/emptied", test_bin_is_emptied },
    { "/store/bin/examples", test_examples_go_with_one_click },
    { "/store/bin/circle", test_circle_ends },
    { "/store/move", test_move_to_other_calendars },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Library, NULL, library_set_up, tests[i].test, library_tear_down);

  return g_test_run ();
}
