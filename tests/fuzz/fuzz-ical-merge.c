/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "pln-ical-merge.h"

#include <string.h>

/* An older version of a text: cut short, and ended. */
static GBytes *
cut (const guint8 *data,
     gsize         length)
{
  static const char end[] = "\nEND:VEVENT\nEND:VCALENDAR\n";
  GByteArray *older = g_byte_array_new ();

  g_byte_array_append (older, data, length);
  g_byte_array_append (older, (const guint8 *) end, strlen (end));

  return g_byte_array_free_to_bytes (older);
}

/* Local and remote, parted by a file separator; or one text, of which base and
 * remote are older versions. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const guint8 *separator = size > 0 ? memchr (data, 0x1c, size) : NULL;
  gsize length = separator != NULL ? (gsize) (separator - data) : size;
  g_autoptr(GBytes) base = cut (data, length / 2);
  g_autoptr(GBytes) local = g_bytes_new (data, length);
  g_autoptr(GBytes) remote = separator != NULL ? g_bytes_new (separator + 1, size - length - 1) : cut (data, length / 3);

  for (guint flags = PLN_ICAL_MERGE_NONE; flags <= PLN_ICAL_MERGE_UNDO; flags++)
    {
      g_autoptr(GPtrArray) conflicts = g_ptr_array_new_with_free_func (g_free);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) merged = pln_ical_merge (base, local, remote, flags, conflicts, &error);

      g_assert_true ((merged == NULL) == (error != NULL));
    }

  return 0;
}
