/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-field.h"

G_BEGIN_DECLS

#define PLN_TYPE_DATE_FIELD (pln_date_field_get_type ())
G_DECLARE_FINAL_TYPE (PlnDateField, pln_date_field, PLN, DATE_FIELD, PlnField)

gboolean pln_date_field_get_date (PlnDateField *self,
                                  GDate        *date);
void     pln_date_field_set_date (PlnDateField *self,
                                  const GDate  *date);

G_END_DECLS
