/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void pln_list_become (GListStore *list,
                      GPtrArray  *wanted);

G_END_DECLS
