/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-networks.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_ATTENDEE_ROW (pln_attendee_row_get_type ())
G_DECLARE_FINAL_TYPE (PlnAttendeeRow, pln_attendee_row, PLN, ATTENDEE_ROW, AdwBin)

GtkWidget   *pln_attendee_row_new          (void);
void         pln_attendee_row_set_networks (PlnAttendeeRow *self,
                                            PlnNetworks    *networks);
void         pln_attendee_row_show         (PlnAttendeeRow *self,
                                            PlnAttendee    *attendee);
PlnAttendee *pln_attendee_row_get_attendee (PlnAttendeeRow *self);

G_END_DECLS
