/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-record.h"
#include "pln-ical-rule.h"

G_BEGIN_DECLS

#define PLN_ICAL_ID_SIZE 17 /* YYYYMMDDTHHMMSSZ */

/**
 * PlnIcalInstance:
 * @id: its RECURRENCE-ID as it stands in the text or would stand there; "" if
 *   the object happens once
 * @start: seconds since 1970, UTC; a day begins at midnight on this computer
 * @end: half-open; as @start where there is none
 * @zone: of @start: "" floating, `UTC`, or an IANA name, interned
 * @note: (nullable): a sentence if the zone differs or is not known, static
 * @part: the component that describes it
 * @is_date: whether it is whole days
 * @is_override: whether @part is for this one (or this one and those after it)
 * @is_cancelled: whether it does not take place
 *
 * One time at which an object happens. Plain data.
 */
typedef struct
{
  char        id[PLN_ICAL_ID_SIZE];
  gint64      start;
  gint64      end;
  const char *zone;
  const char *note;
  guint       part;
  gboolean    is_date;
  gboolean    is_override;
  gboolean    is_cancelled;
} PlnIcalInstance;

/**
 * PlnIcalRecurrence:
 *
 * When an object happens: its recurrence set (RFC 5545, 3.8.5), of RRULE, RDATE,
 * EXDATE and the components with RECURRENCE-ID. For one thread at a time.
 */
typedef struct _PlnIcalRecurrence PlnIcalRecurrence;

PlnIcalRecurrence   *pln_ical_recurrence_new        (PlnIcalText        *text,
                                                     GError            **error);
void                 pln_ical_recurrence_free       (PlnIcalRecurrence  *self);
gboolean             pln_ical_recurrence_recurs     (PlnIcalRecurrence  *self);
const char          *pln_ical_recurrence_get_doubt  (PlnIcalRecurrence  *self);
const PlnIcalRule   *pln_ical_recurrence_get_rule   (PlnIcalRecurrence  *self,
                                                     gint64             *start,
                                                     gint64             *until);
const PlnIcalRecord *pln_ical_recurrence_get_record (PlnIcalRecurrence  *self,
                                                     guint               part);
gboolean             pln_ical_recurrence_get_bounds (PlnIcalRecurrence  *self,
                                                     gint64             *first,
                                                     gint64             *last);
GArray              *pln_ical_recurrence_list       (PlnIcalRecurrence  *self,
                                                     gint64              from,
                                                     gint64              to,
                                                     guint               max,
                                                     gboolean           *is_cut);

/**
 * PlnIcalInstances:
 *
 * The instances of a recurrence, in the order of their starts, one by one. The
 * recurrence must be kept as long.
 */
typedef struct _PlnIcalInstances PlnIcalInstances;

PlnIcalInstances    *pln_ical_instances_new         (PlnIcalRecurrence  *recurrence,
                                                     gint64              from);
gboolean             pln_ical_instances_next        (PlnIcalInstances   *self,
                                                     PlnIcalInstance    *instance);
void                 pln_ical_instances_free        (PlnIcalInstances   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnIcalRecurrence, pln_ical_recurrence_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnIcalInstances, pln_ical_instances_free)

G_END_DECLS
