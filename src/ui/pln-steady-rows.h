/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_STEADY_ROW (pln_steady_row_get_type ())
G_DECLARE_FINAL_TYPE (PlnSteadyRow, pln_steady_row, PLN, STEADY_ROW, GObject)

gpointer        pln_steady_row_get_item (PlnSteadyRow *self);

#define PLN_TYPE_STEADY_ROWS (pln_steady_rows_get_type ())
G_DECLARE_FINAL_TYPE (PlnSteadyRows, pln_steady_rows, PLN, STEADY_ROWS, GObject)

PlnSteadyRows  *pln_steady_rows_new     (GtkSelectionModel *model);

G_END_DECLS
