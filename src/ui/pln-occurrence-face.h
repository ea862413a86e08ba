/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-chip.h"
#include "pln-occurrence.h"

G_BEGIN_DECLS

void        pln_chip_show_occurrence  (PlnChip       *chip,
                                       PlnOccurrence *occurrence,
                                       PlnChipFlags   more);
char       *pln_occurrence_words      (PlnOccurrence *occurrence) G_GNUC_WARN_UNUSED_RESULT;
char       *pln_occurrence_own_colour (PlnOccurrence *occurrence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
