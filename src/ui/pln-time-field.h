/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-field.h"

G_BEGIN_DECLS

#define PLN_TYPE_TIME_FIELD (pln_time_field_get_type ())
G_DECLARE_FINAL_TYPE (PlnTimeField, pln_time_field, PLN, TIME_FIELD, PlnField)

guint    pln_time_field_get_minutes (PlnTimeField *self);
void     pln_time_field_set_minutes (PlnTimeField *self,
                                     guint         minutes);

G_END_DECLS
