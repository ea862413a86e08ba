/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

G_BEGIN_DECLS

gboolean   pln_board_counts    (PlnGathering *gathering,
                                PlnAttendee  *attendee);
gboolean   pln_board_is_away   (PlnGathering *gathering,
                                PlnAttendee  *attendee);
GPtrArray *pln_board_list_away (PlnGathering *gathering,
                                PlnRound     *round) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *pln_board_list_free (PlnGathering *gathering,
                                PlnRound     *round) G_GNUC_WARN_UNUSED_RESULT;
guint      pln_board_count     (PlnGathering *gathering);

G_END_DECLS
