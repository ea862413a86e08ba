/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-mix-state.h"

G_BEGIN_DECLS

/* What is done to one state, and the best that was seen. */

typedef struct _PlnMixSearch PlnMixSearch;

/* Returns: whether to go on */
typedef gboolean (*PlnMixPauseFunc) (PlnMixSearch *search,
                                     gpointer      user_data);

struct _PlnMixSearch
{
  PlnMixState    *state;
  PlnMixRandom    random;
  guint64         n_steps;     /* done, in all */
  gboolean        is_stopped;
  PlnMixPauseFunc pause;       /* every few hundred steps */
  gpointer        user_data;

  guint16        *best;        /* r × p, as in the state */
  gint64          best_violations;
  gint64          best_cost;
  gboolean        is_best;     /* the state is the best, and not yet kept */
  GArray         *done;        /* of changes that are tried together */
};

/**
 * PlnMixCooling:
 * @n_steps: how long
 * @hot: the temperature at first, in cost
 * @cold: and at the end
 */
typedef struct
{
  guint64 n_steps;
  double  hot;
  double  cold;
} PlnMixCooling;

void   pln_mix_search_init   (PlnMixSearch        *self,
                              PlnMixState         *state,
                              guint64              seed);
void   pln_mix_search_clear  (PlnMixSearch        *self);
void   pln_mix_search_begin  (PlnMixSearch        *self);
void   pln_mix_search_mend   (PlnMixSearch        *self,
                              guint64              n_steps);
double pln_mix_search_anneal (PlnMixSearch        *self,
                              const PlnMixCooling *cooling);
void   pln_mix_search_keep   (PlnMixSearch        *self);

G_END_DECLS
