/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"
#include "pln-move.h"

G_BEGIN_DECLS

/* Saves rounds (PlnRound), with their groups, in one step. Both are copies, told
 * apart by UID: what is only in before goes, what is only in after is new. */
void      pln_core_save_rounds_async   (PlnCore              *self,
                                        PlnGathering         *gathering,
                                        GPtrArray            *before,
                                        GPtrArray            *after,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean  pln_core_save_rounds_finish  (PlnCore              *self,
                                        GAsyncResult         *result,
                                        GError              **error);

/* Saves a group of the round that it names. before NULL: new; after NULL: deletes it. */
void      pln_core_save_group_async    (PlnCore              *self,
                                        PlnGathering         *gathering,
                                        PlnGroup             *before,
                                        PlnGroup             *after,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean  pln_core_save_group_finish   (PlnCore              *self,
                                        GAsyncResult         *result,
                                        GError              **error);

/* Lets people (PlnMove) sit elsewhere, in one step. */
void      pln_core_place_people_async  (PlnCore              *self,
                                        PlnGathering         *gathering,
                                        GPtrArray            *moves,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean  pln_core_place_people_finish (PlnCore              *self,
                                        GAsyncResult         *result,
                                        GError              **error);

/* A round after the last one, as long as that; a group after the last one of a
 * round. Not saved yet. */
PlnRound *pln_core_draft_round         (PlnCore              *self,
                                        PlnGathering         *gathering) G_GNUC_WARN_UNUSED_RESULT;
PlnGroup *pln_core_draft_group         (PlnCore              *self,
                                        PlnRound             *round) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
