/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-change.h"
#include "pln-store-db.h"

G_BEGIN_DECLS

gboolean  pln_store_apply       (PlnStoreDb  *db,
                                 PlnChange   *change,
                                 GError     **error);
char     *pln_store_revert      (PlnStoreDb  *db,
                                 gboolean     redo,
                                 GError     **error);
char     *pln_store_step_label  (PlnStoreDb  *db,
                                 gboolean     redo);

G_END_DECLS
