/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_SELECTION_BAR (pln_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlnSelectionBar, pln_selection_bar, PLN, SELECTION_BAR, AdwBin)

void pln_selection_bar_set_gathering (PlnSelectionBar *self,
                                      PlnGathering    *gathering);
void pln_selection_bar_set_count     (PlnSelectionBar *self,
                                      guint            n_people);
void pln_selection_bar_set_narrow    (PlnSelectionBar *self,
                                      gboolean         narrow);

G_END_DECLS
