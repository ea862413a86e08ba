/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-watch.h"
#include "pln-store-files.h"

#include <string.h>

#define QUIET (300 * 1000) /* microseconds; a program that writes several files is let finish */

/* Sees when another program writes to a library: to its database, or to one of
 * its calendars. Our own writing is seen as well; the writer then finds that
 * all is as it knows. */
struct _PlnStoreWatch
{
  char              *folder;
  PlnStoreWatchFunc  function;
  gpointer           user_data;
  GHashTable        *monitors;      /* folder → GFileMonitor */
  GPtrArray         *files;         /* calendar and name in turn, since the last call */
  gboolean           is_structure;  /* whether folders came or went */
  GSource           *source;        /* is ready when it has been quiet */
};

/* A path below the library, as calendar and file; or something else. */
static void
note_path (PlnStoreWatch *watch,
           const char    *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *above = g_path_get_dirname (folder);
  g_autofree char *sort = g_path_get_basename (above);
  g_autofree char *calendar = g_path_get_basename (folder);

  if (!g_str_has_suffix (name, ".ics"))
    {
      if (!g_str_has_prefix (name, PLN_STORE_DB_NAME) && *name != '.')
        watch->is_structure = TRUE;
      return;
    }

  g_ptr_array_add (watch->files, g_str_equal (sort, PLN_STORE_PRIVATE)
                                 ? g_strconcat (PLN_STORE_PRIVATE "/", calendar, NULL)
                                 : g_steal_pointer (&calendar));
  g_ptr_array_add (watch->files, g_steal_pointer (&name));
}

static void
changed_cb (GFileMonitor      *monitor,
            GFile             *file,
            GFile             *other,
            GFileMonitorEvent  event,
            PlnStoreWatch     *watch)
{
  note_path (watch, g_file_peek_path (file));
  if (other != NULL)
    note_path (watch, g_file_peek_path (other));
  g_source_set_ready_time (watch->source, g_get_monotonic_time () + QUIET);
}

static void
watch_folder (PlnStoreWatch *watch,
              const char    *path)
{
  g_autoptr(GFile) folder = g_file_new_for_path (path);
  GFileMonitor *monitor;

  if (g_hash_table_contains (watch->monitors, path))
    return;

  monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (monitor == NULL)
    return; /* then it is seen with the next refresh */

  g_signal_connect (monitor, "changed", G_CALLBACK (changed_cb), watch);
  g_hash_table_insert (watch->monitors, g_strdup (path), monitor);
}

static void
watch_folders (PlnStoreWatch *watch)
{
  PlnStoreDb db = { .folder = watch->folder };
  g_autoptr(GPtrArray) names = pln_store_files_calendars (&db);
  g_autofree char *calendars = g_build_filename (watch->folder, PLN_STORE_CALENDARS, NULL);
  g_autofree char *private = g_build_filename (watch->folder, PLN_STORE_PRIVATE, NULL);

  watch_folder (watch, watch->folder);
  watch_folder (watch, calendars);
  watch_folder (watch, private);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = pln_store_files_folder (&db, g_ptr_array_index (names, i));

      watch_folder (watch, path);
    }
}

static gboolean
quiet_cb (gpointer user_data)
{
  PlnStoreWatch *watch = user_data;
  g_autoptr(GPtrArray) files = g_steal_pointer (&watch->files);
  gboolean is_structure = watch->is_structure;

  watch->files = g_ptr_array_new_with_free_func (g_free);
  watch->is_structure = FALSE;
  g_source_set_ready_time (watch->source, -1);
  if (is_structure)
    watch_folders (watch);
  g_ptr_array_add (files, NULL);
  watch->function (is_structure ? NULL : (const char *const *) files->pdata, watch->user_data);

  return G_SOURCE_CONTINUE;
}

static gboolean
dispatch (GSource     *source,
          GSourceFunc  callback,
          gpointer     user_data)
{
  return callback (user_data);
}

/**
 * pln_store_watch_new:
 * @folder: a library
 * @function: is called when another program may have changed something
 * @user_data: data for @function
 *
 * Returns: (transfer full): a watch over the library
 */
PlnStoreWatch *
pln_store_watch_new (const char        *folder,
                     PlnStoreWatchFunc  function,
                     gpointer           user_data)
{
  static GSourceFuncs functions = { .dispatch = dispatch };
  PlnStoreWatch *watch = g_new0 (PlnStoreWatch, 1);

  watch->folder = g_strdup (folder);
  watch->function = function;
  watch->user_data = user_data;
  watch->monitors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  watch->files = g_ptr_array_new_with_free_func (g_free);
  watch->source = g_source_new (&functions, sizeof (GSource));
  g_source_set_callback (watch->source, quiet_cb, watch, NULL);
  g_source_attach (watch->source, g_main_context_get_thread_default ());
  watch_folders (watch);

  return watch;
}

/**
 * pln_store_watch_free:
 * @watch: (transfer full): a watch
 */
void
pln_store_watch_free (PlnStoreWatch *watch)
{
  g_source_destroy (watch->source);
  g_source_unref (watch->source);
  g_hash_table_unref (watch->monitors);
  g_ptr_array_unref (watch->files);
  g_free (watch->folder);
  g_free (watch);
}
