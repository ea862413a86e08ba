/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_PERSON_PANE (pln_person_pane_get_type ())
G_DECLARE_FINAL_TYPE (PlnPersonPane, pln_person_pane, PLN, PERSON_PANE, AdwBin)

void         pln_person_pane_show         (PlnPersonPane *self,
                                           PlnGathering  *gathering,
                                           PlnAttendee   *attendee);
PlnAttendee *pln_person_pane_get_attendee (PlnPersonPane *self);
void         pln_person_pane_save         (PlnPersonPane *self);

G_END_DECLS
