/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnDayAxis:
 *
 * The time of day as a line that several days share, with as many hours as
 * there are: where one of the days has an hour twice the line has it twice,
 * and where all of them skip one the line skips it. Places on it are minutes;
 * on ordinary days the place of 9:30 is 570.
 */
typedef struct _PlnDayAxis PlnDayAxis;

PlnDayAxis *pln_day_axis_new         (const GDate      *days,
                                      guint             n_days,
                                      GTimeZone        *zone,
                                      int               from,
                                      int               to) G_GNUC_WARN_UNUSED_RESULT;
void        pln_day_axis_free        (PlnDayAxis       *self);

double      pln_day_axis_get_start   (const PlnDayAxis *self);
double      pln_day_axis_get_end     (const PlnDayAxis *self);
double      pln_day_axis_to_place    (const PlnDayAxis *self,
                                      guint             day,
                                      gint64            at);
gint64      pln_day_axis_from_place  (const PlnDayAxis *self,
                                      guint             day,
                                      double            place);
int         pln_day_axis_clock       (const PlnDayAxis *self,
                                      double            place,
                                      gboolean         *again);
gboolean    pln_day_axis_get_hole    (const PlnDayAxis *self,
                                      guint             day,
                                      guint             n,
                                      double           *from,
                                      double           *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnDayAxis, pln_day_axis_free)

G_END_DECLS
