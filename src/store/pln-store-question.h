/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-store.h"

G_BEGIN_DECLS

/**
 * PlnStoreAnswer:
 * @PLN_STORE_ANSWER_MINE: what was here
 * @PLN_STORE_ANSWER_THEIRS: what came from elsewhere, as it is shown already
 * @PLN_STORE_ANSWER_BOTH: one after the other; only for texts
 *
 * How a question is solved.
 */
typedef enum
{
  PLN_STORE_ANSWER_MINE,
  PLN_STORE_ANSWER_THEIRS,
  PLN_STORE_ANSWER_BOTH,
} PlnStoreAnswer;

/**
 * PlnStoreQuestion:
 * @uid: the object
 * @instance: (nullable): its RECURRENCE-ID, as it stands there
 * @name: the property, such as `SUMMARY`; `DTSTART` stands for all times
 * @key: (nullable): the ID or address of the line, where there are many
 * @base: the lines that it had when both agreed: unfolded, each with a line
 *   feed at its end; "" for none
 * @mine: the lines that were here
 * @theirs: the lines that came from elsewhere, and are shown
 * @who: who changed it elsewhere, or ""
 * @mine_at: when it was changed here, in seconds since 1970; 0 if not known
 * @theirs_at: when it was changed elsewhere; 0 if not known
 * @id: of the question; this and what follows is only set when it is listed
 * @calendar: where the object lies
 * @kind: of the object
 * @gathering: that it belongs to, or ""
 * @title: of the object
 * @base_text: what @base says: a text without escapes, a time as
 *   `2011-07-20T18:00:00+01:00`, several with line feeds between them
 * @mine_text: what @mine says
 * @theirs_text: what @theirs says
 * @may_both: whether both can be kept
 * @at: when it came up
 *
 * Two people changed the same to something else. The object shows what is
 * theirs; both are kept until the user chooses. From the layers above `ical`
 * it comes by pln_store_questions_new().
 */
typedef struct
{
  char     *uid;
  char     *instance;
  char     *name;
  char     *key;
  char     *base;
  char     *mine;
  char     *theirs;
  char     *who;
  gint64    mine_at;
  gint64    theirs_at;

  gint64    id;
  char     *calendar;
  char     *kind;
  char     *gathering;
  char     *title;
  char     *base_text;
  char     *mine_text;
  char     *theirs_text;
  gboolean  may_both;
  gint64    at;
} PlnStoreQuestion;

PlnStoreQuestion *pln_store_question_copy (const PlnStoreQuestion *question) G_GNUC_WARN_UNUSED_RESULT;
void              pln_store_question_free (PlnStoreQuestion       *question);

void       pln_store_list_questions_async  (PlnStore             *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GPtrArray *pln_store_list_questions_finish (PlnStore             *self, /* PlnStoreQuestion, the oldest first */
                                            GAsyncResult         *result,
                                            GError              **error);
/* One step of undo, however many there are. */
void       pln_store_solve_async           (PlnStore             *self,
                                            const gint64         *ids,
                                            guint                 n_ids,
                                            PlnStoreAnswer        answer,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean   pln_store_solve_finish          (PlnStore             *self,
                                            GAsyncResult         *result,
                                            GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlnStoreQuestion, pln_store_question_free)

G_END_DECLS
