/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_BOARD_PAGER (pln_board_pager_get_type ())
G_DECLARE_FINAL_TYPE (PlnBoardPager, pln_board_pager, PLN, BOARD_PAGER, AdwBin)

GtkWidget *pln_board_pager_new   (void);
void       pln_board_pager_add   (PlnBoardPager *self,
                                  GtkWidget     *part,
                                  const char    *title); /* (nullable): a group */
void       pln_board_pager_clear (PlnBoardPager *self);
void       pln_board_pager_show  (PlnBoardPager *self,
                                  GtkWidget     *part);
GtkWidget *pln_board_pager_get   (PlnBoardPager *self);

G_END_DECLS
