/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pln-address.h"

#include <string.h>

#define MAX_MAIL 254 /* RFC 5321, 4.5.3.1.3, without the angle brackets */

/**
 * pln_address_is_mail:
 * @text: what was typed, without “mailto:”
 *
 * Looks whether a text can be a mail address. It only keeps out what is
 * certainly none: whether a mailbox exists, only a mail can tell.
 *
 * Returns: %TRUE for something@somewhere without blanks, control characters
 *   and separators of addresses
 */
gboolean
pln_address_is_mail (const char *text)
{
  const char *at = strrchr (text, '@');
  const char *host = at != NULL ? at + 1 : NULL;

  if (at == NULL || at == text || *host == '\0' || *host == '.' || host[strlen (host) - 1] == '.'
      || strstr (host, "..") != NULL || strlen (text) > MAX_MAIL || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isspace (g_utf8_get_char (c)) || g_unichar_iscntrl (g_utf8_get_char (c))
        || strchr ("<>,;:\"()[]\\", *c) != NULL || (*c == '@' && c != at))
      return FALSE;

  return TRUE;
}

/**
 * pln_address_web_host:
 * @text: an address from anywhere
 *
 * Finds the host of a web address. Other kinds are never opened.
 *
 * Returns: (transfer full) (nullable): the host, %NULL if @text is no address
 *   that begins with http or https
 */
char *
pln_address_web_host (const char *text)
{
  g_autoptr(GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL; /* in lower case */
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0' || strpbrk (text, " \t\r\n") != NULL || (!g_str_equal (scheme, "http") && !g_str_equal (scheme, "https")))
    return NULL;

  return g_strdup (host);
}
