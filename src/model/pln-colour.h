/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *pln_colour_hex (const char *colour,
                            gboolean    is_dark);

G_END_DECLS
