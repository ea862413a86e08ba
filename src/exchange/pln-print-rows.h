/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-print-programme.h"

G_BEGIN_DECLS

/**
 * PlnPrintRow:
 * @item: what the row is about
 * @size: of its title, in points; the rest follows it
 * @x: where the row begins
 * @width: in points
 * @with_room: whether it says the room
 *
 * One session in a list: its time beside its title, below it who speaks and
 * the track in colour and word.
 */
typedef struct
{
  const PlnProgrammeItem *item;
  double                  size;
  double                  x;
  double                  width;
  gboolean                with_room;
} PlnPrintRow;

double pln_print_row_measure (PlnPrint           *print,
                              const PlnPrintRow  *row,
                              double              most);
void   pln_print_row_add     (PlnPrint           *print,
                              const PlnProgramme *programme,
                              const PlnPrintRow  *row,
                              double              y,
                              double              most);

G_END_DECLS
