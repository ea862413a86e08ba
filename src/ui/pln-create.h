/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-wishes.h"

G_BEGIN_DECLS

void pln_create_save (GtkWidget     *widget,
                      PlnOccurrence *draft);
void pln_create_edit (GtkWidget     *widget,
                      PlnGathering  *gathering,
                      PlnOccurrence *draft);

G_END_DECLS
