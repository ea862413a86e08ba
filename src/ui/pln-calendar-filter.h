/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-occurrence.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PlnCalendarFacet:
 * @PLN_CALENDAR_FACET_KIND: what it is
 * @PLN_CALENDAR_FACET_CALENDAR: where it lies
 * @PLN_CALENDAR_FACET_TRACK: the strand of a programme
 *
 * By what the calendar can be filtered.
 */
typedef enum
{
  PLN_CALENDAR_FACET_KIND,
  PLN_CALENDAR_FACET_CALENDAR,
  PLN_CALENDAR_FACET_TRACK,
  PLN_N_CALENDAR_FACETS,
} PlnCalendarFacet;

#define PLN_TYPE_CALENDAR_FILTER (pln_calendar_filter_get_type ())
G_DECLARE_FINAL_TYPE (PlnCalendarFilter, pln_calendar_filter, PLN, CALENDAR_FILTER, GtkFilter)

PlnCalendarFilter *pln_calendar_filter_new        (void);
gboolean           pln_calendar_filter_is_active  (PlnCalendarFilter *self);
gboolean           pln_calendar_filter_is_hidden  (PlnCalendarFilter *self,
                                                   PlnCalendarFacet   facet,
                                                   const char        *value);
void               pln_calendar_filter_set_hidden (PlnCalendarFilter *self,
                                                   PlnCalendarFacet   facet,
                                                   const char        *value,
                                                   gboolean           hidden);
void               pln_calendar_filter_clear      (PlnCalendarFilter *self);
const char        *pln_calendar_filter_get_value  (PlnOccurrence     *occurrence,
                                                   PlnCalendarFacet   facet);
GtkWidget         *pln_calendar_filter_make_box   (PlnCalendarFilter *self,
                                                   GListModel        *occurrences);

G_END_DECLS
