/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row in which one of the calendars is chosen. */
void        pln_calendar_row_fill (AdwComboRow       *row,
                                   const char *const *calendars,
                                   const char        *current);
const char *pln_calendar_row_get  (AdwComboRow       *row);

G_END_DECLS
