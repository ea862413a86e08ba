/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"

G_BEGIN_DECLS

/* Saves a session. before: a copy of the model as the form found it, NULL if
 * it is new; after: a copy with what was entered, NULL to delete it. A new one
 * is made with pln_core_draft_session (). */
void        pln_core_save_session_async  (PlnCore              *self,
                                          PlnGathering         *gathering,
                                          PlnSession           *before,
                                          PlnSession           *after,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean    pln_core_save_session_finish (PlnCore              *self,
                                          GAsyncResult         *result,
                                          GError              **error);

/* A new session after the last one, half an hour long; not saved yet. */
PlnSession *pln_core_draft_session       (PlnCore              *self,
                                          PlnGathering         *gathering) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
