/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-wishes.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_QUESTION_CARD (pln_question_card_get_type ())
G_DECLARE_FINAL_TYPE (PlnQuestionCard, pln_question_card, PLN, QUESTION_CARD, AdwBin)

void pln_question_card_open (PlnQuestionCard *self,
                             PlnWishes       *wishes);
void pln_question_card_find (PlnQuestionCard *self,
                             const char      *uid);

G_END_DECLS
