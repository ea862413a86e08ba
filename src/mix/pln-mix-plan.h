/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PLN_MIX_NOWHERE:
 *
 * The group of somebody who sits in none.
 */
#define PLN_MIX_NOWHERE G_MAXUINT16

typedef struct _PlnMixPlan PlnMixPlan;

PlnMixPlan *pln_mix_plan_new       (guint             n_people,
                                    guint             n_rounds);
PlnMixPlan *pln_mix_plan_copy      (const PlnMixPlan *plan);
void        pln_mix_plan_free      (PlnMixPlan       *plan);

guint       pln_mix_plan_get_group (const PlnMixPlan *plan,
                                    guint             round,
                                    guint             person);
void        pln_mix_plan_set_group (PlnMixPlan       *plan,
                                    guint             round,
                                    guint             person,
                                    guint             group);

gboolean    pln_mix_plan_equal     (const PlnMixPlan *plan,
                                    const PlnMixPlan *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnMixPlan, pln_mix_plan_free)

G_END_DECLS
