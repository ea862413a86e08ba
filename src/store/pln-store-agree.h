/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-db.h"
#include "pln-store-pair.h"

G_BEGIN_DECLS

PlnStoreTrees *pln_store_agree_list   (PlnStoreDb          *db,
                                       const char          *calendar,
                                       GCancellable        *cancellable,
                                       GError             **error);
GPtrArray     *pln_store_agree_get    (PlnStoreDb          *db,
                                       const char          *calendar,
                                       const char *const   *uids,
                                       GCancellable        *cancellable,
                                       GError             **error); /* PlnStoreKnown */
gboolean       pln_store_agree_load   (PlnStoreDb          *db,
                                       const char          *calendar,
                                       const char          *uid,
                                       PlnStorePair       **pair,
                                       gboolean            *is_elsewhere,
                                       GError             **error);
gboolean       pln_store_agree_put    (PlnStoreDb          *db,
                                       const char          *calendar,
                                       const PlnStorePair  *pair,
                                       gboolean             is_elsewhere,
                                       GError             **error);
gboolean       pln_store_agree_forget (PlnStoreDb          *db,
                                       const char          *calendar,
                                       const char          *uid,
                                       GError             **error);

G_END_DECLS
