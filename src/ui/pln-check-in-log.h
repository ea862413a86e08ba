/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-check-in-card.h"

G_BEGIN_DECLS

gboolean pln_check_in_log_fill (GtkListBox       *list,
                                PlnGathering     *gathering);
void     pln_check_in_log_add  (GtkListBox       *list,
                                PlnAttendee      *attendee,
                                PlnCheckInResult  result,
                                GDateTime        *at);

G_END_DECLS
