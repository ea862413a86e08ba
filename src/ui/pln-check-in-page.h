/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_CHECK_IN_PAGE (pln_check_in_page_get_type ())
G_DECLARE_FINAL_TYPE (PlnCheckInPage, pln_check_in_page, PLN, CHECK_IN_PAGE, AdwBin)

GtkWidget *pln_check_in_page_new           (void);
void       pln_check_in_page_set_gathering (PlnCheckInPage *self,
                                            PlnGathering   *gathering);

G_END_DECLS
