/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store-pair.h"

G_BEGIN_DECLS

/**
 * PlnStoreRound:
 * @is_listed: whether @listed holds anything
 *
 * What a round of sync found, on its way to the writer.
 */
typedef struct
{
  char           *calendar;
  GPtrArray      *settled;
  PlnStoreListed  listed;
  gboolean        is_listed;
} PlnStoreRound;

void pln_store_round_free (PlnStoreRound *round);

G_END_DECLS
