/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-person-line.h"

G_BEGIN_DECLS

#define PLN_TYPE_PASTE_GROUP (pln_paste_group_get_type ())
G_DECLARE_FINAL_TYPE (PlnPasteGroup, pln_paste_group, PLN, PASTE_GROUP, GObject)

PlnPasteGroup *pln_paste_group_new       (PlnLineState   state);
PlnLineState   pln_paste_group_get_state (PlnPasteGroup *self);
void           pln_paste_group_set_n     (PlnPasteGroup *self,
                                          guint          n_lines);
char          *pln_paste_group_title     (PlnPasteGroup *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
