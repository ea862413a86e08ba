/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"

#include "pln-account.h"

G_BEGIN_DECLS

/**
 * PlnCoreSynced:
 * @downloaded: objects taken from a server
 * @uploaded: objects written to one
 * @merged: objects that had changed on both sides
 * @conflicts: questions that came of it
 * @deleted: objects, on either side
 * @waiting: writes that wait until the user says whom to tell
 * @questions: all that are open now
 * @problems: (element-type utf8): sentences; what did not succeed
 * @wants_password: whether one of them is that a password was not taken, or is
 *   not known
 *
 * What a sync did.
 */
typedef struct
{
  guint      requests;
  guint64    bytes_sent;
  guint64    bytes_received;
  guint      downloaded;
  guint      uploaded;
  guint      merged;
  guint      conflicts;
  guint      deleted;
  guint      waiting;
  double     seconds;
  guint      questions;
  GPtrArray *problems;
  gboolean   wants_password;
} PlnCoreSynced;

void           pln_core_synced_free      (PlnCoreSynced        *synced);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnCoreSynced, pln_core_synced_free)

/* Brings the calendars of an account (NULL: of all) and those on its server
 * together. One sync runs at a time; another one waits for it. A server that
 * cannot be reached is a problem, and no error. */
void           pln_core_sync_async       (PlnCore              *self,
                                          PlnAccount           *account,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
PlnCoreSynced *pln_core_sync_finish      (PlnCore              *self,
                                          GAsyncResult         *result,
                                          GError              **error);
void           pln_core_stop_sync        (PlnCore              *self);

/* What is gone on the server: put back there, or deleted here with the next sync. */
void           pln_core_answer_deletions_async  (PlnCore              *self,
                                                 const char           *calendar,
                                                 gboolean              delete_here,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gboolean       pln_core_answer_deletions_finish (PlnCore              *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);

G_END_DECLS
