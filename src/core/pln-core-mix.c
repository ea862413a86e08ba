/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-mix.h"

#include "pln-clock.h"
#include "pln-core-mix-private.h"
#include "pln-file.h"
#include "pln-mix-file.h"
#include "pln-mix-problem.h"
#include "pln-mix-score.h"
#include "pln-mix-solve.h"

#include <math.h>
#include <string.h>

#define MOST_BYTES   (64 * 1024 * 1024)
#define MOST_REASONS 20 /* nobody reads more */

/* To find out how fast the computer is: from so many steps on, four times as
 * many, until it takes this part of the time. */
#define FIRST_STEPS 20000
#define TRIAL_PART  0.02
#define USED_PART   0.92 /* of the time: the rest is for what a trial does not show */

typedef struct
{
  GFile        *question;
  GFile        *answer;
  guint64       seed;
  guint64       n_steps;
  double        seconds;
  gint64        start;       /* by the processor's clock */
  GCancellable *cancellable;
} Task;

static void
task_free (gpointer data)
{
  Task *task = data;

  g_object_unref (task->question);
  g_object_unref (task->answer);
  g_clear_object (&task->cancellable);
  g_free (task);
}

/**
 * pln_core_mixed_free:
 * @mixed: (transfer full): what a mix is worth
 *
 * Frees it.
 */
void
pln_core_mixed_free (PlnCoreMixed *mixed)
{
  g_strfreev (mixed->reasons);
  g_free (mixed);
}

static double
seconds_since (const Task *task)
{
  return (pln_clock_processor () - task->start) / (double) G_USEC_PER_SEC;
}

static gboolean
go_on_cb (const PlnMixProgress *progress,
          gpointer              user_data)
{
  const Task *task = user_data;

  return !g_cancellable_is_cancelled (task->cancellable)
         && (task->seconds <= 0 || seconds_since (task) < task->seconds);
}

/* A number of steps with two digits that count: it is to be repeated by hand. */
static guint64
round_steps (double steps)
{
  double unit = pow (10, floor (log10 (MAX (steps, 1))) - 1);

  return (guint64) MAX (floor (steps / unit) * unit, 1000);
}

/**
 * pln_core_mix_choose_steps:
 * @instance: a question
 * @seed: for the trials
 * @seconds: how much of the calling thread's processor time there is
 * @cancellable: (nullable): ends it
 *
 * Tries how many steps fit into the time, which is spent in part by that.
 *
 * Returns: the number of steps for the rest of the time
 */
guint64
pln_core_mix_choose_steps (const PlnMixInstance *instance,
                           guint64               seed,
                           double                seconds,
                           GCancellable         *cancellable)
{
  Task task = { .cancellable = cancellable, .seconds = seconds, .start = pln_clock_processor () };
  double last = 0;

  for (guint64 steps = FIRST_STEPS;; steps *= 4)
    {
      double before = seconds_since (&task);
      double taken;
      double left;

      pln_mix_plan_free (pln_mix_solve (instance, seed, steps, go_on_cb, &task));
      taken = seconds_since (&task) - before;
      left = seconds - seconds_since (&task);
      if (g_cancellable_is_cancelled (cancellable) || left <= 0)
        return round_steps (0);
      /* What a search takes before its first step does not grow. */
      if (steps > FIRST_STEPS && taken >= TRIAL_PART * seconds && (taken >= 1.5 * last || taken >= left / 8))
        {
          double of_step = MAX (taken - last, taken / 16) / (0.75 * steps);

          return round_steps ((left * USED_PART - taken) / of_step + steps);
        }
      if (steps > G_MAXUINT64 / 8)
        return steps;
      last = taken;
    }
}

static gboolean
write_answer (const Task        *task,
              const PlnMixFile  *file,
              const PlnMixPlan  *plan,
              GError           **error)
{
  g_autofree char *text = pln_mix_file_write_plan (file, plan);
  g_autofree char *path = g_file_get_path (task->answer);

  return pln_file_write (path, text, strlen (text), error);
}

static GStrv
list_reasons (const PlnMixFile *file,
              const PlnMixPlan *plan)
{
  g_autoptr(GArray) problems = pln_mix_list_problems (file->instance, plan);
  g_autoptr(GStrvBuilder) reasons = g_strv_builder_new ();

  for (guint i = 0; i < MIN (problems->len, MOST_REASONS); i++)
    {
      g_autofree char *reason = pln_mix_problem_describe (&g_array_index (problems, PlnMixProblem, i),
                                                          file->people, file->groups);

      g_strv_builder_add (reasons, reason);
    }

  return g_strv_builder_end (reasons);
}

static PlnCoreMixed *
mix (Task    *task,
     GError **error)
{
  g_autoptr(GBytes) bytes = pln_file_load (task->question, MOST_BYTES, task->cancellable, error);
  g_autoptr(PlnMixFile) file = NULL;
  g_autoptr(PlnMixPlan) plan = NULL;
  g_autoptr(PlnCoreMixed) mixed = g_new0 (PlnCoreMixed, 1);
  gsize length;
  const char *text;
  PlnMixScore score;

  if (bytes == NULL)
    return NULL;
  text = g_bytes_get_data (bytes, &length);
  file = pln_mix_file_read (text != NULL ? text : "", length, error);
  if (file == NULL)
    return NULL;

  mixed->n_steps = task->n_steps > 0 ? task->n_steps
    : pln_core_mix_choose_steps (file->instance, task->seed, task->seconds - seconds_since (task), task->cancellable);
  plan = pln_mix_solve (file->instance, task->seed, mixed->n_steps, go_on_cb, task);
  if (g_cancellable_set_error_if_cancelled (task->cancellable, error) || !write_answer (task, file, plan, error))
    return NULL;

  score = pln_mix_score_plan (file->instance, plan);
  mixed->violations = score.violations;
  mixed->cost = score.cost;
  mixed->reasons = list_reasons (file, plan);

  return g_steal_pointer (&mixed);
}

static void
mix_thread (GTask        *gtask,
            gpointer      source,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Task *task = task_data;
  GError *error = NULL;
  PlnCoreMixed *mixed;

  task->start = pln_clock_processor ();
  mixed = mix (task, &error);
  if (mixed != NULL)
    g_task_return_pointer (gtask, mixed, (GDestroyNotify) pln_core_mixed_free);
  else
    g_task_return_error (gtask, error);
}

/**
 * pln_core_mix_file_async:
 * @question: a local file, of the format “mixing-1”
 * @answer: a local file, which is written
 * @seed: another one gives another plan
 * @n_steps: for how many steps to search; 0: as long as @seconds
 * @seconds: the most processor time, in seconds; 0: no limit, with @n_steps
 * @cancellable: (nullable): ends it; nothing is written
 * @callback: called when the plan is written
 * @user_data: for @callback
 *
 * Mixes the people of a file.
 */
void
pln_core_mix_file_async (GFile               *question,
                         GFile               *answer,
                         guint64              seed,
                         guint64              n_steps,
                         double               seconds,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) gtask = g_task_new (NULL, cancellable, callback, user_data);
  Task *task = g_new0 (Task, 1);

  task->question = g_object_ref (question);
  task->answer = g_object_ref (answer);
  task->seed = seed;
  task->n_steps = n_steps;
  task->seconds = seconds;
  task->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;

  g_task_set_source_tag (gtask, pln_core_mix_file_async);
  g_task_set_task_data (gtask, task, task_free);
  g_task_run_in_thread (gtask, mix_thread);
}

/**
 * pln_core_mix_file_finish:
 * @result: the result given to the callback
 * @error: return location for an error of reading or writing
 *
 * Returns: (transfer full): what the plan is worth; or %NULL
 */
PlnCoreMixed *
pln_core_mix_file_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
