/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-sync-server.h"

#include "pln-dav-client.h"
#include "pln-dav-multistatus.h"

G_BEGIN_DECLS

PlnDavClient      *pln_sync_server_get_client   (PlnSyncServer *self);
PlnDavMultistatus *pln_sync_server_take_said    (PlnSyncServer *self,
                                                 GUri          *calendar) G_GNUC_WARN_UNUSED_RESULT;
PlnDavTraffic      pln_sync_server_take_traffic (PlnSyncServer *self);

G_END_DECLS
