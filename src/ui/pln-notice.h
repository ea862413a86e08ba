/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_NOTICE (pln_notice_get_type ())
G_DECLARE_FINAL_TYPE (PlnNotice, pln_notice, PLN, NOTICE, AdwBin)

GtkWidget  *pln_notice_new         (const char *sentence,
                                    const char *details);
const char *pln_notice_get_sentence (PlnNotice *self);
void        pln_notice_reveal      (PlnNotice  *self);

G_END_DECLS
