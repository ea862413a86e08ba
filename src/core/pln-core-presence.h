/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"

G_BEGIN_DECLS

/* Notes who is here: HERE checks in, LEFT checks out, NONE takes back that they
 * were here. Who is as it is said already is left out. */
void      pln_core_set_presence_async     (PlnCore              *self,
                                           PlnGathering         *gathering,
                                           GPtrArray            *attendees,
                                           PlnPresence           presence,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean  pln_core_set_presence_finish    (PlnCore              *self,
                                           GAsyncResult         *result,
                                           GError              **error);

/* Somebody who is not on the list comes in: added and checked in, in one step. */
void      pln_core_walk_in_async          (PlnCore              *self,
                                           PlnGathering         *gathering,
                                           PlnAttendee          *attendee,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean  pln_core_walk_in_finish         (PlnCore              *self,
                                           GAsyncResult         *result,
                                           GError              **error);

/* What was seen at the doors, as a file for another computer, and back. */
void      pln_core_export_presence_async  (PlnCore              *self,
                                           PlnGathering         *gathering,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GBytes   *pln_core_export_presence_finish (PlnCore              *self,
                                           GAsyncResult         *result,
                                           GError              **error);
void      pln_core_import_presence_async  (PlnCore              *self,
                                           PlnGathering         *gathering,
                                           GBytes               *file,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
gboolean  pln_core_import_presence_finish (PlnCore              *self,
                                           GAsyncResult         *result,
                                           guint                *n_sightings,
                                           GError              **error);

G_END_DECLS
