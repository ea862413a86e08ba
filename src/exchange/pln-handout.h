/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-gathering.h"

G_BEGIN_DECLS

/**
 * PlnHandoutPerson:
 * @name: in full
 * @at: which in the order of names it is
 * @seats: (element-type PlnHandoutSeat): one for each round, %NULL where the
 *   person sits nowhere
 */
typedef struct
{
  char      *name;
  guint      at;
  GPtrArray *seats;
} PlnHandoutPerson;

/**
 * PlnHandoutGroup:
 * @round: which of the rounds
 * @name: “Group 7”
 * @number: “7”; "" if it has none
 * @topic: what it talks about, or ""
 * @question: what is asked, or ""
 * @room: the room without the table, or ""
 * @table: the rest: “table 7”; or ""
 * @seats: (element-type PlnHandoutSeat): by surname
 */
typedef struct
{
  guint      round;
  char      *name;
  char      *number;
  char      *topic;
  char      *question;
  char      *room;
  char      *table;
  GPtrArray *seats;
} PlnHandoutGroup;

/**
 * PlnHandoutRound:
 * @name: “Round 2”
 * @day: its day in words
 * @times: “14:00–14:45”
 * @groups: (element-type PlnHandoutGroup): by number
 */
typedef struct
{
  char      *name;
  char      *day;
  char      *times;
  GPtrArray *groups;
} PlnHandoutRound;

/**
 * PlnHandoutSeat:
 * @person: who sits there
 * @group: in which group
 * @role: what the person does there, as a word; or ""
 */
typedef struct
{
  PlnHandoutPerson *person;
  PlnHandoutGroup  *group;
  const char       *role;
} PlnHandoutSeat;

/**
 * PlnHandoutGuest:
 * @name: in full
 * @organisation: or ""
 *
 * Who is expected at the door.
 */
typedef struct
{
  char *name;
  char *organisation;
} PlnHandoutGuest;

/**
 * PlnHandout:
 * @title: of the gathering
 * @is_one_day: whether all rounds are on one day
 * @rounds: (element-type PlnHandoutRound): in their order
 * @people: (element-type PlnHandoutPerson): who sits somewhere, by surname
 * @rooms: (element-type utf8): the rooms that groups meet in
 * @door: (element-type PlnHandoutGuest): who is going, by surname
 *
 * Who sits where: all that is needed for paper, and nothing private. Plain
 * data, made once from the models; any thread may read it.
 */
typedef struct
{
  char      *title;
  gboolean   is_one_day;
  GPtrArray *rounds;
  GPtrArray *people;
  GPtrArray *rooms;
  GPtrArray *door;
} PlnHandout;

PlnHandout *pln_handout_new  (PlnGathering *gathering);
void        pln_handout_free (PlnHandout   *handout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnHandout, pln_handout_free)

G_END_DECLS
