/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-cli.h"

#include "pln-clock.h"
#include "pln-config.h"
#include "pln-id.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>

static struct
{
  char *gathering;
  char *parent;
  char *add;
  char *line;
  char *remove;
  char *from;
  char *sheet;
  char *kind;
  char *by;
  char *owner;
  char *due;
} given;

static const GOptionEntry list_entries[] = {
  { "gathering", 0, 0, G_OPTION_ARG_FILENAME, &given.gathering, N_("The gathering"), N_("UID") },
  { 0 }
};

static const GOptionEntry entries[] = {
  { "group", 0, 0, G_OPTION_ARG_FILENAME, &given.parent, N_("The group or session"), N_("UID") },
  { "gathering", 0, 0, G_OPTION_ARG_FILENAME, &given.gathering, N_("The gathering, if it is known"), N_("UID") },
  { "add", 0, 0, G_OPTION_ARG_FILENAME, &given.add,
    N_("Add a line: point, question, idea, decision, action, quote or parked"), N_("KIND") },
  { "line", 0, 0, G_OPTION_ARG_FILENAME, &given.line, N_("Change a line"), N_("ID") },
  { "remove", 0, 0, G_OPTION_ARG_FILENAME, &given.remove, N_("Remove a line"), N_("ID") },
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &given.from, N_("Add the lines of a text; - for standard input"), N_("FILE") },
  { "sheet", 0, 0, G_OPTION_ARG_FILENAME, &given.sheet,
    N_("Print an empty sheet: report-back or open-space"), N_("NAME") },
  { "kind", 0, 0, G_OPTION_ARG_FILENAME, &given.kind, N_("Another kind for the line"), N_("KIND") },
  { "by", 0, 0, G_OPTION_ARG_FILENAME, &given.by, N_("Who said it"), N_("NAME") },
  { "owner", 0, 0, G_OPTION_ARG_FILENAME, &given.owner, N_("Who does it, of an action"), N_("WHO") },
  { "due", 0, 0, G_OPTION_ARG_FILENAME, &given.due, N_("By when, such as 2026-12-01"), N_("DAY") },
  { 0 }
};

static char *
kind_word (PlnNoteKind kind)
{
  return g_ascii_strdown (pln_note_kind_store (kind), -1);
}

static void
write_line (PlnJson     *json,
            const char  *key,
            PlnNoteLine *line)
{
  g_autofree char *kind = kind_word (pln_note_line_get_kind (line));
  g_autoptr(GDateTime) due = pln_note_line_get_due_day (line);
  g_autofree char *day = due != NULL ? g_date_time_format (due, "%Y-%m-%d") : g_strdup ("");

  pln_json_open (json, key, '{');
  pln_json_text (json, "id", pln_note_line_get_id (line));
  pln_json_text (json, "kind", kind);
  pln_json_text (json, "text", pln_note_line_get_text (line));
  pln_json_text (json, "by", pln_note_line_get_by (line));
  pln_json_time (json, "at", pln_note_line_get_at (line));
  pln_json_text (json, "owner", pln_note_line_get_owner (line));
  pln_json_text (json, "owner-id", pln_note_line_get_owner_id (line));
  pln_json_text (json, "due", day);
  pln_json_text (json, "beside", pln_note_line_get_beside (line));
  pln_json_close (json);
}

static void
write_note (PlnJson      *json,
            PlnGathering *gathering,
            PlnNote      *note)
{
  g_autofree char *place = pln_note_words_place (gathering, pln_note_get_parent (note));

  pln_json_open (json, NULL, '{');
  pln_json_text (json, "uid", pln_note_get_uid (note));
  pln_json_text (json, "parent", pln_note_get_parent (note));
  pln_json_text (json, "place", place);
  pln_json_text (json, "title", pln_note_get_title (note));
  pln_json_open (json, "lines", '[');
  for (guint i = 0; i < pln_note_get_n_lines (note); i++)
    write_line (json, NULL, pln_note_get_line (note, i));
  pln_json_close (json);
  pln_json_close (json);
}

static void
say_line (PlnNoteLine *line,
          GTimeZone   *zone)
{
  g_autofree char *words = pln_note_words_line (line, zone);

  pln_cli_say ("  %s\n    %s\n", words, pln_note_line_get_id (line));
}

static void
say_note (PlnGathering *gathering,
          PlnNote      *note)
{
  g_autofree char *place = pln_note_words_place (gathering, pln_note_get_parent (note));
  GDateTime *start = pln_gathering_get_start (gathering);
  g_autoptr(GTimeZone) here = g_time_zone_new_local ();

  pln_cli_say ("%s  %s\n    %s\n", place, pln_note_get_title (note), pln_note_get_parent (note));
  for (guint i = 0; i < pln_note_get_n_lines (note); i++)
    say_line (pln_note_get_line (note, i), start != NULL ? g_date_time_get_timezone (start) : here);
}

static int
run_notes (PlnCli  *cli,
           char   **arguments)
{
  g_autoptr(PlnGathering) gathering = NULL;
  GListModel *notes;
  PlnJson *json = NULL;
  GError *error = NULL;

  if (given.gathering == NULL)
    return pln_cli_misuse (cli, "usage", _("Say of which gathering: --gathering UID."));
  gathering = pln_cli_open_gathering (cli, given.gathering, &error);
  if (gathering == NULL)
    return pln_cli_fail (cli, error);

  notes = pln_gathering_get_notes (gathering);
  if (cli->json)
    {
      json = pln_json_new ();
      pln_json_open (json, "notes", '[');
    }
  else if (g_list_model_get_n_items (notes) == 0)
    pln_cli_say (_("Nothing was written down in “%s” yet.\n"), pln_gathering_get_title (gathering));
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(PlnNote) note = g_list_model_get_item (notes, i);

      if (json != NULL)
        write_note (json, gathering, note);
      else
        say_note (gathering, note);
    }

  return json != NULL ? pln_cli_answer (json) : PLN_CLI_DONE;
}

static gboolean
has_parent (PlnGathering *gathering)
{
  return pln_gathering_find_group (gathering, given.parent) != NULL
         || pln_gathering_find_session (gathering, given.parent) != NULL;
}

/* The gathering of --group: if it is not named, each is looked into. */
static PlnGathering *
open_parent (PlnCli  *cli,
             GError **error)
{
  GListModel *gatherings = pln_core_get_gatherings (cli->core);
  guint n = g_list_model_get_n_items (gatherings);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(PlnGathering) listed = g_list_model_get_item (gatherings, i);
      g_autoptr(PlnGathering) gathering = NULL;

      if (given.gathering != NULL && !g_str_equal (pln_gathering_get_uid (listed), given.gathering))
        continue;
      gathering = pln_cli_open_gathering (cli, pln_gathering_get_uid (listed), error);
      if (gathering == NULL)
        return NULL;
      if (has_parent (gathering))
        return g_steal_pointer (&gathering);
    }

  g_set_error (error, PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
               _("There is no group or session “%s”. It may lie in the bin."), given.parent);

  return NULL;
}

static int
read_kind (PlnCli      *cli,
           const char  *word,
           PlnNoteKind *kind)
{
  if (pln_note_kind_parse (word, kind))
    return PLN_CLI_DONE;

  return pln_cli_misuse (cli, "usage", _("“%s” is no kind of line. Give point, question, idea, decision, action, "
                                         "quote or parked."), word);
}

/* A person of the list, by address, id or name; else only a name. */
static void
set_owner (PlnGathering *gathering,
           PlnNoteLine  *line)
{
  PlnAttendee *person = pln_gathering_find_attendee (gathering, given.owner);
  GListModel *attendees = pln_gathering_get_attendees (gathering);

  if (person == NULL)
    person = pln_gathering_find_address (gathering, given.owner);
  for (guint i = 0; person == NULL && i < g_list_model_get_n_items (attendees); i++)
    {
      g_autoptr(PlnAttendee) attendee = g_list_model_get_item (attendees, i);

      if (g_str_equal (pln_attendee_get_name (attendee), given.owner))
        person = attendee; /* the list keeps it */
    }

  if (person != NULL)
    pln_note_line_set_owner (line, pln_attendee_get_name (person), pln_attendee_get_id (person));
  else
    pln_note_line_set_owner (line, given.owner, NULL);
}

static int
fill_line (PlnCli       *cli,
           PlnGathering *gathering,
           PlnNoteLine  *line,
           const char   *text)
{
  g_autoptr(GDateTime) due = NULL;
  g_autofree char *day = NULL;
  gboolean is_day = FALSE;

  if (given.due != NULL && *given.due != '\0')
    {
      if (!pln_cli_read_time (given.due, "", &due, &is_day) || !is_day)
        return pln_cli_misuse (cli, "bad-time", _("“%s” is not a day. Give one such as 2026-12-01."), given.due);
      day = g_date_time_format (due, "%Y%m%d");
    }
  if (*text != '\0')
    {
      pln_note_line_set_text (line, text);
      pln_note_line_set_beside (line, NULL);
    }
  if (given.by != NULL)
    pln_note_line_set_by (line, given.by);
  if (given.owner != NULL)
    set_owner (gathering, line);
  if (given.due != NULL)
    pln_note_line_set_due (line, day);

  return PLN_CLI_DONE;
}

static int
add_line (PlnCli       *cli,
          PlnGathering *gathering,
          PlnNote      *note,
          const char   *text,
          const char  **id)
{
  g_autofree char *new_id = pln_id_new ();
  g_autoptr(PlnNoteLine) line = pln_note_line_new (new_id);
  g_autoptr(GDateTime) now = pln_clock_now_utc ();
  PlnNoteKind kind;
  int code = read_kind (cli, given.add, &kind);

  if (code != PLN_CLI_DONE)
    return code;
  if (*text == '\0')
    return pln_cli_misuse (cli, "usage", _("Say what is to be written: note --group UID --add KIND TEXT."));

  pln_note_line_set_kind (line, kind);
  pln_note_line_set_at (line, now);
  code = fill_line (cli, gathering, line, text);
  if (code == PLN_CLI_DONE)
    pln_note_insert_line (note, line, G_MAXUINT);
  *id = pln_note_line_get_id (line);

  return code;
}

static int
no_line (PlnCli     *cli,
         const char *id)
{
  return pln_cli_fail (cli, g_error_new (PLN_CORE_ERROR, PLN_CORE_ERROR_NOT_FOUND,
                                         _("The note has no line “%s”. See them with “plenaryctl notes”."), id));
}

static int
change_line (PlnCli       *cli,
             PlnGathering *gathering,
             PlnNote      *note,
             const char   *text,
             const char  **id)
{
  PlnNoteLine *line = pln_note_find_line (note, given.line, NULL);
  PlnNoteKind kind;
  int code = given.kind != NULL ? read_kind (cli, given.kind, &kind) : PLN_CLI_DONE;

  if (code != PLN_CLI_DONE)
    return code;
  if (line == NULL)
    return no_line (cli, given.line);

  if (given.kind != NULL)
    pln_note_line_set_kind (line, kind);
  *id = pln_note_line_get_id (line);

  return fill_line (cli, gathering, line, text);
}

static int
add_text (PlnCli  *cli,
          PlnNote *note)
{
  g_autoptr(GPtrArray) lines = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;

  text = pln_cli_read_text (cli, given.from, &error);
  lines = text != NULL ? pln_core_read_note (cli->core, text, &error) : NULL;
  if (lines == NULL)
    return pln_cli_fail (cli, error);
  for (guint i = 0; i < lines->len; i++)
    pln_note_insert_line (note, g_ptr_array_index (lines, i), G_MAXUINT);

  return PLN_CLI_DONE;
}

static int
print_sheet (PlnCli       *cli,
             PlnGathering *gathering)
{
  g_autofree char *sheet = pln_core_note_sheet (cli->core, gathering, given.parent, given.sheet);

  if (sheet == NULL)
    return pln_cli_misuse (cli, "usage", _("“%s” is no sheet. Give report-back or open-space."), given.sheet);
  if (cli->json)
    return pln_cli_answer_text (cli, "sheet", sheet, NULL);
  pln_cli_say ("%s", sheet);

  return PLN_CLI_DONE;
}

/* Saves what the options say, and answers with the note. */
static int
save (PlnCli       *cli,
      PlnGathering *gathering,
      PlnNote      *before,
      PlnNote      *after,
      const char   *id)
{
  PlnNote *known = pln_gathering_find_note (gathering, pln_note_get_uid (after));
  g_autoptr(GAsyncResult) result = NULL;
  PlnNote *saved;
  PlnJson *json;
  GError *error = NULL;

  pln_core_save_note_async (cli->core, gathering, known != NULL ? before : NULL, after, NULL, pln_cli_got_cb, &result);
  if (!pln_core_save_note_finish (cli->core, pln_cli_wait (&result), &error))
    return pln_cli_fail (cli, error);

  saved = pln_gathering_find_note (gathering, pln_note_get_uid (after));
  if (!cli->json)
    {
      say_note (gathering, saved);
      return PLN_CLI_DONE;
    }

  json = pln_json_new ();
  pln_json_text (json, "uid", pln_note_get_uid (saved));
  if (id != NULL)
    pln_json_text (json, "line", id);
  pln_json_number (json, "lines", pln_note_get_n_lines (saved));

  return pln_cli_answer (json);
}

static int
run_note (PlnCli  *cli,
          char   **arguments)
{
  int n_deeds = (given.add != NULL) + (given.line != NULL) + (given.remove != NULL) + (given.from != NULL)
                + (given.sheet != NULL);
  g_autofree char *text = g_strjoinv (" ", arguments);
  g_autoptr(PlnGathering) gathering = NULL;
  g_autoptr(PlnNote) before = NULL;
  g_autoptr(PlnNote) after = NULL;
  const char *id = NULL;
  int code = PLN_CLI_DONE;
  GError *error = NULL;

  if (given.parent == NULL || n_deeds != 1)
    return pln_cli_misuse (cli, "usage",
                           _("Say where and what: --group UID, and one of --add, --line, --remove, --from and --sheet."));
  gathering = open_parent (cli, &error);
  if (gathering == NULL)
    return pln_cli_fail (cli, error);
  if (given.sheet != NULL)
    return print_sheet (cli, gathering);

  before = pln_core_draft_note (cli->core, gathering, given.parent);
  after = pln_note_copy (before);
  if (given.add != NULL)
    code = add_line (cli, gathering, after, text, &id);
  else if (given.line != NULL)
    code = change_line (cli, gathering, after, text, &id);
  else if (given.from != NULL)
    code = add_text (cli, after);
  else if (!pln_note_remove_line (after, given.remove))
    code = no_line (cli, given.remove);

  return code == PLN_CLI_DONE ? save (cli, gathering, before, after, id) : code;
}

const PlnCliCommand pln_cli_note_commands[] = {
  { "notes", "--gathering UID", N_("List what was written down"), list_entries, run_notes },
  { "note", "--group UID --add KIND TEXT", N_("Write in the note of a group or session"), entries, run_note },
  { 0 }
};
