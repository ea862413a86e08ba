/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *pln_ical_stamp_new (gint64 now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
