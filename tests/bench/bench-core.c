/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Wishes at the size that must stay pleasant: 10,000 events are imported,
 * 10,000 people pasted, one and a thousand of them answer, and all is read
 * again. Measured are the time until a wish is shown, the longest time that the
 * main loop, and so the window, stands still, and the time until it is durable. */

#include "bench-calendar.h"
#include "bench-stall.h"
#include "pln-core-wishes.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_EVENTS  10000
#define N_PEOPLE  10000
#define N_ANSWERS 1000
#define N_SINGLE  20

/* For how long the window may stand still, in seconds; a missed one fails. */
#define GOAL_ONE  0.016 /* a frame */
#define GOAL_MANY 0.1
#define GOAL_LONG 0.05 /* while something long is under way */

/* Until 10,000 events are on the disk, as files too. */
#define GOAL_IMPORT 5.0

typedef struct
{
  const char *name;
  gint64      start;
  gint64      shown;
} Watch;

static gboolean missed;

static Watch
watch_start (const char *name)
{
  bench_stall_reset ();

  return (Watch) { name, g_get_monotonic_time (), 0 };
}

static void
watch_shown (Watch *watch)
{
  watch->shown = g_get_monotonic_time ();
}

/* @goal: for the longest stall; 0 if there is none */
static void
watch_end (Watch *watch,
           guint  times,
           double goal)
{
  double shown = (watch->shown - watch->start) / 1e6 / times;
  double durable = (g_get_monotonic_time () - watch->start) / 1e6 / times;
  gint64 stall = bench_stall_get ();
  gboolean is_missed = goal > 0 && stall > goal * 1e6;

  g_print ("%-28s shown %8.4f s   longest stall %8.4f s   durable %8.4f s%s\n",
           watch->name, shown, stall / 1e6, durable, is_missed ? "   missed" : "");
  missed |= is_missed;
}

static PlnCore *
open_library (const char *folder)
{
  PlnCore *core = pln_core_new (folder);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  Watch watch = watch_start ("open");

  pln_core_open_async (core, NULL, bench_got_result_cb, &result);
  watch_shown (&watch);
  pln_core_open_finish (core, bench_wait_for (&result), &error);
  g_assert_no_error (error);
  watch_end (&watch, 1, 0);

  return core;
}

static void
import_events (PlnCore    *core,
               const char *folder)
{
  g_autofree char *text = bench_calendar_new (N_EVENTS, 0);
  g_autofree char *path = g_build_filename (folder, "events.ics", NULL);
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) items = NULL;
  g_autoptr(GError) error = NULL;
  PlnImportCounts counts;
  Watch watch;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  g_ptr_array_add (files, g_file_new_for_path (path));

  watch = watch_start ("import of 10,000 events");
  pln_core_import_async (core, files, PLN_IMPORT_AS_EVENTS, FALSE, NULL, NULL, NULL, bench_got_result_cb, &result);
  watch_shown (&watch);
  items = pln_core_import_finish (core, bench_wait_for (&result), &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.added, ==, N_EVENTS);
  if (g_get_monotonic_time () - watch.start > GOAL_IMPORT * 1e6)
    {
      g_print ("the goal of %.0f s is missed by what follows:\n", GOAL_IMPORT);
      missed = TRUE;
    }
  watch_end (&watch, 1, GOAL_LONG);
}

static PlnGathering *
make_gathering (PlnCore *core)
{
  g_autoptr(PlnGathering) draft = pln_core_draft_template (core, "meetup", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  PlnGathering *gathering;
  g_autoptr(GError) error = NULL;

  pln_gathering_set_title (draft, "Everybody");
  pln_core_save_gathering_async (core, NULL, draft, NULL, bench_got_result_cb, &result);
  gathering = pln_core_save_gathering_finish (core, bench_wait_for (&result), &error);
  g_assert_no_error (error);

  return gathering;
}

static void
paste_people (PlnCore      *core,
              PlnGathering *gathering)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GListModel) lines = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  Watch watch;

  for (guint i = 0; i < N_PEOPLE; i++)
    g_string_append_printf (text, "Guest Number%u <guest%u@example.org>\n", i, i);

  watch = watch_start ("reading of 10,000 lines");
  lines = pln_core_read_people (core, gathering, text->str, &error);
  g_assert_no_error (error);
  watch_shown (&watch);
  watch_end (&watch, 1, 0);

  watch = watch_start ("adding of 10,000 people");
  pln_core_add_people_async (core, gathering, lines, NULL, bench_got_result_cb, &result);
  watch_shown (&watch);
  pln_core_add_people_finish (core, bench_wait_for (&result), NULL, &error);
  g_assert_no_error (error);
  watch_end (&watch, 1, 0);
  g_assert_cmpuint (pln_gathering_get_n_attendees (gathering), ==, N_PEOPLE);
}

static void
answer (PlnCore       *core,
        PlnGathering  *gathering,
        guint          first,
        guint          n,
        GAsyncResult **result)
{
  g_autoptr(GPtrArray) attendees = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (attendees, g_list_model_get_item (pln_gathering_get_attendees (gathering), first + i));
  pln_core_answer_async (core, gathering, attendees, PLN_ANSWER_ACCEPTED, NULL, bench_got_result_cb, result);
}

static void
answer_one_by_one (PlnCore      *core,
                   PlnGathering *gathering)
{
  GAsyncResult *results[N_SINGLE] = { NULL };
  Watch watch = watch_start ("one answer among 10,000");

  for (guint i = 0; i < N_SINGLE; i++)
    answer (core, gathering, i * 17, 1, &results[i]);
  watch_shown (&watch);
  for (guint i = 0; i < N_SINGLE; i++)
    {
      g_autoptr(GAsyncResult) result = bench_wait_for (&results[i]);

      g_assert_true (pln_core_answer_finish (core, result, NULL));
    }
  watch_end (&watch, N_SINGLE, GOAL_ONE);
}

static void
answer_many (PlnCore      *core,
             PlnGathering *gathering)
{
  g_autoptr(GAsyncResult) result = NULL;
  Watch watch = watch_start ("1,000 answers among 10,000");

  answer (core, gathering, 1000, N_ANSWERS, &result);
  watch_shown (&watch);
  g_assert_true (pln_core_answer_finish (core, bench_wait_for (&result), NULL));
  watch_end (&watch, 1, GOAL_MANY);
}

static void
undo (PlnCore *core)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *label = NULL;
  Watch watch = watch_start ("undo of 1,000 answers");

  pln_core_undo_async (core, FALSE, NULL, bench_got_result_cb, &result);
  watch_shown (&watch);
  label = pln_core_undo_finish (core, bench_wait_for (&result), NULL);
  g_assert_nonnull (label);
  watch_end (&watch, 1, 0);
}

static void
open_again (const char *folder,
            const char *uid)
{
  g_autoptr(PlnCore) core = open_library (folder);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(PlnGathering) gathering = NULL;
  Watch watch = watch_start ("reading of 10,000 people");

  pln_core_open_gathering_async (core, uid, NULL, bench_got_result_cb, &result);
  watch_shown (&watch);
  gathering = pln_core_open_gathering_finish (core, bench_wait_for (&result), NULL);
  watch_end (&watch, 1, 0);
  g_assert_cmpuint (pln_gathering_get_n_attendees (gathering), ==, N_PEOPLE);
  g_assert_cmpuint (pln_gathering_get_n_answers (gathering, PLN_ANSWER_ACCEPTED), ==, N_SINGLE);
  pln_core_close (core);
}

static void
delete_folder (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      delete_folder (child);
    }
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("plenary-bench-XXXXXX", NULL);
  g_autofree char *library = g_build_filename (folder, "library", NULL);
  g_autoptr(PlnCore) core = NULL;
  g_autoptr(PlnGathering) gathering = NULL;

  bench_stall_watch ();
  core = open_library (library);
  import_events (core, folder);
  gathering = make_gathering (core);
  paste_people (core, gathering);
  answer_one_by_one (core, gathering);
  answer_many (core, gathering);
  undo (core);
  pln_core_close (core);

  open_again (library, pln_gathering_get_uid (gathering));
  delete_folder (folder);

  return missed ? 1 : 0;
}
