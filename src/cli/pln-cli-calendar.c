/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cli.h"

#include "pln-clock.h"
#include "pln-config.h"
#include "pln-id.h"
#include "pln-track.h"
#include "pln-when.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

#define USUAL_DAYS    30
#define USUAL_MINUTES 60

static struct
{
  char     *from;
  char     *to;
  char     *title;
  char     *start;
  char     *duration;
  char     *zone;
  char     *location;
  char     *description;
  char     *calendar;
  char     *instance;
  gboolean  all;
} given;

static const GOptionEntry agenda_entries[] = {
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &given.from, N_("The first day, such as 2026-12-01; else today"), N_("DAY") },
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &given.to, N_("The last day; else 30 days later"), N_("DAY") },
  { 0 }
};

#define FIELDS \
  { "title", 0, 0, G_OPTION_ARG_FILENAME, &given.title, N_("What it is called"), N_("TITLE") }, \
  { "start", 0, 0, G_OPTION_ARG_FILENAME, &given.start, \
    N_("When it begins, such as 2026-12-01T18:00; a day alone is all of it"), N_("TIME") }, \
  { "zone", 0, 0, G_OPTION_ARG_FILENAME, &given.zone, N_("The time zone, such as Europe/London"), N_("ZONE") }, \
  { "duration", 0, 0, G_OPTION_ARG_FILENAME, &given.duration, N_("How long it is, such as PT2H"), N_("LENGTH") }, \
  { "location", 0, 0, G_OPTION_ARG_FILENAME, &given.location, N_("Where it is"), N_("PLACE") }, \
  { "description", 0, 0, G_OPTION_ARG_FILENAME, &given.description, N_("What it is about"), N_("TEXT") }, \
  { "calendar", 0, 0, G_OPTION_ARG_FILENAME, &given.calendar, N_("Where it is kept"), N_("NAME") }

#define REACH \
  { "instance", 0, 0, G_OPTION_ARG_FILENAME, &given.instance, \
    N_("Of one that repeats: which one, as “agenda” names it"), N_("ID") }, \
  { "all", 0, 0, G_OPTION_ARG_NONE, &given.all, N_("All that repeat, as this one"), NULL }

static const GOptionEntry new_entries[] = { FIELDS, { 0 } };
static const GOptionEntry edit_entries[] = { FIELDS, REACH, { 0 } };
static const GOptionEntry delete_entries[] = { REACH, { 0 } };

static gboolean
read_day (const char  *text,
          GDate       *date)
{
  g_autoptr(GDateTime) time = NULL;
  gboolean is_day;

  if (!pln_cli_read_time (text, "", &time, &is_day) || !is_day)
    return FALSE;
  pln_when_split (time, date, NULL);

  return TRUE;
}

/* From midnight to the midnight after the last day, on this computer's clock. */
static int
read_span (PlnCli *cli,
           gint64 *from,
           gint64 *to)
{
  g_autoptr(GDateTime) now = pln_clock_now_here ();
  g_autoptr(GDateTime) start = NULL;
  g_autoptr(GDateTime) end = NULL;
  GDate first, last;

  pln_when_split (now, &first, NULL);
  if (given.from != NULL && !read_day (given.from, &first))
    return pln_cli_misuse (cli, "bad-time", _("“%s” is not a day. Give one such as 2026-12-01."), given.from);
  last = first;
  g_date_add_days (&last, USUAL_DAYS);
  if (given.to != NULL && !read_day (given.to, &last))
    return pln_cli_misuse (cli, "bad-time", _("“%s” is not a day. Give one such as 2026-12-01."), given.to);
  if (g_date_compare (&last, &first) < 0)
    return pln_cli_misuse (cli, "bad-time", _("The last day is before the first one."));

  g_date_add_days (&last, 1);
  start = pln_when_join (&first, 0, "");
  end = pln_when_join (&last, 0, "");
  if (start == NULL || end == NULL)
    return pln_cli_misuse (cli, "bad-time", _("There are no such days in the calendar."));
  *from = g_date_time_to_unix (start);
  *to = g_date_time_to_unix (end);

  return PLN_CLI_DONE;
}

static void
write_occurrence (PlnJson       *json,
                  PlnOccurrence *occurrence)
{
  const PlnOccurrenceData *data = pln_occurrence_get_data (occurrence);

  pln_json_open (json, NULL, '{');
  pln_json_text (json, "kind", pln_occurrence_kind_get_nick (data->kind));
  pln_json_text (json, "uid", data->uid);
  pln_json_text (json, "instance", data->instance);
  pln_json_text (json, "gathering", data->gathering);
  pln_json_text (json, "calendar", data->calendar);
  pln_json_text (json, "title", data->title);
  pln_json_time (json, "start", data->start);
  pln_json_time (json, "end", data->end);
  pln_json_text (json, "zone", data->zone);
  pln_json_truth (json, "all-day", data->all_day);
  pln_json_text (json, "location", data->place);
  pln_json_text (json, "track", data->track);
  pln_json_texts (json, "people", pln_occurrence_get_people (occurrence));
  pln_json_truth (json, "break", data->is_break);
  pln_json_truth (json, "draft", data->is_draft);
  pln_json_truth (json, "cancelled", data->is_cancelled);
  pln_json_truth (json, "recurring", data->is_recurring);
  pln_json_truth (json, "done", data->is_done);
  pln_json_text (json, "note", data->note);
  pln_json_close (json);
}

/* Without their addresses. */
static char *
names_of (PlnOccurrence *occurrence)
{
  const char *const *people = pln_occurrence_get_people (occurrence);
  GString *names = g_string_new (NULL);

  for (; *people != NULL; people++)
    {
      g_autofree char *name = pln_track_person_name (*people);

      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }

  return g_string_free (names, FALSE);
}

static void
say_occurrence (PlnOccurrence *occurrence)
{
  const PlnOccurrenceData *data = pln_occurrence_get_data (occurrence);
  g_autofree char *times = data->all_day ? g_strdup (_("All day")) : pln_when_words_times (data->start, data->end);
  g_autofree char *people = names_of (occurrence);

  pln_cli_say ("  %s  %s", times, data->title);
  if (*data->place != '\0')
    pln_cli_say (", %s", data->place);
  if (*people != '\0')
    pln_cli_say (" (%s)", people);
  if (data->is_draft)
    pln_cli_say (_(", draft"));
  if (data->is_cancelled)
    pln_cli_say (_(", cancelled"));
  if (data->is_done)
    pln_cli_say (_(", done"));
  pln_cli_say ("\n      %s%s%s\n", data->uid, *data->instance != '\0' ? " " : "", data->instance);
  if (*data->note != '\0')
    pln_cli_say ("      %s\n", data->note);
}

static void
say_agenda (GListModel *occurrences)
{
  g_autofree char *last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (occurrences); i++)
    {
      g_autoptr(PlnOccurrence) occurrence = g_list_model_get_item (occurrences, i);
      g_autofree char *day = pln_when_words_day (pln_occurrence_get_start (occurrence));

      if (g_strcmp0 (day, last) != 0)
        pln_cli_say ("%s\n", day);
      say_occurrence (occurrence);
      g_free (last);
      last = g_steal_pointer (&day);
    }
  if (last == NULL)
    pln_cli_say (_("Nothing takes place then.\n"));
}

static int
run_agenda (PlnCli  *cli,
            char   **arguments)
{
  g_autoptr(PlnSpan) span = NULL;
  gint64 from = 0;
  gint64 to = 0;
  int code;
  PlnJson *json;

  if (arguments[0] != NULL)
    return pln_cli_misuse (cli, "usage", _("“%s” belongs to no option. See “plenaryctl agenda --help”."), arguments[0]);
  code = read_span (cli, &from, &to);
  if (code != PLN_CLI_DONE)
    return code;

  span = pln_core_list_span (cli->core, from, to);
  while (pln_span_get_loading (span))
    g_main_context_iteration (NULL, TRUE);
  if (!cli->json)
    {
      say_agenda (G_LIST_MODEL (span));
      return PLN_CLI_DONE;
    }

  json = pln_json_new ();
  pln_json_open (json, "agenda", '[');
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (span)); i++)
    {
      g_autoptr(PlnOccurrence) occurrence = g_list_model_get_item (G_LIST_MODEL (span), i);

      write_occurrence (json, occurrence);
    }

  return pln_cli_answer (json);
}

/* How long it was, in minutes. */
static guint
old_minutes (PlnEvent *event)
{
  GDateTime *start = pln_event_get_start (event), *end = pln_event_get_end (event);

  return start != NULL && end != NULL
         ? (guint) (g_date_time_difference (end, start) / G_TIME_SPAN_MINUTE) : USUAL_MINUTES;
}

static int
apply_times (PlnCli   *cli,
             PlnEvent *event)
{
  const char *zone = given.zone != NULL ? given.zone : pln_event_get_zone (event);
  gboolean all_day = pln_event_get_all_day (event);
  guint minutes = old_minutes (event);
  g_autoptr(GDateTime) start = NULL;
  g_autoptr(GDateTime) end = NULL;
  gboolean is_day = all_day;
  GDate day;
  guint at;

  if (given.start == NULL && given.duration == NULL && given.zone == NULL)
    return PLN_CLI_DONE;
  if (!pln_when_zone_is_known (zone))
    return pln_cli_misuse (cli, "bad-zone", _("There is no time zone “%s”. Choose one such as Europe/London."), zone);
  if (given.start != NULL && !pln_cli_read_time (given.start, zone, &start, &is_day))
    return pln_cli_misuse (cli, "bad-time", _("“%s” is not a time. Give one such as 2026-12-01T18:00."), given.start);
  if (is_day != all_day)
    minutes = is_day ? PLN_MINUTES_A_DAY : USUAL_MINUTES;
  if (given.duration != NULL && !pln_cli_read_length (given.duration, &minutes))
    return pln_cli_misuse (cli, "bad-time", _("“%s” is not a length. Give one such as PT2H or PT90M."), given.duration);

  if (start == NULL)
    {
      pln_when_split (pln_event_get_start (event), &day, &at);
      start = pln_when_join (&day, at, zone);
    }
  end = is_day ? g_date_time_add_days (start, (int) MAX (1, (minutes + PLN_MINUTES_A_DAY - 1) / PLN_MINUTES_A_DAY))
               : g_date_time_add_minutes (start, (int) minutes);
  pln_event_set_times (event, start, end, is_day ? "" : zone, is_day);

  return PLN_CLI_DONE;
}

static int
apply (PlnCli   *cli,
       PlnEvent *event)
{
  if (given.title != NULL)
    pln_event_set_title (event, given.title);
  if (given.location != NULL)
    pln_event_set_place (event, given.location);
  if (given.description != NULL)
    pln_event_set_description (event, given.description);
  if (given.calendar != NULL)
    pln_event_set_calendar (event, given.calendar);

  return apply_times (cli, event);
}

static int
save (PlnCli   *cli,
      PlnEvent *before,
      PlnEvent *after)
{
  PlnEvent *event = after != NULL ? after : before;
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *sentence = NULL;
  GError *error = NULL;

  pln_core_save_event_async (cli->core, before, after, given.all ? PLN_REACH_ALL : PLN_REACH_THIS, NULL,
                             pln_cli_got_cb, &result);
  if (!pln_core_save_event_finish (cli->core, pln_cli_wait (&result), &error))
    return pln_cli_fail (cli, error);

  if (after == NULL)
    sentence = g_strdup_printf (_("“%s” is gone. “plenaryctl undo” brings it back."), pln_event_get_title (event));
  else
    sentence = g_strdup_printf (before == NULL ? _("Made “%s”: %s") : _("Saved “%s”: %s"),
                                pln_event_get_title (event), pln_event_get_uid (event));

  return pln_cli_answer_text (cli, after != NULL ? "uid" : "deleted", pln_event_get_uid (event), sentence);
}

static int
run_new (PlnCli  *cli,
         char   **arguments)
{
  g_autofree char *uid = pln_uid_new ();
  g_autoptr(PlnEvent) event = pln_event_new (uid);
  int code;

  if (arguments[0] != NULL)
    return pln_cli_misuse (cli, "usage", _("“%s” belongs to no option. See “plenaryctl event new --help”."), arguments[0]);
  if (given.title == NULL || given.start == NULL)
    return pln_cli_misuse (cli, "usage", _("A new event needs --title and --start."));

  code = apply (cli, event);

  return code == PLN_CLI_DONE ? save (cli, NULL, event) : code;
}

/* What --instance and the argument name; NULL after what was said. */
static PlnEvent *
load (PlnCli      *cli,
      const char  *uid,
      int         *code)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(PlnEvent) event = NULL;
  GError *error = NULL;

  pln_core_load_event_async (cli->core, uid, given.instance != NULL ? given.instance : "", NULL, pln_cli_got_cb, &result);
  event = pln_core_load_event_finish (cli->core, pln_cli_wait (&result), &error);
  if (event == NULL)
    *code = pln_cli_fail (cli, error);
  else if (pln_event_get_is_recurring (event) && given.instance == NULL)
    *code = pln_cli_misuse (cli, "usage", _("“%s” repeats. Say which one, --instance ID, and --all if all are meant."),
                            pln_event_get_title (event));
  else
    return g_steal_pointer (&event);

  return NULL;
}

static int
run_edit (PlnCli  *cli,
          char   **arguments)
{
  g_autoptr(PlnEvent) before = NULL;
  g_autoptr(PlnEvent) after = NULL;
  int code = PLN_CLI_DONE;

  if (arguments[0] == NULL || arguments[1] != NULL)
    return pln_cli_misuse (cli, "usage", _("Say which event to edit: “plenaryctl event edit UID --title …”."));

  before = load (cli, arguments[0], &code);
  if (before == NULL)
    return code;
  after = pln_event_copy (before);
  code = apply (cli, after);

  return code == PLN_CLI_DONE ? save (cli, before, after) : code;
}

static int
run_delete (PlnCli  *cli,
            char   **arguments)
{
  g_autoptr(PlnEvent) event = NULL;
  int code = PLN_CLI_DONE;

  if (arguments[0] == NULL || arguments[1] != NULL)
    return pln_cli_misuse (cli, "usage", _("Say which event to delete: “plenaryctl event delete UID”."));

  event = load (cli, arguments[0], &code);

  return event != NULL ? save (cli, event, NULL) : code;
}

const PlnCliCommand pln_cli_calendar_commands[] = {
  { "agenda", "", N_("List what takes place, day by day"), agenda_entries, run_agenda },
  { "event new", "--title TITLE --start TIME", N_("Add an event"), new_entries, run_new },
  { "event edit", "UID", N_("Change an event"), edit_entries, run_edit },
  { "event delete", "UID", N_("Delete an event, or one of a series"), delete_entries, run_delete },
  { NULL }
};
