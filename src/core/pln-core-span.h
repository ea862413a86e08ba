/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"

#include "pln-span.h"

G_BEGIN_DECLS

/* What takes place from one moment to another, in seconds since 1970. The list
 * is empty and loading at first; it is kept right as long as somebody holds it. */
PlnSpan *pln_core_list_span (PlnCore *self,
                             gint64   from,
                             gint64   to) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
