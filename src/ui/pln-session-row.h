/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_SESSION_ROW (pln_session_row_get_type ())
G_DECLARE_FINAL_TYPE (PlnSessionRow, pln_session_row, PLN, SESSION_ROW, GtkListBoxRow)

GtkWidget  *pln_session_row_new         (PlnGathering  *gathering,
                                         PlnSession    *session);
PlnSession *pln_session_row_get_session (PlnSessionRow *self);

G_END_DECLS
