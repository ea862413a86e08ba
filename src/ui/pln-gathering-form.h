/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-sheet.h"
#include "pln-wishes.h"

G_BEGIN_DECLS

#define PLN_TYPE_GATHERING_FORM (pln_gathering_form_get_type ())
G_DECLARE_FINAL_TYPE (PlnGatheringForm, pln_gathering_form, PLN, GATHERING_FORM, PlnSheet)

PlnSheet *pln_gathering_form_new (PlnWishes         *wishes,
                                  PlnGathering      *draft,
                                  gboolean           is_new,
                                  const char *const *calendars);

G_END_DECLS
