/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

char *bench_calendar_new (guint n_events,
                          guint n_attendees) G_GNUC_WARN_UNUSED_RESULT;
