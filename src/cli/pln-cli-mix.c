/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cli-mix.h"

#include <glib/gi18n.h>

#define MOST_SECONDS  86400
#define USUAL_SECONDS 5

static char *given_gathering;
static char *given_who;
static gint64 given_rounds;
static gint64 given_size;
static char *given_instance;
static char *given_solution;
static gint64 given_seed = 1;
static gint64 given_steps;
static double given_seconds;

static const GOptionEntry mix_entries[] = {
  { "gathering", 0, 0, G_OPTION_ARG_FILENAME, &given_gathering, N_("Whose people are to be mixed"), N_("UID") },
  { "rounds", 0, 0, G_OPTION_ARG_INT64, &given_rounds, N_("How many rounds it is to have"), N_("N") },
  { "size", 0, 0, G_OPTION_ARG_INT64, &given_size, N_("How many people in a group"), N_("N") },
  { "who", 0, 0, G_OPTION_ARG_STRING, &given_who, N_("Who counts: going or here"), N_("WHO") },
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

/* What is not as options can be. */
static const char *
find_misuse (char **arguments)
{
  gboolean is_file = given_instance != NULL && given_solution != NULL;

  if (*arguments != NULL || is_file == (given_gathering != NULL))
    return _("Say what to mix: --gathering UID, or --instance FILE --solution FILE.");
  if (!(given_seconds >= 0 && given_seconds <= MOST_SECONDS))
    return _("Say a time of up to a day: --seconds S.");
  if (given_steps < 0)
    return _("Say how many steps, or how many seconds: --steps N or --seconds S.");
  if (given_rounds < 0 || given_rounds > PLN_MIXING_MOST_ROUNDS)
    return _("Say how many rounds, from 1 to 20: --rounds N.");
  if (given_size < 0 || given_size == 1 || given_size > PLN_MIXING_MOST_SIZE)
    return _("Say how many people in a group, from 2 to 99: --size N.");
  if (given_who != NULL && !g_str_equal (given_who, "going") && !g_str_equal (given_who, "here"))
    return _("Say who counts: --who going or --who here.");

  return NULL;
}

static int
mix_file (PlnCli *cli)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GFile) question = g_file_new_for_commandline_arg (given_instance);
  g_autoptr(GFile) answer = g_file_new_for_commandline_arg (given_solution);
  g_autoptr(PlnCoreMixed) mixed = NULL;
  GError *error = NULL;

  if (given_seconds == 0)
    given_seconds = USUAL_SECONDS;
  pln_core_mix_file_async (question, answer, (guint64) given_seed, (guint64) given_steps,
                           given_steps > 0 ? 0 : given_seconds, NULL, pln_cli_got_cb, &result);
  mixed = pln_core_mix_file_finish (pln_cli_wait (&result), &error);

  return mixed != NULL ? report (cli, mixed) : pln_cli_fail (cli, error);
}

static int
run_mix (PlnCli  *cli,
         char   **arguments)
{
  PlnCliMixWish wish = {
    given_gathering, given_who, given_rounds, given_size, given_seed, given_steps, given_seconds,
  };
  const char *misuse = find_misuse (arguments);
  GError *error = NULL;

  if (misuse != NULL)
    return pln_cli_misuse (cli, "usage", "%s", misuse);
  if (given_gathering == NULL)
    return mix_file (cli);
  if (!pln_cli_open_library (cli, &error))
    return pln_cli_fail (cli, error);

  return pln_cli_mix_people (cli, &wish);
}

static int
run_mend (PlnCli  *cli,
          char   **arguments)
{
  if (given_gathering == NULL || *arguments != NULL)
    return pln_cli_misuse (cli, "usage", _("Say which gathering: --gathering UID."));

  return pln_cli_mend_people (cli, given_gathering);
}

static const GOptionEntry mend_entries[] = {
  { "gathering", 0, 0, G_OPTION_ARG_FILENAME, &given_gathering, N_("Whose rounds are to be mended"), N_("UID") },
  { 0 }
};

const PlnCliCommand pln_cli_mix_commands[] = {
  { "mix", "--gathering UID | --instance FILE --solution FILE", N_("Mix the people of a gathering, or of a file, into groups"),
    mix_entries, run_mix, TRUE },
  { "mend", "--gathering UID", N_("Mend groups after people came late, left, or lost their room"), mend_entries, run_mend,
    FALSE },
  { 0 }
};
