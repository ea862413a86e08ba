/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-server-state.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PLN_TYPE_STATE_LINE (pln_state_line_get_type ())
G_DECLARE_FINAL_TYPE (PlnStateLine, pln_state_line, PLN, STATE_LINE, AdwBin)

void pln_state_line_set_work  (PlnStateLine   *self,
                               const char     *message,
                               double          fraction,
                               GCancellable   *cancellable);
void pln_state_line_set_state (PlnStateLine   *self,
                               PlnServerState *state);

G_END_DECLS
