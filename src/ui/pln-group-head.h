/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-round.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_GROUP_HEAD (pln_group_head_get_type ())
G_DECLARE_FINAL_TYPE (PlnGroupHead, pln_group_head, PLN, GROUP_HEAD, GtkButton)

GtkWidget *pln_group_head_new  (PlnRound     *round,
                                PlnGroup     *group);
void       pln_group_head_show (PlnGroupHead *self);

G_END_DECLS
