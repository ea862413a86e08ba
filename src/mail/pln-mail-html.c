/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-mail-html.h"

#include "pln-address.h"

#include <string.h>

#define LINE_OF_SOURCE 200 /* characters; so that nobody's mail breaks it */

/* What is no part of an address that ends a sentence. */
static gsize
length_of_address (const char *word)
{
  gsize length = strcspn (word, " \t\n<>\"");

  while (length > 0 && strchr (".,;:!?)'", word[length - 1]) != NULL)
    length--;

  return length;
}

static void
append_word (GString    *html,
             const char *word,
             gsize       length)
{
  g_autofree char *address = g_strndup (word, length_of_address (word));
  g_autofree char *host = length > 8 ? pln_address_web_host (address) : NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *rest = NULL;

  if (host == NULL)
    {
      escaped = g_markup_escape_text (word, (gssize) length);
      g_string_append (html, escaped);
      return;
    }

  escaped = g_markup_escape_text (address, -1);
  rest = g_markup_escape_text (word + strlen (address), (gssize) (length - strlen (address)));
  g_string_append_printf (html, "<a href=\"%s\">%s</a>%s", escaped, escaped, rest);
}

static void
append_line (GString    *html,
             const char *line)
{
  gsize begun = html->len;

  while (*line != '\0')
    {
      gsize length = strcspn (line, " ");

      append_word (html, line, length);
      line += length;
      if (*line == ' ')
        {
          gboolean is_long = html->len - begun > LINE_OF_SOURCE;

          g_string_append_c (html, is_long ? '\n' : ' ');
          if (is_long)
            begun = html->len;
          line++;
        }
    }
}

/**
 * pln_mail_html:
 * @text: plain text
 *
 * Writes plain text as HTML: an empty line begins a paragraph, a web address
 * becomes a link. It looks as the mail program likes it, and loads nothing.
 *
 * Returns: (transfer full): a page
 */
char *
pln_mail_html (const char *text)
{
  GString *html = g_string_new ("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body dir=\"auto\">\n");
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  gboolean is_open = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0')
        {
          g_string_append (html, is_open ? "</p>\n" : "");
          is_open = FALSE;
          continue;
        }

      g_string_append (html, is_open ? "<br>\n" : "<p dir=\"auto\">");
      append_line (html, lines[i]);
      is_open = TRUE;
    }

  g_string_append (html, is_open ? "</p>\n</body></html>\n" : "</body></html>\n");

  return g_string_free (html, FALSE);
}
