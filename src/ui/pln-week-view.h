/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-calendar-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_WEEK_VIEW (pln_week_view_get_type ())
G_DECLARE_FINAL_TYPE (PlnWeekView, pln_week_view, PLN, WEEK_VIEW, AdwBin)

GtkWidget *pln_week_view_new (void);

G_END_DECLS
