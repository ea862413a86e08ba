/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_BREAKOUTS_PAGE (pln_breakouts_page_get_type ())
G_DECLARE_FINAL_TYPE (PlnBreakoutsPage, pln_breakouts_page, PLN, BREAKOUTS_PAGE, AdwBin)

GtkWidget *pln_breakouts_page_new           (void);
void       pln_breakouts_page_set_gathering (PlnBreakoutsPage *self,
                                             PlnGathering     *gathering);

G_END_DECLS
