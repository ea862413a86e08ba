/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-mix-plan.h"

G_BEGIN_DECLS

/* More than this is refused: see pln_mix_instance_check(). */
#define PLN_MIX_MAX_PEOPLE 10000
#define PLN_MIX_MAX_ROUNDS 50
#define PLN_MIX_MAX_GROUPS 5000  /* in one round */
#define PLN_MIX_MAX_WEIGHT 10000
#define PLN_MIX_MAX_PAIRS  1000000 /* under rules */

/**
 * PLN_MIX_ALL_ROUNDS:
 *
 * The rounds of a rule that always holds. Rounds are one bit each, the first
 * is the lowest.
 */
#define PLN_MIX_ALL_ROUNDS G_MAXUINT64
#define PLN_MIX_ROUND(round) (G_GUINT64_CONSTANT (1) << (round))

/**
 * PLN_MIX_NO_TOPIC:
 *
 * The topic of a group that has none.
 */
#define PLN_MIX_NO_TOPIC G_MAXUINT

/**
 * PLN_MIX_GONE:
 *
 * An earlier plan's group that is there no more.
 */
#define PLN_MIX_GONE (PLN_MIX_NOWHERE - 1)

/**
 * PlnMixError:
 * @PLN_MIX_ERROR_TOO_LARGE: more people, rounds or groups than can be mixed
 * @PLN_MIX_ERROR_NO_GROUPS: there are people in a round without a group
 *
 * What can be wrong with the question itself.
 */
typedef enum
{
  PLN_MIX_ERROR_TOO_LARGE,
  PLN_MIX_ERROR_NO_GROUPS,
} PlnMixError;

#define PLN_MIX_ERROR (pln_mix_error_quark ())
GQuark pln_mix_error_quark (void);

/**
 * PlnMixWeight:
 * @PLN_MIX_WEIGHT_ROLE: for each role that a group lacks; 40
 * @PLN_MIX_WEIGHT_REPEAT: for each meeting of a pair after the first; 10
 * @PLN_MIX_WEIGHT_THIRD: more for the third, twice for the fourth; 15
 * @PLN_MIX_WEIGHT_PAST: for each earlier event where a pair met, up to three; 4
 * @PLN_MIX_WEIGHT_PREFERENCE: for each rank below the best topics; 3
 * @PLN_MIX_WEIGHT_CHANGE: for each place that differs from an earlier plan; 5
 *
 * What a plan's flaws cost, and how much by default.
 */
typedef enum
{
  PLN_MIX_WEIGHT_ROLE,
  PLN_MIX_WEIGHT_REPEAT,
  PLN_MIX_WEIGHT_THIRD,
  PLN_MIX_WEIGHT_PAST,
  PLN_MIX_WEIGHT_PREFERENCE,
  PLN_MIX_WEIGHT_CHANGE,
  PLN_MIX_N_WEIGHTS,
} PlnMixWeight;

typedef struct _PlnMixInstance PlnMixInstance;

PlnMixInstance *pln_mix_instance_new           (guint                  n_people,
                                                guint                  n_rounds);
void            pln_mix_instance_free          (PlnMixInstance        *self);
gboolean        pln_mix_instance_check         (const PlnMixInstance  *self,
                                                GError               **error);

guint           pln_mix_instance_get_n_people  (const PlnMixInstance  *self);
guint           pln_mix_instance_get_n_groups  (const PlnMixInstance  *self,
                                                guint                  round);

void            pln_mix_instance_set_weight    (PlnMixInstance        *self,
                                                PlnMixWeight           weight,
                                                guint                  value);
void            pln_mix_instance_set_presence  (PlnMixInstance        *self,
                                                guint                  person,
                                                guint64                rounds);

guint           pln_mix_instance_add_group     (PlnMixInstance        *self,
                                                guint                  round,
                                                guint                  min,
                                                guint                  max,
                                                guint                  topic);
void            pln_mix_instance_need_role     (PlnMixInstance        *self,
                                                guint                  round,
                                                guint                  group,
                                                guint                  role,
                                                guint                  need);

void            pln_mix_instance_give_role     (PlnMixInstance        *self,
                                                guint                  person,
                                                guint                  role);
guint           pln_mix_instance_add_attribute (PlnMixInstance        *self,
                                                guint                  weight);
guint           pln_mix_instance_add_value     (PlnMixInstance        *self,
                                                guint                  attribute);
void            pln_mix_instance_give_value    (PlnMixInstance        *self,
                                                guint                  person,
                                                guint                  value);
void            pln_mix_instance_set_prefers   (PlnMixInstance        *self,
                                                guint                  person,
                                                const guint           *topics,
                                                guint                  n_topics);

void            pln_mix_instance_add_together  (PlnMixInstance        *self,
                                                const guint           *people,
                                                guint                  n_people,
                                                guint64                rounds);
void            pln_mix_instance_add_apart     (PlnMixInstance        *self,
                                                const guint           *people,
                                                guint                  n_people,
                                                guint64                rounds);
void            pln_mix_instance_add_fixed     (PlnMixInstance        *self,
                                                guint                  person,
                                                guint                  round,
                                                guint                  group);
void            pln_mix_instance_add_past      (PlnMixInstance        *self,
                                                guint                  person,
                                                guint                  other,
                                                guint                  times);
void            pln_mix_instance_set_previous  (PlnMixInstance        *self,
                                                guint                  round,
                                                guint                  person,
                                                guint                  group);
void            pln_mix_instance_freeze        (PlnMixInstance        *self,
                                                guint                  round);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnMixInstance, pln_mix_instance_free)

G_END_DECLS
