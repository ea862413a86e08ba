/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core-servers-private.h"

#include "pln-sync-result.h"

G_BEGIN_DECLS

/* The server of an account, with its password (pln-core-sync-parts.c). */
void     pln_core_ready_server_async   (PlnCore              *self,
                                        const char           *id,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean pln_core_ready_server_finish  (PlnCore              *self,
                                        GAsyncResult         *result);
/* How many changes are not on their servers; finish gives their calendars. */
void     pln_core_count_waiting_async  (PlnCore              *self,
                                        gboolean              all,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
char   **pln_core_count_waiting_finish (PlnCore              *self,
                                        GAsyncResult         *result);
/* What came of one calendar, for the list of what happened. */
void     pln_core_tell_result          (PlnCore              *self,
                                        const PlnStoreLink   *link,
                                        const PlnSyncResult  *result);

/* The clock (pln-core-sync-auto.c) is told. */
void     pln_core_sync_begun           (PlnCore              *self);
void     pln_core_sync_ended           (PlnCore              *self);
void     pln_core_sync_edited          (PlnCore              *self);

#define PLN_CORE_MAY_EMPTY "may-empty" /* of a calendar: 1 if the user agreed that many go */

G_END_DECLS
