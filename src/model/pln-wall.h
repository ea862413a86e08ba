/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

G_BEGIN_DECLS

#define PLN_WALL_A_PAGE 20 /* groups */

/* What stands on the wall, for guests to read: nothing private. */
void       pln_wall_grid     (guint         n_groups,
                              guint        *columns,
                              guint        *rows);
guint      pln_wall_n_pages  (guint         n_groups);
guint      pln_wall_choose   (PlnGathering *gathering,
                              GDateTime    *now);
GHashTable *pln_wall_names  (PlnGathering *gathering,
                              gboolean      in_full);
GPtrArray *pln_wall_find     (PlnGathering *gathering,
                              PlnRound     *round,
                              const char   *text);
char      *pln_wall_next     (PlnGathering *gathering,
                              PlnRound     *round,
                              guint         most) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
