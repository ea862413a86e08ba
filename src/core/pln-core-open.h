/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"

G_BEGIN_DECLS

/* Opens the library, makes it if it is new, and fills the list of gatherings
 * from the index. Nothing else is read. */
void          pln_core_open_async            (PlnCore              *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean      pln_core_open_finish           (PlnCore              *self,
                                              GAsyncResult         *result,
                                              GError              **error);

/* Reads attendees and sessions of a gathering into the one model of it; at
 * once done if it is loaded. */
void          pln_core_open_gathering_async  (PlnCore              *self,
                                              const char           *uid,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
PlnGathering *pln_core_open_gathering_finish (PlnCore              *self,  /* (transfer full) */
                                              GAsyncResult         *result,
                                              GError              **error);

/* From now on looks by itself for what other programs change, as it happens;
 * the models follow. For a window; a command does not need it. */
void          pln_core_watch                 (PlnCore              *self);
/* Looks for what other programs changed; the models follow. For the moment at
 * which the window gets the focus. */
void          pln_core_refresh_async         (PlnCore              *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean      pln_core_refresh_finish        (PlnCore              *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
