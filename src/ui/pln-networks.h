/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_NETWORKS (pln_networks_get_type ())
G_DECLARE_FINAL_TYPE (PlnNetworks, pln_networks, PLN, NETWORKS, GObject)

PlnNetworks *pln_networks_of         (PlnGathering *gathering);
guint        pln_networks_get_number (PlnNetworks  *self,
                                      const char   *name);
GPtrArray   *pln_networks_get_names  (PlnNetworks  *self);
const char  *pln_networks_get_colour (PlnNetworks  *self,
                                      const char   *name);

void         pln_network_draw        (GtkWidget    *widget,
                                      GtkSnapshot  *snapshot,
                                      int           number,
                                      float         x,
                                      float         y,
                                      float         size);

#define PLN_NETWORK_NONE (-1)

G_END_DECLS
