/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads 10,000 events with 12 attendees each into records, and the same text
 * into libical's tree, each in a process of its own. Fails if we need more
 * processor time than libical, or more memory than three times the text. */

#include "bench-calendar.h"
#include "pln-ical-record.h"

#include <glib/gstdio.h>
#include <libical/ical.h>
#include <string.h>
#include <sys/resource.h>

#define N_EVENTS    10000
#define N_ATTENDEES 12
#define N_RUNS      3

typedef struct
{
  double seconds;  /* of processor time, without loading the file */
  double split;    /* of that, for finding lines and components */
  gsize  peak;     /* of memory, in bytes, with all of the process */
} Figures;

static double
processor_time (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
         + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static gsize
peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL)
      || (line = strstr (status, "VmHWM:")) == NULL)
    g_error ("The peak of memory is not known");

  return g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10) * 1024;
}

static void
read_by_libical (const char *path)
{
  g_autofree char *text = NULL;
  icalcomponent *calendar;
  double start;

  g_file_get_contents (path, &text, NULL, NULL);
  start = processor_time ();
  calendar = icalparser_parse_string (text);
  g_print ("%f 0 ", processor_time () - start);
  g_print ("%" G_GSIZE_FORMAT "\n", peak_memory ());
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, N_EVENTS);
  icalcomponent_free (calendar);
}

static GPtrArray *
read_records (PlnIcalText *text)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_ical_record_free);
  g_autoptr(PlnIcalZones) zones = pln_ical_zones_new (text);

  for (guint i = 0; i < pln_ical_text_get_n_parts (text); i++)
    if (g_str_equal (pln_ical_text_get_part (text, i)->name, "VEVENT"))
      {
        g_autoptr(GError) error = NULL;
        PlnIcalRecord *record = pln_ical_record_read (text, i, zones, &error);

        g_assert_no_error (error);
        g_ptr_array_add (records, record);
      }

  return records;
}

static void
read_by_us (const char *path)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(PlnIcalText) text = NULL;
  g_autoptr(GPtrArray) records = NULL;
  char *contents;
  gsize length;
  double start;
  double split;

  g_file_get_contents (path, &contents, &length, NULL);
  bytes = g_bytes_new_take (contents, length);

  start = processor_time ();
  text = pln_ical_text_new (bytes, NULL);
  split = processor_time ();
  records = read_records (text);
  g_print ("%f %f ", processor_time () - start, split - start);
  g_print ("%" G_GSIZE_FORMAT "\n", peak_memory ());

  g_assert_cmpuint (records->len, ==, N_EVENTS);
  for (guint i = 0; i < records->len; i++)
    g_assert_cmpuint (((PlnIcalRecord *) g_ptr_array_index (records, i))->attendees->len, ==, N_ATTENDEES);
}

/* The best of what the process says each time. */
static void
measure (const char *self,
         const char *way,
         const char *path,
         Figures    *best)
{
  const char *command[] = { self, way, path, NULL };
  g_autofree char *output = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) numbers = NULL;
  double seconds;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);

  numbers = g_strsplit (output, " ", -1);
  g_assert_cmpuint (g_strv_length (numbers), ==, 3);
  seconds = g_ascii_strtod (numbers[0], NULL);
  if (best->seconds == 0 || seconds < best->seconds)
    {
      best->seconds = seconds;
      best->split = g_ascii_strtod (numbers[1], NULL);
    }
  best->peak = MAX (best->peak, g_ascii_strtoull (numbers[2], NULL, 10));
}

static int
compare (const char *self)
{
  g_autofree char *calendar = bench_calendar_new (N_EVENTS, N_ATTENDEES);
  gsize length = strlen (calendar);
  g_autofree char *folder = g_dir_make_tmp ("plenary-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "calendar.ics", NULL);
  g_autoptr(GError) error = NULL;
  Figures ours = { 0 };
  Figures theirs = { 0 };
  double ratio;
  double times_text;

  g_file_set_contents (path, calendar, length, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_RUNS; i++) /* in turn, so that both meet the same load */
    {
      measure (self, "--libical", path, &theirs);
      measure (self, "--plenary", path, &ours);
    }
  g_unlink (path);
  g_rmdir (folder);

  ratio = ours.seconds / theirs.seconds;
  times_text = ours.peak / (double) length;
  g_print ("text      %6.1f MB, %d events, %d attendees\n", length / 1e6, N_EVENTS, N_EVENTS * N_ATTENDEES);
  g_print ("libical   %6.3f s, %6.1f MB\n", theirs.seconds, theirs.peak / 1e6);
  g_print ("plenary   %6.3f s, %6.1f MB (%.3f s to find lines and components)\n",
           ours.seconds, ours.peak / 1e6, ours.split);
  g_print ("time      %6.2f of libical's, at most 1.00\n", ratio);
  g_print ("memory    %6.2f times the text, at most 3.00\n", times_text);

  return ratio <= 1.0 && times_text <= 3.0 ? 0 : 1;
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--libical"))
    read_by_libical (argv[2]);
  else if (argc == 3 && g_str_equal (argv[1], "--plenary"))
    read_by_us (argv[2]);
  else
    return compare (argv[0]);

  return 0;
}
