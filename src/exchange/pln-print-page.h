/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-print.h"

G_BEGIN_DECLS

/* What the pages have in common, whatever is on them. */
double  pln_print_head   (PlnPrint   *print,
                          const char *title,
                          const char *subject);
double  pln_print_bottom (PlnPrint   *print);
char   *pln_print_join   (const char *a,
                          const char *b) G_GNUC_WARN_UNUSED_RESULT;
char   *pln_print_as_of  (GDateTime  *at) G_GNUC_WARN_UNUSED_RESULT;
double  pln_print_put    (PlnPrint   *print,
                          const char *text,
                          double      size,
                          gboolean    is_bold,
                          const char *colour,
                          double      x,
                          double      y,
                          double      width,
                          double      most);
double  pln_print_need   (PlnPrint   *print,
                          const char *text,
                          double      size,
                          gboolean    is_bold,
                          double      width,
                          double      most);
void    pln_print_feet   (PlnPrint   *print,
                          const char *where,
                          const char *state);

G_END_DECLS
