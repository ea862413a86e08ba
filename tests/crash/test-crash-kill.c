/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "crash-model.h"

#include <errno.h>
#include <gio/gio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A program that writes to a library is killed at random moments: what it had
 * confirmed is there, what it had not is there as a whole or not at all, and
 * files and database agree. Run with --writer it is that program. */

#define N_KILLS       200
#define MOST_CONFIRMED 12
#define N_MIGRATIONS   60

/* The writer: confirms each finished operation by its number; number 0: it
 * opens the library, and waits. */
static int
write_until_killed (const char *folder,
                    guint32     seed,
                    guint       number)
{
  Library library = { .folder = (char *) folder };

  library_open (&library);
  if (number == 0)
    pause ();
  for (; ; number++)
    {
      g_autoptr(GError) error = NULL;
      Op op;

      op_init (&op, seed, number);
      if (!op_run (&op, &library, &error))
        g_error ("%s", error->message);
      if (write (STDOUT_FILENO, &number, sizeof number) != sizeof number)
        return 1;
    }
}

typedef struct
{
  GPid  pid;
  int   output;
  guint n_confirmed;
} Writer;

static void
start_writer (Writer  *writer,
              Library *library,
              guint32  seed,
              guint    number)
{
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *seed_text = g_strdup_printf ("%u", seed);
  g_autofree char *number_text = g_strdup_printf ("%u", number);
  char *argv[] = { own, (char *) "--writer", library->folder, seed_text, number_text, NULL };
  g_autoptr(GError) error = NULL;

  g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &writer->pid, NULL, &writer->output, NULL, &error);
  g_assert_no_error (error);
  writer->n_confirmed = 0;
}

/* One more confirmation, if there is one; it waits for it. */
static gboolean
read_confirmation (Writer *writer,
                   guint   expected)
{
  guint number;
  gssize n;

  do
    n = read (writer->output, &number, sizeof number);
  while (n < 0 && errno == EINTR);
  if (n != sizeof number)
    return FALSE;

  g_assert_cmpuint (number, ==, expected);
  writer->n_confirmed++;

  return TRUE;
}

static void
kill_writer (Writer *writer,
             guint   number)
{
  int status;

  kill (writer->pid, SIGKILL);
  while (read_confirmation (writer, number + writer->n_confirmed))
    ; /* what was confirmed before it died */
  g_assert_cmpint (waitpid (writer->pid, &status, 0), ==, writer->pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL); /* it did not fail by itself */
  close (writer->output);
}

static void
expect_whole (Library    *library,
              Model      *model,
              guint32     seed,
              guint      *number)
{
  g_autofree char *problems = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  Op op;

  library_open (library);
  if (!model_is (model, library))
    {
      op_init (&op, seed, (*number)++); /* it was durable, but not confirmed yet */
      model_apply (model, &op);
      model_explain (model, library, text);
      g_assert_cmpstr (text->str, ==, "");
    }
  problems = library_check (library);
  g_assert_cmpstr (problems, ==, "");
  /* Nothing of our own was taken for that of another program. */
  g_assert_cmpint (library_number (library, "SELECT count(*) FROM step WHERE label LIKE 'Changes%'"), ==, 0);
  library_close (library);
}

static void
test_kills (Library       *library,
            gconstpointer  user_data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(Model) model = model_new ();
  guint number = 1;

  g_test_message ("seed %u", seed);
  model_begin (library);
  library_close (library);
  for (guint i = 0; i < N_KILLS; i++)
    {
      guint after = g_test_rand_int_range (0, MOST_CONFIRMED);
      guint first = number;
      Writer writer;
      Op op;

      start_writer (&writer, library, seed, number);
      for (guint n = 0; n < after; n++)
        g_assert_true (read_confirmation (&writer, first + writer.n_confirmed));
      g_usleep (g_test_rand_int_range (0, after == 0 ? 40000 : 8000)); /* also while it opens */
      kill_writer (&writer, first);

      for (; number < first + writer.n_confirmed; number++)
        {
          op_init (&op, seed, number);
          model_apply (model, &op);
        }
      expect_whole (library, model, seed, &number);
    }
  g_test_message ("%u changes", number - 1);
  library_open (library);
}

/* A library as the first version left it is as it was, or as it is to be. */
static void
test_killed_migration (Library       *library,
                       gconstpointer  user_data)
{
  g_autofree char *old = g_test_build_filename (G_TEST_DIST, "data", "library-1", NULL);
  gint64 newest = library_number (library, "PRAGMA user_version");
  guint n_old = 0;

  library_close (library);
  for (guint i = 0; i < N_MIGRATIONS; i++)
    {
      gint64 version;
      Writer writer;

      library_take_folder (library, old);
      start_writer (&writer, library, 0, 0);
      g_usleep (g_test_rand_int_range (0, 30000));
      kill_writer (&writer, 0);

      version = library_number (library, "PRAGMA user_version");
      g_assert_true (version == 1 || version == newest);
      n_old += version == 1;
      library_expect_old (library);
    }
  g_test_message ("%u of %u came before it", n_old, N_MIGRATIONS);
  library_open (library);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("PLENARY_NOW", "2011-07-19T18:00:00Z", TRUE); /* as in the tests, also in the program that is run */
  if (argc == 5 && g_str_equal (argv[1], "--writer"))
    return write_until_killed (argv[2], strtoul (argv[3], NULL, 10), strtoul (argv[4], NULL, 10));

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/crash/kill", Library, NULL, library_set_up, test_kills, library_tear_down);
  g_test_add ("/crash/kill-migration", Library, NULL, library_set_up, test_killed_migration, library_tear_down);

  return g_test_run ();
}
