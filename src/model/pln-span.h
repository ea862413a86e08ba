/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-occurrence.h"

G_BEGIN_DECLS

#define PLN_TYPE_SPAN (pln_span_get_type ())
G_DECLARE_FINAL_TYPE (PlnSpan, pln_span, PLN, SPAN, GObject)

PlnSpan       *pln_span_new         (gint64         from,
                                     gint64         to);
gint64         pln_span_get_from    (PlnSpan       *self);
gint64         pln_span_get_to      (PlnSpan       *self);
gboolean       pln_span_get_loading (PlnSpan       *self);
void           pln_span_set_loading (PlnSpan       *self,
                                     gboolean       loading);

PlnOccurrence *pln_span_find        (PlnSpan       *self,
                                     const char    *uid,
                                     const char    *instance);
void           pln_span_take        (PlnSpan       *self,
                                     GPtrArray     *occurrences);
void           pln_span_put         (PlnSpan       *self,
                                     PlnOccurrence *occurrence);
void           pln_span_remove      (PlnSpan       *self,
                                     const char    *uid,
                                     const char    *instance);

G_END_DECLS
