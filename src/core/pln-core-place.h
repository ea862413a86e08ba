/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"

G_BEGIN_DECLS

/* Moves a gathering with everything that is joined to it: the programme into
 * calendar, the part of organisers into organisers (NULL: stays). From a server
 * it goes when the other one has it. */
void     pln_core_move_gathering_async  (PlnCore              *self,
                                         PlnGathering         *gathering,
                                         const char           *calendar,
                                         const char           *organisers,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean pln_core_move_gathering_finish (PlnCore              *self,
                                         GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
