/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cli.h"

#include <glib/gi18n.h>

#define MOST_SECONDS 86400

static char *given_instance;
static char *given_solution;
static gint64 given_seed = 1;
static gint64 given_steps;
static double given_seconds = 5;

static const GOptionEntry mix_entries[] = {
  { "instance", 0, 0, G_OPTION_ARG_FILENAME, &given_instance, N_("Who is to be mixed: a file of the format mixing-1"), N_("FILE") },
  { "solution", 0, 0, G_OPTION_ARG_FILENAME, &given_solution, N_("Where the groups are written"), N_("FILE") },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &given_seed, N_("Another number, another mix"), N_("N") },
  { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &given_seconds, N_("How much processor time it may take; 5"), N_("S") },
  { "steps", 0, 0, G_OPTION_ARG_INT64, &given_steps, N_("How long to look, for a mix that is to be repeated"), N_("N") },
  { 0 }
};

static int
report (PlnCli             *cli,
        const PlnCoreMixed *mixed)
{
  PlnJson *json;

  if (!cli->json)
    {
      g_autofree char *violations = g_strdup_printf ("%" G_GUINT64_FORMAT, mixed->violations);
      g_autofree char *cost = g_strdup_printf ("%" G_GUINT64_FORMAT, mixed->cost);

      if (mixed->violations == 0)
        pln_cli_say (_("All rules are kept; the cost is %s."), cost);
      else
        pln_cli_say (ngettext ("%s rule is broken; the cost is %s.", "%s rules are broken; the cost is %s.",
                               mixed->violations), violations, cost);
      for (guint i = 0; mixed->reasons[i] != NULL; i++)
        pln_cli_say ("\n  %s", mixed->reasons[i]);
      pln_cli_say ("\n--seed %" G_GINT64_FORMAT " --steps %" G_GUINT64_FORMAT "\n", given_seed, mixed->n_steps);
      return PLN_CLI_DONE;
    }

  json = pln_json_new ();
  pln_json_open (json, "mix", '{');
  pln_json_number (json, "violations", (gint64) mixed->violations);
  pln_json_number (json, "cost", (gint64) mixed->cost);
  pln_json_number (json, "seed", given_seed);
  pln_json_number (json, "steps", (gint64) mixed->n_steps);
  pln_json_texts (json, "reasons", (const char *const *) mixed->reasons);

  return pln_cli_answer (json);
}

static int
run_mix (PlnCli  *cli,
         char   **arguments)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GFile) question = NULL;
  g_autoptr(GFile) answer = NULL;
  g_autoptr(PlnCoreMixed) mixed = NULL;
  GError *error = NULL;

  if (given_instance == NULL || given_solution == NULL || *arguments != NULL)
    return pln_cli_misuse (cli, "usage", _("Say what to mix and where to: --instance FILE --solution FILE."));
  if (!(given_seconds > 0 && given_seconds <= MOST_SECONDS))
    return pln_cli_misuse (cli, "usage", _("Say a time of up to a day: --seconds S."));
  if (given_steps < 0)
    return pln_cli_misuse (cli, "usage", _("Say how many steps, or how many seconds: --steps N or --seconds S."));

  question = g_file_new_for_commandline_arg (given_instance);
  answer = g_file_new_for_commandline_arg (given_solution);
  pln_core_mix_file_async (question, answer, (guint64) given_seed, (guint64) given_steps,
                           given_steps > 0 ? 0 : given_seconds, NULL, pln_cli_got_cb, &result);
  mixed = pln_core_mix_file_finish (pln_cli_wait (&result), &error);

  return mixed != NULL ? report (cli, mixed) : pln_cli_fail (cli, error);
}

const PlnCliCommand pln_cli_mix_commands[] = {
  { "mix", "--instance FILE --solution FILE", N_("Mix the people of a file into groups, over rounds"), mix_entries, run_mix, TRUE },
  { 0 }
};
