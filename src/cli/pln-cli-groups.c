/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cli.h"

#include "pln-config.h"
#include "pln-twice.h"

#include <glib/gi18n.h>

#define NOWHERE "none" /* takes a person out of the groups */

static struct
{
  char     *gathering;
  char     *round;
  char     *topic;
  char     *question;
  char     *room;
  char     *chairs;
  char     *role;
  gboolean  lock;
  gboolean  unlock;
} given;

#define WHERE \
  { "gathering", 0, 0, G_OPTION_ARG_FILENAME, &given.gathering, N_("The gathering"), N_("UID") }, \
  { "round", 0, 0, G_OPTION_ARG_FILENAME, &given.round, N_("The round: its UID or number"), N_("ROUND") }

#define LOCKS(lock_words, unlock_words) \
  { "lock", 0, 0, G_OPTION_ARG_NONE, &given.lock, lock_words, NULL }, \
  { "unlock", 0, 0, G_OPTION_ARG_NONE, &given.unlock, unlock_words, NULL }

static const GOptionEntry list_entries[] = {
  WHERE,
  { 0 }
};

static const GOptionEntry edit_entries[] = {
  WHERE,
  { "topic", 0, 0, G_OPTION_ARG_FILENAME, &given.topic, N_("What it talks about"), N_("TEXT") },
  { "question", 0, 0, G_OPTION_ARG_FILENAME, &given.question, N_("What it is asked"), N_("TEXT") },
  { "room", 0, 0, G_OPTION_ARG_FILENAME, &given.room, N_("Where it sits, such as “Room 1, table 2”"), N_("NAME") },
  { "chairs", 0, 0, G_OPTION_ARG_FILENAME, &given.chairs, N_("How many can sit there"), N_("NUMBER") },
  LOCKS (N_("Leave its places as they are"), N_("Let its places be mixed")),
  { 0 }
};

static const GOptionEntry place_entries[] = {
  WHERE,
  { "role", 0, 0, G_OPTION_ARG_FILENAME, &given.role,
    N_("facilitator, note-taker, timekeeper, reporter, buddy or none"), N_("ROLE") },
  LOCKS (N_("Leave the place as it is"), N_("Let the place be mixed")),
  { 0 }
};

static void
write_places (PlnJson      *json,
              PlnGathering *gathering,
              PlnGroup     *group)
{
  GPtrArray *places = pln_group_get_places (group);

  pln_json_open (json, "people", '[');
  for (guint i = 0; i < places->len; i++)
    {
      const PlnPlace *place = g_ptr_array_index (places, i);
      PlnAttendee *attendee = pln_gathering_find_attendee (gathering, place->person);

      if (attendee == NULL)
        continue;
      pln_json_open (json, NULL, '{');
      pln_json_text (json, "id", place->person);
      pln_json_text (json, "name", pln_attendee_get_name (attendee));
      pln_json_text (json, "email", pln_attendee_get_email (attendee));
      pln_json_text (json, "answer", pln_answer_store (pln_attendee_get_answer (attendee)));
      pln_json_text (json, "role", pln_group_role_store (place->role));
      pln_json_truth (json, "locked", place->locked);
      pln_json_close (json);
    }
  pln_json_close (json);
}

static void
write_group (PlnJson      *json,
             PlnGathering *gathering,
             PlnGroup     *group)
{
  pln_json_open (json, NULL, '{');
  pln_json_text (json, "uid", pln_group_get_uid (group));
  pln_json_text (json, "round", pln_group_get_round (group));
  pln_json_number (json, "number", pln_group_get_number (group));
  pln_json_text (json, "topic", pln_group_get_topic (group));
  pln_json_text (json, "question", pln_group_get_question (group));
  pln_json_text (json, "room", pln_group_get_room (group));
  pln_json_number (json, "chairs", pln_group_get_chairs (group));
  pln_json_truth (json, "locked", pln_group_get_locked (group));
  write_places (json, gathering, group);
  pln_json_close (json);
}

static const char *
role_in_words (PlnGroupRole role)
{
  static const char *const words[PLN_N_GROUP_ROLES] = {
    [PLN_GROUP_ROLE_NONE] = "",
    [PLN_GROUP_ROLE_FACILITATOR] = N_(" (facilitator)"),
    [PLN_GROUP_ROLE_NOTE_TAKER] = N_(" (note-taker)"),
    [PLN_GROUP_ROLE_TIMEKEEPER] = N_(" (timekeeper)"),
    [PLN_GROUP_ROLE_REPORTER] = N_(" (reporter)"),
    [PLN_GROUP_ROLE_BUDDY] = N_(" (buddy)"),
  };

  return role != PLN_GROUP_ROLE_NONE ? _(words[role]) : "";
}

static void
say_group (PlnGathering *gathering,
           PlnGroup     *group)
{
  GPtrArray *places = pln_group_get_places (group);

  pln_cli_say (_("  Group %u"), pln_group_get_number (group));
  if (*pln_group_get_topic (group) != '\0')
    pln_cli_say (": %s", pln_group_get_topic (group));
  if (*pln_group_get_room (group) != '\0')
    pln_cli_say (", %s", pln_group_get_room (group));
  if (pln_group_get_locked (group))
    pln_cli_say (_(", locked"));
  pln_cli_say ("\n    %s\n", pln_group_get_uid (group));
  for (guint i = 0; i < places->len; i++)
    {
      const PlnPlace *place = g_ptr_array_index (places, i);
      PlnAttendee *attendee = pln_gathering_find_attendee (gathering, place->person);

      if (attendee != NULL)
        pln_cli_say ("      %s%s\n", pln_attendee_get_display_name (attendee), role_in_words (place->role));
    }
}

static void
write_twice (PlnJson      *json,
             PlnGathering *gathering,
             PlnRound     *only)
{
  g_autoptr(GPtrArray) list = pln_twice_list (gathering);

  pln_json_open (json, "twice", '[');
  for (guint i = 0; i < list->len; i++)
    {
      const PlnTwice *twice = g_ptr_array_index (list, i);

      if (only != NULL && only != twice->round)
        continue;
      pln_json_open (json, NULL, '{');
      pln_json_text (json, "id", twice->person);
      pln_json_text (json, "round", pln_round_get_uid (twice->round));
      pln_json_open (json, "groups", '[');
      for (guint j = 0; j < twice->groups->len; j++)
        pln_json_number (json, NULL, pln_group_get_number (twice->groups->pdata[j]));
      pln_json_close (json);
      pln_json_close (json);
    }
  pln_json_close (json);
}

/* Who sits in several of its groups: one of the places is to go. */
static void
say_twice (PlnGathering *gathering,
           PlnRound     *round)
{
  g_autoptr(GPtrArray) list = pln_twice_list (gathering);

  for (guint i = 0; i < list->len; i++)
    {
      const PlnTwice *twice = g_ptr_array_index (list, i);
      g_autofree char *words = twice->round == round ? pln_twice_words (gathering, twice) : NULL;

      if (words != NULL)
        /* Translators: somebody sits in two groups; “place” is a command. */
        pln_cli_say (_("  %s Say “place” to keep one of them.\n"), words);
    }
}

static void
list_round (PlnJson      *json,
            PlnGathering *gathering,
            PlnRound     *round)
{
  GListModel *groups = pln_round_get_groups (round);

  if (json == NULL)
    {
      pln_cli_say ("%s\n", pln_round_get_title (round));
      say_twice (gathering, round);
    }
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(PlnGroup) group = g_list_model_get_item (groups, i);

      if (json != NULL)
        write_group (json, gathering, group);
      else
        say_group (gathering, group);
    }
}

static int
run_groups (PlnCli  *cli,
            char   **arguments)
{
  int code = PLN_CLI_DONE;
  g_autoptr(PlnGathering) gathering = pln_cli_open_needed (cli, given.gathering, &code);
  GListModel *rounds;
  PlnRound *only = NULL;
  PlnJson *json = NULL;
  GError *error = NULL;

  if (gathering == NULL)
    return code;
  if (given.round != NULL)
    only = pln_cli_find_round (gathering, given.round, &error);
  if (error != NULL)
    return pln_cli_fail (cli, error);

  rounds = pln_gathering_get_rounds (gathering);
  if (cli->json)
    {
      json = pln_json_new ();
      pln_json_open (json, "groups", '[');
    }
  else if (g_list_model_get_n_items (rounds) == 0)
    pln_cli_say (_("“%s” has no rounds.\n"), pln_gathering_get_title (gathering));
  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);

      if (only == NULL || only == round)
        list_round (json, gathering, round);
    }

  if (json == NULL)
    return PLN_CLI_DONE;

  pln_json_close (json);
  write_twice (json, gathering, only);

  return pln_cli_answer (json);
}

static int
apply_fields (PlnCli   *cli,
              PlnGroup *group)
{
  guint chairs = 0;

  if (given.lock && given.unlock)
    return pln_cli_misuse (cli, "usage", _("Say either --lock or --unlock."));
  if (given.chairs != NULL && (!pln_cli_read_count (given.chairs, &chairs) || chairs > PLN_GROUP_MAX_CHAIRS))
    return pln_cli_misuse (cli, "usage", _("“%s” is not a number of chairs. Give one such as 6."), given.chairs);

  if (given.topic != NULL)
    pln_group_set_topic (group, given.topic);
  if (given.question != NULL)
    pln_group_set_question (group, given.question);
  if (given.room != NULL)
    pln_group_set_room (group, given.room);
  if (given.chairs != NULL)
    pln_group_set_chairs (group, chairs);
  if (given.lock || given.unlock)
    pln_group_set_locked (group, given.lock);

  return PLN_CLI_DONE;
}

static int
save (PlnCli       *cli,
      PlnGathering *gathering,
      PlnGroup     *before,
      PlnGroup     *after)
{
  PlnGroup *group = after != NULL ? after : before;
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *sentence = NULL;
  guint number = pln_group_get_number (group);
  GError *error = NULL;

  pln_core_save_group_async (cli->core, gathering, before, after, NULL, pln_cli_got_cb, &result);
  if (!pln_core_save_group_finish (cli->core, pln_cli_wait (&result), &error))
    return pln_cli_fail (cli, error);

  if (before == NULL)
    sentence = g_strdup_printf (_("Made group %u: %s"), number, pln_group_get_uid (group));
  else if (after == NULL)
    sentence = g_strdup_printf (_("Group %u lies in the bin for 30 days. “plenaryctl undo” brings it back."), number);
  else
    sentence = g_strdup_printf (_("Saved group %u: %s"), number, pln_group_get_uid (group));

  return pln_cli_answer_text (cli, after != NULL ? "uid" : "deleted", pln_group_get_uid (group), sentence);
}

static int
run_new (PlnCli  *cli,
         char   **arguments)
{
  int code = PLN_CLI_DONE;
  g_autoptr(PlnGathering) gathering = NULL;
  g_autoptr(PlnGroup) group = NULL;
  PlnRound *round;
  GError *error = NULL;

  if (given.round == NULL)
    return pln_cli_misuse (cli, "usage", _("A new group needs --gathering and --round."));
  gathering = pln_cli_open_needed (cli, given.gathering, &code);
  if (gathering == NULL)
    return code;

  round = pln_cli_find_round (gathering, given.round, &error);
  if (round == NULL)
    return pln_cli_fail (cli, error);
  group = pln_core_draft_group (cli->core, round);
  code = apply_fields (cli, group);

  return code == PLN_CLI_DONE ? save (cli, gathering, NULL, group) : code;
}

static gboolean
has_group (PlnGathering *gathering,
           const char   *uid)
{
  return pln_gathering_find_group (gathering, uid) != NULL;
}

/* A group by its UID or, with --gathering and --round, by its number. */
static PlnGroup *
find_group (PlnCli        *cli,
            const char    *text,
            PlnGathering **gathering,
            int           *code)
{
  PlnRound *round = NULL;
  PlnGroup *group = NULL;
  GError *error = NULL;

  *gathering = pln_cli_find_with (cli, given.gathering, has_group, text, &error);
  if (*gathering != NULL && given.round != NULL)
    round = pln_cli_find_round (*gathering, given.round, &error);
  if (*gathering != NULL && error == NULL)
    group = pln_cli_find_group (*gathering, round, text, &error);
  else if (error == NULL)
    g_set_error (&error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                 _("There is no group “%s”. It may lie in the bin."), text);
  if (error != NULL)
    *code = pln_cli_fail (cli, error);

  return group;
}

static PlnGroup *
find_only (PlnCli        *cli,
           char         **arguments,
           PlnGathering **gathering,
           int           *code)
{
  if (arguments[0] != NULL && arguments[1] == NULL)
    return find_group (cli, arguments[0], gathering, code);

  *code = pln_cli_misuse (cli, "usage", _("Say which group: its UID, as “plenaryctl groups” tells."));

  return NULL;
}

static int
run_edit (PlnCli  *cli,
          char   **arguments)
{
  int code = PLN_CLI_DONE;
  g_autoptr(PlnGathering) gathering = NULL;
  PlnGroup *group = find_only (cli, arguments, &gathering, &code);
  g_autoptr(PlnGroup) before = NULL;
  g_autoptr(PlnGroup) after = NULL;

  if (group == NULL)
    return code;

  before = pln_group_copy (group);
  after = pln_group_copy (group);
  code = apply_fields (cli, after);

  return code == PLN_CLI_DONE ? save (cli, gathering, before, after) : code;
}

static int
run_delete (PlnCli  *cli,
            char   **arguments)
{
  int code = PLN_CLI_DONE;
  g_autoptr(PlnGathering) gathering = NULL;
  PlnGroup *group = find_only (cli, arguments, &gathering, &code);
  g_autoptr(PlnGroup) before = group != NULL ? pln_group_copy (group) : NULL;

  return before != NULL ? save (cli, gathering, before, NULL) : code;
}

/* Where people go: a group, or nowhere in a round. */
static PlnRound *
find_target (PlnCli        *cli,
             const char    *text,
             PlnGathering **gathering,
             PlnGroup     **group,
             int           *code)
{
  PlnRound *round = NULL;
  GError *error = NULL;

  if (!g_str_equal (text, NOWHERE))
    {
      *group = find_group (cli, text, gathering, code);
      return *group != NULL ? pln_gathering_find_round (*gathering, pln_group_get_round (*group)) : NULL;
    }
  if (given.round == NULL)
    {
      *code = pln_cli_misuse (cli, "usage", _("Say of which round: --round ROUND."));
      return NULL;
    }

  *gathering = pln_cli_open_needed (cli, given.gathering, code);
  round = *gathering != NULL ? pln_cli_find_round (*gathering, given.round, &error) : NULL;
  if (error != NULL)
    *code = pln_cli_fail (cli, error);

  return round;
}

/* What is not said stays: the role, and whether the place is locked, of who is
 * in the group already. */
static PlnMove *
move_of (PlnRound     *round,
         PlnGroup     *group,
         const char   *person,
         PlnGroupRole  role)
{
  const PlnPlace *place = group != NULL ? pln_group_get_place (group, person) : NULL;
  PlnGroupRole as = given.role != NULL ? role : place != NULL ? place->role : PLN_GROUP_ROLE_NONE;
  gboolean locked = given.lock || (!given.unlock && place != NULL && place->locked);

  return pln_move_new (pln_round_get_uid (round), group != NULL ? pln_group_get_uid (group) : NULL, person, as, locked);
}

static int
place (PlnCli       *cli,
       PlnGathering *gathering,
       PlnGroup     *group,
       GPtrArray    *moves)
{
  g_autoptr(GAsyncResult) result = NULL;
  GError *error = NULL;
  PlnJson *json;

  pln_core_place_people_async (cli->core, gathering, moves, NULL, pln_cli_got_cb, &result);
  if (!pln_core_place_people_finish (cli->core, pln_cli_wait (&result), &error))
    return pln_cli_fail (cli, error);

  if (cli->json)
    {
      json = pln_json_new ();
      pln_json_number (json, "placed", moves->len);
      pln_json_text (json, "group", group != NULL ? pln_group_get_uid (group) : "");
      return pln_cli_answer (json);
    }
  if (group != NULL)
    pln_cli_say (ngettext ("%u person sits in group %u.\n", "%u people sit in group %u.\n", moves->len),
                 moves->len, pln_group_get_number (group));
  else
    pln_cli_say (ngettext ("%u person sits in no group.\n", "%u people sit in no group.\n", moves->len), moves->len);

  return PLN_CLI_DONE;
}

static int
run_place (PlnCli  *cli,
           char   **arguments)
{
  int code = PLN_CLI_DONE;
  guint n = g_strv_length (arguments);
  g_autoptr(PlnGathering) gathering = NULL;
  g_autoptr(GPtrArray) moves = pln_moves_new ();
  PlnGroupRole role = PLN_GROUP_ROLE_NONE;
  PlnGroup *group = NULL;
  PlnRound *round;
  GError *error = NULL;

  if (n < 2)
    return pln_cli_misuse (cli, "usage", _("Say who sits in which group: “plenaryctl place PERSON… GROUP”."));
  if (given.role != NULL && !pln_group_role_parse (given.role, &role))
    return pln_cli_misuse (cli, "usage",
                           _("“%s” is not a role. Give facilitator, note-taker, timekeeper, reporter, buddy or none."),
                           given.role);
  if (given.lock && given.unlock)
    return pln_cli_misuse (cli, "usage", _("Say either --lock or --unlock."));
  round = find_target (cli, arguments[n - 1], &gathering, &group, &code);
  if (round == NULL)
    return code;

  for (guint i = 0; i + 1 < n; i++)
    {
      PlnAttendee *attendee = pln_cli_find_person (gathering, arguments[i], &error);

      if (attendee == NULL)
        return pln_cli_fail (cli, error);
      g_ptr_array_add (moves, move_of (round, group, pln_attendee_get_id (attendee), role));
    }

  return place (cli, gathering, group, moves);
}

const PlnCliCommand pln_cli_group_commands[] = {
  { "groups", "--gathering UID", N_("List who sits in which group"), list_entries, run_groups },
  { "group new", "--gathering UID --round ROUND", N_("Add a group to a round"), edit_entries, run_new },
  { "group edit", "UID", N_("Change a group"), edit_entries, run_edit },
  { "group delete", "UID", N_("Put a group, with its notes, into the bin"), list_entries, run_delete },
  { "place", "PERSON… GROUP", N_("Let people sit in a group"), place_entries, run_place },
  { 0 }
};
