/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *pln_ical_feed_write (GBytes      *gathering,
                             GPtrArray   *sessions,
                             const char  *source,
                             gint64       now,
                             GError     **error);

G_END_DECLS
