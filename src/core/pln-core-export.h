/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"

G_BEGIN_DECLS

/* Writes one .ics per guest, named after the guest, and one text file with the
 * words to paste into the mails, into a folder. ids NULL: everybody who has an
 * address, does not wait and did not decline; of a gathering that was called
 * off, everybody who was invited, which gets a cancellation. Who gets a file
 * counts as invited. What was told cannot be untold: it is no step of undo. */
void      pln_core_export_invitations_async  (PlnCore              *self,
                                              PlnGathering         *gathering,
                                              const char *const    *ids,
                                              GFile                *folder,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean  pln_core_export_invitations_finish (PlnCore              *self,
                                              GAsyncResult         *result,
                                              guint                *n_files, /* (out) (optional) */
                                              char                **words,   /* (out) (optional) */
                                              GError              **error);
/* As above for one guest, into one file; file NULL: only gives the bytes. */
void      pln_core_export_invitation_async   (PlnCore              *self,
                                              PlnGathering         *gathering,
                                              const char           *id,
                                              GFile                *file,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GBytes   *pln_core_export_invitation_finish  (PlnCore              *self,  /* (transfer full) */
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
