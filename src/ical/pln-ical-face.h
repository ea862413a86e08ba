/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnIcalFace:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 * @seconds: since midnight
 *
 * What a clock and a calendar on a wall show, whatever the zone.
 */
typedef struct
{
  int year;
  int month;
  int day;
  int seconds;
} PlnIcalFace;

gint64   pln_ical_face_to_number   (const PlnIcalFace *face);
void     pln_ical_face_from_number (PlnIcalFace       *face,
                                    gint64             number);
gint64   pln_ical_face_day         (gint64             number);
gboolean pln_ical_face_parse       (PlnIcalFace       *face,
                                    const char        *text,
                                    gsize              length,
                                    gboolean          *is_date,
                                    gboolean          *is_utc);
void     pln_ical_face_write       (char              *text,
                                    gint64             number,
                                    gboolean           is_date,
                                    gboolean           is_utc);
int      pln_ical_face_weekday     (const PlnIcalFace *face);
int      pln_ical_days_in_month    (int                year,
                                    int                month);

G_END_DECLS
