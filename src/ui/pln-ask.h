/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-wishes.h"

G_BEGIN_DECLS

void pln_ask_backup  (GtkWindow    *window,
                      PlnWishes    *wishes);
void pln_ask_restore (GtkWindow    *window,
                      PlnWishes    *wishes);
void pln_ask_delete  (GtkWindow    *window,
                      PlnWishes    *wishes,
                      PlnGathering *gathering);

G_END_DECLS
