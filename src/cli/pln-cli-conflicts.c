/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cli.h"

#include "pln-config.h"

#include <glib/gi18n.h>

static char *given_solve;
static char *given_gathering;
static char *given_calendar;
static char *given_organisers;

static const GOptionEntry conflict_entries[] = {
  { "solve", 0, 0, G_OPTION_ARG_FILENAME, &given_solve, N_("Answer the questions of this object or calendar, or “all”"), N_("UID") },
  { 0 }
};

static const GOptionEntry move_entries[] = {
  { "gathering", 0, 0, G_OPTION_ARG_FILENAME, &given_gathering, N_("Which one"), N_("UID") },
  { "calendar", 0, 0, G_OPTION_ARG_FILENAME, &given_calendar, N_("Where gathering and programme go"), N_("NAME") },
  { "organisers", 0, 0, G_OPTION_ARG_FILENAME, &given_organisers, N_("Where people, notes and rounds go"), N_("NAME") },
  { 0 }
};

static void
write_question (PlnJson     *json,
                PlnQuestion *question)
{
  pln_json_open (json, NULL, '{');
  pln_json_text (json, "id", pln_question_get_id (question));
  pln_json_text (json, "uid", pln_question_get_uid (question));
  pln_json_text (json, "kind", pln_question_get_kind (question));
  pln_json_text (json, "title", pln_question_get_title (question));
  pln_json_text (json, "gathering", pln_question_get_gathering (question));
  pln_json_text (json, "calendar", pln_question_get_calendar (question));
  if (pln_question_get_n_deleted (question) > 0)
    pln_json_number (json, "deleted", pln_question_get_n_deleted (question));
  else
    {
      pln_json_text (json, "property", pln_question_get_part (question));
      pln_json_text (json, "base", pln_question_get_base (question));
      pln_json_text (json, "mine", pln_question_get_mine (question));
      pln_json_text (json, "theirs", pln_question_get_theirs (question));
      pln_json_text (json, "who", pln_question_get_who (question));
      pln_json_time (json, "mine_at", pln_question_get_mine_at (question));
      pln_json_time (json, "theirs_at", pln_question_get_theirs_at (question));
      pln_json_truth (json, "may_both", pln_question_get_may_both (question));
    }
  pln_json_close (json);
}

static void
say_question (PlnQuestion *question)
{
  g_autofree char *title = pln_question_words_title (question);

  pln_cli_say ("%s  %s\n", *pln_question_get_uid (question) != '\0' ? pln_question_get_uid (question)
                                                                   : pln_question_get_calendar (question), title);
  if (pln_question_get_n_deleted (question) > 0)
    return;

  pln_cli_say ("  %s%s\n", _("mine: "), pln_question_get_mine (question));
  pln_cli_say ("  %s%s\n", _("theirs: "), pln_question_get_theirs (question));
}

static int
list_conflicts (PlnCli *cli)
{
  GListModel *questions = pln_core_get_questions (cli->core);
  guint n = g_list_model_get_n_items (questions);
  PlnJson *json = NULL;

  if (cli->json)
    {
      json = pln_json_new ();
      pln_json_open (json, "conflicts", '[');
    }
  else if (n == 0)
    pln_cli_say ("%s\n", _("There is no question for you."));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnQuestion) question = g_list_model_get_item (questions, i);

      if (json != NULL)
        write_question (json, question);
      else
        say_question (question);
    }
  if (json != NULL)
    pln_cli_answer (json);

  return n > 0 ? PLN_CLI_WAITS : PLN_CLI_DONE;
}

static gboolean
read_solution (const char  *word,
               PlnSolution *solution)
{
  static const char *const words[] = { "mine", "theirs", "both" };

  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      {
        *solution = (PlnSolution) i;
        return TRUE;
      }

  return FALSE;
}

static GPtrArray *
find_questions (PlnCli     *cli,
                const char *which)
{
  GListModel *questions = pln_core_get_questions (cli->core);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr(PlnQuestion) question = g_list_model_get_item (questions, i);

      if (g_str_equal (which, "all") || g_str_equal (which, pln_question_get_uid (question))
          || g_str_equal (which, pln_question_get_id (question))
          || (pln_question_get_n_deleted (question) > 0 && g_str_equal (which, pln_question_get_calendar (question))))
        g_ptr_array_add (found, g_object_ref (question));
    }

  return found;
}

static int
run_conflicts (PlnCli  *cli,
               char   **arguments)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) questions = NULL;
  g_autofree char *sentence = NULL;
  PlnSolution solution = PLN_SOLUTION_THEIRS;
  GError *error = NULL;

  if (given_solve != NULL && (g_strv_length (arguments) != 1 || !read_solution (arguments[0], &solution)))
    return pln_cli_misuse (cli, "usage", _("Say how: “plenaryctl conflicts --solve UID mine|theirs|both”."));
  if (!pln_cli_read_accounts (cli, &error))
    return pln_cli_fail (cli, error);
  if (given_solve == NULL)
    return list_conflicts (cli);

  questions = find_questions (cli, given_solve);
  if (questions->len == 0)
    return pln_cli_fail (cli, g_error_new (PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                                           _("There is no question about “%s”. See which there are with “plenaryctl conflicts”."),
                                           given_solve));
  pln_core_solve_questions_async (cli->core, questions, solution, NULL, pln_cli_got_cb, &result);
  if (!pln_core_solve_questions_finish (cli->core, pln_cli_wait (&result), &error))
    return pln_cli_fail (cli, error);

  sentence = g_strdup_printf (ngettext ("%u question is answered. “plenaryctl sync” sends that.",
                                        "%u questions are answered. “plenaryctl sync” sends that.", questions->len),
                              questions->len);

  return pln_cli_answer_text (cli, "solved", given_solve, sentence);
}

static int
run_move (PlnCli  *cli,
          char   **arguments)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(PlnGathering) gathering = NULL;
  g_autofree char *sentence = NULL;
  GError *error = NULL;

  if (given_gathering == NULL || (given_calendar == NULL && given_organisers == NULL) || *arguments != NULL)
    return pln_cli_misuse (cli, "usage", _("Say which gathering and where to: “plenaryctl move --gathering UID --calendar NAME”."));
  if (!pln_cli_read_accounts (cli, &error)
      || (gathering = pln_cli_open_gathering (cli, given_gathering, &error)) == NULL)
    return pln_cli_fail (cli, error);

  pln_core_move_gathering_async (cli->core, gathering, given_calendar, given_organisers, NULL, pln_cli_got_cb, &result);
  if (!pln_core_move_gathering_finish (cli->core, pln_cli_wait (&result), &error))
    return pln_cli_fail (cli, error);

  sentence = g_strdup_printf (_("%s is in “%s” now, and what organisers share of it in “%s”."),
                              pln_gathering_get_title (gathering), pln_gathering_get_calendar (gathering),
                              pln_gathering_get_organisers_calendar (gathering));

  return pln_cli_answer_text (cli, "moved", given_gathering, sentence);
}

const PlnCliCommand pln_cli_conflict_commands[] = {
  { "conflicts", "[--solve UID mine|theirs|both]", N_("List what two people changed differently, or decide it"), conflict_entries, run_conflicts },
  { "move", "--gathering UID --calendar NAME", N_("Move a gathering to another calendar"), move_entries, run_move },
  { 0 }
};
