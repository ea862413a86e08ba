/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-sheet.h"
#include "pln-wishes.h"

G_BEGIN_DECLS

#define PLN_TYPE_SESSION_FORM (pln_session_form_get_type ())
G_DECLARE_FINAL_TYPE (PlnSessionForm, pln_session_form, PLN, SESSION_FORM, PlnSheet)

PlnSheet *pln_session_form_new (PlnWishes    *wishes,
                                PlnGathering *gathering,
                                PlnSession   *session,
                                GDateTime    *start);

PlnSheet *pln_session_form_new_from (PlnWishes    *wishes,
                                     PlnGathering *gathering,
                                     PlnSession   *draft);

G_END_DECLS
