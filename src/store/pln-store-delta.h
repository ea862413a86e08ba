/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *pln_store_delta_new   (GBytes *from,
                               GBytes *to);
GBytes *pln_store_delta_apply (GBytes *delta,
                               GBytes *from);

G_END_DECLS
