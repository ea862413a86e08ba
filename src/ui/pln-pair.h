/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_PAIR (pln_pair_get_type ())
G_DECLARE_FINAL_TYPE (PlnPair, pln_pair, PLN, PAIR, GtkWidget)

G_END_DECLS
