/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-person-card.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_UNPLACED (pln_unplaced_get_type ())
G_DECLARE_FINAL_TYPE (PlnUnplaced, pln_unplaced, PLN, UNPLACED, AdwBin)

GtkWidget *pln_unplaced_new        (void);
void       pln_unplaced_show       (PlnUnplaced  *self,
                                    PlnGathering *gathering,
                                    PlnRound     *round);
guint      pln_unplaced_get_n      (PlnUnplaced  *self);
GtkWidget *pln_unplaced_find_card  (PlnUnplaced  *self,
                                    const char   *person);
GPtrArray *pln_unplaced_list_stops (PlnUnplaced  *self) G_GNUC_WARN_UNUSED_RESULT;
void       pln_unplaced_set_target (PlnUnplaced  *self,
                                    gboolean      target);

G_END_DECLS
