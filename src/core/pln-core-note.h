/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"
#include "pln-note-words.h"

G_BEGIN_DECLS

/* The note of a group or session of a gathering that is loaded; a new one, if
 * nothing was written there. Always a copy. */
PlnNote    *pln_core_draft_note       (PlnCore              *self,
                                       PlnGathering         *gathering,
                                       const char           *parent) G_GNUC_WARN_UNUSED_RESULT;
/* Saves what differs between two copies, line by line. before NULL: a new one. */
void        pln_core_save_note_async  (PlnCore              *self,
                                       PlnGathering         *gathering,
                                       PlnNote              *before,
                                       PlnNote              *after,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gboolean    pln_core_save_note_finish (PlnCore              *self,
                                       GAsyncResult         *result,
                                       GError              **error);
/* The lines of a text that somebody pasted, as PlnNoteLine; changes nothing. */
GPtrArray  *pln_core_read_note        (PlnCore              *self,
                                       const char           *text,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* An empty sheet to write on, by a template: report-back or open-space. */
char       *pln_core_note_sheet       (PlnCore              *self,
                                       PlnGathering         *gathering,
                                       const char           *parent,
                                       const char           *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
