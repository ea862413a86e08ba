/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-library.h"

#include <gio/gio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Two programs write to one library at once, all the time to the same
 * gathering, and one of them is killed again and again. Each change puts a
 * number into an object of the program's own and a guest of that number on the
 * common list: so the numbers tell whether one is lost, or half there. Run
 * with --writer it is one of the programs. */

#define N_CHANGES 300

static char *
guest_id (char  name,
          guint number)
{
  return g_strdup_printf ("%c%011u", name, number);
}

static PlnChange *
change_new (PlnGathering *gathering,
            char          name,
            guint         number)
{
  PlnChange *change = pln_change_new ("Crash");
  g_autofree char *uid = g_strdup_printf ("own-%c", name);
  g_autofree char *title = g_strdup_printf ("%u", number);
  g_autofree char *text = event_text (uid, title, "");
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *id = guest_id (name, number);
  g_autofree char *email = g_strconcat (id, "@example.org", NULL);
  g_autoptr(PlnAttendee) guest = pln_attendee_new (id);

  pln_attendee_set_email (guest, email);
  pln_change_put_text (change, "Gatherings", uid, bytes);
  pln_change_put_attendee (change, gathering, NULL, guest);

  return change;
}

static guint
last_number (Library *library,
             char     name)
{
  g_autofree char *uid = g_strdup_printf ("own-%c", name);
  g_autofree char *text = library_text (library, uid);

  return text != NULL ? strtoul (strstr (text, "SUMMARY:") + strlen ("SUMMARY:"), NULL, 10) : 0;
}

static int
write_changes (const char *folder,
               char        name)
{
  Library library = { .folder = (char *) folder };
  g_autoptr(PlnGathering) gathering = NULL;

  library_open (&library);
  gathering = library_load (&library, "common");
  for (guint number = last_number (&library, name) + 1; number <= N_CHANGES; number++)
    {
      library_apply (&library, change_new (gathering, name, number));
      if (write (STDOUT_FILENO, &number, sizeof number) != sizeof number)
        return 1;
    }
  library_close (&library);
  g_free (library.changed);

  return 0;
}

static GPid
start_writer (Library *library,
              char     name,
              int     *output)
{
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  char name_text[] = { name, '\0' };
  char *argv[] = { own, (char *) "--writer", library->folder, name_text, NULL };
  g_autoptr(GError) error = NULL;
  GPid pid;

  g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &pid, NULL, output, NULL, &error);
  g_assert_no_error (error);

  return pid;
}

/* Waits for some confirmations, then for a moment, then kills. */
static guint
kill_writer (GPid pid,
             int  output)
{
  guint to_read = g_test_rand_int_range (0, 6);
  guint last = 0;
  guint number;

  for (guint i = 0; i < to_read && read (output, &number, sizeof number) == sizeof number; i++)
    last = number;
  g_usleep (g_test_rand_int_range (0, to_read == 0 ? 30000 : 5000));
  kill (pid, SIGKILL);
  while (read (output, &number, sizeof number) == sizeof number)
    last = number;
  waitpid (pid, NULL, 0);
  close (output);

  return last;
}

static void
expect_guests (PlnGathering *gathering,
               char          name,
               guint         n_guests)
{
  for (guint number = 1; number <= N_CHANGES; number++)
    {
      g_autofree char *id = guest_id (name, number);

      g_assert_cmpint (pln_gathering_find_attendee (gathering, id) != NULL, ==, number <= n_guests);
    }
}

static void
test_two_at_once (Library       *library,
                  gconstpointer  user_data)
{
  g_autoptr(PlnGathering) gathering = NULL;
  g_autofree char *problems = NULL;
  guint confirmed = 0;
  guint n_kills = 0;
  int steady_output;
  int status = -1;
  GPid steady;

  library_apply (library, change_new_gathering ("common", "Meet-up"));
  library_close (library);

  steady = start_writer (library, 'a', &steady_output);
  while (waitpid (steady, &status, WNOHANG) == 0)
    {
      int output;
      GPid pid = start_writer (library, 'b', &output);
      guint last = kill_writer (pid, output);

      confirmed = MAX (confirmed, last);
      n_kills++;
    }
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  close (steady_output);
  g_test_message ("%u kills, %u changes confirmed by who was killed", n_kills, confirmed);

  library_open (library);
  gathering = library_load (library, "common");
  g_assert_cmpuint (last_number (library, 'a'), ==, N_CHANGES);
  g_assert_cmpuint (last_number (library, 'b'), >=, confirmed);
  expect_guests (gathering, 'a', N_CHANGES);
  expect_guests (gathering, 'b', last_number (library, 'b'));
  problems = library_check (library);
  g_assert_cmpstr (problems, ==, "");
  g_assert_cmpint (library_number (library, "SELECT count(*) FROM step WHERE label LIKE 'Changes%'"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--writer"))
    return write_changes (argv[2], argv[3][0]);

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/crash/two", Library, NULL, library_set_up, test_two_at_once, library_tear_down);

  return g_test_run ();
}
