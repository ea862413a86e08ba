/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The longest time that the main loop, and so the window, stands still. */
void          bench_stall_watch (void);
void          bench_stall_reset (void);
gint64        bench_stall_get   (void); /* since then, in microseconds */

/* Runs the main loop until an operation has ended. */
void          bench_got_result_cb (GObject       *source,
                                   GAsyncResult  *result,
                                   gpointer       user_data);
GAsyncResult *bench_wait_for      (GAsyncResult **result);

G_END_DECLS
