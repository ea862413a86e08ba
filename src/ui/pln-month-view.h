/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-calendar-view.h"

G_BEGIN_DECLS

#define PLN_TYPE_MONTH_VIEW (pln_month_view_get_type ())
G_DECLARE_FINAL_TYPE (PlnMonthView, pln_month_view, PLN, MONTH_VIEW, GtkWidget)

GtkWidget *pln_month_view_new (void);

G_END_DECLS
