/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-mix-instance-private.h"
#include "pln-mix-random.h"

G_BEGIN_DECLS

/* A plan that is being worked on, with what is needed to say at once what a
 * change of it costs. Only the solver sees it. */

typedef struct
{
  guint   start; /* of its seats */
  guint   topic;
  guint16 size;
  guint16 min;
  guint16 max;
  guint16 capacity; /* more than max where rules leave no other way */
} PlnMixSeats;

/* Somebody with whom a person should, or should not, share a group. */
typedef struct
{
  guint64 rounds;
  guint16 other;
  gint8   is_broken_by; /* 1: sharing one; -1: not sharing one */
} PlnMixBond;

typedef struct
{
  guint16  round;
  guint16  n_people;
  guint16 *people;
} PlnMixBlock;

typedef struct
{
  gint64 violations;
  gint64 cost;
} PlnMixDelta;

/* What is not worth to be counted to the end: what breaks more rules than
 * this, or as many and costs more. */
typedef struct
{
  gint64 violations;
  gint64 cost;
} PlnMixLimit;

/* Somebody who thinks of going to another group, and what of that is the same
 * whoever comes back. */
typedef struct
{
  guint  round;
  guint  person;
  guint  from;
  guint  to;
  gint64 violations;
  gint64 cost;     /* all but what follows */
  gint64 least;    /* what the features of the other can save at best; below 0 */
  guint  n_bonded; /* with people in the group */
  int   *features; /* by feature: what it costs if the other has it */
} PlnMixVisit;

/* A pair's byte is a kind and the number of its meetings. */
#define PLN_MIX_KINDS   5 /* met 0 to 3 times before; exempt */
#define PLN_MIX_EXEMPT  (PLN_MIX_KINDS - 1)
#define PLN_MIX_KIND(k) ((guint8) ((k) * (PLN_MIX_MAX_ROUNDS + 1)))
G_STATIC_ASSERT (PLN_MIX_KINDS * (PLN_MIX_MAX_ROUNDS + 1) <= G_MAXUINT8 + 1);

typedef struct
{
  const PlnMixInstance *instance;
  guint        n_people;
  guint        n_rounds;
  gint64       violations;
  gint64       cost;

  /* Where people are; r × p is a round and a person. */
  guint       *first;       /* by round: its first group of all; one more at the end */
  PlnMixSeats *groups;
  guint16     *seats;       /* who sits there */
  guint16     *at;          /* r × p: a group of the round, or NOWHERE */
  guint16     *seat;        /* r × p: which of the group's seats */

  /* Who met whom. */
  guint8      *pairs;       /* people × people */
  gboolean     has_kinds;   /* some pairs are not like the others */
  int          add[256];    /* what one meeting more costs */
  int          drop[256];   /* what one meeting less saves */
  int         *gains;       /* r × p: what it saves if the person leaves */

  /* What groups should reflect, and the roles they need: features. The first
   * n_values have a fair count that depends on the group's size. */
  guint        n_values;
  guint        n_features;
  int         *weights;     /* by feature */
  guint       *feature_start; /* by person; one more at the end */
  guint16     *features;
  guint64     *masks;       /* by person, if there are at most 64 features; or NULL */
  guint       *here;        /* by round */
  guint16     *held;        /* by round, value */
  guint16     *have;        /* by group, feature */
  guint16     *low;         /* by group, feature: floor of the fair count; roles: the need */
  guint16     *rest;        /* by group, value: the remainder of the fair count */
  gint8       *up;          /* by group, feature: how one more changes the deviation */
  gint8       *down;        /* by group, feature: how one less does */

  /* Topics. */
  guint        n_topics;
  guint16     *ranks;       /* by person, topic: what a first visit costs */
  guint8      *visits;      /* by person, topic */
  guint8      *n_visits;    /* by person */

  /* Rules. */
  guint       *bond_start;  /* by person; one more at the end */
  PlnMixBond  *bonds;
  guint16     *pin;         /* r × p: where a pin may be broken at a price; or NOWHERE */
  guint8      *is_rigid;    /* r × p: stays where it is */
  guint       *block_of;    /* r × p: a block, or G_MAXUINT */
  GArray      *blocks;      /* of PlnMixBlock: they move as one */
  guint64      loose;       /* rounds in which sets and pins may be broken */

  PlnMixVisit  visit;       /* that is thought of */

  guint       *movers;      /* r × n_people + p for all who may move */
  guint        n_movers;
  gboolean     has_bonds;
} PlnMixState;

PlnMixState *pln_mix_state_new        (const PlnMixInstance *instance,
                                       guint64               loose);
void         pln_mix_state_free       (PlnMixState          *self);
void         pln_mix_state_fill       (PlnMixState          *self,
                                       const guint16        *wish,
                                       PlnMixRandom         *random);
void         pln_mix_state_load       (PlnMixState          *self,
                                       const guint16        *at);

void         pln_mix_state_visit      (PlnMixState          *self,
                                       guint                 round,
                                       guint                 person,
                                       guint                 group);
gboolean     pln_mix_state_try_swap   (const PlnMixState    *self,
                                       guint                 other,
                                       const PlnMixLimit    *limit,
                                       PlnMixDelta          *delta);
gboolean     pln_mix_state_try_move   (const PlnMixState    *self,
                                       const PlnMixLimit    *limit,
                                       PlnMixDelta          *delta);
void         pln_mix_state_do_swap    (PlnMixState          *self,
                                       guint                 round,
                                       guint                 a,
                                       guint                 b,
                                       const PlnMixDelta    *delta);
void         pln_mix_state_do_move    (PlnMixState          *self,
                                       guint                 round,
                                       guint                 person,
                                       guint                 group,
                                       const PlnMixDelta    *delta);

gboolean     pln_mix_state_try_relabel (const PlnMixState   *self,
                                        guint                a,
                                        guint                b,
                                        PlnMixDelta         *delta);
void         pln_mix_state_do_relabel (PlnMixState          *self,
                                       guint                 a,
                                       guint                 b,
                                       const PlnMixDelta    *delta);

void         pln_mix_state_sit        (PlnMixState          *self,
                                       guint                 round,
                                       guint                 person,
                                       guint                 group);
void         pln_mix_state_clear      (PlnMixState          *self);

static inline gsize
pln_mix_state_index (const PlnMixState *self,
                     guint              round,
                     guint              person)
{
  return (gsize) round * self->n_people + person;
}

static inline PlnMixSeats *
pln_mix_state_group (const PlnMixState *self,
                     guint              round,
                     guint              group)
{
  return &self->groups[self->first[round] + group];
}

static inline guint8 *
pln_mix_state_pairs_of (const PlnMixState *self,
                        guint              person)
{
  return &self->pairs[(gsize) person * self->n_people];
}

static inline gsize
pln_mix_state_cell (const PlnMixState *self,
                    guint              round,
                    guint              group,
                    guint              feature)
{
  return (gsize) (self->first[round] + group) * self->n_features + feature;
}

/* The fair count of a value in a group that grows by one, or shrinks. */
static inline void
pln_mix_state_share (guint   here,
                     guint   held,
                     int     by,
                     gint64 *low,
                     gint64 *rest)
{
  *rest += by * (gint64) held;
  if (*rest >= here)
    {
      *rest -= here;
      ++*low;
    }
  else if (*rest < 0)
    {
      *rest += here;
      --*low;
    }
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnMixState, pln_mix_state_free)

G_END_DECLS
