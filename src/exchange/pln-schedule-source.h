/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-text.h"

G_BEGIN_DECLS

/* What an X-PLENARY-SOURCE line tells: by what a session is known in the
 * schedule that it came from, and what else that says of it; BASE is the id of
 * its origin, see pln_change_put_origin(). */
#define PLN_SCHEDULE_GUID     "GUID"
#define PLN_SCHEDULE_NUMBER   "NUMBER"
#define PLN_SCHEDULE_SLUG     "SLUG"
#define PLN_SCHEDULE_CODE     "CODE"
#define PLN_SCHEDULE_TYPE     "TYPE"
#define PLN_SCHEDULE_LANGUAGE "LANGUAGE"
#define PLN_SCHEDULE_LICENCE  "LICENCE"
#define PLN_SCHEDULE_BASE     "BASE"

PlnIcalLine *pln_schedule_source_line (const char  *kind,
                                       const char  *value);
char        *pln_schedule_source_id   (const char  *kind) G_GNUC_WARN_UNUSED_RESULT;
GHashTable  *pln_schedule_sources     (PlnIcalText *text);

G_END_DECLS
