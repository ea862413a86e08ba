/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes the place of libFuzzer in ordinary builds: gives every file of the
 * folders named, whole and cut short, to the target. A folder is looked up
 * among the project's own data and in PLENARY_CORPORA, if that is there. */

#include "fuzz.h"

static guint n_inputs;

static void
replay (const char *text,
        gsize       length)
{
  /* A copy of exactly that size, so that a sanitizer sees a step beyond it. */
  g_autofree guint8 *data = g_memdup2 (text, length);

  LLVMFuzzerTestOneInput (data, length);
  n_inputs++;
}

static void
replay_file (const char *path)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return;

  for (guint thirds = 1; thirds <= 3; thirds++)
    replay (text, length * thirds / 3);
}

static void
replay_folder (const char *root,
               const char *name)
{
  g_autofree char *folder = g_build_filename (root, name, NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);

      replay_file (path);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *own = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", NULL);
  const char *corpora = g_getenv ("PLENARY_CORPORA");

  replay ("", 0);
  for (int i = 1; i < argc; i++)
    {
      replay_folder (own, argv[i]);
      if (corpora != NULL)
        replay_folder (corpora, argv[i]);
    }
  g_print ("%u inputs\n", n_inputs);

  return 0;
}
