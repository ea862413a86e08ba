/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-record.h"
#include "pln-store-db.h"

G_BEGIN_DECLS

#define PLN_STORE_NEVER G_MININT64 /* a time in the index that is not known */

/**
 * PlnStoreShown:
 * @from: when it first takes place, as [func@store_index_time] stores it, or
 *   `PLN_STORE_NEVER`
 * @to: when it is over for good, or `PLN_STORE_NEVER` if it goes on for ever
 * @reach: how long that is, as a class; -1 for what has no time
 *
 * Where calendar views look for an object. A class holds what is of about the
 * same length: then what takes place in some days began not long before them,
 * and an index by class and start finds it without looking at all that ever was.
 */
typedef struct
{
  gint64 from;
  gint64 to;
  int    reach;
} PlnStoreShown;

gboolean   pln_store_has_overrides (GBytes              *text);
void       pln_store_span_place   (const PlnIcalRecord  *record,
                                   GBytes               *text,
                                   PlnStoreShown        *shown);
GPtrArray *pln_store_read_span    (PlnStoreDb           *db,
                                   gint64                from,
                                   gint64                to,
                                   GCancellable         *cancellable,
                                   GError              **error); /* PlnOccurrence */

G_END_DECLS
