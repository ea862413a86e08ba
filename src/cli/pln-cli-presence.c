/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cli.h"

#include "pln-config.h"
#include "pln-file.h"
#include "pln-id.h"

#include <glib/gi18n.h>

#define MOST_BYTES (16 * 1000 * 1000)

static struct
{
  char     *gathering;
  char     *output;
  char     *file;
  char     *from;
  char     *until;
  char    **roles;
  gboolean  back;
} given;

static const GOptionEntry door_entries[] = {
  { "gathering", 0, 0, G_OPTION_ARG_FILENAME, &given.gathering, N_("The gathering"), N_("UID") },
  { 0 }
};

static const GOptionEntry in_entries[] = {
  { "gathering", 0, 0, G_OPTION_ARG_FILENAME, &given.gathering, N_("The gathering"), N_("UID") },
  { "take-back", 0, 0, G_OPTION_ARG_NONE, &given.back, N_("They were not here after all"), NULL },
  { 0 }
};

static const GOptionEntry presence_entries[] = {
  { "gathering", 0, 0, G_OPTION_ARG_FILENAME, &given.gathering, N_("The gathering"), N_("UID") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given.output, N_("Write a hand-over file for another door"), N_("FILE") },
  { "take-in", 0, 0, G_OPTION_ARG_FILENAME, &given.file, N_("Take in the hand-over file of another door"), N_("FILE") },
  { 0 }
};

static const GOptionEntry expect_entries[] = {
  { "gathering", 0, 0, G_OPTION_ARG_FILENAME, &given.gathering, N_("The gathering"), N_("UID") },
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &given.from, N_("When a person who comes later will be here"), N_("TIME") },
  { "until", 0, 0, G_OPTION_ARG_FILENAME, &given.until, N_("When a person who leaves earlier will be gone"), N_("TIME") },
  { 0 }
};

static const GOptionEntry wish_entries[] = {
  { "gathering", 0, 0, G_OPTION_ARG_FILENAME, &given.gathering, N_("The gathering"), N_("UID") },
  { "role", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.roles, N_("Which role; may stand several times"), N_("ROLE") },
  { 0 }
};

static const char *
nick (GType type,
      int   value)
{
  g_autoptr(GEnumClass) values = g_type_class_ref (type);

  return g_enum_get_value (values, value)->value_nick;
}

static void
write_seen (PlnJson     *json,
            PlnAttendee *attendee)
{
  pln_json_open (json, NULL, '{');
  pln_json_text (json, "id", pln_attendee_get_id (attendee));
  pln_json_text (json, "name", pln_attendee_get_name (attendee));
  pln_json_text (json, "email", pln_attendee_get_email (attendee));
  pln_json_text (json, "presence", nick (PLN_TYPE_PRESENCE, (int) pln_attendee_get_presence (attendee)));
  pln_json_time (json, "came-at", pln_attendee_get_came_at (attendee));
  pln_json_time (json, "left-at", pln_attendee_get_left_at (attendee));
  pln_json_close (json);
}

/* What every command of a door ends with: how many are here. */
static int
report (PlnCli       *cli,
        PlnGathering *gathering,
        gboolean      with_people)
{
  GListModel *attendees = pln_gathering_get_attendees (gathering);
  guint n_going = pln_gathering_get_n_answers (gathering, PLN_ANSWER_ACCEPTED);
  guint n_here = pln_gathering_get_n_here (gathering);
  PlnJson *json;

  if (!cli->json)
    {
      pln_cli_say (ngettext ("%u person is here", "%u people are here", n_here), n_here);
      pln_cli_say (ngettext (", %u is going\n", ", %u are going\n", n_going), n_going);
      for (guint i = 0; with_people && i < g_list_model_get_n_items (attendees); i++)
        {
          g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, i);
          PlnPresence presence = pln_attendee_get_presence (attendee);

          if (presence != PLN_PRESENCE_NONE)
            pln_cli_say (presence == PLN_PRESENCE_HERE ? "  %s\n" : _("  %s (left)\n"),
                         pln_attendee_get_display_name (attendee));
        }
      return PLN_CLI_DONE;
    }

  json = pln_json_new ();
  pln_json_open (json, "presence", '{');
  pln_json_number (json, "here", n_here);
  pln_json_number (json, "came", pln_gathering_get_n_came (gathering));
  pln_json_number (json, "going", n_going);
  pln_json_open (json, "people", '[');
  for (guint i = 0; with_people && i < g_list_model_get_n_items (attendees); i++)
    {
      g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, i);

      if (pln_attendee_get_presence (attendee) != PLN_PRESENCE_NONE)
        write_seen (json, attendee);
    }
  pln_json_close (json);
  pln_json_close (json);

  return pln_cli_answer (json);
}

static int
note (PlnCli      *cli,
      char       **people,
      PlnPresence  presence)
{
  int code = PLN_CLI_DONE;
  g_autoptr(PlnGathering) gathering = NULL;
  g_autoptr(GPtrArray) attendees = g_ptr_array_new ();
  g_autoptr(GAsyncResult) result = NULL;
  GError *error = NULL;

  if (people[0] == NULL)
    return pln_cli_misuse (cli, "usage", _("Say who: addresses or ids, as “plenaryctl attendees” tells."));
  gathering = pln_cli_open_needed (cli, given.gathering, &code);
  if (gathering == NULL)
    return code;

  for (; *people != NULL; people++)
    {
      PlnAttendee *attendee = pln_cli_find_person (gathering, *people, &error);

      if (attendee == NULL)
        return pln_cli_fail (cli, error);
      g_ptr_array_add (attendees, attendee);
    }
  pln_core_set_presence_async (cli->core, gathering, attendees, presence, NULL, pln_cli_got_cb, &result);
  if (!pln_core_set_presence_finish (cli->core, pln_cli_wait (&result), &error))
    return pln_cli_fail (cli, error);

  return report (cli, gathering, FALSE);
}

static int
run_check_in (PlnCli  *cli,
              char   **arguments)
{
  return note (cli, arguments, given.back ? PLN_PRESENCE_NONE : PLN_PRESENCE_HERE);
}

static int
run_check_out (PlnCli  *cli,
               char   **arguments)
{
  return note (cli, arguments, PLN_PRESENCE_LEFT);
}

static int
run_walk_in (PlnCli  *cli,
             char   **arguments)
{
  int code = PLN_CLI_DONE;
  g_autoptr(PlnGathering) gathering = NULL;
  g_autoptr(PlnAttendee) attendee = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *email = NULL;
  GError *error = NULL;

  if (arguments[0] == NULL || arguments[1] != NULL)
    return pln_cli_misuse (cli, "usage", _("Say who came: a name, or “NAME <ADDRESS>”."));
  gathering = pln_cli_open_needed (cli, given.gathering, &code);
  if (gathering == NULL)
    return code;

  id = pln_id_new ();
  attendee = pln_attendee_new (id);
  if (pln_cli_read_person (arguments[0], &name, &email))
    {
      pln_attendee_set_name (attendee, name);
      pln_attendee_set_email (attendee, email);
    }
  else
    pln_attendee_set_name (attendee, arguments[0]);
  pln_core_walk_in_async (cli->core, gathering, attendee, NULL, pln_cli_got_cb, &result);
  if (!pln_core_walk_in_finish (cli->core, pln_cli_wait (&result), &error))
    return pln_cli_fail (cli, error);

  return report (cli, gathering, FALSE);
}

static gboolean
write_hand_over (PlnCli        *cli,
                 PlnGathering  *gathering,
                 GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GBytes) file = NULL;

  pln_core_export_presence_async (cli->core, gathering, NULL, pln_cli_got_cb, &result);
  file = pln_core_export_presence_finish (cli->core, pln_cli_wait (&result), error);

  return file != NULL
         && pln_file_write (given.output, g_bytes_get_data (file, NULL), g_bytes_get_size (file), error);
}

static gboolean
take_hand_over (PlnCli        *cli,
                PlnGathering  *gathering,
                GError       **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (given.file);
  g_autoptr(GBytes) content = pln_file_load (file, MOST_BYTES, NULL, error);
  g_autoptr(GAsyncResult) result = NULL;

  if (content == NULL)
    return FALSE;

  pln_core_import_presence_async (cli->core, gathering, content, NULL, pln_cli_got_cb, &result);

  return pln_core_import_presence_finish (cli->core, pln_cli_wait (&result), NULL, error);
}

static int
run_presence (PlnCli  *cli,
              char   **arguments)
{
  int code = PLN_CLI_DONE;
  g_autoptr(PlnGathering) gathering = pln_cli_open_needed (cli, given.gathering, &code);
  GError *error = NULL;

  if (gathering == NULL)
    return code;
  if ((given.file != NULL && !take_hand_over (cli, gathering, &error))
      || (given.output != NULL && !write_hand_over (cli, gathering, &error)))
    return pln_cli_fail (cli, error);

  return report (cli, gathering, TRUE);
}

static int
save (PlnCli       *cli,
      PlnGathering *gathering,
      PlnAttendee  *before,
      PlnAttendee  *after)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *sentence = g_strdup_printf (_("Saved what %s said."), pln_attendee_get_display_name (after));
  GError *error = NULL;

  pln_core_save_attendee_async (cli->core, gathering, before, after, NULL, pln_cli_got_cb, &result);
  if (!pln_core_save_attendee_finish (cli->core, pln_cli_wait (&result), &error))
    return pln_cli_fail (cli, error);

  return pln_cli_answer_text (cli, "id", pln_attendee_get_id (after), sentence);
}

static PlnAttendee *
find_person (PlnCli        *cli,
             const char    *person,
             PlnGathering **gathering,
             int           *code)
{
  PlnAttendee *attendee = NULL;
  GError *error = NULL;

  *gathering = pln_cli_open_needed (cli, given.gathering, code);
  if (*gathering != NULL)
    attendee = pln_cli_find_person (*gathering, person, &error);
  if (error != NULL)
    *code = pln_cli_fail (cli, error);

  return attendee;
}

/* "" takes a time away. */
static int
read_moment (PlnCli        *cli,
             const char    *text, /* (nullable): not given */
             PlnGathering  *gathering,
             GDateTime    **time)
{
  gboolean is_day = FALSE;

  if (text == NULL)
    return PLN_CLI_DONE;

  g_clear_pointer (time, g_date_time_unref);
  if (*text == '\0'
      || (pln_cli_read_time (text, pln_gathering_get_zone (gathering), time, &is_day) && !is_day))
    return PLN_CLI_DONE;

  return pln_cli_misuse (cli, "bad-time", _("“%s” is not a time. Give one such as 2026-12-01T18:00."), text);
}

static int
run_expect (PlnCli  *cli,
            char   **arguments)
{
  int code = PLN_CLI_DONE;
  g_autoptr(PlnGathering) gathering = NULL;
  g_autoptr(PlnAttendee) before = NULL;
  g_autoptr(PlnAttendee) after = NULL;
  g_autoptr(GDateTime) from = NULL;
  g_autoptr(GDateTime) until = NULL;
  PlnAttendee *attendee;

  if (arguments[0] == NULL || arguments[1] != NULL || (given.from == NULL && given.until == NULL))
    return pln_cli_misuse (cli, "usage", _("Say who is here from or until when: “plenaryctl expect PERSON --from TIME”."));
  attendee = find_person (cli, arguments[0], &gathering, &code);
  if (attendee == NULL)
    return code;

  before = pln_attendee_copy (attendee);
  after = pln_attendee_copy (attendee);
  from = pln_attendee_get_expected_from (attendee) != NULL
         ? g_date_time_ref (pln_attendee_get_expected_from (attendee)) : NULL;
  until = pln_attendee_get_expected_until (attendee) != NULL
          ? g_date_time_ref (pln_attendee_get_expected_until (attendee)) : NULL;
  code = read_moment (cli, given.from, gathering, &from);
  if (code == PLN_CLI_DONE)
    code = read_moment (cli, given.until, gathering, &until);
  if (code != PLN_CLI_DONE)
    return code;
  pln_attendee_set_expected (after, from, until);

  return save (cli, gathering, before, after);
}

static int
read_roles (PlnCli *cli,
            guint  *roles)
{
  PlnGroupRole role;

  *roles = 0;
  for (char **at = given.roles; at != NULL && *at != NULL; at++)
    {
      if (!pln_group_role_parse (*at, &role) || role == PLN_GROUP_ROLE_NONE)
        return pln_cli_misuse (cli, "usage",
                               _("“%s” is not a role. Give facilitator, note-taker, timekeeper, reporter or buddy."), *at);
      *roles |= PLN_GROUP_ROLE_BIT (role);
    }

  return PLN_CLI_DONE;
}

static int
run_wish (PlnCli  *cli,
          char   **arguments)
{
  int code = PLN_CLI_DONE;
  g_autoptr(GEnumClass) values = g_type_class_ref (PLN_TYPE_ROLE_WISH);
  GEnumValue *value;
  g_autoptr(PlnGathering) gathering = NULL;
  g_autoptr(PlnAttendee) before = NULL;
  g_autoptr(PlnAttendee) after = NULL;
  PlnAttendee *attendee;
  guint roles;

  if (g_strv_length (arguments) != 2)
    return pln_cli_misuse (cli, "usage", _("Say who wishes what: “plenaryctl wish PERSON happy-to --role note-taker”."));
  value = g_enum_get_value_by_nick (values, arguments[1]);
  if (value == NULL)
    return pln_cli_misuse (cli, "usage", _("“%s” is not a wish. Give happy-to, with-a-buddy, not-today or unknown."),
                           arguments[1]);
  code = read_roles (cli, &roles);
  attendee = code == PLN_CLI_DONE ? find_person (cli, arguments[0], &gathering, &code) : NULL;
  if (attendee == NULL)
    return code;

  before = pln_attendee_copy (attendee);
  after = pln_attendee_copy (attendee);
  pln_attendee_set_role_wish (after, (PlnRoleWish) value->value, roles);

  return save (cli, gathering, before, after);
}

const PlnCliCommand pln_cli_presence_commands[] = {
  { "presence", "--gathering UID", N_("List who is here, or hand that over to another door"), presence_entries, run_presence },
  { "check-in", "--gathering UID PERSON…", N_("Note that people are here"), in_entries, run_check_in },
  { "check-out", "--gathering UID PERSON…", N_("Note that people left"), door_entries, run_check_out },
  { "walk-in", "--gathering UID NAME", N_("Add somebody who just came in"), door_entries, run_walk_in },
  { "expect", "--gathering UID PERSON", N_("Note that somebody comes later or leaves earlier"), expect_entries, run_expect },
  { "wish", "--gathering UID PERSON WISH", N_("Note what somebody said about roles in groups"), wish_entries, run_wish },
  { 0 }
};
