/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cli.h"

#include "pln-config.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

static char *given_name;
static char *given_email;
static char *given_restore;

static const GOptionEntry identity_entries[] = {
  { "name", 0, 0, G_OPTION_ARG_FILENAME, &given_name, N_("Your name"), N_("NAME") },
  { "email", 0, 0, G_OPTION_ARG_FILENAME, &given_email, N_("Where answers are sent"), N_("ADDRESS") },
  { 0 }
};

static const GOptionEntry bin_entries[] = {
  { "restore", 0, 0, G_OPTION_ARG_FILENAME, &given_restore, N_("Take this out of the bin"), N_("UID") },
  { 0 }
};

static int
run_identity (PlnCli  *cli,
              char   **arguments)
{
  g_autoptr(GAsyncResult) result = NULL;
  const char *name;
  const char *email;
  GError *error = NULL;
  PlnJson *json;

  if (given_name != NULL || given_email != NULL)
    {
      pln_core_set_identity_async (cli->core,
                                   given_name != NULL ? given_name : pln_core_get_identity_name (cli->core),
                                   given_email != NULL ? given_email : pln_core_get_identity_email (cli->core),
                                   NULL, pln_cli_got_cb, &result);
      if (!pln_core_set_identity_finish (cli->core, pln_cli_wait (&result), &error))
        return pln_cli_fail (cli, error);
    }

  name = pln_core_get_identity_name (cli->core);
  email = pln_core_get_identity_email (cli->core);
  if (!cli->json)
    {
      if (*name == '\0' && *email == '\0')
        pln_cli_say ("%s\n", _("It is not known who you are. Say so with --name and --email."));
      else
        pln_cli_say ("%s <%s>\n", name, email);
      return PLN_CLI_DONE;
    }

  json = pln_json_new ();
  pln_json_open (json, "identity", '{');
  pln_json_text (json, "name", name);
  pln_json_text (json, "email", email);

  return pln_cli_answer (json);
}

static void
write_hit (PlnJson    *json,
           PlnHit     *hit,
           const char *when)
{
  pln_json_open (json, NULL, '{');
  pln_json_text (json, "kind", pln_hit_get_kind (hit));
  pln_json_text (json, "uid", pln_hit_get_uid (hit));
  pln_json_text (json, "gathering", pln_hit_get_gathering (hit));
  pln_json_text (json, "person", pln_hit_get_person (hit));
  pln_json_text (json, "title", pln_hit_get_title (hit));
  pln_json_text (json, "detail", pln_hit_get_detail (hit));
  pln_json_time (json, when, pln_hit_get_when (hit));
  pln_json_close (json);
}

static void
say_hit (PlnHit *hit)
{
  g_autofree char *when = pln_hit_get_when (hit) != NULL ? pln_when_words_date (pln_hit_get_when (hit)) : g_strdup ("");

  pln_cli_say ("%s", pln_hit_get_title (hit));
  if (*pln_hit_get_detail (hit) != '\0')
    pln_cli_say (", %s", pln_hit_get_detail (hit));
  if (*when != '\0')
    pln_cli_say (", %s", when);
  pln_cli_say ("\n    %s\n", pln_hit_get_uid (hit));
}

/* @key: names the answer; @when: what the time of a hit is; @nothing: what is
 * said if there is none */
static int
report_hits (PlnCli     *cli,
             GPtrArray  *hits,
             const char *key,
             const char *when,
             const char *nothing)
{
  PlnJson *json;

  if (!cli->json)
    {
      if (hits->len == 0)
        pln_cli_say ("%s\n", nothing);
      for (guint i = 0; i < hits->len; i++)
        say_hit (g_ptr_array_index (hits, i));
      return PLN_CLI_DONE;
    }

  json = pln_json_new ();
  pln_json_open (json, key, '[');
  for (guint i = 0; i < hits->len; i++)
    write_hit (json, g_ptr_array_index (hits, i), when);

  return pln_cli_answer (json);
}

static int
run_search (PlnCli  *cli,
            char   **arguments)
{
  g_autofree char *text = g_strjoinv (" ", arguments);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) hits = NULL;
  GError *error = NULL;

  if (arguments[0] == NULL)
    return pln_cli_misuse (cli, "usage", _("Say what to look for: “plenaryctl search TEXT”."));

  pln_core_search_async (cli->core, text, NULL, pln_cli_got_cb, &result);
  hits = pln_core_search_finish (cli->core, pln_cli_wait (&result), &error);

  return hits != NULL ? report_hits (cli, hits, "hits", "start", _("Nothing was found."))
                      : pln_cli_fail (cli, error);
}

static int
take_out_of_bin (PlnCli *cli)
{
  g_autofree char *sentence = g_strdup_printf (_("Restored %s"), given_restore);
  g_autoptr(GAsyncResult) result = NULL;
  GError *error = NULL;

  pln_core_restore_from_bin_async (cli->core, given_restore, NULL, pln_cli_got_cb, &result);
  if (!pln_core_restore_from_bin_finish (cli->core, pln_cli_wait (&result), &error))
    return pln_cli_fail (cli, error);

  return pln_cli_answer_text (cli, "restored", given_restore, sentence);
}

static int
run_bin (PlnCli  *cli,
         char   **arguments)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) hits = NULL;
  GError *error = NULL;

  if (given_restore != NULL)
    return take_out_of_bin (cli);

  pln_core_list_bin_async (cli->core, NULL, pln_cli_got_cb, &result);
  hits = pln_core_list_bin_finish (cli->core, pln_cli_wait (&result), &error);

  return hits != NULL ? report_hits (cli, hits, "bin", "deleted", _("The bin is empty."))
                      : pln_cli_fail (cli, error);
}

static int
undo (PlnCli   *cli,
      gboolean  redo)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *label = NULL;
  GError *error = NULL;

  pln_core_undo_async (cli->core, redo, NULL, pln_cli_got_cb, &result);
  label = pln_core_undo_finish (cli->core, pln_cli_wait (&result), &error);
  if (label == NULL)
    return pln_cli_fail (cli, error);

  sentence = g_strdup_printf (redo ? _("Done again: %s") : _("Undone: %s"), label);

  return pln_cli_answer_text (cli, redo ? "redone" : "undone", label, sentence);
}

static int
run_undo (PlnCli  *cli,
          char   **arguments)
{
  return undo (cli, FALSE);
}

static int
run_redo (PlnCli  *cli,
          char   **arguments)
{
  return undo (cli, TRUE);
}

static int
run_backup (PlnCli  *cli,
            char   **arguments)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *sentence = NULL;
  GError *error = NULL;

  if (g_strv_length (arguments) != 1)
    return pln_cli_misuse (cli, "usage", _("Say which file to write: “plenaryctl backup FILE”."));

  file = g_file_new_for_commandline_arg (arguments[0]);
  pln_core_backup_async (cli->core, file, NULL, pln_cli_got_cb, &result);
  if (!pln_core_backup_finish (cli->core, pln_cli_wait (&result), &error))
    return pln_cli_fail (cli, error);

  sentence = g_strdup_printf (_("The whole library is in %s"), arguments[0]);

  return pln_cli_answer_text (cli, "backup", arguments[0], sentence);
}

static int
run_restore (PlnCli  *cli,
             char   **arguments)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *sentence = NULL;
  GError *error = NULL;

  if (g_strv_length (arguments) != 1)
    return pln_cli_misuse (cli, "usage", _("Say which backup to restore: “plenaryctl restore FILE”."));

  file = g_file_new_for_commandline_arg (arguments[0]);
  pln_core_restore_async (cli->core, file, NULL, pln_cli_got_cb, &result);
  if (!pln_core_restore_finish (cli->core, pln_cli_wait (&result), &error))
    return pln_cli_fail (cli, error);

  sentence = g_strdup_printf (_("The library is as it was in %s. “plenaryctl undo” takes that back."), arguments[0]);

  return pln_cli_answer_text (cli, "restored", arguments[0], sentence);
}

static int
run_check (PlnCli  *cli,
           char   **arguments)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_auto(GStrv) problems = NULL;
  guint n_objects;
  guint n_files;
  GError *error = NULL;
  int code;

  pln_core_check_async (cli->core, NULL, pln_cli_got_cb, &result);
  problems = pln_core_check_finish (cli->core, pln_cli_wait (&result), &n_objects, &n_files, &error);
  if (problems == NULL)
    return pln_cli_fail (cli, error);

  code = *problems == NULL ? PLN_CLI_DONE : PLN_CLI_FAILED;
  if (cli->json)
    {
      PlnJson *json = pln_json_new ();

      pln_json_open (json, "check", '{');
      pln_json_number (json, "objects", n_objects);
      pln_json_number (json, "files", n_files);
      pln_json_texts (json, "problems", (const char *const *) problems);
      pln_cli_answer (json);
      return code;
    }

  pln_cli_say (_("%u objects, %u files\n"), n_objects, n_files);
  for (guint i = 0; problems[i] != NULL; i++)
    pln_cli_say ("%s\n", problems[i]);
  if (code == PLN_CLI_DONE)
    pln_cli_say ("%s\n", _("All is well."));

  return code;
}

/* The examples go into the folder that is named; without one, into the library. */
static int
run_sample (PlnCli  *cli,
            char   **arguments)
{
  const char *folder = arguments[0] != NULL ? arguments[0] : cli->library;
  g_autoptr(GAsyncResult) opened = NULL;
  g_autoptr(GAsyncResult) added = NULL;
  g_autofree char *sentence = NULL;
  GError *error = NULL;

  if (folder == NULL || (arguments[0] != NULL && arguments[1] != NULL))
    return pln_cli_misuse (cli, "usage", _("Say where to put the examples: “plenaryctl sample DIR”."));

  cli->core = pln_core_new (folder);
  pln_core_open_async (cli->core, NULL, pln_cli_got_cb, &opened);
  if (!pln_core_open_finish (cli->core, pln_cli_wait (&opened), &error))
    return pln_cli_fail (cli, error);
  pln_core_add_sample_async (cli->core, NULL, pln_cli_got_cb, &added);
  if (!pln_core_add_sample_finish (cli->core, pln_cli_wait (&added), &error))
    return pln_cli_fail (cli, error);

  sentence = g_strdup_printf (_("The examples are in %s"), folder);

  return pln_cli_answer_text (cli, "sample", folder, sentence);
}

const PlnCliCommand pln_cli_library_commands[] = {
  { "identity", "", N_("Show or say who you are"), identity_entries, run_identity },
  { "search", "TEXT", N_("Look for titles, places, people and notes"), NULL, run_search },
  { "bin", "", N_("List what was deleted, or restore it"), bin_entries, run_bin },
  { "undo", "", N_("Undo the last step"), NULL, run_undo },
  { "redo", "", N_("Do again what was undone"), NULL, run_redo },
  { "check", "", N_("Compare the library with its files"), NULL, run_check },
  { "backup", "FILE", N_("Write the whole library to one file"), NULL, run_backup },
  { "restore", "FILE", N_("Replace the library by a backup"), NULL, run_restore },
  { "sample", "DIR", N_("Make a library with the examples"), NULL, run_sample, TRUE },
  { 0 }
};
