/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean pln_edge_scroll (GtkAdjustment *adjustment,
                          double         at);

G_END_DECLS
