/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"

G_BEGIN_DECLS

/* Adds the example gatherings to the calendar Examples, as one step of undo;
 * those that are there already are left alone. */
void      pln_core_add_sample_async     (PlnCore              *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean  pln_core_add_sample_finish    (PlnCore              *self,
                                         GAsyncResult         *result,
                                         GError              **error);
/* Removes all that lies in Examples, as one step of undo. */
void      pln_core_remove_sample_async  (PlnCore              *self,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean  pln_core_remove_sample_finish (PlnCore              *self,
                                         GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
