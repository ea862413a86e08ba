/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-help-text.h"

#include <string.h>

/* The help is written in the part of Markdown that is read here: headings,
 * paragraphs, lists of one level, tables, and in a line bold, italic, code and
 * links. Each of them begins a line and ends at an empty one or another kind. */

typedef enum
{
  BLOCK_NONE,
  BLOCK_TITLE,
  BLOCK_HEADING,
  BLOCK_ITEM,
  BLOCK_ROW,
  BLOCK_RULE, /* of a table, or the row of no heads above it: not shown */
  BLOCK_PARAGRAPH,
} Block;

static Block
block_of (const char *line)
{
  if (*line == '\0')
    return BLOCK_NONE;
  if (g_str_has_prefix (line, "# "))
    return BLOCK_TITLE;
  if (g_str_has_prefix (line, "## "))
    return BLOCK_HEADING;
  if (g_str_has_prefix (line, "- "))
    return BLOCK_ITEM;
  if (*line == '|')
    return line[strspn (line, "|- ")] == '\0' ? BLOCK_RULE : BLOCK_ROW;

  return BLOCK_PARAGRAPH;
}

/* Writes what stands between two marks, and returns what follows the second;
 * NULL if there is no second. */
static const char *
append_between (GString    *markup,
                const char *at,
                const char *mark,
                const char *tag)
{
  const char *begin = at + strlen (mark);
  const char *end = g_str_has_prefix (at, mark) ? strstr (begin, mark) : NULL;
  g_autofree char *inner = NULL;
  g_autofree char *escaped = NULL;

  if (end == NULL || end == begin)
    return NULL;

  inner = g_strndup (begin, end - begin);
  escaped = g_markup_escape_text (inner, -1);
  g_string_append_printf (markup, "<%s>%s</%s>", tag, escaped, tag);

  return end + strlen (mark);
}

/* [text](target) */
static const char *
append_link (GString    *markup,
             const char *at)
{
  const char *middle = *at == '[' ? strstr (at, "](") : NULL;
  const char *end = middle != NULL ? strchr (middle, ')') : NULL;
  g_autofree char *text = NULL;
  g_autofree char *target = NULL;
  g_autofree char *link = NULL;

  if (end == NULL)
    return NULL;

  text = g_strndup (at + 1, middle - at - 1);
  target = g_strndup (middle + 2, end - middle - 2);
  link = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", target, text);
  g_string_append (markup, link);

  return end + 1;
}

/**
 * pln_help_text_markup:
 * @text: the text of one paragraph of the help
 *
 * Returns: (transfer full): the same as markup of Pango
 */
char *
pln_help_text_markup (const char *text)
{
  static const struct { const char *mark, *tag; } marks[] = { { "**", "b" }, { "*", "i" }, { "`", "tt" } };
  GString *markup = g_string_sized_new (strlen (text) + 32);

  while (*text != '\0')
    {
      const char *next = append_link (markup, text);
      g_autofree char *escaped = NULL;

      for (gsize i = 0; next == NULL && i < G_N_ELEMENTS (marks); i++)
        next = append_between (markup, text, marks[i].mark, marks[i].tag);
      if (next != NULL)
        {
          text = next;
          continue;
        }

      next = g_utf8_next_char (text);
      escaped = g_markup_escape_text (text, next - text);
      g_string_append (markup, escaped);
      text = next;
    }

  return g_string_free (markup, FALSE);
}

static GtkWidget *
new_label (const char        *text,
           const char        *style,
           GtkAccessibleRole  role)
{
  g_autofree char *markup = pln_help_text_markup (text);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", role,
                                   "label", markup,
                                   "use-markup", TRUE,
                                   "wrap", TRUE,
                                   "xalign", 0.0f,
                                   "yalign", 0.0f,
                                   NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
new_item (const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *point = new_label ("•", NULL, GTK_ACCESSIBLE_ROLE_PRESENTATION);

  gtk_box_append (GTK_BOX (box), point);
  gtk_box_append (GTK_BOX (box), new_label (text, NULL, GTK_ACCESSIBLE_ROLE_LABEL));

  return box;
}

static void
add_row (GtkWidget  *grid,
         int         row,
         const char *line)
{
  g_autofree char *inside = g_strndup (line + 1, strlen (line + 1) - g_str_has_suffix (line, "|"));
  g_auto(GStrv) cells = g_strsplit (inside, "|", -1);

  for (int column = 0; cells[column] != NULL; column++)
    {
      GtkWidget *cell = new_label (g_strstrip (cells[column]), column == 0 ? "heading" : NULL, GTK_ACCESSIBLE_ROLE_LABEL);

      gtk_widget_set_hexpand (cell, column > 0);
      gtk_grid_attach (GTK_GRID (grid), cell, column, row, 1, 1);
    }
}

static void
add_block (GtkWidget   *box,
           Block        block,
           const char  *text,
           char       **title)
{
  GtkWidget *heading;

  switch (block)
    {
    case BLOCK_TITLE:
      g_free (*title);
      *title = g_strdup (text + strlen ("# "));
      break;
    case BLOCK_HEADING:
      heading = new_label (text + strlen ("## "), "title-4", GTK_ACCESSIBLE_ROLE_HEADING);
      gtk_widget_set_margin_top (heading, 12);
      gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
      gtk_box_append (GTK_BOX (box), heading);
      break;
    case BLOCK_ITEM:
      gtk_box_append (GTK_BOX (box), new_item (text + strlen ("- ")));
      break;
    case BLOCK_PARAGRAPH:
      gtk_box_append (GTK_BOX (box), new_label (text, NULL, GTK_ACCESSIBLE_ROLE_LABEL));
      break;
    case BLOCK_NONE:
    case BLOCK_ROW:
    case BLOCK_RULE:
    default:
      break;
    }
}

/**
 * pln_help_text_show:
 * @markdown: a page of the help
 * @title: (out) (transfer full) (nullable): what it is about
 *
 * Returns: (transfer floating): a widget that shows the page
 */
GtkWidget *
pln_help_text_show (const char  *markdown,
                    char       **title)
{
  g_auto(GStrv) lines = g_strsplit (markdown, "\n", -1);
  g_autoptr(GString) text = g_string_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *grid = NULL;
  Block open = BLOCK_NONE;
  int row = 0;

  *title = NULL;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      Block block = block_of (g_strstrip (lines[i]));

      /* A line that begins nothing goes on with what is open. */
      if (block == BLOCK_PARAGRAPH && (open == BLOCK_PARAGRAPH || open == BLOCK_ITEM))
        {
          g_string_append_printf (text, " %s", lines[i]);
          continue;
        }

      add_block (box, open, text->str, title);
      g_string_assign (text, lines[i]);
      open = block;
      if (block == BLOCK_ROW)
        {
          if (grid == NULL)
            {
              grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 18, "row-spacing", 6, NULL);
              gtk_box_append (GTK_BOX (box), grid);
              row = 0;
            }
          add_row (grid, row++, lines[i]);
        }
      else if (block != BLOCK_RULE)
        grid = NULL;
    }
  add_block (box, open, text->str, title);

  return box;
}
