/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-ical-merge.h"
#include "pln-store-question.h"

G_BEGIN_DECLS

GPtrArray *pln_store_questions_new (GBytes                  *base,
                                    GBytes                  *mine,
                                    GBytes                  *theirs,
                                    const PlnIcalMergeHints *hints) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
