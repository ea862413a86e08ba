/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-duration.h"
#include "pln-ical-recurrence.h"
#include "pln-ical-rule.h"
#include "pln-ical-zone-private.h"

G_BEGIN_DECLS

#define PLN_ICAL_DAY (24 * 60 * 60)

/**
 * PlnIcalMark:
 * @clock: by which it is meant; that of this computer if the zone is not known
 * @face: what that shows, see [func@ical_face_to_number]
 * @is_unknown: whether its zone is not known
 *
 * A DATE or DATE-TIME of a text.
 */
typedef struct
{
  PlnIcalClock   *clock;
  gint64          face;
  PlnIcalReading  reading;
  gboolean        is_date;
  gboolean        is_utc;
  gboolean        is_unknown;
} PlnIcalMark;

gboolean pln_ical_mark_read (PlnIcalMark       *mark,
                             PlnIcalZones      *zones,
                             const PlnIcalView *view,
                             const char        *text,
                             gsize              length);

/**
 * PlnIcalSeriesDate:
 * @moment: of its RECURRENCE-ID
 * @face: the same on the clock of the series
 * @has_length: whether it is a PERIOD
 *
 * One RDATE, or DTSTART.
 */
typedef struct
{
  gint64        moment;
  gint64        face;
  gboolean      has_length;
  PlnIcalLength length;
} PlnIcalSeriesDate;

/**
 * PlnIcalSegment:
 * @since: RECURRENCE-IDs from here on; the first is open
 * @shift: of the faces, in seconds
 * @clock: by which the shifted faces are meant
 *
 * What holds for a series from one RECURRENCE-ID on (RANGE=THISANDFUTURE) until
 * the next segment begins.
 */
typedef struct
{
  gint64         since;
  gint64         shift;
  PlnIcalClock  *clock;
  PlnIcalLength  length;
  guint          part;
  gboolean       is_date;
  gboolean       is_cancelled;
  gboolean       is_unknown;
} PlnIcalSegment;

/**
 * PlnIcalOverride:
 * @moment: of its RECURRENCE-ID
 * @day: the day of that, on its own clock
 * @by_day: whether it means the instance of that day, whatever its time
 * @instance: what it says
 *
 * A component with RECURRENCE-ID.
 */
typedef struct
{
  gint64          moment;
  gint64          day;
  gboolean        by_day;
  PlnIcalInstance instance;
} PlnIcalOverride;

struct _PlnIcalRecurrence
{
  PlnIcalText  *text;
  PlnIcalZones *zones;
  gboolean      has_master;
  gboolean      recurs;
  PlnIcalMark   start;
  GPtrArray    *rules;          /* PlnIcalRule */
  GArray       *dates;          /* PlnIcalSeriesDate, DTSTART among them, sorted by moment */
  GArray       *excluded;       /* gint64 moments, sorted */
  GArray       *excluded_days;  /* gint64 days of faces, sorted */
  GArray       *segments;       /* PlnIcalSegment, sorted by since; at least one if there is a master */
  GArray       *overrides;      /* PlnIcalOverride, sorted by start */
  GArray       *overridden;     /* gint64 moments, sorted */
  GArray       *overridden_days; /* gint64, sorted */
  GHashTable   *records;        /* part → PlnIcalRecord */
  char         *doubt;
};

gboolean pln_ical_recurrence_read     (PlnIcalRecurrence    *self,
                                       guint                 main);
int      pln_ical_compare_moments     (gconstpointer         a,
                                       gconstpointer         b);
void     pln_ical_recurrence_doubt    (PlnIcalRecurrence    *self,
                                       const char           *why);
gboolean pln_ical_recurrence_find     (PlnIcalRecurrence    *self,
                                       const char           *id,
                                       PlnIcalInstance      *instance);
gboolean pln_ical_recurrence_is_detached (PlnIcalRecurrence  *self,
                                          const char         *id);
gboolean pln_ical_recurrence_has_segment (PlnIcalRecurrence  *self,
                                          guint               part);
gboolean pln_ical_recurrence_is_shown (PlnIcalRecurrence    *self,
                                       guint                 part);
gint64   pln_ical_length_end          (const PlnIcalLength  *length,
                                       PlnIcalClock         *clock,
                                       gint64                face,
                                       gint64                start);
gboolean pln_ical_moments_contain     (GArray               *moments,
                                       gint64                moment);

PlnIcalInstances *pln_ical_instances_new_within (PlnIcalRecurrence *recurrence,
                                                 gint64             from,
                                                 gint64             to);

G_END_DECLS
