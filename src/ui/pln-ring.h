/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_RING (pln_ring_get_type ())
G_DECLARE_FINAL_TYPE (PlnRing, pln_ring, PLN, RING, GtkWidget)

GtkWidget *pln_ring_new        (int       size);
void       pln_ring_set_size   (PlnRing  *self,
                                int       size);
void       pln_ring_set_part   (PlnRing  *self,
                                double    part);
void       pln_ring_set_double (PlnRing  *self,
                                gboolean  is_double);

G_END_DECLS
