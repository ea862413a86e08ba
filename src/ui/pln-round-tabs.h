/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_ROUND_TABS (pln_round_tabs_get_type ())
G_DECLARE_FINAL_TYPE (PlnRoundTabs, pln_round_tabs, PLN, ROUND_TABS, AdwBin)

GtkWidget *pln_round_tabs_new           (void);
void       pln_round_tabs_set_gathering (PlnRoundTabs *self,
                                         PlnGathering *gathering);
PlnRound  *pln_round_tabs_get_round     (PlnRoundTabs *self);
void       pln_round_tabs_set_round     (PlnRoundTabs *self,
                                         PlnRound     *round);
void       pln_round_tabs_step          (PlnRoundTabs *self,
                                         int           step);
void       pln_round_tabs_set_narrow    (PlnRoundTabs *self,
                                         gboolean      narrow);

G_END_DECLS
