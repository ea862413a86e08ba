/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cli.h"

#include "pln-config.h"

#include <glib/gi18n.h>

static char *given_gathering;
static char *given_from;

static const GOptionEntry list_entries[] = {
  { "gathering", 0, 0, G_OPTION_ARG_FILENAME, &given_gathering, N_("The gathering"), N_("UID") },
  { 0 }
};

static const GOptionEntry attend_entries[] = {
  { "gathering", 0, 0, G_OPTION_ARG_FILENAME, &given_gathering, N_("The gathering"), N_("UID") },
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &given_from, N_("A list of people; - for standard input"), N_("FILE") },
  { 0 }
};

static const char *
nick (GType type,
      int   value)
{
  g_autoptr(GEnumClass) values = g_type_class_ref (type);

  return g_enum_get_value (values, value)->value_nick;
}

/**
 * pln_cli_write_person:
 * @json: an object
 * @key: (nullable): the key; %NULL within an array
 * @attendee: a person
 */
void
pln_cli_write_person (PlnJson     *json,
                      const char  *key,
                      PlnAttendee *attendee)
{
  pln_json_open (json, key, '{');
  pln_json_text (json, "id", pln_attendee_get_id (attendee));
  pln_json_text (json, "name", pln_attendee_get_name (attendee));
  pln_json_text (json, "email", pln_attendee_get_email (attendee));
  pln_json_text (json, "answer", pln_answer_store (pln_attendee_get_answer (attendee)));
  pln_json_text (json, "role", nick (PLN_TYPE_ROLE, (int) pln_attendee_get_role (attendee)));
  pln_json_text (json, "mode", nick (PLN_TYPE_MODE, (int) pln_attendee_get_mode (attendee)));
  pln_json_text (json, "organisation", pln_attendee_get_organisation (attendee));
  pln_json_text (json, "sector", pln_attendee_get_sector (attendee));
  pln_json_text (json, "stage", pln_attendee_get_stage (attendee));
  pln_json_texts (json, "networks", pln_attendee_get_networks (attendee));
  pln_json_truth (json, "waiting", pln_attendee_get_waiting (attendee));
  pln_json_truth (json, "first-time", pln_attendee_get_first_time (attendee));
  pln_json_truth (json, "told", pln_attendee_get_told (attendee));
  pln_json_time (json, "said-at", pln_attendee_get_said_at (attendee));
  pln_json_text (json, "said-by", pln_attendee_get_said_by (attendee));
  pln_json_text (json, "presence", nick (PLN_TYPE_PRESENCE, (int) pln_attendee_get_presence (attendee)));
  pln_json_time (json, "expected-from", pln_attendee_get_expected_from (attendee));
  pln_json_time (json, "expected-until", pln_attendee_get_expected_until (attendee));
  pln_json_text (json, "role-wish", nick (PLN_TYPE_ROLE_WISH, (int) pln_attendee_get_role_wish (attendee)));
  pln_json_open (json, "wished-roles", '[');
  for (guint role = PLN_GROUP_ROLE_FACILITATOR; role < PLN_N_GROUP_ROLES; role++)
    if ((pln_attendee_get_wished_roles (attendee) & PLN_GROUP_ROLE_BIT (role)) != 0)
      pln_json_text (json, NULL, pln_group_role_store (role));
  pln_json_close (json);
  pln_json_close (json);
}

static const char *
answer_in_words (PlnAnswer answer)
{
  switch (answer)
    {
    case PLN_ANSWER_ACCEPTED:
      return _("Going");
    case PLN_ANSWER_TENTATIVE:
      return _("Maybe");
    case PLN_ANSWER_DECLINED:
      return _("Declined");
    case PLN_ANSWER_NEEDS_ACTION:
    default:
      return _("No answer");
    }
}

static void
say_person (PlnAttendee *attendee)
{
  const char *email = pln_attendee_get_email (attendee);

  pln_cli_say ("%s: %s", pln_attendee_get_display_name (attendee),
               pln_attendee_get_waiting (attendee) ? _("Waiting") : answer_in_words (pln_attendee_get_answer (attendee)));
  if (*pln_attendee_get_name (attendee) != '\0' && *email != '\0')
    pln_cli_say ("  <%s>", email);
  pln_cli_say ("  %s\n", pln_attendee_get_id (attendee));
}

static int
run_attendees (PlnCli  *cli,
               char   **arguments)
{
  int code = PLN_CLI_DONE;
  g_autoptr(PlnGathering) gathering = pln_cli_open_needed (cli, given_gathering, &code);
  GListModel *attendees;
  PlnJson *json = NULL;

  if (gathering == NULL)
    return code;

  attendees = pln_gathering_get_attendees (gathering);
  if (cli->json)
    {
      json = pln_json_new ();
      pln_json_open (json, "attendees", '[');
    }
  else if (g_list_model_get_n_items (attendees) == 0)
    pln_cli_say (_("Nobody is on the list of “%s” yet.\n"), pln_gathering_get_title (gathering));
  for (guint i = 0; i < g_list_model_get_n_items (attendees); i++)
    {
      g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, i);

      if (json != NULL)
        pln_cli_write_person (json, NULL, attendee);
      else
        say_person (attendee);
    }

  return json != NULL ? pln_cli_answer (json) : PLN_CLI_DONE;
}

/* What stands in the file, then what stands in the arguments, a line each. */
static char *
collect_text (PlnCli  *cli,
              char   **addresses,
              GError **error)
{
  g_autofree char *typed = g_strjoinv ("\n", addresses);
  g_autofree char *listed = NULL;

  if (given_from == NULL)
    return g_steal_pointer (&typed);

  listed = pln_cli_read_text (cli, given_from, error);

  return listed != NULL ? g_strconcat (listed, "\n", typed, NULL) : NULL;
}

static guint
count_lines (GListModel   *lines,
             PlnLineState  state)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(PlnPersonLine) line = g_list_model_get_item (lines, i);

      n += pln_person_line_get_state (line) == state;
    }

  return n;
}

static void
each_unreadable (GListModel *lines,
                 PlnJson    *json)
{
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr(PlnPersonLine) line = g_list_model_get_item (lines, i);

      if (pln_person_line_get_state (line) != PLN_LINE_UNREADABLE)
        continue;
      if (json != NULL)
        pln_json_text (json, NULL, pln_person_line_get_text (line));
      else
        pln_cli_say (_("  line %u: %s\n"), pln_person_line_get_number (line), pln_person_line_get_text (line));
    }
}

static int
report_added (PlnCli     *cli,
              GListModel *lines,
              guint       n_added)
{
  guint already = count_lines (lines, PLN_LINE_ALREADY);
  guint twice = count_lines (lines, PLN_LINE_TWICE);
  guint unreadable = count_lines (lines, PLN_LINE_UNREADABLE);
  PlnJson *json;

  if (cli->json)
    {
      json = pln_json_new ();
      pln_json_number (json, "added", n_added);
      pln_json_number (json, "already", already);
      pln_json_number (json, "twice", twice);
      pln_json_open (json, "unreadable", '[');
      each_unreadable (lines, json);
      return pln_cli_answer (json);
    }

  pln_cli_say (_("%u added"), n_added);
  if (already > 0)
    pln_cli_say (_(", %u already on the list"), already);
  if (twice > 0)
    pln_cli_say (_(", %u twice"), twice);
  if (unreadable > 0)
    pln_cli_say (_(", %u not an address"), unreadable);
  pln_cli_say ("\n");
  each_unreadable (lines, NULL);

  return PLN_CLI_DONE;
}

static int
run_attend (PlnCli  *cli,
            char   **arguments)
{
  int code = PLN_CLI_DONE;
  g_autoptr(PlnGathering) gathering = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) lines = NULL;
  g_autofree char *text = NULL;
  guint n_added;
  GError *error = NULL;

  if (given_from == NULL && arguments[0] == NULL)
    return pln_cli_misuse (cli, "usage", _("Say who attends: addresses, or --from FILE."));
  gathering = pln_cli_open_needed (cli, given_gathering, &code);
  if (gathering == NULL)
    return code;

  text = collect_text (cli, arguments, &error);
  lines = text != NULL ? pln_core_read_people (cli->core, gathering, text, &error) : NULL;
  if (lines == NULL)
    return pln_cli_fail (cli, error);
  if (given_from == NULL && count_lines (lines, PLN_LINE_UNREADABLE) == g_list_model_get_n_items (lines))
    return pln_cli_misuse (cli, "bad-address", _("“%s” is not an e-mail address."), arguments[0]);

  pln_core_add_people_async (cli->core, gathering, lines, NULL, pln_cli_got_cb, &result);
  if (!pln_core_add_people_finish (cli->core, pln_cli_wait (&result), &n_added, &error))
    return pln_cli_fail (cli, error);

  return report_added (cli, lines, n_added);
}

static int
answer (PlnCli       *cli,
        PlnGathering *gathering,
        PlnAttendee  *attendee,
        PlnAnswer     said)
{
  g_autoptr(GPtrArray) one = g_ptr_array_new ();
  g_autoptr(GAsyncResult) result = NULL;
  GError *error = NULL;
  PlnJson *json;

  g_ptr_array_add (one, attendee);
  pln_core_answer_async (cli->core, gathering, one, said, NULL, pln_cli_got_cb, &result);
  if (!pln_core_answer_finish (cli->core, pln_cli_wait (&result), &error))
    return pln_cli_fail (cli, error);
  if (!cli->json)
    {
      say_person (attendee);
      return PLN_CLI_DONE;
    }

  json = pln_json_new ();
  pln_cli_write_person (json, "attendee", attendee);

  return pln_cli_answer (json);
}

static int
run_rsvp (PlnCli  *cli,
          char   **arguments)
{
  int code = PLN_CLI_DONE;
  g_autoptr(PlnGathering) gathering = NULL;
  PlnAttendee *attendee;
  GError *error = NULL;

  if (g_strv_length (arguments) != 2)
    return pln_cli_misuse (cli, "usage", _("Say who answered what: “plenaryctl rsvp --gathering UID ADDRESS accepted”."));
  if (!pln_answer_is_known (arguments[1]))
    return pln_cli_misuse (cli, "usage", _("“%s” is not an answer. Give accepted, tentative, declined or needs-action."),
                           arguments[1]);
  gathering = pln_cli_open_needed (cli, given_gathering, &code);
  if (gathering == NULL)
    return code;

  attendee = pln_cli_find_person (gathering, arguments[0], &error);
  if (attendee == NULL)
    return pln_cli_fail (cli, error);

  return answer (cli, gathering, attendee, pln_answer_parse (arguments[1]));
}

const PlnCliCommand pln_cli_people_commands[] = {
  { "attendees", "--gathering UID", N_("List the people of a gathering"), list_entries, run_attendees },
  { "attend", "--gathering UID ADDRESS…", N_("Add people to a gathering"), attend_entries, run_attend },
  { "rsvp", "--gathering UID ADDRESS-or-ID ANSWER", N_("Set the answer that somebody told"), list_entries, run_rsvp },
  { 0 }
};
