/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-library.h"

#include <string.h>

/* Two stores on one library, as two programs have them. */
typedef struct
{
  Library one;
  Library two;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  library_set_up (&fixture->one, NULL);
  fixture->two.folder = g_strdup (fixture->one.folder);
  library_open (&fixture->two);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  library_close (&fixture->two);
  g_free (fixture->two.folder);
  g_free (fixture->two.changed);
  library_tear_down (&fixture->one, NULL);
}

static PlnChange *
change_field (PlnGathering *before,
              const char   *title,
              const char   *location)
{
  PlnChange *change = pln_change_new ("Edit");
  g_autoptr(PlnGathering) after = pln_gathering_copy (before);

  if (title != NULL)
    pln_gathering_set_title (after, title);
  if (location != NULL)
    pln_gathering_set_location (after, location);
  pln_change_put_gathering (change, before, after);

  return change;
}

static void
expect_sound (Library *library)
{
  g_autofree char *problems = library_check (library);

  g_assert_cmpstr (problems, ==, "");
}

/* Edits are applied to the text as it is then. */
static void
test_edits_of_both_stay (Fixture       *fixture,
                         gconstpointer  user_data)
{
  g_autoptr(PlnGathering) seen = NULL;
  g_autofree char *text = NULL;

  library_apply (&fixture->one, change_new_gathering ("g", "Meet-up"));
  seen = library_load (&fixture->two, "g");

  library_apply (&fixture->one, change_field (seen, "By the first", NULL));
  library_apply (&fixture->two, change_field (seen, NULL, "By the second"));

  text = library_text (&fixture->one, "g");
  g_assert_nonnull (strstr (text, "SUMMARY:By the first\r\n"));
  g_assert_nonnull (strstr (text, "LOCATION:By the second\r\n"));
  g_assert_cmpstr (fixture->two.changed, ==, "g"); /* it is told what the first did */
  expect_sound (&fixture->one);
  expect_sound (&fixture->two);
}

static void
test_refresh_sees_the_other (Fixture       *fixture,
                             gconstpointer  user_data)
{
  guint n_changed = fixture->two.n_changed;
  g_autofree char *label = NULL;

  library_apply (&fixture->one, change_new_gathering ("g", "Meet-up"));
  library_set_fact (&fixture->one, "identity.name", "Zoë");

  library_refresh (&fixture->two);
  g_assert_cmpuint (fixture->two.n_changed, ==, n_changed + 1);
  g_assert_cmpstr (fixture->two.changed, ==, "g");
  g_assert_cmpstr (pln_store_get_undo_label (fixture->two.store), ==, "New gathering");
  g_assert_cmpstr (pln_store_get_fact (fixture->two.store, "identity.name"), ==, "Zoë");

  library_refresh (&fixture->two); /* nothing new */
  g_assert_cmpuint (fixture->two.n_changed, ==, n_changed + 1);

  label = library_undo (&fixture->two); /* one history for both */
  g_assert_cmpstr (label, ==, "New gathering");
  library_refresh (&fixture->one);
  g_assert_cmpstr (fixture->one.changed, ==, "g");
  expect_sound (&fixture->one);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  guint *n_left = user_data;
  g_autoptr(GError) error = NULL;

  pln_store_open_finish (PLN_STORE (source), result, &error);
  g_assert_no_error (error);
  (*n_left)--;
}

/* Both make the same new library. */
static void
test_opening_at_once (Fixture       *fixture,
                      gconstpointer  user_data)
{
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *folder = g_strdup_printf ("%s-%u", fixture->one.folder, i);
      g_autoptr(PlnStore) one = pln_store_new (folder);
      g_autoptr(PlnStore) two = pln_store_new (folder);
      guint n_left = 2;

      pln_store_open_async (one, NULL, opened_cb, &n_left);
      pln_store_open_async (two, NULL, opened_cb, &n_left);
      while (n_left > 0)
        g_main_context_iteration (NULL, TRUE);
    }
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  guint *n_left = user_data;
  g_autoptr(GError) error = NULL;

  pln_store_apply_finish (PLN_STORE (source), result, &error);
  g_assert_no_error (error);
  (*n_left)--;
}

/* Both write at the same time; each waits for the other, nothing is lost. */
static void
test_writing_at_once (Fixture       *fixture,
                      gconstpointer  user_data)
{
  guint n_left = 0;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *uid = g_strdup_printf ("%c-%u", i % 2 ? 'a' : 'b', i);
      PlnStore *store = i % 2 ? fixture->one.store : fixture->two.store;

      n_left++;
      pln_store_apply_async (store, change_new_gathering (uid, "Meet-up"), applied_cb, &n_left);
    }
  while (n_left > 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (library_number (&fixture->one, "SELECT count(*) FROM object"), ==, 60);
  g_assert_cmpint (library_number (&fixture->one, "SELECT count(*) FROM step WHERE label LIKE 'Changes%'"), ==, 0);
  library_refresh (&fixture->one);
  expect_sound (&fixture->one);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/two/edits", Fixture, NULL, set_up, test_edits_of_both_stay, tear_down);
  g_test_add ("/store/two/refresh", Fixture, NULL, set_up, test_refresh_sees_the_other, tear_down);
  g_test_add ("/store/two/opening", Fixture, NULL, set_up, test_opening_at_once, tear_down);
  g_test_add ("/store/two/at-once", Fixture, NULL, set_up, test_writing_at_once, tear_down);

  return g_test_run ();
}
