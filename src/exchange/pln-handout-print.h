/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-handout.h"
#include "pln-pages.h"

G_BEGIN_DECLS

/**
 * PlnHandoutLayout:
 * @PLN_HANDOUT_GROUPS: who sits together, and everybody by name: for the wall
 * @PLN_HANDOUT_SLIPS: “my rounds” for each person, to be cut
 * @PLN_HANDOUT_CARDS: a card for each table and round, to be cut
 * @PLN_HANDOUT_SIGNS: a sheet for the door of each room
 * @PLN_HANDOUT_DOOR: who is expected, to be ticked off
 *
 * How it is put on paper who sits where.
 */
typedef enum
{
  PLN_HANDOUT_GROUPS,
  PLN_HANDOUT_SLIPS,
  PLN_HANDOUT_CARDS,
  PLN_HANDOUT_SIGNS,
  PLN_HANDOUT_DOOR,
} PlnHandoutLayout;

PlnPages *pln_handout_pages_new (const PlnHandout *handout,
                                 PlnHandoutLayout  layout,
                                 double            width,
                                 double            height);
GBytes   *pln_handout_print     (const PlnHandout *handout,
                                 PlnHandoutLayout  layout);

G_END_DECLS
