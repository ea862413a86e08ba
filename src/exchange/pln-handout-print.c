/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-handout-print.h"

#include "pln-clock.h"
#include "pln-pages-private.h"
#include "pln-print-handout.h"

#include <glib/gi18n.h>

/**
 * pln_print_nothing:
 * @print: pages
 * @handout: who sits where
 * @why: a sentence
 *
 * Adds a page that says why there is nothing on it.
 */
void
pln_print_nothing (PlnPrint         *print,
                   const PlnHandout *handout,
                   const char       *why)
{
  double width = pln_print_get_width (print) - 2 * PLN_PRINT_MARGIN;
  double y;

  pln_print_add_page (print);
  y = pln_print_head (print, handout->title, "");
  pln_print_put (print, why, 12, FALSE, PLN_PRINT_DIM, PLN_PRINT_MARGIN, y, width, 60);
}

/**
 * pln_print_round_words:
 * @handout: who sits where
 * @round: one of its rounds
 *
 * Returns: (transfer full): “Round 2 · 14:00–14:45”, with the day where there
 *   are several
 */
char *
pln_print_round_words (const PlnHandout      *handout,
                       const PlnHandoutRound *round)
{
  g_autofree char *when = pln_print_join (handout->is_one_day ? "" : round->day, round->times);

  return pln_print_join (round->name, when);
}

/**
 * pln_print_room_words:
 * @group: a group
 *
 * Returns: (transfer full): “Room 2, table 7”
 */
char *
pln_print_room_words (const PlnHandoutGroup *group)
{
  gboolean both = *group->room != '\0' && *group->table != '\0';

  return g_strconcat (group->room, both ? _(", ") : "", group->table, NULL);
}

/**
 * pln_print_group_words:
 * @group: a group
 *
 * Returns: (transfer full): “Group 7 · Tools that we really use”
 */
char *
pln_print_group_words (const PlnHandoutGroup *group)
{
  return pln_print_join (group->name, *group->number != '\0' ? group->topic : "");
}

/**
 * pln_handout_pages_new:
 * @handout: who sits where, of which nothing is needed afterwards
 * @layout: how
 * @width: of the paper, in points
 * @height: of the paper, in points
 *
 * Puts on pages who sits where.
 *
 * Returns: (transfer full): the pages, one at least
 */
PlnPages *
pln_handout_pages_new (const PlnHandout *handout,
                       PlnHandoutLayout  layout,
                       double            width,
                       double            height)
{
  PlnPrint *print = pln_print_new (width, height);
  g_autoptr(GDateTime) now = pln_clock_now_here ();
  g_autofree char *state = pln_print_as_of (now);

  if (layout == PLN_HANDOUT_DOOR)
    pln_print_door (print, handout);
  else if (handout->rounds->len == 0)
    pln_print_nothing (print, handout, _("There are no rounds yet."));
  else if (layout == PLN_HANDOUT_SLIPS)
    pln_print_slips (print, handout);
  else if (layout == PLN_HANDOUT_CARDS)
    pln_print_cards (print, handout);
  else if (layout == PLN_HANDOUT_SIGNS)
    pln_print_signs (print, handout);
  else
    {
      pln_print_groups (print, handout);
      pln_print_names (print, handout);
    }
  pln_print_feet (print, handout->title, state);

  return pln_pages_new (print);
}

/**
 * pln_handout_print:
 * @handout: who sits where
 * @layout: how
 *
 * Returns: (transfer full): a PDF, on the paper of the country
 */
GBytes *
pln_handout_print (const PlnHandout *handout,
                   PlnHandoutLayout  layout)
{
  g_autoptr(PlnPages) pages = NULL;
  double width, height;

  pln_pages_find_paper (FALSE, &width, &height);
  pages = pln_handout_pages_new (handout, layout, width, height);

  return pln_pages_to_pdf (pages, handout->title);
}
