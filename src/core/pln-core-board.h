/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-core.h"
#include "pln-mix-judge.h"
#include "pln-mixing-settings.h"
#include "pln-move.h"
#include "pln-quality.h"

G_BEGIN_DECLS

/* The people of a gathering and their rounds as a question for the mixer. Only
 * the instance and the plan may be looked at from another thread. */

typedef enum
{
  PLN_CORE_BOARD_JUDGE, /* what is */
  PLN_CORE_BOARD_MIX,   /* rounds that are not frozen are made anew */
  PLN_CORE_BOARD_MEND,  /* as few people as possible sit elsewhere */
} PlnCoreBoardAim;

typedef struct
{
  PlnCore           *core;
  PlnGathering      *gathering;
  PlnMixingSettings *settings;
  PlnCoreBoardAim    aim;
  GPtrArray         *people;    /* of PlnAttendee: who counts, or sits somewhere */
  GHashTable        *numbers;   /* id → number in people, from 1 */
  GPtrArray         *before;    /* of PlnRound: copies; NULL to judge */
  GPtrArray         *rounds;    /* of PlnRound: copies; those of the gathering to judge */
  GPtrArray         *groups;    /* by round: a GPtrArray of its PlnGroup */
  guint64            frozen;    /* one bit for each round */
  guint              n_sectors; /* the first values are the sectors */
  GPtrArray         *values;    /* what values are called */
  GArray            *holders;   /* of guint: who has the value */
  PlnMixInstance    *instance;  /* NULL: there is nobody, or no round, to ask about */
  PlnMixPlan        *plan;      /* where people sit now; or NULL */
} PlnCoreBoard;

enum
{
  PLN_CORE_BOARD_SECTORS,
  PLN_CORE_BOARD_NETWORKS,
  PLN_CORE_BOARD_STAGES,
  PLN_CORE_BOARD_FIRST_TIMERS,
};

PlnCoreBoard *pln_core_board_new         (PlnCore           *core,
                                          PlnGathering      *gathering,
                                          PlnMixingSettings *settings,
                                          PlnCoreBoardAim    aim,
                                          GPtrArray         *moves);
void          pln_core_board_free        (PlnCoreBoard      *self);
guint         pln_core_board_find        (PlnCoreBoard      *self,
                                          const char        *person);
guint         pln_core_board_find_again  (PlnCoreBoard      *self,
                                          PlnGathering      *earlier,
                                          const char        *id);
gboolean      pln_core_board_room_gone   (PlnCoreBoard      *self,
                                          PlnGroup          *group);
GPtrArray    *pln_core_board_list_earlier (PlnCore          *core,
                                          PlnGathering      *gathering);

/* Rounds and groups as they are to be (pln-core-board-layout.c). */
GPtrArray    *pln_core_board_lay_out     (PlnCore           *core,
                                          PlnGathering      *gathering,
                                          PlnMixingSettings *settings,
                                          GPtrArray         *before);
int           pln_core_board_room_of     (GPtrArray         *rooms,
                                          PlnGroup          *group);
void          pln_core_board_find_rooms  (PlnCoreBoard      *self,
                                          PlnRound          *round);

/* The plan on the rounds, with roles (pln-core-board-roles.c). */
void          pln_core_board_ask_roles   (PlnCoreBoard      *self);
GPtrArray    *pln_core_board_seat        (PlnCoreBoard      *self,
                                          const PlnMixPlan  *plan);

/* What it is worth (pln-core-board-judge.c). */
PlnQuality   *pln_core_board_judge       (PlnCoreBoard      *self,
                                          const PlnMixPlan  *plan,
                                          GPtrArray         *rounds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnCoreBoard, pln_core_board_free)

G_END_DECLS
