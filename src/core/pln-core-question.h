/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"

#include "pln-question.h"

G_BEGIN_DECLS

/* Solves questions of pln_core_get_questions (), all alike, as one step. */
void     pln_core_solve_questions_async  (PlnCore              *self,
                                          GPtrArray            *questions, /* PlnQuestion */
                                          PlnSolution           solution,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean pln_core_solve_questions_finish (PlnCore              *self,
                                          GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
