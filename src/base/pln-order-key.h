/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLN_ORDER_KEY_MAX 64

gboolean pln_order_key_is_valid (const char *key);
char    *pln_order_key_between  (const char *before,
                                 const char *after) G_GNUC_WARN_UNUSED_RESULT;
void     pln_order_keys_fill    (GPtrArray  *keys);

G_END_DECLS
