/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-json-flaw.h"

#include <string.h>

/**
 * pln_json_find_flaw:
 * @text: (array length=length): what may be JSON
 * @length: its size, in bytes
 * @most_depth: how many brackets may be open at once
 * @line: (out) (optional): where the flaw is, from 1
 *
 * Looks a text through before a parser reads it. It is linear, and takes no
 * memory.
 *
 * Returns: the first flaw
 */
PlnJsonFlaw
pln_json_find_flaw (const char *text,
                    gsize       length,
                    guint       most_depth,
                    guint      *line)
{
  gboolean in_string = FALSE;
  guint depth = 0;
  guint at = 1;
  PlnJsonFlaw flaw = PLN_JSON_SOUND;

  for (gsize i = 0; i < length && flaw == PLN_JSON_SOUND; i++)
    {
      char c = text[i];

      at += c == '\n';
      if (in_string && c == '\\')
        i++;
      else if (c == '"')
        in_string = !in_string;
      else if (in_string)
        continue;
      else if (c == '{' || c == '[')
        flaw = ++depth > most_depth ? PLN_JSON_DEEP : PLN_JSON_SOUND;
      else if (c == '}' || c == ']')
        depth -= depth > 0;
      else if (!g_ascii_isalnum (c) && (c == '\0' || strchr (" \t\r\n,:+-.", c) == NULL))
        flaw = PLN_JSON_BROKEN;
    }

  if (line != NULL)
    *line = at;

  return flaw;
}
