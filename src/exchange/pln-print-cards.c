/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-print-handout.h"

#include <glib/gi18n.h>

/* A card for each table and round, two on a page: its number to be seen from
 * the door, its question to be read at the table. */

#define A_PAGE      2
#define LEFT_PART   0.36 /* of the width */
#define NUMBER    110.0  /* points */
#define PAD        18.0

typedef struct
{
  PlnPrint         *print;
  const PlnHandout *handout;
  double            width;
  double            height; /* of a card */
} Cards;

static void
add_left (Cards                 *cards,
          const PlnHandoutRound *round,
          const PlnHandoutGroup *group,
          double                 y)
{
  double width = cards->width * LEFT_PART - PAD, bottom = y + cards->height - PAD;
  double number = MIN (NUMBER, cards->height * 0.3), most;

  y = pln_print_put (cards->print, group->number, number, TRUE, PLN_PRINT_BLACK, PLN_PRINT_MARGIN, y + PAD / 2, width, 1);
  most = (bottom - 44 - y) / 2;
  y = pln_print_put (cards->print, group->room, 16, TRUE, PLN_PRINT_BLACK, PLN_PRINT_MARGIN, y, width, most);
  y = pln_print_put (cards->print, group->table, 16, TRUE, PLN_PRINT_BLACK, PLN_PRINT_MARGIN, y, width, most) + 8;
  y = pln_print_put (cards->print, round->name, 12, FALSE, PLN_PRINT_DIM, PLN_PRINT_MARGIN, y, width, 1);
  pln_print_put (cards->print, round->times, 12, FALSE, PLN_PRINT_DIM, PLN_PRINT_MARGIN, y, width, 1);
}

/* Who has something to do, and then all the others. */
static char *
people_words (const PlnHandoutGroup *group)
{
  GString *words = g_string_new (NULL);
  GString *others = g_string_new (NULL);

  for (guint i = 0; i < group->seats->len; i++)
    {
      const PlnHandoutSeat *seat = g_ptr_array_index (group->seats, i);

      if (*seat->role != '\0')
        /* Translators: a role and a name: “Facilitator: Ada Dunnock” */
        g_string_append_printf (words, _("%s: %s"), seat->role, seat->person->name);
      if (*seat->role != '\0')
        g_string_append_c (words, '\n');
      else
        g_string_append_printf (others, "%s%s", others->len > 0 ? _(", ") : "", seat->person->name);
    }
  g_string_append (words, others->str);
  g_string_free (others, TRUE);

  return g_strchomp (g_string_free (words, FALSE));
}

static void
add_right (Cards                 *cards,
           const PlnHandoutGroup *group,
           double                 y)
{
  double x = PLN_PRINT_MARGIN + cards->width * LEFT_PART, width = cards->width * (1 - LEFT_PART);
  double bottom = y + cards->height - PAD;
  g_autofree char *people = people_words (group);

  y = pln_print_put (cards->print, cards->handout->title, 10, FALSE, PLN_PRINT_DIM, x, y + PAD, width, 1) + 6;
  y = pln_print_put (cards->print, *group->topic != '\0' ? group->topic : group->name, 28, TRUE, PLN_PRINT_BLACK, x, y, width,
                     cards->height * 0.3) + 6;
  y = pln_print_put (cards->print, group->question, 14, FALSE, PLN_PRINT_BLACK, x, y, width, cards->height * 0.22) + 8;
  pln_print_put (cards->print, people, 13, FALSE, PLN_PRINT_DIM, x, y, width, MAX (bottom - y - 14, 1));
}

/**
 * pln_print_cards:
 * @print: pages
 * @handout: who sits where
 *
 * Prints a card for each table of each round.
 */
void
pln_print_cards (PlnPrint         *print,
                 const PlnHandout *handout)
{
  Cards cards = { .print = print, .handout = handout };
  guint n = 0;

  cards.width = pln_print_get_width (print) - 2 * PLN_PRINT_MARGIN;
  cards.height = (pln_print_bottom (print) - PLN_PRINT_MARGIN) / A_PAGE;
  for (guint i = 0; i < handout->rounds->len; i++)
    {
      const PlnHandoutRound *round = g_ptr_array_index (handout->rounds, i);

      for (guint j = 0; j < round->groups->len; j++, n++)
        {
          double y = PLN_PRINT_MARGIN + n % A_PAGE * cards.height;

          if (n % A_PAGE == 0)
            {
              pln_print_add_page (print);
              pln_print_add_box (print, PLN_PRINT_BOX_CUT, PLN_PRINT_DIM, PLN_PRINT_MARGIN, y + cards.height, cards.width, 0.6);
            }
          add_left (&cards, round, g_ptr_array_index (round->groups, j), y);
          add_right (&cards, g_ptr_array_index (round->groups, j), y);
        }
    }
  if (n == 0)
    pln_print_nothing (print, handout, _("There are no groups yet."));
}
