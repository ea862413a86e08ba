/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-locale.h"

#include "pln-config.h"

#include <libintl.h>
#include <locale.h>

/* The translations beside a program that was built and not installed; NULL if
 * there are none. */
static char *
find_beside_program (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;
  g_autofree char *translations = folder != NULL ? g_build_filename (folder, "..", "po", NULL) : NULL;

  return translations != NULL && g_file_test (translations, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&translations) : NULL;
}

/**
 * pln_locale_begin:
 *
 * Takes on the language and the customs of the user, where Plenary is installed
 * and where it runs from the folder it was built in. The first thing that a
 * program does.
 */
void
pln_locale_begin (void)
{
  g_autofree char *beside = find_beside_program ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, beside != NULL ? beside : PLN_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
