/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library of 100,000 objects: what the window waits for must not depend on
 * how much there is. The library is built anew from its files first, which is
 * not measured; with a folder as the argument it is kept there for the next
 * time. Measured are the first list and the first month after the start, other
 * months, searches by key stroke, and the longest time that the main loop, and
 * so the window, stands still. */

#include "bench-stall.h"

#include "pln-core-wishes.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_OBJECTS    100000
#define N_GATHERINGS 200
#define N_SESSIONS   20   /* of each */
#define N_SERIES     1000
#define N_NOTES      5000
#define N_MONTHS     24
#define DAY          (24 * 60 * 60)
#define START        1577836800 /* 1 January 2020, UTC; twelve years of it */
#define TWELVE_YEARS (4383 * DAY)

/* In seconds. */
#define GOAL_LIST   0.3
#define GOAL_MONTH  0.1
#define GOAL_SEARCH 0.05
#define GOAL_STALL  0.05

static const char *const topics[] = {
  "cataloguing", "reflective practice", "networking", "open access", "metadata", "café", "advocacy", "podcasting",
  "teaching", "evidence", "mentoring", "budgets", "archives", "reading groups", "linked data", "children's services",
};

static gboolean missed;

static void
report (const char *name,
        gint64      longest,
        double      goal)
{
  gint64 stall = bench_stall_get ();
  gboolean is_missed = longest > goal * 1e6 || stall > GOAL_STALL * 1e6;

  g_print ("%-34s %8.4f s   goal %.2f s   longest stall %8.4f s%s\n",
           name, longest / 1e6, goal, stall / 1e6, is_missed ? "   missed" : "");
  missed |= is_missed;
  bench_stall_reset ();
}

static char *
stamp (gint64 seconds)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  return g_date_time_format (time, "%Y%m%dT%H%M%SZ");
}

static void
write_object (const char *folder,
              const char *uid,
              const char *component,
              const char *lines)
{
  g_autofree char *text = g_strconcat ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Bench//EN\r\nBEGIN:", component,
                                       "\r\nUID:", uid, "\r\nDTSTAMP:20260101T120000Z\r\n", lines, "END:", component,
                                       "\r\nEND:VCALENDAR\r\n", NULL);
  g_autofree char *name = g_strconcat (uid, ".ics", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  FILE *file = g_fopen (path, "we");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (text, strlen (text), 1, file), ==, 1);
  g_assert_cmpint (fclose (file), ==, 0);
}

static char *
event_lines (GRand      *rand,
             const char *title,
             guint       number,
             const char *more)
{
  gint64 at = START + (g_rand_int_range (rand, 0, TWELVE_YEARS / 1800) * (gint64) 1800);
  g_autofree char *start = stamp (at);
  g_autofree char *end = stamp (at + (number % 500 == 0 ? 20 * DAY : number % 50 == 0 ? 2 * DAY : 3600));

  return g_strdup_printf ("DTSTART:%s\r\nDTEND:%s\r\nSUMMARY:%s %u: %s\r\nLOCATION:Room %u\r\n%s", start, end, title, number,
                          topics[number % G_N_ELEMENTS (topics)], number % 40, more);
}

static void
write_gathering (const char *folder,
                 GRand      *rand,
                 guint       number)
{
  g_autofree char *uid = g_strdup_printf ("gathering-%u", number);
  g_autoptr(GString) guests = g_string_new ("X-PLENARY-KIND:GATHERING\r\n");
  g_autofree char *lines = NULL;

  for (guint i = 0; i < 50; i++)
    g_string_append_printf (guests, "ATTENDEE;CN=Guest Number%u;PARTSTAT=ACCEPTED:mailto:guest%u@library-%u.example.org\r\n",
                            number * 31 + i, number * 31 + i, i);
  lines = event_lines (rand, "Meet-up", number, guests->str);
  write_object (folder, uid, "VEVENT", lines);

  for (guint i = 0; i < N_SESSIONS; i++)
    {
      g_autofree char *session = g_strdup_printf ("session-%u-%u", number, i);
      g_autofree char *more = g_strdup_printf ("X-PLENARY-KIND:SESSION\r\nRELATED-TO:%s\r\n", uid);
      g_autofree char *of_session = event_lines (rand, "Session", number * N_SESSIONS + i, more);

      write_object (folder, session, "VEVENT", of_session);
    }
}

static void
write_note (const char *folder,
            GRand      *rand,
            guint       number)
{
  g_autofree char *uid = g_strdup_printf ("note-%u", number);
  g_autoptr(GString) lines = g_string_new (NULL);

  g_string_append_printf (lines, "X-PLENARY-KIND:NOTE\r\nRELATED-TO:session-%u-%u\r\nSUMMARY:Notes of group %u\r\nDESCRIPTION:",
                          number % N_GATHERINGS, number % N_SESSIONS, number);
  for (guint i = 0; i < 12; i++)
    g_string_append_printf (lines, "We spoke about %s and want more of %s.\\n",
                            topics[g_rand_int_range (rand, 0, G_N_ELEMENTS (topics))],
                            topics[g_rand_int_range (rand, 0, G_N_ELEMENTS (topics))]);
  g_string_append (lines, "\r\n");
  write_object (folder, uid, "VJOURNAL", lines->str);
}

static void
write_files (const char *library)
{
  g_autofree char *folder = g_build_filename (library, "calendars", "Gatherings", NULL);
  GRand *rand = g_rand_new_with_seed (20110719);
  guint n_events = N_OBJECTS - N_GATHERINGS * (N_SESSIONS + 1) - N_SERIES - N_NOTES;

  g_mkdir_with_parents (folder, 0700);
  for (guint i = 0; i < N_GATHERINGS; i++)
    write_gathering (folder, rand, i);
  for (guint i = 0; i < N_NOTES; i++)
    write_note (folder, rand, i);
  for (guint i = 0; i < N_SERIES + n_events; i++)
    {
      g_autofree char *uid = g_strdup_printf ("event-%u", i);
      g_autofree char *lines = event_lines (rand, i < N_SERIES ? "Series" : "Event", i,
                                            i < N_SERIES ? "RRULE:FREQ=WEEKLY;COUNT=100\r\n" : "");

      write_object (folder, uid, "VEVENT", lines);
    }
  g_rand_free (rand);
}

static PlnCore *
open_library (const char *library)
{
  PlnCore *core = pln_core_new (library);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  pln_core_open_async (core, NULL, bench_got_result_cb, &result);
  pln_core_open_finish (core, bench_wait_for (&result), &error);
  g_assert_no_error (error);

  return core;
}

static guint
wait_for_span (PlnSpan *span)
{
  while (pln_span_get_loading (span))
    g_main_context_iteration (NULL, TRUE);

  return g_list_model_get_n_items (G_LIST_MODEL (span));
}

/* What a start waits for: the list of gatherings, and the month that is shown. */
static PlnCore *
start (const char *library)
{
  PlnCore *core = pln_core_new (library);
  GListModel *gatherings = pln_core_get_gatherings (core);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(PlnSpan) span = NULL;
  gint64 since;

  bench_stall_reset ();
  since = g_get_monotonic_time ();
  pln_core_open_async (core, NULL, bench_got_result_cb, &result);
  span = pln_core_list_span (core, START + (6 * 365 * DAY), START + (6 * 365 + 42) * (gint64) DAY);
  while (g_list_model_get_n_items (gatherings) == 0)
    g_main_context_iteration (NULL, TRUE);
  report ("first list after the start", g_get_monotonic_time () - since, GOAL_LIST);
  g_assert_cmpuint (g_list_model_get_n_items (gatherings), ==, N_GATHERINGS);
  wait_for_span (span);
  report ("first month after the start", g_get_monotonic_time () - since, GOAL_LIST);

  pln_core_open_finish (core, bench_wait_for (&result), &error);
  g_assert_no_error (error);
  g_print ("%-34s %8.4f s\n", "all files were looked at", (g_get_monotonic_time () - since) / 1e6);

  return core;
}

static void
change_months (PlnCore *core)
{
  gint64 longest = 0;
  guint n = 0;

  bench_stall_reset ();
  for (guint i = 0; i < N_MONTHS; i++)
    {
      gint64 since = g_get_monotonic_time ();
      gint64 from = START + (i * 180 * (gint64) DAY);
      g_autoptr(PlnSpan) span = pln_core_list_span (core, from, from + (42 * DAY));

      n += wait_for_span (span);
      longest = MAX (longest, g_get_monotonic_time () - since);
    }
  g_print ("%u occurrences a month\n", n / N_MONTHS);
  report ("another month (the slowest)", longest, GOAL_MONTH);
}

/* As somebody types it: each key stroke is a search. */
static void
search (PlnCore    *core,
        const char *words)
{
  g_autofree char *slowest = NULL;
  g_autofree char *name = NULL;
  gint64 longest = 0;

  bench_stall_reset ();
  for (const char *at = g_utf8_next_char (words); ; at = g_utf8_next_char (at))
    {
      g_autofree char *typed = g_strndup (words, (gsize) (at - words));
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GPtrArray) hits = NULL;
      gint64 since = g_get_monotonic_time ();
      gint64 took;

      pln_core_search_async (core, typed, NULL, bench_got_result_cb, &result);
      hits = pln_core_search_finish (core, bench_wait_for (&result), NULL);
      took = g_get_monotonic_time () - since;
      if (took > longest)
        {
          longest = took;
          g_free (slowest);
          slowest = g_steal_pointer (&typed);
        }
      if (*at == '\0')
        break;
    }
  name = g_strdup_printf ("search, slowest “%s”", slowest);
  report (name, longest, GOAL_SEARCH);
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
  g_autofree char *temporary = argc < 2 ? g_dir_make_tmp ("plenary-bench-XXXXXX", NULL) : NULL;
  const char *library = argc < 2 ? temporary : argv[1];
  g_autofree char *database = g_build_filename (library, "library.db", NULL);
  g_autoptr(PlnCore) core = NULL;

  if (!g_file_test (database, G_FILE_TEST_EXISTS))
    {
      gint64 since = g_get_monotonic_time ();
      g_autoptr(PlnCore) built = NULL;

      write_files (library);
      built = open_library (library);
      pln_core_close (built);
      g_print ("%-34s %8.4f s\n", "built from its files", (g_get_monotonic_time () - since) / 1e6);
    }

  bench_stall_watch ();
  core = start (library);
  change_months (core);
  search (core, "meet");
  search (core, "reflective practice");
  search (core, "guest number12");
  search (core, "event 4711");
  pln_core_close (core);
  if (temporary != NULL)
    delete_folder (temporary);

  return missed ? 1 : 0;
}
