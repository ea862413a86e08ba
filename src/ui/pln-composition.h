/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *pln_composition_words (GListModel *shown,
                             GListModel *all) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
