/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-dav-client.h"
#include "pln-dav-multistatus.h"

G_BEGIN_DECLS

/**
 * PlnDavAccount:
 * @addresses: (element-type utf8): mail addresses under which the server knows
 *   the user; none if it does not say
 * @homes: (element-type GUri): where the calendars are
 * @inbox: (nullable): where messages of scheduling arrive
 * @calendars: (element-type PlnDavItem): in the order of the server, with
 *   whole addresses as their href
 *
 * What an account has on its server.
 */
typedef struct
{
  GPtrArray *addresses;
  GPtrArray *homes;
  GUri      *inbox;
  GPtrArray *calendars;
} PlnDavAccount;

void pln_dav_account_free (PlnDavAccount *account);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnDavAccount, pln_dav_account_free)

void           pln_dav_locate_async   (const char           *text,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
GUri          *pln_dav_locate_finish  (GAsyncResult         *result,
                                       GError              **error);
void           pln_dav_explore_async  (PlnDavClient         *client,
                                       GUri                 *start,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
PlnDavAccount *pln_dav_explore_finish (PlnDavClient         *client,
                                       GAsyncResult         *result,
                                       GError              **error);

G_END_DECLS
