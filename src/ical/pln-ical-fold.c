/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-fold.h"

/* RFC 5545, 3.1: lines SHOULD NOT be longer than 75 octets, excluding the line break. */
#define MAX_OCTETS 75

static gboolean
is_continuation_byte (char c)
{
  return ((guchar) c & 0xc0) == 0x80;
}

/**
 * pln_ical_fold_append:
 * @text: where it is written to
 * @line: (array length=length): a content line without its line end
 * @length: the size of @line, in bytes
 * @line_end: what ends a line in @text
 *
 * Appends a content line, folded at 75 octets (RFC 5545, 3.1), but never
 * inside a UTF-8 character.
 */
void
pln_ical_fold_append (GString    *text,
                      const char *line,
                      gsize       length,
                      const char *line_end)
{
  gsize room = MAX_OCTETS;

  while (length > room)
    {
      gsize take = room;

      /* A character has at most three continuation bytes; what has more is no UTF-8. */
      for (guint back = 0; back < 3 && is_continuation_byte (line[take]); back++)
        take--;
      if (is_continuation_byte (line[take]))
        take = room;

      g_string_append_len (text, line, take);
      g_string_append (text, line_end);
      g_string_append_c (text, ' ');
      line += take;
      length -= take;
      room = MAX_OCTETS - 1; /* the blank counts */
    }

  g_string_append_len (text, line, length);
  g_string_append (text, line_end);
}

/**
 * pln_ical_unfold_append:
 * @line: where it is written to
 * @raw: (array length=length): one content line as it lies in a text
 * @length: the size of @raw, in bytes
 *
 * Appends a content line without its folds and its line end. Line ends may be
 * CRLF, LF or CR, a fold continues with a space or a tab.
 */
void
pln_ical_unfold_append (GString    *line,
                        const char *raw,
                        gsize       length)
{
  const char *end = raw + length;
  const char *start = raw;

  for (const char *at = raw; at < end; at++)
    {
      if (G_LIKELY (*at != '\r' && *at != '\n'))
        continue;

      g_string_append_len (line, start, at - start);
      if (*at == '\r' && at + 1 < end && at[1] == '\n')
        at++;
      if (at + 1 < end && (at[1] == ' ' || at[1] == '\t'))
        at++;
      start = at + 1;
    }

  if (start < end)
    g_string_append_len (line, start, end - start);
}
