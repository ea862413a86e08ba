/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-write.h"

G_BEGIN_DECLS

gboolean   pln_store_bin_restore         (PlnStoreWrite  *write,
                                          const char     *uid,
                                          GError        **error);
gboolean   pln_store_bin_delete_calendar (PlnStoreWrite  *write,
                                          const char     *calendar,
                                          GError        **error);
gboolean   pln_store_bin_empty           (PlnStoreDb     *db,
                                          GError        **error);
GPtrArray *pln_store_bin_list            (PlnStoreDb     *db,
                                          GError        **error);

G_END_DECLS
