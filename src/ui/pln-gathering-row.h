/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_GATHERING_ROW (pln_gathering_row_get_type ())
G_DECLARE_FINAL_TYPE (PlnGatheringRow, pln_gathering_row, PLN, GATHERING_ROW, GtkListBoxRow)

GtkWidget    *pln_gathering_row_new           (PlnGathering    *gathering);
PlnGathering *pln_gathering_row_get_gathering (PlnGatheringRow *self);

G_END_DECLS
