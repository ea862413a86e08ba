/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"
#include "pln-hit.h"

G_BEGIN_DECLS

/* Undoes, or redoes, the step that pln_core_get_undo_label () names; the
 * models follow. finish gives its label. */
void        pln_core_undo_async              (PlnCore              *self,
                                              gboolean              redo,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
char       *pln_core_undo_finish             (PlnCore              *self,  /* (transfer full) */
                                              GAsyncResult         *result,
                                              GError              **error);

/* Titles, places, people and notes that hold all words of text. */
void        pln_core_search_async            (PlnCore              *self,
                                              const char           *text,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GPtrArray  *pln_core_search_finish           (PlnCore              *self,  /* (transfer full) PlnHit */
                                              GAsyncResult         *result,
                                              GError              **error);

void        pln_core_list_bin_async          (PlnCore              *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GPtrArray  *pln_core_list_bin_finish         (PlnCore              *self,  /* (transfer full) PlnHit */
                                              GAsyncResult         *result,
                                              GError              **error);
/* Takes an object, with what was deleted with it, out of the bin. */
void        pln_core_restore_from_bin_async  (PlnCore              *self,
                                              const char           *uid,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    pln_core_restore_from_bin_finish (PlnCore              *self,
                                              GAsyncResult         *result,
                                              GError              **error);

/* Names of all calendars, the usual ones among them even if they are empty. */
void        pln_core_list_calendars_async    (PlnCore              *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
char      **pln_core_list_calendars_finish   (PlnCore              *self,  /* (transfer full) */
                                              GAsyncResult         *result,
                                              GError              **error);

/* One file with the whole library. */
void        pln_core_backup_async            (PlnCore              *self,
                                              GFile                *file,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    pln_core_backup_finish           (PlnCore              *self,
                                              GAsyncResult         *result,
                                              GError              **error);
/* Replaces all by what such a file holds, as one step of undo. */
void        pln_core_restore_async           (PlnCore              *self,
                                              GFile                *file,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    pln_core_restore_finish          (PlnCore              *self,
                                              GAsyncResult         *result,
                                              GError              **error);

/* Compares database and files. problems: sentences; empty if all agrees. */
void        pln_core_check_async             (PlnCore              *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
char      **pln_core_check_finish            (PlnCore              *self,  /* (transfer full) problems */
                                              GAsyncResult         *result,
                                              guint                *n_objects, /* (out) (optional) */
                                              guint                *n_files,   /* (out) (optional) */
                                              GError              **error);

/* Who the user is: name and reply address. */
void        pln_core_set_identity_async      (PlnCore              *self,
                                              const char           *name,
                                              const char           *email,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean    pln_core_set_identity_finish     (PlnCore              *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
