/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_QUESTION_SIDE (pln_question_side_get_type ())
G_DECLARE_FINAL_TYPE (PlnQuestionSide, pln_question_side, PLN, QUESTION_SIDE, AdwBin)

void     pln_question_side_join       (PlnQuestionSide *self,
                                       PlnQuestionSide *other,
                                       const char      *name,
                                       const char      *other_name);
void     pln_question_side_show       (PlnQuestionSide *self,
                                       const char      *who,
                                       const char      *text,
                                       GArray          *differences);
gboolean pln_question_side_get_chosen (PlnQuestionSide *self);
void     pln_question_side_choose     (PlnQuestionSide *self);

G_END_DECLS
