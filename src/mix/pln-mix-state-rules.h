/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-mix-state.h"

#include <string.h>

G_BEGIN_DECLS

/* What of a state is made of the rules: by pln_mix_state_new() alone. */

void pln_mix_state_build_pins   (PlnMixState *self);
void pln_mix_state_build_blocks (PlnMixState *self);
void pln_mix_state_build_bonds  (PlnMixState *self);

static inline gsize
pln_mix_state_n_places (const PlnMixState *self)
{
  return (gsize) self->n_rounds * self->n_people;
}

static inline guint16 *
pln_mix_state_nowhere_new (gsize n)
{
  guint16 *groups = g_new (guint16, n);

  memset (groups, 0xff, n * sizeof *groups);

  return groups;
}

G_END_DECLS
