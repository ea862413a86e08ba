/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_TWICE_BAR (pln_twice_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlnTwiceBar, pln_twice_bar, PLN, TWICE_BAR, AdwBin)

void pln_twice_bar_set_gathering (PlnTwiceBar  *self,
                                  PlnGathering *gathering);
void pln_twice_bar_set_narrow    (PlnTwiceBar  *self,
                                  gboolean      narrow);

G_END_DECLS
