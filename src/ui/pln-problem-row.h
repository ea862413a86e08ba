/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_PROBLEM_ROW (pln_problem_row_get_type ())
G_DECLARE_FINAL_TYPE (PlnProblemRow, pln_problem_row, PLN, PROBLEM_ROW, AdwPreferencesRow)

void        pln_problem_row_show         (PlnProblemRow *self,
                                          GtkWidget     *field,
                                          const char    *problem);
void        pln_problem_row_check_filled (PlnProblemRow *self,
                                          GtkEditable   *field,
                                          const char    *problem);
const char *pln_problem_row_get_problem  (PlnProblemRow *self);
GtkWidget  *pln_problem_row_get_field    (PlnProblemRow *self);

G_END_DECLS
