/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-programme-face.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_PROGRAMME_LIST (pln_programme_list_get_type ())
G_DECLARE_FINAL_TYPE (PlnProgrammeList, pln_programme_list, PLN, PROGRAMME_LIST, AdwBin)

GtkWidget *pln_programme_list_new          (void);
void       pln_programme_list_set_seen     (PlnProgrammeList    *self,
                                            gboolean             seen);
void       pln_programme_list_set_sessions (PlnProgrammeList    *self,
                                            PlnGathering        *gathering,
                                            GPtrArray           *sessions,
                                            PlnProgrammeClashes *clashes);
void       pln_programme_list_scroll_to    (PlnProgrammeList    *self,
                                            PlnSession          *session);

G_END_DECLS
