/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"
#include "pln-person-line.h"

G_BEGIN_DECLS

/* Reads what people paste: one address a line; “Name <address>, …” as from a
 * mail header; rows from a spreadsheet (tabs, commas, semicolons, with or
 * without a header). Lines that hold no address are kept as UNREADABLE; empty
 * ones are left out. gathering NULL: nobody is already there. */
GListModel *pln_people_text_read  (const char   *text,
                                   gsize         length,
                                   PlnGathering *gathering,
                                   GError      **error) G_GNUC_WARN_UNUSED_RESULT; /* PlnPersonLine */
/* CSV (RFC 4180) of attendees with a header; cells that a spreadsheet would
 * take for a formula are made harmless with a leading apostrophe. */
char       *pln_people_text_write (PlnGathering *gathering) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
