/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-person-line.h"

G_BEGIN_DECLS

#define PLN_TYPE_PASTE_LIST (pln_paste_list_get_type ())
G_DECLARE_FINAL_TYPE (PlnPasteList, pln_paste_list, PLN, PASTE_LIST, GObject)

PlnPasteList *pln_paste_list_new    (GListModel   *lines);
void          pln_paste_list_update (PlnPasteList *self);
GPtrArray    *pln_paste_list_get    (PlnPasteList *self,
                                     PlnLineState  state);

G_END_DECLS
