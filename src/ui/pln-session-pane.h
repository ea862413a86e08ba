/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"
#include "pln-occurrence.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_SESSION_PANE (pln_session_pane_get_type ())
G_DECLARE_FINAL_TYPE (PlnSessionPane, pln_session_pane, PLN, SESSION_PANE, AdwBin)

GtkWidget *pln_session_pane_new      (void);
void       pln_session_pane_show     (PlnSessionPane *self,
                                      PlnGathering   *gathering,
                                      gpointer        item);
gpointer   pln_session_pane_get_item (PlnSessionPane *self);

G_END_DECLS
