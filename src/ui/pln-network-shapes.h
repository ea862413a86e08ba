/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-networks.h"

G_BEGIN_DECLS

#define PLN_TYPE_NETWORK_SHAPES (pln_network_shapes_get_type ())
G_DECLARE_FINAL_TYPE (PlnNetworkShapes, pln_network_shapes, PLN, NETWORK_SHAPES, GtkWidget)

GtkWidget *pln_network_shapes_new  (void);
void       pln_network_shapes_show (PlnNetworkShapes  *self,
                                    PlnNetworks       *networks,
                                    const char *const *names);

G_END_DECLS
