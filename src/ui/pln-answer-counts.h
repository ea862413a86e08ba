/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-attendee-filter.h"
#include "pln-gathering.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_ANSWER_COUNTS (pln_answer_counts_get_type ())
G_DECLARE_FINAL_TYPE (PlnAnswerCounts, pln_answer_counts, PLN, ANSWER_COUNTS, AdwBin)

void pln_answer_counts_set_filter    (PlnAnswerCounts   *self,
                                      PlnAttendeeFilter *filter);
void pln_answer_counts_set_gathering (PlnAnswerCounts   *self,
                                      PlnGathering      *gathering);
void pln_answer_counts_set_narrow    (PlnAnswerCounts   *self,
                                      gboolean           narrow);

G_END_DECLS
