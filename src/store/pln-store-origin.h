/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-write.h"

G_BEGIN_DECLS

gboolean    pln_store_origin_put   (PlnStoreWrite  *write,
                                    const char     *uid,
                                    const char     *id,
                                    GBytes         *text,
                                    GError        **error);
GHashTable *pln_store_origin_list  (PlnStoreDb     *db,
                                    const char     *uid,
                                    GError        **error);
gboolean    pln_store_origin_copy  (PlnStoreDb     *from,
                                    PlnStoreDb     *to,
                                    GError        **error);
gboolean    pln_store_origin_prune (PlnStoreDb     *db,
                                    GError        **error);

G_END_DECLS
