/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * PlnSection:
 * @PLN_SECTION_NOW: takes place today
 * @PLN_SECTION_UPCOMING: comes, or has no time yet
 * @PLN_SECTION_PAST: was on a day before today
 *
 * The part of the sidebar that a gathering stands in.
 */
typedef enum
{
  PLN_SECTION_NOW,
  PLN_SECTION_UPCOMING,
  PLN_SECTION_PAST,
} PlnSection;

#define PLN_TYPE_GATHERING_LIST (pln_gathering_list_get_type ())
G_DECLARE_FINAL_TYPE (PlnGatheringList, pln_gathering_list, PLN, GATHERING_LIST, AdwBin)

PlnSection    pln_gathering_list_section        (PlnGathering     *gathering);
void          pln_gathering_list_set_gatherings (PlnGatheringList *self,
                                                 GListModel       *gatherings);
void          pln_gathering_list_set_gathering  (PlnGatheringList *self,
                                                 PlnGathering     *gathering);
void          pln_gathering_list_set_ready      (PlnGatheringList *self);

G_END_DECLS
