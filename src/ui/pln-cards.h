/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_CARDS (pln_cards_get_type ())
G_DECLARE_FINAL_TYPE (PlnCards, pln_cards, PLN, CARDS, GtkWidget)

G_END_DECLS
