/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-facet.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_ATTENDEE_FILTER (pln_attendee_filter_get_type ())
G_DECLARE_FINAL_TYPE (PlnAttendeeFilter, pln_attendee_filter, PLN, ATTENDEE_FILTER, GtkFilter)

PlnAttendeeFilter *pln_attendee_filter_new         (void);
const char        *pln_attendee_filter_get_search  (PlnAttendeeFilter *self);
void               pln_attendee_filter_set_search  (PlnAttendeeFilter *self,
                                                    const char        *text);
gboolean           pln_attendee_filter_has         (PlnAttendeeFilter *self,
                                                    PlnFacet           facet,
                                                    const char        *value);
guint              pln_attendee_filter_get_n       (PlnAttendeeFilter *self,
                                                    PlnFacet           facet);
const char        *pln_attendee_filter_get_one     (PlnAttendeeFilter *self,
                                                    PlnFacet           facet);
void               pln_attendee_filter_choose      (PlnAttendeeFilter *self,
                                                    PlnFacet           facet,
                                                    const char        *value,
                                                    gboolean           on);
void               pln_attendee_filter_choose_only (PlnAttendeeFilter *self,
                                                    PlnFacet           facet,
                                                    const char        *value);
void               pln_attendee_filter_clear_facet (PlnAttendeeFilter *self,
                                                    PlnFacet           facet);
void               pln_attendee_filter_clear       (PlnAttendeeFilter *self);
gboolean           pln_attendee_filter_is_empty    (PlnAttendeeFilter *self);

G_END_DECLS
