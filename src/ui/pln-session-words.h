/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

G_BEGIN_DECLS

char *pln_session_words_state (GDateTime    *start,
                               GDateTime    *end,
                               gboolean     *on_now) G_GNUC_WARN_UNUSED_RESULT;
char *pln_session_words_room  (PlnGathering *gathering,
                               const char   *place) G_GNUC_WARN_UNUSED_RESULT;
char *pln_session_words_chip  (PlnSession   *session,
                               const char   *title) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
