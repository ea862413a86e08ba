/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"
#include "pln-quality.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *pln_quality_list_exceptions (PlnGathering *gathering,
                                        PlnQuality   *quality);
GtkWidget *pln_quality_list_groups     (PlnGathering *gathering,
                                        PlnRound     *round,
                                        PlnQuality   *quality);

G_END_DECLS
