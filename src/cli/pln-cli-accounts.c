/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cli.h"

#include "pln-config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#define MOST_PASSWORD 4096

static char *given_url;
static char *given_user;
static gboolean given_stdin;
static char *given_trust;
static char **given_calendars;
static char *given_account;
static char *given_organisers;

static const GOptionEntry add_entries[] = {
  { "url", 0, 0, G_OPTION_ARG_FILENAME, &given_url, N_("Where the calendars are, or your e-mail address there"), N_("URL") },
  { "user", 0, 0, G_OPTION_ARG_FILENAME, &given_user, N_("The name to sign in with"), N_("NAME") },
  { "password-stdin", 0, 0, G_OPTION_ARG_NONE, &given_stdin, N_("Read the password from standard input"), NULL },
  { "calendar", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given_calendars,
    N_("Use this one; new gatherings go to the first. Can be given several times"), N_("NAME") },
  { "organisers", 0, 0, G_OPTION_ARG_FILENAME, &given_organisers,
    N_("Where the part of organisers goes; “-” keeps it on this computer"), N_("NAME") },
  { "trust", 0, 0, G_OPTION_ARG_FILENAME, &given_trust,
    N_("Trust the certificate with this fingerprint, although nobody vouches for it"), N_("FINGERPRINT") },
  { 0 }
};

static const GOptionEntry sync_entries[] = {
  { "account", 0, 0, G_OPTION_ARG_FILENAME, &given_account, N_("Only this account"), N_("ACCOUNT") },
  { "password-stdin", 0, 0, G_OPTION_ARG_NONE, &given_stdin, N_("Read the password from standard input"), NULL },
  { 0 }
};

/* Up to the end of the line; it is wiped by whoever got it.
 *
 * Returns: (transfer full): the password */
static char *
read_password (void)
{
  char *line = g_malloc0 (MOST_PASSWORD);

  if (fgets (line, MOST_PASSWORD, stdin) == NULL)
    *line = '\0';
  line[strcspn (line, "\r\n")] = '\0';

  return line;
}

static void
wipe (char *password)
{
  explicit_bzero (password, MOST_PASSWORD);
  g_free (password);
}

static PlnAccount *
find_account (PlnCli      *cli,
              const char  *text,
              GError     **error)
{
  PlnAccount *account = pln_core_find_account (cli->core, text);

  if (account == NULL)
    g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                 _("There is no account “%s”. See which there are with “plenaryctl account list”."), text);

  return account;
}

/* Runs the main context until a step of a sign-in is over.
 *
 * Returns: whether it went well */
static gboolean
step (PlnSignIn  *sign_in,
      GError    **error)
{
  const char *fingerprint;

  while (pln_sign_in_get_busy (sign_in))
    g_main_context_iteration (NULL, TRUE);
  if (pln_sign_in_get_problem (sign_in) == PLN_SIGN_IN_IS_FINE)
    return TRUE;

  fingerprint = pln_sign_in_get_fingerprint (sign_in);
  if (*fingerprint != '\0')
    g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_SERVER, _("%s It is %s; “--trust” with that trusts it."),
                 pln_sign_in_get_problem_words (sign_in), fingerprint);
  else
    g_set_error_literal (error, PLN_CORE_ERROR,
                         pln_sign_in_get_problem (sign_in) == PLN_SIGN_IN_WRONG_PASSWORD
                         || pln_sign_in_get_problem (sign_in) == PLN_SIGN_IN_APP_PASSWORD
                         ? PLN_CORE_ERROR_PASSWORD : PLN_CORE_ERROR_SERVER,
                         pln_sign_in_get_problem_words (sign_in));

  return FALSE;
}

static PlnRemoteCalendar *
find_calendar (PlnSignIn   *sign_in,
               const char  *name,
               GError     **error)
{
  GListModel *calendars = G_LIST_MODEL (pln_sign_in_get_calendars (sign_in));

  for (guint i = 0; i < g_list_model_get_n_items (calendars); i++)
    {
      g_autoptr(PlnRemoteCalendar) calendar = g_list_model_get_item (calendars, i);

      if (g_str_equal (pln_remote_calendar_get_title (calendar), name)
          || g_str_equal (pln_remote_calendar_get_url (calendar), name))
        return calendar; /* the list keeps it */
    }

  g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND, _("There is no calendar “%s” at “%s”."), name,
               pln_sign_in_get_host (sign_in));

  return NULL;
}

/* Those that are named; without a name all, and new gatherings go to the first
 * that may be written. */
static gboolean
choose (PlnSignIn  *sign_in,
        GError    **error)
{
  GListModel *calendars = G_LIST_MODEL (pln_sign_in_get_calendars (sign_in));
  PlnRemoteCalendar *first = NULL;
  PlnRemoteCalendar *organisers = NULL;
  guint n = g_list_model_get_n_items (calendars);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnRemoteCalendar) calendar = g_list_model_get_item (calendars, i);

      pln_remote_calendar_set_chosen (calendar, given_calendars == NULL);
    }
  for (guint i = 0; given_calendars != NULL && given_calendars[i] != NULL; i++)
    {
      PlnRemoteCalendar *calendar = find_calendar (sign_in, given_calendars[i], error);

      if (calendar == NULL)
        return FALSE;
      pln_remote_calendar_set_chosen (calendar, TRUE);
      if (first == NULL && pln_remote_calendar_get_may_write (calendar))
        first = calendar;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnRemoteCalendar) calendar = g_list_model_get_item (calendars, i);
      gboolean may = pln_remote_calendar_get_chosen (calendar) && pln_remote_calendar_get_may_write (calendar);

      if (may && first == NULL && (pln_remote_calendar_get_holds (calendar) & PLN_HOLDS_EVENTS) != 0)
        first = calendar;
      if (may && pln_remote_calendar_get_holds (calendar) == PLN_HOLDS_ALL
          && (organisers == NULL || calendar == first))
        organisers = calendar;
    }
  if (given_organisers != NULL && g_str_equal (given_organisers, "-"))
    organisers = NULL;
  else if (given_organisers != NULL)
    {
      organisers = find_calendar (sign_in, given_organisers, error);
      if (organisers == NULL)
        return FALSE;
      if (pln_remote_calendar_get_holds (organisers) != PLN_HOLDS_ALL || !pln_remote_calendar_get_may_write (organisers))
        {
          g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_BAD_NAME,
                       _("The calendar “%s” does not take notes and actions of yours. Choose another one, or “-” for this computer."),
                       given_organisers);
          return FALSE;
        }
      pln_remote_calendar_set_chosen (organisers, TRUE);
    }

  pln_sign_in_set_for_gatherings (sign_in, first);
  pln_sign_in_set_for_organisers (sign_in, organisers);

  return TRUE;
}

static gboolean
sign_in_with (PlnCli      *cli,
              PlnSignIn   *sign_in,
              const char  *password,
              GError     **error)
{
  pln_core_find_server (cli->core, sign_in, given_url);
  if (!step (sign_in, error))
    return FALSE;

  pln_core_log_in (cli->core, sign_in, given_user != NULL ? given_user : pln_sign_in_get_user (sign_in), password);
  if (!step (sign_in, NULL) && pln_sign_in_get_problem (sign_in) == PLN_SIGN_IN_CERTIFICATE && given_trust != NULL
      && g_ascii_strcasecmp (given_trust, pln_sign_in_get_fingerprint (sign_in)) == 0)
    pln_core_trust_server (cli->core, sign_in);
  if (!step (sign_in, error) || !choose (sign_in, error))
    return FALSE;

  pln_core_use_calendars (cli->core, sign_in);

  return step (sign_in, error);
}

static void
write_account (PlnJson    *json,
               const char *key,
               PlnAccount *account)
{
  GListModel *calendars = pln_account_get_calendars (account);

  pln_json_open (json, key, '{');
  pln_json_text (json, "id", pln_account_get_id (account));
  pln_json_text (json, "name", pln_account_get_name (account));
  pln_json_text (json, "host", pln_account_get_host (account));
  pln_json_text (json, "user", pln_account_get_user (account));
  pln_json_text (json, "url", pln_account_get_url (account));
  pln_json_texts (json, "addresses", pln_account_get_addresses (account));
  pln_json_open (json, "calendars", '[');
  for (guint i = 0; i < g_list_model_get_n_items (calendars); i++)
    {
      g_autoptr(PlnRemoteCalendar) calendar = g_list_model_get_item (calendars, i);

      pln_json_text (json, NULL, pln_remote_calendar_get_calendar (calendar));
    }
  pln_json_close (json);
  pln_json_time (json, "synced", pln_account_get_synced (account));
  pln_json_close (json);
}

static int
run_account_add (PlnCli  *cli,
                 char   **arguments)
{
  g_autoptr(PlnSignIn) sign_in = NULL;
  g_autofree char *sentence = NULL;
  GError *error = NULL;
  char *password;
  PlnJson *json;
  gboolean done;

  if (given_url == NULL || !given_stdin || *arguments != NULL)
    return pln_cli_misuse (cli, "usage",
                           _("Say where, who, and give the password: "
                             "“plenaryctl account add --url URL --user NAME --password-stdin”."));
  if (!pln_cli_read_accounts (cli, &error))
    return pln_cli_fail (cli, error);

  sign_in = pln_core_sign_in (cli->core, NULL);
  password = read_password ();
  done = sign_in_with (cli, sign_in, password, &error);
  wipe (password);
  pln_core_end_sign_in (cli->core, sign_in);
  if (!done)
    return pln_cli_fail (cli, error);

  if (pln_sign_in_get_forgets (sign_in))
    fprintf (stderr, "plenaryctl: %s\n", _("There is no keyring to keep the password. Give it with each sync: --password-stdin."));
  if (cli->json)
    {
      json = pln_json_new ();
      write_account (json, "account", pln_sign_in_get_account (sign_in));
      return pln_cli_answer (json);
    }
  sentence = g_strdup_printf (_("%s is there. “plenaryctl sync” brings both sides together."),
                              pln_account_get_name (pln_sign_in_get_account (sign_in)));
  pln_cli_say ("%s\n", sentence);

  return PLN_CLI_DONE;
}

static int
run_account_list (PlnCli  *cli,
                  char   **arguments)
{
  GListModel *accounts = pln_core_get_accounts (cli->core);
  PlnJson *json = NULL;
  GError *error = NULL;

  if (!pln_cli_read_accounts (cli, &error))
    return pln_cli_fail (cli, error);

  if (cli->json)
    {
      json = pln_json_new ();
      pln_json_open (json, "accounts", '[');
    }
  else if (g_list_model_get_n_items (accounts) == 0)
    pln_cli_say ("%s\n", _("There is no account. All is kept on this computer."));
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(PlnAccount) account = g_list_model_get_item (accounts, i);

      if (json != NULL)
        write_account (json, NULL, account);
      else
        pln_cli_say ("%s  %s  %s\n", pln_account_get_id (account), pln_account_get_name (account),
                     pln_account_get_url (account));
    }

  return json != NULL ? pln_cli_answer (json) : PLN_CLI_DONE;
}

static int
run_account_remove (PlnCli  *cli,
                    char   **arguments)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *id = NULL;
  GError *error = NULL;
  PlnAccount *account;

  if (g_strv_length (arguments) != 1)
    return pln_cli_misuse (cli, "usage", _("Say which account: “plenaryctl account remove ACCOUNT”."));
  if (!pln_cli_read_accounts (cli, &error) || (account = find_account (cli, arguments[0], &error)) == NULL)
    return pln_cli_fail (cli, error);

  id = g_strdup (pln_account_get_id (account));
  sentence = g_strdup_printf (_("%s is removed. What was here stays here, and what is there stays there."),
                              pln_account_get_name (account));
  pln_core_remove_account_async (cli->core, account, NULL, pln_cli_got_cb, &result);
  if (!pln_core_remove_account_finish (cli->core, pln_cli_wait (&result), &error))
    return pln_cli_fail (cli, error);

  return pln_cli_answer_text (cli, "removed", id, sentence);
}

static const char *
holds_word (PlnHolds holds)
{
  static const char *const words[] = { "", "events", "actions", "events, actions", "notes", "events, notes",
                                       "actions, notes", "events, actions, notes" };

  return words[holds & PLN_HOLDS_ALL];
}

static void
write_calendar (PlnJson           *json,
                const char        *name,
                PlnAccount        *account,
                PlnRemoteCalendar *calendar)
{
  PlnHolds holds = calendar != NULL ? pln_remote_calendar_get_holds (calendar) : PLN_HOLDS_ALL;

  pln_json_open (json, NULL, '{');
  pln_json_text (json, "calendar", name);
  pln_json_text (json, "account", account != NULL ? pln_account_get_name (account) : "");
  pln_json_text (json, "url", calendar != NULL ? pln_remote_calendar_get_url (calendar) : "");
  pln_json_truth (json, "events", (holds & PLN_HOLDS_EVENTS) != 0);
  pln_json_truth (json, "notes", (holds & PLN_HOLDS_NOTES) != 0);
  pln_json_truth (json, "actions", (holds & PLN_HOLDS_ACTIONS) != 0);
  pln_json_truth (json, "may_write", calendar == NULL || pln_remote_calendar_get_may_write (calendar));
  pln_json_truth (json, "gone", calendar != NULL && pln_remote_calendar_get_gone (calendar));
  pln_json_close (json);
}

static void
say_calendar (const char        *name,
              PlnAccount        *account,
              PlnRemoteCalendar *calendar)
{
  if (calendar == NULL)
    pln_cli_say ("%s  %s\n", name, _("on this computer"));
  else
    pln_cli_say ("%s  %s  %s%s%s\n", name, pln_account_get_name (account),
                 holds_word (pln_remote_calendar_get_holds (calendar)),
                 pln_remote_calendar_get_may_write (calendar) ? "" : _("; you may read it"),
                 pln_remote_calendar_get_gone (calendar) ? _("; it is gone on the server") : "");
}

static PlnRemoteCalendar *
find_linked (PlnCli      *cli,
             const char  *name,
             PlnAccount **account)
{
  GListModel *accounts = pln_core_get_accounts (cli->core);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(PlnAccount) one = g_list_model_get_item (accounts, i);
      GListModel *calendars = pln_account_get_calendars (one);

      for (guint j = 0; j < g_list_model_get_n_items (calendars); j++)
        {
          g_autoptr(PlnRemoteCalendar) calendar = g_list_model_get_item (calendars, j);

          if (!g_str_equal (pln_remote_calendar_get_calendar (calendar), name))
            continue;
          *account = one;
          return calendar;
        }
    }

  return NULL;
}

static int
run_calendars (PlnCli  *cli,
               char   **arguments)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_auto(GStrv) names = NULL;
  GError *error = NULL;
  PlnJson *json = NULL;

  if (!pln_cli_read_accounts (cli, &error))
    return pln_cli_fail (cli, error);
  pln_core_list_calendars_async (cli->core, NULL, pln_cli_got_cb, &result);
  names = pln_core_list_calendars_finish (cli->core, pln_cli_wait (&result), &error);
  if (names == NULL)
    return pln_cli_fail (cli, error);

  if (cli->json)
    {
      json = pln_json_new ();
      pln_json_open (json, "calendars", '[');
    }
  for (guint i = 0; names[i] != NULL; i++)
    {
      PlnAccount *account = NULL;
      PlnRemoteCalendar *calendar = find_linked (cli, names[i], &account);

      if (json != NULL)
        write_calendar (json, names[i], account, calendar);
      else
        say_calendar (names[i], account, calendar);
    }

  return json != NULL ? pln_cli_answer (json) : PLN_CLI_DONE;
}

static void
write_synced (const PlnCoreSynced *synced)
{
  PlnJson *json = pln_json_new ();

  pln_json_open (json, "sync", '{');
  pln_json_number (json, "requests", synced->requests);
  pln_json_number (json, "bytes_sent", (gint64) synced->bytes_sent);
  pln_json_number (json, "bytes_received", (gint64) synced->bytes_received);
  pln_json_number (json, "downloaded", synced->downloaded);
  pln_json_number (json, "uploaded", synced->uploaded);
  pln_json_number (json, "merged", synced->merged);
  pln_json_number (json, "conflicts", synced->conflicts);
  pln_json_number (json, "deleted", synced->deleted);
  pln_json_number (json, "waiting", synced->waiting);
  pln_json_seconds (json, "seconds", synced->seconds);
  pln_json_number (json, "questions", synced->questions);
  g_ptr_array_add (synced->problems, NULL);
  pln_json_texts (json, "problems", (const char *const *) synced->problems->pdata);
  g_ptr_array_set_size (synced->problems, (int) synced->problems->len - 1);
  pln_cli_answer (json);
}

static void
say_synced (const PlnCoreSynced *synced)
{
  pln_cli_say (_("%u sent, %u received, %u merged, %u deleted, in %.1f s\n"), synced->uploaded, synced->downloaded,
               synced->merged, synced->deleted, synced->seconds);
  if (synced->questions > 0)
    pln_cli_say (ngettext ("%u question for you: see “plenaryctl conflicts”.\n",
                           "%u questions for you: see “plenaryctl conflicts”.\n", synced->questions), synced->questions);
  if (synced->waiting > 0)
    pln_cli_say (ngettext ("%u change waits until you say whom to tell.\n",
                           "%u changes wait until you say whom to tell.\n", synced->waiting), synced->waiting);
  for (guint i = 0; i < synced->problems->len; i++)
    pln_cli_say ("%s\n", (const char *) g_ptr_array_index (synced->problems, i));
}

static int
run_sync (PlnCli  *cli,
          char   **arguments)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(PlnCoreSynced) synced = NULL;
  GListModel *accounts = pln_core_get_accounts (cli->core);
  PlnAccount *account = NULL;
  GError *error = NULL;

  if (!pln_cli_read_accounts (cli, &error)
      || (given_account != NULL && (account = find_account (cli, given_account, &error)) == NULL))
    return pln_cli_fail (cli, error);
  if (g_list_model_get_n_items (accounts) == 0)
    return pln_cli_fail (cli, g_error_new_literal (PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                                                   _("There is no account to sync with. Add one with “plenaryctl account add”.")));
  if (given_stdin && account == NULL && g_list_model_get_n_items (accounts) > 1)
    return pln_cli_misuse (cli, "usage", _("Say whose password it is: --account ACCOUNT."));
  if (given_stdin)
    {
      g_autoptr(PlnAccount) only = account == NULL ? g_list_model_get_item (accounts, 0) : g_object_ref (account);
      char *password = read_password ();

      pln_core_give_password (cli->core, only, password);
      wipe (password);
    }

  pln_core_sync_async (cli->core, account, NULL, pln_cli_got_cb, &result);
  synced = pln_core_sync_finish (cli->core, pln_cli_wait (&result), &error);
  if (synced == NULL)
    return pln_cli_fail (cli, error);

  if (cli->json)
    write_synced (synced);
  else
    say_synced (synced);
  if (synced->problems->len > 0)
    {
      if (cli->json)
        pln_cli_fail (cli, g_error_new_literal (PLN_CORE_ERROR,
                                                synced->wants_password ? PLN_CORE_ERROR_PASSWORD : PLN_CORE_ERROR_SERVER,
                                                g_ptr_array_index (synced->problems, 0)));
      return PLN_CLI_FAILED;
    }

  return synced->questions > 0 || synced->waiting > 0 ? PLN_CLI_WAITS : PLN_CLI_DONE;
}

const PlnCliCommand pln_cli_account_commands[] = {
  { "account add", "--url URL --user NAME --password-stdin", N_("Add an account on a calendar server"), add_entries, run_account_add },
  { "account list", "", N_("List accounts"), NULL, run_account_list },
  { "account remove", "ACCOUNT", N_("Forget an account; what is here stays"), NULL, run_account_remove },
  { "calendars", "", N_("List calendars, and where each is kept"), NULL, run_calendars },
  { "sync", "", N_("Bring calendars here and on their servers together"), sync_entries, run_sync },
  { 0 }
};
