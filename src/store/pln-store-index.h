/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-record.h"
#include "pln-store-write.h"

G_BEGIN_DECLS

const char *pln_store_index_kind     (PlnStoreDb           *db,
                                      const PlnIcalRecord  *record);
gboolean    pln_store_index_put      (PlnStoreWrite        *write,
                                      gint64                id,
                                      const PlnIcalRecord  *record,
                                      GBytes               *text,
                                      const char           *gathering,
                                      GError              **error);
gboolean    pln_store_index_again    (PlnStoreDb           *db,
                                      GError              **error);
gboolean    pln_store_index_people   (PlnStoreDb           *db,
                                      gint64                id,
                                      const PlnIcalRecord  *record,
                                      const char           *gathering,
                                      GError              **error);
gboolean    pln_store_index_gathering (PlnStoreWrite       *write,
                                      const char           *uid,
                                      GError              **error);
PlnIcalRecord *pln_store_index_load  (PlnStoreDb           *db,
                                      const PlnStoreRow    *row,
                                      GPtrArray           **people,
                                      GPtrArray           **presence,
                                      char                **organisers_calendar,
                                      GError              **error);

/* Times in the index are seconds since 1970, UTC; what floats, as if this
 * computer were in UTC, so that it stays right when the computer moves. */
gint64      pln_store_index_time     (GDateTime            *time,
                                      const char           *zone);
GDateTime  *pln_store_index_read_time (gint64               stored,
                                       const char          *zone);

G_END_DECLS
