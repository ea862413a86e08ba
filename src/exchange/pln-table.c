/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-table.h"

#include <string.h>

#define MOST_CELLS  1000 /* of a row; what is more is left out */
#define LOOK_AT     200  /* rows, to find out what divides the cells */

typedef struct
{
  const char *at;
  const char *end;
  char        delimiter;
  guint       line;
  gboolean    no_more_quotes; /* one was never closed: they are plain text */
} Parser;

static void
row_free (PlnTableRow *row)
{
  g_ptr_array_unref (row->cells);
  g_free (row);
}

/* The quote that closes the one before @at; a doubled one stands for itself. */
static const char *
closing_quote (const char *at,
               const char *end)
{
  while ((at = memchr (at, '"', (gsize) (end - at))) != NULL)
    {
      if (at + 1 == end || at[1] != '"')
        return at;
      at += 2;
      if (at >= end)
        return NULL;
    }

  return NULL;
}

static char *
quoted_cell (Parser     *parser,
             const char *close)
{
  GString *cell = g_string_sized_new ((gsize) (close - parser->at));

  for (const char *at = parser->at + 1; at < close; at++)
    {
      parser->line += *at == '\n';
      g_string_append_c (cell, *at);
      if (*at == '"')
        at++;
    }
  parser->at = close + 1;

  return g_string_free (cell, FALSE);
}

static gboolean
ends_cell (const Parser *parser)
{
  return parser->at == parser->end || *parser->at == parser->delimiter || *parser->at == '\n';
}

static char *
next_cell (Parser *parser)
{
  const char *start = parser->at;
  char *cell = NULL;

  if (start < parser->end && *start == '"' && !parser->no_more_quotes)
    {
      const char *close = closing_quote (start + 1, parser->end);

      if (close != NULL)
        cell = quoted_cell (parser, close);
      else
        parser->no_more_quotes = TRUE;
    }
  if (cell != NULL)
    {
      while (!ends_cell (parser)) /* blanks, or what does not belong there */
        parser->at++;
      return cell;
    }

  while (!ends_cell (parser))
    parser->at++;

  return g_strndup (start, (gsize) (parser->at - start));
}

static PlnTableRow *
next_row (Parser *parser)
{
  PlnTableRow *row = g_new0 (PlnTableRow, 1);

  row->cells = g_ptr_array_new_with_free_func (g_free);
  row->line = parser->line;
  row->at = parser->at;
  for (;;)
    {
      g_autofree char *cell = next_cell (parser);

      if (row->cells->len < MOST_CELLS)
        g_ptr_array_add (row->cells, g_strstrip (g_steal_pointer (&cell)));
      if (parser->at == parser->end || *parser->at == '\n')
        break;
      parser->at++; /* the delimiter */
    }
  row->length = (gsize) (parser->at - row->at);
  if (parser->at < parser->end)
    parser->at++;
  parser->line++;

  return row;
}

static gboolean
is_blank (const PlnTableRow *row)
{
  for (guint i = 0; i < row->cells->len; i++)
    if (*(char *) g_ptr_array_index (row->cells, i) != '\0')
      return FALSE;

  return TRUE;
}

/**
 * pln_table_parse:
 * @text: (array length=length): a table (RFC 4180), lines ending in LF
 * @length: the size of @text, in bytes
 * @delimiter: what divides the cells
 * @most: how many rows to read at most; 0 for all
 *
 * Takes a table apart. Rows without a word are left out. A quote that is never
 * closed is plain text, so that it cannot swallow the rest.
 *
 * Returns: (transfer full) (element-type PlnTableRow): the rows, valid as long
 *   as @text
 */
GPtrArray *
pln_table_parse (const char *text,
                 gsize       length,
                 char        delimiter,
                 guint       most)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  Parser parser = { text, text + length, delimiter, 1, FALSE };

  while (parser.at < parser.end && (most == 0 || rows->len < most))
    {
      PlnTableRow *row = next_row (&parser);

      if (is_blank (row))
        row_free (row);
      else
        g_ptr_array_add (rows, row);
    }

  return rows;
}

/* How many columns nearly all rows have; 1 if they differ. */
static guint
count_columns (GPtrArray *rows)
{
  g_autoptr(GHashTable) widths = g_hash_table_new (NULL, NULL);
  guint best = 1;

  for (guint i = 0; i < rows->len; i++)
    {
      guint width = ((PlnTableRow *) g_ptr_array_index (rows, i))->cells->len;
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (widths, GUINT_TO_POINTER (width))) + 1;

      g_hash_table_insert (widths, GUINT_TO_POINTER (width), GUINT_TO_POINTER (n));
      if (n * 10 >= rows->len * 9)
        best = width;
    }

  return best;
}

/**
 * pln_table_detect:
 * @text: (array length=length): what may be a table, lines ending in LF
 * @length: the size of @text, in bytes
 *
 * Returns: what divides its cells: a tab, a semicolon or a comma; `\0` if it
 *   is no table
 */
char
pln_table_detect (const char *text,
                  gsize       length)
{
  static const char delimiters[] = { '\t', ';', ',' };
  guint most = 1;
  char found = '\0';

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      g_autoptr(GPtrArray) rows = pln_table_parse (text, length, delimiters[i], LOOK_AT);
      guint columns = count_columns (rows);

      if (columns > most)
        {
          most = columns;
          found = delimiters[i];
        }
    }

  return found;
}

/**
 * pln_table_row_get:
 * @row: a row
 * @column: from 0; -1 for none
 *
 * Returns: (transfer none): the cell, "" if there is none
 */
const char *
pln_table_row_get (const PlnTableRow *row,
                   int                column)
{
  return column >= 0 && (guint) column < row->cells->len ? g_ptr_array_index (row->cells, column) : "";
}

/* Without a delimiter. What a spreadsheet would run as a formula gets an
 * apostrophe in front, which shows that it is text. */
static void
append_cell (GString    *text,
             const char *cell)
{
  gboolean is_formula = *cell != '\0' && strchr ("=+-@\t\r", *cell) != NULL;
  gboolean quoted = is_formula || strpbrk (cell, "\",;\t\r\n") != NULL;

  if (quoted)
    g_string_append_c (text, '"');
  if (is_formula)
    g_string_append_c (text, '\'');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *cell);
    }
  if (quoted)
    g_string_append_c (text, '"');
}

/**
 * pln_table_append_row:
 * @text: a table that is being written
 * @cells: (array zero-terminated=1): the cells of its next row
 *
 * Appends a row (RFC 4180, 2).
 */
void
pln_table_append_row (GString           *text,
                      const char *const *cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      append_cell (text, cells[i]);
    }
  g_string_append (text, "\r\n");
}
