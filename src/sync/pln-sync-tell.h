/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **pln_sync_would_tell (GBytes     *before,
                            GBytes     *after,
                            gboolean    schedules,
                            const char *own_address) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
