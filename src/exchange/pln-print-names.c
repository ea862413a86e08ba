/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-print-handout.h"

#include <glib/gi18n.h>

/* For the wall: everybody by name, with the group of each round. */

#define SIZE      10.5
#define ROW       18.0 /* points */
#define AT_ONCE   4    /* rounds side by side */
#define NAME_PART 0.36 /* of the width */

typedef struct
{
  PlnPrint         *print;
  const PlnHandout *handout;
  guint             first; /* of the rounds that are side by side … */
  guint             n;     /* … how many they are */
  double            width;
  double            y;
} Sheet;

static double
column_width (Sheet *sheet)
{
  return sheet->width * (1 - NAME_PART) / sheet->n;
}

static double
column_x (Sheet *sheet,
          guint  column)
{
  return PLN_PRINT_MARGIN + sheet->width * NAME_PART + column * column_width (sheet);
}

static void
begin_page (Sheet *sheet)
{
  double y, bottom = 0;

  pln_print_add_page (sheet->print);
  y = pln_print_head (sheet->print, sheet->handout->title, _("Find your name")) + 4;
  for (guint i = 0; i < sheet->n; i++)
    {
      const PlnHandoutRound *round = g_ptr_array_index (sheet->handout->rounds, sheet->first + i);
      double width = column_width (sheet) - 8, x = column_x (sheet, i), end;

      end = pln_print_put (sheet->print, round->name, SIZE, TRUE, PLN_PRINT_BLACK, x, y, width, 1);
      if (!sheet->handout->is_one_day)
        end = pln_print_put (sheet->print, round->day, SIZE - 2, FALSE, PLN_PRINT_DIM, x, end, width, 1);
      end = pln_print_put (sheet->print, round->times, SIZE - 1, FALSE, PLN_PRINT_DIM, x, end, width, 1);
      bottom = MAX (bottom, end);
    }
  pln_print_add_box (sheet->print, PLN_PRINT_BOX_FULL, PLN_PRINT_BLACK, PLN_PRINT_MARGIN, bottom + 3, sheet->width, 1);
  sheet->y = bottom + 7;
}

/* “7 · Room 2, table 7” */
static char *
cell_words (const PlnHandoutGroup *group)
{
  g_autofree char *room = pln_print_room_words (group);

  return pln_print_join (*group->number != '\0' ? group->number : group->name, room);
}

static void
add_person (Sheet                  *sheet,
            const PlnHandoutPerson *person,
            gboolean                is_shaded)
{
  if (is_shaded)
    pln_print_add_box (sheet->print, PLN_PRINT_BOX_FULL, "#f3f3f4", PLN_PRINT_MARGIN, sheet->y, sheet->width, ROW);
  pln_print_put (sheet->print, person->name, SIZE, TRUE, PLN_PRINT_BLACK, PLN_PRINT_MARGIN + 3, sheet->y + 1.5,
                 sheet->width * NAME_PART - 11, 1);
  for (guint i = 0; i < sheet->n; i++)
    {
      const PlnHandoutSeat *seat = g_ptr_array_index (person->seats, sheet->first + i);
      g_autofree char *words = seat != NULL ? cell_words (seat->group) : g_strdup ("–");

      pln_print_put (sheet->print, words, SIZE, FALSE, seat != NULL ? PLN_PRINT_BLACK : PLN_PRINT_DIM, column_x (sheet, i),
                     sheet->y + 1.5, column_width (sheet) - 8, 1);
    }
  sheet->y += ROW;
}

/**
 * pln_print_names:
 * @print: pages
 * @handout: who sits where
 *
 * Prints everybody by name, to be hung on a wall; nothing if nobody sits
 * anywhere.
 */
void
pln_print_names (PlnPrint         *print,
                 const PlnHandout *handout)
{
  Sheet sheet = { .print = print, .handout = handout, .width = pln_print_get_width (print) - 2 * PLN_PRINT_MARGIN };

  for (sheet.first = 0; handout->people->len > 0 && sheet.first < handout->rounds->len; sheet.first += AT_ONCE)
    {
      sheet.n = MIN (AT_ONCE, handout->rounds->len - sheet.first);
      begin_page (&sheet);
      for (guint i = 0; i < handout->people->len; i++)
        {
          if (sheet.y + ROW > pln_print_bottom (print))
            begin_page (&sheet);
          add_person (&sheet, g_ptr_array_index (handout->people, i), i % 2 == 0);
        }
    }
}
