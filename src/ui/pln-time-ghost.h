/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_TIME_GHOST (pln_time_ghost_get_type ())
G_DECLARE_FINAL_TYPE (PlnTimeGhost, pln_time_ghost, PLN, TIME_GHOST, GtkWidget)

GtkWidget  *pln_time_ghost_new       (void);
void        pln_time_ghost_set_words (PlnTimeGhost *self,
                                      const char   *times,
                                      const char   *title,
                                      const char   *length,
                                      const char   *spoken);
GtkWidget  *pln_time_ghost_get_entry (PlnTimeGhost *self);
void        pln_time_ghost_set_typed (PlnTimeGhost *self,
                                      gboolean      typed);
void        pln_time_ghost_set_warns (PlnTimeGhost *self,
                                      gboolean      warns);

G_END_DECLS
