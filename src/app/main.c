/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-application.h"
#include "pln-config.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int    argc,
      char **argv)
{
  g_autoptr(PlnApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, PLN_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Plenary"));
  g_set_prgname ("plenary");

  application = pln_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
