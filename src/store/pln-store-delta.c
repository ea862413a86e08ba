/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-delta.h"

#include <string.h>

/* A delta makes one text from another: so that five hundred steps of undo on
 * a gathering of ten thousand people take kilobytes, not gigabytes. It is a
 * list of two kinds of pieces, each a number n, in groups of seven bits,
 * lowest first: n even, the next n/2 bytes of the delta; n odd, n/2 bytes of
 * the other text, from a position that follows as another number. */

typedef struct
{
  const char *at;
  gsize       length;
} Line;

/* Never NULL, so that one may count from it. */
static const char *
data_of (GBytes *bytes,
         gsize  *size)
{
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, size) : NULL;

  if (data == NULL)
    *size = 0;

  return data != NULL ? data : "";
}

static guint
line_hash (gconstpointer key)
{
  const Line *line = key;
  guint hash = 5381;

  for (gsize i = 0; i < line->length; i++)
    hash = hash * 33 + (guchar) line->at[i];

  return hash;
}

static gboolean
line_equal (gconstpointer a,
            gconstpointer b)
{
  const Line *one = a;
  const Line *two = b;

  return one->length == two->length && memcmp (one->at, two->at, one->length) == 0;
}

static Line
line_at (const char *at,
         const char *end)
{
  const char *feed = memchr (at, '\n', end - at);

  return (Line) { at, (feed != NULL ? feed + 1 : end) - at };
}

static void
append_number (GByteArray *delta,
               guint64     number)
{
  do
    {
      guint8 byte = (number & 0x7f) | (number > 0x7f ? 0x80 : 0);

      g_byte_array_append (delta, &byte, 1);
      number >>= 7;
    }
  while (number > 0);
}

static void
append_own (GByteArray *delta,
            const char *at,
            gsize       length)
{
  if (length == 0)
    return;

  append_number (delta, (guint64) length << 1);
  g_byte_array_append (delta, (const guint8 *) at, length);
}

static void
append_other (GByteArray *delta,
              gsize       position,
              gsize       length)
{
  append_number (delta, (guint64) length << 1 | 1);
  append_number (delta, position);
}

static gsize
common_length (const char *a,
               const char *a_end,
               const char *b,
               const char *b_end)
{
  const char *start = a;

  while (a < a_end && b < b_end && *a == *b)
    {
      a++;
      b++;
    }

  return a - start;
}

/* The first line of each kind; a run is found by its first line. */
static GHashTable *
index_lines (GArray     *lines,
             const char *at,
             const char *end)
{
  GHashTable *table = g_hash_table_new (line_hash, line_equal);

  for (; at < end; at += line_at (at, end).length)
    {
      Line line = line_at (at, end);

      g_array_append_val (lines, line);
    }
  for (guint i = lines->len; i > 0; i--)
    g_hash_table_add (table, &g_array_index (lines, Line, i - 1));

  return table;
}

/**
 * pln_store_delta_new:
 * @from: (nullable): a text
 * @to: another
 *
 * Returns: (transfer full): what [func@store_delta_apply] makes @to of, from
 *   @from
 */
GBytes *
pln_store_delta_new (GBytes *from,
                     GBytes *to)
{
  g_autoptr(GByteArray) delta = g_byte_array_new ();
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr(GHashTable) table = NULL;
  gsize from_size;
  gsize to_size;
  const char *start = data_of (from, &from_size);
  const char *from_end = start + from_size;
  const char *at = data_of (to, &to_size);
  const char *end = at + to_size;
  const char *own = at;             /* what was not found yet */
  const char *next = start;         /* where the other text would go on */

  table = index_lines (lines, start, from_end);
  while (at < end)
    {
      Line line = line_at (at, end);
      const Line *found = NULL;
      gsize length;

      if ((gsize) (from_end - next) >= line.length && memcmp (next, at, line.length) == 0)
        length = common_length (next, from_end, at, end);
      else if ((found = g_hash_table_lookup (table, &line)) != NULL)
        length = common_length (next = found->at, from_end, at, end);
      else
        {
          at += line.length;
          continue;
        }
      append_own (delta, own, at - own);
      append_other (delta, next - start, length);
      at += length;
      next += length;
      own = at;
    }
  append_own (delta, own, at - own);

  return g_byte_array_free_to_bytes (g_steal_pointer (&delta));
}

static gboolean
read_number (const guint8 **at,
             const guint8  *end,
             guint64       *number)
{
  *number = 0;
  for (guint shift = 0; *at < end && shift < 63; shift += 7)
    {
      guint8 byte = *(*at)++;

      *number |= (guint64) (byte & 0x7f) << shift;
      if ((byte & 0x80) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * pln_store_delta_apply:
 * @delta: what [func@store_delta_new] made
 * @from: (nullable): the text that it was made from
 *
 * Returns: (transfer full) (nullable): the other text, or %NULL if the delta
 *   is damaged
 */
GBytes *
pln_store_delta_apply (GBytes *delta,
                       GBytes *from)
{
  g_autoptr(GByteArray) to = g_byte_array_new ();
  gsize delta_size;
  gsize from_size;
  const guint8 *source = (const guint8 *) data_of (from, &from_size);
  const guint8 *at = (const guint8 *) data_of (delta, &delta_size);
  const guint8 *end = at + delta_size;

  while (at < end)
    {
      guint64 length;
      guint64 position = 0;

      if (!read_number (&at, end, &length) || (length & 1 && !read_number (&at, end, &position)))
        return NULL;
      if (length & 1)
        {
          length >>= 1;
          if (position > from_size || length > from_size - position)
            return NULL;
          g_byte_array_append (to, source + position, length);
        }
      else
        {
          length >>= 1;
          if (length > (guint64) (end - at))
            return NULL;
          g_byte_array_append (to, at, length);
          at += length;
        }
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&to));
}
