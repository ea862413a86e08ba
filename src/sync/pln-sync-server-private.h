/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-sync-server.h"

#include "pln-dav-client.h"

G_BEGIN_DECLS

PlnDavClient *pln_sync_server_get_client (PlnSyncServer *self);

G_END_DECLS
