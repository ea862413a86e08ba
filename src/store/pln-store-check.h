/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-db.h"
#include "pln-store.h"

G_BEGIN_DECLS

PlnStoreHealth *pln_store_check (PlnStoreDb    *db,
                                 GCancellable  *cancellable,
                                 GError       **error);

G_END_DECLS
