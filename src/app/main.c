/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-application.h"
#include "pln-config.h"
#include "pln-locale.h"

#include <glib/gi18n.h>

int
main (int    argc,
      char **argv)
{
  g_autoptr(PlnApplication) application = NULL;

  pln_locale_begin ();
  g_set_application_name (_("Plenary"));
  g_set_prgname ("plenary");

  application = pln_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
