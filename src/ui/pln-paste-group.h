/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-person-line.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_N_LINE_STATES (PLN_LINE_UNREADABLE + 1)

#define PLN_TYPE_PASTE_GROUP (pln_paste_group_get_type ())
G_DECLARE_FINAL_TYPE (PlnPasteGroup, pln_paste_group, PLN, PASTE_GROUP, GObject)

PlnPasteGroup *pln_paste_group_new       (GListModel    *lines,
                                          PlnLineState   state);
PlnLineState   pln_paste_group_get_state (PlnPasteGroup *self);
GListModel    *pln_paste_group_get_head  (PlnPasteGroup *self);
GListModel    *pln_paste_group_get_lines (PlnPasteGroup *self);
char          *pln_paste_group_title     (PlnPasteGroup *self) G_GNUC_WARN_UNUSED_RESULT;
void           pln_paste_group_refilter  (PlnPasteGroup *self);

G_END_DECLS
