/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cli.h"

#include "pln-address.h"
#include "pln-config.h"
#include "pln-str.h"
#include "pln-when-words.h"
#include "pln-when.h"
#include "pln-zone.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a gathering is given, by “new” and by “edit”. */
static struct
{
  char *title;
  char *start;
  char *zone;
  char *duration;
  char *location;
  char *online;
  char *url;
  char *description;
  char *capacity;
  char *calendar;
  char *organizer;
  char *state;
  char *status;
  char *template;
  char *after;
  char **rooms;
  char *rename_room;
  char *kind;
} given;

#define FIELDS \
  { "title", 0, 0, G_OPTION_ARG_FILENAME, &given.title, N_("What it is called"), N_("TITLE") }, \
  { "start", 0, 0, G_OPTION_ARG_FILENAME, &given.start, \
    N_("When it begins, such as 2026-12-01T18:00; a day alone is all of it"), N_("TIME") }, \
  { "zone", 0, 0, G_OPTION_ARG_FILENAME, &given.zone, N_("The time zone, such as Europe/London"), N_("ZONE") }, \
  { "duration", 0, 0, G_OPTION_ARG_FILENAME, &given.duration, N_("How long it is, such as PT2H"), N_("LENGTH") }, \
  { "location", 0, 0, G_OPTION_ARG_FILENAME, &given.location, N_("Where it is"), N_("PLACE") }, \
  { "online", 0, 0, G_OPTION_ARG_FILENAME, &given.online, N_("The address of the online room"), N_("URL") }, \
  { "url", 0, 0, G_OPTION_ARG_FILENAME, &given.url, N_("The address of its page"), N_("URL") }, \
  { "description", 0, 0, G_OPTION_ARG_FILENAME, &given.description, N_("What it is about"), N_("TEXT") }, \
  { "capacity", 0, 0, G_OPTION_ARG_FILENAME, &given.capacity, N_("For how many there is room"), N_("NUMBER") }, \
  { "calendar", 0, 0, G_OPTION_ARG_FILENAME, &given.calendar, N_("Where it is kept"), N_("NAME") }, \
  { "organizer", 0, 0, G_OPTION_ARG_FILENAME, &given.organizer, N_("Who invites"), N_("“NAME <ADDRESS>”") }, \
  { "state", 0, 0, G_OPTION_ARG_FILENAME, &given.state, N_("draft or published"), N_("STATE") }, \
  { "room", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.rooms, \
    N_("A room, and how many fit in; may stand several times: these are all rooms"), N_("“NAME (60)”") }

static const GOptionEntry new_entries[] = {
  FIELDS,
  { "template", 0, 0, G_OPTION_ARG_FILENAME, &given.template, N_("meetup, conference or unconference"), N_("NAME") },
  { "after", 0, 0, G_OPTION_ARG_FILENAME, &given.after, N_("The gathering that it is the next of"), N_("UID") },
  { 0 }
};

static const GOptionEntry edit_entries[] = {
  FIELDS,
  { "status", 0, 0, G_OPTION_ARG_FILENAME, &given.status, N_("confirmed, or cancelled to call it off"), N_("STATUS") },
  { "kind", 0, 0, G_OPTION_ARG_FILENAME, &given.kind, N_("gathering: makes an event one"), N_("KIND") },
  { "rename-room", 0, 0, G_OPTION_ARG_FILENAME, &given.rename_room,
    N_("Give a room another name, in all its sessions too"), N_("OLD=NEW") },
  { 0 }
};

static void
write_answers (PlnJson      *json,
               PlnGathering *gathering)
{
  pln_json_open (json, "answers", '{');
  for (PlnAnswer answer = 0; answer < PLN_N_ANSWERS; answer++)
    pln_json_number (json, pln_answer_store (answer), pln_gathering_get_n_answers (gathering, answer));
  pln_json_close (json);
}

static void
write_gathering (PlnJson      *json,
                 const char   *key,
                 PlnGathering *gathering)
{
  pln_json_open (json, key, '{');
  pln_json_text (json, "uid", pln_gathering_get_uid (gathering));
  pln_json_text (json, "title", pln_gathering_get_title (gathering));
  pln_json_time (json, "start", pln_gathering_get_start (gathering));
  pln_json_time (json, "end", pln_gathering_get_end (gathering));
  pln_json_text (json, "zone", pln_gathering_get_zone (gathering));
  pln_json_truth (json, "all-day", pln_gathering_get_all_day (gathering));
  pln_json_text (json, "location", pln_gathering_get_location (gathering));
  pln_json_text (json, "online", pln_gathering_get_online (gathering));
  pln_json_text (json, "calendar", pln_gathering_get_calendar (gathering));
  pln_json_text (json, "state", pln_gathering_get_state (gathering) == PLN_STATE_DRAFT ? "draft" : "published");
  pln_json_truth (json, "cancelled", pln_gathering_get_cancelled (gathering));
  pln_json_open (json, "organizer", '{');
  pln_json_text (json, "name", pln_gathering_get_organiser_name (gathering));
  pln_json_text (json, "email", pln_gathering_get_organiser_email (gathering));
  pln_json_close (json);
  pln_json_text (json, "series", pln_gathering_get_series (gathering));
  pln_json_text (json, "previous", pln_gathering_get_previous (gathering));
  pln_json_number (json, "capacity", pln_gathering_get_capacity (gathering));
  write_answers (json, gathering);
  pln_json_number (json, "waiting", pln_gathering_get_n_waiting (gathering));
  pln_json_number (json, "attendees", pln_gathering_get_n_attendees (gathering));
  pln_json_number (json, "told", pln_gathering_get_n_told (gathering));
  if (pln_gathering_get_loaded (gathering))
    {
      pln_json_number (json, "sessions", g_list_model_get_n_items (pln_gathering_get_sessions (gathering)));
      pln_json_text (json, "url", pln_gathering_get_url (gathering));
      pln_json_text (json, "description", pln_gathering_get_description (gathering));
      pln_json_texts (json, "rooms", pln_gathering_get_rooms (gathering));
      pln_json_time (json, "answer-by", pln_gathering_get_answer_by (gathering));
      pln_json_number (json, "sequence", pln_gathering_get_sequence (gathering));
    }
  pln_json_close (json);
}

static void
say_line (const char *label,
          const char *value)
{
  if (*value != '\0')
    pln_cli_say ("  %s%s\n", label, value);
}

static char *
answers_in_words (PlnGathering *gathering)
{
  g_autoptr(GString) words = g_string_new (NULL);
  guint waiting = pln_gathering_get_n_waiting (gathering);

  if (pln_gathering_get_n_attendees (gathering) == 0)
    return g_strdup (_("Nobody on the list yet"));

  g_string_append_printf (words, _("%u going, %u maybe, %u no answer, %u declined"),
                          pln_gathering_get_n_answers (gathering, PLN_ANSWER_ACCEPTED),
                          pln_gathering_get_n_answers (gathering, PLN_ANSWER_TENTATIVE),
                          pln_gathering_get_n_answers (gathering, PLN_ANSWER_NEEDS_ACTION),
                          pln_gathering_get_n_answers (gathering, PLN_ANSWER_DECLINED));
  if (waiting > 0)
    g_string_append_printf (words, _(", %u waiting"), waiting);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
say_gathering (PlnGathering *gathering)
{
  g_autofree char *when = pln_when_words (pln_gathering_get_start (gathering), pln_gathering_get_end (gathering),
                                          pln_gathering_get_zone (gathering), pln_gathering_get_all_day (gathering));
  g_autofree char *answers = answers_in_words (gathering);

  pln_cli_say ("%s\n", pln_gathering_get_title (gathering));
  if (pln_gathering_get_cancelled (gathering))
    say_line ("", _("Called off"));
  say_line ("", when);
  say_line ("", pln_gathering_get_location (gathering));
  say_line ("", pln_gathering_get_online (gathering));
  say_line ("", answers);
  say_line ("", pln_gathering_get_uid (gathering));
}

static int
run_gatherings (PlnCli  *cli,
                char   **arguments)
{
  GListModel *gatherings = pln_core_get_gatherings (cli->core);
  guint n = g_list_model_get_n_items (gatherings);
  PlnJson *json;

  if (!cli->json && n == 0)
    pln_cli_say ("%s\n", _("There are no gatherings yet. “plenaryctl new” makes one."));
  if (!cli->json)
    {
      for (guint i = 0; i < n; i++)
        {
          g_autoptr(PlnGathering) gathering = g_list_model_get_item (gatherings, i);

          if (i > 0)
            pln_cli_say ("\n");
          say_gathering (gathering);
        }
      return PLN_CLI_DONE;
    }

  json = pln_json_new ();
  pln_json_open (json, "gatherings", '[');
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnGathering) gathering = g_list_model_get_item (gatherings, i);

      write_gathering (json, NULL, gathering);
    }

  return pln_cli_answer (json);
}

static void
say_details (PlnGathering *gathering)
{
  guint n_sessions = g_list_model_get_n_items (pln_gathering_get_sessions (gathering));
  g_autofree char *rooms = g_strjoinv (", ", (char **) pln_gathering_get_rooms (gathering));

  say_gathering (gathering);
  say_line (_("Organiser: "), pln_gathering_get_organiser_name (gathering));
  say_line (_("Organiser’s address: "), pln_gathering_get_organiser_email (gathering));
  say_line (_("Rooms: "), rooms);
  say_line (_("Page: "), pln_gathering_get_url (gathering));
  say_line (_("Calendar: "), pln_gathering_get_calendar (gathering));
  say_line ("", pln_gathering_get_zone_note (gathering));
  if (pln_gathering_get_capacity (gathering) > 0)
    pln_cli_say (_("  Room for %u\n"), pln_gathering_get_capacity (gathering));
  if (n_sessions > 0)
    pln_cli_say (ngettext ("  %u session\n", "  %u sessions\n", n_sessions), n_sessions);
  if (*pln_gathering_get_description (gathering) != '\0')
    pln_cli_say ("\n%s\n", pln_gathering_get_description (gathering));
}

static int
run_show (PlnCli  *cli,
          char   **arguments)
{
  g_autoptr(PlnGathering) gathering = NULL;
  GError *error = NULL;
  PlnJson *json;

  if (arguments[0] == NULL || arguments[1] != NULL)
    return pln_cli_misuse (cli, "usage", _("Say which gathering to show: “plenaryctl show UID”."));

  gathering = pln_cli_open_gathering (cli, arguments[0], &error);
  if (gathering == NULL)
    return pln_cli_fail (cli, error);
  if (!cli->json)
    {
      say_details (gathering);
      return PLN_CLI_DONE;
    }

  json = pln_json_new ();
  write_gathering (json, "gathering", gathering);

  return pln_cli_answer (json);
}

static gboolean
is_zone (const char *zone)
{
  return g_ascii_isalpha (*zone) && pln_when_zone_is_known (zone);
}

/* The length of a gathering in minutes by the clock on the wall, or of @usual. */
static guint
length_of (PlnGathering *gathering)
{
  GDateTime *start = pln_gathering_get_start (gathering);
  GDateTime *end = pln_gathering_get_end (gathering);
  gint64 length = start != NULL && end != NULL ? g_date_time_difference (end, start) / G_TIME_SPAN_MINUTE : 0;

  return length > 0 ? (guint) length : 120;
}

/* Start, zone and length are one thing: what is not given stays as it is by
 * the clock on the wall. */
static int
apply_times (PlnCli       *cli,
             PlnGathering *gathering)
{
  const char *zone = given.zone != NULL ? given.zone : pln_gathering_get_zone (gathering);
  gboolean all_day = pln_gathering_get_all_day (gathering);
  guint minutes = length_of (gathering);
  g_autoptr(GDateTime) start = NULL;
  g_autoptr(GDateTime) end = NULL;

  if (given.start == NULL && given.zone == NULL && given.duration == NULL)
    return PLN_CLI_DONE;
  if (given.zone != NULL && !is_zone (given.zone))
    return pln_cli_misuse (cli, "bad-zone", _("There is no time zone “%s”. Choose one such as Europe/London."),
                           given.zone);
  if (given.duration != NULL && !pln_cli_read_length (given.duration, &minutes))
    return pln_cli_misuse (cli, "bad-time", _("“%s” is not a length. Give one such as PT2H or PT90M."), given.duration);

  if (given.start == NULL)
    {
      GDate day;
      guint at;

      pln_when_split (pln_gathering_get_start (gathering), &day, &at);
      start = pln_when_join (&day, at, zone);
    }
  else
    {
      gboolean is_day;

      if (!pln_cli_read_time (given.start, zone, &start, &is_day))
        return pln_cli_misuse (cli, "bad-time", _("“%s” is not a time. Give one such as 2026-12-01T18:00."),
                               given.start);
      if (is_day != all_day && given.duration == NULL)
        minutes = is_day ? PLN_MINUTES_A_DAY : 120;
      all_day = is_day;
    }
  if (all_day) /* whole days */
    minutes = MAX (1, (minutes + PLN_MINUTES_A_DAY - 1) / PLN_MINUTES_A_DAY) * PLN_MINUTES_A_DAY;

  end = all_day ? g_date_time_add_days (start, (int) (minutes / PLN_MINUTES_A_DAY))
                : g_date_time_add_minutes (start, (int) minutes);
  pln_gathering_set_times (gathering, start, end, zone, all_day);

  return PLN_CLI_DONE;
}

static int
apply_addresses (PlnCli       *cli,
                 PlnGathering *gathering)
{
  const char *const urls[] = { given.online, given.url };

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      g_autofree char *host = urls[i] != NULL && *urls[i] != '\0' ? pln_address_web_host (urls[i]) : g_strdup ("");

      if (host == NULL)
        return pln_cli_misuse (cli, "bad-url", _("“%s” is not a web address. Give one that begins with https://."),
                               urls[i]);
    }

  if (given.online != NULL)
    pln_gathering_set_online (gathering, given.online);
  if (given.url != NULL)
    pln_gathering_set_url (gathering, given.url);
  if (given.organizer != NULL)
    {
      g_autofree char *name = NULL;
      g_autofree char *email = NULL;

      if (!pln_cli_read_person (given.organizer, &name, &email))
        return pln_cli_misuse (cli, "bad-address", _("“%s” is not an e-mail address. Give “Name <address>”."),
                               given.organizer);
      pln_gathering_set_organiser (gathering, name, email);
    }

  return PLN_CLI_DONE;
}

/* Finds a word among those an option takes. */
static int
find_word (const char        *word,
           const char *const *words)
{
  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i;

  return -1;
}

static int
apply_choices (PlnCli       *cli,
               PlnGathering *gathering)
{
  static const char *const states[] = { "draft", "published", NULL };
  static const char *const statuses[] = { "confirmed", "cancelled", NULL };
  guint capacity = 0;

  if (given.state != NULL && find_word (given.state, states) < 0)
    return pln_cli_misuse (cli, "usage", _("“%s” is not a state. Give draft or published."), given.state);
  if (given.status != NULL && find_word (given.status, statuses) < 0)
    return pln_cli_misuse (cli, "usage", _("“%s” is not a status. Give confirmed or cancelled."), given.status);
  if (given.capacity != NULL && !pln_cli_read_count (given.capacity, &capacity))
    return pln_cli_misuse (cli, "usage", _("“%s” is not a number of people."), given.capacity);

  if (given.state != NULL)
    pln_gathering_set_state (gathering, find_word (given.state, states) == 0 ? PLN_STATE_DRAFT : PLN_STATE_PUBLISHED);
  if (given.status != NULL)
    pln_gathering_set_cancelled (gathering, find_word (given.status, statuses) == 1);
  if (given.capacity != NULL)
    pln_gathering_set_capacity (gathering, capacity);

  return PLN_CLI_DONE;
}

static int
rename_room (PlnCli       *cli,
             PlnGathering *gathering)
{
  const char *sign = strchr (given.rename_room, '=');
  g_autofree char *old = sign != NULL ? g_strndup (given.rename_room, (gsize) (sign - given.rename_room)) : NULL;
  g_autoptr(GPtrArray) rooms = pln_rooms_copy (pln_gathering_get_room_list (gathering));
  int at;

  if (sign == NULL || sign[1] == '\0')
    return pln_cli_misuse (cli, "usage", _("Give the old and the new name: --rename-room “Room 1=Attic”."));
  at = pln_rooms_find (rooms, old);
  if (at < 0)
    return pln_cli_misuse (cli, "not-found", _("“%s” has no room “%s”."), pln_gathering_get_title (gathering), old);

  pln_set_str (&((PlnRoom *) g_ptr_array_index (rooms, (guint) at))->name, sign + 1);
  pln_gathering_set_room_list (gathering, rooms);

  return PLN_CLI_DONE;
}

/* Puts what was given into a gathering; ends with what pln_cli_misuse () said. */
static int
apply (PlnCli       *cli,
       PlnGathering *gathering)
{
  int code = apply_times (cli, gathering);

  if (code == PLN_CLI_DONE)
    code = apply_addresses (cli, gathering);
  if (code == PLN_CLI_DONE)
    code = apply_choices (cli, gathering);
  if (code == PLN_CLI_DONE && given.rooms != NULL)
    pln_gathering_set_rooms (gathering, (const char *const *) given.rooms);
  if (code == PLN_CLI_DONE && given.rename_room != NULL)
    code = rename_room (cli, gathering);
  if (code != PLN_CLI_DONE)
    return code;

  if (given.title != NULL)
    pln_gathering_set_title (gathering, given.title);
  if (given.location != NULL)
    pln_gathering_set_location (gathering, given.location);
  if (given.description != NULL)
    pln_gathering_set_description (gathering, given.description);
  if (given.calendar != NULL)
    pln_gathering_set_places (gathering, given.calendar, pln_gathering_get_organisers_calendar (gathering));

  return PLN_CLI_DONE;
}

static int
save (PlnCli       *cli,
      PlnGathering *before,
      PlnGathering *after)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(PlnGathering) saved = NULL;
  g_autofree char *sentence = NULL;
  GError *error = NULL;

  pln_core_save_gathering_async (cli->core, before, after, NULL, pln_cli_got_cb, &result);
  saved = pln_core_save_gathering_finish (cli->core, pln_cli_wait (&result), &error);
  if (saved == NULL)
    return pln_cli_fail (cli, error);

  sentence = g_strdup_printf (before == NULL ? _("Made “%s”: %s") : _("Saved “%s”: %s"),
                              pln_gathering_get_title (saved), pln_gathering_get_uid (saved));

  return pln_cli_answer_text (cli, "uid", pln_gathering_get_uid (saved), sentence);
}

static PlnGathering *
draft_next (PlnCli      *cli,
            const char  *uid,
            GError     **error)
{
  g_autoptr(PlnGathering) last = pln_cli_open_gathering (cli, uid, error);
  g_autoptr(GAsyncResult) result = NULL;

  if (last == NULL)
    return NULL;

  pln_core_draft_follower_async (cli->core, last, TRUE, NULL, pln_cli_got_cb, &result);

  return pln_core_draft_follower_finish (cli->core, pln_cli_wait (&result), error);
}

static int
run_new (PlnCli  *cli,
         char   **arguments)
{
  g_autoptr(PlnGathering) draft = NULL;
  GError *error = NULL;
  int code;

  if (arguments[0] != NULL)
    return pln_cli_misuse (cli, "usage", _("“%s” belongs to no option. See “plenaryctl new --help”."), arguments[0]);
  if (given.after == NULL && (given.title == NULL || given.start == NULL))
    return pln_cli_misuse (cli, "usage", _("A new gathering needs --title and --start."));

  draft = given.after != NULL ? draft_next (cli, given.after, &error)
                              : pln_core_draft_template (cli->core, given.template != NULL ? given.template : "", &error);
  if (draft == NULL)
    return pln_cli_fail (cli, error);

  code = apply (cli, draft);

  return code == PLN_CLI_DONE ? save (cli, NULL, draft) : code;
}

static PlnGathering *
make_gathering (PlnCli      *cli,
                const char  *uid,
                GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  pln_core_make_gathering_async (cli->core, uid, NULL, pln_cli_got_cb, &result);

  return pln_core_make_gathering_finish (cli->core, pln_cli_wait (&result), error);
}

static int
run_edit (PlnCli  *cli,
          char   **arguments)
{
  g_autoptr(PlnGathering) gathering = NULL;
  g_autoptr(PlnGathering) before = NULL;
  g_autoptr(PlnGathering) after = NULL;
  GError *error = NULL;
  int code;

  if (arguments[0] == NULL || arguments[1] != NULL)
    return pln_cli_misuse (cli, "usage", _("Say which gathering to edit: “plenaryctl edit UID --title …”."));

  if (given.kind != NULL && !g_str_equal (given.kind, "gathering"))
    return pln_cli_misuse (cli, "usage", _("An event can only become a gathering: --kind gathering."));

  gathering = given.kind != NULL ? make_gathering (cli, arguments[0], &error)
                                 : pln_cli_open_gathering (cli, arguments[0], &error);
  if (gathering == NULL)
    return pln_cli_fail (cli, error);

  before = pln_gathering_copy (gathering);
  after = pln_gathering_copy (gathering);
  code = apply (cli, after);

  return code == PLN_CLI_DONE ? save (cli, before, after) : code;
}

static int
run_delete (PlnCli  *cli,
            char   **arguments)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(PlnGathering) gathering = NULL;
  g_autofree char *sentence = NULL;
  GError *error = NULL;

  if (arguments[0] == NULL || arguments[1] != NULL)
    return pln_cli_misuse (cli, "usage", _("Say which gathering to delete: “plenaryctl delete UID”."));

  gathering = pln_cli_open_gathering (cli, arguments[0], &error);
  if (gathering == NULL)
    return pln_cli_fail (cli, error);
  pln_core_delete_gathering_async (cli->core, gathering, NULL, pln_cli_got_cb, &result);
  if (!pln_core_delete_gathering_finish (cli->core, pln_cli_wait (&result), &error))
    return pln_cli_fail (cli, error);

  sentence = g_strdup_printf (_("“%s” lies in the bin for 30 days. “plenaryctl undo” brings it back."),
                              pln_gathering_get_title (gathering));

  return pln_cli_answer_text (cli, "deleted", pln_gathering_get_uid (gathering), sentence);
}

const PlnCliCommand pln_cli_gathering_commands[] = {
  { "gatherings", "", N_("List all gatherings"), NULL, run_gatherings },
  { "show", "UID", N_("Show one gathering"), NULL, run_show },
  { "new", "--title TITLE --start TIME", N_("Make a gathering"), new_entries, run_new },
  { "edit", "UID", N_("Change a gathering"), edit_entries, run_edit },
  { "delete", "UID", N_("Put a gathering into the bin"), NULL, run_delete },
  { 0 }
};
