/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-core-mix-people.h"

#include "pln-clock.h"
#include "pln-core-board.h"
#include "pln-core-mix-private.h"
#include "pln-core-open.h"
#include "pln-core-private.h"
#include "pln-core-round.h"
#include "pln-door.h"
#include "pln-mix-solve.h"

#include <glib/gi18n.h>

/* For a search that nobody limits: some seconds, and the same plan on every
 * computer. Mending has less to find. */
#define USUAL_STEPS 20000000
#define MEND_STEPS  4000000

/* How often is told how far it is, in microseconds of work: soon at first. */
#define FIRST_TELL 30000
#define USUAL_TELL 200000

#define LARGE_GROUP  6
#define MIDDLE_GROUP 5
#define SMALL_GROUP  4

#define SETTINGS_KEY "pln-core-mixing-settings"
#define CHOSEN_KEY   "pln-core-mixing-chosen" /* who counts was chosen when most were here */
#define MEND_KEY     "pln-core-mixing-mends"

/* One search. The board belongs to the main thread, which takes it away when
 * nothing is wanted of it any more. */
typedef struct
{
  PlnCore           *core;
  GWeakRef           mixing;
  PlnGathering      *gathering;
  PlnMixingSettings *settings;
  PlnCoreBoardAim    aim;
  guint              n_opening;
  PlnCoreBoard      *board;
  GMainContext      *context;
  GCancellable      *stopper;
  guint64            seed;
  guint64            n_steps;
  double             seconds;
  gint64             due;       /* for the thread that searches */
  gint64             interval;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->core);
  g_weak_ref_clear (&job->mixing);
  g_object_unref (job->gathering);
  g_object_unref (job->settings);
  g_clear_pointer (&job->board, pln_core_board_free);
  g_main_context_unref (job->context);
  g_object_unref (job->stopper);
  g_free (job);
}

/* --- telling how far it is --- */

typedef struct
{
  GTask      *task;
  PlnMixPlan *plan;
  double      progress;
  guint       seconds;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->task);
  pln_mix_plan_free (news->plan);
  g_free (news);
}

static void
tell (Job              *job,
      PlnMixing        *mixing,
      const PlnMixPlan *plan,
      double            progress,
      guint             seconds)
{
  g_autoptr(GPtrArray) rounds = pln_core_board_seat (job->board, plan);
  g_autoptr(PlnQuality) quality = pln_core_board_judge (job->board, plan, rounds);

  pln_mixing_show (mixing, job->board->before, rounds, quality, progress, seconds);
}

static gboolean
news_cb (gpointer user_data)
{
  News *news = user_data;
  Job *job = g_task_get_task_data (news->task);
  g_autoptr(PlnMixing) mixing = g_weak_ref_get (&job->mixing);

  if (mixing != NULL && job->board != NULL)
    tell (job, mixing, news->plan, news->progress, news->seconds);

  return G_SOURCE_REMOVE;
}

static gboolean
progress_cb (const PlnMixProgress *progress,
             gpointer              user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);
  gint64 worked = pln_clock_processor ();
  News *news;

  if (g_cancellable_is_cancelled (job->stopper))
    return FALSE;
  if (worked < job->due)
    return TRUE;

  job->due = worked + job->interval;
  job->interval = USUAL_TELL;
  news = g_new0 (News, 1);
  news->task = g_object_ref (task);
  news->plan = pln_mix_progress_copy_plan (progress);
  news->progress = progress->n_steps / (double) progress->n_steps_planned;
  news->seconds = (guint) (worked / G_USEC_PER_SEC);
  g_main_context_invoke_full (job->context, G_PRIORITY_DEFAULT, news_cb, news, news_free);

  return TRUE;
}

/* --- the search --- */

static void
search_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Job *job = task_data;
  guint64 n_steps = job->n_steps;

  job->due = pln_clock_processor () + FIRST_TELL;
  job->interval = FIRST_TELL;
  if (n_steps == 0 && job->seconds > 0)
    n_steps = pln_core_mix_choose_steps (job->board->instance, job->seed, job->seconds, job->stopper);
  else if (n_steps == 0)
    n_steps = job->aim == PLN_CORE_BOARD_MEND ? MEND_STEPS : USUAL_STEPS;
  g_task_return_pointer (task, pln_mix_solve (job->board->instance, job->seed, n_steps, progress_cb, task),
                         (GDestroyNotify) pln_mix_plan_free);
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr(PlnMixPlan) plan = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr(PlnMixing) mixing = g_weak_ref_get (&job->mixing);

  if (mixing != NULL)
    {
      tell (job, mixing, plan, 1, pln_mixing_get_seconds (mixing));
      pln_mixing_end (mixing, NULL);
    }
  g_clear_pointer (&job->board, pln_core_board_free);
}

/* Why there is nothing to look for. */
static char *
find_hindrance (Job *job)
{
  g_autoptr(GError) error = NULL;
  guint64 all = job->board->rounds->len < 64 ? PLN_MIX_ROUND (job->board->rounds->len) - 1 : PLN_MIX_ALL_ROUNDS;

  if (job->board->rounds->len == 0)
    return g_strdup (_("There are no rounds yet. Mix first."));
  if ((job->board->frozen & all) == all)
    return g_strdup (_("All rounds are locked or have begun. Unlock one, or add a round."));
  if (pln_mixing_settings_count_people (job->settings, job->gathering) < 2)
    return g_strdup (pln_mixing_settings_get_who (job->settings) == PLN_MIXING_WHO_HERE
                       ? _("Fewer than two people are here. Check people in, or mix who is going.")
                       : _("Fewer than two people are going. Add people, or set their answers."));
  if (job->board->instance == NULL)
    return g_strdup_printf (_("More than %u people cannot be mixed at once."), PLN_MIX_MAX_PEOPLE);
  if (!pln_mix_instance_check (job->board->instance, &error))
    return g_strdup (error->message);

  return NULL;
}

/* @job: (transfer full) */
static void
begin (Job *job)
{
  g_autoptr(PlnMixing) mixing = g_weak_ref_get (&job->mixing);
  g_autoptr(GTask) task = NULL;
  g_autofree char *hindrance = NULL;

  if (mixing == NULL)
    {
      job_free (job);
      return;
    }

  job->board = pln_core_board_new (job->core, job->gathering, job->settings, job->aim, NULL);
  hindrance = find_hindrance (job);
  if (hindrance != NULL)
    {
      pln_mixing_end (mixing, hindrance);
      job_free (job);
      return;
    }

  task = g_task_new (NULL, NULL, searched_cb, NULL);
  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, search_thread);
}

/* An earlier gathering that cannot be read is one that nobody remembers. */
static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Job *job = user_data;
  PlnGathering *gathering = pln_core_open_gathering_finish (PLN_CORE (source), result, NULL);

  g_clear_object (&gathering); /* the core has it */
  if (--job->n_opening == 0)
    begin (job);
}

static gboolean
begin_cb (gpointer user_data)
{
  begin (user_data);

  return G_SOURCE_REMOVE;
}

static PlnMixing *
look_for (PlnCore           *self,
          PlnGathering      *gathering,
          PlnMixingSettings *settings,
          PlnCoreBoardAim    aim,
          guint64            seed,
          guint64            n_steps,
          double             seconds)
{
  PlnMixing *mixing = pln_mixing_new (gathering, seed);
  g_autoptr(GPtrArray) earlier = pln_core_board_list_earlier (self, gathering);
  Job *job = g_new0 (Job, 1);

  job->core = g_object_ref (self);
  g_weak_ref_init (&job->mixing, mixing);
  job->gathering = g_object_ref (gathering);
  job->settings = pln_mixing_settings_copy (settings);
  job->aim = aim;
  job->context = g_main_context_ref_thread_default ();
  job->stopper = g_object_ref (pln_mixing_get_stopper (mixing));
  job->seed = seed;
  job->n_steps = n_steps;
  job->seconds = seconds;
  g_object_set_data_full (G_OBJECT (mixing), SETTINGS_KEY, g_object_ref (job->settings), g_object_unref);
  if (aim == PLN_CORE_BOARD_MEND)
    g_object_set_data (G_OBJECT (mixing), MEND_KEY, GINT_TO_POINTER (TRUE));

  job->n_opening = earlier->len;
  for (guint i = 0; i < earlier->len; i++)
    pln_core_open_gathering_async (self, pln_gathering_get_uid (g_ptr_array_index (earlier, i)), NULL, opened_cb, job);
  if (earlier->len == 0)
    {
      g_autoptr(GSource) source = g_idle_source_new ();

      g_source_set_priority (source, G_PRIORITY_DEFAULT);
      g_source_set_callback (source, begin_cb, job, NULL);
      g_source_attach (source, job->context);
    }

  return mixing;
}

/**
 * pln_core_mix_people:
 * @self: a core
 * @gathering: a gathering that is loaded
 * @settings: how to mix
 * @seed: another one finds another plan
 * @n_steps: for how many steps to look; 0: the usual number
 * @seconds: with 0 steps: for how much processor time; 0: any
 *
 * Looks for who is to sit with whom in the rounds that are not locked and have
 * not begun.
 *
 * Returns: (transfer full): the search, which goes on while it is held
 */
PlnMixing *
pln_core_mix_people (PlnCore           *self,
                     PlnGathering      *gathering,
                     PlnMixingSettings *settings,
                     guint64            seed,
                     guint64            n_steps,
                     double             seconds)
{
  g_return_val_if_fail (PLN_IS_CORE (self), NULL);
  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);
  g_return_val_if_fail (PLN_IS_MIXING_SETTINGS (settings), NULL);

  return look_for (self, gathering, settings, PLN_CORE_BOARD_MIX, seed, n_steps, seconds);
}

/**
 * pln_core_mend_people:
 * @self: a core
 * @gathering: a gathering that is loaded
 *
 * Looks for the fewest places to change after people came late, did not come,
 * or a room is gone.
 *
 * Returns: (transfer full): the search, which goes on while it is held
 */
PlnMixing *
pln_core_mend_people (PlnCore      *self,
                      PlnGathering *gathering)
{
  g_autoptr(PlnMixingSettings) settings = NULL;

  g_return_val_if_fail (PLN_IS_CORE (self), NULL);
  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);

  settings = pln_core_draft_mix (self, gathering);

  return look_for (self, gathering, settings, PLN_CORE_BOARD_MEND, 1, 0, 0);
}

/**
 * pln_core_judge:
 * @self: a core
 * @gathering: a gathering that is loaded
 * @moves: (nullable) (element-type PlnMove): who would sit elsewhere
 *
 * Returns: (transfer full): what the plan of the gathering is worth, or would
 *   be
 */
PlnQuality *
pln_core_judge (PlnCore      *self,
                PlnGathering *gathering,
                GPtrArray    *moves)
{
  g_autoptr(PlnMixingSettings) settings = NULL;
  g_autoptr(PlnCoreBoard) board = NULL;

  g_return_val_if_fail (PLN_IS_CORE (self), NULL);
  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);

  settings = pln_core_draft_mix (self, gathering);
  board = pln_core_board_new (self, gathering, settings, PLN_CORE_BOARD_JUDGE, moves);

  return board->plan != NULL ? pln_core_board_judge (board, board->plan, board->rounds) : pln_quality_new ();
}

/* --- sensible choices --- */

/* Groups in the largest round that is there. */
static guint
count_groups (PlnGathering *gathering)
{
  GListModel *rounds = pln_gathering_get_rounds (gathering);
  guint most = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);

      most = MAX (most, g_list_model_get_n_items (pln_round_get_groups (round)));
    }

  return most;
}

static guint
count_seats (PlnGathering *gathering)
{
  GPtrArray *rooms = pln_gathering_get_room_list (gathering);
  guint n = 0;

  for (guint i = 0; i < rooms->len; i++)
    n += ((const PlnRoom *) g_ptr_array_index (rooms, i))->capacity;

  return n;
}

static PlnMixingSettings *
choose_settings (PlnGathering *gathering)
{
  PlnMixingSettings *settings = pln_mixing_settings_new ();
  guint n_rounds = g_list_model_get_n_items (pln_gathering_get_rounds (gathering));
  guint n_groups = count_groups (gathering);
  guint n_people;

  pln_mixing_settings_set_who (settings, pln_door_most_came (gathering) ? PLN_MIXING_WHO_HERE : PLN_MIXING_WHO_GOING);
  n_people = pln_mixing_settings_count_people (settings, gathering);
  if (n_rounds > 0)
    pln_mixing_settings_set_rounds (settings, n_rounds);
  if (n_groups > 0)
    pln_mixing_settings_set_size (settings, (n_people + n_groups / 2) / n_groups);
  else
    pln_mixing_settings_set_size (settings, n_people >= 5 * LARGE_GROUP ? LARGE_GROUP
                                            : n_people >= 3 * MIDDLE_GROUP ? MIDDLE_GROUP : SMALL_GROUP);
  pln_mixing_settings_set_by_rooms (settings, n_groups == 0 && n_people > 0 && count_seats (gathering) >= n_people);

  return settings;
}

/**
 * pln_core_draft_mix:
 * @self: a core
 * @gathering: a gathering that is loaded
 *
 * Returns: (transfer full): how the gathering was mixed last, or sensible
 *   choices; when half of those who are going have come, who is here counts,
 *   unless something else was chosen since
 */
PlnMixingSettings *
pln_core_draft_mix (PlnCore      *self,
                    PlnGathering *gathering)
{
  PlnMixingSettings *last;
  PlnMixingSettings *settings;

  g_return_val_if_fail (PLN_IS_CORE (self), NULL);
  g_return_val_if_fail (PLN_IS_GATHERING (gathering), NULL);

  last = g_object_get_data (G_OBJECT (gathering), SETTINGS_KEY);
  settings = last != NULL ? pln_mixing_settings_copy (last) : choose_settings (gathering);
  if (pln_door_most_came (gathering) && g_object_get_data (G_OBJECT (gathering), CHOSEN_KEY) == NULL)
    pln_mixing_settings_set_who (settings, PLN_MIXING_WHO_HERE);

  return settings;
}

/* --- taking it --- */

/* Rounds that the mix left alone are not to be touched. */
static GPtrArray *
list_changeable (GPtrArray *rounds)
{
  g_autoptr(GDateTime) now = pln_clock_now_utc ();
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rounds->len; i++)
    if (!pln_round_is_frozen (g_ptr_array_index (rounds, i), now))
      g_ptr_array_add (list, g_object_ref (g_ptr_array_index (rounds, i)));

  return list;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (pln_core_save_rounds_finish (PLN_CORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * pln_core_use_mix_async:
 * @self: a core
 * @mixing: a search that found a plan
 * @cancellable: (nullable): stops the waiting
 * @callback: (scope async): called when it is durable
 * @user_data: data for @callback
 *
 * Ends the search and takes the best plan found so far, in one step. The next
 * mix of the gathering begins with the same settings.
 */
void
pln_core_use_mix_async (PlnCore             *self,
                        PlnMixing           *mixing,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) after = NULL;
  PlnGathering *gathering;
  gpointer settings;

  g_return_if_fail (PLN_IS_CORE (self));
  g_return_if_fail (PLN_IS_MIXING (mixing));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, pln_core_use_mix_async);
  pln_mixing_stop (mixing);
  if (pln_mixing_get_rounds (mixing) == NULL)
    {
      g_task_return_new_error (task, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                               _("There is no plan yet that could be taken. Wait a moment."));
      return;
    }

  settings = g_object_get_data (G_OBJECT (mixing), SETTINGS_KEY);
  gathering = pln_mixing_get_gathering (mixing);
  g_object_set_data_full (G_OBJECT (gathering), SETTINGS_KEY, g_object_ref (settings), g_object_unref);
  if (pln_door_most_came (gathering))
    g_object_set_data (G_OBJECT (gathering), CHOSEN_KEY, GINT_TO_POINTER (TRUE));
  before = list_changeable (pln_mixing_get_before (mixing));
  after = list_changeable (pln_mixing_get_rounds (mixing));
  pln_core_save_rounds_as (self, gathering, before, after,
                           g_object_get_data (G_OBJECT (mixing), MEND_KEY) != NULL ? g_strdup (_("Mend the groups"))
                                                                                   : pln_core_label_rounds (before, after),
                           cancellable, saved_cb, g_steal_pointer (&task));
}

/**
 * pln_core_use_mix_finish:
 * @self: a core
 * @result: the result given to the callback
 * @error: return location for a [error@CoreError] or an error of the library
 *
 * Returns: %TRUE if the plan is durable
 */
gboolean
pln_core_use_mix_finish (PlnCore       *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
