/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"
#include "pln-quality.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_QUALITY_BAR (pln_quality_bar_get_type ())
G_DECLARE_FINAL_TYPE (PlnQualityBar, pln_quality_bar, PLN, QUALITY_BAR, AdwBin)

GtkWidget  *pln_quality_bar_new        (void);
void        pln_quality_bar_say        (PlnQualityBar *self,
                                        const char    *first,
                                        const char    *rest,
                                        gboolean       warns);
const char *pln_quality_bar_get_text   (PlnQualityBar *self);
void        pln_quality_bar_offer      (PlnQualityBar *self,
                                        PlnGathering  *gathering,
                                        PlnRound      *round,
                                        PlnQuality    *quality);
void        pln_quality_bar_set_narrow (PlnQualityBar *self,
                                        gboolean       narrow);

G_END_DECLS
