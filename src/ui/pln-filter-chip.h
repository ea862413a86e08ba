/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-attendee-filter.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_FILTER_CHIP (pln_filter_chip_get_type ())
G_DECLARE_FINAL_TYPE (PlnFilterChip, pln_filter_chip, PLN, FILTER_CHIP, AdwBin)

GtkWidget *pln_filter_chip_new           (PlnAttendeeFilter *filter,
                                          PlnFacet           facet);
void       pln_filter_chip_set_attendees (PlnFilterChip     *self,
                                          GListModel        *attendees);

G_END_DECLS
