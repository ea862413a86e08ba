/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-library.h"

#include "pln-clock.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define NOW 1311098400 /* 19 July 2011, 18:00 UTC */

static void
got_result_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Runs the main context until the operation is over. */
static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

static void
changed_cb (PlnStore           *store,
            const char *const  *gatherings,
            gboolean            others,
            Library            *library)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; gatherings != NULL && gatherings[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) gatherings[i]);
  g_ptr_array_sort (names, compare_strings);
  g_ptr_array_add (names, NULL);

  library->n_changed++;
  g_free (library->changed);
  library->changed = gatherings != NULL ? g_strjoinv (" ", (char **) names->pdata) : g_strdup ("*");
}

void
library_set_up (Library       *library,
                gconstpointer  user_data)
{
  g_autofree char *above = g_dir_make_tmp ("plenary-XXXXXX", NULL);

  pln_clock_set (NOW);
  library->folder = g_build_filename (above, "library", NULL);
  library_open (library);
}

static void
remove_below (const char *path)
{
  g_autoptr(GDir) folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      remove_below (below);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

void
library_tear_down (Library       *library,
                   gconstpointer  user_data)
{
  g_autofree char *above = g_path_get_dirname (library->folder);

  library_close (library);
  remove_below (above);
  g_free (library->folder);
  g_free (library->changed);
}

gboolean
library_try_open (Library  *library,
                  GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  library->store = pln_store_new (library->folder);
  g_signal_connect (library->store, "changed", G_CALLBACK (changed_cb), library);
  pln_store_open_async (library->store, NULL, got_result_cb, &result);

  return pln_store_open_finish (library->store, wait_for (&result), error);
}

void
library_open (Library *library)
{
  g_autoptr(GError) error = NULL;

  library_try_open (library, &error);
  g_assert_no_error (error);
}

/* All is durable, and nothing keeps the store. */
void
library_close (Library *library)
{
  gpointer weak = library->store;

  if (library->store == NULL)
    return;

  g_object_add_weak_pointer (G_OBJECT (library->store), &weak);
  pln_store_close (library->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&library->store);
  g_assert_null (weak);
}

gboolean
library_try_apply (Library    *library,
                   PlnChange  *change,
                   GError    **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  pln_store_apply_async (library->store, change, got_result_cb, &result);

  return pln_store_apply_finish (library->store, wait_for (&result), error);
}

void
library_apply (Library   *library,
               PlnChange *change)
{
  g_autoptr(GError) error = NULL;

  library_try_apply (library, change, &error);
  g_assert_no_error (error);
}

char *
library_try_undo (Library   *library,
                  gboolean   redo,
                  GError   **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  pln_store_undo_async (library->store, redo, got_result_cb, &result);

  return pln_store_undo_finish (library->store, wait_for (&result), error);
}

char *
library_undo (Library *library)
{
  g_autoptr(GError) error = NULL;
  char *label = library_try_undo (library, FALSE, &error);

  g_assert_no_error (error);

  return label;
}

char *
library_redo (Library *library)
{
  g_autoptr(GError) error = NULL;
  char *label = library_try_undo (library, TRUE, &error);

  g_assert_no_error (error);

  return label;
}

void
library_refresh (Library *library)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  pln_store_refresh_async (library->store, NULL, got_result_cb, &result);
  pln_store_refresh_finish (library->store, wait_for (&result), &error);
  g_assert_no_error (error);
}

GPtrArray *
library_list (Library *library)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *gatherings;

  pln_store_list_gatherings_async (library->store, NULL, got_result_cb, &result);
  gatherings = pln_store_list_gatherings_finish (library->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return gatherings;
}

PlnGathering *
library_try_load (Library     *library,
                  const char  *uid,
                  GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  pln_store_load_gathering_async (library->store, uid, NULL, got_result_cb, &result);

  return pln_store_load_gathering_finish (library->store, wait_for (&result), error);
}

PlnGathering *
library_load (Library    *library,
              const char *uid)
{
  g_autoptr(GError) error = NULL;
  PlnGathering *gathering = library_try_load (library, uid, &error);

  if (gathering == NULL)
    g_assert_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_NOT_FOUND);

  return gathering;
}

PlnEvent *
library_try_event (Library     *library,
                   const char  *uid,
                   const char  *instance,
                   GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  pln_store_load_event_async (library->store, uid, instance, NULL, got_result_cb, &result);

  return pln_store_load_event_finish (library->store, wait_for (&result), error);
}

static void
copy_below (GFile *from,
            GFile *to)
{
  g_autoptr(GFileEnumerator) children = NULL;
  g_autoptr(GError) error = NULL;
  GFileInfo *info;

  g_file_make_directory_with_parents (to, NULL, NULL);
  children = g_file_enumerate_children (from, "standard::name,standard::type", 0, NULL, &error);
  g_assert_no_error (error);
  while (g_file_enumerator_iterate (children, &info, NULL, NULL, &error) && info != NULL)
    {
      g_autoptr(GFile) source = g_file_get_child (from, g_file_info_get_name (info));
      g_autoptr(GFile) target = g_file_get_child (to, g_file_info_get_name (info));

      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        copy_below (source, target);
      else
        g_assert_true (g_file_copy (source, target, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, &error));
    }
  g_assert_no_error (error);
}

/* The library is as that one from now on. */
void
library_take_folder (Library    *library,
                     const char *path)
{
  g_autoptr(GFile) from = g_file_new_for_path (path);
  g_autoptr(GFile) to = g_file_new_for_path (library->folder);

  remove_below (library->folder);
  copy_below (from, to);
}

char *
library_text (Library    *library,
              const char *uid)
{
  const char *uids[] = { uid, NULL };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) objects = NULL;
  PlnStoreObject *object;

  pln_store_get_objects_async (library->store, uids, FALSE, NULL, got_result_cb, &result);
  objects = pln_store_get_objects_finish (library->store, wait_for (&result), &error);
  g_assert_no_error (error);
  if (objects->len == 0)
    return NULL;

  object = g_ptr_array_index (objects, 0);

  return g_strndup (g_bytes_get_data (object->text, NULL), g_bytes_get_size (object->text));
}

static char *
titles (GPtrArray *hits)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_add (names, (gpointer) pln_hit_get_title (g_ptr_array_index (hits, i)));
  g_ptr_array_add (names, NULL);

  return g_strjoinv ("|", (char **) names->pdata);
}

char *
library_search (Library    *library,
                const char *text)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) hits = NULL;

  pln_store_search_async (library->store, text, 10, NULL, got_result_cb, &result);
  hits = pln_store_search_finish (library->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return titles (hits);
}

char *
library_bin (Library *library)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) hits = NULL;

  pln_store_list_bin_async (library->store, NULL, got_result_cb, &result);
  hits = pln_store_list_bin_finish (library->store, wait_for (&result), &error);
  g_assert_no_error (error);

  return titles (hits);
}

char *
library_check (Library *library)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnStoreHealth) health = NULL;

  pln_store_check_async (library->store, NULL, got_result_cb, &result);
  health = pln_store_check_finish (library->store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_ptr_array_sort (health->problems, compare_strings);
  g_ptr_array_add (health->problems, NULL);

  return g_strjoinv ("|", (char **) health->problems->pdata);
}

gboolean
library_backup (Library     *library,
                const char  *path,
                GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GAsyncResult) result = NULL;

  pln_store_backup_async (library->store, file, NULL, got_result_cb, &result);

  return pln_store_backup_finish (library->store, wait_for (&result), error);
}

gboolean
library_restore (Library     *library,
                 const char  *path,
                 GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GAsyncResult) result = NULL;

  pln_store_restore_async (library->store, file, NULL, got_result_cb, &result);

  return pln_store_restore_finish (library->store, wait_for (&result), error);
}

void
library_set_fact (Library    *library,
                  const char *name,
                  const char *value)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  pln_store_set_fact_async (library->store, name, value, got_result_cb, &result);
  pln_store_set_fact_finish (library->store, wait_for (&result), &error);
  g_assert_no_error (error);
}

char *
library_path (Library    *library,
              const char *name)
{
  return g_build_filename (library->folder, name, NULL);
}

char *
library_read (Library    *library,
              const char *name)
{
  g_autofree char *path = library_path (library, name);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);

  return text;
}

void
library_write (Library    *library,
               const char *name,
               const char *text)
{
  g_autofree char *path = library_path (library, name);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

void
library_remove (Library    *library,
                const char *name)
{
  g_autofree char *path = library_path (library, name);

  g_assert_cmpint (g_remove (path), ==, 0);
}

gint64
library_number (Library    *library,
                const char *sql)
{
  g_autofree char *path = library_path (library, "library.db");
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  gint64 number;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 10000);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  number = sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return number;
}

PlnGathering *
gathering_sample (const char *uid,
                  const char *title)
{
  PlnGathering *gathering = pln_gathering_new (uid);
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  g_autoptr(GDateTime) start = g_date_time_new (zone, 2011, 7, 20, 18, 0, 0);
  g_autoptr(GDateTime) end = g_date_time_add_hours (start, 2);

  pln_gathering_set_title (gathering, title);
  pln_gathering_set_times (gathering, start, end, "Europe/London", FALSE);
  pln_gathering_set_location (gathering, "The Crown, Brussels");
  pln_gathering_set_places (gathering, "Gatherings", "Organisers");

  return gathering;
}

char *
event_text (const char *uid,
            const char *title,
            const char *more)
{
  return g_strconcat ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Another//EN\r\nBEGIN:VEVENT\r\nUID:", uid,
                      "\r\nDTSTAMP:20110701T100000Z\r\nDTSTART:20110720T170000Z\r\nDTEND:20110720T190000Z\r\nSUMMARY:",
                      title, "\r\n", more, "END:VEVENT\r\nEND:VCALENDAR\r\n", NULL);
}

PlnChange *
change_put_text (const char *label,
                 const char *calendar,
                 const char *uid,
                 const char *text)
{
  PlnChange *change = pln_change_new (label);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  pln_change_put_text (change, calendar, uid, bytes);

  return change;
}

PlnChange *
change_new_gathering (const char *uid,
                      const char *title)
{
  PlnChange *change = pln_change_new ("New gathering");
  g_autoptr(PlnGathering) gathering = gathering_sample (uid, title);

  pln_change_put_gathering (change, NULL, gathering);

  return change;
}
