/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"

#include "pln-event.h"

G_BEGIN_DECLS

/* Saves what a calendar view changed: its time, its place, its title; whether an
 * action is done. before NULL: it is new, or, if after has the UID of something
 * that is there, a copy of that; after NULL: delete it. */
void      pln_core_save_occurrence_async  (PlnCore              *self,
                                           PlnOccurrence        *before,
                                           PlnOccurrence        *after,
                                           PlnReach              reach,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean  pln_core_save_occurrence_finish (PlnCore              *self,
                                           GAsyncResult         *result,
                                           GError              **error);

/* All that a form shows of an event; instance "" for one that does not repeat. */
void      pln_core_load_event_async       (PlnCore              *self,
                                           const char           *uid,
                                           const char           *instance,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
PlnEvent *pln_core_load_event_finish      (PlnCore              *self,
                                           GAsyncResult         *result,
                                           GError              **error);
/* before NULL: a new one; after NULL: delete it. */
void      pln_core_save_event_async       (PlnCore              *self,
                                           PlnEvent             *before,
                                           PlnEvent             *after,
                                           PlnReach              reach,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean  pln_core_save_event_finish      (PlnCore              *self,
                                           GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
