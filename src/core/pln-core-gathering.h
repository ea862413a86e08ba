/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"

G_BEGIN_DECLS

/* Saves what a form made. before: a copy of the model as the form found it,
 * NULL if it is new; after: a copy with what was entered, which may be the
 * draft itself or a copy of it. A new one without calendars goes to the usual
 * ones, one without organiser is the identity's; the sessions of a draft come
 * along, moved with its start. Checks title, times and zone. */
void          pln_core_save_gathering_async    (PlnCore              *self,
                                                PlnGathering         *before,
                                                PlnGathering         *after,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
PlnGathering *pln_core_save_gathering_finish   (PlnCore              *self,  /* (transfer full) the model */
                                                GAsyncResult         *result,
                                                GError              **error);

/* Makes an event that does not repeat a gathering, to which people are invited. */
void          pln_core_make_gathering_async    (PlnCore              *self,
                                                const char           *uid,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
PlnGathering *pln_core_make_gathering_finish   (PlnCore              *self,  /* (transfer full) the model, loaded */
                                                GAsyncResult         *result,
                                                GError              **error);

/* Puts a gathering with all that belongs to it into the bin. */
void          pln_core_delete_gathering_async  (PlnCore              *self,
                                                PlnGathering         *gathering,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean      pln_core_delete_gathering_finish (PlnCore              *self,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
