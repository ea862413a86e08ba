/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-problem-row.h"

G_BEGIN_DECLS

#define PLN_TYPE_WHEN_GROUP (pln_when_group_get_type ())
G_DECLARE_FINAL_TYPE (PlnWhenGroup, pln_when_group, PLN, WHEN_GROUP, AdwPreferencesGroup)

void        pln_when_group_set_times   (PlnWhenGroup  *self,
                                        GDateTime     *start,
                                        GDateTime     *end,
                                        const char    *zone,
                                        gboolean       all_day);
gboolean    pln_when_group_check       (PlnWhenGroup  *self);
gboolean    pln_when_group_check_below (PlnWhenGroup  *self,
                                        PlnProblemRow *above);
GDateTime  *pln_when_group_get_start   (PlnWhenGroup  *self) G_GNUC_WARN_UNUSED_RESULT;
GDateTime  *pln_when_group_get_end     (PlnWhenGroup  *self) G_GNUC_WARN_UNUSED_RESULT;
const char *pln_when_group_get_zone    (PlnWhenGroup  *self);
gboolean    pln_when_group_get_all_day (PlnWhenGroup  *self);
GtkWidget  *pln_when_group_get_faulty  (PlnWhenGroup  *self);

G_END_DECLS
