/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_MISSING_PANE (pln_missing_pane_get_type ())
G_DECLARE_FINAL_TYPE (PlnMissingPane, pln_missing_pane, PLN, MISSING_PANE, AdwBin)

void pln_missing_pane_show (PlnMissingPane *self,
                            PlnGathering   *gathering);

G_END_DECLS
