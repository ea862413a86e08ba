/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_GATHERING_CARD (pln_gathering_card_get_type ())
G_DECLARE_FINAL_TYPE (PlnGatheringCard, pln_gathering_card, PLN, GATHERING_CARD, AdwBin)

void pln_gathering_card_set_gathering (PlnGatheringCard *self,
                                       PlnGathering     *gathering);

G_END_DECLS
