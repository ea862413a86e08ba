/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-wishes.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_WINDOW (pln_window_get_type ())
G_DECLARE_FINAL_TYPE (PlnWindow, pln_window, PLN, WINDOW, AdwApplicationWindow)

PlnWindow    *pln_window_new            (GtkApplication *application,
                                         PlnWishes      *wishes);
void          pln_window_set_gatherings (PlnWindow      *self,
                                         GListModel     *gatherings);
PlnGathering *pln_window_get_gathering  (PlnWindow      *self);
void          pln_window_set_gathering  (PlnWindow      *self,
                                         PlnGathering   *gathering);
void          pln_window_set_calendars  (PlnWindow      *self,
                                         const char *const *calendars);
void          pln_window_set_steps      (PlnWindow      *self,
                                         const char     *undo_label,
                                         const char     *redo_label);
void          pln_window_set_has_entries (PlnWindow     *self,
                                         gboolean        has_entries);
void          pln_window_set_ready      (PlnWindow      *self);
gboolean      pln_window_get_loading    (PlnWindow      *self);
void          pln_window_show_person    (PlnWindow      *self,
                                         const char     *id);
void          pln_window_edit_gathering (PlnWindow      *self,
                                         PlnGathering   *draft,
                                         gboolean        is_new);
void          pln_window_edit_event     (PlnWindow      *self,
                                         PlnEvent       *event,
                                         gboolean        is_new);
void          pln_window_edit_session   (PlnWindow      *self,
                                         PlnGathering   *gathering,
                                         PlnSession     *session);
void          pln_window_show_done      (PlnWindow      *self,
                                         const char     *message,
                                         gboolean        with_undo);
void          pln_window_show_error     (PlnWindow      *self,
                                         const char     *message,
                                         const char     *details);
void          pln_window_show_progress  (PlnWindow      *self,
                                         const char     *message,
                                         double          fraction,
                                         GCancellable   *cancellable);
/* A file with a list of people, for the chosen gathering. */
void          pln_window_read_people    (PlnWindow      *self,
                                         GFile          *file);
void          pln_window_ask_identity   (PlnWindow      *self);
void          pln_window_show_hits      (PlnWindow      *self,
                                         const char     *text,
                                         GPtrArray      *hits);
void          pln_window_show_bin       (PlnWindow      *self,
                                         GPtrArray      *hits);
void          pln_window_show_import    (PlnWindow      *self,
                                         GFile          *file,
                                         PlnImportAs     as,
                                         const char     *zone,
                                         PlnImportAsks   asks,
                                         GListModel     *items);
void          pln_window_show_invited   (PlnWindow      *self,
                                         GFile          *folder,
                                         guint           n_files,
                                         const char     *words);

G_END_DECLS
