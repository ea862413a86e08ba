/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cli.h"

#include "pln-config.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

static struct
{
  char     *gathering;
  char     *title;
  char     *start;
  char     *duration;
  char     *groups;
  gboolean  lock;
  gboolean  unlock;
} given;

static const GOptionEntry list_entries[] = {
  { "gathering", 0, 0, G_OPTION_ARG_FILENAME, &given.gathering, N_("The gathering"), N_("UID") },
  { 0 }
};

#define FIELDS \
  { "gathering", 0, 0, G_OPTION_ARG_FILENAME, &given.gathering, N_("The gathering"), N_("UID") }, \
  { "title", 0, 0, G_OPTION_ARG_FILENAME, &given.title, N_("What it is called"), N_("TITLE") }, \
  { "start", 0, 0, G_OPTION_ARG_FILENAME, &given.start, \
    N_("When it begins, such as 2026-12-01T18:00"), N_("TIME") }, \
  { "duration", 0, 0, G_OPTION_ARG_FILENAME, &given.duration, N_("How long it is, such as PT45M"), N_("LENGTH") }

static const GOptionEntry new_entries[] = {
  FIELDS,
  { "groups", 0, 0, G_OPTION_ARG_FILENAME, &given.groups, N_("How many groups it has"), N_("NUMBER") },
  { 0 }
};

static const GOptionEntry edit_entries[] = {
  FIELDS,
  { "lock", 0, 0, G_OPTION_ARG_NONE, &given.lock, N_("Leave all places as they are"), NULL },
  { "unlock", 0, 0, G_OPTION_ARG_NONE, &given.unlock, N_("Let the places be mixed"), NULL },
  { 0 }
};

static void
write_round (PlnJson  *json,
             PlnRound *round)
{
  pln_json_open (json, NULL, '{');
  pln_json_text (json, "uid", pln_round_get_uid (round));
  pln_json_number (json, "number", pln_round_get_number (round));
  pln_json_text (json, "title", pln_round_get_title (round));
  pln_json_time (json, "start", pln_round_get_start (round));
  pln_json_time (json, "end", pln_round_get_end (round));
  pln_json_text (json, "zone", pln_round_get_zone (round));
  pln_json_truth (json, "locked", pln_round_get_locked (round));
  pln_json_number (json, "groups", g_list_model_get_n_items (pln_round_get_groups (round)));
  pln_json_number (json, "placed", pln_round_get_n_placed (round));
  pln_json_close (json);
}

static void
say_round (PlnRound *round)
{
  guint n_groups = g_list_model_get_n_items (pln_round_get_groups (round));
  guint n_placed = pln_round_get_n_placed (round);
  g_autofree char *times = pln_round_get_start (round) != NULL
                           ? pln_when_words_times (pln_round_get_start (round), pln_round_get_end (round))
                           : g_strdup (_("No time yet"));

  pln_cli_say ("%s  %s: ", times, pln_round_get_title (round));
  pln_cli_say (ngettext ("%u group", "%u groups", n_groups), n_groups);
  pln_cli_say (ngettext (", %u person", ", %u people", n_placed), n_placed);
  if (pln_round_get_locked (round))
    pln_cli_say (_(", locked"));
  pln_cli_say ("\n    %s\n", pln_round_get_uid (round));
}

static int
run_rounds (PlnCli  *cli,
            char   **arguments)
{
  int code = PLN_CLI_DONE;
  g_autoptr(PlnGathering) gathering = pln_cli_open_needed (cli, given.gathering, &code);
  GListModel *rounds;
  PlnJson *json = NULL;

  if (gathering == NULL)
    return code;

  rounds = pln_gathering_get_rounds (gathering);
  if (cli->json)
    {
      json = pln_json_new ();
      pln_json_open (json, "rounds", '[');
    }
  else if (g_list_model_get_n_items (rounds) == 0)
    pln_cli_say (_("“%s” has no rounds.\n"), pln_gathering_get_title (gathering));
  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);

      if (json != NULL)
        write_round (json, round);
      else
        say_round (round);
    }

  return json != NULL ? pln_cli_answer (json) : PLN_CLI_DONE;
}

static int
apply_times (PlnCli       *cli,
             PlnGathering *gathering,
             PlnRound     *round)
{
  const char *zone = pln_gathering_get_zone (gathering);
  guint minutes = pln_round_get_minutes (round);
  g_autoptr(GDateTime) start = NULL;
  g_autoptr(GDateTime) end = NULL;
  gboolean is_day = FALSE;

  if (given.start == NULL && given.duration == NULL)
    return PLN_CLI_DONE;
  if (given.start != NULL && (!pln_cli_read_time (given.start, zone, &start, &is_day) || is_day))
    return pln_cli_misuse (cli, "bad-time", _("“%s” is not a time. Give one such as 2026-12-01T18:00."), given.start);
  if (given.duration != NULL && !pln_cli_read_length (given.duration, &minutes))
    return pln_cli_misuse (cli, "bad-time", _("“%s” is not a length. Give one such as PT2H or PT90M."), given.duration);
  if (start == NULL && pln_round_get_start (round) == NULL)
    return pln_cli_misuse (cli, "bad-time", _("A round without a start has no length. Give --start too."));

  if (start == NULL)
    start = g_date_time_ref (pln_round_get_start (round));
  end = g_date_time_add_minutes (start, (int) (minutes > 0 ? minutes : 30));
  pln_round_set_times (round, start, end, given.start != NULL ? zone : pln_round_get_zone (round));

  return PLN_CLI_DONE;
}

static int
save (PlnCli       *cli,
      PlnGathering *gathering,
      PlnRound     *before,
      PlnRound     *after)
{
  PlnRound *round = after != NULL ? after : before;
  g_autoptr(GPtrArray) old = g_ptr_array_new ();
  g_autoptr(GPtrArray) new = g_ptr_array_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *sentence = NULL;
  GError *error = NULL;

  if (before != NULL)
    g_ptr_array_add (old, before);
  if (after != NULL)
    g_ptr_array_add (new, after);
  pln_core_save_rounds_async (cli->core, gathering, old, new, NULL, pln_cli_got_cb, &result);
  if (!pln_core_save_rounds_finish (cli->core, pln_cli_wait (&result), &error))
    return pln_cli_fail (cli, error);

  if (before == NULL)
    sentence = g_strdup_printf (_("Made “%s”: %s"), pln_round_get_title (round), pln_round_get_uid (round));
  else if (after == NULL)
    sentence = g_strdup_printf (_("“%s” lies in the bin for 30 days. “plenaryctl undo” brings it back."),
                                pln_round_get_title (round));
  else
    sentence = g_strdup_printf (_("Saved “%s”: %s"), pln_round_get_title (round), pln_round_get_uid (round));

  return pln_cli_answer_text (cli, after != NULL ? "uid" : "deleted", pln_round_get_uid (round), sentence);
}

static int
add_groups (PlnCli   *cli,
            PlnRound *round)
{
  guint n = 0;

  if (given.groups != NULL && (!pln_cli_read_count (given.groups, &n) || n > PLN_GROUP_MAX_CHAIRS))
    return pln_cli_misuse (cli, "usage", _("“%s” is not a number of groups. Give one such as 12."), given.groups);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnGroup) group = pln_core_draft_group (cli->core, round);

      pln_round_put_group (round, group);
    }

  return PLN_CLI_DONE;
}

static int
run_new (PlnCli  *cli,
         char   **arguments)
{
  int code = PLN_CLI_DONE;
  g_autoptr(PlnGathering) gathering = pln_cli_open_needed (cli, given.gathering, &code);
  g_autoptr(PlnRound) round = NULL;

  if (gathering == NULL)
    return code;

  round = pln_core_draft_round (cli->core, gathering);
  if (given.title != NULL)
    pln_round_set_title (round, given.title);
  code = apply_times (cli, gathering, round);
  if (code == PLN_CLI_DONE)
    code = add_groups (cli, round);

  return code == PLN_CLI_DONE ? save (cli, gathering, NULL, round) : code;
}

static gboolean
has_round (PlnGathering *gathering,
           const char   *uid)
{
  return pln_gathering_find_round (gathering, uid) != NULL;
}

/* The round that stands as the only argument: its UID or, with --gathering, its
 * number. */
static PlnRound *
find_round (PlnCli        *cli,
            char         **arguments,
            PlnGathering **gathering,
            int           *code)
{
  PlnRound *round = NULL;
  GError *error = NULL;

  if (arguments[0] == NULL || arguments[1] != NULL)
    {
      *code = pln_cli_misuse (cli, "usage", _("Say which round: its UID, as “plenaryctl rounds” tells."));
      return NULL;
    }

  *gathering = pln_cli_find_with (cli, given.gathering, has_round, arguments[0], &error);
  if (*gathering != NULL)
    round = pln_cli_find_round (*gathering, arguments[0], &error);
  else if (error == NULL)
    g_set_error (&error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                 _("There is no round “%s”. It may lie in the bin."), arguments[0]);
  if (error != NULL)
    *code = pln_cli_fail (cli, error);

  return round;
}

static int
run_edit (PlnCli  *cli,
          char   **arguments)
{
  int code = PLN_CLI_DONE;
  g_autoptr(PlnGathering) gathering = NULL;
  PlnRound *round = find_round (cli, arguments, &gathering, &code);
  g_autoptr(PlnRound) before = NULL;
  g_autoptr(PlnRound) after = NULL;

  if (round == NULL)
    return code;
  if (given.lock && given.unlock)
    return pln_cli_misuse (cli, "usage", _("Say either --lock or --unlock."));

  before = pln_round_copy (round);
  after = pln_round_copy (round);
  code = apply_times (cli, gathering, after);
  if (code != PLN_CLI_DONE)
    return code;
  if (given.title != NULL)
    pln_round_set_title (after, given.title);
  if (given.lock || given.unlock)
    pln_round_set_locked (after, given.lock);

  return save (cli, gathering, before, after);
}

static int
run_delete (PlnCli  *cli,
            char   **arguments)
{
  int code = PLN_CLI_DONE;
  g_autoptr(PlnGathering) gathering = NULL;
  PlnRound *round = find_round (cli, arguments, &gathering, &code);
  g_autoptr(PlnRound) before = round != NULL ? pln_round_copy (round) : NULL;

  return before != NULL ? save (cli, gathering, before, NULL) : code;
}

const PlnCliCommand pln_cli_round_commands[] = {
  { "rounds", "--gathering UID", N_("List the rounds of a breakout"), list_entries, run_rounds },
  { "round new", "--gathering UID", N_("Add a round"), new_entries, run_new },
  { "round edit", "UID", N_("Change a round"), edit_entries, run_edit },
  { "round delete", "UID", N_("Put a round, with its groups, into the bin"), list_entries, run_delete },
  { 0 }
};
