/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlnSolution:
 * @PLN_SOLUTION_MINE: what was here; for deletions: keep all, and put them back
 * @PLN_SOLUTION_THEIRS: what came from the server; for deletions: delete here too
 * @PLN_SOLUTION_BOTH: one after the other, for texts
 *
 * How a question is solved.
 */
typedef enum
{
  PLN_SOLUTION_MINE,
  PLN_SOLUTION_THEIRS,
  PLN_SOLUTION_BOTH,
} PlnSolution;

/**
 * PlnQuestionFacts:
 * @id: of the question
 * @uid: of the object; "" for deletions
 * @instance: which of a series, or ""
 * @gathering: the UID of the gathering that it belongs to, or ""
 * @calendar: in the library, where it lies
 * @kind: of the object, as a #PlnHit has it
 * @title: of the object; for deletions: of the calendar
 * @part: which part of it: the name of the property as in iCalendar, such as `SUMMARY`
 * @base: what both agreed on last, or ""
 * @mine: what was here
 * @theirs: what came from the server, and is shown
 * @who: who changed it there, or ""
 * @mine_at: (nullable): when it was changed here
 * @theirs_at: (nullable): when it was changed there
 * @may_both: whether both can be kept
 * @n_deleted: how many objects are gone on the server; 0: it is a conflict
 *
 * What a question is about. Texts may be %NULL, which is the same as "".
 */
typedef struct
{
  const char *id;
  const char *uid;
  const char *instance;
  const char *gathering;
  const char *calendar;
  const char *kind;
  const char *title;
  const char *part;
  const char *base;
  const char *mine;
  const char *theirs;
  const char *who;
  GDateTime  *mine_at;
  GDateTime  *theirs_at;
  gboolean    may_both;
  guint       n_deleted;
} PlnQuestionFacts;

#define PLN_TYPE_QUESTION (pln_question_get_type ())
G_DECLARE_FINAL_TYPE (PlnQuestion, pln_question, PLN, QUESTION, GObject)

PlnQuestion *pln_question_new           (const PlnQuestionFacts *facts);
const char  *pln_question_get_id        (PlnQuestion            *self);
const char  *pln_question_get_uid       (PlnQuestion            *self);
const char  *pln_question_get_instance  (PlnQuestion            *self);
const char  *pln_question_get_gathering (PlnQuestion            *self);
const char  *pln_question_get_calendar  (PlnQuestion            *self);
const char  *pln_question_get_kind      (PlnQuestion            *self);
const char  *pln_question_get_title     (PlnQuestion            *self);
const char  *pln_question_get_part      (PlnQuestion            *self);
const char  *pln_question_get_base      (PlnQuestion            *self);
const char  *pln_question_get_mine      (PlnQuestion            *self);
const char  *pln_question_get_theirs    (PlnQuestion            *self);
const char  *pln_question_get_who       (PlnQuestion            *self);
GDateTime   *pln_question_get_mine_at   (PlnQuestion            *self);
GDateTime   *pln_question_get_theirs_at (PlnQuestion            *self);
gboolean     pln_question_get_may_both  (PlnQuestion            *self);
guint        pln_question_get_n_deleted (PlnQuestion            *self);
gboolean     pln_question_is_same       (PlnQuestion            *self,
                                         PlnQuestion            *other);
char        *pln_question_words_what    (PlnQuestion            *self) G_GNUC_WARN_UNUSED_RESULT;
char        *pln_question_words_title   (PlnQuestion            *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
