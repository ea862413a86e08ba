/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-wishes.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_ACCOUNT_CALENDARS (pln_account_calendars_get_type ())
G_DECLARE_FINAL_TYPE (PlnAccountCalendars, pln_account_calendars, PLN, ACCOUNT_CALENDARS, AdwBin)

void  pln_account_calendars_open       (PlnAccountCalendars *self,
                                        PlnWishes           *wishes,
                                        PlnSignIn           *sign_in,
                                        const char          *name);
guint pln_account_calendars_get_chosen (PlnAccountCalendars *self);

G_END_DECLS
