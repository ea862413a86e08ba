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
  int     flaw;     /* what can be saved at best: the weights of all features that are not as they should be */
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
  guint         round;
  guint         person;
  guint         from;
  guint         to;
  gint64        violations;
  guint         n_bonded;    /* with people in the group */
  gint64        cost;        /* of company and topics */
  const int    *company_from;
  const int    *company_to;
  const guint8 *pairs;
  const int    *topics_from; /* by person, in steps of n_columns; NULL: the topics do not matter */
  const int    *topics_to;
  gboolean      is_felt;     /* what follows is known */
  gint64        own;         /* what the features of the visitor cost */
  gint64        least;       /* and those of the other at best; at most 0 */
  int          *features;    /* by feature: what it costs if the other has it */
} PlnMixVisit;

typedef struct
{
  guint16 round;
  guint16 person;
} PlnMixMover;

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
  int          total[256];  /* and what all of them cost */
  int         *company;     /* by group of all rounds, person: what it costs that the person sits there,
                             * or would: for whom it meets, and for the change */

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
  guint        n_columns;   /* one more: for groups without a topic */
  guint16     *ranks;       /* by person, topic: what a first visit costs */
  guint8      *visits;      /* by person, topic */
  guint8      *n_visits;    /* by person */
  int         *come;        /* by person, column: what one visit more costs */
  int         *leave;       /* by person, column: what one visit less saves */

  /* Rules. */
  guint       *bond_start;  /* by person; one more at the end */
  PlnMixBond  *bonds;
  guint16     *pin;         /* r × p: where a pin may be broken at a price; or NOWHERE */
  guint8      *is_rigid;    /* r × p: stays where it is */
  guint       *block_of;    /* r × p: a block, or G_MAXUINT */
  GArray      *blocks;      /* of PlnMixBlock: they move as one */
  guint64      loose;       /* rounds in which sets and pins may be broken */

  PlnMixVisit  visit;       /* that is thought of */

  PlnMixMover *movers;      /* all who may move */
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
gboolean     pln_mix_state_try_swap   (PlnMixState          *self,
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
void         pln_mix_state_rank       (PlnMixState          *self,
                                       guint                 person,
                                       guint                 topic);

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

static inline int *
pln_mix_state_company (const PlnMixState *self,
                       guint              round,
                       guint              group)
{
  return &self->company[(gsize) (self->first[round] + group) * self->n_people];
}

/* What the next visit after @n_visits costs in the best order of topics. */
static inline int
pln_mix_state_ideal_step (const PlnMixPerson *person,
                          guint               n_visits)
{
  return (int) (n_visits < person->n_prefers ? n_visits : person->n_prefers + 2);
}

static inline guint
pln_mix_state_column (const PlnMixState *self,
                      const PlnMixSeats *seats)
{
  return seats->topic == PLN_MIX_NO_TOPIC ? self->n_topics : seats->topic;
}

/* What it costs, but for features, if the visitor and @other, who sits where
 * the visitor would go, change places. */
static inline gint64
pln_mix_state_swap_company (const PlnMixState *self,
                            guint              other)
{
  const PlnMixVisit *visit = &self->visit;
  gint64 cost = visit->cost + visit->company_from[other] - visit->company_to[other] - 2 * self->add[visit->pairs[other]];

  if (visit->topics_from != NULL)
    cost += visit->topics_from[(gsize) other * self->n_columns] - visit->topics_to[(gsize) other * self->n_columns];

  return cost;
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
