/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"
#include "pln-mixing.h"

G_BEGIN_DECLS

/* Adds rounds to a gathering: all who go in groups of about @size, with topics,
 * rooms and roles; one group of the second round has no note-taker. The first
 * round is on at the clock of the tests. */
void pln_ui_rounds_add   (PlnGathering *gathering,
                          guint         n_rounds,
                          guint         size);

/* Everybody who goes is here, but for some. */
void pln_ui_rounds_arrive (PlnGathering *gathering,
                           guint         n_away);

/* What the wishes of the same name would do to the models. */
void pln_ui_rounds_place (PlnGathering *gathering,
                          GPtrArray    *moves);
void pln_ui_rounds_save  (PlnGathering *gathering,
                          GPtrArray    *before,
                          GPtrArray    *after);
void pln_ui_rounds_group (PlnGathering *gathering,
                          PlnGroup     *before,
                          PlnGroup     *after);

/* What the wish would answer: pairs that meet twice are counted, the rest is
 * said to be well. The mixing is as its first answer would be: everybody moved
 * on by one group. */
PlnQuality *pln_ui_rounds_judge (PlnGathering *gathering,
                                 GPtrArray    *moves);
PlnMixing  *pln_ui_rounds_mix   (PlnGathering *gathering,
                                 guint64       seed);

G_END_DECLS
