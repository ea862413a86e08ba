/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pln-cli.h"

G_BEGIN_DECLS

/* What is wished for the people of a gathering; 0 and NULL: as usual. */
typedef struct
{
  const char *gathering;
  const char *who;     /* going, here */
  gint64      rounds;
  gint64      size;
  gint64      seed;
  gint64      steps;
  double      seconds;
} PlnCliMixWish;

int pln_cli_mix_people  (PlnCli              *cli,
                         const PlnCliMixWish *wish);
int pln_cli_mend_people (PlnCli              *cli,
                         const char          *uid);

G_END_DECLS
