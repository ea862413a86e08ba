/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_WALL_CARD (pln_wall_card_get_type ())
G_DECLARE_FINAL_TYPE (PlnWallCard, pln_wall_card, PLN, WALL_CARD, GtkWidget)

GtkWidget *pln_wall_card_new   (PlnGroup     *group,
                                GHashTable   *names,
                                double        scale);
gboolean   pln_wall_card_find  (PlnWallCard  *self,
                                GPtrArray    *people);

G_END_DECLS
