/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-print-handout.h"

#include <glib/gi18n.h>

/* For the door of each room: which groups meet behind it, round by round. */

#define ROOM       44.0 /* points */
#define ROUND      18.0
#define GROUP      16.0
#define TABLE_PART 0.3  /* of the width */
#define TWO_LINES  2.6  /* times the size */

typedef struct
{
  PlnPrint         *print;
  const PlnHandout *handout;
  const char       *room;
  double            width;
  double            y;
} Sign;

static void
begin_page (Sign *sign)
{
  pln_print_add_page (sign->print);
  sign->y = pln_print_head (sign->print, sign->handout->title, "");
  sign->y = pln_print_put (sign->print, sign->room, ROOM, TRUE, PLN_PRINT_BLACK, PLN_PRINT_MARGIN, sign->y, sign->width,
                           ROOM * TWO_LINES) + 10;
}

static void
add_group (Sign                  *sign,
           const PlnHandoutGroup *group)
{
  double of_words = sign->width * (1 - TABLE_PART);
  g_autofree char *words = pln_print_group_words (group);
  double height = pln_print_need (sign->print, words, GROUP, FALSE, of_words - 12, GROUP * TWO_LINES);

  if (sign->y + height > pln_print_bottom (sign->print))
    begin_page (sign);
  pln_print_put (sign->print, words, GROUP, FALSE, PLN_PRINT_BLACK, PLN_PRINT_MARGIN, sign->y, of_words - 12, GROUP * TWO_LINES);
  pln_print_put (sign->print, group->table, GROUP, TRUE, PLN_PRINT_BLACK, PLN_PRINT_MARGIN + of_words, sign->y,
                 sign->width - of_words, 1);
  sign->y += MAX (height, GROUP * 1.4) + 4;
}

static void
add_round (Sign                  *sign,
           const PlnHandoutRound *round)
{
  g_autofree char *words = pln_print_round_words (sign->handout, round);
  gboolean is_begun = FALSE;

  for (guint i = 0; i < round->groups->len; i++)
    {
      const PlnHandoutGroup *group = g_ptr_array_index (round->groups, i);

      if (!g_str_equal (group->room, sign->room))
        continue;
      if (!is_begun && sign->y + ROUND * 2 + GROUP * TWO_LINES > pln_print_bottom (sign->print))
        begin_page (sign);
      if (!is_begun)
        {
          sign->y = pln_print_put (sign->print, words, ROUND, TRUE, PLN_PRINT_BLACK, PLN_PRINT_MARGIN, sign->y, sign->width, 1) + 2;
          pln_print_add_box (sign->print, PLN_PRINT_BOX_FULL, PLN_PRINT_LINE, PLN_PRINT_MARGIN, sign->y, sign->width, 0.75);
          sign->y += 5;
        }
      is_begun = TRUE;
      add_group (sign, group);
    }
  if (is_begun)
    sign->y += 14;
}

/**
 * pln_print_signs:
 * @print: pages
 * @handout: who sits where
 *
 * Prints a sign for the door of each room that groups meet in.
 */
void
pln_print_signs (PlnPrint         *print,
                 const PlnHandout *handout)
{
  Sign sign = { .print = print, .handout = handout, .width = pln_print_get_width (print) - 2 * PLN_PRINT_MARGIN };

  for (guint i = 0; i < handout->rooms->len; i++)
    {
      sign.room = g_ptr_array_index (handout->rooms, i);
      begin_page (&sign);
      for (guint j = 0; j < handout->rounds->len; j++)
        add_round (&sign, g_ptr_array_index (handout->rounds, j));
    }
  if (handout->rooms->len == 0)
    pln_print_nothing (print, handout, _("No group has a room yet."));
}
