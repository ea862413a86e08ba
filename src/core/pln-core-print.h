/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"

G_BEGIN_DECLS

/* Its name only: who draws brings the type. */
typedef struct _cairo cairo_t;

/**
 * PlnCorePrint:
 *
 * The programme of a gathering as everybody may see it, on its way to paper.
 */
typedef struct _PlnCorePrint PlnCorePrint;

void          pln_core_print_free     (PlnCorePrint         *print);
const char   *pln_core_print_get_title (PlnCorePrint        *print);
char         *pln_core_print_left_out (PlnCorePrint         *print) G_GNUC_WARN_UNUSED_RESULT; /* (nullable) */
gboolean      pln_core_print_is_wide  (PlnCorePrint         *print);
/* In points; returns the number of pages. */
guint         pln_core_print_paginate (PlnCorePrint         *print,
                                       double                width,
                                       double                height);
/* One unit is a point; a page that was counted. */
void          pln_core_print_draw     (PlnCorePrint         *print,
                                       cairo_t              *cr,
                                       guint                 page);

/* layout: "list", "day" or "rooms". */
void          pln_core_print_async    (PlnCore              *self,
                                       PlnGathering         *gathering,
                                       const char           *layout,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
PlnCorePrint *pln_core_print_finish   (PlnCore              *self,  /* (transfer full) */
                                       GAsyncResult         *result,
                                       GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnCorePrint, pln_core_print_free)

G_END_DECLS
