/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-ical-note-private.h"

#include <string.h>

/* A note as other programs show it: a list in Markdown.
 *
 *   - Most networks began with one person. — Wilf
 *   - **Question:** What is the smallest thing a network needs? — Nessa
 *   - **Action:** Ask the four networks (@Hana Ashdown, by 2011-08-05)
 *   - Of several lines\
 *     this is the second
 *
 * The words are always these, so that two computers of different languages
 * write the same. */
static const struct
{
  const char *kind;
  const char *mark;  /* as it is written */
  const char *words[3]; /* as people write it, lower case */
} kinds[] = {
  { "POINT", "**Point:** ", { "point:", NULL } },
  { "QUESTION", "**Question:** ", { "question:", "? ", NULL } },
  { "IDEA", "**Idea:** ", { "idea:", NULL } },
  { "DECISION", "**Decision:** ", { "decision:", NULL } },
  { "ACTION", "**Action:** ", { "action:", "[ ] ", NULL } },
  { "QUOTE", "**Quote:** ", { "quote:", "> ", NULL } },
  { "PARKED", "**Parked:** ", { "parked:", NULL } },
};

#define SAID_BY " — "
#define MAX_NAME 60

/* The kind of a word from a file; a point, if it is none. */
const char *
pln_ical_note_kind (const char *word)
{
  for (gsize i = 0; word != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (word, kinds[i].kind) == 0)
      return kinds[i].kind;

  return kinds[0].kind;
}

/* Without carriage returns, other control characters, blanks at the ends of
 * lines and empty lines around. */
char *
pln_ical_note_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *plain = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\r')
        c = at[1] == '\n' ? 0 : '\n';
      if (c == '\t')
        c = ' ';
      if (c == '\n')
        while (plain->len > 0 && plain->str[plain->len - 1] == ' ')
          g_string_truncate (plain, plain->len - 1);
      if (c == '\n' || (c != 0 && !g_unichar_iscntrl (c)))
        g_string_append_unichar (plain, c);
    }

  return g_strstrip (g_string_free (plain, FALSE));
}

/* The length of “- ”, “* ” or “12. ” at the beginning, or 0. */
static gsize
bullet_length (const char *line)
{
  gsize length = strspn (line, "0123456789");

  if (length > 0 && length < 5 && (line[length] == '.' || line[length] == ')'))
    length++;
  else if (*line == '-' || *line == '*' || *line == '+')
    length = 1;
  else if (g_str_has_prefix (line, "•"))
    length = strlen ("•");
  else
    return 0;

  return line[length] == ' ' ? length + strspn (line + length, " ") : 0;
}

/* Splits a text into what is one line of a note each, without bullets. A line
 * goes on where the text before ends with a backslash, or where it is indented
 * below a bullet. */
GPtrArray *
pln_ical_note_split (const char *text)
{
  g_autofree char *plain = pln_ical_note_plain (text);
  g_auto(GStrv) rows = g_strsplit (plain, "\n", -1);
  g_autoptr(GString) item = NULL;
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);
  gboolean in_list = FALSE;

  for (guint i = 0; rows[i] != NULL; i++)
    {
      gsize indent = strspn (rows[i], " ");
      const char *row = rows[i] + indent;
      gsize bullet = bullet_length (row);
      gboolean goes_on = item != NULL && item->len > 0 && item->str[item->len - 1] == '\\' && indent >= 2;

      if (*row == '\0')
        {
          in_list = FALSE;
          continue;
        }
      if (goes_on)
        g_string_truncate (item, item->len - 1);
      if (goes_on || (in_list && indent >= 2 && bullet == 0))
        {
          g_string_append_c (item, '\n');
          g_string_append (item, row);
          continue;
        }
      if (item != NULL)
        g_ptr_array_add (items, g_string_free (g_steal_pointer (&item), FALSE));
      in_list = bullet > 0;
      item = g_string_new (row + bullet);
    }
  if (item != NULL)
    g_ptr_array_add (items, g_string_free (g_steal_pointer (&item), FALSE));

  for (guint i = items->len; i > 0; i--)
    {
      g_autofree char *raw = g_steal_pointer (&items->pdata[i - 1]);

      items->pdata[i - 1] = pln_ical_note_plain (raw);
      if (*(char *) items->pdata[i - 1] == '\0')
        g_ptr_array_remove_index (items, i - 1);
    }

  return items;
}

static gboolean
skip_word (const char **at,
           const char  *word)
{
  g_autofree char *start = g_utf8_strdown (*at, (gssize) MIN (strlen (*at), strlen (word)));

  if (!g_str_equal (start, word))
    return FALSE;
  *at += strlen (word);

  return TRUE;
}

static const char *
parse_kind (const char **at)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_has_prefix (*at, kinds[i].mark))
        {
          *at += strlen (kinds[i].mark);
          return kinds[i].kind;
        }
      for (guint j = 0; kinds[i].words[j] != NULL; j++)
        if (skip_word (at, kinds[i].words[j]))
          return kinds[i].kind;
    }

  return kinds[0].kind;
}

static void
append_promise (GString               *item,
                const PlnIcalNoteLine *line)
{
  if (!g_str_equal (line->kind, "ACTION") || (*line->owner == '\0' && *line->due == '\0'))
    return;

  g_string_append (item, " (");
  if (*line->owner != '\0')
    g_string_append_printf (item, "@%s", line->owner);
  if (*line->due != '\0')
    g_string_append_printf (item, "%sby %.4s-%.2s-%.2s", *line->owner != '\0' ? ", " : "",
                            line->due, line->due + 4, line->due + 6);
  g_string_append_c (item, ')');
}

/* One line as an item, without its bullet, as pln_ical_note_split() gives it. */
char *
pln_ical_note_render_line (const PlnIcalNoteLine *line)
{
  GString *item = g_string_new (NULL);

  const char *text = line->text;

  /* A point says so only where it would be taken for something else. */
  parse_kind (&text);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].kind, line->kind) && (i > 0 || text != line->text))
      g_string_append (item, kinds[i].mark);
  g_string_append (item, line->text);
  append_promise (item, line);
  if (*line->by != '\0')
    g_string_append_printf (item, SAID_BY "%s", line->by);

  return g_string_free (item, FALSE);
}

/**
 * pln_ical_note_render:
 * @lines: (element-type PlnIcalNoteLine): the lines of a note, in order
 *
 * Returns: (transfer full): what other programs show of them: a list in
 *   Markdown, of which [func@ical_note_parse] makes the same lines
 */
char *
pln_ical_note_render (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *item = pln_ical_note_render_line (g_ptr_array_index (lines, i));
      g_auto(GStrv) rows = g_strsplit (item, "\n", -1);
      g_autofree char *folded = g_strjoinv ("\\\n  ", rows);

      if (*item != '\0')
        g_string_append_printf (text, "%s- %s", text->len > 0 ? "\n" : "", folded);
    }

  return g_string_free (text, FALSE);
}

/* “ — Wilf” at the end: a name, not the end of a sentence. */
static void
parse_speaker (PlnIcalNoteLine *line,
               char            *text)
{
  char *dash = g_strrstr (text, SAID_BY);
  g_autofree char *name = dash != NULL ? pln_ical_note_plain (dash + strlen (SAID_BY)) : NULL;

  if (name == NULL || dash == text || *name == '\0' || strlen (name) > MAX_NAME
      || strpbrk (name, "\n?!:;()") != NULL || g_str_has_suffix (name, "."))
    return;

  g_free (line->by);
  line->by = g_steal_pointer (&name);
  *dash = '\0';
}

/* “by 2011-08-05” */
static gboolean
parse_due (const char  *text,
           char       **due)
{
  g_auto(GStrv) parts = g_str_has_prefix (text, "by ") ? g_strsplit (text + strlen ("by "), "-", -1) : NULL;
  g_autofree char *digits = NULL;

  if (parts == NULL || g_strv_length (parts) != 3
      || strlen (parts[0]) != 4 || strlen (parts[1]) != 2 || strlen (parts[2]) != 2)
    return FALSE;

  digits = g_strconcat (parts[0], parts[1], parts[2], NULL);
  if (strspn (digits, "0123456789") != 8)
    return FALSE;
  *due = g_steal_pointer (&digits);

  return TRUE;
}

/* “ (@Hana Ashdown, by 2011-08-05)” at the end, or one of both. */
static void
parse_promise (PlnIcalNoteLine *line,
               char            *text)
{
  char *open = g_strrstr (text, " (");
  gsize length = strlen (text);
  g_autofree char *inner = NULL;
  g_autofree char *due = NULL;
  g_autofree char *owner = NULL;

  if (!g_str_equal (line->kind, "ACTION") || open == NULL || text[length - 1] != ')')
    return;

  inner = g_strndup (open + 2, (gsize) (text + length - open - 3));
  if (*inner == '@')
    {
      char *comma = g_strrstr (inner, ", ");

      if (comma != NULL && parse_due (comma + 2, &due))
        *comma = '\0';
      owner = pln_ical_note_plain (inner + 1);
      if (*owner == '\0' || strlen (owner) > MAX_NAME || strpbrk (owner, "\n()") != NULL)
        return;
    }
  else if (!parse_due (inner, &due))
    return;

  g_free (line->owner);
  line->owner = owner != NULL ? g_steal_pointer (&owner) : g_strdup ("");
  if (due != NULL)
    {
      g_free (line->due);
      line->due = g_steal_pointer (&due);
    }
  *open = '\0';
}

/* The opposite of pln_ical_note_render_line(), as far as that can be: what is
 * rendered of the result is the same text again. */
PlnIcalNoteLine *
pln_ical_note_parse_item (const char *item)
{
  g_autoptr(PlnIcalNoteLine) line = pln_ical_note_line_new ("");
  const char *at = item;
  g_autofree char *text = NULL;

  line->kind = parse_kind (&at);
  text = g_strdup (at);
  parse_speaker (line, text);
  parse_promise (line, text);
  g_strstrip (text);
  if (*text == '\0') /* only a mark: then it is the text */
    {
      g_free (text);
      text = g_strdup (item);
      pln_ical_note_line_free (line);
      line = pln_ical_note_line_new ("");
    }
  g_free (line->text);
  line->text = g_steal_pointer (&text);

  return g_steal_pointer (&line);
}

/**
 * pln_ical_note_parse:
 * @text: what somebody wrote or pasted: a list in Markdown, or plain lines
 *
 * Reads lines of a note. “Idea: …”, “? …” or “[ ] …” say the kind, “ — Name” at
 * the end who said it.
 *
 * Returns: (transfer full) (element-type PlnIcalNoteLine): the lines, without
 *   ID, place and time
 */
GPtrArray *
pln_ical_note_parse (const char *text)
{
  g_autoptr(GPtrArray) items = pln_ical_note_split (text);
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) pln_ical_note_line_free);

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (lines, pln_ical_note_parse_item (g_ptr_array_index (items, i)));

  return lines;
}
