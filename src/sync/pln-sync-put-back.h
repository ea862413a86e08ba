/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-account.h"
#include "pln-sync-server.h"

G_BEGIN_DECLS

void pln_sync_put_back_async  (PlnSyncServer        *server,
                               PlnStore             *store,
                               const PlnStoreLink   *link,
                               GCancellable         *cancellable,
                               GAsyncReadyCallback   callback,
                               gpointer              user_data);
int  pln_sync_put_back_finish (PlnSyncServer        *server,
                               GAsyncResult         *result,
                               GError              **error);

G_END_DECLS
