/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-attendee-filter.h"

G_BEGIN_DECLS

GtkWidget *pln_facet_box_new (PlnAttendeeFilter *filter,
                              PlnFacet           facet,
                              GListModel        *attendees);

G_END_DECLS
