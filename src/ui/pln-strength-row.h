/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-mixing-settings.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_STRENGTH_ROW (pln_strength_row_get_type ())
G_DECLARE_FINAL_TYPE (PlnStrengthRow, pln_strength_row, PLN, STRENGTH_ROW, AdwActionRow)

GtkWidget *pln_strength_row_new          (const char     *title);
guint      pln_strength_row_get_strength (PlnStrengthRow *self);
void       pln_strength_row_set_strength (PlnStrengthRow *self,
                                          guint           strength);

G_END_DECLS
