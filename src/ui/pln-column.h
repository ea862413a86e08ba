/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_COLUMN (pln_column_get_type ())
G_DECLARE_FINAL_TYPE (PlnColumn, pln_column, PLN, COLUMN, GtkWidget)

G_END_DECLS
