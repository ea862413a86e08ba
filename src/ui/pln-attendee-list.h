/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLN_TYPE_ATTENDEE_LIST (pln_attendee_list_get_type ())
G_DECLARE_FINAL_TYPE (PlnAttendeeList, pln_attendee_list, PLN, ATTENDEE_LIST, GObject)

PlnAttendeeList *pln_attendee_list_new       (void);
void             pln_attendee_list_set_model (PlnAttendeeList *self,
                                              GListModel      *model);

G_END_DECLS
