/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-record.h"

G_BEGIN_DECLS

/* For pln-ical-record.c. */
char            *pln_ical_person_email   (const PlnIcalView *view);
char            *pln_ical_person_speaker (const PlnIcalView *view);
PlnIcalAttendee *pln_ical_attendee_read  (const PlnIcalView *view,
                                           guint              order);
PlnIcalAttendee *pln_ical_member_read    (const PlnIcalView *view,
                                           guint              order);
PlnIcalSighting *pln_ical_sighting_read  (const PlnIcalView *view);
void             pln_ical_sighting_free  (PlnIcalSighting   *sighting);
PlnIcalGuest    *pln_ical_guest_read     (const PlnIcalView *view);
void             pln_ical_guest_free     (PlnIcalGuest      *guest);

G_END_DECLS
