/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-import-private.h"

#include "pln-config.h"
#include "pln-file.h"
#include "pln-ics-import.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_BYTES (100 * 1000 * 1000)

/* The name of a file without its suffix: the title, where it names none. */
static char *
bare_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  char *name = g_filename_display_name (base);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';

  return name;
}

/* A schedule is what it is: there is nothing else that it could become. */
static gboolean
read_schedule (PlnCoreImport  *import,
               GBytes         *bytes,
               const char     *name,
               GError        **error)
{
  PlnCoreSchedule *schedule;

  if (import->as == PLN_IMPORT_AS_EVENTS || import->as == PLN_IMPORT_AS_GATHERINGS)
    {
      g_set_error_literal (error, PLN_EXCHANGE_ERROR, PLN_EXCHANGE_ERROR_UNREADABLE,
                           _("A schedule becomes one gathering with its sessions, nothing else. Nothing was imported."));
      return FALSE;
    }

  schedule = pln_core_schedule_read (bytes, name, import->zone, error);
  if (schedule != NULL)
    g_ptr_array_add (import->schedules, schedule);

  return schedule != NULL;
}

static gboolean
read_calendar (PlnCoreImport  *import,
               GBytes         *bytes,
               const char     *name,
               GError        **error)
{
  g_autoptr(GPtrArray) offers = pln_ics_import_read (bytes, name, import->as, import->own, error);

  if (offers == NULL)
    return FALSE;

  g_ptr_array_extend_and_steal (import->offers, g_steal_pointer (&offers));

  return TRUE;
}

static gboolean
read_file (PlnCoreImport  *import,
           GFile          *file,
           GCancellable   *cancellable,
           GError        **error)
{
  g_autofree char *name = bare_name (file);
  g_autoptr(GBytes) bytes = NULL;
  gboolean done;

  bytes = pln_file_load (file, MOST_BYTES, cancellable, error);
  if (bytes == NULL)
    return FALSE;
  done = pln_schedule_is_one (bytes) ? read_schedule (import, bytes, name, error)
                                     : read_calendar (import, bytes, name, error);
  if (!done && import->files->len > 1)
    /* Translators: the name of a file, before a sentence about it */
    g_prefix_error (error, _("“%s”: "), name);

  return done;
}

/**
 * pln_core_import_read:
 * @import: an import
 * @cancellable: (nullable): stops the reading
 * @error: return location for an error of a file
 *
 * Reads its files. For any thread.
 *
 * Returns: %TRUE if all can be read
 */
gboolean
pln_core_import_read (PlnCoreImport  *import,
                      GCancellable   *cancellable,
                      GError        **error)
{
  for (guint i = 0; i < import->files->len; i++)
    if (!read_file (import, g_ptr_array_index (import->files, i), cancellable, error))
      return FALSE;

  return TRUE;
}
