/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-print-handout.h"

#include <glib/gi18n.h>

/* For the wall: the groups of each round side by side, their numbers so large
 * that they can be found from a step away. */

#define GAP         18.0 /* points: between columns, and between rows */
#define NUMBER      34.0
#define NUMBER_ROOM 56.0
#define TOPIC       13.0
#define ROOM        11.0
#define NAME        12.0
#define LEADING      1.5
#define TWO_LINES    2.6 /* times the size */

typedef struct
{
  PlnPrint              *print;
  const PlnHandout      *handout;
  const PlnHandoutRound *round;
  double                 width; /* of a column */
  double                 y;
} Sheet;

/* As much of a group as goes on one page. */
typedef struct
{
  const PlnHandoutGroup *group;
  guint                  first; /* of its seats */
  guint                  n;
  double                 height;
} Block;

static void
begin_page (Sheet *sheet)
{
  g_autofree char *words = pln_print_round_words (sheet->handout, sheet->round);

  pln_print_add_page (sheet->print);
  sheet->y = pln_print_head (sheet->print, sheet->handout->title, words) + 6;
}

static double
text_width (Sheet *sheet)
{
  return sheet->width - NUMBER_ROOM;
}

static double
head_height (Sheet                 *sheet,
             const PlnHandoutGroup *group)
{
  g_autofree char *room = pln_print_room_words (group);
  double topic = pln_print_need (sheet->print, *group->topic != '\0' ? group->topic : group->name, TOPIC, TRUE,
                                 text_width (sheet), TOPIC * TWO_LINES);

  return 8 + topic + pln_print_need (sheet->print, room, ROOM, FALSE, text_width (sheet), ROOM * TWO_LINES) + 3;
}

static double
seat_height (Sheet                *sheet,
             const PlnHandoutSeat *seat)
{
  g_autofree char *words = pln_print_join (seat->person->name, seat->role);

  return pln_print_need (sheet->print, words, NAME, FALSE, text_width (sheet), NAME * TWO_LINES) + LEADING;
}

static Block
block_of (Sheet                 *sheet,
          const PlnHandoutGroup *group,
          guint                  first,
          double                 most)
{
  Block block = { .group = group, .first = first, .height = head_height (sheet, group) };

  while (first + block.n < group->seats->len)
    {
      double height = seat_height (sheet, g_ptr_array_index (group->seats, first + block.n));

      if (block.n > 0 && block.height + height > most)
        break;
      block.height += height;
      block.n++;
    }
  block.height = MAX (block.height, 8 + NUMBER * 1.5);

  return block;
}

static void
add_block (Sheet       *sheet,
           const Block *block,
           double       x)
{
  const PlnHandoutGroup *group = block->group;
  g_autofree char *room = pln_print_room_words (group);
  double y = sheet->y, at = x + NUMBER_ROOM, width = text_width (sheet);

  pln_print_add_box (sheet->print, PLN_PRINT_BOX_FULL, PLN_PRINT_BLACK, x, y, sheet->width, 1.5);
  pln_print_put (sheet->print, group->number, NUMBER, TRUE, PLN_PRINT_BLACK, x, y + 4, NUMBER_ROOM - 4, 1);
  y = pln_print_put (sheet->print, *group->topic != '\0' ? group->topic : group->name, TOPIC, TRUE, PLN_PRINT_BLACK,
                     at, y + 8, width, TOPIC * TWO_LINES);
  y = pln_print_put (sheet->print, room, ROOM, FALSE, PLN_PRINT_DIM, at, y, width, ROOM * TWO_LINES) + 3;
  for (guint i = block->first; i < block->first + block->n; i++)
    {
      const PlnHandoutSeat *seat = g_ptr_array_index (group->seats, i);
      g_autofree char *words = pln_print_join (seat->person->name, seat->role);

      y = pln_print_put (sheet->print, words, NAME, FALSE, PLN_PRINT_BLACK, at, y, width, NAME * TWO_LINES) + LEADING;
    }
}

static GArray *
blocks_of (Sheet *sheet)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  double most = pln_print_bottom (sheet->print) - sheet->y;

  for (guint i = 0; i < sheet->round->groups->len; i++)
    {
      const PlnHandoutGroup *group = g_ptr_array_index (sheet->round->groups, i);
      guint first = 0;

      do
        {
          Block block = block_of (sheet, group, first, most);

          g_array_append_val (blocks, block);
          first += block.n;
        }
      while (first < group->seats->len);
    }

  return blocks;
}

static void
print_round (Sheet *sheet)
{
  g_autoptr(GArray) blocks = NULL;

  begin_page (sheet);
  if (sheet->round->groups->len == 0)
    pln_print_put (sheet->print, _("This round has no groups yet."), 12, FALSE, PLN_PRINT_DIM, PLN_PRINT_MARGIN, sheet->y,
                   sheet->width, 40);
  blocks = blocks_of (sheet);
  for (guint i = 0; i < blocks->len; i += 2)
    {
      const Block *left = &g_array_index (blocks, Block, i);
      const Block *right = i + 1 < blocks->len ? left + 1 : NULL;
      double height = right != NULL ? MAX (left->height, right->height) : left->height;

      if (sheet->y + height > pln_print_bottom (sheet->print) + 0.5)
        begin_page (sheet);
      add_block (sheet, left, PLN_PRINT_MARGIN);
      if (right != NULL)
        add_block (sheet, right, PLN_PRINT_MARGIN + sheet->width + GAP);
      sheet->y += height + GAP;
    }
}

/**
 * pln_print_groups:
 * @print: pages
 * @handout: who sits where
 *
 * Prints the groups of each round, to be hung on a wall.
 */
void
pln_print_groups (PlnPrint         *print,
                  const PlnHandout *handout)
{
  Sheet sheet = { .print = print, .handout = handout };

  sheet.width = (pln_print_get_width (print) - 2 * PLN_PRINT_MARGIN - GAP) / 2;
  for (guint i = 0; i < handout->rounds->len; i++)
    {
      sheet.round = g_ptr_array_index (handout->rounds, i);
      print_round (&sheet);
    }
}
