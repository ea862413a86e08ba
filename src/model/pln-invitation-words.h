/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

G_BEGIN_DECLS

char *pln_invitation_first_name (PlnAttendee  *guest) G_GNUC_WARN_UNUSED_RESULT;
char *pln_invitation_words      (PlnGathering *gathering,
                                 PlnAttendee  *guest) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
