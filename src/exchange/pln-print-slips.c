/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-print-handout.h"

#include <glib/gi18n.h>

/* “My rounds”: a slip for each person, to be cut along dashed lines. All slips
 * are equally high, so that a pile of sheets can be cut at once. */

#define PAD       12.0 /* points: between a cut and the words */
#define TITLE      8.0
#define NAME      15.0
#define TIME       9.0
#define DAY        7.5
#define GROUP     10.0
#define ROOM       9.0
#define TIME_ROOM 76.0
#define TWO_LINES  2.6 /* times the size */
#define GAP        4.0

typedef struct
{
  PlnPrint         *print;
  const PlnHandout *handout;
  double            width;  /* of a slip, and … */
  double            height; /* … its height */
  guint             n;      /* rounds on a slip */
} Slips;

static double
words_width (Slips *slips)
{
  return slips->width - 2 * PAD;
}

/* @is_drawn: or else only measured. Returns: where it ends */
static double
do_round (Slips                 *slips,
          const PlnHandoutRound *round,
          const PlnHandoutSeat  *seat,
          double                 x,
          double                 y,
          gboolean               is_drawn)
{
  g_autofree char *group = pln_print_group_words (seat->group);
  g_autofree char *place = pln_print_room_words (seat->group);
  g_autofree char *room = pln_print_join (place, seat->role);
  const char *when = *round->times != '\0' ? round->times : round->name, *day = slips->handout->is_one_day ? "" : round->day;
  double width = words_width (slips) - TIME_ROOM, at = x + TIME_ROOM, of_time = TIME_ROOM - 6;
  double left, right;

  y += GAP;
  if (!is_drawn)
    {
      left = pln_print_need (slips->print, when, TIME, TRUE, of_time, TIME * TWO_LINES)
             + pln_print_need (slips->print, day, DAY, FALSE, of_time, DAY * TWO_LINES);
      right = pln_print_need (slips->print, group, GROUP, TRUE, width, GROUP * TWO_LINES)
              + pln_print_need (slips->print, room, ROOM, FALSE, width, ROOM * TWO_LINES);
      return y + MAX (left, right);
    }

  left = pln_print_put (slips->print, when, TIME, TRUE, PLN_PRINT_BLACK, x, y, of_time, TIME * TWO_LINES);
  left = pln_print_put (slips->print, day, DAY, FALSE, PLN_PRINT_DIM, x, left, of_time, DAY * TWO_LINES);
  right = pln_print_put (slips->print, group, GROUP, TRUE, PLN_PRINT_BLACK, at, y, width, GROUP * TWO_LINES);
  right = pln_print_put (slips->print, room, ROOM, FALSE, PLN_PRINT_BLACK, at, right, width, ROOM * TWO_LINES);

  return MAX (left, right);
}

static double
do_slip (Slips                  *slips,
         const PlnHandoutPerson *person,
         guint                   first,
         double                  x,
         double                  y,
         gboolean                is_drawn)
{
  double width = words_width (slips);
  guint end = MIN (first + slips->n, slips->handout->rounds->len);

  y += PAD;
  if (is_drawn)
    {
      pln_print_put (slips->print, slips->handout->title, TITLE, FALSE, PLN_PRINT_DIM, x, y, width, 1);
      pln_print_put (slips->print, person->name, NAME, TRUE, PLN_PRINT_BLACK, x, y + TITLE * 1.5, width, 1);
    }
  y += TITLE * 1.5 + NAME * 1.5;
  for (guint i = first; i < end; i++)
    {
      const PlnHandoutSeat *seat = g_ptr_array_index (person->seats, i);

      if (seat != NULL)
        y = do_round (slips, g_ptr_array_index (slips->handout->rounds, i), seat, x, y, is_drawn);
    }

  return y + PAD;
}

static gboolean
has_slip (Slips                  *slips,
          const PlnHandoutPerson *person,
          guint                   first)
{
  for (guint i = first; i < MIN (first + slips->n, slips->handout->rounds->len); i++)
    if (g_ptr_array_index (person->seats, i) != NULL)
      return TRUE;

  return FALSE;
}

/* As many rounds as surely go on a page. */
static void
choose_size (Slips *slips)
{
  double page = pln_print_bottom (slips->print) - PLN_PRINT_MARGIN;
  double rest = page - 2 * PAD - TITLE * 1.5 - NAME * 1.5;
  double highest = GAP + MAX (GROUP + ROOM, TIME + DAY) * TWO_LINES + 8;

  slips->n = (guint) MAX (1, rest / highest);
  for (guint i = 0; i < slips->handout->people->len; i++)
    for (guint first = 0; first < slips->handout->rounds->len; first += slips->n)
      slips->height = MAX (slips->height, do_slip (slips, g_ptr_array_index (slips->handout->people, i), first, 0, 0, FALSE));
  slips->height = MIN (slips->height, page);
}

static void
begin_page (Slips *slips,
            guint  n_rows)
{
  double whole = pln_print_get_width (slips->print) - 2 * PLN_PRINT_MARGIN;

  pln_print_add_page (slips->print);
  for (guint i = 0; i <= n_rows; i++)
    pln_print_add_box (slips->print, PLN_PRINT_BOX_CUT, PLN_PRINT_DIM, PLN_PRINT_MARGIN, PLN_PRINT_MARGIN + i * slips->height,
                       whole, 0.6);
  pln_print_add_box (slips->print, PLN_PRINT_BOX_CUT, PLN_PRINT_DIM, PLN_PRINT_MARGIN + slips->width, PLN_PRINT_MARGIN, 0.6,
                     n_rows * slips->height);
}

/**
 * pln_print_slips:
 * @print: pages
 * @handout: who sits where
 *
 * Prints a slip with “my rounds” for everybody who sits somewhere, by surname.
 */
void
pln_print_slips (PlnPrint         *print,
                 const PlnHandout *handout)
{
  Slips slips = { .print = print, .handout = handout };
  guint n_rows, n = 0;

  if (handout->people->len == 0)
    {
      pln_print_nothing (print, handout, _("Nobody sits in a group yet."));
      return;
    }

  slips.width = (pln_print_get_width (print) - 2 * PLN_PRINT_MARGIN) / 2;
  choose_size (&slips);
  n_rows = (guint) ((pln_print_bottom (print) - PLN_PRINT_MARGIN) / slips.height);
  for (guint i = 0; i < handout->people->len; i++)
    for (guint first = 0; first < handout->rounds->len; first += slips.n)
      {
        const PlnHandoutPerson *person = g_ptr_array_index (handout->people, i);
        guint at = n % (2 * n_rows);

        if (!has_slip (&slips, person, first))
          continue;
        if (at == 0)
          begin_page (&slips, n_rows);
        do_slip (&slips, person, first, PLN_PRINT_MARGIN + at % 2 * (slips.width + PAD),
                 PLN_PRINT_MARGIN + at / 2 * slips.height, TRUE);
        n++;
      }
}
