/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-note-text.h"

#include "pln-clock.h"
#include "pln-config.h"
#include "pln-exchange-error.h"
#include "pln-ical-note.h"
#include "pln-id.h"
#include "pln-note-words.h"
#include "pln-str.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_TEXT (1 << 20)
#define RULE "---"

static PlnNoteLine *
line_of (const PlnIcalNoteLine *read,
         GDateTime             *now)
{
  g_autofree char *id = pln_id_new ();
  PlnNoteLine *line = pln_note_line_new (id);
  PlnNoteKind kind;

  pln_note_kind_parse (read->kind, &kind);
  pln_note_line_set_kind (line, kind);
  pln_note_line_set_at (line, now);
  pln_note_line_set_text (line, read->text);
  pln_note_line_set_by (line, read->by);
  pln_note_line_set_owner (line, read->owner, NULL);
  pln_note_line_set_due (line, read->due);

  return line;
}

/* What a sheet says before there is anything to read: up to a line of dashes. */
static const char *
skip_head (const char *text)
{
  const char *rule = g_str_has_prefix (text, "# ") ? strstr (text, "\n" RULE "\n") : NULL;

  return rule != NULL ? rule + strlen ("\n" RULE "\n") : text;
}

/* What a sheet asks for, or a kind without anything behind it. */
static gboolean
is_of_sheet (const PlnIcalNoteLine *line)
{
  static const char *const names[] = { "report-back", "open-space" };
  const char *prompt;
  PlnNoteKind kind;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint j = 0; (prompt = pln_note_words_prompt (names[i], j, &kind)) != NULL; j++)
      if (g_str_equal (line->text, prompt))
        return TRUE;
  for (kind = 0; kind < PLN_N_NOTE_KINDS; kind++)
    {
      g_autofree char *only = g_strconcat (pln_note_words_kind (kind), ":", NULL);

      if (g_str_equal (line->text, only))
        return TRUE;
    }

  return FALSE;
}

/**
 * pln_note_text_read:
 * @text: what somebody pasted or typed: a list in Markdown, or plain lines
 * @error: return location for an error: the text is too long
 *
 * Reads lines of a note, of which none has a place yet. “Idea: …”, “? …” or
 * “[ ] …” at the beginning say the kind, “ — Name” at the end who said it. Of a
 * sheet ([func@note_text_sheet]) only what was written on it is read.
 *
 * Returns: (transfer full) (element-type PlnNoteLine): the lines, or %NULL
 */
GPtrArray *
pln_note_text_read (const char  *text,
                    GError     **error)
{
  g_autoptr(GPtrArray) read = NULL;
  g_autoptr(GDateTime) now = pln_clock_now_utc ();
  GPtrArray *lines;

  read = strlen (text) <= MAX_TEXT ? pln_ical_note_parse (skip_head (text)) : NULL;
  if (read == NULL || read->len > PLN_NOTE_MAX_LINES)
    {
      g_set_error (error, PLN_EXCHANGE_ERROR, PLN_EXCHANGE_ERROR_UNREADABLE,
                   _("The text is too long for a note, which has room for %d lines. Take it in parts."),
                   PLN_NOTE_MAX_LINES);
      return NULL;
    }

  lines = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < read->len; i++)
    if (!is_of_sheet (g_ptr_array_index (read, i)))
      g_ptr_array_add (lines, line_of (g_ptr_array_index (read, i), now));

  return lines;
}

static void
append_promise (GString     *text,
                PlnNoteLine *line)
{
  g_autofree char *due = pln_note_words_due (line, TRUE);
  const char *owner = pln_note_line_get_owner (line);

  if (pln_note_line_get_kind (line) != PLN_NOTE_ACTION)
    return;
  if (*owner != '\0' && *due != '\0')
    /* Translators: who does it, and by when: “ (Hana Ashdown, by Friday 5 August)” */
    g_string_append_printf (text, _(" (%s, by %s)"), owner, due);
  else if (*owner != '\0')
    g_string_append_printf (text, " (%s)", owner);
  else if (*due != '\0')
    g_string_append_printf (text, _(" (by %s)"), due);
}

static void
append_line (GString     *text,
             PlnNoteLine *line)
{
  g_auto(GStrv) rows = g_strsplit (pln_note_line_get_text (line), "\n", -1);
  g_autofree char *folded = g_strjoinv ("\\\n  ", rows);
  PlnNoteKind kind = pln_note_line_get_kind (line);

  g_string_append (text, "- ");
  if (kind == PLN_NOTE_QUOTE)
    g_string_append_printf (text, "**%s:** ", _("Quote, ask first"));
  else if (kind != PLN_NOTE_POINT)
    g_string_append_printf (text, "**%s:** ", pln_note_words_kind (kind));
  g_string_append (text, folded);
  append_promise (text, line);
  if (*pln_note_line_get_by (line) != '\0')
    g_string_append_printf (text, " — %s", pln_note_line_get_by (line));
  g_string_append_c (text, '\n');
}

static void
append_heading (GString    *text,
                const char *marks,
                const char *words)
{
  g_autofree char *one = pln_str_one_line (words);

  if (text->len > 1 && text->str[text->len - 2] != '\n')
    g_string_append_c (text, '\n');
  g_string_append_printf (text, "%s %s\n\n", marks, one);
}

/* All notes of a group or session: there may be one by another program. */
static void
append_notes (GString      *text,
              PlnGathering *gathering,
              const char   *parent,
              const char   *heading)
{
  GListModel *notes = pln_gathering_get_notes (gathering);
  gboolean has_heading = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(PlnNote) note = g_list_model_get_item (notes, i);

      if (!g_str_equal (pln_note_get_parent (note), parent) || pln_note_is_empty (note))
        continue;
      if (!has_heading)
        append_heading (text, "##", heading);
      has_heading = TRUE;
      for (guint j = 0; j < pln_note_get_n_lines (note); j++)
        append_line (text, pln_note_get_line (note, j));
    }
}

static char *
heading_of_group (PlnRound *round,
                  PlnGroup *group)
{
  const char *topic = *pln_group_get_question (group) != '\0' ? pln_group_get_question (group)
                                                              : pln_group_get_topic (group);

  if (*topic != '\0')
    /* Translators: “Round 1, group 5: How does a network live on?” */
    return g_strdup_printf (_("Round %u, group %u: %s"), pln_round_get_number (round), pln_group_get_number (group), topic);

  return g_strdup_printf (_("Round %u, group %u"), pln_round_get_number (round), pln_group_get_number (group));
}

/**
 * pln_note_text_write:
 * @gathering: a gathering that is loaded
 *
 * Returns: (transfer full): all its notes as Markdown: of the sessions by time,
 *   then of the groups, round by round. Quotes are marked: somebody is to be
 *   asked first
 */
char *
pln_note_text_write (PlnGathering *gathering)
{
  GListModel *sessions = pln_gathering_get_sessions (gathering);
  GListModel *rounds = pln_gathering_get_rounds (gathering);
  GString *text = g_string_new (NULL);

  append_heading (text, "#", pln_gathering_get_title (gathering));
  for (guint i = 0; i < g_list_model_get_n_items (sessions); i++)
    {
      g_autoptr(PlnSession) session = g_list_model_get_item (sessions, i);

      append_notes (text, gathering, pln_session_get_uid (session), pln_session_get_title (session));
    }
  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr(PlnRound) round = g_list_model_get_item (rounds, i);
      GListModel *groups = pln_round_get_groups (round);

      for (guint j = 0; j < g_list_model_get_n_items (groups); j++)
        {
          g_autoptr(PlnGroup) group = g_list_model_get_item (groups, j);
          g_autofree char *heading = heading_of_group (round, group);

          append_notes (text, gathering, pln_group_get_uid (group), heading);
        }
    }

  return g_string_free (text, FALSE);
}

static void
append_people (GString      *text,
               PlnGathering *gathering,
               PlnGroup     *group)
{
  GPtrArray *places = pln_group_get_places (group);

  for (guint i = 0; i < places->len; i++)
    {
      const PlnPlace *place = g_ptr_array_index (places, i);
      PlnAttendee *person = pln_gathering_find_attendee (gathering, place->person);

      if (person != NULL)
        g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", pln_attendee_get_name (person));
    }
  g_string_append (text, places->len > 0 ? "\n\n" : "");
}

/**
 * pln_note_text_sheet:
 * @gathering: a gathering that is loaded
 * @parent: the UID of one of its groups or sessions
 * @name: a template, see [func@note_words_prompt]
 *
 * Returns: (transfer full): an empty sheet to write on, with what is talked
 *   about and who sits there. What is written below the lines and typed in
 *   later is read by [func@note_text_read]
 */
char *
pln_note_text_sheet (PlnGathering *gathering,
                     const char   *parent,
                     const char   *name)
{
  PlnGroup *group = pln_gathering_find_group (gathering, parent);
  g_autofree char *place = pln_note_words_place (gathering, parent);
  g_autofree char *question = pln_note_words_question (gathering, parent);
  GString *text = g_string_new (NULL);
  PlnNoteKind kind;
  const char *prompt;

  append_heading (text, "#", place);
  if (*question != '\0' && !g_str_equal (question, place))
    g_string_append_printf (text, "%s\n\n", question);
  if (group != NULL)
    append_people (text, gathering, group);
  g_string_append (text, RULE "\n");
  for (guint i = 0; (prompt = pln_note_words_prompt (name, i, &kind)) != NULL; i++)
    g_string_append_printf (text, "\n%s\n- %s:\n", prompt, pln_note_words_kind (kind));

  return g_string_free (text, FALSE);
}
