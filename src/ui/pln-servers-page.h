/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-wishes.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_SERVERS_PAGE (pln_servers_page_get_type ())
G_DECLARE_FINAL_TYPE (PlnServersPage, pln_servers_page, PLN, SERVERS_PAGE, AdwBin)

GtkWidget *pln_servers_page_new   (PlnWishes   *wishes);
void       pln_servers_page_find  (PlnServersPage *self,
                                const char  *uid);
void       pln_servers_page_enter (PlnServersPage *self);

G_END_DECLS
