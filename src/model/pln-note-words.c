/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-note-words.h"

#include "pln-clock.h"
#include "pln-config.h"
#include "pln-str.h"
#include "pln-when-words.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * pln_note_words_kind:
 * @kind: a kind of line
 *
 * Returns: (transfer none): the word for it: “Idea”
 */
const char *
pln_note_words_kind (PlnNoteKind kind)
{
  static const char *const words[PLN_N_NOTE_KINDS] = {
    N_("Point"), N_("Question"), N_("Idea"), N_("Decision"), N_("Action"), N_("Quote"), N_("Parked"),
  };

  g_return_val_if_fail (kind < PLN_N_NOTE_KINDS, "");

  return _(words[kind]);
}

/**
 * pln_note_words_place:
 * @gathering: a gathering that is loaded
 * @parent: the UID of one of its groups or sessions
 *
 * Returns: (transfer full): what it is called: “Group 5”, or the title of the
 *   session
 */
char *
pln_note_words_place (PlnGathering *gathering,
                      const char   *parent)
{
  PlnGroup *group = pln_gathering_find_group (gathering, parent);
  PlnSession *session = pln_gathering_find_session (gathering, parent);

  if (group != NULL)
    return g_strdup_printf (_("Group %u"), pln_group_get_number (group));

  return g_strdup (session != NULL ? pln_session_get_title (session) : _("Elsewhere"));
}

/**
 * pln_note_words_question:
 * @gathering: a gathering that is loaded
 * @parent: the UID of one of its groups or sessions
 *
 * Returns: (transfer full): what is talked about there: the question of the
 *   group, else its topic, else the title of the session
 */
char *
pln_note_words_question (PlnGathering *gathering,
                         const char   *parent)
{
  PlnGroup *group = pln_gathering_find_group (gathering, parent);
  PlnSession *session = pln_gathering_find_session (gathering, parent);

  if (group != NULL)
    return g_strdup (*pln_group_get_question (group) != '\0' ? pln_group_get_question (group)
                                                             : pln_group_get_topic (group));

  return g_strdup (session != NULL ? pln_session_get_title (session) : "");
}

/**
 * pln_note_words_due:
 * @line: an action
 * @spoken: whether it is read out: the name of the day in full
 *
 * Returns: (transfer full): by when, as “Fri 5 August”, with the year if it is
 *   another one; "" if that is open
 */
char *
pln_note_words_due (PlnNoteLine *line,
                    gboolean     spoken)
{
  g_autoptr(GDateTime) day = pln_note_line_get_due_day (line);
  g_autoptr(GDateTime) now = NULL;

  if (day == NULL)
    return g_strdup ("");

  now = pln_clock_now_here ();
  if (spoken)
    return pln_when_words_heading (day);
  if (g_date_time_get_year (day) != g_date_time_get_year (now))
    return pln_when_words_day (day);

  /* Translators: a day of this year, as g_date_time_format () has it: “Fri 5 August” */
  return g_date_time_format (day, _("%a %-e %B"));
}

static void
add_sentence (GString    *words,
              const char *text)
{
  g_autofree char *one = pln_str_one_line (text);
  const char *end;

  if (*one == '\0')
    return;
  if (words->len > 0)
    g_string_append (words, strchr (".?!…", words->str[words->len - 1]) != NULL ? " " : ". ");
  g_string_append (words, one);
  end = words->str + words->len - 1;
  if (*end == ' ')
    g_string_truncate (words, words->len - 1);
}

static char *
promise_words (PlnNoteLine *line)
{
  g_autofree char *due = pln_note_words_due (line, TRUE);
  const char *owner = pln_note_line_get_owner (line);

  if (pln_note_line_get_kind (line) != PLN_NOTE_ACTION)
    return g_strdup ("");
  if (*owner != '\0' && *due != '\0')
    /* Translators: who does it, and by when: “Hana Ashdown, by Friday 5 August” */
    return g_strdup_printf (_("%s, by %s"), owner, due);
  if (*owner != '\0')
    return g_strdup (owner);
  if (*due != '\0')
    /* Translators: by when something is to be done, and nobody has promised it */
    return g_strdup_printf (_("No owner, by %s"), due);

  return g_strdup (_("No owner"));
}

/**
 * pln_note_words_line:
 * @line: a line
 * @zone: where it was written
 *
 * Returns: (transfer full): all of it as a screen reader says it: “14:24,
 *   action: Ask the four networks. Hana Ashdown, by Friday 5 August”
 */
char *
pln_note_words_line (PlnNoteLine *line,
                     GTimeZone   *zone)
{
  g_autofree char *kind = g_utf8_strdown (pln_note_words_kind (pln_note_line_get_kind (line)), -1);
  g_autofree char *promise = promise_words (line);
  g_autoptr(GDateTime) at = pln_note_line_get_at (line) != NULL
                            ? g_date_time_to_timezone (pln_note_line_get_at (line), zone) : NULL;
  g_autofree char *time = at != NULL ? pln_when_words_time (at) : NULL;
  g_autofree char *text = pln_str_one_line (pln_note_line_get_text (line));
  g_autofree char *said = NULL;
  GString *words = g_string_new (NULL);

  if (time != NULL && *text == '\0')
    /* Translators: time, kind of line: “14:24, action” */
    g_string_append_printf (words, _("%s, %s"), time, kind);
  else if (*text == '\0')
    g_string_append (words, kind);
  else if (time != NULL)
    /* Translators: time, kind of line, text: “14:24, action: Ask the four networks” */
    g_string_append_printf (words, _("%s, %s: %s"), time, kind, text);
  else
    /* Translators: kind of line, text */
    g_string_append_printf (words, _("%s: %s"), kind, text);
  add_sentence (words, promise);
  if (*pln_note_line_get_by (line) != '\0')
    said = g_strdup_printf (_("Said by %s"), pln_note_line_get_by (line));
  add_sentence (words, said != NULL ? said : "");
  if (*pln_note_line_get_beside (line) != '\0')
    add_sentence (words, _("Written at the same time as the line before"));

  return g_string_free (words, FALSE);
}

/**
 * pln_note_words_prompt:
 * @name: a template: `report-back` or `open-space`
 * @index: the place of a line, from 0
 * @kind: (out): what the line is
 *
 * What a sheet asks for, for groups that do not know how to begin.
 *
 * Returns: (transfer none) (nullable): what is to be written there; %NULL after
 *   the last line, or if there is no such template
 */
const char *
pln_note_words_prompt (const char  *name,
                       guint        index,
                       PlnNoteKind *kind)
{
  static const struct { const char *name; PlnNoteKind kind; const char *words; } prompts[] = {
    { "report-back", PLN_NOTE_POINT, N_("What we talked about, in one sentence") },
    { "report-back", PLN_NOTE_IDEA, N_("The idea the others should hear") },
    { "report-back", PLN_NOTE_QUESTION, N_("The question we could not answer") },
    { "report-back", PLN_NOTE_DECISION, N_("What we agreed on") },
    { "report-back", PLN_NOTE_ACTION, N_("Who does what next") },
    { "open-space", PLN_NOTE_QUESTION, N_("Why I called this group together") },
    { "open-space", PLN_NOTE_POINT, N_("What was said, one thought a line") },
    { "open-space", PLN_NOTE_IDEA, N_("What could be done about it") },
    { "open-space", PLN_NOTE_ACTION, N_("Who takes it on, and by when") },
    { "open-space", PLN_NOTE_PARKED, N_("What needs another hour") },
  };
  guint at = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (prompts); i++)
    if (g_str_equal (prompts[i].name, name) && at++ == index)
      {
        *kind = prompts[i].kind;
        return _(prompts[i].words);
      }

  return NULL;
}

static void
check_free (PlnNoteCheck *check)
{
  g_free (check->sentence);
  g_free (check);
}

static void
add_check (GPtrArray  *checks,
           const char *name,
           gboolean    good,
           char       *sentence) /* (transfer full) */
{
  PlnNoteCheck *check = g_new0 (PlnNoteCheck, 1);

  check->name = name;
  check->good = good;
  check->sentence = sentence;
  g_ptr_array_add (checks, check);
}

static void
check_quotes (GPtrArray  *checks,
              guint       n_quotes,
              const char *whom)
{
  if (n_quotes == 0)
    return;
  if (n_quotes == 1 && *whom != '\0')
    add_check (checks, "quote", FALSE, g_strdup_printf (_("One quote: ask %s first"), whom));
  else
    add_check (checks, "quote", FALSE,
               g_strdup_printf (ngettext ("%u quote: ask first", "%u quotes: ask first", n_quotes), n_quotes));
}

/**
 * pln_note_words_checks:
 * @note: a note
 *
 * What is worth a look before the group closes: actions that nobody has
 * promised, quotes that somebody must be asked for, whether anything was
 * decided.
 *
 * Returns: (transfer full) (element-type PlnNoteCheck): what there is to say
 */
GPtrArray *
pln_note_words_checks (PlnNote *note)
{
  GPtrArray *checks = g_ptr_array_new_with_free_func ((GDestroyNotify) check_free);
  guint n_open = 0;
  guint n_quotes = 0;
  guint n_decisions = 0;
  const char *whom = "";

  for (guint i = 0; i < pln_note_get_n_lines (note); i++)
    {
      PlnNoteLine *line = pln_note_get_line (note, i);
      PlnNoteKind kind = pln_note_line_get_kind (line);

      if (pln_note_line_is_empty (line))
        continue;
      n_open += kind == PLN_NOTE_ACTION && *pln_note_line_get_owner (line) == '\0';
      n_decisions += kind == PLN_NOTE_DECISION;
      if (kind == PLN_NOTE_QUOTE)
        {
          n_quotes++;
          whom = pln_note_line_get_by (line);
        }
    }

  if (n_open == 1)
    add_check (checks, "owner", FALSE, g_strdup (_("One action without an owner")));
  else if (n_open > 1)
    add_check (checks, "owner", FALSE, g_strdup_printf (ngettext ("%u action without an owner",
                                                                  "%u actions without an owner", n_open), n_open));
  check_quotes (checks, n_quotes, whom);
  if (n_decisions == 0)
    add_check (checks, "decision", FALSE, g_strdup (_("No decision yet")));
  else if (n_decisions == 1)
    add_check (checks, "decision", TRUE, g_strdup (_("One decision written down")));
  else
    add_check (checks, "decision", TRUE, g_strdup_printf (ngettext ("%u decision written down",
                                                                    "%u decisions written down", n_decisions), n_decisions));

  return checks;
}
