/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-sheet.h"
#include "pln-wishes.h"

G_BEGIN_DECLS

#define PLN_TYPE_ROUND_FORM (pln_round_form_get_type ())
G_DECLARE_FINAL_TYPE (PlnRoundForm, pln_round_form, PLN, ROUND_FORM, PlnSheet)

PlnSheet *pln_round_form_new (PlnWishes    *wishes,
                              PlnGathering *gathering,
                              PlnRound     *round,
                              gboolean      is_new);

G_END_DECLS
