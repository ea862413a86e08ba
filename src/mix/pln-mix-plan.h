/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlnMixError:
 * @PLN_MIX_ERROR_CROWDED: a group has more people than seats
 *
 * What can be wrong with a mixing plan.
 */
typedef enum
{
  PLN_MIX_ERROR_CROWDED,
} PlnMixError;

#define PLN_MIX_ERROR (pln_mix_error_quark ())
GQuark pln_mix_error_quark (void);

typedef struct _PlnMixPlan PlnMixPlan;

PlnMixPlan *pln_mix_plan_new           (guint              n_people,
                                        guint              n_groups,
                                        guint              n_rounds);
void        pln_mix_plan_free          (PlnMixPlan        *plan);

guint       pln_mix_plan_get_group     (const PlnMixPlan  *plan,
                                        guint              round,
                                        guint              person);
void        pln_mix_plan_set_group     (PlnMixPlan        *plan,
                                        guint              round,
                                        guint              person,
                                        guint              group);

guint       pln_mix_plan_count_repeats (const PlnMixPlan  *plan);
gboolean    pln_mix_plan_check         (const PlnMixPlan  *plan,
                                        guint              seats,
                                        GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnMixPlan, pln_mix_plan_free)

G_END_DECLS
