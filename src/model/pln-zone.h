/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLN_TYPE_ZONE (pln_zone_get_type ())
G_DECLARE_FINAL_TYPE (PlnZone, pln_zone, PLN, ZONE, GObject)

GListModel *pln_zone_list            (void) G_GNUC_WARN_UNUSED_RESULT;
const char *pln_zone_here            (void);

const char *pln_zone_get_name        (PlnZone *self);
const char *pln_zone_get_place       (PlnZone *self);
const char *pln_zone_get_search_text (PlnZone *self);

G_END_DECLS
