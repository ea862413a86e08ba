/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gint64     pln_clock_now      (void);
GDateTime *pln_clock_now_utc  (void) G_GNUC_WARN_UNUSED_RESULT;
GDateTime *pln_clock_now_here (void) G_GNUC_WARN_UNUSED_RESULT;
gint64     pln_clock_since    (gint64      seconds);
gint64     pln_clock_processor (void);
void       pln_clock_set      (gint64 seconds);

G_END_DECLS
