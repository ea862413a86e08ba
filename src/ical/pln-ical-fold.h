/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void pln_ical_fold_append   (GString    *text,
                             const char *line,
                             gsize       length,
                             const char *line_end);
void pln_ical_unfold_append (GString    *line,
                             const char *raw,
                             gsize       length);

G_END_DECLS
