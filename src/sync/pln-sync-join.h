/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-pair.h"

G_BEGIN_DECLS

/**
 * PlnSyncJoined:
 * @there: what is to be on the server
 * @here: what is to be here
 * @before: what would be here had nobody here changed anything: as long as
 *   @there is not on the server, what changed here is the difference of @here
 *   from this
 * @is_new_there: whether @there says something else than what is there
 * @is_new_here: whether @here says something else than what is here
 * @was_changed_here: whether the user changed something since both agreed
 * @was_changed_there: whether somebody else did
 * @questions: (nullable) (element-type PlnStoreQuestion): what both changed
 *   differently
 *
 * What two sides of an object come to.
 */
typedef struct
{
  GBytes    *there;
  GBytes    *here;
  GBytes    *before;
  gboolean   is_new_there;
  gboolean   is_new_here;
  gboolean   was_changed_here;
  gboolean   was_changed_there;
  GPtrArray *questions;
} PlnSyncJoined;

PlnSyncJoined *pln_sync_join         (const PlnStorePair  *pair,
                                      GBytes              *local,
                                      GBytes              *remote,
                                      const char          *own_address,
                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void           pln_sync_joined_free  (PlnSyncJoined       *joined);

GBytes        *pln_sync_bring_back   (const PlnStorePair  *pair,
                                      GBytes              *remote) G_GNUC_WARN_UNUSED_RESULT;
GBytes        *pln_sync_take_stored  (GBytes              *before,
                                      GBytes              *sent,
                                      GBytes              *stored,
                                      GBytes              *here,
                                      gboolean             is_own) G_GNUC_WARN_UNUSED_RESULT;
gboolean       pln_sync_is_from      (GBytes              *before,
                                      GBytes              *sent,
                                      GBytes              *stored);
char          *pln_sync_find_dropped (GBytes              *before,
                                      GBytes              *sent,
                                      GBytes              *stored) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnSyncJoined, pln_sync_joined_free)

G_END_DECLS
