/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-library.h"

#include "pln-file.h"
#include "pln-store-files.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

#define FILE_A "calendars/Gatherings/a.ics"

static void
put (Library    *library,
     const char *uid,
     const char *title)
{
  g_autofree char *text = event_text (uid, title, "");

  library_apply (library, change_put_text ("Import", "Gatherings", uid, text));
}

/* What Plenary did before the kill, as if its file had never been written. */
static void
leave_behind (Library    *library,
              const char *uid,
              const char *title)
{
  g_autofree char *file = g_strconcat ("calendars/Gatherings/", uid, ".ics", NULL);
  g_autofree char *before = library_read (library, file);

  put (library, uid, title);
  library_close (library);
  library_number (library, "UPDATE object SET file_size = NULL,"
                           " file_hash = (SELECT before_hash FROM journal ORDER BY id DESC LIMIT 1),"
                           " file_entry = (SELECT max (id) - 1 FROM journal)");
  if (before != NULL)
    library_write (library, file, before);
  else
    library_remove (library, file);
}

static void
expect_text (Library    *library,
             const char *uid,
             const char *part)
{
  g_autofree char *text = library_text (library, uid);

  if (part == NULL)
    {
      g_assert_null (text);
      return;
    }
  g_assert_nonnull (text);
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
expect_sound (Library *library)
{
  g_autofree char *problems = library_check (library);

  g_assert_cmpstr (problems, ==, "");
}

static void
test_rolls_forward (Library       *library,
                    gconstpointer  user_data)
{
  g_autofree char *file = NULL;
  g_autofree char *again = NULL;

  leave_behind (library, "a", "One");
  library_open (library);
  file = library_read (library, FILE_A);
  g_assert_nonnull (strstr (file, "SUMMARY:One\r\n"));
  expect_sound (library);

  leave_behind (library, "a", "Two");
  library_open (library);
  again = library_read (library, FILE_A);
  g_assert_nonnull (strstr (again, "SUMMARY:Two\r\n"));
  expect_text (library, "a", "SUMMARY:Two\r\n");
  g_assert_cmpint (library_number (library, "SELECT count(*) FROM step WHERE label LIKE 'Changes%'"), ==, 0);
}

/* Plenary had written the file, but not noted so; then it undid that. */
static void
test_rolls_forward_to_what_was (Library       *library,
                                gconstpointer  user_data)
{
  g_autofree char *newer = event_text ("a", "Two", "");
  g_autofree char *file = NULL;

  put (library, "a", "One");
  leave_behind (library, "a", "Two");
  library_write (library, FILE_A, newer);
  library_number (library, "UPDATE object SET hash = file_hash, file_size = NULL");
  library_number (library, "UPDATE content SET text = (SELECT CAST (replace (text, 'Two', 'One') AS BLOB))");
  library_open (library);

  file = library_read (library, FILE_A);
  g_assert_nonnull (strstr (file, "SUMMARY:One\r\n"));
  g_assert_cmpint (library_number (library, "SELECT count(*) FROM step WHERE label LIKE 'Changes%'"), ==, 0);
  expect_sound (library);
}

/* The file of a deleted object that was still there when Plenary was killed. */
static void
test_rolls_deletion_forward (Library       *library,
                             gconstpointer  user_data)
{
  g_autofree char *text = NULL;
  PlnChange *change = pln_change_new ("Delete");

  put (library, "a", "One");
  text = library_read (library, FILE_A);
  pln_change_delete (change, "a");
  library_apply (library, change);
  g_assert_null (library_read (library, FILE_A));

  library_close (library);
  library_write (library, FILE_A, text);
  {
    g_autofree char *hash = pln_file_hash (text, strlen (text));
    g_autofree char *sql = g_strdup_printf ("INSERT INTO stale VALUES ('Gatherings', 'a.ics', 'a', '%s', 0)", hash);

    library_number (library, sql);
  }
  library_open (library);
  g_assert_null (library_read (library, FILE_A));
  expect_text (library, "a", NULL);
}

static void
test_takes_in_a_changed_file (Library       *library,
                              gconstpointer  user_data)
{
  g_autofree char *theirs = event_text ("a", "Theirs", "X-OWN:kept\r\n");
  g_autofree char *text = NULL;

  put (library, "a", "Ours");
  library_write (library, FILE_A, theirs);
  library_refresh (library);

  text = library_text (library, "a");
  g_assert_cmpstr (text, ==, theirs);
  g_assert_cmpstr (pln_store_get_undo_label (library->store), ==, "Changes by another program");
  expect_sound (library);

  g_free (library_undo (library));
  expect_text (library, "a", "SUMMARY:Ours\r\n");
  expect_sound (library);
}

static void
test_takes_in_while_closed (Library       *library,
                            gconstpointer  user_data)
{
  g_autofree char *theirs = event_text ("a", "Theirs", "");
  g_autofree char *new = event_text ("khal-new", "New by khal", "");

  put (library, "a", "Ours");
  library_close (library);
  library_write (library, FILE_A, theirs);
  library_write (library, "calendars/From khal/khal-new.ics", new);
  library_open (library);

  expect_text (library, "a", "SUMMARY:Theirs\r\n");
  expect_text (library, "khal-new", "SUMMARY:New by khal\r\n");
  expect_sound (library);
}

/* Plenary changed the title and was killed; another program changed the place. */
static void
test_merges_what_both_changed (Library       *library,
                               gconstpointer  user_data)
{
  g_autofree char *theirs = event_text ("a", "One", "LOCATION:The Crown\r\n");

  put (library, "a", "One");
  leave_behind (library, "a", "Two");
  library_write (library, FILE_A, theirs);
  library_open (library);

  expect_text (library, "a", "SUMMARY:Two\r\n");
  expect_text (library, "a", "LOCATION:The Crown\r\n");
  expect_sound (library);

  g_free (library_undo (library)); /* what was taken in; ours is still there */
  expect_text (library, "a", "SUMMARY:Two\r\n");
}

/* Another program writes while Plenary has not looked; then Plenary writes. */
static void
test_does_not_overwrite_unseen_changes (Library       *library,
                                        gconstpointer  user_data)
{
  g_autoptr(PlnGathering) before = NULL;
  g_autoptr(PlnGathering) after = NULL;
  g_autofree char *file = NULL;
  PlnChange *change = pln_change_new ("Edit title");
  GString *changed;

  library_apply (library, change_new_gathering ("a", "One"));
  file = library_read (library, FILE_A);
  changed = g_string_new (file);
  g_string_replace (changed, "LOCATION:The Crown\\, Brussels", "LOCATION:Elsewhere", 1);
  library_write (library, FILE_A, changed->str);
  g_string_free (changed, TRUE);

  before = library_load (library, "a");
  after = pln_gathering_copy (before);
  pln_gathering_set_title (after, "Two");
  pln_change_put_gathering (change, before, after);
  library_apply (library, change);

  expect_text (library, "a", "SUMMARY:Two\r\n");
  expect_text (library, "a", "LOCATION:Elsewhere\r\n");
  g_assert_cmpstr (library->changed, ==, "a");
  expect_sound (library);
}

static void
test_deleted_file_goes_into_the_bin (Library       *library,
                                     gconstpointer  user_data)
{
  g_autofree char *bin = NULL;
  g_autofree char *file = NULL;

  put (library, "a", "One");
  put (library, "b", "Other");
  library_remove (library, FILE_A);
  library_refresh (library);

  expect_text (library, "a", NULL);
  bin = library_bin (library);
  g_assert_cmpstr (bin, ==, "One");
  expect_sound (library);

  g_free (library_undo (library));
  file = library_read (library, FILE_A);
  g_assert_nonnull (file);
  expect_text (library, "a", "SUMMARY:One\r\n");
}

/* Plenary deletes what another program just changed: the change wins. */
static void
test_changed_file_survives_deletion (Library       *library,
                                     gconstpointer  user_data)
{
  g_autofree char *theirs = event_text ("a", "Theirs", "");
  PlnChange *change = pln_change_new ("Delete");

  put (library, "a", "Ours");
  library_write (library, FILE_A, theirs);
  pln_change_delete (change, "a");
  library_apply (library, change);

  expect_text (library, "a", "SUMMARY:Theirs\r\n");
  expect_sound (library);
}

static void
test_redo_survives_other_programs (Library       *library,
                                   gconstpointer  user_data)
{
  g_autofree char *other = event_text ("other", "Other", "");
  g_autofree char *label = NULL;

  put (library, "a", "One");
  put (library, "a", "Two");
  g_free (library_undo (library));
  library_write (library, "calendars/Gatherings/other.ics", other);
  library_refresh (library);

  label = library_redo (library);
  g_assert_cmpstr (label, ==, "Import");
  expect_text (library, "a", "SUMMARY:Two\r\n");
  expect_text (library, "other", "SUMMARY:Other\r\n");
}

/* A library.db that was moved without its files, or whose folder is not there
 * just now: nobody deleted anything. */
static void
test_missing_folder_deletes_nothing (Library       *library,
                                     gconstpointer  user_data)
{
  g_autofree char *file = NULL;

  put (library, "a", "One");
  library_close (library);
  library_remove (library, FILE_A);
  library_remove (library, "calendars/Gatherings");
  library_open (library);

  expect_text (library, "a", "SUMMARY:One\r\n");
  file = library_read (library, FILE_A);
  g_assert_nonnull (file);
  expect_sound (library);
}

static void
test_renamed_file_is_the_same_object (Library       *library,
                                      gconstpointer  user_data)
{
  g_autofree char *from = library_path (library, FILE_A);
  g_autofree char *to = library_path (library, "calendars/Gatherings/renamed.ics");

  put (library, "a", "One");
  g_assert_cmpint (g_rename (from, to), ==, 0);
  library_refresh (library);

  expect_text (library, "a", "SUMMARY:One\r\n");
  g_assert_null (library_read (library, FILE_A));
  expect_sound (library);

  put (library, "a", "Two"); /* it keeps the name that it has */
  g_assert_null (library_read (library, FILE_A));
  expect_sound (library);
}

static void
test_file_of_another_object (Library       *library,
                             gconstpointer  user_data)
{
  g_autofree char *other = event_text ("other", "Other", "");
  g_autofree char *bin = NULL;

  put (library, "a", "One");
  library_write (library, FILE_A, other);
  library_refresh (library);

  expect_text (library, "a", NULL);
  expect_text (library, "other", "SUMMARY:Other\r\n");
  bin = library_bin (library);
  g_assert_cmpstr (bin, ==, "One");
  expect_sound (library);
}

static void
test_what_cannot_be_used_is_left_alone (Library       *library,
                                        gconstpointer  user_data)
{
  static const struct
  {
    const char *name;
    const char *text;
    const char *problem;
  } rows[] = {
    { "calendars/Gatherings/broken.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\n", "broken.ics: " },
    { "calendars/Gatherings/none.ics", "Dear diary", "none.ics: " },
    { "calendars/Gatherings/two.ics",
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:y\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
      "two.ics: It holds several objects" },
    { "calendars/Gatherings/twin.ics",
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Twin\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
      "twin.ics: It holds the same object as Gatherings/a.ics" },
    { "calendars/Gatherings/notes.txt", "not looked at", NULL },
    { "calendars/.hidden/a.ics", "not looked at", NULL },
  };
  g_autofree char *problems = NULL;

  put (library, "a", "One");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    library_write (library, rows[i].name, rows[i].text);
  library_refresh (library);

  expect_text (library, "a", "SUMMARY:One\r\n");
  problems = library_check (library);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = library_read (library, rows[i].name);

      g_assert_cmpstr (text, ==, rows[i].text);
      if (rows[i].problem != NULL)
        g_assert_nonnull (strstr (problems, rows[i].problem));
    }
  g_assert_null (strstr (problems, "not looked at"));
}

/* check does not promise to take in what cannot be taken in. */
static void
test_overwritten_with_rubbish (Library       *library,
                               gconstpointer  user_data)
{
  g_autofree char *problems = NULL;
  g_autofree char *file = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *name = NULL;
  g_autofree char *own = NULL;

  put (library, "a", "One");
  library_write (library, "calendars/Gatherings/a.ics", "Dear diary");
  library_refresh (library);

  expect_text (library, "a", "SUMMARY:One\r\n");
  problems = library_check (library);
  g_assert_nonnull (strstr (problems, "Gatherings/a.ics: Another program wrote into the file what cannot be used."));
  g_assert_null (strstr (problems, "is taken in"));

  /* As it says: a file of its own, beside what the other program wrote. */
  put (library, "a", "Two");
  file = library_read (library, "calendars/Gatherings/a.ics");
  g_assert_cmpstr (file, ==, "Dear diary");
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "a", -1);
  name = g_strconcat ("calendars/Gatherings/u-", hash, ".ics", NULL);
  own = library_read (library, name);
  g_assert_nonnull (own);
  g_assert_nonnull (strstr (own, "SUMMARY:Two\r\n"));
}

static void
test_links_are_not_followed (Library       *library,
                             gconstpointer  user_data)
{
  g_autofree char *outside = library_path (library, "../outside.ics");
  g_autofree char *link = library_path (library, "calendars/Gatherings/link.ics");
  g_autofree char *folder = library_path (library, "calendars/Linked");
  g_autofree char *taken = library_path (library, "calendars/Gatherings/b.ics");
  g_autofree char *text = event_text ("outside", "Outside", "");
  g_autofree char *after = NULL;
  g_autofree char *problems = NULL;

  put (library, "a", "One");
  library_write (library, "../outside.ics", text);
  g_assert_cmpint (symlink (outside, link), ==, 0);
  g_assert_cmpint (symlink ("/tmp", folder), ==, 0);
  g_assert_cmpint (symlink (outside, taken), ==, 0);
  library_refresh (library);
  expect_text (library, "outside", NULL);

  put (library, "b", "Its place is taken by a link"); /* it gets another name */
  after = library_read (library, "../outside.ics");
  g_assert_cmpstr (after, ==, text);
  expect_text (library, "b", "SUMMARY:Its place");
  problems = library_check (library);
  g_assert_nonnull (strstr (problems, "link.ics"));
  g_assert_null (strstr (problems, "u-"));
}

/* A calendar whose folder is a link: what should lie there stays behind. */
static void
test_linked_folder_is_not_written (Library       *library,
                                   gconstpointer  user_data)
{
  g_autofree char *folder = library_path (library, "calendars/Linked");
  g_autofree char *elsewhere = library_path (library, "../elsewhere");
  g_autofree char *text = event_text ("a", "One", "");

  put (library, "first", "makes the folders");
  g_assert_cmpint (g_mkdir (elsewhere, 0700), ==, 0);
  g_assert_cmpint (symlink (elsewhere, folder), ==, 0);
  library_apply (library, change_put_text ("Import", "Linked", "a", text));

  expect_text (library, "a", "SUMMARY:One\r\n"); /* it is durable … */
  g_assert_cmpuint (pln_store_get_files_behind (library->store), ==, 1); /* … and said to be behind */
  g_assert_null (library_read (library, "../elsewhere/a.ics"));

  g_assert_cmpint (g_remove (folder), ==, 0);
  library_refresh (library);
  g_assert_cmpuint (pln_store_get_files_behind (library->store), ==, 0);
  expect_sound (library);
}

static void
test_names_of_files (Library       *library,
                     gconstpointer  user_data)
{
  g_autofree char *long_uid = g_strnfill (121, 'x');
  struct
  {
    const char *uid;
    gboolean    plain;
  } rows[] = {
    { "Ab9@host-1_x.y", TRUE },
    { "ab9@host-1_x.y", FALSE }, /* a twin but for case */
    { ".hidden", FALSE },
    { "../../escape", FALSE },
    { "a b", FALSE },
    { "ü", FALSE },
    { long_uid, FALSE },
    { long_uid + 1, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *hash = pln_file_hash (rows[i].uid, strlen (rows[i].uid));
      g_autofree char *name = rows[i].plain ? g_strdup_printf ("calendars/Gatherings/%s.ics", rows[i].uid)
                                            : g_strdup_printf ("calendars/Gatherings/u-%s.ics", hash);
      g_autofree char *file = NULL;

      put (library, rows[i].uid, "One");
      file = library_read (library, name);
      g_assert_nonnull (file);
    }
  expect_sound (library);
}

static void
test_names_of_calendars (Library       *library,
                         gconstpointer  user_data)
{
  static const char *const bad[] = { "", ".", "..", "../x", "a/b", ".git", "private/", "private/../x", "a\\b" };
  g_autofree char *text = event_text ("a", "One", "");
  g_autofree char *file = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (library_try_apply (library, change_put_text ("Import", bad[i], "a", text), &error));
      g_assert_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_REFUSED);
    }

  library_apply (library, change_put_text ("Import", "private/Needs", "a", text));
  file = library_read (library, "private/Needs/a.ics");
  g_assert_cmpstr (file, ==, text);
}

/* Without library.db, the files are the library. */
static void
test_built_anew_from_files (Library       *library,
                            gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = NULL;
  PlnChange *change = pln_change_new ("Add people");
  g_autoptr(PlnAttendee) person = pln_attendee_new ("ada000000001");
  g_autoptr(GPtrArray) list = NULL;

  library_apply (library, change_new_gathering ("g", "Meet-up"));
  gathering = library_load (library, "g");
  pln_attendee_set_email (person, "ada@example.org");
  pln_attendee_set_answer (person, PLN_ANSWER_TENTATIVE);
  pln_change_put_attendee (change, gathering, NULL, person);
  library_apply (library, change);

  library_close (library);
  library_remove (library, "library.db");
  library_open (library);

  g_assert_cmpstr (library->changed, ==, "*");
  g_assert_null (pln_store_get_undo_label (library->store));
  list = library_list (library);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpuint (pln_gathering_get_n_answers (list->pdata[0], PLN_ANSWER_TENTATIVE), ==, 1);
  expect_sound (library);
}

/* A program ended after it had made the database, and before it had read the
 * files: what the next one reads is no step of undo, and who the user is stands
 * there still. */
static void
test_built_anew_at_last (Library       *library,
                         gconstpointer  user_data)
{
  Library empty = { .folder = library_path (library, "../empty") };
  g_autofree char *name = library_path (library, "library.db");
  g_autofree char *made = library_path (&empty, "library.db");
  g_autoptr(GFile) from = g_file_new_for_path (made);
  g_autoptr(GFile) to = g_file_new_for_path (name);
  g_autofree char *folder = g_steal_pointer (&empty.folder);
  g_autoptr(GError) error = NULL;

  put (library, "a", "One");
  library_set_fact (library, "identity.name", "Ada Fennimore");
  library_close (library);
  empty.folder = folder;
  library_open (&empty);
  library_close (&empty);
  g_free (empty.changed);
  g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  library_open (library);
  expect_text (library, "a", "SUMMARY:One\r\n");
  g_assert_null (pln_store_get_undo_label (library->store));
  g_assert_cmpstr (pln_store_get_fact (library->store, "identity.name"), ==, "Ada Fennimore");
  expect_sound (library);

  library_set_fact (library, "identity.name", "Zoë Tarn");
  library_close (library);
  library_write (library, "library.ini", "[library]\nidentity.name=Ada Fennimore\n");
  library_open (library);
  g_assert_cmpstr (pln_store_get_fact (library->store, "identity.name"), ==, "Zoë Tarn");
}

/* A kind that another program lost follows from the parent. */
static void
test_lost_kind_is_inferred (Library       *library,
                            gconstpointer  user_data)
{
  g_autofree char *session = event_text ("s", "Talk", "RELATED-TO:g\r\n");
  g_autoptr(PlnGathering) gathering = NULL;

  library_apply (library, change_put_text ("Import", "Gatherings", "s", session));
  library_apply (library, change_new_gathering ("g", "Conference"));
  gathering = library_load (library, "g");
  g_assert_cmpuint (g_list_model_get_n_items (pln_gathering_get_sessions (gathering)), ==, 1);
}

static void
test_abandoned_files_are_cleared_away (Library       *library,
                                       gconstpointer  user_data)
{
  g_autofree char *new = library_path (library, "calendars/Gatherings/.plenary-abcdef");

  put (library, "a", "One");
  library_write (library, "calendars/Gatherings/.plenary-abcdef", "half a calen");
  library_write (library, "calendars/Gatherings/.plenary-ghijkl", "of a program that runs");
  {
    struct utimbuf long_ago = { 1000000000, 1000000000 };

    g_assert_cmpint (g_utime (new, &long_ago), ==, 0);
  }
  library_refresh (library);
  g_assert_null (library_read (library, "calendars/Gatherings/.plenary-abcdef"));
  g_free (g_steal_pointer (&new));
  new = library_read (library, "calendars/Gatherings/.plenary-ghijkl");
  g_assert_nonnull (new);
}

static void
count_changes_cb (PlnStore *store,
                  char    **gatherings,
                  gboolean  others,
                  guint    *n_changes)
{
  (*n_changes)++;
}

/* With the window open, it is seen as it happens. */
static void
test_watch_sees_files (Library       *library,
                       gconstpointer  user_data)
{
  g_autofree char *theirs = event_text ("a", "Theirs", "");
  g_autofree char *new = event_text ("b", "New", "");
  guint n_changes = 0;

  put (library, "a", "Ours");
  pln_store_watch (library->store);
  g_signal_connect (library->store, "changed", G_CALLBACK (count_changes_cb), &n_changes);

  library_write (library, FILE_A, theirs);
  while (n_changes < 1)
    g_main_context_iteration (NULL, TRUE);
  expect_text (library, "a", "SUMMARY:Theirs\r\n");

  library_write (library, "calendars/New/b.ics", new); /* also in a folder that is new */
  while (n_changes < 2)
    g_main_context_iteration (NULL, TRUE);
  expect_text (library, "b", "SUMMARY:New\r\n");

  library_remove (library, FILE_A);
  while (n_changes < 3)
    g_main_context_iteration (NULL, TRUE);
  expect_text (library, "a", NULL);
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
    { "/store/files/roll-forward", test_rolls_forward },
    { "/store/files/roll-to-what-was", test_rolls_forward_to_what_was },
    { "/store/files/roll-deletion", test_rolls_deletion_forward },
    { "/store/files/changed", test_takes_in_a_changed_file },
    { "/store/files/while-closed", test_takes_in_while_closed },
    { "/store/files/merged", test_merges_what_both_changed },
    { "/store/files/unseen", test_does_not_overwrite_unseen_changes },
    { "/store/files/deleted", test_deleted_file_goes_into_the_bin },
    { "/store/files/survives", test_changed_file_survives_deletion },
    { "/store/files/redo", test_redo_survives_other_programs },
    { "/store/files/missing-folder", test_missing_folder_deletes_nothing },
    { "/store/files/renamed", test_renamed_file_is_the_same_object },
    { "/store/files/other-object", test_file_of_another_object },
    { "/store/files/unusable", test_what_cannot_be_used_is_left_alone },
    { "/store/files/rubbish", test_overwritten_with_rubbish },
    { "/store/files/links", test_links_are_not_followed },
    { "/store/files/linked-folder", test_linked_folder_is_not_written },
    { "/store/files/names", test_names_of_files },
    { "/store/files/calendars", test_names_of_calendars },
    { "/store/files/anew", test_built_anew_from_files },
    { "/store/files/anew-at-last", test_built_anew_at_last },
    { "/store/files/lost-kind", test_lost_kind_is_inferred },
    { "/store/files/abandoned", test_abandoned_files_are_cleared_away },
    { "/store/files/watch", test_watch_sees_files },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Library, NULL, library_set_up, tests[i].test, library_tear_down);

  return g_test_run ();
}
