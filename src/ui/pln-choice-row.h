/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_CHOICE_ROW (pln_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (PlnChoiceRow, pln_choice_row, PLN, CHOICE_ROW, AdwEntryRow)

void pln_choice_row_set_choices (PlnChoiceRow      *self,
                                 const char *const *choices);

G_END_DECLS
