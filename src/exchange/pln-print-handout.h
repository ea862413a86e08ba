/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-handout.h"
#include "pln-print-page.h"

G_BEGIN_DECLS

/* Each adds its pages, one at least, and leaves the last line of each free. */
void  pln_print_groups      (PlnPrint              *print,
                             const PlnHandout      *handout);
void  pln_print_names       (PlnPrint              *print,
                             const PlnHandout      *handout);
void  pln_print_slips       (PlnPrint              *print,
                             const PlnHandout      *handout);
void  pln_print_cards       (PlnPrint              *print,
                             const PlnHandout      *handout);
void  pln_print_signs       (PlnPrint              *print,
                             const PlnHandout      *handout);
void  pln_print_door        (PlnPrint              *print,
                             const PlnHandout      *handout);

/* What they share. */
void  pln_print_nothing     (PlnPrint              *print,
                             const PlnHandout      *handout,
                             const char            *why);
char *pln_print_round_words (const PlnHandout      *handout,
                             const PlnHandoutRound *round) G_GNUC_WARN_UNUSED_RESULT;
char *pln_print_room_words  (const PlnHandoutGroup *group) G_GNUC_WARN_UNUSED_RESULT;
char *pln_print_group_words (const PlnHandoutGroup *group) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
