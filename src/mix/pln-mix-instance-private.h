/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-mix-instance.h"

G_BEGIN_DECLS

typedef struct
{
  guint role;
  guint need;
} PlnMixNeed;

typedef struct
{
  guint   min;
  guint   max;
  guint   topic;
  GArray *needs; /* of PlnMixNeed; NULL: none */
} PlnMixGroup;

typedef struct
{
  GArray  *groups;   /* of PlnMixGroup */
  guint16 *previous; /* by person: a group, NOWHERE or GONE; NULL: no earlier plan */
  gboolean is_frozen;
} PlnMixRound;

typedef struct
{
  guint  *people;
  guint   n_people;
  guint64 rounds;
} PlnMixRule;

typedef struct
{
  guint person;
  guint round;
  guint group;
} PlnMixPin;

typedef struct
{
  guint a; /* the smaller one */
  guint b;
  guint times;
} PlnMixMeeting;

typedef struct
{
  guint64  presence;
  GArray  *values;   /* of guint; NULL: none */
  GArray  *roles;    /* of guint; NULL: none */
  guint   *prefers;
  guint    n_prefers;
} PlnMixPerson;

struct _PlnMixInstance
{
  guint         n_people;
  guint         n_rounds;
  PlnMixPerson *people;
  PlnMixRound  *rounds;
  guint         weights[PLN_MIX_N_WEIGHTS];
  GArray       *attributes; /* of guint: their weights */
  GArray       *values;     /* of guint: their attributes */
  guint         n_roles;
  guint         n_topics;
  GArray       *together;   /* of PlnMixRule */
  GArray       *apart;      /* of PlnMixRule */
  GArray       *pins;       /* of PlnMixPin */
  GArray       *past;       /* of PlnMixMeeting */
};

static inline PlnMixGroup *
pln_mix_instance_group (const PlnMixInstance *self,
                        guint                 round,
                        guint                 group)
{
  return &g_array_index (self->rounds[round].groups, PlnMixGroup, group);
}

static inline gboolean
pln_mix_instance_here (const PlnMixInstance *self,
                       guint                 person,
                       guint                 round)
{
  return (self->people[person].presence >> round) & 1;
}

/* Past meetings count up to this. */
#define PLN_MIX_PAST_CAP 3

/* A pair under rules, in all the rounds in which one of them holds and both
 * are there. Pairs come once each, sorted. */
typedef struct
{
  guint   a; /* the smaller one */
  guint   b;
  guint64 rounds;
} PlnMixPair;

guint    pln_mix_instance_count_here  (const PlnMixInstance *self,
                                       guint                 round);
GArray  *pln_mix_instance_list_pairs  (const PlnMixInstance *self,
                                       const GArray         *rules);
GArray  *pln_mix_instance_list_past   (const PlnMixInstance *self);

G_END_DECLS
