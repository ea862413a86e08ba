/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"

G_BEGIN_DECLS

/* From now on syncs by itself: now, after edits, when the network returns, and
 * every so many minutes (0: not by the clock). */
void pln_core_sync_by_itself (PlnCore *self,
                              guint    minutes);
void pln_core_sync_focused   (PlnCore *self); /* the user came back to the window */
void pln_core_sync_now       (PlnCore *self); /* the user wants it */

G_END_DECLS
