/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The three sorts of properties that models have. */
#define PLN_PARAM_ONCE  (G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS)
#define PLN_PARAM_READ  (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)
#define PLN_PARAM_WRITE (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

/* Most texts of most models are empty: these are kept as NULL, and leave the
 * model as "" or an empty list, never as NULL. */
const char        *pln_text_get     (const char         *text);
gboolean           pln_text_set     (char              **where,
                                     const char         *value);
const char *const *pln_texts_get    (char              **texts);
gboolean           pln_texts_set    (char             ***where,
                                     const char *const  *value);
gboolean           pln_time_set     (GDateTime         **where,
                                     GDateTime          *value);
guint              pln_time_minutes (GDateTime          *start,
                                     GDateTime          *end);

G_END_DECLS
