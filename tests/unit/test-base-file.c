/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-file.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->folder = g_dir_make_tmp ("plenary-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.ics", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_chmod (fixture->folder, 0700);
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* nothing else was left there */
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_write_replaces_the_whole (Fixture       *fixture,
                               gconstpointer  user_data)
{
  g_autoptr(GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) content = NULL;

  g_assert_true (pln_file_write (fixture->path, "a longer text", 13, &error));
  g_assert_true (pln_file_write (fixture->path, "ab\0c", 4, &error));
  g_assert_no_error (error);

  content = pln_file_load (file, 4, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), "ab\0c", 4);
}

static void
test_load_keeps_the_limit (Fixture       *fixture,
                           gconstpointer  user_data)
{
  g_autoptr(GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr(GFile) endless = g_file_new_for_path ("/dev/zero");
  g_autofree char *large = g_strnfill (1000 * 1000, 'x');
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) content = NULL;

  g_assert_true (pln_file_write (fixture->path, large, 1000 * 1000, &error));
  g_assert_null (pln_file_load (file, 1000 * 1000 - 1, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_null (pln_file_load (endless, 1000, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);

  content = pln_file_load (file, 1000 * 1000, NULL, &error);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), large, 1000 * 1000);
}

static void
test_errors_name_the_file (Fixture       *fixture,
                           gconstpointer  user_data)
{
  g_autoptr(GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr(GFile) folder = g_file_new_for_path (fixture->folder);
  g_autofree char *inside = g_build_filename (fixture->folder, "none", "a.ics", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (pln_file_load (file, 10, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "a.ics"));
  g_clear_error (&error);

  g_assert_null (pln_file_load (folder, 10, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);

  g_assert_false (pln_file_write (inside, "", 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "a.ics"));
}

static void
test_failed_write_leaves_nothing (Fixture       *fixture,
                                  gconstpointer  user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0); /* a folder is in the way */
  g_assert_false (pln_file_write (fixture->path, "x", 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

static void
test_hash (void)
{
  g_autofree char *hash = pln_file_hash ("abc", 3);

  g_assert_cmpstr (hash, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); /* FIPS 180-2, B.1 */
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/base/file/write", Fixture, NULL, set_up, test_write_replaces_the_whole, tear_down);
  g_test_add ("/base/file/limit", Fixture, NULL, set_up, test_load_keeps_the_limit, tear_down);
  g_test_add ("/base/file/errors", Fixture, NULL, set_up, test_errors_name_the_file, tear_down);
  g_test_add ("/base/file/failed-write", Fixture, NULL, set_up, test_failed_write_leaves_nothing, tear_down);
  g_test_add_func ("/base/file/hash", test_hash);

  return g_test_run ();
}
