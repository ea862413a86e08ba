/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-mix-instance.h"

G_BEGIN_DECLS

/**
 * PlnMixProgress:
 * @n_steps: steps done
 * @n_steps_planned: steps in all
 * @violations: rules broken by the best plan so far
 * @cost: its cost
 * @finder: for pln_mix_progress_copy_plan()
 *
 * How far a search is.
 */
typedef struct
{
  guint64       n_steps;
  guint64       n_steps_planned;
  guint64       violations;
  guint64       cost;
  gconstpointer finder;
} PlnMixProgress;

/**
 * PlnMixProgressFunc:
 * @progress: how far the search is
 * @user_data: data
 *
 * Called every few hundred steps, in the thread that searches.
 *
 * Returns: %TRUE to go on, %FALSE if the best plan is good enough now
 */
typedef gboolean (*PlnMixProgressFunc) (const PlnMixProgress *progress,
                                        gpointer              user_data);

PlnMixPlan *pln_mix_solve              (const PlnMixInstance *instance,
                                        guint64               seed,
                                        guint64               n_steps,
                                        PlnMixProgressFunc    func,
                                        gpointer              user_data);
PlnMixPlan *pln_mix_progress_copy_plan (const PlnMixProgress *progress);

G_END_DECLS
