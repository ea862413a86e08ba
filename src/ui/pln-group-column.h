/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-person-card.h"

G_BEGIN_DECLS

#define PLN_TYPE_GROUP_COLUMN (pln_group_column_get_type ())
G_DECLARE_FINAL_TYPE (PlnGroupColumn, pln_group_column, PLN, GROUP_COLUMN, GtkWidget)

GtkWidget *pln_group_column_new        (PlnGathering   *gathering,
                                        PlnRound       *round,
                                        PlnGroup       *group);
PlnGroup  *pln_group_column_get_group  (PlnGroupColumn *self);
GPtrArray *pln_group_column_list_stops (PlnGroupColumn *self) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *pln_group_column_find_card  (PlnGroupColumn *self,
                                        const char     *person);
gboolean   pln_group_column_has_slot   (PlnGroupColumn *self,
                                        PlnGroupRole    role);
void       pln_group_column_set_target (PlnGroupColumn *self,
                                        gboolean        target,
                                        PlnGroupRole    role);
void       pln_group_column_update     (PlnGroupColumn *self);

G_END_DECLS
