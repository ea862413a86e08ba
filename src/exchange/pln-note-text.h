/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

G_BEGIN_DECLS

GPtrArray *pln_note_text_read   (const char   *text,
                                 GError      **error) G_GNUC_WARN_UNUSED_RESULT;
char      *pln_note_text_write  (PlnGathering *gathering) G_GNUC_WARN_UNUSED_RESULT;
char      *pln_note_text_sheet  (PlnGathering *gathering,
                                 const char   *parent,
                                 const char   *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
