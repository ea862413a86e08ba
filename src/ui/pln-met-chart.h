/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-quality.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLN_TYPE_MET_CHART (pln_met_chart_get_type ())
G_DECLARE_FINAL_TYPE (PlnMetChart, pln_met_chart, PLN, MET_CHART, GtkWidget)

GtkWidget *pln_met_chart_new  (void);
void       pln_met_chart_show (PlnMetChart *self,
                               PlnQuality  *quality);

G_END_DECLS
