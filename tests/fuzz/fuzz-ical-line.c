/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "pln-ical-line.h"

#include <string.h>

static void
try_line (const char *text,
          gsize       length)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnIcalLine) line = pln_ical_line_parse (text, length, &error);
  g_autoptr(PlnIcalLine) again = NULL;
  g_autofree char *written = NULL;
  g_autofree char *said = NULL;
  g_autofree char *key = NULL;
  g_auto(GStrv) values = NULL;

  g_assert_true ((line == NULL) == (error != NULL));
  if (line == NULL)
    return;

  said = pln_ical_line_get_text (line);
  key = pln_ical_address_key (line->value);
  values = pln_ical_line_get_list (line);
  written = pln_ical_line_write_unfolded (line, NULL);
  if (written == NULL)
    return;

  /* What was written is read, and says the same. */
  again = pln_ical_line_parse (written, strlen (written), NULL);
  g_assert_nonnull (again);
  g_assert_cmpstr (again->value, ==, line->value);
  g_assert_cmpuint (again->parameters->len, ==, line->parameters->len);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const char *at = (const char *) data;

  while (size > 0)
    {
      const char *next = memchr (at, '\n', size);
      gsize length = next != NULL ? (gsize) (next - at) : size;
      gsize taken = next != NULL ? length + 1 : length;

      try_line (at, length);
      at += taken;
      size -= taken;
    }

  return 0;
}
