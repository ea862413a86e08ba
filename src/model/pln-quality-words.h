/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"
#include "pln-quality.h"

G_BEGIN_DECLS

/* A quality in words. Sentences are plain text, best news first. */

const char *pln_quality_title        (PlnQuality             *quality);
GStrv       pln_quality_words        (PlnQuality             *quality) G_GNUC_WARN_UNUSED_RESULT;
char       *pln_quality_words_change (PlnQuality             *before,
                                      PlnQuality             *after) G_GNUC_WARN_UNUSED_RESULT;
char       *pln_quality_words_flaw   (const PlnFlaw          *flaw,
                                      PlnGathering           *gathering) G_GNUC_WARN_UNUSED_RESULT;
char       *pln_quality_words_group  (const PlnQualityGroup  *group) G_GNUC_WARN_UNUSED_RESULT;
char       *pln_quality_words_person (const PlnQualityPerson *person) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
