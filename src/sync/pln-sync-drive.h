/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-account.h"
#include "pln-sync-result.h"
#include "pln-sync-server.h"

G_BEGIN_DECLS

/**
 * PlnSyncProgressFunc:
 * @is_sending: whether something is being written there, and not only read
 * @n_done: how many objects are done
 * @n_total: of how many; 0 while that is not known
 * @user_data: what was given with it
 *
 * Tells how far a sync is.
 */
typedef void (* PlnSyncProgressFunc) (gboolean is_sending,
                                      guint    n_done,
                                      guint    n_total,
                                      gpointer user_data);

/**
 * PlnSyncOptions:
 * @own_address: (nullable): of the account on that server
 * @may_empty: whether the user agreed that many objects go
 * @progress: (nullable): told how far it is
 * @progress_data: data for @progress
 *
 * How to sync a calendar.
 */
typedef struct
{
  const char          *own_address;
  gboolean             may_empty;
  PlnSyncProgressFunc  progress;
  gpointer             progress_data;
} PlnSyncOptions;

void           pln_sync_drive_async  (PlnSyncServer         *server,
                                      PlnStore              *store,
                                      const PlnStoreLink    *link,
                                      const PlnSyncOptions  *options,
                                      GCancellable          *cancellable,
                                      GAsyncReadyCallback    callback,
                                      gpointer               user_data);
PlnSyncResult *pln_sync_drive_finish (PlnSyncServer         *server,
                                      GAsyncResult          *result,
                                      GError               **error);

G_END_DECLS
