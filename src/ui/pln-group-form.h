/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-sheet.h"
#include "pln-wishes.h"

G_BEGIN_DECLS

#define PLN_TYPE_GROUP_FORM (pln_group_form_get_type ())
G_DECLARE_FINAL_TYPE (PlnGroupForm, pln_group_form, PLN, GROUP_FORM, PlnSheet)

PlnSheet *pln_group_form_new (PlnWishes    *wishes,
                              PlnGathering *gathering,
                              PlnGroup     *group,
                              gboolean      is_new);

G_END_DECLS
