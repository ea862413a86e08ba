/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-place.h"

G_BEGIN_DECLS

/**
 * PlnQualityGrade:
 * @PLN_QUALITY_NONE: nobody is placed, there is nothing to say
 * @PLN_QUALITY_GOOD: all rules are kept
 * @PLN_QUALITY_BEST: all rules are kept, and nothing is left to wish for
 * @PLN_QUALITY_BROKEN: some rules are not kept
 *
 * What a plan is worth in one word.
 */
typedef enum
{
  PLN_QUALITY_NONE,
  PLN_QUALITY_GOOD,
  PLN_QUALITY_BEST,
  PLN_QUALITY_BROKEN,
} PlnQualityGrade;

/**
 * PlnFlawKind:
 * @PLN_FLAW_RULE: a rule is broken; @text says which, for whom and why
 * @PLN_FLAW_NOT_PLACED: @person takes part in @round and sits nowhere
 * @PLN_FLAW_NOT_HERE: @person has a place in @group and is not there
 * @PLN_FLAW_TOO_FULL: @group has @n people more than chairs
 * @PLN_FLAW_NO_ROOM: the room of @group is gone
 * @PLN_FLAW_NO_ROLE: @group has nobody for @role
 * @PLN_FLAW_AGAIN: @person and @other meet @n times
 * @PLN_FLAW_MET_BEFORE: @person and @other, who met before, meet once more
 * @PLN_FLAW_NOBODY_FROM: @person meets nobody of the sector @text, of whom
 *   there are @n
 * @PLN_FLAW_ALIKE: in @group all come from @n sectors, though there are more
 * @PLN_FLAW_COLLEAGUES: in @group sit @n people of the organisation @text
 *
 * What is not as it could be.
 */
typedef enum
{
  PLN_FLAW_RULE,
  PLN_FLAW_NOT_PLACED,
  PLN_FLAW_NOT_HERE,
  PLN_FLAW_TOO_FULL,
  PLN_FLAW_NO_ROOM,
  PLN_FLAW_NO_ROLE,
  PLN_FLAW_AGAIN,
  PLN_FLAW_MET_BEFORE,
  PLN_FLAW_NOBODY_FROM,
  PLN_FLAW_ALIKE,
  PLN_FLAW_COLLEAGUES,
  PLN_N_FLAW_KINDS
} PlnFlawKind;

/**
 * PlnFlaw:
 * @kind: what is wrong
 * @person: the id of who it is about, or ""
 * @other: the id of the other one, or ""
 * @round: the UID of the round, or "": it is about all
 * @group: the UID of the group, or ""
 * @role: the role that nobody has
 * @n: how many
 * @text: words for what has no id, or ""
 *
 * An exception, for who asks “Who?”.
 */
typedef struct
{
  PlnFlawKind   kind;
  char         *person;
  char         *other;
  char         *round;
  char         *group;
  PlnGroupRole  role;
  guint         n;
  char         *text;
} PlnFlaw;

/**
 * PlnQualityPerson:
 * @person: the id of somebody who takes part
 * @n_met: how many new people that one meets
 * @n_most: how many that one could meet at most
 * @n_rounds: the rounds in which that one takes part
 * @n_sectors: how many sectors these come from
 *
 * What a plan is worth to one person.
 */
typedef struct
{
  char  *person;
  guint  n_met;
  guint  n_most;
  guint  n_rounds;
  guint  n_sectors;
} PlnQualityPerson;

/**
 * PlnQualityGroup:
 * @round: the UID of the round
 * @group: the UID of the group
 * @n_people: who sits in it
 * @n_pairs: how many pairs these are
 * @n_new: how many of the pairs meet for the first time
 * @n_sectors: how many sectors they come from
 * @n_networks: how many networks
 * @n_stages: how many stages of career
 *
 * How mixed one group is.
 */
typedef struct
{
  char  *round;
  char  *group;
  guint  n_people;
  guint  n_pairs;
  guint  n_new;
  guint  n_sectors;
  guint  n_networks;
  guint  n_stages;
} PlnQualityGroup;

/**
 * PlnQuality:
 * @grade: in one word
 * @n_rounds: rounds in which people are placed
 * @n_people: who has a place in any of them
 * @met_min: new people that somebody who is there all the time meets at least
 * @met_max: and at most
 * @met_most: the most that anybody could meet
 * @n_part: people who are not there for all rounds
 * @part_min: new people that one of them meets at least
 * @part_max: and at most
 * @n_again: pairs that meet more than once
 * @again_most: how often the pair meets that meets most often
 * @n_before: pairs that meet and have met at an earlier gathering
 * @sectors: the sectors in every group at least; 0: not known
 * @networks: the networks in every group at least; 0: not known
 * @n_cross: pairs of different sectors that meet
 * @n_cross_before: of these, pairs that met in rounds held, or earlier
 * @n_cross_all: all pairs of different sectors
 * @n_colleagues: groups with more than two of one organisation
 * @has_colleagues: whether there are any two of one organisation
 * @n_to_mend: places to be changed since people came, left, or lost their room
 * @people: (element-type PlnQualityPerson): by person
 * @groups: (element-type PlnQualityGroup): by round and group
 * @flaws: (element-type PlnFlaw): the exceptions, worst first
 *
 * The facts of what a plan is worth. Plain data, counted references; it is
 * never changed once it was given away. [func@quality_words] makes sentences
 * of it.
 */
typedef struct
{
  PlnQualityGrade grade;
  guint           n_rounds;
  guint           n_people;
  guint           met_min;
  guint           met_max;
  guint           met_most;
  guint           n_part;
  guint           part_min;
  guint           part_max;
  guint           n_again;
  guint           again_most;
  guint           n_before;
  guint           sectors;
  guint           networks;
  guint           n_cross;
  guint           n_cross_before;
  guint           n_cross_all;
  guint           n_colleagues;
  gboolean        has_colleagues;
  guint           n_to_mend;
  GPtrArray      *people;
  GPtrArray      *groups;
  GPtrArray      *flaws;
} PlnQuality;

#define PLN_TYPE_QUALITY (pln_quality_get_type ())
GType                   pln_quality_get_type    (void);

PlnQuality             *pln_quality_new         (void);
PlnQuality             *pln_quality_ref         (PlnQuality *self);
void                    pln_quality_unref       (PlnQuality *self);

PlnFlaw                *pln_quality_add_flaw    (PlnQuality *self,
                                                 PlnFlawKind kind,
                                                 const char *person,
                                                 const char *other,
                                                 const char *round,
                                                 const char *group);
guint                   pln_quality_count_flaws (PlnQuality *self,
                                                 PlnFlawKind kind);
const PlnQualityGroup  *pln_quality_find_group  (PlnQuality *self,
                                                 const char *group);
const PlnQualityPerson *pln_quality_find_person (PlnQuality *self,
                                                 const char *person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnQuality, pln_quality_unref)

G_END_DECLS
