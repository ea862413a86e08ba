/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-networks.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_ATTENDEE_ROWS (pln_attendee_rows_get_type ())
G_DECLARE_FINAL_TYPE (PlnAttendeeRows, pln_attendee_rows, PLN, ATTENDEE_ROWS, AdwBin)

GtkWidget   *pln_attendee_rows_new          (void);
GtkListView *pln_attendee_rows_get_view     (PlnAttendeeRows   *self);
void         pln_attendee_rows_set_model    (PlnAttendeeRows   *self,
                                             GtkSelectionModel *model);
void         pln_attendee_rows_set_networks (PlnAttendeeRows   *self,
                                             PlnNetworks       *networks);

G_END_DECLS
