/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What each target is: it must neither crash nor hang, whatever the bytes. */
int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);
