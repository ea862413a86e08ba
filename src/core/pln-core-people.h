/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"
#include "pln-person-line.h"

G_BEGIN_DECLS

/* Reads what was pasted, as PlnPersonLine; changes nothing. */
GListModel *pln_core_read_people             (PlnCore              *self,
                                              PlnGathering         *gathering,
                                              const char           *text,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* The text of a file with such a list, whatever program wrote it. */
char       *pln_core_decode_people           (PlnCore              *self,
                                              GBytes               *content,
                                              GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* Adds the lines that are NEW. This and what follows wants a gathering that is
 * loaded. */
void        pln_core_add_people_async        (PlnCore              *self,
                                              PlnGathering         *gathering,
                                              GListModel           *lines,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    pln_core_add_people_finish       (PlnCore              *self,
                                              GAsyncResult         *result,
                                              guint                *n_added, /* (out) (optional) */
                                              GError              **error);
/* Saves one person. before NULL: a new one. */
void        pln_core_save_attendee_async     (PlnCore              *self,
                                              PlnGathering         *gathering,
                                              PlnAttendee          *before,
                                              PlnAttendee          *after,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    pln_core_save_attendee_finish    (PlnCore              *self,
                                              GAsyncResult         *result,
                                              GError              **error);
/* Changes several people in one step. before and after are copies, pair by pair. */
void        pln_core_save_attendees_async    (PlnCore              *self,
                                              PlnGathering         *gathering,
                                              GPtrArray            *before, /* PlnAttendee */
                                              GPtrArray            *after, /* PlnAttendee */
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    pln_core_save_attendees_finish   (PlnCore              *self,
                                              GAsyncResult         *result,
                                              GError              **error);
void        pln_core_remove_attendees_async  (PlnCore              *self,
                                              PlnGathering         *gathering,
                                              GPtrArray            *attendees, /* PlnAttendee */
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    pln_core_remove_attendees_finish (PlnCore              *self,
                                              GAsyncResult         *result,
                                              GError              **error);
/* Sets the answer of one or several, as a word of the organiser: who said it,
 * and when, is kept. */
void        pln_core_answer_async            (PlnCore              *self,
                                              PlnGathering         *gathering,
                                              GPtrArray            *attendees, /* PlnAttendee */
                                              PlnAnswer             answer,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    pln_core_answer_finish           (PlnCore              *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
