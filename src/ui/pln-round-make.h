/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

G_BEGIN_DECLS

PlnRound *pln_round_make        (PlnGathering *gathering) G_GNUC_WARN_UNUSED_RESULT;
void      pln_round_make_groups (PlnRound     *round,
                                 guint         n);
PlnGroup *pln_round_make_group  (PlnRound     *round) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
