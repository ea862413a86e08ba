/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define PLN_TYPE_TIME_ITEM (pln_time_item_get_type ())
G_DECLARE_FINAL_TYPE (PlnTimeItem, pln_time_item, PLN, TIME_ITEM, GObject)

PlnTimeItem *pln_time_item_new           (const char  *key,
                                          gpointer     object,
                                          guint        column,
                                          guint        n_columns,
                                          gint64       start,
                                          gint64       end,
                                          gboolean     fixed) G_GNUC_WARN_UNUSED_RESULT;
const char  *pln_time_item_get_key       (PlnTimeItem *self);
gpointer     pln_time_item_get_object    (PlnTimeItem *self);
guint        pln_time_item_get_column    (PlnTimeItem *self);
guint        pln_time_item_get_n_columns (PlnTimeItem *self);
gint64       pln_time_item_get_start     (PlnTimeItem *self);
gint64       pln_time_item_get_end       (PlnTimeItem *self);
gboolean     pln_time_item_get_fixed     (PlnTimeItem *self);

G_END_DECLS
