/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"
#include "pln-store-db.h"

G_BEGIN_DECLS

GPtrArray    *pln_store_read_gatherings (PlnStoreDb         *db,
                                         GCancellable       *cancellable,
                                         GError            **error);
PlnGathering *pln_store_read_gathering  (PlnStoreDb         *db,
                                         const char         *uid,
                                         GError            **error);
GPtrArray    *pln_store_read_objects    (PlnStoreDb         *db,
                                         const char *const  *uids,
                                         gboolean            with_parts,
                                         GCancellable       *cancellable,
                                         GError            **error);
GPtrArray    *pln_store_read_calendars  (PlnStoreDb         *db,
                                         GError            **error);
GHashTable   *pln_store_read_facts      (PlnStoreDb         *db,
                                         GError            **error);
GPtrArray    *pln_store_search          (PlnStoreDb         *db,
                                         const char         *text,
                                         guint               most,
                                         GCancellable       *cancellable,
                                         GError            **error);

G_END_DECLS
