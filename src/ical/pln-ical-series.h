/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-recurrence.h"

G_BEGIN_DECLS

/**
 * PlnIcalPlace:
 * @start: a face on the clock of @zone, see [func@ical_face_to_number]
 * @end: the same, half-open; as @start if it takes no time
 * @zone: "" floating, `UTC`, or an IANA name; of no account for days
 * @is_date: whether both are days
 *
 * Where something is to be in a calendar.
 */
typedef struct
{
  gint64      start;
  gint64      end;
  const char *zone;
  gboolean    is_date;
} PlnIcalPlace;

void    pln_ical_place_init    (PlnIcalPlace        *place,
                                GDateTime           *start,
                                GDateTime           *end,
                                const char          *zone,
                                gboolean             is_date);

GBytes *pln_ical_series_detach (GBytes              *text,
                                const char          *id,
                                GError             **error);
GBytes *pln_ical_series_drop   (GBytes              *text,
                                const char          *id,
                                GError             **error);
GBytes *pln_ical_series_move   (GBytes              *text,
                                const char          *id,
                                const PlnIcalPlace  *place,
                                GError             **error);

G_END_DECLS
