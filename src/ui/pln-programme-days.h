/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_PROGRAMME_DAYS (pln_programme_days_get_type ())
G_DECLARE_FINAL_TYPE (PlnProgrammeDays, pln_programme_days, PLN, PROGRAMME_DAYS, AdwBin)

GtkWidget *pln_programme_days_new (void);
void       pln_programme_days_set (PlnProgrammeDays *self,
                                   GArray           *days,
                                   int               chosen);

G_END_DECLS
