/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-mixing.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_MIXING_RESULT (pln_mixing_result_get_type ())
G_DECLARE_FINAL_TYPE (PlnMixingResult, pln_mixing_result, PLN, MIXING_RESULT, AdwBin)

GtkWidget *pln_mixing_result_new  (void);
void       pln_mixing_result_show (PlnMixingResult *self,
                                PlnMixing    *mixing);

G_END_DECLS
