/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-occurrence.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_DAY_LIST (pln_day_list_get_type ())
G_DECLARE_FINAL_TYPE (PlnDayList, pln_day_list, PLN, DAY_LIST, AdwBin)

GtkWidget     *pln_day_list_new  (void);
void           pln_day_list_show (PlnDayList  *self,
                                  const GDate *day,
                                  GPtrArray   *occurrences);
PlnOccurrence *pln_day_list_pick (PlnDayList  *self,
                                  double       x,
                                  double       y);

G_END_DECLS
