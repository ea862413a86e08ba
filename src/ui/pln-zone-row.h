/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_ZONE_ROW (pln_zone_row_get_type ())
G_DECLARE_FINAL_TYPE (PlnZoneRow, pln_zone_row, PLN, ZONE_ROW, AdwActionRow)

const char *pln_zone_row_get_zone (PlnZoneRow *self);
void        pln_zone_row_set_zone (PlnZoneRow *self,
                                   const char *zone);
void        pln_zone_row_set_at   (PlnZoneRow *self,
                                   GDateTime  *at);
guint       pln_zone_row_search   (PlnZoneRow *self,
                                   const char *text);

G_END_DECLS
