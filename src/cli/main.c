/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cli-main.h"

int
main (int    argc,
      char **argv)
{
  return pln_cli_main (argc, argv);
}
