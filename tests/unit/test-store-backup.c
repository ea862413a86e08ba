/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-library.h"

#include "pln-clock.h"
#include "pln-store-backup.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

typedef struct
{
  Library  library;
  char    *backup;
} Fixture;

static void
put (Library    *library,
     const char *uid,
     const char *title)
{
  g_autofree char *text = event_text (uid, title, "");

  library_apply (library, change_put_text ("Import", "Gatherings", uid, text));
}

static void
delete (Library    *library,
        const char *uid)
{
  PlnChange *change = pln_change_new ("Delete");

  pln_change_delete (change, uid);
  library_apply (library, change);
}

/* What an object was imported from. */
static void
put_origin (Library    *library,
            const char *uid,
            const char *id,
            const char *title)
{
  g_autofree char *text = event_text (uid, title, "");
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  PlnChange *change = change_put_text ("Import", "Gatherings", uid, text);

  pln_change_put_origin (change, uid, id, bytes);
  library_apply (library, change);
}

static void
got_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  GAsyncResult **where = user_data;

  *where = g_object_ref (result);
}

static void
expect_origin (Library    *library,
               const char *uid,
               const char *id,
               const char *title)
{
  g_autofree char *text = event_text (uid, title, "");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GHashTable) origins = NULL;
  g_autoptr(GError) error = NULL;
  GBytes *origin;

  pln_store_list_origins_async (library->store, uid, NULL, got_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  origins = pln_store_list_origins_finish (library->store, result, &error);
  g_assert_no_error (error);
  origin = g_hash_table_lookup (origins, id);
  g_assert_nonnull (origin);
  g_assert_cmpmem (g_bytes_get_data (origin, NULL), g_bytes_get_size (origin), text, strlen (text));
}

/* A library with two objects, one of which lies in the bin, and its backup. */
static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autoptr(GError) error = NULL;

  library_set_up (&fixture->library, NULL);
  fixture->backup = library_path (&fixture->library, "../backup.plenary");
  put (&fixture->library, "a", "One");
  put_origin (&fixture->library, "a", "origin1", "One");
  put (&fixture->library, "b", "In the bin");
  delete (&fixture->library, "b");
  library_set_fact (&fixture->library, "identity.name", "Zoë");
  g_assert_true (library_backup (&fixture->library, fixture->backup, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  library_tear_down (&fixture->library, NULL);
  g_free (fixture->backup);
}

static void
expect_titles (Library    *library,
               const char *titles)
{
  g_autoptr(GString) all = g_string_new (NULL);
  static const char *const uids[] = { "a", "b", "c" };

  for (gsize i = 0; i < G_N_ELEMENTS (uids); i++)
    {
      g_autofree char *text = library_text (library, uids[i]);
      const char *title = text != NULL ? strstr (text, "SUMMARY:") + strlen ("SUMMARY:") : "";

      if (text != NULL)
        g_string_append_printf (all, "%.*s.", (int) strcspn (title, "\r"), title);
    }
  g_assert_cmpstr (all->str, ==, titles);
}

static void
expect_sound (Library *library)
{
  g_autofree char *problems = library_check (library);

  g_assert_cmpstr (problems, ==, "");
}

static void
test_restore_is_one_step (Fixture       *fixture,
                          gconstpointer  user_data)
{
  Library *library = &fixture->library;
  g_autoptr(GError) error = NULL;
  g_autofree char *bin = NULL;

  put (library, "a", "Two");
  put (library, "c", "Three");
  g_assert_true (library_restore (library, fixture->backup, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (library->changed, ==, "*");
  expect_titles (library, "One.");
  bin = library_bin (library);
  g_assert_true (g_str_equal (bin, "In the bin|Three") || g_str_equal (bin, "Three|In the bin"));
  expect_sound (library);

  g_free (library_undo (library));
  expect_titles (library, "Two.Three.");
  expect_sound (library);
}

static void
test_restore_into_an_empty_library (Fixture       *fixture,
                                    gconstpointer  user_data)
{
  Library *library = &fixture->library;
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_steal_pointer (&library->folder);
  g_autofree char *bin = NULL;

  library_close (library);
  library->folder = g_strconcat (folder, "-2", NULL);
  library_open (library);
  g_assert_true (library_restore (library, fixture->backup, &error));
  g_assert_no_error (error);

  expect_titles (library, "One.");
  bin = library_bin (library);
  g_assert_cmpstr (bin, ==, "In the bin");
  g_assert_cmpstr (pln_store_get_fact (library->store, "identity.name"), ==, "Zoë");
  expect_origin (library, "a", "origin1", "One");
  expect_sound (library);
}

/* What an import came from outlives a start and undo, and goes when nothing
 * can ask for it any more. */
static void
test_origins_stay (Fixture       *fixture,
                   gconstpointer  user_data)
{
  Library *library = &fixture->library;
  gint64 now = pln_clock_now ();

  put_origin (library, "a", "origin2", "Two");
  library_close (library);
  library_open (library);
  expect_origin (library, "a", "origin1", "One");
  expect_origin (library, "a", "origin2", "Two");
  g_free (library_undo (library));
  expect_origin (library, "a", "origin1", "One");

  pln_clock_set (now + 400 * 24 * 60 * 60);
  put_origin (library, "c", "origin3", "Three");
  delete (library, "a");
  pln_clock_set (now + 800 * 24 * 60 * 60);
  library_close (library);
  library_open (library);
  expect_origin (library, "c", "origin3", "Three");
  g_assert_cmpint (library_number (library, "SELECT count(*) FROM origin"), ==, 1);
}

static void
test_bad_backup_changes_nothing (Fixture       *fixture,
                                 gconstpointer  user_data)
{
  Library *library = &fixture->library;
  g_autofree char *good = NULL;
  gsize length;
  const struct
  {
    const char *what;
    int         cut;     /* per mille of it that are there */
    const char *flipped; /* one bit of it */
  } rows[] = {
    { "empty", 0, NULL },
    { "cut", 500, NULL },
    { "its last page cut", 960, NULL },
    { "a text changed", 1000, "SUMMARY:One" },
    { "the bin changed", 1000, "SUMMARY:In the bin" },
    { "a fact changed", 1000, "Zo\xc3\xab" },
    { "no backup", -1, NULL },
  };

  put (library, "a", "Two");
  g_assert_true (g_file_get_contents (fixture->backup, &good, &length, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *bad = g_memdup2 (good, length);
      g_autoptr(GError) error = NULL;
      gint64 n_entries = library_number (library, "SELECT count(*) FROM journal");

      g_test_message ("%s", rows[i].what);
      if (rows[i].flipped != NULL)
        {
          char *at = memmem (bad, length, rows[i].flipped, strlen (rows[i].flipped));

          g_assert_nonnull (at);
          at[strlen (rows[i].flipped) - 1] ^= 1;
        }
      if (rows[i].cut >= 0)
        g_assert_true (g_file_set_contents (fixture->backup, bad, length * (gsize) rows[i].cut / 1000, NULL));
      else
        g_assert_true (g_file_set_contents (fixture->backup, "A list of things to bring", -1, NULL));

      g_assert_false (library_restore (library, fixture->backup, &error));
      g_assert_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, "backup.plenary"));
      g_assert_cmpint (library_number (library, "SELECT count(*) FROM journal"), ==, n_entries);
    }
  expect_titles (library, "Two.");
  expect_sound (library);
}

static void
execute (const char *path,
         const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* Who makes a backup to do harm, makes its sum right, too. */
static void
sign (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnStoreDb) db = pln_store_db_open_file (path, SQLITE_OPEN_READWRITE, &error);
  g_autofree char *sum = db != NULL ? pln_store_backup_sum (db, &error) : NULL;

  g_assert_no_error (error);
  g_assert_true (pln_store_db_run (db, &error, "UPDATE made SET sum = ?", "s", sum));
}

/* Of the first version, which has no origins. */
static void
test_backup_of_an_older_version (Fixture       *fixture,
                                 gconstpointer  user_data)
{
  Library *library = &fixture->library;
  g_autoptr(GError) error = NULL;

  execute (fixture->backup, "DROP TABLE origin; PRAGMA user_version = 1");
  sign (fixture->backup);
  put (library, "a", "Two");
  g_assert_true (library_restore (library, fixture->backup, &error));
  g_assert_no_error (error);
  expect_titles (library, "One.");
}

/* A backup that somebody made to do harm. */
static void
test_hostile_numbers (Fixture       *fixture,
                      gconstpointer  user_data)
{
  Library *library = &fixture->library;
  g_autoptr(GError) error = NULL;

  execute (fixture->backup, "UPDATE bin SET deletion = 9223372036854775807, at = 9223372036854775807;"
                            "INSERT INTO bin SELECT -9223372036854775807, 'x', root, at, '../..', kind, gathering,"
                            "  title, 7 FROM bin");
  sign (fixture->backup);
  g_assert_true (library_restore (library, fixture->backup, &error));
  g_assert_no_error (error);
  g_assert_cmpint (library_number (library, "SELECT max (deletion) < 100 AND min (deletion) > 0 FROM bin"), ==, 1);

  put (library, "a", "Two"); /* it can be written to as before */
  g_free (library_undo (library));
  expect_titles (library, "One.");
  expect_sound (library);
}

static void
test_missing_and_unwritable (Fixture       *fixture,
                             gconstpointer  user_data)
{
  Library *library = &fixture->library;
  g_autofree char *nowhere = library_path (library, "../none/backup.plenary");
  g_autofree char *missing = library_path (library, "../missing.plenary");
  g_autoptr(GError) error = NULL;

  g_assert_false (library_backup (library, nowhere, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (library_restore (library, missing, &error));
  g_assert_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_NOT_FOUND);
}

/* The library itself is no backup, and is not harmed by the attempt. */
static void
test_library_is_no_backup (Fixture       *fixture,
                           gconstpointer  user_data)
{
  Library *library = &fixture->library;
  g_autofree char *path = library_path (library, "library.db");
  g_autoptr(GError) error = NULL;

  g_assert_false (library_restore (library, path, &error));
  g_assert_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_DAMAGED);
  expect_sound (library);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/store/backup/one-step", test_restore_is_one_step },
    { "/store/backup/empty-library", test_restore_into_an_empty_library },
    { "/store/backup/origins", test_origins_stay },
    { "/store/backup/older", test_backup_of_an_older_version },
    { "/store/backup/bad", test_bad_backup_changes_nothing },
    { "/store/backup/hostile", test_hostile_numbers },
    { "/store/backup/missing", test_missing_and_unwritable },
    { "/store/backup/library", test_library_is_no_backup },
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
