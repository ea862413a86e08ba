/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cli.h"

#include "pln-address.h"
#include "pln-clashes.h"
#include "pln-config.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

#define USUAL_MINUTES 30

static struct
{
  char  *gathering;
  char  *title;
  char  *start;
  char  *duration;
  char  *room;
  char  *track;
  char  *description;
  char  *url;
  char  *status;
  char **speakers;
} given;

static const GOptionEntry list_entries[] = {
  { "gathering", 0, 0, G_OPTION_ARG_FILENAME, &given.gathering, N_("The gathering"), N_("UID") },
  { 0 }
};

static const GOptionEntry entries[] = {
  { "gathering", 0, 0, G_OPTION_ARG_FILENAME, &given.gathering, N_("The gathering"), N_("UID") },
  { "title", 0, 0, G_OPTION_ARG_FILENAME, &given.title, N_("What it is called"), N_("TITLE") },
  { "start", 0, 0, G_OPTION_ARG_FILENAME, &given.start,
    N_("When it begins, such as 2026-12-01T18:00"), N_("TIME") },
  { "duration", 0, 0, G_OPTION_ARG_FILENAME, &given.duration, N_("How long it is, such as PT45M"), N_("LENGTH") },
  { "room", 0, 0, G_OPTION_ARG_FILENAME, &given.room, N_("The room"), N_("NAME") },
  { "track", 0, 0, G_OPTION_ARG_FILENAME, &given.track, N_("The strand of the programme"), N_("NAME") },
  { "description", 0, 0, G_OPTION_ARG_FILENAME, &given.description, N_("What it is about"), N_("TEXT") },
  { "url", 0, 0, G_OPTION_ARG_FILENAME, &given.url, N_("The address of its page"), N_("URL") },
  { "status", 0, 0, G_OPTION_ARG_FILENAME, &given.status, N_("published, draft or cancelled"), N_("STATUS") },
  { "speaker", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.speakers,
    N_("Who speaks; may stand several times"), N_("“NAME <ADDRESS>”") },
  { 0 }
};

static const char *
status_word (PlnSession *session)
{
  g_autoptr(GEnumClass) values = g_type_class_ref (PLN_TYPE_SESSION_STATUS);

  return g_enum_get_value (values, (int) pln_session_get_status (session))->value_nick;
}

static void
write_session (PlnJson    *json,
               PlnSession *session)
{
  pln_json_open (json, NULL, '{');
  pln_json_text (json, "uid", pln_session_get_uid (session));
  pln_json_text (json, "title", pln_session_get_title (session));
  pln_json_time (json, "start", pln_session_get_start (session));
  pln_json_time (json, "end", pln_session_get_end (session));
  pln_json_text (json, "zone", pln_session_get_zone (session));
  pln_json_text (json, "room", pln_session_get_room (session));
  pln_json_text (json, "track", pln_session_get_track (session));
  pln_json_texts (json, "speakers", pln_session_get_speakers (session));
  pln_json_truth (json, "break", pln_session_get_is_break (session));
  pln_json_text (json, "status", status_word (session));
  pln_json_text (json, "url", pln_session_get_url (session));
  pln_json_text (json, "description", pln_session_get_description (session));
  pln_json_close (json);
}

static void
say_session (PlnSession *session)
{
  g_autofree char *speakers = g_strjoinv (", ", (char **) pln_session_get_speakers (session));
  g_autofree char *times = pln_session_get_start (session) != NULL
                           ? pln_when_words_times (pln_session_get_start (session), pln_session_get_end (session))
                           : g_strdup (_("No time yet"));

  pln_cli_say ("%s  %s", times, pln_session_get_title (session));
  if (*pln_session_get_room (session) != '\0')
    pln_cli_say (", %s", pln_session_get_room (session));
  if (*speakers != '\0')
    pln_cli_say (" (%s)", speakers);
  if (pln_session_get_status (session) == PLN_SESSION_DRAFT)
    pln_cli_say (_(", draft"));
  else if (pln_session_get_status (session) == PLN_SESSION_CANCELLED)
    pln_cli_say (_(", cancelled"));
  pln_cli_say ("\n    %s\n", pln_session_get_uid (session));
}

static int
run_sessions (PlnCli  *cli,
              char   **arguments)
{
  int code = PLN_CLI_DONE;
  g_autoptr(PlnGathering) gathering = pln_cli_open_needed (cli, given.gathering, &code);
  GListModel *sessions;
  PlnJson *json = NULL;

  if (gathering == NULL)
    return code;

  sessions = pln_gathering_get_sessions (gathering);
  if (cli->json)
    {
      json = pln_json_new ();
      pln_json_open (json, "sessions", '[');
    }
  else if (g_list_model_get_n_items (sessions) == 0)
    pln_cli_say (_("“%s” has no sessions.\n"), pln_gathering_get_title (gathering));
  for (guint i = 0; i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr(PlnSession) session = g_list_model_get_item (sessions, i);

      if (json != NULL)
        write_session (json, session);
      else
        say_session (session);
    }

  return json != NULL ? pln_cli_answer (json) : PLN_CLI_DONE;
}

static void
write_place (PlnJson    *json,
             PlnSession *session)
{
  pln_json_open (json, NULL, '{');
  pln_json_text (json, "uid", pln_session_get_uid (session));
  pln_json_text (json, "title", pln_session_get_title (session));
  pln_json_text (json, "room", pln_session_get_room (session));
  pln_json_time (json, "start", pln_session_get_start (session));
  pln_json_time (json, "end", pln_session_get_end (session));
  pln_json_text (json, "zone", pln_session_get_zone (session));
  pln_json_close (json);
}

static void
write_clash (PlnJson  *json,
             PlnClash *clash)
{
  g_autoptr(GEnumClass) kinds = g_type_class_ref (PLN_TYPE_CLASH_KIND);

  pln_json_open (json, NULL, '{');
  pln_json_text (json, "kind", g_enum_get_value (kinds, (int) clash->kind)->value_nick);
  pln_json_text (json, "sentence", clash->sentence);
  pln_json_texts (json, "people", (const char *const *) clash->people);
  pln_json_time (json, "start", clash->start);
  pln_json_time (json, "end", clash->end);
  pln_json_text (json, "zone", pln_session_get_zone (clash->one));
  pln_json_open (json, "sessions", '[');
  write_place (json, clash->one);
  if (clash->two != NULL)
    write_place (json, clash->two);
  pln_json_close (json);
  pln_json_close (json);
}

static int
run_clashes (PlnCli  *cli,
             char   **arguments)
{
  int code = PLN_CLI_DONE;
  g_autoptr(PlnGathering) gathering = pln_cli_open_needed (cli, given.gathering, &code);
  g_autoptr(GPtrArray) clashes = NULL;
  PlnJson *json = NULL;

  if (gathering == NULL)
    return code;

  clashes = pln_clashes_find (gathering);
  if (cli->json)
    {
      json = pln_json_new ();
      pln_json_open (json, "clashes", '[');
    }
  else if (clashes->len == 0)
    pln_cli_say (_("Nothing clashes in “%s”.\n"), pln_gathering_get_title (gathering));
  for (guint i = 0; i < clashes->len; i++)
    {
      PlnClash *clash = g_ptr_array_index (clashes, i);

      if (json != NULL)
        write_clash (json, clash);
      else
        pln_cli_say ("%s\n", clash->sentence);
    }

  return json != NULL ? pln_cli_answer (json) : PLN_CLI_DONE;
}

static int
apply_times (PlnCli       *cli,
             PlnGathering *gathering,
             PlnSession   *session)
{
  const char *zone = pln_gathering_get_zone (gathering);
  GDateTime *old_start = pln_session_get_start (session);
  GDateTime *old_end = pln_session_get_end (session);
  guint minutes = old_start != NULL && old_end != NULL
                  ? (guint) (g_date_time_difference (old_end, old_start) / G_TIME_SPAN_MINUTE) : USUAL_MINUTES;
  g_autoptr(GDateTime) start = NULL;
  g_autoptr(GDateTime) end = NULL;
  gboolean is_day = FALSE;

  if (given.start == NULL && given.duration == NULL)
    return PLN_CLI_DONE;
  if (given.start != NULL && (!pln_cli_read_time (given.start, zone, &start, &is_day) || is_day))
    return pln_cli_misuse (cli, "bad-time", _("“%s” is not a time. Give one such as 2026-12-01T18:00."), given.start);
  if (given.duration != NULL && !pln_cli_read_length (given.duration, &minutes))
    return pln_cli_misuse (cli, "bad-time", _("“%s” is not a length. Give one such as PT2H or PT90M."), given.duration);
  if (start == NULL && old_start == NULL)
    return pln_cli_misuse (cli, "bad-time", _("A session without a start has no length. Give --start too."));

  if (start == NULL)
    start = g_date_time_ref (old_start);
  end = g_date_time_add_minutes (start, (int) minutes);
  pln_session_set_times (session, start, end, given.start != NULL ? zone : pln_session_get_zone (session), FALSE);

  return PLN_CLI_DONE;
}

static int
apply_status (PlnCli     *cli,
              PlnSession *session)
{
  g_autoptr(GEnumClass) values = g_type_class_ref (PLN_TYPE_SESSION_STATUS);
  GEnumValue *value = given.status != NULL ? g_enum_get_value_by_nick (values, given.status) : NULL;
  g_autofree char *host = given.url != NULL && *given.url != '\0' ? pln_address_web_host (given.url) : g_strdup ("");

  if (given.status != NULL && value == NULL)
    return pln_cli_misuse (cli, "usage", _("“%s” is not a status. Give published, draft or cancelled."), given.status);
  if (host == NULL)
    return pln_cli_misuse (cli, "bad-url", _("“%s” is not a web address. Give one that begins with https://."), given.url);

  if (value != NULL)
    pln_session_set_status (session, (PlnSessionStatus) value->value);
  if (given.url != NULL)
    pln_session_set_url (session, given.url);

  return PLN_CLI_DONE;
}

static void
apply_texts (PlnSession *session)
{
  if (given.title != NULL)
    pln_session_set_title (session, given.title);
  if (given.room != NULL)
    pln_session_set_room (session, given.room);
  if (given.track != NULL)
    pln_session_set_track (session, given.track);
  if (given.description != NULL)
    pln_session_set_description (session, given.description);
  if (given.speakers != NULL)
    pln_session_set_speakers (session, (const char *const *) given.speakers);
}

/* Saves, or deletes, and answers with the UID. */
static int
save (PlnCli       *cli,
      PlnGathering *gathering,
      PlnSession   *before,
      PlnSession   *after)
{
  PlnSession *session = after != NULL ? after : before;
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *sentence = NULL;
  GError *error = NULL;

  pln_core_save_session_async (cli->core, gathering, before, after, NULL, pln_cli_got_cb, &result);
  if (!pln_core_save_session_finish (cli->core, pln_cli_wait (&result), &error))
    return pln_cli_fail (cli, error);

  if (before == NULL)
    sentence = g_strdup_printf (_("Made “%s”: %s"), pln_session_get_title (session), pln_session_get_uid (session));
  else if (after == NULL)
    sentence = g_strdup_printf (_("“%s” lies in the bin for 30 days. “plenaryctl undo” brings it back."),
                                pln_session_get_title (session));
  else
    sentence = g_strdup_printf (_("Saved “%s”: %s"), pln_session_get_title (session), pln_session_get_uid (session));

  return pln_cli_answer_text (cli, after != NULL ? "uid" : "deleted", pln_session_get_uid (session), sentence);
}

static int
run_new (PlnCli  *cli,
         char   **arguments)
{
  int code = PLN_CLI_DONE;
  g_autoptr(PlnGathering) gathering = NULL;
  g_autoptr(PlnSession) session = NULL;

  if (given.title == NULL)
    return pln_cli_misuse (cli, "usage", _("A new session needs --gathering and --title."));
  gathering = pln_cli_open_needed (cli, given.gathering, &code);
  if (gathering == NULL)
    return code;

  session = pln_core_draft_session (cli->core, gathering);
  code = apply_times (cli, gathering, session);
  if (code == PLN_CLI_DONE)
    code = apply_status (cli, session);
  if (code != PLN_CLI_DONE)
    return code;
  apply_texts (session);

  return save (cli, gathering, NULL, session);
}

static gboolean
has_session (PlnGathering *gathering,
             const char   *uid)
{
  return pln_gathering_find_session (gathering, uid) != NULL;
}

/* Finds the session that stands as the only argument. */
static PlnSession *
find_session (PlnCli        *cli,
              char         **arguments,
              PlnGathering **gathering,
              int           *code)
{
  PlnSession *session;
  GError *error = NULL;

  if (arguments[0] == NULL || arguments[1] != NULL)
    {
      *code = pln_cli_misuse (cli, "usage", _("Say which session: its UID, as “plenaryctl sessions” tells."));
      return NULL;
    }

  *gathering = pln_cli_find_with (cli, given.gathering, has_session, arguments[0], &error);
  session = *gathering != NULL ? pln_gathering_find_session (*gathering, arguments[0]) : NULL;
  if (session == NULL && error == NULL)
    g_set_error (&error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                 _("There is no session “%s”. It may lie in the bin."), arguments[0]);
  if (error != NULL)
    *code = pln_cli_fail (cli, error);

  return session;
}

static int
run_edit (PlnCli  *cli,
          char   **arguments)
{
  int code = PLN_CLI_DONE;
  g_autoptr(PlnGathering) gathering = NULL;
  PlnSession *session = find_session (cli, arguments, &gathering, &code);
  g_autoptr(PlnSession) before = NULL;
  g_autoptr(PlnSession) after = NULL;

  if (session == NULL)
    return code;

  before = pln_session_copy (session);
  after = pln_session_copy (session);
  code = apply_times (cli, gathering, after);
  if (code == PLN_CLI_DONE)
    code = apply_status (cli, after);
  if (code != PLN_CLI_DONE)
    return code;
  apply_texts (after);

  return save (cli, gathering, before, after);
}

static int
run_delete (PlnCli  *cli,
            char   **arguments)
{
  int code = PLN_CLI_DONE;
  g_autoptr(PlnGathering) gathering = NULL;
  PlnSession *session = find_session (cli, arguments, &gathering, &code);
  g_autoptr(PlnSession) before = NULL;

  if (session == NULL)
    return code;

  before = pln_session_copy (session);

  return save (cli, gathering, before, NULL);
}

const PlnCliCommand pln_cli_session_commands[] = {
  { "sessions", "--gathering UID", N_("List the programme of a gathering"), list_entries, run_sessions },
  { "clashes", "--gathering UID", N_("List what clashes in the programme of a gathering"), list_entries, run_clashes },
  { "session new", "--gathering UID --title TITLE", N_("Add a session"), entries, run_new },
  { "session edit", "UID", N_("Change a session"), entries, run_edit },
  { "session delete", "UID", N_("Put a session into the bin"), list_entries, run_delete },
  { 0 }
};
