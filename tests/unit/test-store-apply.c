/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-library.h"

#include "pln-clock.h"
#include "pln-store-apply.h"

#include <string.h>
#include <sys/stat.h>

#define DAY (24 * 60 * 60)

static PlnChange *
change_add_person (PlnGathering *gathering,
                   const char   *id,
                   const char   *name,
                   PlnAnswer     answer)
{
  PlnChange *change = pln_change_new ("Add people");
  g_autoptr(PlnAttendee) person = pln_attendee_new (id);
  g_autofree char *email = g_strconcat (id, "@example.org", NULL);

  pln_attendee_set_name (person, name);
  pln_attendee_set_email (person, email);
  pln_attendee_set_answer (person, answer);
  pln_attendee_set_organisation (person, "Biblioteca São José");
  pln_change_put_attendee (change, gathering, NULL, person);

  return change;
}

static PlnChange *
change_title (PlnGathering *before,
              const char   *title)
{
  PlnChange *change = pln_change_new ("Edit title");
  g_autoptr(PlnGathering) after = pln_gathering_copy (before);

  pln_gathering_set_title (after, title);
  pln_change_put_gathering (change, before, after);

  return change;
}

static void
test_change_is_there_and_on_file (Library       *library,
                                  gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = NULL;
  g_autoptr(GPtrArray) list = NULL;
  g_autofree char *text = NULL;
  g_autofree char *file = NULL;
  g_autofree char *problems = NULL;

  library_apply (library, change_new_gathering ("cpd23@example.org", "CPD23 meet-up"));
  gathering = library_load (library, "cpd23@example.org");
  library_apply (library, change_add_person (gathering, "ada000000001", "Ada Fennimore", PLN_ANSWER_ACCEPTED));
  library_apply (library, change_add_person (gathering, "bob000000001", "Bob Ash", PLN_ANSWER_NEEDS_ACTION));

  text = library_text (library, "cpd23@example.org");
  file = library_read (library, "calendars/Gatherings/cpd23@example.org.ics");
  g_assert_cmpstr (file, ==, text);
  g_assert_nonnull (strstr (text, "SUMMARY:CPD23 meet-up\r\n"));

  list = library_list (library);
  g_assert_cmpuint (list->len, ==, 1);
  g_clear_object (&gathering);
  gathering = g_object_ref (list->pdata[0]);
  g_assert_false (pln_gathering_get_loaded (gathering));
  g_assert_cmpuint (pln_gathering_get_n_answers (gathering, PLN_ANSWER_ACCEPTED), ==, 1);
  g_assert_cmpuint (pln_gathering_get_n_answers (gathering, PLN_ANSWER_NEEDS_ACTION), ==, 1);
  g_assert_cmpstr (pln_gathering_get_organisers_calendar (gathering), ==, "Organisers");

  g_clear_object (&gathering);
  gathering = library_load (library, "cpd23@example.org");
  g_assert_true (pln_gathering_get_loaded (gathering));
  g_assert_cmpuint (pln_gathering_get_n_attendees (gathering), ==, 2);
  g_assert_cmpstr (pln_gathering_get_location (gathering), ==, "The Crown, Brussels");

  g_assert_cmpuint (library->n_changed, ==, 1); /* a new library; own changes are known */
  problems = library_check (library);
  g_assert_cmpstr (problems, ==, "");
}

/* The list shows of a gathering what the gathering itself says. */
static void
test_list_agrees_with_gathering (Library       *library,
                                 gconstpointer  user_data)
{
  static const char *const properties[] = {
    "title", "location", "online", "url", "zone", "zone-note", "colour", "organiser-name", "organiser-email",
    "series", "previous", "calendar", "organisers-calendar",
  };
  const char *const rooms[] = { "Hall (60)", "Attic", NULL };
  g_autoptr(PlnGathering) gathering = gathering_sample ("all@example.org", "LIS DREaM");
  g_autoptr(GDateTime) answer_by = g_date_time_add_days (pln_gathering_get_start (gathering), -7);
  PlnChange *change = pln_change_new ("New gathering");
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(PlnGathering) loaded = NULL;

  pln_gathering_set_colour (gathering, "teal");
  pln_gathering_set_organiser (gathering, "Zoë", "zoe@example.org");
  pln_gathering_set_online (gathering, "https://example.org/room");
  pln_gathering_set_capacity (gathering, 86);
  pln_gathering_set_answer_by (gathering, answer_by);
  pln_gathering_set_series (gathering, "abcdefgh1234", "before@example.org");
  pln_gathering_set_rooms (gathering, rooms);
  pln_gathering_set_state (gathering, PLN_STATE_PUBLISHED);
  pln_change_put_gathering (change, NULL, gathering);
  library_apply (library, change);

  list = library_list (library);
  loaded = library_load (library, "all@example.org");
  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *one = NULL;
      g_autofree char *two = NULL;

      g_object_get (list->pdata[0], properties[i], &one, NULL);
      g_object_get (loaded, properties[i], &two, NULL);
      g_assert_cmpstr (one, ==, two);
    }
  g_assert_true (g_date_time_equal (pln_gathering_get_start (list->pdata[0]), pln_gathering_get_start (loaded)));
  g_assert_true (g_date_time_equal (pln_gathering_get_end (list->pdata[0]), pln_gathering_get_end (loaded)));
  g_assert_true (g_date_time_equal (pln_gathering_get_answer_by (list->pdata[0]),
                                    pln_gathering_get_answer_by (loaded)));
  g_assert_cmpuint (pln_gathering_get_capacity (list->pdata[0]), ==, 86);
  g_assert_cmpint (pln_gathering_get_state (list->pdata[0]), ==, PLN_STATE_PUBLISHED);
  g_assert_cmpstrv (pln_gathering_get_rooms (list->pdata[0]), rooms);
}

static void
test_undo_gives_exact_bytes (Library       *library,
                             gconstpointer  user_data)
{
  const char *own = "X-UNKNOWN;Odd=\"x\":kept as it\r\n  is folded\r\nATTENDEE:mailto:a@example.org\r\n";
  g_autofree char *before = event_text ("a", "One", own);
  g_autofree char *after = event_text ("a", "Two", own);
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autofree char *file = NULL;
  g_autofree char *label = NULL;
  g_autofree char *redone = NULL;

  library_apply (library, change_put_text ("Import", "Gatherings", "a", before));
  library_apply (library, change_put_text ("Import again", "Gatherings", "a", after));
  g_assert_cmpstr (pln_store_get_undo_label (library->store), ==, "Import again");
  g_assert_null (pln_store_get_redo_label (library->store));

  label = library_undo (library);
  g_assert_cmpstr (label, ==, "Import again");
  text = library_text (library, "a");
  file = library_read (library, "calendars/Gatherings/a.ics");
  g_assert_cmpstr (text, ==, before);
  g_assert_cmpstr (file, ==, before);
  g_assert_cmpstr (pln_store_get_undo_label (library->store), ==, "Import");
  g_assert_cmpstr (pln_store_get_redo_label (library->store), ==, "Import again");

  redone = library_redo (library);
  again = library_text (library, "a");
  g_assert_cmpstr (redone, ==, "Import again");
  g_assert_cmpstr (again, ==, after);
}

static void
test_undo_of_new_and_all_the_way (Library       *library,
                                  gconstpointer  user_data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = event_text ("a", "One", "");
  g_autofree char *bin = NULL;

  library_apply (library, change_put_text ("Import", "Gatherings", "a", text));
  g_free (library_undo (library));
  g_assert_null (library_text (library, "a"));
  g_assert_null (library_read (library, "calendars/Gatherings/a.ics"));
  bin = library_bin (library);
  g_assert_cmpstr (bin, ==, ""); /* it was never deleted */

  g_assert_null (library_try_undo (library, FALSE, &error));
  g_assert_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_NOTHING);

  g_free (library_redo (library));
  g_free (text);
  text = library_text (library, "a");
  g_assert_nonnull (text);
}

/* Steps are kept for 90 days. */
static void
test_old_steps_go (Library       *library,
                   gconstpointer  user_data)
{
  gint64 now = pln_clock_now ();
  g_autofree char *one = event_text ("a", "One", "");
  g_autofree char *two = event_text ("a", "Two", "");
  g_autofree char *three = event_text ("a", "Three", "");
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  library_apply (library, change_put_text ("Import", "Gatherings", "a", one));
  pln_clock_set (now + 80 * DAY);
  library_apply (library, change_put_text ("Import", "Gatherings", "a", two));
  pln_clock_set (now + 91 * DAY);
  library_apply (library, change_put_text ("Import", "Gatherings", "a", three));

  g_free (library_undo (library));
  g_free (library_undo (library));
  text = library_text (library, "a");
  g_assert_cmpstr (text, ==, one);
  g_assert_null (library_try_undo (library, FALSE, &error));
  g_assert_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_NOTHING);
}

/* What came in since a step was done is not undone with it. */
static void
test_undo_keeps_what_arrived (Library       *library,
                              gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = NULL;
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;
  g_autofree char *redone = NULL;
  GString *changed;

  library_apply (library, change_new_gathering ("g", "Meet-up"));
  gathering = library_load (library, "g");
  library_apply (library, change_add_person (gathering, "ada000000001", "Ada", PLN_ANSWER_NEEDS_ACTION));
  library_apply (library, change_title (gathering, "Another title"));

  /* An answer comes in by another program, which is no step of this one. */
  file = library_read (library, "calendars/Gatherings/g.ics");
  changed = g_string_new (file);
  g_assert_cmpuint (g_string_replace (changed, "PARTSTAT=NEEDS-ACTION", "PARTSTAT=ACCEPTED", 1), ==, 1);
  library_write (library, "calendars/Gatherings/g.ics", changed->str);
  g_string_free (changed, TRUE);
  library_refresh (library);
  g_assert_cmpstr (library->changed, ==, "g");
  library_number (library, "UPDATE step SET at = 0 WHERE label LIKE 'Changes%'");
  library_number (library, "DELETE FROM step WHERE label LIKE 'Changes%'");

  g_free (library_undo (library));
  text = library_text (library, "g");
  g_assert_nonnull (strstr (text, "SUMMARY:Meet-up\r\n"));
  g_assert_nonnull (strstr (text, "PARTSTAT=ACCEPTED"));

  g_free (library_redo (library));
  redone = library_text (library, "g");
  g_assert_nonnull (strstr (redone, "SUMMARY:Another title\r\n"));
  g_assert_nonnull (strstr (redone, "PARTSTAT=ACCEPTED"));
}

/* That a guest has an invitation is no step, and outlives the steps before. */
static void
test_undo_keeps_what_was_told (Library       *library,
                               gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = NULL;
  g_autoptr(PlnAttendee) told = NULL;
  g_autofree char *text = NULL;
  g_autofree char *kept = NULL;
  PlnAttendee *ada;
  PlnChange *change = pln_change_new ("Invite Ada");

  library_apply (library, change_new_gathering ("g", "Meet-up"));
  gathering = library_load (library, "g");
  library_apply (library, change_add_person (gathering, "ada000000001", "Ada", PLN_ANSWER_NEEDS_ACTION));
  library_apply (library, change_title (gathering, "Another title"));

  g_clear_object (&gathering);
  gathering = library_load (library, "g");
  ada = pln_gathering_find_attendee (gathering, "ada000000001");
  told = pln_attendee_copy (ada);
  pln_attendee_set_told (told, TRUE, 0);
  pln_change_set_lasting (change);
  pln_change_put_attendee (change, gathering, ada, told);
  library_apply (library, change);
  g_assert_cmpstr (pln_store_get_undo_label (library->store), ==, "Edit title");

  g_free (library_undo (library));
  text = library_text (library, "g");
  g_assert_nonnull (strstr (text, "SUMMARY:Meet-up\r\n"));
  g_assert_nonnull (strstr (text, "X-PLENARY-TOLD=0"));

  /* Who was invited stays, although the step that added her is undone. */
  g_free (library_undo (library));
  kept = library_text (library, "g");
  g_assert_nonnull (strstr (kept, "X-PLENARY-TOLD=0"));
}

static void
test_new_change_clears_redo (Library       *library,
                             gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = NULL;
  g_autoptr(GError) error = NULL;

  library_apply (library, change_new_gathering ("g", "Meet-up"));
  gathering = library_load (library, "g");
  library_apply (library, change_title (gathering, "Two"));
  g_free (library_undo (library));
  library_apply (library, change_title (gathering, "Three"));

  g_assert_null (library_try_undo (library, TRUE, &error));
  g_assert_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_NOTHING);
}

static void
test_typing_is_one_step (Library       *library,
                         gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = NULL;
  g_autofree char *text = NULL;

  library_apply (library, change_new_gathering ("g", "M"));
  gathering = library_load (library, "g");
  for (guint i = 0; i < 3; i++)
    {
      const char *titles[] = { "Me", "Mee", "Meet" };
      PlnChange *change = change_title (gathering, titles[i]);

      pln_change_set_merge_key (change, "title g");
      library_apply (library, change);
    }
  g_assert_cmpint (library_number (library, "SELECT count(*) FROM step"), ==, 2);

  g_free (library_undo (library));
  text = library_text (library, "g");
  g_assert_nonnull (strstr (text, "SUMMARY:M\r\n"));
}

static void
test_what_changes_nothing_is_no_step (Library       *library,
                                      gconstpointer  user_data)
{
  g_autofree char *text = event_text ("a", "One", "");

  library_apply (library, change_put_text ("Import", "Gatherings", "a", text));
  library_apply (library, change_put_text ("Import", "Gatherings", "a", text));

  g_assert_cmpint (library_number (library, "SELECT count(*) FROM step"), ==, 1);
}

static PlnChange *
change_two_texts (const char *small,
                  const char *large)
{
  PlnChange *change = pln_change_new ("Import");
  g_autoptr(GBytes) one = g_bytes_new (small, strlen (small));
  g_autoptr(GBytes) two = g_bytes_new (large, strlen (large));

  pln_change_put_text (change, "Gatherings", "small", one);
  pln_change_put_text (change, "Gatherings", "large", two);

  return change;
}

/* A full disk in the middle of a change leaves nothing of it. */
static void
test_full_disk (Library       *library,
                gconstpointer  user_data)
{
  g_autofree char *more = g_strnfill (900 * 1000, 'x');
  g_autofree char *line = g_strconcat ("X-LONG:", more, "\r\n", NULL);
  g_autofree char *small = event_text ("small", "fits", "");
  g_autofree char *large = event_text ("large", "does not", line);
  g_autoptr(PlnChange) change = change_two_texts (small, large);
  g_autoptr(PlnChange) again = change_two_texts (small, large);
  g_autoptr(PlnStoreDb) db = NULL;
  g_autoptr(GError) error = NULL;
  gboolean is_new;

  library_close (library);
  db = pln_store_db_open (library->folder, &error);
  g_assert_true (pln_store_schema_prepare (db, &is_new, &error));

  g_assert_cmpint (pln_store_db_number (db, NULL, "PRAGMA max_page_count = 64", NULL), ==, 64);
  g_assert_false (pln_store_apply (db, change, &error));
  g_assert_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, library->folder));
  g_assert_cmpint (library_number (library, "SELECT count(*) FROM object"), ==, 0);
  g_assert_cmpint (library_number (library, "SELECT count(*) FROM step"), ==, 0);

  g_clear_error (&error);
  pln_store_db_number (db, NULL, "PRAGMA max_page_count = 10000", NULL);
  g_assert_true (pln_store_apply (db, again, &error)); /* there is room again */
}

static void
test_change_of_what_is_gone (Library       *library,
                             gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = NULL;
  g_autoptr(GError) error = NULL;
  PlnChange *change = pln_change_new ("Delete");

  library_apply (library, change_new_gathering ("g", "Meet-up"));
  gathering = library_load (library, "g");
  pln_change_delete (change, "g");
  library_apply (library, change);

  g_assert_false (library_try_apply (library, change_title (gathering, "Two"), &error));
  g_assert_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "Edit title"));
}

static void
test_library_is_private (Library       *library,
                         gconstpointer  user_data)
{
  g_autofree char *calendars = library_path (library, "calendars/Gatherings");
  struct stat status;

  library_apply (library, change_new_gathering ("g", "Meet-up"));
  g_assert_cmpint (stat (library->folder, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
  g_assert_cmpint (stat (calendars, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0700);
}

static void
test_facts_are_kept (Library       *library,
                     gconstpointer  user_data)
{
  g_assert_cmpstr (pln_store_get_fact (library->store, "identity.name"), ==, "");
  library_set_fact (library, "identity.name", "Zoë");
  g_assert_cmpstr (pln_store_get_fact (library->store, "identity.name"), ==, "Zoë");

  library_close (library);
  library_open (library);
  g_assert_cmpstr (pln_store_get_fact (library->store, "identity.name"), ==, "Zoë");
}

static void
test_search (Library       *library,
             gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = NULL;
  g_autofree char *example = event_text ("x", "Sample Zoë", "X-PLENARY-KIND:GATHERING\r\n");
  static const struct
  {
    const char *text;
    const char *titles;
  } rows[] = {
    { "zoe", "Zoë’s meet-up" },
    { "MEET zo", "Zoë’s meet-up" },
    { "brussels", "Zoë’s meet-up" },
    { "ada fenn", "Ada Fennimore" },
    { "sao jose", "Ada Fennimore" },
    { "ada000000001@example.org", "Ada Fennimore" },
    { "\"ada* NOT", "" },
    { "-", "" },
    { "", "" },
    { "nobody", "" },
    { "sample", "" },
  };

  library_apply (library, change_new_gathering ("g", "Zoë’s meet-up"));
  library_apply (library, change_put_text ("Samples", "Examples", "x", example));
  gathering = library_load (library, "g");
  library_apply (library, change_add_person (gathering, "ada000000001", "Ada Fennimore", PLN_ANSWER_ACCEPTED));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *titles = library_search (library, rows[i].text);

      g_assert_cmpstr (titles, ==, rows[i].titles);
    }
}

static void
test_newer_library_is_refused (Library       *library,
                               gconstpointer  user_data)
{
  g_autofree char *path = library_path (library, "library.db");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GError) error = NULL;
  gsize n_before;
  gsize n_after;

  library_close (library);
  library_number (library, "PRAGMA user_version = 99");
  library_number (library, "PRAGMA wal_checkpoint (TRUNCATE)");
  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  g_assert_false (library_try_open (library, &error));
  g_assert_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_NEWER);
  g_assert_true (g_str_has_suffix (error->message, "."));
  library_close (library);
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_damaged_library_says_so (Library       *library,
                              gconstpointer  user_data)
{
  g_autoptr(GError) error = NULL;

  library_close (library);
  library_write (library, "library.db", "This is not a database, but long enough to be taken for one, if not looked at.");
  g_assert_false (library_try_open (library, &error));
  g_assert_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_DAMAGED);
}

/* Lists that were asked for while the library opens are answered. */
static void
test_reading_need_not_wait (Library       *library,
                            gconstpointer  user_data)
{
  g_autoptr(GPtrArray) list = NULL;

  library_apply (library, change_new_gathering ("g", "Meet-up"));
  library_close (library);

  library->store = pln_store_new (library->folder);
  pln_store_open_async (library->store, NULL, NULL, NULL);
  list = library_list (library);
  g_assert_cmpuint (list->len, ==, 1);
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
    { "/store/apply/there", test_change_is_there_and_on_file },
    { "/store/apply/list", test_list_agrees_with_gathering },
    { "/store/apply/full-disk", test_full_disk },
    { "/store/apply/gone", test_change_of_what_is_gone },
    { "/store/apply/nothing", test_what_changes_nothing_is_no_step },
    { "/store/undo/exact-bytes", test_undo_gives_exact_bytes },
    { "/store/undo/new", test_undo_of_new_and_all_the_way },
    { "/store/undo/arrived", test_undo_keeps_what_arrived },
    { "/store/undo/told", test_undo_keeps_what_was_told },
    { "/store/undo/clears-redo", test_new_change_clears_redo },
    { "/store/undo/old", test_old_steps_go },
    { "/store/undo/typing", test_typing_is_one_step },
    { "/store/open/private", test_library_is_private },
    { "/store/open/newer", test_newer_library_is_refused },
    { "/store/open/damaged", test_damaged_library_says_so },
    { "/store/open/reading", test_reading_need_not_wait },
    { "/store/facts", test_facts_are_kept },
    { "/store/search", test_search },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Library, NULL, library_set_up, tests[i].test, library_tear_down);

  return g_test_run ();
}
