/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-attendee-cell.h"

G_BEGIN_DECLS

GtkSorter *pln_attendee_order_new (PlnAttendeeColumn column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
