/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-sheet.h"
#include "pln-wishes.h"

G_BEGIN_DECLS

#define PLN_TYPE_INVITE_SHEET (pln_invite_sheet_get_type ())
G_DECLARE_FINAL_TYPE (PlnInviteSheet, pln_invite_sheet, PLN, INVITE_SHEET, PlnSheet)

PlnSheet *pln_invite_sheet_new     (PlnWishes      *wishes,
                                    PlnGathering   *gathering);
PlnSheet *pln_invite_sheet_new_for (PlnWishes      *wishes,
                                    PlnGathering   *gathering,
                                    GPtrArray      *attendees);
void      pln_invite_sheet_export  (PlnInviteSheet *self,
                                    GFile          *folder);

G_END_DECLS
