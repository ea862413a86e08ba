/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Its name only: who draws brings the type. */
typedef struct _cairo cairo_t;

/**
 * PlnPages:
 *
 * Pages that are ready to be printed. For one thread.
 */
typedef struct _PlnPages PlnPages;

void      pln_pages_free       (PlnPages    *pages);
guint     pln_pages_get_n      (PlnPages    *pages);
void      pln_pages_draw       (PlnPages    *pages,
                                cairo_t     *cr,
                                guint        page);
gboolean  pln_pages_check      (PlnPages    *pages,
                                char       **fault);

void      pln_pages_find_paper (gboolean     is_wide,
                                double      *width,
                                double      *height);
GBytes   *pln_pages_to_pdf     (PlnPages    *pages,
                                const char  *title);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnPages, pln_pages_free)

G_END_DECLS
