/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-attendee-filter.h"

G_BEGIN_DECLS

void pln_filter_sheet_present (GtkWidget         *parent,
                               PlnAttendeeFilter *filter,
                               GListModel        *attendees);

G_END_DECLS
