/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-file.h"
#include "pln-config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define PREFIX ".plenary-"
#define CHUNK  (256 * 1024)

static char *
sentence_of_reading (int         code,
                     const char *name)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return g_strdup_printf (_("There is no “%s”."), name);
    case G_IO_ERROR_PERMISSION_DENIED:
      return g_strdup_printf (_("You may not read “%s”. Ask the owner of the file."), name);
    case G_IO_ERROR_IS_DIRECTORY:
      return g_strdup_printf (_("“%s” is a folder. Choose a file in it."), name);
    default:
      return g_strdup_printf (_("“%s” cannot be read. The disk or the network may have a fault."), name);
    }
}

/* What GIO says becomes a sentence; the code stays. */
static GError *
explain_reading (GError *why, /* (transfer full) */
                 GFile  *file)
{
  g_autofree char *name = NULL;
  int code;

  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return why;

  g_debug ("%s", why->message);
  code = why->domain == G_IO_ERROR ? why->code : G_IO_ERROR_FAILED;
  name = g_file_get_parse_name (file);
  g_free (why->message);
  why->domain = G_IO_ERROR;
  why->code = code;
  why->message = sentence_of_reading (code, name);

  return why;
}

static GError *
too_large (GFile *file,
           gsize  max_bytes)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *size = g_format_size (max_bytes);

  return g_error_new (G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                      _("“%s” is larger than %s and was not read."), name, size);
}

/**
 * pln_file_load:
 * @file: what to read
 * @max_bytes: how large it may be
 * @cancellable: (nullable): stops the reading
 * @error: return location for a `G_IO_ERROR`; `G_IO_ERROR_NO_SPACE` if it is
 *   too large
 *
 * Reads a whole file, but never more than a limit. The sizes that the file
 * system tells are not believed. May be called from any thread.
 *
 * Returns: (transfer full) (nullable): its content, or %NULL on error
 */
GBytes *
pln_file_load (GFile         *file,
               gsize          max_bytes,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(GError) why = NULL;
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, &why);
  g_autoptr(GByteArray) content = g_byte_array_new ();
  gsize n_read = CHUNK;

  while (stream != NULL && why == NULL && n_read == CHUNK && content->len <= max_bytes)
    {
      guint at = content->len;

      g_byte_array_set_size (content, at + CHUNK);
      g_input_stream_read_all (G_INPUT_STREAM (stream), content->data + at, CHUNK, &n_read, cancellable, &why);
      g_byte_array_set_size (content, at + n_read);
    }

  if (why != NULL)
    g_propagate_error (error, explain_reading (g_steal_pointer (&why), file));
  else if (content->len > max_bytes)
    g_propagate_error (error, too_large (file, max_bytes));
  else
    return g_byte_array_free_to_bytes (g_steal_pointer (&content));

  return NULL;
}

/* errno, and which file it was about, as a sentence. */
static void
explain_writing (GError     **error,
                 int          number,
                 const char  *path)
{
  g_autofree char *name = g_filename_display_name (path);
  int code = g_io_error_from_errno (number);

  g_debug ("%s: %s", name, g_strerror (number));
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   _("The disk is full, “%s” was not written. Make room, then try again."), name);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                   _("You may not write “%s”. Choose another folder, or ask its owner."), name);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("“%s” was not written, as its folder is not there."), name);
      break;
    case EISDIR:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                   _("“%s” was not written, as there is a folder of that name."), name);
      break;
    default:
      g_set_error (error, G_IO_ERROR, code,
                   _("“%s” was not written. The disk may have a fault."), name);
      break;
    }
}

/* A folder cannot be replaced by a file, whatever else the system says. */
static int
reason (int         number,
        const char *path)
{
  return g_file_test (path, G_FILE_TEST_IS_DIR) ? EISDIR : number;
}

static gboolean
write_all (int         fd,
           const char *text,
           gsize       length)
{
  while (length > 0)
    {
      gssize n = write (fd, text, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      text += n;
      length -= n;
    }

  return TRUE;
}

/**
 * pln_file_write_beside:
 * @path: what the file will be called later, see [func@file_rename]
 * @text: (array length=length): its content
 * @length: its size, in bytes
 * @sync: whether to wait until the disk has it
 * @error: return location for a `G_IO_ERROR`
 *
 * Writes a temporary file into the folder of @path.
 *
 * Returns: (transfer full) (nullable): its path, or %NULL on error
 */
char *
pln_file_write_beside (const char  *path,
                       const char  *text,
                       gsize        length,
                       gboolean     sync,
                       GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, PREFIX "XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);
  gboolean done = FALSE;
  int number = errno;

  if (fd >= 0)
    {
      done = write_all (fd, text, length) && (!sync || fsync (fd) == 0);
      number = errno;
      if (close (fd) != 0 && done)
        {
          done = FALSE;
          number = errno;
        }
      if (!done)
        g_unlink (temporary);
    }
  if (!done)
    {
      explain_writing (error, number != ENOSPC && number != EDQUOT ? reason (number, path) : number, path);
      return NULL;
    }

  return g_steal_pointer (&temporary);
}

/**
 * pln_file_rename:
 * @from: a temporary file; it is gone afterwards, also on error
 * @to: its name from now on; what had that name is replaced
 * @error: return location for a `G_IO_ERROR`
 *
 * Returns: %TRUE if it has the name
 */
gboolean
pln_file_rename (const char  *from,
                 const char  *to,
                 GError     **error)
{
  if (g_rename (from, to) == 0)
    return TRUE;

  explain_writing (error, reason (errno, to), to);
  g_unlink (from);

  return FALSE;
}

/**
 * pln_file_sync_folder:
 * @folder: a folder
 * @with_files: not only its names, but all that was written to its file
 *   system; for many files this is far quicker than one after the other
 * @error: return location for a `G_IO_ERROR`
 *
 * Waits until the disk has it.
 *
 * Returns: %TRUE if the disk has it
 */
gboolean
pln_file_sync_folder (const char  *folder,
                      gboolean     with_files,
                      GError     **error)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean done = fd >= 0 && (with_files ? syncfs (fd) : fsync (fd)) == 0;

  /* Some file systems cannot sync a folder, and need not. */
  if (!done && !(fd >= 0 && errno == EINVAL))
    explain_writing (error, errno, folder);
  else
    done = TRUE;
  if (fd >= 0)
    close (fd);

  return done;
}

/**
 * pln_file_write:
 * @path: where to; a file of that name is replaced as a whole
 * @text: (array length=length): its content
 * @length: its size, in bytes
 * @error: return location for a `G_IO_ERROR`
 *
 * Writes a file so that there is, whatever happens, either what was there or
 * all of @text: into a temporary file in the same folder, which then takes the
 * name. On return the disk has it. May be called from any thread.
 *
 * Returns: %TRUE if it was written
 */
gboolean
pln_file_write (const char  *path,
                const char  *text,
                gsize        length,
                GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = pln_file_write_beside (path, text, length, TRUE, error);

  return temporary != NULL
         && pln_file_rename (temporary, path, error)
         && pln_file_sync_folder (folder, FALSE, error);
}

/**
 * pln_file_is_temporary:
 * @name: the name of a file, without its folder
 *
 * Returns: %TRUE if it is one that [func@file_write_beside] makes
 */
gboolean
pln_file_is_temporary (const char *name)
{
  return g_str_has_prefix (name, PREFIX);
}

/**
 * pln_file_hash:
 * @text: (array length=length): any bytes
 * @length: their number
 *
 * Returns: (transfer full): their SHA-256, in hex, lower case
 */
char *
pln_file_hash (const char *text,
               gsize       length)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);
}
