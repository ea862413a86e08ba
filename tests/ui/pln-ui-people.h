/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"
#include "pln-person-line.h"

G_BEGIN_DECLS

/* A gathering of invented people, the same each time: of 124, 86 go, 6 may,
 * 11 have not answered and 21 declined. long_names: some of 200 characters. */
PlnGathering *pln_ui_people_new (guint    n_people,
                                 gboolean long_names);

/* Lines as of a pasted list: new ones, then one that cannot be read, one that
 * stands there twice, and one that is on the list already. */
GListModel   *pln_ui_people_lines (guint n_new);

G_END_DECLS
