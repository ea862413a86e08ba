/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-occurrence.h"

G_BEGIN_DECLS

/* What the design's picture of a week holds, 18 to 24 July 2011. */
GPtrArray     *pln_ui_week_new   (void) G_GNUC_WARN_UNUSED_RESULT;
/* So many more in that week, spread over its days, some at the same time. */
GPtrArray     *pln_ui_week_large (guint       n) G_GNUC_WARN_UNUSED_RESULT;
/* One of them, from a time as "2011-07-19T10:00" in a zone. */
PlnOccurrence *pln_ui_week_make  (PlnOccurrenceKind  kind,
                                  const char        *title,
                                  const char        *start,
                                  const char        *end,
                                  const char        *zone,
                                  const char        *colour) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
