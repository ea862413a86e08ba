/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-sync.h"

#include "pln-clock.h"

#include <string.h>

#define CALENDAR "Gatherings"

static void
put (Library    *library,
     const char *calendar,
     const char *uid,
     const char *title)
{
  g_autofree char *text = event_text (uid, title, "");

  library_apply (library, change_put_text ("Edit", calendar, uid, text));
}

static void
delete (Library    *library,
        const char *uid)
{
  PlnChange *change = pln_change_new ("Delete");

  pln_change_delete (change, uid);
  library_apply (library, change);
}

/* Both sides have an object, and it is the same. */
static void
agree (Library    *library,
       const char *calendar,
       const char *uid,
       const char *title)
{
  g_autofree char *text = event_text (uid, title, "");
  g_autofree char *left = NULL;

  put (library, calendar, uid, title);
  left = sync_settle (library, calendar, NULL, settled_pushed (uid, text, "1"), NULL);
  g_assert_cmpstr (left, ==, "");
}

static void
set_up (Library       *library,
        gconstpointer  user_data)
{
  library_set_up (library, user_data);
  sync_link (library, CALENDAR);
}

#define expect_state(library, calendar, expected) \
  G_STMT_START { \
    g_autofree char *state_ = sync_state (library, calendar); \
    g_assert_cmpstr (state_, ==, expected); \
  } G_STMT_END

#define expect_text(library, uid, expected) \
  G_STMT_START { \
    g_autofree char *text_ = library_text (library, uid); \
    g_assert_cmpstr (text_, ==, expected); \
  } G_STMT_END

#define expect_string(string, expected) \
  G_STMT_START { \
    g_autofree char *string_ = string; \
    g_assert_cmpstr (string_, ==, expected); \
  } G_STMT_END

/* What is dirty follows from what is here and what was agreed. */
static void
test_what_is_dirty (Library       *library,
                    gconstpointer  user_data)
{
  agree (library, CALENDAR, "a", "One");
  agree (library, CALENDAR, "b", "Two");
  agree (library, CALENDAR, "c", "Three");
  put (library, CALENDAR, "d", "Four");
  put (library, "Elsewhere", "e", "Five");
  expect_state (library, CALENDAR, "a same|b same|c same|d new");

  put (library, CALENDAR, "b", "Two, later");
  delete (library, "c");
  expect_state (library, CALENDAR, "a same|b changed|c deleted|d new");

  expect_string (library_undo (library), "Delete");
  expect_string (library_undo (library), "Edit");
  expect_state (library, CALENDAR, "a same|b same|c same|d new");
  expect_string (library_check (library), "");
}

/* What came is in the models, in a file, and no step of undo; the one before
 * it is undone around it. */
static void
test_what_comes (Library       *library,
                 gconstpointer  user_data)
{
  g_autofree char *theirs = event_text ("a", "One", "LOCATION:Cambridge\r\n");
  g_autofree char *mine = event_text ("a", "One, mine", "");
  g_autofree char *both = event_text ("a", "One, mine", "LOCATION:Cambridge\r\n");
  g_autofree char *other = event_text ("new", "From elsewhere", "");
  g_autoptr(PlnStoreKnown) known = NULL;
  guint n_changed;

  agree (library, CALENDAR, "a", "One");
  put (library, CALENDAR, "a", "One, mine");
  n_changed = library->n_changed;

  expect_string (sync_settle (library, CALENDAR, "token-1", settled_fetched ("a", mine, both, "2"),
                              settled_fetched ("new", NULL, other, "1"), NULL), "");
  g_assert_cmpuint (library->n_changed, >, n_changed);
  expect_text (library, "a", both);
  expect_text (library, "new", other);
  expect_string (library_read (library, "calendars/Gatherings/new.ics"), other);
  expect_string (library_read (library, "calendars/Gatherings/a.ics"), both);
  expect_state (library, CALENDAR, "a same|new same");
  expect_string (sync_token (library, CALENDAR), "token-1");

  expect_string (library_undo (library), "Edit");
  expect_text (library, "a", theirs);
  expect_text (library, "new", other);
  expect_state (library, CALENDAR, "a changed|new same");

  known = sync_known (library, CALENDAR, "a");
  g_assert_cmpstr (known->title, ==, "One");
  g_assert_cmpmem (g_bytes_get_data (known->text, NULL), g_bytes_get_size (known->text), theirs, strlen (theirs));
  g_assert_cmpmem (g_bytes_get_data (known->pair->local, NULL), g_bytes_get_size (known->pair->local),
                   both, strlen (both));
  g_assert_cmpstr (known->pair->href, ==, "/calendar/a.ics");
  g_assert_cmpstr (known->pair->etag, ==, "2");
  expect_string (library_redo (library), "Edit");
  expect_text (library, "a", both);
  expect_state (library, CALENDAR, "a same|new same");
}

/* The user went on while the round was on its way. */
static void
test_changed_meanwhile (Library       *library,
                        gconstpointer  user_data)
{
  g_autofree char *one = event_text ("a", "One", "");
  g_autofree char *theirs = event_text ("a", "Theirs", "");
  g_autofree char *placed = event_text ("a", "One", "LOCATION:Cambridge\r\n");
  g_autofree char *both = event_text ("a", "Mine", "LOCATION:Cambridge\r\n");
  g_autofree char *mine = event_text ("a", "Mine", "");

  agree (library, CALENDAR, "a", "One");
  put (library, CALENDAR, "a", "Mine");

  /* Both cannot hold: it is left, and the server is not listed further. */
  expect_string (sync_settle (library, CALENDAR, "token-1", settled_fetched ("a", one, theirs, "2"), NULL), "a");
  expect_text (library, "a", mine);
  expect_string (sync_token (library, CALENDAR), NULL);
  expect_state (library, CALENDAR, "a changed");
  expect_string (sync_settle (library, CALENDAR, "token-1", settled_deleted ("a", one), NULL), "a");
  expect_text (library, "a", mine);

  /* Both can. */
  expect_string (sync_settle (library, CALENDAR, "token-1", settled_fetched ("a", one, placed, "2"), NULL), "");
  expect_text (library, "a", both);
  expect_state (library, CALENDAR, "a changed");
  expect_string (sync_token (library, CALENDAR), "token-1");

  /* What the server has is so, whatever was done since. */
  expect_string (sync_settle (library, CALENDAR, NULL, settled_pushed ("a", both, "3"), NULL), "");
  expect_state (library, CALENDAR, "a same");
  put (library, CALENDAR, "a", "Mine again");
  expect_string (sync_settle (library, CALENDAR, NULL, settled_pushed ("a", both, "4"), NULL), "");
  expect_state (library, CALENDAR, "a changed");

  /* It was deleted here, or made here by another way. */
  delete (library, "a");
  expect_string (sync_settle (library, CALENDAR, NULL, settled_fetched ("a", both, placed, "5"), NULL), "a");
  expect_text (library, "a", NULL);
  expect_state (library, CALENDAR, "a deleted");
  put (library, CALENDAR, "b", "Two");
  expect_string (sync_settle (library, CALENDAR, NULL, settled_fetched ("b", NULL, placed, "1"), NULL), "b");
  expect_state (library, CALENDAR, "a deleted|b new");
}

/* A gathering that was deleted on the server lies in the bin as one. */
static void
test_what_goes (Library       *library,
                gconstpointer  user_data)
{
  g_autofree char *gathering = event_text ("a", "Meet-up", "X-PLENARY-KIND:GATHERING\r\n");
  g_autofree char *session = event_text ("b", "Talk", "X-PLENARY-KIND:SESSION\r\nRELATED-TO:a\r\n");
  PlnChange *change;

  expect_string (sync_settle (library, CALENDAR, NULL, settled_fetched ("b", NULL, session, "1"),
                              settled_fetched ("a", NULL, gathering, "1"), NULL), "");
  expect_string (sync_settle (library, CALENDAR, "token", settled_deleted ("a", gathering),
                              settled_deleted ("b", session), NULL), "");
  expect_text (library, "a", NULL);
  expect_string (library_bin (library), "Meet-up");
  expect_state (library, CALENDAR, "");
  g_assert_null (pln_store_get_undo_label (library->store));

  /* It comes back, and is sent again. */
  change = pln_change_new ("Restore");
  pln_change_restore (change, "a");
  library_apply (library, change);
  expect_text (library, "b", session);
  expect_state (library, CALENDAR, "a new|b new");

  /* On neither side any more. */
  expect_string (sync_settle (library, CALENDAR, NULL, settled_pushed ("a", gathering, "2"), NULL), "");
  delete (library, "a");
  expect_state (library, CALENDAR, "a deleted");
  expect_string (sync_settle (library, CALENDAR, NULL, settled_forgotten ("a"), NULL), "");
  expect_state (library, CALENDAR, "");
}

static void
move (Library    *library,
      const char *uid,
      const char *calendar)
{
  g_autoptr(PlnGathering) before = library_load (library, uid);
  g_autoptr(PlnGathering) after = pln_gathering_copy (before);
  PlnChange *change = pln_change_new ("Move");

  g_object_set (after, "calendar", calendar, "organisers-calendar", calendar, NULL);
  pln_change_put_gathering (change, before, after);
  library_apply (library, change);
}

/* What moves into another calendar on a server stays in the first until the
 * second has it. */
static void
test_move (Library       *library,
           gconstpointer  user_data)
{
  g_autofree char *gathering = event_text ("a", "Meet-up", "X-PLENARY-KIND:GATHERING\r\n");
  g_autofree char *later = event_text ("a", "Meet-up, later", "X-PLENARY-KIND:GATHERING\r\n");

  sync_link (library, "Committee");
  expect_string (sync_settle (library, CALENDAR, NULL, settled_fetched ("a", NULL, gathering, "1"), NULL), "");
  move (library, "a", "Committee");
  expect_state (library, CALENDAR, "a same");
  expect_state (library, "Committee", "a new");

  /* A change there meanwhile waits. */
  expect_string (sync_settle (library, CALENDAR, "token", settled_fetched ("a", gathering, later, "2"), NULL), "a");
  expect_text (library, "a", gathering);
  expect_string (sync_token (library, CALENDAR), NULL);

  expect_string (sync_settle (library, "Committee", NULL, settled_pushed ("a", gathering, "1"), NULL), "");
  expect_state (library, "Committee", "a same");
  expect_state (library, CALENDAR, "a deleted");
  expect_string (sync_settle (library, CALENDAR, NULL, settled_forgotten ("a"), NULL), "");
  expect_state (library, CALENDAR, "");

  /* And back. */
  expect_string (library_undo (library), "Move");
  expect_state (library, CALENDAR, "a new");
  expect_state (library, "Committee", "a same");
  expect_string (sync_settle (library, CALENDAR, NULL, settled_pushed ("a", gathering, "3"), NULL), "");
  expect_state (library, "Committee", "a deleted");

  /* Where no server is, nothing needs to be waited for. */
  move (library, "a", "On my laptop");
  expect_state (library, CALENDAR, "a deleted");
}

/* The server has the same object in two calendars; here it has one place. */
static void
test_twice_on_the_server (Library       *library,
                          gconstpointer  user_data)
{
  g_autofree char *gathering = event_text ("a", "Meet-up", "X-PLENARY-KIND:GATHERING\r\n");
  g_autofree char *copy = event_text ("a", "Meet-up (copy)", "X-PLENARY-KIND:GATHERING\r\n");
  g_autofree char *later = event_text ("a", "Meet-up (copy), later", "X-PLENARY-KIND:GATHERING\r\n");
  g_autoptr(PlnStoreKnown) known = NULL;

  sync_link (library, "Committee");
  expect_string (sync_settle (library, CALENDAR, NULL, settled_fetched ("a", NULL, gathering, "1"), NULL), "");
  expect_string (sync_settle (library, "Committee", "token", settled_fetched ("a", NULL, copy, "1"), NULL), "");
  expect_text (library, "a", gathering);
  expect_state (library, CALENDAR, "a same");
  expect_state (library, "Committee", "a same");
  expect_string (sync_token (library, "Committee"), "token");

  known = sync_known (library, "Committee", "a");
  g_assert_cmpmem (g_bytes_get_data (known->text, NULL), g_bytes_get_size (known->text), copy, strlen (copy));
  expect_string (sync_settle (library, "Committee", "token", settled_fetched ("a", copy, later, "2"), NULL), "");
  expect_state (library, "Committee", "a same");

  /* Deleted here: that is the one that was here; the other one is not. */
  delete (library, "a");
  expect_state (library, CALENDAR, "a deleted");
  expect_state (library, "Committee", "");
  expect_string (sync_settle (library, CALENDAR, NULL, settled_forgotten ("a"), NULL), "");
  expect_string (sync_settle (library, "Committee", NULL, settled_fetched ("a", NULL, later, "2"), NULL), "");
  expect_text (library, "a", later);
  expect_state (library, "Committee", "a same");
}

/* One that cannot be written does not stop the others. */
static void
test_bad_text (Library       *library,
               gconstpointer  user_data)
{
  g_autofree char *good = event_text ("good", "Good", "");
  g_autofree char *other = event_text ("other", "Of another name", "");

  expect_string (sync_settle (library, CALENDAR, "token", settled_fetched ("broken", NULL, "BEGIN:VCALENDAR", "1"),
                              settled_fetched ("b", NULL, other, "1"), settled_fetched ("good", NULL, good, "1"),
                              NULL), "broken|b");
  expect_state (library, CALENDAR, "good same");
  expect_string (sync_token (library, CALENDAR), NULL);
}

/* All or nothing: the calendar was parted from the server meanwhile. */
static void
test_parted_meanwhile (Library       *library,
                       gconstpointer  user_data)
{
  g_autofree char *text = event_text ("a", "One", "");
  g_autoptr(GError) error = NULL;

  agree (library, CALENDAR, "b", "Two");
  sync_unlink (library, CALENDAR);
  g_assert_null (sync_try (library, CALENDAR, "token", &error, settled_fetched ("a", NULL, text, "1"), NULL));
  g_assert_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_NOT_FOUND);
  expect_text (library, "a", NULL);

  /* Kept together again, everything is compared. */
  sync_link (library, CALENDAR);
  expect_state (library, CALENDAR, "b new");
}

/* A library that is built anew knows its accounts, but believes nothing of
 * what was agreed; so does one that is what it was last week. */
static void
test_other_library (Library       *library,
                    gconstpointer  user_data)
{
  const char *accounts = "Committee zoe zoe@tern.example Gatherings=https://dav.tern.example/Gatherings/,-,0";
  g_autofree char *path = library_path (library, "../pair.plenary");
  g_autofree char *text = event_text ("a", "One", "");
  g_autoptr(GError) error = NULL;

  agree (library, CALENDAR, "a", "One");
  expect_string (sync_settle (library, CALENDAR, "token", settled_pushed ("a", text, "1"), NULL), "");
  g_assert_true (library_backup (library, path, &error));
  g_assert_no_error (error);
  g_assert_true (library_restore (library, path, &error));
  g_assert_no_error (error);
  expect_string (sync_accounts (library), accounts);
  expect_state (library, CALENDAR, "a new");

  expect_string (sync_settle (library, CALENDAR, "token", settled_pushed ("a", text, "1"), NULL), "");
  library_close (library);
  library_remove (library, "library.db");
  library_open (library);
  expect_string (sync_accounts (library), accounts);
  expect_state (library, CALENDAR, "a new");

  /* On a computer that had none. */
  sync_unlink (library, CALENDAR);
  g_assert_true (library_restore (library, path, &error));
  expect_string (sync_accounts (library), accounts);
  expect_string (library_check (library), "");
  library_remove (library, "../pair.plenary");
}

static void
accounts_cb (PlnStore *store,
             guint    *n)
{
  (*n)++;
}

/* Two programs have the library open; one of them syncs. */
static void
test_two_programs (Library       *library,
                   gconstpointer  user_data)
{
  Library other = { .folder = library->folder };
  g_autofree char *one = event_text ("a", "One", "");
  g_autofree char *theirs = event_text ("a", "Theirs", "");
  g_autofree char *later = event_text ("b", "From elsewhere", "");
  guint n_told = 0;

  agree (library, CALENDAR, "a", "One");
  library_open (&other);
  expect_state (&other, CALENDAR, "a same");
  put (&other, CALENDAR, "a", "Mine");
  expect_string (sync_settle (library, CALENDAR, "token", settled_fetched ("a", one, theirs, "2"),
                              settled_fetched ("b", NULL, later, "1"), NULL), "a");
  expect_string (sync_token (&other, CALENDAR), NULL);
  expect_state (&other, CALENDAR, "a changed|b same");
  library_refresh (&other);
  expect_text (&other, "b", later);

  g_signal_connect (other.store, "accounts-changed", G_CALLBACK (accounts_cb), &n_told);
  sync_unlink (library, CALENDAR);
  library_refresh (&other);
  g_assert_cmpuint (n_told, ==, 1);
  expect_state (&other, CALENDAR, "a new|b new");
  library_close (&other);
  g_free (other.changed);
}

/* The version before knew nothing of servers. */
static void
test_library_of_version_4 (Library       *library,
                           gconstpointer  user_data)
{
  static const char *const tables[] = { "happening", "question", "agreed", "pair", "link", "account" };

  put (library, CALENDAR, "a", "One");
  library_close (library);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *drop = g_strdup_printf ("DROP TABLE %s", tables[i]);

      library_number (library, drop);
    }
  library_number (library, "ALTER TABLE object DROP COLUMN came"); /* of the step after it */
  library_number (library, "PRAGMA user_version = 4");

  library_open (library);
  g_assert_cmpint (library_number (library, "PRAGMA user_version"), >=, 5);
  expect_string (sync_accounts (library), "");
  sync_link (library, CALENDAR);
  expect_state (library, CALENDAR, "a new");
  expect_string (library_undo (library), "Edit");
  expect_string (library_check (library), "");
}

/* What is only for this computer, and the examples, are never sent; and one
 * calendar there is one here. */
static void
test_refused_links (Library       *library,
                    gconstpointer  user_data)
{
  static const char *const never[] = { "private/Needs", "Examples", "../elsewhere", "" };

  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (sync_try_link (library, never[i], "https://dav.tern.example/new/", &error));
      g_assert_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_REFUSED);
    }

  {
    g_autoptr(GError) error = NULL;

    g_assert_false (sync_try_link (library, "Committee", "https://dav.tern.example/Gatherings/", &error));
    g_assert_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_REFUSED);
  }

  /* With another calendar there, nothing is agreed any more. */
  agree (library, CALENDAR, "a", "One");
  g_assert_true (sync_try_link (library, CALENDAR, "https://dav.tern.example/new/", NULL));
  expect_state (library, CALENDAR, "a new");
}

/* What was agreed must be what was written down. */
static void
test_check (Library       *library,
            gconstpointer  user_data)
{
  g_autofree char *problems = NULL;

  agree (library, CALENDAR, "a", "One");
  expect_string (library_check (library), "");
  library_number (library, "UPDATE agreed SET local = CAST ('BEGIN:VCALENDAR' AS BLOB)");
  problems = library_check (library);
  g_assert_nonnull (strstr (problems, CALENDAR));
  g_assert_null (strchr (problems, '|'));
}

/* A round that finds nothing new reads no text. */
static void
test_many (Library       *library,
           gconstpointer  user_data)
{
  g_autoptr(GPtrArray) settled = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_settled_free);
  PlnChange *change = pln_change_new ("Import");
  g_autofree char *state = NULL;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *uid = g_strdup_printf ("many-%03u", i);
      g_autofree char *text = event_text (uid, "One of many", "");
      g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

      pln_change_put_text (change, CALENDAR, uid, bytes);
      g_ptr_array_add (settled, settled_pushed (uid, text, "1"));
    }
  library_apply (library, change);
  expect_string (sync_settle_all (library, CALENDAR, "token", settled), "");

  library_number (library, "DELETE FROM content");
  state = sync_state (library, CALENDAR);
  g_assert_null (strstr (state, "changed"));
  g_assert_null (strstr (state, "new"));
  g_assert_nonnull (strstr (state, "many-000 same|many-001 same|"));
  g_assert_nonnull (strstr (state, "|many-299 same"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(name, function) g_test_add ("/store/pair/" name, Library, NULL, set_up, function, library_tear_down)
  add ("what-is-dirty", test_what_is_dirty);
  add ("what-comes", test_what_comes);
  add ("changed-meanwhile", test_changed_meanwhile);
  add ("what-goes", test_what_goes);
  add ("move", test_move);
  add ("twice-on-the-server", test_twice_on_the_server);
  add ("bad-text", test_bad_text);
  add ("parted-meanwhile", test_parted_meanwhile);
  add ("other-library", test_other_library);
  add ("two-programs", test_two_programs);
  add ("library-of-version-4", test_library_of_version_4);
  add ("refused-links", test_refused_links);
  add ("check", test_check);
  add ("many", test_many);
#undef add

  return g_test_run ();
}
