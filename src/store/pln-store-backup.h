/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-db.h"

G_BEGIN_DECLS

gboolean pln_store_backup  (PlnStoreDb    *db,
                            const char    *path,
                            GCancellable  *cancellable,
                            GError       **error);
gboolean pln_store_restore (PlnStoreDb    *db,
                            const char    *path,
                            GCancellable  *cancellable,
                            GError       **error);
char    *pln_store_backup_sum (PlnStoreDb *backup,
                               GError    **error);

G_END_DECLS
