/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

G_BEGIN_DECLS

/* A gathering of invented people, the same each time: of 124, 86 go, 6 may,
 * 11 have not answered and 21 declined. long_names: some of 200 characters. */
PlnGathering *pln_ui_people_new (guint    n_people,
                                 gboolean long_names);

G_END_DECLS
