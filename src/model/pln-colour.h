/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *pln_colour_hex (const char *colour,
                            gboolean    is_dark);

char       *pln_colour_on  (const char *colour,
                            gboolean    is_dark) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
