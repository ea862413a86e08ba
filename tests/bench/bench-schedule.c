/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The schedule of a large conference is imported, imported again as it was, and
 * once more in a later version in which every title differs. FOSDEM 2026 is
 * taken from PLENARY_CORPORA, if that is there, else one of its size is made.
 * Measured are the time until all is on the disk, as files too, and the longest
 * time that the main loop, and so the window, stands still. The best of some
 * runs counts, for other programs of this computer are not what is measured. */

#include "bench-stall.h"

#include "pln-core-wishes.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_SESSIONS 883
#define N_ROOMS    30
#define N_RUNS     3

/* In seconds. */
#define GOAL_IMPORT 1.0
#define GOAL_STALL  0.05

typedef enum
{
  IMPORT_NEW,
  IMPORT_AGAIN,
  IMPORT_LATER,
  N_IMPORTS
} Import;

static const char *const names[N_IMPORTS] = { "import of a schedule", "the same again", "a later version" };

static gint64 best[N_IMPORTS];
static gint64 best_stall[N_IMPORTS];

static char *
made_schedule (void)
{
  GString *text = g_string_new ("<schedule><conference><acronym>bench-2026</acronym><title>Bench 2026</title>"
                                "<time_zone_name>Europe/Brussels</time_zone_name></conference>");
  guint per_room = N_SESSIONS / N_ROOMS + 1;
  guint n = 0;

  for (guint day = 0; day < 2; day++)
    {
      g_string_append_printf (text, "<day index='%u' date='2026-02-0%u'>", day + 1, day + 1);
      for (guint room = 0; room < N_ROOMS; room++)
        {
          g_string_append_printf (text, "<room name='Room %u'>", room);
          for (guint i = 0; i < per_room / 2 + 1 && n < N_SESSIONS; i++, n++)
            {
              g_string_append_printf (text, "<event id='%u' guid='00000000-0000-4000-8000-%012u'><title>Talk %u</title>"
                                            "<start>%02u:%02u</start><duration>00:30</duration><track>Track %u</track>"
                                            "<persons><person id='%u'>Speaker %u</person></persons><abstract>", n + 1, n, n,
                                      9 + i / 2, i % 2 * 30, room, n, n);
              for (guint j = 0; j < 30; j++)
                g_string_append (text, "What it takes to be fast at any size, in forty words. ");
              g_string_append (text, "</abstract></event>");
            }
          g_string_append (text, "</room>");
        }
      g_string_append (text, "</day>");
    }
  g_string_append (text, "</schedule>");

  return g_string_free (text, FALSE);
}

static char *
load_schedule (void)
{
  const char *corpora = g_getenv ("PLENARY_CORPORA");
  g_autofree char *path = corpora != NULL ? g_build_filename (corpora, "schedules", "fosdem-2026.xml", NULL) : NULL;
  char *text = NULL;

  if (path != NULL && g_file_get_contents (path, &text, NULL, NULL))
    return text;

  g_print ("without PLENARY_CORPORA: a schedule of the same size\n");

  return made_schedule ();
}

static void
import (PlnCore    *core,
        const char *path,
        Import      which)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) items = NULL;
  g_autoptr(GError) error = NULL;
  PlnImportCounts counts;
  gint64 start, stall;
  gint64 taken;

  g_ptr_array_add (files, g_file_new_for_path (path));
  bench_stall_reset ();
  start = g_get_monotonic_time ();
  pln_core_import_async (core, files, PLN_IMPORT_AS_SUGGESTED, FALSE, NULL, NULL, NULL, bench_got_result_cb, &result);
  items = pln_core_import_finish (core, bench_wait_for (&result), &counts, &error);
  stall = bench_stall_get ();
  taken = g_get_monotonic_time () - start;
  g_assert_no_error (error);
  g_assert_cmpuint (counts.added, ==, which == IMPORT_NEW ? N_SESSIONS + 1 : 0);
  g_assert_cmpuint (counts.changed, ==, which == IMPORT_LATER ? N_SESSIONS : 0);

  best[which] = best[which] == 0 ? taken : MIN (best[which], taken);
  best_stall[which] = best_stall[which] == 0 ? stall : MIN (best_stall[which], stall);
}

static void
write_text (const char *path,
            const char *text)
{
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
run (const char *library,
     const char *first,
     const char *later)
{
  g_autoptr(PlnCore) core = pln_core_new (library);
  g_autoptr(GAsyncResult) opened = NULL;
  g_autoptr(GError) error = NULL;

  pln_core_open_async (core, NULL, bench_got_result_cb, &opened);
  pln_core_open_finish (core, bench_wait_for (&opened), &error);
  g_assert_no_error (error);

  import (core, first, IMPORT_NEW);
  import (core, first, IMPORT_AGAIN);
  import (core, later, IMPORT_LATER);
  pln_core_close (core);
}

static void
delete_folder (const char *path)
{
  GDir *dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      delete_folder (inside);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("plenary-bench-XXXXXX", NULL);
  g_autofree char *first = g_build_filename (folder, "schedule.xml", NULL);
  g_autofree char *later = g_build_filename (folder, "later.xml", NULL);
  g_autofree char *text = load_schedule ();
  g_auto(GStrv) events = g_strsplit (text, "<event ", -1);
  gboolean missed = FALSE;

  /* Every title of a session, and no other. */
  for (guint i = 1; events[i] != NULL; i++)
    {
      g_auto(GStrv) around = g_strsplit (events[i], "<title>", 2);

      g_free (events[i]);
      events[i] = g_strjoinv ("<title>Newly: ", around);
    }
  write_text (first, text);
  g_free (text);
  text = g_strjoinv ("<event ", events);
  write_text (later, text);

  bench_stall_watch ();
  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autofree char *library = g_strdup_printf ("%s/library-%u", folder, i);

      run (library, first, later);
    }
  delete_folder (folder);

  for (guint i = 0; i < N_IMPORTS; i++)
    {
      gboolean is_missed = best[i] > GOAL_IMPORT * 1e6 || best_stall[i] > GOAL_STALL * 1e6;

      g_print ("%-24s %8.4f s   goal %.1f s   longest stall %8.4f s   goal %.2f s%s\n", names[i], best[i] / 1e6,
               GOAL_IMPORT, best_stall[i] / 1e6, GOAL_STALL, is_missed ? "   missed" : "");
      missed |= is_missed;
    }

  return missed ? 1 : 0;
}
