/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-group.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_ROLE_SLOT (pln_role_slot_get_type ())
G_DECLARE_FINAL_TYPE (PlnRoleSlot, pln_role_slot, PLN, ROLE_SLOT, GtkButton)

GtkWidget    *pln_role_slot_new       (PlnGroup     *group,
                                       PlnGroupRole  role);
PlnGroupRole  pln_role_slot_get_role  (PlnRoleSlot  *self);

G_END_DECLS
