/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"
#include "pln-person-line.h"

G_BEGIN_DECLS

GListModel *pln_people_text_read  (const char   *text,
                                   gsize         length,
                                   PlnGathering *gathering,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT;
char       *pln_people_text_write (PlnGathering *gathering) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
