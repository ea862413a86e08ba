/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-str.h"

#include <string.h>

/**
 * pln_set_str:
 * @where: (inout): a string that is owned, or %NULL
 * @value: (nullable): the new value
 *
 * Replaces a string by a copy of @value, unless they are equal.
 *
 * Returns: %TRUE if it changed
 */
gboolean
pln_set_str (char       **where,
             const char  *value)
{
  char *copy;

  if (g_strcmp0 (*where, value) == 0)
    return FALSE;

  copy = g_strdup (value); /* value may be part of what is freed */
  g_free (*where);
  *where = copy;

  return TRUE;
}

/**
 * pln_set_strv:
 * @where: (inout): a list of strings that is owned, or %NULL
 * @value: (nullable) (array zero-terminated=1): the new value
 *
 * Replaces a list of strings by a copy of @value, unless they are equal;
 * %NULL is the same as an empty list. *@where is never %NULL afterwards.
 *
 * Returns: %TRUE if it changed
 */
gboolean
pln_set_strv (char             ***where,
              const char *const  *value)
{
  static const char *const none[] = { NULL };
  char **copy;

  if (value == NULL)
    value = none;
  if (*where != NULL && g_strv_equal ((const char *const *) *where, value))
    return FALSE;

  copy = g_strdupv ((char **) value);
  g_strfreev (*where);
  *where = copy;

  return TRUE;
}

/**
 * pln_str_fold:
 * @text: any text; what is no UTF-8 in it becomes U+FFFD
 *
 * Makes a text comparable for searching: case and accents are folded, so that
 * “Zoë” is found by “zoe”.
 *
 * Returns: (transfer full): the folded text, valid UTF-8
 */
char *
pln_str_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *folded = g_utf8_casefold (valid, -1);
  g_autofree char *decomposed = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  GString *plain = g_string_sized_new (strlen (decomposed));

  for (const char *at = decomposed; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_ismark (g_utf8_get_char (at)))
      g_string_append_unichar (plain, g_utf8_get_char (at));

  return g_string_free (plain, FALSE);
}

static gboolean
is_bidi_control (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f
         || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static char *
without_controls (const char *text,
                  gboolean    keep_lines)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\n' && keep_lines)
        g_string_append_c (clean, '\n');
      else if (c == '\n' || c == '\t' || c == '\r' || c == 0x2028 || c == 0x2029)
        g_string_append_c (clean, ' ');
      else if (!g_unichar_iscntrl (c) && !is_bidi_control (c))
        g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, FALSE);
}

/**
 * pln_str_for_label:
 * @text: (nullable): text from anywhere
 *
 * Makes a text safe to be shown: valid UTF-8, without control characters and
 * without bidi overrides, which could make it read as something else. Line
 * feeds stay.
 *
 * Returns: (transfer full): the text for a label
 */
char *
pln_str_for_label (const char *text)
{
  return without_controls (text, TRUE);
}

/**
 * pln_str_one_line:
 * @text: (nullable): text from anywhere
 *
 * As [func@str_for_label], in one line without blanks around it.
 *
 * Returns: (transfer full): one line
 */
char *
pln_str_one_line (const char *text)
{
  return g_strstrip (without_controls (text, FALSE));
}

/**
 * pln_str_file_name:
 * @text: (nullable): what the file shall be named after
 * @fallback: a safe name, if nothing of @text can be used
 *
 * Makes a file name without folder and suffix: no separators, no characters
 * that Windows or macOS forbid, no leading dot, at most 80 bytes.
 *
 * Returns: (transfer full): a name
 */
char *
pln_str_file_name (const char *text,
                   const char *fallback)
{
  g_autofree char *line = pln_str_one_line (text);
  GString *name = g_string_new (NULL);

  for (const char *at = line; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (name->len + g_unichar_to_utf8 (c, NULL) > 80)
        break;
      if (c < 0x80 && strchr ("/\\:*?\"<>|", (int) c) != NULL)
        c = '-';
      if (name->len == 0 && (c == '.' || c == ' ' || c == '-'))
        continue;
      g_string_append_unichar (name, c);
    }
  while (name->len > 0 && strchr (". ", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1); /* Windows drops them */

  if (name->len == 0)
    g_string_assign (name, fallback);

  return g_string_free (name, FALSE);
}

/**
 * pln_str_surname_key:
 * @name: a person's name, or an address
 *
 * Makes a key by which people are sorted: the last word of the name first,
 * then the others, by the rules of the locale. “Larkspur, Cosima” counts as
 * “Cosima Larkspur”.
 *
 * Returns: (transfer full): a key for strcmp()
 */
char *
pln_str_surname_key (const char *name)
{
  g_autofree char *line = pln_str_one_line (name);
  const char *comma = strchr (line, ',');
  const char *space = strrchr (line, ' ');
  g_autofree char *turned = NULL;

  if (comma == NULL && space != NULL)
    turned = g_strdup_printf ("%s %.*s", space + 1, (int) (space - line), line);
  else
    turned = g_strdup (line);

  return g_utf8_collate_key (turned, -1);
}
