/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-recurrence-private.h"
#include "pln-ical-series.h"

G_BEGIN_DECLS

/**
 * PlnIcalSeries:
 * @main: the component without RECURRENCE-ID, or the first
 *
 * A series while it is edited.
 */
typedef struct
{
  PlnIcalText       *text;
  PlnIcalRecurrence *recurrence;
  guint              main;
} PlnIcalSeries;

gboolean pln_ical_series_open      (PlnIcalSeries      *series,
                                    GBytes             *bytes,
                                    GError            **error);
void     pln_ical_series_clear     (PlnIcalSeries      *series);
gboolean pln_ical_series_find      (PlnIcalSeries      *series,
                                    const char         *id,
                                    PlnIcalInstance    *instance,
                                    GError            **error);
char    *pln_ical_series_time_line (const PlnIcalLine  *like,
                                    const char         *name,
                                    gint64              face,
                                    gboolean            is_utc);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlnIcalSeries, pln_ical_series_clear)

G_END_DECLS
