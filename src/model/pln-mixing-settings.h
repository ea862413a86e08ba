/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-mixing-rule.h"

G_BEGIN_DECLS

/**
 * PlnMixingWho:
 * @PLN_MIXING_WHO_GOING: who said so, or is here
 * @PLN_MIXING_WHO_HERE: who is here
 *
 * Who counts.
 */
typedef enum
{
  PLN_MIXING_WHO_GOING,
  PLN_MIXING_WHO_HERE,
} PlnMixingWho;

#define PLN_TYPE_MIXING_WHO (pln_mixing_who_get_type ())
GType pln_mixing_who_get_type (void);

/**
 * PlnMixingAcross:
 * @PLN_MIXING_ACROSS_FACES: whom one has not met yet
 * @PLN_MIXING_ACROSS_SECTORS: where people work
 * @PLN_MIXING_ACROSS_NETWORKS: which communities they belong to
 * @PLN_MIXING_ACROSS_STAGES: how far along they are
 * @PLN_MIXING_ACROSS_FIRST_TIMERS: who is here for the first time
 * @PLN_MIXING_N_ACROSS: how many there are
 *
 * What groups are mixed across. Each has a strength: 0 off, 1 a little, 2
 * rather, 3 strongly.
 */
typedef enum
{
  PLN_MIXING_ACROSS_FACES,
  PLN_MIXING_ACROSS_SECTORS,
  PLN_MIXING_ACROSS_NETWORKS,
  PLN_MIXING_ACROSS_STAGES,
  PLN_MIXING_ACROSS_FIRST_TIMERS,
  PLN_MIXING_N_ACROSS
} PlnMixingAcross;

#define PLN_MIXING_STRONGEST   3
#define PLN_MIXING_MOST_ROUNDS 20
#define PLN_MIXING_LEAST_SIZE  2
#define PLN_MIXING_MOST_SIZE   99

#define PLN_TYPE_MIXING_SETTINGS (pln_mixing_settings_get_type ())
G_DECLARE_FINAL_TYPE (PlnMixingSettings, pln_mixing_settings, PLN, MIXING_SETTINGS, GObject)

PlnMixingSettings *pln_mixing_settings_new          (void);
PlnMixingSettings *pln_mixing_settings_copy         (PlnMixingSettings *self) G_GNUC_WARN_UNUSED_RESULT;

PlnMixingWho       pln_mixing_settings_get_who      (PlnMixingSettings *self);
void               pln_mixing_settings_set_who      (PlnMixingSettings *self,
                                                     PlnMixingWho       who);
guint              pln_mixing_settings_get_rounds   (PlnMixingSettings *self);
void               pln_mixing_settings_set_rounds   (PlnMixingSettings *self,
                                                     guint              rounds);
guint              pln_mixing_settings_get_size     (PlnMixingSettings *self);
void               pln_mixing_settings_set_size     (PlnMixingSettings *self,
                                                     guint              size);
gboolean           pln_mixing_settings_get_by_rooms (PlnMixingSettings *self);
void               pln_mixing_settings_set_by_rooms (PlnMixingSettings *self,
                                                     gboolean           by_rooms);
gboolean           pln_mixing_settings_get_remember (PlnMixingSettings *self);
void               pln_mixing_settings_set_remember (PlnMixingSettings *self,
                                                     gboolean           remember);
guint              pln_mixing_settings_get_strength (PlnMixingSettings *self,
                                                     PlnMixingAcross    across);
void               pln_mixing_settings_set_strength (PlnMixingSettings *self,
                                                     PlnMixingAcross    across,
                                                     guint              strength);
guint              pln_mixing_settings_get_roles    (PlnMixingSettings *self);
void               pln_mixing_settings_set_roles    (PlnMixingSettings *self,
                                                     guint              roles);
GPtrArray         *pln_mixing_settings_get_rules    (PlnMixingSettings *self);
void               pln_mixing_settings_set_rules    (PlnMixingSettings *self,
                                                     GPtrArray         *rules);

gboolean           pln_mixing_settings_counts       (PlnMixingSettings *self,
                                                     PlnAttendee       *attendee);
guint              pln_mixing_settings_count_people (PlnMixingSettings *self,
                                                     PlnGathering      *gathering);
guint              pln_mixing_settings_count_tables (PlnMixingSettings *self,
                                                     const PlnRoom     *room);
guint              pln_mixing_settings_count_groups (PlnMixingSettings *self,
                                                     PlnGathering      *gathering);

G_END_DECLS
