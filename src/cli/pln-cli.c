/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cli-main.h"

#include "pln-cli.h"
#include "pln-config.h"
#include "pln-locale.h"

#include <glib/gi18n.h>
#include <string.h>

static const PlnCliCommand *const groups[] = {
  pln_cli_gathering_commands,
  pln_cli_session_commands,
  pln_cli_calendar_commands,
  pln_cli_people_commands,
  pln_cli_presence_commands,
  pln_cli_round_commands,
  pln_cli_group_commands,
  pln_cli_note_commands,
  pln_cli_exchange_commands,
  pln_cli_mix_commands,
  pln_cli_account_commands,
  pln_cli_conflict_commands,
  pln_cli_library_commands,
};

static char *library;
static gboolean json;
static gboolean version;
static gboolean commands;
static char **arguments;

/* Texts are taken as file names are: as they come. The C locale would refuse
 * every “ü” otherwise. */
static const GOptionEntry everywhere[] = {
  { "library", 0, 0, G_OPTION_ARG_FILENAME, &library, N_("The folder of the library"), N_("DIR") },
  { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Answer with one JSON object"), NULL },
  { 0 }
};

static const GOptionEntry first_only[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Print the version"), NULL },
  { "commands", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &commands, NULL, NULL },
  { 0 }
};

static const GOptionEntry rest[] = {
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
  { 0 }
};

/**
 * pln_cli_got_cb:
 * @source: not used
 * @result: the result of a wish
 * @user_data: (type GAsyncResult**): where to keep it
 */
void
pln_cli_got_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/**
 * pln_cli_wait:
 * @result: (inout): the place that pln_cli_got_cb() was given
 *
 * Runs the main context until the wish is over.
 *
 * Returns: (transfer none): its result
 */
GAsyncResult *
pln_cli_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

/**
 * pln_cli_open_gathering:
 * @cli: the call
 * @uid: (nullable): the UID of a gathering
 * @error: return location for an error
 *
 * Returns: (transfer full): the gathering, loaded; or %NULL
 */
PlnGathering *
pln_cli_open_gathering (PlnCli      *cli,
                        const char  *uid,
                        GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  pln_core_open_gathering_async (cli->core, uid, NULL, pln_cli_got_cb, &result);

  return pln_core_open_gathering_finish (cli->core, pln_cli_wait (&result), error);
}

/**
 * pln_cli_read_accounts:
 * @cli: the call
 * @error: return location for an error
 *
 * Returns: whether the core knows accounts and questions now
 */
gboolean
pln_cli_read_accounts (PlnCli  *cli,
                       GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  pln_core_read_accounts_async (cli->core, NULL, pln_cli_got_cb, &result);

  return pln_core_read_accounts_finish (cli->core, pln_cli_wait (&result), error);
}

/**
 * pln_cli_find_person:
 * @gathering: a gathering that is loaded
 * @address_or_id: an address, in any case, or an id
 * @error: return location for an error
 *
 * Returns: (transfer none): the person; or %NULL
 */
PlnAttendee *
pln_cli_find_person (PlnGathering  *gathering,
                     const char    *address_or_id,
                     GError       **error)
{
  PlnAttendee *attendee = pln_gathering_find_attendee (gathering, address_or_id);

  if (attendee == NULL)
    attendee = pln_gathering_find_address (gathering, address_or_id);
  if (attendee == NULL)
    g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                 _("“%s” is not on the list of “%s”. See who is with “plenaryctl attendees”."),
                 address_or_id, pln_gathering_get_title (gathering));

  return attendee;
}

/* “session new” goes before “session”: two words first. */
static const PlnCliCommand *
find_command (const char *first,
              const char *second)
{
  g_autofree char *both = second != NULL ? g_strconcat (first, " ", second, NULL) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const PlnCliCommand *command = groups[i]; command->name != NULL; command++)
      if (g_strcmp0 (command->name, both) == 0 || g_str_equal (command->name, first))
        return command;

  return NULL;
}

static gboolean
is_two_words (const PlnCliCommand *command)
{
  return strchr (command->name, ' ') != NULL;
}

static char *
list_commands (void)
{
  GString *text = g_string_new (_("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const PlnCliCommand *command = groups[i]; command->name != NULL; command++)
      g_string_append_printf (text, "\n  %-16s  %s", command->name, _(command->summary));
  g_string_append_printf (text, "\n\n%s", _("“plenaryctl COMMAND --help” tells what a command takes."));

  return g_string_free (text, FALSE);
}

static GOptionContext *
context_of_program (void)
{
  GOptionContext *context = g_option_context_new (_("COMMAND …"));
  g_autofree char *all = list_commands ();

  g_option_context_set_summary (context, _("Plans conferences and meet-ups: all that Plenary does with data."));
  g_option_context_set_description (context, all);
  g_option_context_add_main_entries (context, everywhere, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, first_only, GETTEXT_PACKAGE);
  g_option_context_set_strict_posix (context, TRUE); /* what follows the command is the command's */

  return context;
}

static GOptionContext *
context_of_command (const PlnCliCommand *command)
{
  g_autofree char *usage = g_strdup_printf ("%s %s", command->name, command->arguments);
  GOptionContext *context = g_option_context_new (usage);

  g_option_context_set_summary (context, _(command->summary));
  if (command->entries != NULL)
    g_option_context_add_main_entries (context, command->entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, everywhere, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, rest, NULL);

  return context;
}

/**
 * pln_cli_open_library:
 * @cli: the call
 * @error: return location for an error of the library
 *
 * Opens the library, for a command that does not always need it.
 *
 * Returns: whether it is open
 */
gboolean
pln_cli_open_library (PlnCli  *cli,
                      GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  cli->core = pln_core_new (cli->library);
  pln_core_open_async (cli->core, NULL, pln_cli_got_cb, &result);

  return pln_core_open_finish (cli->core, pln_cli_wait (&result), error);
}

static int
run (PlnCli              *cli,
     const PlnCliCommand *command)
{
  static char *none[] = { NULL };
  GError *error = NULL;
  int code;

  if (!command->is_closed && !pln_cli_open_library (cli, &error))
    code = pln_cli_fail (cli, error);
  else
    code = command->run (cli, arguments != NULL ? arguments : none);

  if (cli->core != NULL)
    pln_core_close (cli->core);
  g_clear_object (&cli->core);

  return code;
}

static int
parse_and_run (PlnCli              *cli,
               const PlnCliCommand *command,
               int                  argc,
               char               **argv)
{
  g_autoptr(GOptionContext) context = context_of_command (command);
  g_autoptr(GError) error = NULL;

  if (!g_option_context_parse (context, &argc, &argv, &error))
    return pln_cli_misuse (cli, "usage", _("%s. See “plenaryctl %s --help”."), error->message, command->name);

  if (library != NULL && *library == '\0')
    return pln_cli_misuse (cli, "usage", _("Say in which folder the library is: --library DIR."));

  cli->json = json;
  cli->library = library;

  return run (cli, command);
}

static int
list_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const PlnCliCommand *command = groups[i]; command->name != NULL; command++)
      pln_cli_say ("%s\n", command->name);

  return PLN_CLI_DONE;
}

static int
choose (PlnCli  *cli,
        int      argc,
        char   **argv)
{
  g_autoptr(GOptionContext) context = context_of_program ();
  g_autoptr(GError) error = NULL;
  const PlnCliCommand *command;

  if (!g_option_context_parse (context, &argc, &argv, &error))
    return pln_cli_misuse (cli, "usage", _("%s. See “plenaryctl --help”."), error->message);
  if (version)
    {
      pln_cli_say ("plenaryctl %s\n", PLN_VERSION);
      return PLN_CLI_DONE;
    }
  if (commands)
    return list_names ();
  if (argc < 2)
    return pln_cli_misuse (cli, "usage", _("Say what to do: see “plenaryctl --help”."));

  command = find_command (argv[1], argc > 2 ? argv[2] : NULL);
  if (command == NULL)
    return pln_cli_misuse (cli, "usage", _("There is no command “%s”. See “plenaryctl --help”."), argv[1]);

  return parse_and_run (cli, command, argc - 1 - is_two_words (command), argv + 1 + is_two_words (command));
}

/**
 * pln_cli_main:
 * @argc: how many arguments there are
 * @argv: the arguments; the first is the program
 *
 * Does what the arguments say.
 *
 * Returns: 0 done, 1 failed, 2 wrong usage, 3 done but something waits for a
 *   decision
 */
int
pln_cli_main (int    argc,
              char **argv)
{
  PlnCli cli = { 0 };

  pln_locale_begin ();
  g_set_prgname ("plenaryctl");

  /* An error in the arguments is already told as they ask. */
  for (int i = 1; i < argc; i++)
    cli.json |= g_str_equal (argv[i], "--json");

  return choose (&cli, argc, argv);
}
