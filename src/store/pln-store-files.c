/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-files.h"

#include "pln-clock.h"
#include "pln-config.h"
#include "pln-file.h"
#include "pln-ical-text.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define SUFFIX           ".ics"
#define MAX_NAME         120
#define MAX_CALENDAR     100
#define ABANDONED_SECONDS (60 * 60)

/**
 * pln_store_file_free:
 * @file: (transfer full): a file
 */
void
pln_store_file_free (PlnStoreFile *file)
{
  g_free (file->calendar);
  g_free (file->name);
  g_free (file);
}

static PlnStoreFile *
file_new (const char        *calendar,
          const char        *name,
          const struct stat *status)
{
  PlnStoreFile *file = g_new0 (PlnStoreFile, 1);

  file->calendar = g_strdup (calendar);
  file->name = g_strdup (name);
  file->size = S_ISREG (status->st_mode) ? status->st_size : -1;
  file->time = status->st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + status->st_mtim.tv_nsec;
  file->inode = status->st_ino;

  return file;
}

/**
 * pln_store_files_folder:
 * @db: a library
 * @calendar: "NAME", or "private/NAME"
 *
 * Returns: (transfer full): the folder of a calendar, which need not be there
 */
char *
pln_store_files_folder (PlnStoreDb *db,
                        const char *calendar)
{
  return g_build_filename (db->folder,
                           g_str_has_prefix (calendar, PLN_STORE_PRIVATE "/") ? "." : PLN_STORE_CALENDARS,
                           calendar, NULL);
}

/**
 * pln_store_files_check_calendar:
 * @calendar: "NAME", or "private/NAME"
 * @error: return location for `PLN_STORE_ERROR_REFUSED`
 *
 * Returns: %TRUE if the name can stand for a folder, here and elsewhere
 */
gboolean
pln_store_files_check_calendar (const char  *calendar,
                                GError     **error)
{
  const char *name = g_str_has_prefix (calendar, PLN_STORE_PRIVATE "/")
                     ? calendar + strlen (PLN_STORE_PRIVATE "/") : calendar;
  gsize length = strlen (name);

  if (length > 0 && length <= MAX_CALENDAR && *name != '.'
      && strpbrk (name, "/\\:*?\"<>|") == NULL
      && g_utf8_validate (name, -1, NULL))
    return TRUE;

  g_set_error (error, PLN_STORE_ERROR, PLN_STORE_ERROR_REFUSED,
               _("“%s” cannot be the name of a calendar. Choose one without a slash or a leading dot."), calendar);

  return FALSE;
}

static gboolean
is_plain_name (const char *uid)
{
  gsize length = strlen (uid);

  return length > 0 && length <= MAX_NAME && *uid != '.'
         && strspn (uid, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789@._-") == length;
}

/**
 * pln_store_files_new_name:
 * @db: a library
 * @calendar: where the file will lie
 * @uid: the object that it will hold
 * @hashed: %TRUE if its plain name is taken by something that is not ours
 * @error: return location for a [error@StoreError]
 *
 * Names a file after the UID, if that is a name everywhere and no other file
 * has it but for case; else after its SHA-256.
 *
 * Returns: (transfer full) (nullable): the name, or %NULL on error
 */
char *
pln_store_files_new_name (PlnStoreDb  *db,
                          const char  *calendar,
                          const char  *uid,
                          gboolean     hashed,
                          GError     **error)
{
  g_autofree char *hash = NULL;

  if (!hashed && is_plain_name (uid))
    {
      g_autofree char *name = g_strconcat (uid, SUFFIX, NULL);
      gint64 n_twins = pln_store_db_number (db, error,
                                            "SELECT count(*) FROM object WHERE calendar = ? "
                                            "AND file_name = ? COLLATE NOCASE AND uid <> ?",
                                            "sss", calendar, name, uid);

      if (n_twins <= 0)
        return n_twins == 0 ? g_steal_pointer (&name) : NULL;
    }

  hash = pln_file_hash (uid, strlen (uid));

  return g_strconcat ("u-", hash, SUFFIX, NULL);
}

/**
 * pln_store_file_look:
 * @db: a library
 * @calendar: a calendar
 * @name: the name of a file there
 *
 * Looks at a file without reading it. Links are not followed.
 *
 * Returns: (transfer full) (nullable): what is there, if there is anything
 */
PlnStoreFile *
pln_store_file_look (PlnStoreDb *db,
                     const char *calendar,
                     const char *name)
{
  g_autofree char *folder = pln_store_files_folder (db, calendar);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct stat status;

  return lstat (path, &status) == 0 ? file_new (calendar, name, &status) : NULL;
}

/**
 * pln_store_file_load:
 * @db: a library
 * @file: a file in it
 * @error: return location for a `G_IO_ERROR`, with a sentence that need not
 *   name the file
 *
 * Returns: (transfer full) (nullable): what is in it
 */
GBytes *
pln_store_file_load (PlnStoreDb    *db,
                     PlnStoreFile  *file,
                     GError       **error)
{
  g_autofree char *folder = pln_store_files_folder (db, file->calendar);
  g_autofree char *path = g_build_filename (folder, file->name, NULL);
  g_autoptr(GFile) place = g_file_new_for_path (path);

  if (file->size < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                           _("It is a link or a folder, which is not followed. Put the file itself there."));
      return NULL;
    }

  return pln_file_load (place, PLN_ICAL_MAX_BYTES, NULL, error);
}

/**
 * pln_store_file_remember:
 * @db: the writer's connection
 * @file: a file as it is
 * @id: the number of its object
 * @hash: the hash of what is in it
 * @error: return location for a [error@StoreError]
 *
 * Notes how the file of an object looks, so that it need not be read as long
 * as it looks so.
 *
 * Returns: %TRUE if that was noted
 */
gboolean
pln_store_file_remember (PlnStoreDb    *db,
                         PlnStoreFile  *file,
                         gint64         id,
                         const char    *hash,
                         GError       **error)
{
  return pln_store_db_run (db, error,
                           "UPDATE object SET file_hash = ?, file_size = ?, file_time = ?, file_inode = ?, file_entry ="
                           "  (SELECT coalesce (max (seq), 0) FROM sqlite_sequence WHERE name = 'journal') "
                           "WHERE id = ?", "siiii", hash, file->size, file->time, file->inode, id);
}

/* UID of one component, NULL if it has none. */
static char *
read_uid (PlnIcalText *text,
          guint        part)
{
  g_autoptr(PlnIcalLine) line = pln_ical_text_get_line (text, part, "UID");

  return line != NULL && *line->value != '\0' ? pln_ical_line_get_text (line) : NULL;
}

/**
 * pln_store_files_read_uid:
 * @text: what is in a file
 * @error: return location for a [error@IcalError], or
 *   `PLN_STORE_ERROR_REFUSED` with a sentence, without the file's name
 *
 * Looks whether a text can be the file of one object: whole, and of one UID.
 *
 * Returns: (transfer full) (nullable): the UID of its object
 */
char *
pln_store_files_read_uid (GBytes  *text,
                          GError **error)
{
  g_autoptr(PlnIcalText) calendar = pln_ical_text_new (text, error);
  g_autofree char *uid = NULL;
  const char *problem = NULL;

  if (calendar == NULL)
    return NULL;

  for (guint i = 0; problem == NULL && i < pln_ical_text_get_n_parts (calendar); i++)
    {
      const PlnIcalPart *part = pln_ical_text_get_part (calendar, i);
      gboolean is_object = g_str_equal (part->name, "VEVENT")
                           || g_str_equal (part->name, "VTODO")
                           || g_str_equal (part->name, "VJOURNAL");
      g_autofree char *own = is_object ? read_uid (calendar, i) : NULL;

      problem = part->flaw;
      if (problem != NULL || !is_object)
        continue;
      if (own == NULL)
        problem = _("It holds an object without a UID.");
      else if (uid == NULL)
        uid = g_steal_pointer (&own);
      else if (!g_str_equal (uid, own))
        problem = _("It holds several objects. Import it, instead of putting it there.");
    }
  if (problem == NULL && uid == NULL)
    problem = _("It holds no object.");
  if (problem == NULL)
    return g_steal_pointer (&uid);

  g_set_error_literal (error, PLN_STORE_ERROR, PLN_STORE_ERROR_REFUSED, problem);

  return NULL;
}

static gboolean
is_folder (const char *path)
{
  struct stat status;

  return lstat (path, &status) == 0 && S_ISDIR (status.st_mode);
}

static void
list_calendars_of (GPtrArray  *calendars,
                   const char *folder,
                   const char *prefix)
{
  g_autoptr(GDir) directory = is_folder (folder) ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *calendar = g_strconcat (prefix, name, NULL);

      if (pln_store_files_check_calendar (calendar, NULL) && is_folder (path))
        g_ptr_array_add (calendars, g_steal_pointer (&calendar));
    }
}

/**
 * pln_store_files_calendars:
 * @db: a library
 *
 * Returns: (transfer full) (element-type utf8): the calendars that have a
 *   folder
 */
GPtrArray *
pln_store_files_calendars (PlnStoreDb *db)
{
  g_autofree char *calendars = g_build_filename (db->folder, PLN_STORE_CALENDARS, NULL);
  g_autofree char *own = g_build_filename (db->folder, PLN_STORE_PRIVATE, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  list_calendars_of (names, calendars, "");
  list_calendars_of (names, own, PLN_STORE_PRIVATE "/");

  return names;
}

/* A program that was killed while it wrote left it there. */
static void
remove_if_abandoned (const char        *path,
                     const struct stat *status)
{
  if (pln_clock_since (status->st_mtim.tv_sec) > ABANDONED_SECONDS)
    g_unlink (path);
}

static void
list_files_of (PlnStoreDb *db,
               const char *calendar,
               GPtrArray  *files)
{
  g_autofree char *folder = pln_store_files_folder (db, calendar);
  g_autoptr(GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      struct stat status;

      if (lstat (path, &status) != 0)
        continue;
      if (pln_file_is_temporary (name))
        remove_if_abandoned (path, &status);
      else if (*name != '.' && g_str_has_suffix (name, SUFFIX) && g_utf8_validate (name, -1, NULL))
        g_ptr_array_add (files, file_new (calendar, name, &status));
    }
}

/**
 * pln_store_files_list:
 * @db: a library
 *
 * Lists the calendar files of a library, without reading them. What programs
 * that were killed left behind is cleared away.
 *
 * Returns: (transfer full) (element-type PlnStoreFile): the files
 */
GPtrArray *
pln_store_files_list (PlnStoreDb *db)
{
  g_autoptr(GPtrArray) calendars = pln_store_files_calendars (db);
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_store_file_free);

  for (guint i = 0; i < calendars->len; i++)
    list_files_of (db, g_ptr_array_index (calendars, i), files);

  return files;
}
