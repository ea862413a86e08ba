/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-text-decode.h"

#include <string.h>

#define UTF8_BOM "\xef\xbb\xbf"

/**
 * pln_text_decode:
 * @text: (array length=length): the content of a file
 * @length: the size of @text, in bytes
 *
 * Makes UTF-8 of what programs write: UTF-8 and UTF-16 with a mark, UTF-8
 * without, or the old Windows character set.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if it is none
 */
char *
pln_text_decode (const char *text,
                 gsize       length)
{
  char *decoded = NULL;

  if (length == 0)
    return g_strdup (""); /* then text may be NULL: GBytes has it so */

  if (length >= 2 && memcmp (text, "\xff\xfe", 2) == 0)
    decoded = g_convert (text + 2, (gssize) length - 2, "UTF-8", "UTF-16LE", NULL, NULL, NULL);
  else if (length >= 2 && memcmp (text, "\xfe\xff", 2) == 0)
    decoded = g_convert (text + 2, (gssize) length - 2, "UTF-8", "UTF-16BE", NULL, NULL, NULL);
  else if (g_utf8_validate_len (text, length, NULL))
    {
      gsize mark = length >= 3 && memcmp (text, UTF8_BOM, 3) == 0 ? 3 : 0;

      decoded = g_strndup (text + mark, length - mark);
    }
  else if (memchr (text, '\0', length) == NULL)
    decoded = g_convert_with_fallback (text, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL, NULL);

  return decoded;
}
