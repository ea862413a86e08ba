/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_BOARD (pln_board_get_type ())
G_DECLARE_FINAL_TYPE (PlnBoard, pln_board, PLN, BOARD, GtkWidget)

GtkWidget *pln_board_new           (void);
void       pln_board_show          (PlnBoard     *self,
                                    PlnGathering *gathering,
                                    PlnRound     *round);
PlnRound  *pln_board_get_round     (PlnBoard     *self);
void       pln_board_set_narrow    (PlnBoard     *self,
                                    gboolean      narrow);
guint      pln_board_get_n_free    (PlnBoard     *self);

gboolean   pln_board_is_holding    (PlnBoard     *self);
GPtrArray *pln_board_list_moves    (PlnBoard     *self) G_GNUC_WARN_UNUSED_RESULT;
char      *pln_board_hand_words    (PlnBoard     *self) G_GNUC_WARN_UNUSED_RESULT;
void       pln_board_focus_person  (PlnBoard     *self,
                                    const char   *person);
void       pln_board_focus_group   (PlnBoard     *self,
                                    const char   *group);

G_END_DECLS
