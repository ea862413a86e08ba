/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_PROGRAMME_TRAY (pln_programme_tray_get_type ())
G_DECLARE_FINAL_TYPE (PlnProgrammeTray, pln_programme_tray, PLN, PROGRAMME_TRAY, GtkWidget)

GtkWidget *pln_programme_tray_new          (void);
void       pln_programme_tray_set_sessions (PlnProgrammeTray *self,
                                            PlnGathering     *gathering,
                                            GPtrArray        *sessions,
                                            gboolean          editable);
void       pln_programme_tray_select       (PlnProgrammeTray *self,
                                            PlnSession       *session);

G_END_DECLS
