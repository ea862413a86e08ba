/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnTableRow:
 * @cells: (element-type utf8): without quotes, as they stand
 * @line: the number of its first line, from 1
 * @at: where it stands in the text
 * @length: how long it is there, in bytes
 *
 * One record of a table.
 */
typedef struct
{
  GPtrArray  *cells;
  guint       line;
  const char *at;
  gsize       length;
} PlnTableRow;

GPtrArray  *pln_table_parse       (const char        *text,
                                   gsize              length,
                                   char               delimiter,
                                   guint              most) G_GNUC_WARN_UNUSED_RESULT;
char        pln_table_detect      (const char        *text,
                                   gsize              length);
const char *pln_table_row_get     (const PlnTableRow *row,
                                   int                column);
void        pln_table_append_row  (GString           *text,
                                   const char *const *cells);

G_END_DECLS
