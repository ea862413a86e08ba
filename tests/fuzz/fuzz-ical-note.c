/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "pln-ical-note.h"

#include <string.h>

/* Any text as what another program wrote, or somebody pasted: what is made of
 * its lines is read as the same lines again. */
static void
parse (const guint8 *data,
       gsize         size)
{
  g_autofree char *text = size > 0 ? g_strndup ((const char *) data, size) : g_strdup ("");
  g_autoptr(GPtrArray) lines = pln_ical_note_parse (text);
  g_autofree char *rendered = pln_ical_note_render (lines);
  g_autoptr(GPtrArray) again = pln_ical_note_parse (rendered);
  g_autofree char *rendered_again = pln_ical_note_render (again);

  g_assert_true (g_utf8_validate (rendered, -1, NULL));
  g_assert_cmpuint (lines->len, ==, again->len);
  g_assert_cmpstr (rendered, ==, rendered_again);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) settled = pln_ical_note_settle (bytes, &error);

  g_assert_true ((settled == NULL) == (error != NULL));
  if (settled != NULL)
    {
      g_autoptr(GBytes) again = pln_ical_note_settle (settled, NULL);

      g_assert_nonnull (again);
      g_assert_true (g_bytes_equal (settled, again));
    }
  parse (data, size);

  return 0;
}
