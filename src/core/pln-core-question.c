/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-question.h"

#include "pln-core-servers-private.h"
#include "pln-core-sync.h"

#include "pln-store-pair.h"
#include "pln-store-question.h"

#include <glib/gi18n.h>
#include <string.h>

#define DELETIONS "deletions:" /* how the id of such a question begins; then the calendar */

static GDateTime *
time_of (gint64 seconds)
{
  return seconds > 0 ? g_date_time_new_from_unix_local (seconds) : NULL;
}

static PlnQuestion *
conflict_of (const PlnStoreQuestion *stored)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, stored->id);
  g_autoptr(GDateTime) mine_at = time_of (stored->mine_at);
  g_autoptr(GDateTime) theirs_at = time_of (stored->theirs_at);

  return pln_question_new (&(PlnQuestionFacts) {
    .id = id,
    .uid = stored->uid,
    .instance = stored->instance,
    .gathering = stored->gathering,
    .calendar = stored->calendar,
    .kind = stored->kind,
    .title = stored->title,
    .part = stored->name,
    .base = stored->base_text,
    .mine = stored->mine_text,
    .theirs = stored->theirs_text,
    .who = stored->who,
    .mine_at = mine_at,
    .theirs_at = theirs_at,
    .may_both = stored->may_both,
  });
}

static void
add_deletions (PlnCore   *self,
               GPtrArray *questions)
{
  for (guint i = 0; i < self->servers->known->len; i++)
    {
      PlnCoreServer *server = g_ptr_array_index (self->servers->known, i);

      for (guint j = 0; j < server->links->len; j++)
        {
          const PlnStoreLink *link = g_ptr_array_index (server->links, j);
          gint64 n = pln_core_servers_recall (self, PLN_CORE_MISSING, link->calendar);
          g_autofree char *id = g_strconcat (DELETIONS, link->calendar, NULL);

          if (n > 0)
            g_ptr_array_add (questions, pln_question_new (&(PlnQuestionFacts) {
              .id = id, .calendar = link->calendar, .title = link->title, .n_deleted = (guint) n }));
        }
    }
}

/* A question that was there already stays the same object. */
static void
show (PlnCore   *self,
      GPtrArray *questions)
{
  GListModel *list = G_LIST_MODEL (self->servers->questions);
  guint n = g_list_model_get_n_items (list);
  gboolean same = n == questions->len;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnQuestion) old = g_list_model_get_item (list, i);

      for (guint j = 0; j < questions->len; j++)
        if (pln_question_is_same (old, g_ptr_array_index (questions, j)))
          {
            g_object_unref (questions->pdata[j]);
            questions->pdata[j] = g_object_ref (old);
            same = same && i == j;
            break;
          }
      same = same && g_ptr_array_index (questions, i) == old;
    }
  if (!same)
    g_list_store_splice (self->servers->questions, 0, n, questions->pdata, questions->len);
  pln_core_servers_tell (self);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(GPtrArray) stored = pln_store_list_questions_finish (PLN_STORE (source), result, &error);
  g_autoptr(GPtrArray) questions = g_ptr_array_new_with_free_func (g_object_unref);

  if (stored == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  for (guint i = 0; i < stored->len; i++)
    g_ptr_array_add (questions, conflict_of (g_ptr_array_index (stored, i)));
  add_deletions (g_task_get_source_object (task), questions);
  show (g_task_get_source_object (task), questions);
  g_task_return_boolean (task, TRUE);
}

/* Reads the list of questions anew. */
void
pln_core_read_questions_async (PlnCore             *self,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, pln_core_read_questions_async);
  pln_store_list_questions_async (self->store, NULL, listed_cb, task);
}

gboolean
pln_core_read_questions_finish (PlnCore       *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* What is to be done for one wish: conflicts at once, deletions one calendar
 * after the other. */
typedef struct
{
  GArray      *ids;
  GPtrArray   *calendars; /* char */
  guint        at;
  PlnSolution  solution;
} Solve;

static void
solve_free (Solve *solve)
{
  g_array_unref (solve->ids);
  g_ptr_array_unref (solve->calendars);
  g_free (solve);
}

static void next_calendar (GTask *task);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GError *error = NULL;

  pln_core_read_questions_finish (PLN_CORE (source), result, &error);
  pln_core_wish_done (user_data, NULL, NULL, error);
}

static void
calendar_done_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  GTask *task = user_data;
  Solve *solve = g_task_get_task_data (task);
  GError *error = NULL;

  if (!pln_core_answer_deletions_finish (PLN_CORE (source), result, &error))
    {
      pln_core_wish_fail (task, error);
      return;
    }

  solve->at++;
  next_calendar (task);
}

static void
next_calendar (GTask *task)
{
  PlnCore *self = g_task_get_source_object (task);
  Solve *solve = g_task_get_task_data (task);

  if (solve->at < solve->calendars->len)
    pln_core_answer_deletions_async (self, g_ptr_array_index (solve->calendars, solve->at),
                                     solve->solution == PLN_SOLUTION_THEIRS, calendar_done_cb, task);
  else
    pln_core_read_questions_async (self, read_cb, task);
}

static void
solved_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (pln_store_solve_finish (PLN_STORE (source), result, &error))
    next_calendar (task);
  else
    pln_core_wish_fail (task, error);
}

static PlnStoreAnswer
answer_of (PlnSolution solution)
{
  switch (solution)
    {
    case PLN_SOLUTION_MINE:
      return PLN_STORE_ANSWER_MINE;
    case PLN_SOLUTION_BOTH:
      return PLN_STORE_ANSWER_BOTH;
    case PLN_SOLUTION_THEIRS:
    default:
      return PLN_STORE_ANSWER_THEIRS;
    }
}

/**
 * pln_core_solve_questions_async:
 * @self: a core
 * @questions: (element-type PlnQuestion): of [func@Core.get_questions]
 * @solution: how
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Solves questions. Conflicts of one wish are one step of undo; of deletions,
 * %PLN_SOLUTION_MINE puts back on the server what is missing there, and
 * %PLN_SOLUTION_THEIRS puts it into the bin here with the next sync.
 */
void
pln_core_solve_questions_async (PlnCore             *self,
                                GPtrArray           *questions,
                                PlnSolution          solution,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Solve *solve;
  GTask *task;

  g_return_if_fail (PLN_IS_CORE (self));

  solve = g_new0 (Solve, 1);
  solve->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  solve->calendars = g_ptr_array_new_with_free_func (g_free);
  solve->solution = solution;
  for (guint i = 0; i < questions->len; i++)
    {
      PlnQuestion *question = g_ptr_array_index (questions, i);
      const char *id = pln_question_get_id (question);
      gint64 number = g_ascii_strtoll (id, NULL, 10);

      if (g_str_has_prefix (id, DELETIONS))
        g_ptr_array_add (solve->calendars, g_strdup (id + strlen (DELETIONS)));
      else
        g_array_append_val (solve->ids, number);
    }

  task = pln_core_wish_new (self, pln_core_solve_questions_async, cancellable, callback, user_data);
  g_task_set_task_data (task, solve, (GDestroyNotify) solve_free);
  if (solution == PLN_SOLUTION_BOTH && solve->calendars->len > 0)
    pln_core_wish_fail (task, g_error_new_literal (PLN_CORE_ERROR, PLN_CORE_ERROR_BAD_NAME,
                                                   _("What is gone is either kept or deleted. Choose mine or theirs.")));
  else if (solve->ids->len > 0)
    pln_store_solve_async (self->store, (const gint64 *) solve->ids->data, solve->ids->len, answer_of (solution),
                           solved_cb, task);
  else
    next_calendar (task);
}

/**
 * pln_core_solve_questions_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for an error of the library
 *
 * Returns: %TRUE if it is durable
 */
gboolean
pln_core_solve_questions_finish (PlnCore       *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
