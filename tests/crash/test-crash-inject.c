/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "crash-model.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* A program that writes to a library has its system calls fail, one or all
 * from one on. What it said was done, is there; what it said failed, is not,
 * and it said so in a sentence; and afterwards files and database agree. Run
 * with --writer it is that program. */

#define N_OPS 14

typedef enum
{
  UNKNOWN, /* the program did not come so far */
  DONE,
  FAILED,
} State;

/* What the program says, in memory that both see: telling it takes no call
 * that could be made to fail. */
typedef struct
{
  int  opened;
  int  states[N_OPS];
  char message[500];
  int  is_sentence;
} Report;

static Report *
report_map (const char *path)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  Report *report;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (ftruncate (fd, sizeof *report), ==, 0);
  report = mmap (NULL, sizeof *report, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  g_assert_true (report != MAP_FAILED);
  close (fd);

  return report;
}

static State
say (Report       *report,
     const GError *error)
{
  if (error == NULL)
    return DONE;

  g_strlcpy (report->message, error->message, sizeof report->message);
  report->is_sentence = error->domain == PLN_STORE_ERROR && g_str_has_suffix (error->message, ".");

  return FAILED;
}

/* A wake-up of the main context that was made to fail must not stop it. */
static gboolean
tick_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static int
write_and_report (const char *folder,
                  guint32     seed,
                  guint       number,
                  const char *path)
{
  Library library = { .folder = (char *) folder };
  Report *report = report_map (path);
  g_autoptr(GError) error = NULL;

  g_timeout_add (5, tick_cb, NULL);
  library_try_open (&library, &error);
  report->opened = say (report, error);
  for (guint i = 0; report->opened == DONE && number > 0 && i < N_OPS; i++)
    {
      g_autoptr(GError) why = NULL;
      Op op;

      op_init (&op, seed, number + i);
      op_run (&op, &library, &why);
      report->states[i] = say (report, why);
    }
  library_close (&library);
  g_free (library.changed);

  return 0;
}

/* number 0: it only opens the library. */
static void
run_with (Library    *library,
          const char *inject,
          guint32     seed,
          guint       number,
          const char *path)
{
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *seed_text = g_strdup_printf ("%u", seed);
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  g_autofree char *expression = g_strconcat ("inject=", inject, NULL);
  const char *argv[] = { "strace", "-f", "-qq", "-o", "/dev/null", "-e", expression, own, "--writer",
                         library->folder, seed_text, number_text, path, NULL };
  g_autoptr(GError) error = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL | G_SPAWN_STDOUT_TO_DEV_NULL,
                NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
strace_can_inject (void)
{
  const char *argv[] = { "strace", "-f", "-o", "/dev/null", "-e", "inject=fsync:error=EIO:when=1", "true", NULL };
  int status;

  return g_spawn_sync (NULL, (char **) argv, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL | G_SPAWN_STDOUT_TO_DEV_NULL,
                       NULL, NULL, NULL, NULL, &status, NULL)
         && g_spawn_check_wait_status (status, NULL);
}

static const struct
{
  const char *calls;
  const char *errors[3];
} rows[] = {
  { "openat", { "EACCES", "EIO", "ENOSPC" } },
  { "write", { "ENOSPC", "EIO" } },
  { "pwrite64", { "ENOSPC", "EIO", "EACCES" } },
  { "fsync,fdatasync,?syncfs", { "EIO", "ENOSPC" } },
  { "?rename,?renameat,?renameat2", { "EACCES", "EIO", "ENOSPC" } },
  { "?unlink,?unlinkat", { "EACCES", "EIO" } },
  { "?mkdir,?mkdirat", { "EACCES", "ENOSPC" } },
  { "?ftruncate,?fallocate", { "ENOSPC", "EIO" } },
};

static char *
tell_story (const Report *report,
            guint32       seed,
            guint         number)
{
  static const char *const states[] = { "unknown", "done", "failed" };
  g_autoptr(GString) story = g_string_new (NULL);

  for (guint i = 0; i < N_OPS; i++)
    {
      Op op;

      op_init (&op, seed, number + i);
      g_string_append_printf (story, "%u %s %u %u %u: %s\n", op.number, op_name (&op),
                              op.slots[0], op.slots[1], op.slots[2], states[report->states[i]]);
    }

  return g_string_free (g_steal_pointer (&story), FALSE);
}

/* The last operation that the program began may be there or not, if it did
 * not come so far as to say. */
static void
expect_kept (Library      *library,
             Model        *model,
             const Report *report,
             const char   *inject,
             guint32       seed,
             guint         number)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *problems = NULL;
  guint n_taken_in;
  Op op;
  guint i;

  for (i = 0; i < N_OPS && report->states[i] != UNKNOWN; i++)
    if (report->states[i] == DONE)
      {
        op_init (&op, seed, number + i);
        model_apply (model, &op);
      }

  library_open (library);
  if (!model_is (model, library) && i < N_OPS && report->opened == DONE)
    {
      op_init (&op, seed, number + i);
      model_apply (model, &op);
    }
  model_explain (model, library, text);
  problems = library_check (library);
  n_taken_in = library_number (library, "SELECT count(*) FROM step WHERE label LIKE 'Changes%'");
  if (text->len > 0 || *problems != '\0' || n_taken_in > 0)
    {
      g_autofree char *story = tell_story (report, seed, number);

      g_error ("%s: %s%s, %u taken in\n%s", inject, text->str, problems, n_taken_in, story);
    }
  library_close (library);
}

static void
test_failing_calls (Library       *library,
                    gconstpointer  user_data)
{
  static const char *const moments[] = { "1", "3", "9", "6+" };
  g_autofree char *path = library_path (library, "../report");
  g_autoptr(Model) model = model_new ();
  guint32 seed = g_test_rand_int ();
  guint number = 1;
  guint n_failed = 0;
  guint n_runs = 0;

  if (!strace_can_inject ())
    {
      g_test_skip ("strace cannot make calls fail here");
      return;
    }

  g_test_message ("seed %u", seed);
  model_begin (library);
  library_close (library);
  for (gsize row = 0; row < G_N_ELEMENTS (rows); row++)
    for (gsize error = 0; error < 3 && rows[row].errors[error] != NULL; error++)
      for (gsize moment = 0; moment < G_N_ELEMENTS (moments); moment++, number += N_OPS, n_runs++)
        {
          g_autofree char *inject = g_strdup_printf ("%s:error=%s:when=%s", rows[row].calls,
                                                     rows[row].errors[error], moments[moment]);
          Report *report = report_map (path);
          gboolean failed = FALSE;

          memset (report, 0, sizeof *report);
          run_with (library, inject, seed, number, path);
          expect_kept (library, model, report, inject, seed, number);

          failed = report->opened == FAILED;
          for (guint i = 0; i < N_OPS; i++)
            failed = failed || report->states[i] == FAILED;
          g_assert_null (strstr (report->message, "not a folder"));
          if (failed && !report->is_sentence)
            g_error ("%s: “%s” is no sentence", inject, report->message);
          if (failed)
            g_test_message ("%s: %s", inject, report->message);
          n_failed += failed;
          munmap (report, sizeof *report);
        }

  g_test_message ("%u runs, in %u of them a change failed", n_runs, n_failed);
  g_assert_cmpuint (n_failed, >, n_runs / 8); /* the calls were met */
  library_open (library);
}

/* A library as the first version left it is as it was, or as it is to be. */
static void
test_failing_migration (Library       *library,
                        gconstpointer  user_data)
{
  static const char *const moments[] = { "1", "2", "4", "8", "16", "3+" };
  g_autofree char *old = g_test_build_filename (G_TEST_DIST, "data", "library-1", NULL);
  g_autofree char *path = library_path (library, "../report");
  gint64 newest = library_number (library, "PRAGMA user_version");
  guint n_failed = 0;
  guint n_old = 0;

  if (!strace_can_inject ())
    {
      g_test_skip ("strace cannot make calls fail here");
      return;
    }

  library_close (library);
  for (gsize row = 0; row < G_N_ELEMENTS (rows); row++)
    for (gsize error = 0; error < 3 && rows[row].errors[error] != NULL; error++)
      for (gsize moment = 0; moment < G_N_ELEMENTS (moments); moment++)
        {
          g_autofree char *inject = g_strdup_printf ("%s:error=%s:when=%s", rows[row].calls,
                                                     rows[row].errors[error], moments[moment]);
          Report *report = report_map (path);
          gint64 version;

          library_take_folder (library, old);
          memset (report, 0, sizeof *report);
          run_with (library, inject, 0, 0, path);
          version = library_number (library, "PRAGMA user_version");
          if ((report->opened == FAILED && !report->is_sentence) || (version != 1 && version != newest))
            g_error ("%s: version %d, “%s”", inject, (int) version, report->message);
          n_failed += report->opened == FAILED;
          n_old += version == 1;
          library_expect_old (library);
          munmap (report, sizeof *report);
        }

  g_test_message ("it failed %u times, and was as before %u times", n_failed, n_old);
  g_assert_cmpuint (n_failed, >, 10); /* the calls were met */
  library_open (library);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("PLENARY_NOW", "2011-07-19T18:00:00Z", TRUE); /* as in the tests, also in the program that is run */
  if (argc == 6 && g_str_equal (argv[1], "--writer"))
    return write_and_report (argv[2], strtoul (argv[3], NULL, 10), strtoul (argv[4], NULL, 10), argv[5]);

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/crash/inject", Library, NULL, library_set_up, test_failing_calls, library_tear_down);
  g_test_add ("/crash/inject-migration", Library, NULL, library_set_up, test_failing_migration, library_tear_down);

  return g_test_run ();
}
