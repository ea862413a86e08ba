/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-attendee-cell.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_ATTENDEE_TABLE (pln_attendee_table_get_type ())
G_DECLARE_FINAL_TYPE (PlnAttendeeTable, pln_attendee_table, PLN, ATTENDEE_TABLE, AdwBin)

GtkWidget     *pln_attendee_table_new          (void);
GtkColumnView *pln_attendee_table_get_view     (PlnAttendeeTable  *self);
void           pln_attendee_table_set_model    (PlnAttendeeTable  *self,
                                                GtkSelectionModel *model);
void           pln_attendee_table_set_networks (PlnAttendeeTable  *self,
                                                PlnNetworks       *networks);
void           pln_attendee_table_set_roomy    (PlnAttendeeTable  *self,
                                                gboolean           roomy);
void           pln_attendee_table_edit_name    (PlnAttendeeTable  *self);
GtkWidget     *pln_attendee_table_make_chooser (PlnAttendeeTable  *self);

G_END_DECLS
