/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-sheet.h"
#include "pln-wishes.h"

G_BEGIN_DECLS

#define PLN_TYPE_EVENT_FORM (pln_event_form_get_type ())
G_DECLARE_FINAL_TYPE (PlnEventForm, pln_event_form, PLN, EVENT_FORM, PlnSheet)

PlnSheet *pln_event_form_new (PlnWishes         *wishes,
                              PlnEvent          *event,
                              gboolean           is_new,
                              const char *const *calendars);

G_END_DECLS
