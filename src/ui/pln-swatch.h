/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_SWATCH (pln_swatch_get_type ())
G_DECLARE_FINAL_TYPE (PlnSwatch, pln_swatch, PLN, SWATCH, GtkWidget)

GtkWidget *pln_swatch_new (const char *colour);

G_END_DECLS
