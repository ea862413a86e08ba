/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-tz.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAGIC "TZif" /* RFC 9636 */

/* A name that may be looked for among the files of zones: no way out of their
 * folder, no POSIX rule, none of the copies that count leap seconds. */
static gboolean
is_name (const char *name)
{
  if (!g_ascii_isalpha (name[0]) || strlen (name) > 64 || g_str_has_prefix (name, "right/"))
    return FALSE;
  for (const char *at = name; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && strchr ("/_+-", *at) == NULL)
      return FALSE;

  return TRUE;
}

/* The folder holds lists and notes too, which GLib would take for zones. */
static gboolean
is_file_of_zone (const char *name)
{
  const char *folder = g_getenv ("TZDIR");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : "/usr/share/zoneinfo", name, NULL);
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0);
  char start[sizeof MAGIC - 1];
  struct stat about;
  gboolean is_zone = fd >= 0
                     && fstat (fd, &about) == 0
                     && S_ISREG (about.st_mode)
                     && read (fd, start, sizeof start) == (gssize) sizeof start
                     && memcmp (start, MAGIC, sizeof start) == 0;

  if (fd >= 0)
    close (fd);

  return is_zone;
}

/**
 * pln_tz_load:
 * @name: an IANA name, “UTC”, or anything
 *
 * Loads a zone of this computer. Unlike g_time_zone_new_identifier(), it takes
 * neither rules such as “CET-1CEST” nor whatever else lies beside the zones,
 * so that names in foreign files can be given to it. For any thread.
 *
 * Returns: (transfer full) (nullable): the zone, or %NULL if there is none of
 *   that name
 */
GTimeZone *
pln_tz_load (const char *name)
{
  if (g_str_equal (name, "UTC"))
    return g_time_zone_new_utc ();

  return is_name (name) && is_file_of_zone (name) ? g_time_zone_new_identifier (name) : NULL;
}
