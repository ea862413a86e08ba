/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-networks.h"

G_BEGIN_DECLS

#define PLN_TYPE_PERSON_CARD (pln_person_card_get_type ())
G_DECLARE_FINAL_TYPE (PlnPersonCard, pln_person_card, PLN, PERSON_CARD, GtkWidget)

GtkWidget   *pln_person_card_new          (PlnGathering   *gathering,
                                           PlnAttendee    *attendee);
void         pln_person_card_show         (PlnPersonCard  *self,
                                           PlnGroup       *group, /* (nullable) */
                                           const PlnPlace *place, /* (nullable) */
                                           guint           position);
PlnAttendee *pln_person_card_get_attendee (PlnPersonCard  *self);
const char  *pln_person_card_get_id       (PlnPersonCard  *self);
PlnGroup    *pln_person_card_get_group    (PlnPersonCard  *self);
PlnGroupRole pln_person_card_get_role     (PlnPersonCard  *self);
gboolean     pln_person_card_get_locked   (PlnPersonCard  *self);
gboolean     pln_person_card_get_absent   (PlnPersonCard  *self);
void         pln_person_card_set_absent   (PlnPersonCard  *self,
                                           gboolean        absent);
gboolean     pln_person_card_get_chosen   (PlnPersonCard  *self);
void         pln_person_card_set_chosen   (PlnPersonCard  *self,
                                           gboolean        chosen);
void         pln_person_card_set_lifted   (PlnPersonCard  *self,
                                           gboolean        lifted);
gboolean     pln_person_card_is_lock_at   (PlnPersonCard  *self,
                                           double          x);

G_END_DECLS
