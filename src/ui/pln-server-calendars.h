/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-wishes.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_SERVER_CALENDARS (pln_server_calendars_get_type ())
G_DECLARE_FINAL_TYPE (PlnServerCalendars, pln_server_calendars, PLN, SERVER_CALENDARS, AdwBin)

void pln_server_calendars_open (PlnServerCalendars *self,
                              PlnWishes        *wishes);

G_END_DECLS
