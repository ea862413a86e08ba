/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-store-question.h"
#include "pln-store-private.h"

/**
 * pln_store_question_copy:
 * @question: a question
 *
 * Returns: (transfer full): the same
 */
PlnStoreQuestion *
pln_store_question_copy (const PlnStoreQuestion *question)
{
  PlnStoreQuestion *copy = g_memdup2 (question, sizeof *question);

  copy->uid = g_strdup (question->uid);
  copy->instance = g_strdup (question->instance);
  copy->name = g_strdup (question->name);
  copy->key = g_strdup (question->key);
  copy->base = g_strdup (question->base);
  copy->mine = g_strdup (question->mine);
  copy->theirs = g_strdup (question->theirs);
  copy->who = g_strdup (question->who);
  copy->calendar = g_strdup (question->calendar);
  copy->kind = g_strdup (question->kind);
  copy->gathering = g_strdup (question->gathering);
  copy->title = g_strdup (question->title);
  copy->base_text = g_strdup (question->base_text);
  copy->mine_text = g_strdup (question->mine_text);
  copy->theirs_text = g_strdup (question->theirs_text);

  return copy;
}

/**
 * pln_store_question_free:
 * @question: (transfer full): a question
 */
void
pln_store_question_free (PlnStoreQuestion *question)
{
  g_free (question->uid);
  g_free (question->instance);
  g_free (question->name);
  g_free (question->key);
  g_free (question->base);
  g_free (question->mine);
  g_free (question->theirs);
  g_free (question->who);
  g_free (question->calendar);
  g_free (question->kind);
  g_free (question->gathering);
  g_free (question->title);
  g_free (question->base_text);
  g_free (question->mine_text);
  g_free (question->theirs_text);
  g_free (question);
}

/**
 * pln_store_list_questions_async:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Lists what the user is to decide.
 */
void
pln_store_list_questions_async (PlnStore            *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (PLN_IS_STORE (self));

  pln_store_push_read (self, pln_store_job_new (self, pln_store_job_questions, pln_store_done_pointer,
                                                pln_store_list_questions_async, cancellable, callback, user_data));
}

/**
 * pln_store_list_questions_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]
 *
 * Returns: (transfer full) (nullable) (element-type PlnStoreQuestion): the
 *   oldest first
 */
GPtrArray *
pln_store_list_questions_finish (PlnStore      *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
free_array (gpointer array)
{
  g_array_unref (array);
}

/**
 * pln_store_solve_async:
 * @self: a store
 * @ids: (array length=n_ids): questions
 * @n_ids: how many
 * @answer: how they are solved
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Solves questions, as one step that can be undone: then they are open again.
 */
void
pln_store_solve_async (PlnStore            *self,
                       const gint64        *ids,
                       guint                n_ids,
                       PlnStoreAnswer       answer,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GArray *copy;
  PlnStoreJob *job;

  g_return_if_fail (PLN_IS_STORE (self));

  copy = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);
  g_array_append_vals (copy, ids, n_ids);
  job = pln_store_job_new (self, pln_store_job_solve, pln_store_done_plain, pln_store_solve_async,
                           NULL, callback, user_data);
  job->data = copy;
  job->data_free = free_array;
  job->flag = answer;
  pln_store_push_write (self, job);
}

/**
 * pln_store_solve_finish:
 * @self: a store
 * @result: the result given to the callback
 * @error: return location for a [error@StoreError]; `PLN_STORE_ERROR_REFUSED`
 *   if both cannot hold
 *
 * Returns: %TRUE if all are solved; else none is
 */
gboolean
pln_store_solve_finish (PlnStore      *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
