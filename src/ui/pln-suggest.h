/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-facet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void pln_suggest_values (GtkEntry   *entry,
                         PlnFacet    facet,
                         GListModel *attendees);

G_END_DECLS
